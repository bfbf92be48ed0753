"""``kshc check docx --fix`` and ``--annotate``: what has one right form gets it; findings stand as comments."""

import re
import subprocess
import unicodedata
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from kshc_cli.documents.layout.catalogue import RULES, check_layout
from kshc_cli.documents.layout.fixing import fixed
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.commenting import commented
from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import DOCUMENT, opened, packed
from kshc_cli.documents.word.remarks import remarks_of
from kshc_cli.findings import Finding
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.documents.layout.sound import TEXT, sound
from tests.documents.layout.test_rules import CASES, LAST, MOTTO, NATION, NUMBER, RUNNING, changed
from tests.documents.pages import office_is_there
from tests.documents.word_xml import p, r
from tests.tracking.logs import FOLLOWED

REPAIRED = {
    "nd30.I.I.1-paper", "nd30.I.I.3-margins", "nd30.I.I.4-font", "nd30.I.I.4-colour", "nd30.I.I.5-sizes",
    "nd30.I.II.2-parent", "nd30.I.II.2-issuer", "nd30.I.II.3-number", "nd30.I.II.4-place-date", "nd30.I.II.5-title",
    "nd30.I.II.6-authority", "nd30.I.II.6-bases", "nd30.I.II.6-enacting", "nd30.I.II.6-article-label",
    "nd30.I.II.6-justified", "nd30.I.II.6-paragraph-spacing", "nd30.I.II.6-line-spacing", "nd30.I.II.6-weight",
    "nd30.I.II.6-upright", "nd30.I.II.6-size", "nd30.mau-1.3-end-mark", "nd30.I.II.7-position", "nd30.I.II.9-label",
    "nd30.I.II.9-letters", "nd30.I.II.9-list", "nd30.mau-1.3-reference",
}  # fmt: skip
"""The rules whose faults in ``CASES`` all have one right form."""
NEVER = {
    "nd30.8-components",
    "nd30.I.II.6-citations",
    "nd30.I.II.6-indent",
    "nd30.I.II.7-prefix",
    "nd30.I.II.9-archive",
}
"""Rules of which a person has to decide what is right."""


def left(data: bytes) -> list[Finding]:
    return [finding for each in check_layout(read_body(data)).outcomes for finding in each.findings]


def paragraphs(data: bytes) -> list[bytes]:
    root = etree.fromstring(opened(data)[DOCUMENT], etree.XMLParser(remove_blank_text=True))
    return [etree.tostring(one, method="c14n", with_tail=False) for one in root.iter(f"{W}p")]


@pytest.fixture(scope="module")
def rendered() -> bytes:
    """Return the document of an example, which has no finding."""
    plan = read_plan_file((EXAMPLES / "sound.yaml").read_bytes()).plan
    assert plan is not None
    return render_decision(plan, (ROOT / "templates" / "quyet-dinh-ke-hoach.docx").read_bytes())


def with_words(data: bytes, old: str, new: str) -> bytes:
    """Return a document with other words."""
    parts = opened(data)
    xml = parts[DOCUMENT].decode()
    assert old in xml
    return packed({**parts, DOCUMENT: xml.replace(old, new).encode()})


@pytest.mark.parametrize(
    ("rule", "old", "new"), [(rule, *change) for rule, changes in CASES.items() for change in changes]
)
def test_a_fault_with_one_right_form_goes_and_nothing_else_changes(rule: str, old: str, new: str) -> None:
    broken = packed(changed(old, new))
    seen = fixed(broken, RULES, final=False)
    assert {one.rule for one in left(seen.data)} == (set() if seen.repaired else {rule})
    assert {one.rule for one in seen.repaired} <= {rule}
    assert rule not in REPAIRED or seen.repaired or ".Vn" in new
    assert rule not in NEVER or seen.data == broken
    before, after = paragraphs(broken), paragraphs(seen.data)
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= max(seen.places, 2)
    parts, others = opened(broken), opened(seen.data)
    assert {name: data for name, data in parts.items() if name != DOCUMENT} == {
        name: data for name, data in others.items() if name != DOCUMENT
    }


