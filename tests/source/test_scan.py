"""No character that is a finding is taken for a plain one."""

from kshc_cli.source.yaml.blanks import ODD_SPACE
from kshc_cli.source.yaml.characters import UNWANTED, scan
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.problems import Problems


def test_every_character_that_does_not_belong_is_found_between_plain_ones() -> None:
    for code in range(0x110000):
        sign = chr(code)
        if UNWANTED.match(sign) or ODD_SPACE.match(sign):
            lines = Lines(f"kế{sign}hoạch\n")
            problems = Problems(lines, 9)
            scan(lines, problems)
            assert [finding.rule for finding in problems.findings()], hex(code)
