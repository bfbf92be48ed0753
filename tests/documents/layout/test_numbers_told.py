"""Which number is asked for where numbers do not follow each other, and behind what a list begins anew."""

import re

import pytest

from tests.documents.layout.test_rules import findings
from tests.documents.layout.test_singles import numbered


def told(lines: str) -> str:
    """Return the number that is wanted and the one that stands there, or the letter that is none."""
    messages = [one.message for one in findings(numbered(*lines.split("|"))) if one.rule == "nd30.I.II.6-numbering"]
    return "; ".join(" for ".join(re.findall("“([^”]*)”", message)[:2]) for message in messages)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("1.|2.|4.|5.", "3 for 4"),
        ("1.|2.|4.|4.", "3 for 4"),
        ("1.|3.|2.|3.", "2 for 3"),
        ("a)|b)|d)|đ)", "c for d"),
        ("a)|c)|d)", "b for c"),
        ("1.|a)|b)|d)|2.|a)|c)", "c for d"),
        ("I. MỘT|1.|2.|II. HAI|3.|5.", "4 for 5"),
        ("I. MỘT|1.|2.|II. HAI|1.|3.", "2 for 3"),
        ("I. MỘT|III. BA|IV. BỐN", "II for III"),
        ("2.|3.|5.", "1 for 2"),
        ("3.|5.", "1 for 3"),
        ("4.|6.", "5 for 6"),
        ("b)|d)", "a for b"),
        ("1.|2.|1.|2.|4.", "3 for 4"),
        ("1.|2.|1.|2.|3.|5.", "4 for 5"),
        ("1.|a)|b)|a)|c)|2.", ""),
        ("Điều 1.|Điều 2.|Điều 4.|1.|3.", "3 for 4"),
        ("Điều 1.|1.|2.|Điều 2.|2.", "1 for 2"),
        ("Điều 1.|1.|Điều 2.|3.", "1 for 3"),
        ("Chương I|Điều 1.|Chương III|Điều 3.", "II for III"),
        ("Chương I|Mục 1|Mục 2|Chương II|Mục 2|Mục 3", "1 for 2"),
        ("Phần I|Chương I|Phần II|Chương II|Chương IV", "III for IV"),
        ("1.|0.", "2 for 0"),
        ("a)|j)|b)", "j)"),
        ("a)|i)|iii)|b)", ""),
        ("a)|x)|b)", ""),
        ("a)|b)|c)|d)|đ)|e)|g)|h)|k)", "i for k"),
        ("a)|y)", "b for y"),
        ("1.|12.|2.", "2 for 12"),
        ("1.|2. Gồm 3. Ba và 4. Bốn|5.", ""),
        ("1.|2. Gồm 3. Ba|5.", ""),
        ("1.|2. “4.|6.|3.", ""),
        ("1.|2. “4.|6. Hết”.|4.", "3 for 4"),
        ('1.|2. "4.|6.|7. Hết".|4.', "3 for 4"),
        ("Điều 1.|Điều 2. a)|Điều 3.", ""),
        ("1)|2)|4)", "3 for 4"),
        ("1/|2/ |4/ ", "3 for 4"),
        ("Mục 1|1.|Mục 3|1.", "2 for 3"),
        ("I. MỘT|a)|II. HAI|b)", ""),
        ("1.|a)|2.|b)", ""),
        ("I. MỘT|II. HAI|I. MỘT|III. BA", ""),
    ],
)
def test_the_number_that_is_wanted_is_told(lines: str, wanted: str) -> None:
    assert told(lines) == wanted
