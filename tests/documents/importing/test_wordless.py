"""What a document shows without words, with signs in place of letters, and as a table of contents."""

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.word.symbol_fonts import in_unicode, symbol
from tests.documents.importing.foreign import BOLD, HEADER, TASK, cell, plan, table
from tests.documents.importing.test_foreign import import_
from tests.documents.importing.test_word_features import LEAD, found, paragraph, words
from tests.documents.word_xml import p, r, read, tc, tr

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PICTURE = f'<w:drawing {A}><a:graphic><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic></w:drawing>'
OLD_PICTURE = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata/></v:shape></w:pict>'
CHART = f'<w:drawing {A}><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>'
DIAGRAM = f'<w:drawing {A}><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing>'
OBJECT = f"<w:object>{OLD_PICTURE.replace('w:pict', 'w:x')}</w:object>"
BOX = f"<w:pict><w:txbxContent>{p('Lập kế hoạch')}<w:p><w:r>{OLD_PICTURE}</w:r></w:p></w:txbxContent></w:pict>"


def told(body: str) -> list[str]:
    return [one.message.partition(";")[0] for one in import_(plan(body + table(HEADER, TASK))).left]


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        (PICTURE, "A picture stands here"),
        (OLD_PICTURE, "A picture stands here"),
        (CHART, "A chart stands here"),
        (DIAGRAM, "A diagram (SmartArt) stands here"),
        (OBJECT, "An embedded object (Excel, an equation) stands here"),
    ],
)
def test_what_has_no_words_is_listed(shown: str, sentence: str) -> None:
    assert told(f"<w:p><w:r>{shown}</w:r></w:p>") == [sentence]
    assert told(f"<w:p><w:r>{shown}</w:r><w:r>{shown}</w:r></w:p>") == [sentence], "two in a paragraph are told once"


def test_a_picture_in_a_text_box_is_that_of_the_box() -> None:
    assert [one.holds for one in read(f"<w:p><w:r>{BOX}</w:r></w:p>").paragraphs] == [(), (), ("picture",)]


