"""What a Word file holds besides what its readers see is found, wherever it stands."""

import pytest

from kshc_cli.documents.word.body import Body
from kshc_cli.documents.word.unsettled import unsettled
from tests.documents.word_xml import p, r, read, tbl, tc, tr

BY = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
REFERENCES = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
)


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def box(inside: str) -> str:
    return paragraph(
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def everywhere(inside: str) -> list[Body]:
    """Return a body that holds something in its text, and others that do in a header, footer, note or box."""
    note = f'<w:footnote w:id="2">{inside}</w:footnote>'
    return [
        read(p("Trước") + inside + p("Sau") + REFERENCES, header1=p("Đầu"), footer1=p("Chân")),
        read(p("Trước") + REFERENCES, header1=inside),
        read(p("Trước") + REFERENCES, footer1=inside),
        read(p("Trước"), footnotes=note),
        read(p("Trước"), endnotes=note),
        read(box(inside)),
        read(tbl(tr(tc(inside)))),
        read(f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"),
    ]


def texts(body: Body) -> str:
    return "|".join(each.text for each in (*body.paragraphs, *body.edges, *body.notes) if each.text)


CHANGES = {
    "ins": (paragraph(f"{r('Nay ')}<w:ins {BY}>{r('thêm')}</w:ins>"), "Nay thêm"),
    "del": (paragraph(f"{r('Nay')}<w:del {BY}><w:r><w:delText> bỏ</w:delText></w:r></w:del>"), "Nay"),
    "moveFrom": (paragraph(f"{r('Nay')}<w:moveFrom {BY}>{r(' chuyển')}</w:moveFrom>"), "Nay"),
    "moveTo": (paragraph(f"{r('Nay ')}<w:moveTo {BY}>{r('chuyển')}</w:moveTo>"), "Nay chuyển"),
    "rPrChange": (p("Nay", "", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"), "Nay"),
    "pPrChange": (p("Nay", f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"), "Nay"),
    "mark inserted": (p("Nay", f"<w:rPr><w:ins {BY}/></w:rPr>"), "Nay"),
    "mark deleted": (p("Nay", f"<w:rPr><w:del {BY}/></w:rPr>") + p("mai"), "Nay mai"),
    "mark moved": (p("Nay", f"<w:rPr><w:moveFrom {BY}/></w:rPr>") + p("mai"), "Nay mai"),
    "row inserted": (tbl(tr(tc(p("Nay")), properties=f"<w:ins {BY}/>")), "Nay"),
    "row deleted": (tbl(tr(tc(p("Bỏ")), properties=f"<w:del {BY}/>"), tr(tc(p("Nay")))), "Nay"),
    "cell inserted": (tbl(tr(tc(p("Nay"), f"<w:cellIns {BY}/>"))), "Nay"),
    "cell deleted": (tbl(tr(tc(p("Bỏ"), f"<w:cellDel {BY}/>"), tc(p("Nay")))), "Nay"),
    **{
        f"range of {kind}": (paragraph(f'<w:{kind}RangeStart {BY}/>{r("Nay")}<w:{kind}RangeEnd w:id="1"/>'), "Nay")
        for kind in ("customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo", "moveFrom", "moveTo")
    },
    "table": (tbl(tr(tc(p("Nay"))), properties=f"<w:tblPrChange {BY}><w:tblPr/></w:tblPrChange>"), "Nay"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_tracked_change_is_found_and_read_as_accepted(change: str) -> None:
    inside, text = CHANGES[change]
    for body in everywhere(inside):
        (found,) = unsettled(body)
        assert (found.kind, [each.text for each in found.paragraphs]) == ("changes", [text])
        assert text in texts(body).split("|")
        assert "Bỏ" not in texts(body)
        assert found.sentence == "Tracked changes stand open in 1 paragraph."


def test_a_change_behind_all_paragraphs_is_found() -> None:
    body = read(p("Trước") + p("Sau") + f"<w:sectPr><w:sectPrChange {BY}><w:sectPr/></w:sectPrChange></w:sectPr>")
    assert [each.paragraphs[0].text for each in unsettled(body)] == ["Sau"]


HIDDEN = {
    "direct": p("Ẩn", "", "<w:vanish/>"),
    "row": tbl(tr(tc(p("Ẩn")), properties="<w:hidden/>")),
    "row without a look": tbl(tr(tc("<w:p><w:r><w:t>Ẩn</w:t></w:r></w:p>"), properties="<w:hidden/>")),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_hidden_text_is_found_and_not_read(how: str) -> None:
    for body in everywhere(HIDDEN[how]):
        assert [(each.kind, len(each.paragraphs)) for each in unsettled(body)] == [("hidden", 1)]
        assert "Ẩn" not in texts(body)


def test_text_that_a_style_hides_is_found() -> None:
    style = '<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert [each.kind for each in unsettled(read(p("Ẩn", '<w:pStyle w:val="An"/>'), styles=style))] == ["hidden"]


@pytest.mark.parametrize("look", ['<w:color w:val="ffffff"/>', '<w:sz w:val="2"/>'])
def test_letters_that_nobody_reads_are_found_and_read(look: str) -> None:
    for body in everywhere(p("Mờ", "", look)):
        assert [(each.kind, len(each.paragraphs)) for each in unsettled(body)] == [("faint", 1)]
        assert "Mờ" in texts(body)


def test_comments_are_counted() -> None:
    comments = "".join(f'<w:comment w:id="{n}">{p("Xem lại")}{p("nhé")}</w:comment>' for n in range(3))
    assert [each.sentence for each in unsettled(read(p("Nay"), comments=comments))] == ["There are 3 comments."]


@pytest.mark.parametrize(
    "inside",
    [
        p("Bỏ", "", "<w:strike/>"),
        p(" ", "", "<w:vanish/>"),
        p("", "", '<w:color w:val="FFFFFF"/>'),
        p("Nay", "", '<w:vanish w:val="0"/><w:sz w:val="6"/><w:color w:val="auto"/>'),
        tbl(tr(tc(p("Nay")), properties='<w:hidden w:val="false"/>')),
    ],
)
def test_nothing_else_is_found(inside: str) -> None:
    assert not any(unsettled(body) for body in everywhere(inside))


@pytest.mark.parametrize(
    ("color", "is_faint"),
    [
        ('w:val="FEFEFE"', True),
        ('w:val="F2F2F2"', True),
        ('w:val="000000" w:themeColor="background1"', True),
        ('w:val="808080" w:themeColor="background1" w:themeShade="80"', False),
        ('w:val="D9D9D9"', False),
        ('w:val="FF0000"', False),
        ('w:val="000000" w:themeColor="text1"', False),
    ],
)
def test_what_is_as_pale_as_paper_is_faint(color: str, *, is_faint: bool) -> None:
    found = unsettled(read(p("Nay", "", f"<w:color {color}/>")))
    assert [each.kind for each in found] == (["faint"] if is_faint else [])
