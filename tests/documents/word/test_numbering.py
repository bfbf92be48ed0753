"""Word's automatic numbers are part of what a document says."""

import pytest

from kshc_cli.documents.word.numbering import written
from tests.documents.word_xml import p, read


def level(depth: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(body: str, numbering: str) -> list[str]:
    return [one.label for one in read(body, numbering=numbering).paragraphs]


def test_levels_count_and_begin_anew_behind_a_higher_one() -> None:
    numbering = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
    body = "".join((item("A"), item("b", 1), item("c", 1), item("d", 2), item("e", 2), item("F"), item("g", 1)))
    assert labels(body, numbering) == ["I.", "1.", "2.", "a)", "b)", "II.", "1."]


def test_numbers_of_several_levels_and_of_levels_that_never_restart() -> None:
    numbering = lists(
        level(0, "decimal", "Điều %1."),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="0"/>'),
    )
    body = "".join((item("a"), item("b", 1), item("c", 2), item("d"), item("e", 1), item("f", 2)))
    assert labels(body, numbering) == ["Điều 1.", "1.1", "1", "Điều 2.", "2.1", "2"]


def test_lists_of_one_kind_count_together_unless_one_overrides_its_start() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), more=more)
    body = item("a") + item("b", number=2) + item("c", number=3) + item("d", number=3) + item("e")
    assert labels(body, numbering) == ["1.", "2.", "5.", "6.", "3."]


def test_bullets_and_paragraphs_of_no_list() -> None:
    more = (
        '<w:abstractNum w:abstractNumId="8">' + level(0, "bullet", "\uf0b7") + "</w:abstractNum>"
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    numbering = lists(level(0, "bullet", "-"), more=more)
    body = item("a") + item("b", number=2) + item("c", number=0) + item("d", number=9) + p("e")
    assert labels(body, numbering) == ["-", "•", "", "", ""]
    first = read(body, numbering=numbering).paragraphs[0]
    assert (first.text, first.printed) == ("a", "- a")


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (1888, "upperRoman", "MDCCCLXXXVIII"),
        (449, "upperRoman", "CDXLIX"),
        (50, "upperRoman", "L"),
        *(
            (n, "upperRoman", roman)
            for n, roman in ((3, "III"), (8, "VIII"), (39, "XXXIX"), (49, "XLIX"), (89, "LXXXIX"))
        ),
        *(
            (n, "upperRoman", roman)
            for n, roman in ((99, "XCIX"), (399, "CCCXCIX"), (499, "CDXCIX"), (899, "DCCCXCIX"))
        ),
        (999, "upperRoman", "CMXCIX"),
        (3999, "upperRoman", "MMMCMXCIX"),
        (4000, "upperRoman", "4000"),
        (0, "upperRoman", "0"),
        (26, "upperLetter", "Z"),
        (1300, "lowerLetter", "z" * 50),
        (1301, "lowerLetter", "a" * 50),
        (9, "decimalZero", "09"),
        (28, "lowerLetter", "bb"),
        (27, "upperLetter", "AA"),
        (0, "lowerLetter", ""),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "chineseCounting", "7"),
    ],
)
def test_forms_of_numbers(count: int, form: str, expected: str) -> None:
    assert written(count, form) == expected