def test_a_sound_document_stays_byte_for_byte() -> None:
    data = packed(sound())
    assert fixed(data, RULES, final=False) == (data, (), 0)


@pytest.mark.parametrize(
    ("old", "wrong", "right"),
    [
        (MOTTO, MOTTO.replace(" - ", " – "), "Độc lập - Tự do - Hạnh phúc"),
        (MOTTO, MOTTO.replace(" - ", "-"), "Độc lập - Tự do - Hạnh phúc"),
        (NATION, NATION.replace("NGHĨA ", "NGHĨA  "), None),
        (NUMBER, NUMBER.replace("Số: ", "Số:"), None),
        (NUMBER, NUMBER.replace("/QĐ", " / QĐ"), None),
    ],
)
def test_words_are_mended_where_they_stand(old: str, wrong: str, right: str | None) -> None:
    seen = fixed(packed(changed(old, wrong)), RULES, final=False)
    words = [one.text for one in read_body(seen.data).paragraphs]
    if right:
        assert right in words
    assert left(seen.data) == []
    number = next(word for word in words if word.startswith("Số:"))
    assert re.fullmatch(r"Số: \d\d/[\w-]+", number)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LAST, LAST.replace("xã./.", "xã v.v...")),
        (LAST, LAST.replace("Ủy ban nhân dân xã./.", "https://dvc.gov.vn/")),
        (LAST, p("(Kèm theo Phụ lục số 01).", TEXT)),
        (LAST, p("Thực hiện từ ngày ký./. (1)", TEXT)),
        ("- Sở Tư pháp;", "- Công ty ABC Co., Ltd."),
        ("- Sở Tư pháp;", "• Sở Tư pháp;"),
        (RUNNING, RUNNING + p("Mã: a", "", '<w:rFonts w:ascii="Code 39" w:hAnsi="Code 39"/>')),
        ('<w:pgSz w:w="11906" w:h="16838"', '<w:pgSz w:w="16838" w:h="23811"'),
    ],
)
def test_what_may_be_meant_so_is_left_to_a_person(old: str, new: str) -> None:
    broken = packed(changed(old, new))
    words = [one.text for one in read_body(broken).paragraphs]
    seen = fixed(broken, RULES, final=False)
    assert [one.text for one in read_body(seen.data).paragraphs] == words
    assert {one.rule for one in left(seen.data)} >= {one.rule for one in left(broken)} - {
        one.rule for one in seen.repaired
    }
    if "Code 39" in new:
        assert "Code 39" in opened(seen.data)[DOCUMENT].decode()
    assert "nd30.I.I.1-paper" not in {one.rule for one in seen.repaired}


def test_day_and_month_get_their_zeros_in_one_run() -> None:
    seen = fixed(packed(changed("ngày 09 tháng 01 năm 2026", "ngày 1 tháng 1 năm 2026")), RULES, final=False)
    assert any("ngày 01 tháng 01 năm 2026" in one.text for one in read_body(seen.data).paragraphs)


def test_a_signed_file_is_not_touched(kshc: Kshc, tmp_path: Path) -> None:
    file = tmp_path / "vb.docx"
    data = packed({**changed(MOTTO, MOTTO.replace(" - ", " – ")), "_xmlsignatures/sig1.xml": b"<x/>"})
    file.write_bytes(data)
    seen = kshc("check", "docx", "--fix", file)
    assert (seen.status, file.read_bytes()) == (3, data)
    assert "digital signature" in seen.out


def test_a_commented_copy_that_somebody_worked_on_is_kept(rendered: bytes, kshc: Kshc, tmp_path: Path) -> None:
    file, out = tmp_path / "vb.docx", tmp_path / "gop-y.docx"
    file.write_bytes(with_words(rendered, "Độc lập - Tự do", "Độc lập – Tự do"))
    assert kshc("check", "docx", file, "--annotate", out).status == 1
    document = docx.Document(str(out))
    document.add_paragraph("Lan viết thêm.")
    document.save(str(out))
    kept = out.read_bytes()
    assert kshc("check", "docx", file, "--annotate", out).status == 2
    assert out.read_bytes() == kept


