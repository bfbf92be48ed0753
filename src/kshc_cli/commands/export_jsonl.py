"""``kshc export jsonl``: all duties of a plan, or of many, an object a line."""

from kshc_cli.cli.duties_command import FAULTY, duties_command

EXAMPLES = ("kshc export jsonl --out nhiem-vu.jsonl",)
FINDINGS = FAULTY

command = duties_command("jsonl")
