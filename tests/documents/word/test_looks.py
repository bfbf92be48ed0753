"""The look of text and paragraphs is what Word shows: styles, defaults, themes and lists are resolved."""

import pytest

from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.formats import DrawnLine, ParagraphFormat, TextFormat
from tests.documents.word_xml import p, r, read, tbl, tc, tr


def style(style_id: str, inside: str, *, kind: str = "paragraph", based: str = "", default: bool = False) -> str:
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{style_id}"><w:name w:val="{style_id}!"/>{basis}{inside}</w:style>'
    )


def text(inside: str) -> str:
    return f"<w:rPr>{inside}</w:rPr>"


def paragraph(inside: str) -> str:
    return f"<w:pPr>{inside}</w:pPr>"


def wearing(style_id: str) -> str:
    return f'<w:pStyle w:val="{style_id}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{round(2 * points)}"/>'


def only(body: str, **others: str) -> Paragraph:
    (found,) = read(body, **others).paragraphs
    return found


def look(body: str, **others: str) -> TextFormat:
    return only(body, **others).runs[0].format


def test_without_any_styles_word_shows_times_new_roman_of_10_points() -> None:
    found = only(p("Kế hoạch"))
    assert found.runs[0].format == TextFormat()
    assert (found.runs[0].format.points, found.runs[0].format.fonts[0]) == (10, "Times New Roman")
    assert found.format == ParagraphFormat()


def test_a_paragraph_that_inherits_14_points_from_its_style_is_14_points() -> None:
    styles = style("a", text(size(14)), default=True) + style("b", text("<w:b/>"), based="a")
    found = only(p("Điều 1", wearing("b")), styles=styles)
    assert (found.runs[0].format.points, found.runs[0].format.bold, found.format.style) == (14, True, "b!")
    assert found.mark == found.runs[0].format
    assert look(p("Điều 1"), styles=styles).points == 14


def test_what_stands_nearer_to_the_letters_wins() -> None:
    defaults = f"<w:docDefaults><w:rPrDefault>{text(size(11))}</w:rPrDefault></w:docDefaults>"
    styles = (
        defaults
        + style("table", text(size(12)), kind="table")
        + style("plain", "", default=True)
        + style("sized", text(size(13)))
        + style("letters", text(size(14)), kind="character")
    )
    assert look(p("a"), styles=styles).points == 11
    cells = tbl(tr(tc(p("b") + p("c", wearing("sized")))), properties='<w:tblStyle w:val="table"/>')
    assert [one.runs[0].format.points for one in read(cells, styles=styles).paragraphs] == [12, 13]
    assert look(p("d", wearing("sized"), '<w:rStyle w:val="letters"/>'), styles=styles).points == 14
    assert look(p("e", wearing("sized"), f'<w:rStyle w:val="letters"/>{size(15)}'), styles=styles).points == 15


def test_switches_of_paragraph_and_character_styles_turn_each_other_off() -> None:
    styles = style("bold", text("<w:b/><w:i/>")) + style("strong", text("<w:b/>"), kind="character")
    strong = '<w:rStyle w:val="strong"/>'
    assert look(p("a", wearing("bold"), strong), styles=styles).bold is False
    assert look(p("a", wearing("bold"), strong), styles=styles).italic is True
    assert look(p("a", wearing("bold"), f"{strong}<w:b/>"), styles=styles).bold is True
    assert look(p("a", wearing("bold"), '<w:b w:val="0"/>'), styles=styles).bold is False
    assert look(p("a", "", strong), styles=styles).bold is True


def test_a_style_that_runs_in_a_circle_ends() -> None:
    styles = style("a", text(size(13)), based="b") + style("b", text("<w:b/>"), based="a")
    found = look(p("x", wearing("a")), styles=styles)
    assert (found.points, found.bold) == (13, True)


def test_indents_of_styles_that_are_based_on_each_other() -> None:
    styles = (
        style("a", text('<w:b w:val="0"/>'), based="b")
        + style("b", paragraph('<w:ind w:left="100"/>') + text("<w:b/>"), based="c")
        + style("c", paragraph('<w:ind w:left="50" w:right="7cm"/>') + text(size(13)))
    )
    found = only(p("x", wearing("a")), styles=styles)
    assert (found.format.left, found.format.right) == (100, 3969)
    assert (found.mark.points, found.mark.bold) == (13, False)


def test_fonts_come_from_the_theme() -> None:
    theme = (
        '<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/></a:minorFont></a:fontScheme>'
        "</a:themeElements>"
    )
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi" w:ascii="Arial" w:cs="Arial"/>'
    assert look(p("x", "", themed), theme1=theme).fonts == ("Times New Roman", "Cambria", "Times New Roman", "Arial")


@pytest.mark.parametrize(
    ("stated", "color"),
    [
        ('<w:color w:val="auto"/>', "auto"),
        ('<w:color w:val="ff0000"/>', "FF0000"),
        ("", "auto"),
        ("<w:color/>", "auto"),
    ],
)
def test_colours(stated: str, color: str) -> None:
    assert look(p("x", "", stated)).color == color


