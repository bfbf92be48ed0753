"""``kshc check docx`` as a clerk and as CI use it."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from kshc_cli.documents.word.package import packed
from kshc_cli.messages import use_language
from tests.conftest import EXAMPLES, Kshc
from tests.documents.layout.sound import sound
from tests.documents.layout.test_foreign import by_hand
from tests.documents.word_xml import p, r, word_file

MISTAKES = EXAMPLES / "layout" / "mistakes.docx"
BROKEN = {"nd30.I.II.1-tieu-ngu", "nd30.I.II.3-number", "nd30.I.II.7-signer"}


@pytest.fixture
def right(tmp_path: Path) -> Path:
    """A sound document."""
    path = tmp_path / "sound.docx"
    path.write_bytes(packed(sound()))
    return path


def warned(folder: Path) -> Path:
    """A document that only warnings are said about."""
    parts = sound()
    xml = parts["word/document.xml"].decode().replace("(Kèm theo", "(Ban hành kèm theo")
    path = folder / "warned.docx"
    path.write_bytes(packed({**parts, "word/document.xml": xml.encode()}))
    return path


def test_findings_have_place_words_and_remedy(kshc: Kshc) -> None:
    result = kshc("check", "docx", MISTAKES)
    assert result.status == 1
    assert (
        f"{MISTAKES}: paragraph 6, table 1, row 2, cell 1: error:"
        " The number 7 has no 0 before it. [nd30.I.II.3-number]\n"
        "  | Số: 7/QĐ-UBND\n"
        "  Write a 0 before numbers below 10.\n"
    ) in result.out
    assert {rule for rule in BROKEN if f"[{rule}]" in result.out} == BROKEN
    assert result.out.count("[") == 3
    assert f"\n{MISTAKES}\t68\t3\t11\n" in result.out
    assert "The parent body's name was not found" not in result.out
    listed = kshc("-v", "check", "docx", MISTAKES).out
    assert "nd30.I.II.2-parent\tnot evaluated\tThe parent body's name was not found\n" in listed
    assert "1 file, 3 errors, 0 warnings" in result.err


def test_a_sound_document(kshc: Kshc, right: Path) -> None:
    result = kshc("check", "docx", "--final", "--strict", right)
    assert result.status == 0
    assert result.out.splitlines() == [
        f"{right}: checked as quyết định, kế hoạch.",
        "File\tPassed\tFailed\tNot evaluated",
        f"{right}\t75\t0\t7",
    ]
    listed = kshc("-v", "check", "docx", right).out
    assert [line for line in listed.splitlines() if "\tnot evaluated\t" in line] == [
        "nd30.I.II.5-letter-subject\tnot evaluated\tit is not for this kind of document",
        "nd30.I.II.9-addressees\tnot evaluated\tit is not for this kind of document",
        "nd30.I.II.9-addressees-list\tnot evaluated\tit is not for this kind of document",
        "nd30.I.III.1-annex-number\tnot evaluated\tit is not for this kind of document",
        "nd30.I.III.1-annex-name\tnot evaluated\tit is not for this kind of document",
        "nd30.I.III.1-annex-mentioned\tnot evaluated\tthe file does not hold both a text and its Phụ lục",
        "practice.on-behalf\tnot evaluated\tit is not for this kind of document",
        "practice.settled\tnot evaluated\ta draft may hold them",
    ]
    assert listed.count("\tpassed\t") == 74


def test_an_extract_is_no_official_document(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    out = tmp_path / "out.docx"
    made = kshc("render", "extract", "--plan", plan_file, "--agency", "Phường 1", "--out", out)
    assert made.status == 0
    result = kshc("check", "docx", "--strict", out)
    assert result.status == 0
    assert result.out == f"{out}: nothing to check: not an official document of a kind that can be told.\n"
    (file,) = json.loads(kshc("check", "docx", out, "--format", "json").out)["files"]
    assert (file["origin"], file["passed"], file["failed"]) == ("untold", 0, 0)


def test_warnings_fail_only_strictly(kshc: Kshc, tmp_path: Path) -> None:
    path = warned(tmp_path)
    assert kshc("check", "docx", path).status == 0
    assert "warning" in kshc("check", "docx", path).out
    assert kshc("check", "docx", path, "--strict").status == 1


def test_what_is_not_seen_is_said_and_a_warning_in_the_end(kshc: Kshc, tmp_path: Path) -> None:
    inserted = f'<w:p><w:ins w:id="1" w:author="A">{r("Thêm.")}</w:ins></w:p>'
    parts = sound()
    xml = parts["word/document.xml"].decode().replace("<w:body>", f"<w:body>{inserted}{p('Mật', '', '<w:vanish/>')}")
    path = tmp_path / "unsettled.docx"
    path.write_bytes(packed({**parts, "word/document.xml": xml.encode()}))
    said = ["Tracked changes stand open in 1 paragraph.", "Text is hidden in 1 paragraph."]
    draft = kshc("check", "docx", path)
    assert "[practice.settled]" not in draft.out
    final = kshc("check", "docx", path, "--final")
    for each in said:
        assert f"{path}: {each}\n" in draft.out
        assert f"warning: {each} [practice.settled]\n" in final.out
        assert f"{path}: {each}\n" not in final.out
    (file,) = json.loads(kshc("check", "docx", path, "--format", "json").out)["files"]
    assert file["unsettled"] == {"changes": 1, "hidden": 1}


def test_blanks_are_for_drafts(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(packed(by_hand()))
    assert kshc("check", "docx", path).status == 0
    result = kshc("check", "docx", path, "--final")
    assert result.status == 1
    assert "The number is blank." in result.out
    assert "The date is blank." in result.out


def test_json(kshc: Kshc, right: Path) -> None:
    result = kshc("check", "docx", MISTAKES, right, "--format", "json")
    assert result.status == 1
    record = json.loads(result.out)
    assert {name: record[name] for name in ("schema", "profile", "final")} == {
        "schema": "kshc.layout/1",
        "profile": "nd30-2020",
        "final": False,
    }
    bad, good = record["files"]
    assert {each["rule"] for each in bad["rules"] if each["outcome"] == "failed"} == BROKEN
    assert [bad[name] for name in ("readable", "errors", "warnings", "passed", "failed", "not_evaluated")] == [
        True, 3, 0, 68, 3, 11,
    ]  # fmt: skip
    assert all(bool(each["reason"]) is (each["outcome"] == "not_evaluated") for each in bad["rules"])
    assert bad["findings"][0]["word_place"]["quote"] == "Độc lập – Tự do – Hạnh phúc"
    assert (good["findings"], good["passed"]) == ([], 74)


def test_github(kshc: Kshc) -> None:
    result = kshc("check", "docx", MISTAKES, "--format", "github")
    assert result.status == 1
    lines = result.out.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"::error file={MISTAKES},title=kshc nd30.I.II.") for line in lines)
    assert "paragraph 6, table 1, row 2, cell 1: The number 7 has no 0 before it." in lines[1]
    assert "3 errors" in result.err


def test_vietnamese_on_a_terminal(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, right: Path) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    monkeypatch.chdir(right.parent)  # where this lies would say where the lines break
    Path(MISTAKES.name).write_bytes(MISTAKES.read_bytes())
    for columns in ("80", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        result = kshc("--color", "always", "check", "docx", MISTAKES.name, right.name)
        assert "Trước họ tên người ký có ghi" in result.out
        assert "Không đánh giá được" in result.out
    use_language("en")


def zipped(**entries: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNUSABLE = {
    "not a Word file": b"Quyet dinh",
    "97–2003": COMPOUND + b"\0" * 600,
    "password": COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    "macros": packed({**sound(), "word/vbaProject.bin": b"x"}),
    "unpacked": zipped(bomb=b"\0" * (65 * 1024 * 1024)),
    "XML is broken": packed({**sound(), "word/document.xml": b"<w:document"}),
    "150000 paragraphs": packed({**sound(), "word/document.xml": b"<w:p/>" * 150_001}),
    "20000 pieces": word_file(f"<w:p>{r('x') * 20_001}</w:p>"),
}
REMEDIES = {
    "not a Word file": "Name a Word file (.docx).",
    "97–2003": "Save it in Word as .docx.",
    "password": "Save it in Word without one.",
    "macros": "Save it in Word as a document without macros (.docx).",
    "unpacked": "Take large pictures out of it, or split it into several files.",
    "150000 paragraphs": "Split it into several files.",
    "20000 pieces": "Split that paragraph, or the document, into several.",
}
"""What to do about a file by what is wrong with it; about others: another file."""


@pytest.mark.parametrize("reason", UNUSABLE)
def test_a_file_that_cannot_be_used_is_one_finding(kshc: Kshc, tmp_path: Path, right: Path, reason: str) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(UNUSABLE[reason])
    result = kshc("check", "docx", path, right)
    assert result.status == 3
    lines = [line for line in result.out.splitlines() if "[unreadable-file]" in line]
    assert len(lines) == 1
    assert reason in lines[0]
    assert f"{right}\t74\t0\t8" in result.out
    assert f"{path}\t" not in result.out
    assert result.err.startswith("1 file, 0 errors, ")
    record = json.loads(kshc("check", "docx", path, right, "--format", "json").out)
    assert [(each["readable"], each["passed"]) for each in record["files"]] == [(False, 0), (True, 74)]
    assert [len(each["findings"]) for each in record["files"]] == [1, 0]
    remedy = record["files"][0]["findings"][0]["remedy"]
    assert remedy == REMEDIES.get(reason, "Check a document that Word has saved as .docx.")
    told = kshc("import", "docx", path).err
    assert told.rstrip().endswith(REMEDIES.get(reason, "."))


def test_files_that_are_not_there(kshc: Kshc, tmp_path: Path) -> None:
    none = tmp_path / "none.docx"
    result = kshc("check", "docx", tmp_path, none)
    assert result.status == 3
    assert result.out == (
        f"{tmp_path}: error: The file cannot be used: this is a folder, not a file. [unreadable-file]\n"
        f"{none}: error: The file cannot be used: there is no such file or folder. [unreadable-file]\n"
    )
    assert result.err == ""
    assert kshc("check", "docx", none, "--format", "github").err == ""
    (tmp_path / "large.docx").write_bytes(b"x" * (33 * 1024 * 1024))
    assert "larger than 32 MB" in kshc("check", "docx", tmp_path / "large.docx").out


def test_usage(kshc: Kshc, right: Path) -> None:
    result = kshc("check", "docx", right, "--profile", "nd30-2002")
    assert result.status == 2
    assert "nd30-2020" in result.err
    assert kshc("check", "docx").status == 2
    assert "Did you mean" in kshc("check", "doxc", right).err


@pytest.mark.parametrize("plan", ["plan.yaml", "tests/examples/sound.yaml"])
def test_our_own_documents_are_laid_out_by_the_decree(kshc: Kshc, tmp_path: Path, plan_file: Path, plan: str) -> None:
    out = tmp_path / "out.docx"
    assert kshc("render", "docx", "--plan", plan_file.parent / plan, "--out", out).status == 0
    result = kshc("check", "docx", out)
    assert result.status == 0
    assert "error" not in result.out


def test_our_own_final_document(kshc: Kshc, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert kshc("render", "docx", "--final", "--plan", EXAMPLES / "sound.yaml", "--out", out).status == 0
    assert kshc("check", "docx", "--final", "--strict", out).status == 0


def test_a_file_is_never_changed(kshc: Kshc, right: Path) -> None:
    before = right.read_bytes()
    kshc("check", "docx", right)
    assert right.read_bytes() == before