@pytest.mark.parametrize("other", ['<w:altChunk w:id="1"/>', '<w:p><w:subDoc w:id="1"/></w:p>'])
def test_other_documents_in_this_one_are_listed(other: str) -> None:
    assert told(other) == ["Another document is embedded here"]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("ü", "Wingdings", "✓"),
        ("þ o\u00a8\u0041", "wingdings", "☑ □◻•"),
        ("³ 95%", "Symbol", "≥ 95%"),
        ("abS", "Symbol", "αβΣ"),
        ("\uf0b7", "Symbol", "•"),
        ("4", "Webdings", "•"),
        ("ạ", "Symbol", "ạ"),
        ("ü", "Times New Roman", "ü"),
        ("[1] {2} ~", "Symbol", "[1] {2} ∼"),
        ("\"$'*-@\\^a~¡ÅÇÕåò", "Symbol", "∀∃∋∗−≅∴⊥α∼ϒ⊕∩∏∑∫"),
        ("!(*?Flnqv\x9f§«Øßèðû", "Wingdings", "✏☎✉✍☞●■❑❖•▪★➢←➔⇨✗"),
        ("\uf0ff\xff\u0100", "Symbol", "••\u0100"),
    ],
)
def test_letters_of_symbol_fonts_are_what_they_show(text: str, font: str, shown: str) -> None:
    assert in_unicode(text, font) == shown
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    assert read(f"<w:p>{r(text, fonts)}</w:p>").paragraphs[0].text == shown


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0E0", "→"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "B3", "≥"),
        ("Wingdings", "F031", "•"),
        ("Arial", "2611", "☑"),
        ("Arial", "F0B7", "•"),
        ("Arial", "x", ""),
        ("", "110000", ""),
    ],
)
def test_a_sign_by_its_code(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


def test_a_sign_beyond_the_font_is_the_one_that_it_falls_back_to() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = '<mc:Choice Requires="w16se"/><mc:Fallback><w:t>☑</w:t></mc:Fallback>'
    content = f"<w:p>{r('Lập kế hoạch')}<w:r><mc:AlternateContent {mc}>{choice}</mc:AlternateContent></w:r></w:p>"
    assert words(found(content=content))[0] == "Lập kế hoạch☑"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


BEGIN, RESULT, END = mark("begin"), mark("separate"), mark("end")
PAGE = "<w:r><w:tab/></w:r>"


def test_a_table_of_contents_is_no_part_of_the_plan() -> None:
    contents = (
        paragraph(BEGIN, instruction("TOC \\o"), RESULT, r("I. MỤC ĐÍCH"), PAGE, r("1"))
        + paragraph(r("II. NHIỆM VỤ"), PAGE, r("2"))
        + paragraph(r("III. KẾT LUẬN"), PAGE, r("3"), END)
    )
    body = p("I. MỤC ĐÍCH", "", BOLD) + p("Nâng cao.") + p("II. NHIỆM VỤ", "", BOLD) + table(HEADER, TASK)
    result = import_(plan(contents + body))
    assert [section.heading for section in result.plan.plan.sections] == ["I. MỤC ĐÍCH", "II. NHIỆM VỤ"]
    assert not result.left


def test_a_table_of_contents_that_never_ends_swallows_nothing() -> None:
    contents = paragraph(BEGIN, instruction("TOC \\o"), RESULT, r("I. MỤC ĐÍCH"), PAGE, r("1"))
    result = import_(plan(contents + p("I. MỤC ĐÍCH", "", BOLD) + p("Nâng cao.") + table(HEADER, TASK)))
    assert [paragraph.text for section in result.plan.plan.sections for paragraph in section.paragraphs] == [
        "Nâng cao."
    ]


def test_only_the_result_of_a_field_is_shown() -> None:
    inner = BEGIN + instruction("PAGE") + RESULT + r("7") + END
    nested = paragraph(BEGIN, instruction("IF "), inner, instruction(" = 1 a b"), RESULT, r("b"), END, r(" c"))
    assert read(nested).paragraphs[0].text == "b c"
    assert read(nested).paragraphs[0].fields == ("PAGE", "IF")
    assert read(paragraph(BEGIN, instruction("DATE"), END, r("c"))).paragraphs[0].text == "c"


def test_words_behind_a_field_without_end_are_not_lost() -> None:
    both = read(paragraph(BEGIN, instruction("IF"), r("a")) + paragraph(r("b"))).paragraphs
    assert [one.text for one in both] == ["a", "b"]
    assert read(paragraph(END, RESULT, r("a"))).paragraphs[0].text == "a"


def test_a_task_with_a_picture_keeps_its_words() -> None:
    result = found(lead=LEAD + f"<w:p><w:r>{PICTURE}</w:r></w:p>")
    assert words(result)[1] == "Văn phòng"
    assert [one.word_place.row for one in result.left if one.word_place] == [2]


def test_words_below_a_gloss_are_read() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('gloss')}</w:rt><w:rubyBase>{r('cấp xã')}</w:rubyBase></w:ruby></w:r>"
    paragraph = read(f"<w:p>{r('Hội ')}{ruby}</w:p>").paragraphs[0]
    assert (paragraph.text, paragraph.unsaid) == ("Hội cấp xã", "gloss")


def hanging(words: str, kind: str, note: str) -> str:
    """Return a cell whose words a note hangs on."""
    return tc(f'<w:p>{r(words)}<w:r><w:{kind}Reference w:id="{note}"/></w:r></w:p>')


def test_a_note_is_told_with_the_words_that_it_hangs_on() -> None:
    timed = tr(cell("1"), cell("Họp"), cell("Văn phòng"), hanging("Quý I", "footnote", "2"))
    named = tr(cell("2"), hanging("Báo cáo", "endnote", "2"), cell("Văn phòng"), hanging("Quý II", "footnote", "3"))
    notes = "".join(
        f'<w:{{0}} w:id="{note}">{p(words)}</w:{{0}}>' for note, words in (("2", "Gia hạn."), ("3", "Gia hạn."))
    )
    body = plan(p("Mở đầu.") + table(HEADER, timed, named))
    result = imported(
        read(body, footnotes=notes.format("footnote"), endnotes=f'<w:endnote w:id="2">{p("Hai lần.")}</w:endnote>')
    )
    told = [(one.message, one.word_place.row, one.word_place.quote) for one in result.left if one.word_place]
    assert told == [
        ("A note hangs on a task's time, “Quý I”, and is not in the plan.", 2, "Gia hạn."),
        ("A note hangs on a task's time, “Quý II”, and is not in the plan.", 3, "Gia hạn."),
        ("A note hangs on the words “Báo cáo”, and is not in the plan.", 3, "Hai lần."),
    ]