def test_a_paragraph_is_set_as_styles_lists_and_itself_say() -> None:
    hanging = '<w:pPr><w:ind w:left="700" w:hanging="350"/></w:pPr>'
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/>{hanging}</w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    in_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    indent = '<w:ind w:left="100" w:firstLine="720"/>'
    styles = style("own", paragraph(in_list + indent)) + style("plain", paragraph(indent))
    by_style = only(p("x", wearing("own")), styles=styles, numbering=lists).format
    assert (by_style.left, by_style.first_line) == (100, 720)
    direct = only(p("x", wearing("plain") + in_list), styles=styles, numbering=lists).format
    assert (direct.left, direct.first_line) == (700, -350)
    nearest = only(p("x", in_list + '<w:ind w:left="0" w:firstLine="0"/>'), styles=styles, numbering=lists).format
    assert (nearest.left, nearest.first_line) == (0, 0)


def test_spacing_alignment_and_borders() -> None:
    border = '<w:pBdr><w:top w:val="single" w:sz="6"/><w:bottom w:val="dotted"/></w:pBdr>'
    spacing = '<w:spacing w:before="6pt" w:after="120" w:line="360" w:lineRule="auto"/>'
    found = only(p("x", f'<w:keepNext/>{border}{spacing}<w:ind w:start="1cm" w:end="2mm"/><w:jc w:val="both"/>')).format
    assert found == ParagraphFormat(
        alignment="both", left=567, right=113, before=120, after=120, line=1.5, keep_next=True,
        top=DrawnLine(solid=True), bottom=DrawnLine(solid=False),
    )  # fmt: skip
    exact = only(p("x", '<w:spacing w:line="320" w:lineRule="exact" w:afterAutospacing="1"/><w:outlineLvl w:val="0"/>'))
    assert (exact.format.line, exact.format.line_height, exact.format.after) == (0, 320, 280)
    assert exact.format.outline_level == 0


@pytest.mark.parametrize("measure", ["1440", "1in", "2.54cm", "25.4mm", "72pt", "6pc", "6pi", "96px"])
def test_measures_have_units_or_are_twips(measure: str) -> None:
    assert only(p("x", f'<w:ind w:left="{measure}" w:hanging="{measure}"/>')).format == ParagraphFormat(
        left=1440, first_line=-1440
    )


def test_a_number_that_is_none_says_nothing() -> None:
    spacing = '<w:spacing w:before="x" w:after="" w:line="one" w:beforeAutospacing="off" w:afterAutospacing="0"/>'
    indents = '<w:ind w:left="2.5" w:right="1em" w:firstLine="x"/>'
    stated = f'<w:numPr><w:ilvl w:val="x"/><w:numId w:val="x"/></w:numPr>{spacing}{indents}<w:outlineLvl w:val="x"/>'
    found = only(p("x", stated, '<w:sz w:val="x"/><w:color w:val=""/><w:u/>'))
    assert (found.format, found.runs[0].format) == (ParagraphFormat(), TextFormat())


@pytest.mark.parametrize(("size_", "points"), [("1", 0.5), ("0", 10), ("-28", 10), ("28", 14), ("27", 13.5)])
def test_letters_have_half_points(size_: str, points: float) -> None:
    assert look(p("x", "", f'<w:sz w:val="{size_}"/>')).points == points


@pytest.mark.parametrize(("stated", "level"), [("0", 0), ("8", 8), ("9", None)])
def test_there_are_nine_levels_of_headings(stated: str, level: int | None) -> None:
    assert only(p("x", f'<w:outlineLvl w:val="{stated}"/>')).format.outline_level == level


@pytest.mark.parametrize(("side", "found"), [("before", (280, 0)), ("after", (0, 280))])
def test_automatic_space_is_that_of_a_page_of_the_web(side: str, found: tuple[int, int]) -> None:
    look = only(p("x", f'<w:spacing w:{side}="60" w:{side}Autospacing="true"/>')).format
    assert (look.before, look.after) == found


@pytest.mark.parametrize(
    ("rule", "height"), [("exact", (0, 320, False)), ("atLeast", (0, 320, True)), ("auto", (320 / 240, 0, False))]
)
def test_lines_are_as_high_as_stated_at_least_or_by_their_letters(rule: str, height: tuple[float, int, bool]) -> None:
    found = only(p("x", f'<w:spacing w:line="320" w:lineRule="{rule}"/>')).format
    assert (found.line, found.line_height, found.stretches) == height


def test_capitals_are_shown_and_typed_letters_kept() -> None:
    found = only(f"<w:p>{r('Sở ', '<w:caps/>')}{r('Nội vụ')}{r(' ẩn', '<w:vanish/>')}</w:p>")
    assert found.text == "Sở Nội vụ"
    assert found.printed == "SỞ Nội vụ"
    assert [run.text for run in found.seen] == ["Sở ", "Nội vụ"]
