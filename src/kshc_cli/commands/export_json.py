"""``kshc export json``: all duties of a plan, or of many, as one object."""

from kshc_cli.cli.duties_command import FAULTY, duties_command

EXAMPLES = ("kshc export json --out nhiem-vu.json",)
FINDINGS = FAULTY

command = duties_command("json")
