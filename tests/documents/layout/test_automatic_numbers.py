"""Numbers that Word prints by its lists are counted as typed ones are."""

import pytest

from tests.documents.layout.offices import FIRST, LAST, PLAIN, named
from tests.documents.layout.sound import BOLD, PAGE_NUMBER
from tests.documents.layout.test_rules import failed
from tests.documents.word_xml import p, word_parts

FORMS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (form, text) in enumerate(FORMS)
)
LIST = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLE = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
HEADING = p("NHIỆM VỤ", f'<w:pStyle w:val="H1"/>{PLAIN.running}', BOLD)
CLAUSE, POINT = (
    p(FIRST, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>{PLAIN.running}') for depth in (1, 2)
)


def typed(words: str) -> str:
    return p(words, PLAIN.running, BOLD)


@pytest.mark.parametrize(
    ("text", "is_sound"),
    [
        (HEADING * 2 + typed("III. GIẢI PHÁP"), True),
        (HEADING + typed("III. GIẢI PHÁP"), False),
        (HEADING + CLAUSE * 2 + typed(f"3. {FIRST[:-1]}"), True),
        (HEADING + CLAUSE * 2 + typed(f"4. {FIRST[:-1]}"), False),
        (HEADING + POINT * 4, True),
        (HEADING + POINT * 6, False),
    ],
)
def test_numbers_of_lists_are_counted(text: str, *, is_sound: bool) -> None:
    plan = named(PLAIN, "KẾ HOẠCH", "Chuyển đổi số", "Số: 05/KH-UBND", text=text + PLAIN.text_of(LAST))
    parts = word_parts(plan + PLAIN.section(), styles=PLAIN.styles() + STYLE, header1=PAGE_NUMBER, numbering=LIST)
    assert failed(parts) == (set() if is_sound else {"nd30.I.II.6-numbering"})