def test_only_the_wrong_run_of_a_paragraph_is_set_otherwise() -> None:
    words = RUNNING.partition("<w:r>")[0] + r("Thực hiện ", "<w:b/>") + r("rà soát", '<w:color w:val="FF0000"/>')
    xml = f"{words}{r(' thủ tục hành chính, báo cáo kết quả.', '<w:i/>')}</w:p>"
    seen = fixed(packed(changed(RUNNING, xml)), RULES, final=False)
    after = opened(seen.data)[DOCUMENT].decode()
    assert [one.rule for one in seen.repaired] == ["nd30.I.I.4-colour"]
    assert "FF0000" not in after
    assert r("Thực hiện ", "<w:b/>") in after
    assert r(" thủ tục hành chính, báo cáo kết quả.", "<w:i/>") in after


def test_the_command_repairs_in_place_and_dry_run_does_not(kshc: Kshc, tmp_path: Path) -> None:
    file = tmp_path / "vb.docx"
    broken = packed(changed(MOTTO, MOTTO.replace(" - ", " – ")))
    file.write_bytes(broken)
    tried = kshc("check", "docx", "--fix", "--dry-run", file)
    assert (tried.status, file.read_bytes()) == (0, broken)
    assert "1 place would be repaired; nothing was written." in tried.err
    done = kshc("check", "docx", "--fix", file)
    assert (done.status, left(file.read_bytes())) == (0, [])
    assert "repaired: Tiêu ngữ (the motto) reads “Độc lập – Tự do – Hạnh phúc”." in done.out
    again = file.read_bytes()
    assert "nothing was repaired" in kshc("check", "docx", "--fix", file).err
    assert file.read_bytes() == again
    assert kshc("check", "docx", "--dry-run", file).status == 2


def test_the_repaired_file_may_be_another_one(kshc: Kshc, tmp_path: Path) -> None:
    file, out = tmp_path / "vb.docx", tmp_path / "sua.docx"
    broken = packed(changed(MOTTO, MOTTO.replace(" - ", " – ")))
    file.write_bytes(broken)
    tried = kshc("check", "docx", "--fix", "--dry-run", "--out", out, file)
    assert "to be repaired: Tiêu ngữ" in tried.out
    assert not out.exists()
    assert kshc("check", "docx", "--fix", "--out", out, file).status == 0
    assert (file.read_bytes(), left(out.read_bytes())) == (broken, [])
    for refused in (
        ("--fix", "--out", out, file),
        ("--out", tmp_path / "x.docx", file),
        ("--fix", "--out", "x", file, file),
    ):
        assert kshc("check", "docx", *refused).status == 2


def test_findings_are_comments_at_their_words(rendered: bytes, tmp_path: Path, kshc: Kshc) -> None:
    file, out = tmp_path / "vb.docx", tmp_path / "gop-y.docx"
    file.write_bytes(with_words(rendered, "Độc lập - Tự do", "Độc lập – Tự do"))
    found = left(file.read_bytes())
    run = ("check", "docx", file, "--annotate", out, "--today", "2026-05-04")
    assert kshc(*run).status == 1
    document = docx.Document(str(out))
    told = [(one.text.splitlines()[0], one.author, str(one.timestamp)[:10]) for one in document.comments]
    assert told == [(f"{one.severity.capitalize()} · {one.rule}", "kshc", "2026-05-04") for one in found]
    assert [one.rule for one in found] == ["nd30.I.II.1-tieu-ngu"]
    assert [one.text for one in read_body(out.read_bytes()).paragraphs] == [
        one.text for one in read_body(file.read_bytes()).paragraphs
    ]
    first = out.read_bytes()
    assert kshc(*run).status == 1
    assert out.read_bytes() == first


