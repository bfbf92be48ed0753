"""``kshc export csv``: all duties of a plan, or of many, for spreadsheets."""

from kshc_cli.cli.duties_command import FAULTY, duties_command

EXAMPLES = (
    "kshc export csv --bom --out nhiem-vu.csv",
    'kshc export csv --agency "van phong" --role lead --bom --out van-phong.csv',
)
FINDINGS = FAULTY

command = duties_command("csv")