def test_a_comment_marks_the_quoted_words_of_a_paragraph(rendered: bytes) -> None:
    remark = next(remarks_of(left(with_words(rendered, "Độc lập - Tự do", "Độc lập – Tự do"))))
    xml = opened(commented(rendered, [remark._replace(words=("Tự do",))], date(2026, 5, 4)))[DOCUMENT].decode()
    marked = re.search(r"<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd", xml, re.DOTALL)
    assert marked
    assert re.sub(r"<[^>]+>", "", marked[1]) == "Tự do"


def test_what_a_copy_would_replace_is_refused(rendered: bytes, kshc: Kshc, tmp_path: Path) -> None:
    file, other = tmp_path / "vb.docx", tmp_path / "other.docx"
    for each in (file, other):
        each.write_bytes(rendered)
    assert kshc("check", "docx", file, "--annotate", file).status == 2
    assert kshc("check", "docx", file, "--annotate", other).status == 2
    assert kshc("check", "docx", file, other, "--annotate", tmp_path / "out.docx").status == 2
    assert kshc("check", "docx", file, "--annotate", tmp_path / "none" / "out.docx").status == 3
    assert {one.read_bytes() for one in (file, other)} == {rendered}


def test_libreoffice_keeps_the_comments(rendered: bytes, tmp_path: Path) -> None:
    if not office_is_there():
        pytest.skip("needs LibreOffice")
    data = with_words(rendered, "Độc lập - Tự do", "Độc lập – Tự do")
    file = tmp_path / "gop-y.docx"
    file.write_bytes(commented(data, [*remarks_of(left(data))], date(2026, 5, 4)))
    convert = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run([*convert, "odt", str(file)], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    file.unlink()
    subprocess.run([*convert, "docx", "gop-y.odt"], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    told = [one.text for one in docx.Document(str(file)).comments]
    assert [one.splitlines()[0] for one in told] == [f"Error · {one.rule}" for one in left(data)]


def test_a_document_in_decomposed_letters_is_judged() -> None:
    parts = changed(MOTTO, MOTTO.replace(" - ", " – "))
    parts[DOCUMENT] = unicodedata.normalize("NFD", parts[DOCUMENT].decode()).encode()
    assert "nd30.I.II.1-tieu-ngu" in {one.rule for one in left(packed(parts))}


@pytest.mark.parametrize(
    "command", ["docx", "report --quarter 2", "reminder --agency van-phong", "extract --agency van-phong"]
)
def test_no_document_replaces_the_log(command: str, kshc: Kshc, tmp_path: Path) -> None:
    plan, log = tmp_path / "plan.yaml", tmp_path / "progress.yaml"
    plan.write_bytes(FOLLOWED.read_bytes())
    log.write_text("schema: kshc-progress/1\nentries: []\n", encoding="utf-8")
    kept = log.read_bytes()
    assert kshc("render", *command.split(), "--plan", plan, "--out", log, "--force").status == 2
    assert log.read_bytes() == kept


@pytest.mark.parametrize(("is_finished", "last"), [(True, "Đã làm 10 việc./."), (False, "Đã làm 10 việc.")])
def test_the_end_mark_is_put_where_the_ending_stands_below(
    kshc: Kshc, tmp_path: Path, is_finished: bool, last: str
) -> None:
    path, made = tmp_path / "bc.docx", docx.Document()
    head = made.add_table(1, 2)
    head.cell(0, 0).text = "UBND XÃ MỸ HÒA\nSố: 5/BC-UBND"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    for words in ("BÁO CÁO", "Kết quả cải cách hành chính", "Đã làm 10 việc."):
        made.add_paragraph(words)
    if is_finished:
        foot = made.add_table(1, 2)
        foot.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
        foot.cell(0, 1).text = "CHỦ TỊCH\n\nTrần Văn Tám"
    made.save(str(path))
    kshc("check", "docx", path, "--fix")
    assert last in [one.text for one in docx.Document(str(path)).paragraphs]
    assert ("[nd30.mau-1.3-end-mark]" in kshc("check", "docx", path).out) is not is_finished
