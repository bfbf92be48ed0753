"""``kshc render docx`` as a clerk uses it."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from kshc_cli.documents.word.package import opened, packed
from tests.conftest import EXAMPLES, ROOT, Kshc


def words_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_draft_is_written_beside_the_plan(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(plan_file.read_bytes())
    result = kshc("render", "docx", "--plan", plan)
    assert result.status == 0
    assert not result.out
    assert str(tmp_path / "plan.docx") in result.err
    assert "5 blanks" in result.err
    assert "Điều 3. Chánh Văn phòng Hội đồng nhân dân" in words_of(tmp_path / "plan.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.docx", "plan.yaml"]


def test_two_renders_are_the_same_bytes(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert kshc("render", "docx", "--plan", plan_file, "--out", tmp_path / name).status == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_final_refuses_blanks_and_writes_nothing(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    result = kshc("render", "docx", "--final", "--plan", plan_file, "--out", tmp_path / "final.docx")
    assert result.status == 1
    assert result.out.count("[blank]") == 5
    assert "plan.yaml:" in result.out
    assert list(tmp_path.iterdir()) == []


def test_final_of_a_complete_plan(kshc: Kshc, tmp_path: Path) -> None:
    out = tmp_path / "final.docx"
    assert kshc("render", "docx", "--final", "--plan", EXAMPLES / "sound.yaml", "--out", out).status == 0
    assert "(Kèm theo Quyết định số 07/QĐ-UBND ngày 12 tháng 01 năm 2026" in words_of(out)


@pytest.mark.parametrize("template", ["missing.docx", "plan.yaml", "empty.docx"])
def test_a_template_that_is_none_leaves_the_old_document(
    kshc: Kshc, tmp_path: Path, plan_file: Path, template: str
) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"PK old")
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "plan.yaml").write_bytes(plan_file.read_bytes())
    result = kshc("render", "docx", "--plan", plan_file, "--out", out, "--template", tmp_path / template)
    assert result.status == 3
    assert template in result.err or "Word" in result.err
    assert out.read_bytes() == b"PK old"


def test_a_misspelt_tag_is_named(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    source = plan_file.parent / "templates" / "quyet-dinh-ke-hoach.docx"
    stream = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"decision.authority", b"decision.autority"))
    assert stream.getvalue() != source.read_bytes()
    (tmp_path / "mine.docx").write_bytes(stream.getvalue())
    result = kshc(
        "render", "docx", "--plan", plan_file, "--out", tmp_path / "o.docx", "--template", tmp_path / "mine.docx"
    )
    assert result.status == 3
    assert "autority" in result.err
    assert not (tmp_path / "o.docx").exists()


@pytest.mark.parametrize("name", ["plan.yaml", "link.yaml", "mine.docx"])
def test_what_the_document_is_made_from_is_never_replaced(kshc: Kshc, tmp_path: Path, name: str) -> None:
    template = (ROOT / "templates" / "quyet-dinh-ke-hoach.docx").read_bytes()
    (tmp_path / "plan.yaml").write_bytes((EXAMPLES / "sound.yaml").read_bytes())
    (tmp_path / "link.yaml").symlink_to(tmp_path / "plan.yaml")
    (tmp_path / "mine.docx").write_bytes(template)
    before = (tmp_path / name).read_bytes()
    result = kshc(
        "render",
        "docx",
        "--plan",
        tmp_path / "plan.yaml",
        "--template",
        tmp_path / "mine.docx",
        "--out",
        tmp_path / name,
    )
    assert result.status == 2
    assert "made from" in result.err
    assert (tmp_path / name).read_bytes() == before


def test_an_empty_name_is_no_file(kshc: Kshc) -> None:
    assert kshc("render", "docx", "--plan", EXAMPLES / "sound.yaml", "--out", "").status == 2


def test_final_refuses_a_plan_with_errors(kshc: Kshc, tmp_path: Path) -> None:
    plan = EXAMPLES / "rules" / "duplicate-task-id" / "in-a-table.yaml"
    result = kshc("render", "docx", "--final", "--plan", plan, "--out", tmp_path / "final.docx")
    assert result.status == 1
    assert "[duplicate-task-id]" in result.out
    assert list(tmp_path.iterdir()) == []
    assert kshc("render", "docx", "--plan", plan, "--out", tmp_path / "draft.docx").status == 0


@pytest.mark.parametrize("command", ["render docx", "render extract --all", "edit docx"])
def test_a_draft_of_a_plan_with_errors_says_so(kshc: Kshc, tmp_path: Path, command: str) -> None:
    plan = EXAMPLES / "rules" / "duplicate-task-id" / "in-a-table.yaml"
    told = kshc(*command.split(), "--plan", plan, "--out", tmp_path / "out.docx")
    assert told.status == 0
    assert f"{plan} has 1 error, which stands in the document, too; run `kshc validate`.\n" in told.err


@pytest.mark.parametrize("escape", ["\\x07", "\\x0c", "\\x01", "\\uFFFE", "\\uFFFF"])
def test_what_no_document_can_hold_is_no_fault_of_the_template(kshc: Kshc, tmp_path: Path, escape: str) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    assert "time: Trong tháng 3 năm 2026\n" in text
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.docx"
    text = text.replace("time: Trong tháng 3 năm 2026\n", f'time: "Trong{escape} tháng 3"\n', 1)
    plan.write_text(text, encoding="utf-8")
    told = kshc("render", "docx", "--plan", plan, "--out", out)
    assert (told.status, told.err.splitlines()[0]) == (0, f"{plan} has errors; run `kshc validate`.")
    cells = [cell.text for table in Document(str(out)).tables for cell in table._cells]  # noqa: SLF001
    assert "Trong□ tháng 3" in cells


def test_dots_are_blanks(kshc: Kshc, tmp_path: Path) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(text.replace('number: "07"', 'number: "…."'), encoding="utf-8")
    result = kshc("render", "docx", "--final", "--plan", tmp_path / "plan.yaml", "--out", tmp_path / "final.docx")
    assert result.status == 1
    assert "[blank]" in result.out


def test_a_template_cannot_fill_the_memory(kshc: Kshc, tmp_path: Path) -> None:
    source = ROOT / "templates" / "quyet-dinh-ke-hoach.docx"
    stream = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"decision.authority", b"'a' * 10 ** 10"))
    (tmp_path / "bomb.docx").write_bytes(stream.getvalue())
    plan, out = EXAMPLES / "sound.yaml", tmp_path / "o.docx"
    result = kshc("render", "docx", "--plan", plan, "--out", out, "--template", tmp_path / "bomb.docx")
    assert result.status == 3
    assert len(result.err.splitlines()) == 1


def test_a_folder_that_does_not_exist(kshc: Kshc, tmp_path: Path) -> None:
    result = kshc("render", "docx", "--plan", EXAMPLES / "sound.yaml", "--out", tmp_path / "none" / "o.docx")
    assert result.status == 3
    assert "none" in result.err


def saved_in_word(path: Path) -> None:
    """Save a document of kshc's as Word does: with its own name in the properties."""
    parts = opened(path.read_bytes())
    told = parts["docProps/app.xml"]
    assert b">kshc<" in told
    parts["docProps/app.xml"] = told.replace(b">kshc<", b">Microsoft Office Word<")
    path.write_bytes(packed(parts))


def saved_by_python_docx(path: Path) -> None:
    """Change a document of kshc's as a program does that leaves its properties as they were."""
    document = Document(str(path))
    document.add_paragraph("Một đoạn của văn thư.")
    document.save(str(path))
    assert b">kshc<" in opened(path.read_bytes())["docProps/app.xml"]


def saved_as_doc(path: Path) -> None:
    """Save a document as Word did before 2007."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_what_was_saved_in_word_is_replaced_only_by_force(kshc: Kshc, tmp_path: Path) -> None:
    plan, document = tmp_path / "plan.yaml", tmp_path / "plan.docx"
    plan.write_bytes((EXAMPLES / "sound.yaml").read_bytes())
    assert kshc("render", "docx", "--plan", plan).status == 0
    assert kshc("render", "docx", "--plan", plan).status == 0
    for edit in (saved_in_word, saved_by_python_docx, saved_as_doc):
        edit(document)
        before = document.read_bytes()
        refused = kshc("render", "docx", "--plan", plan)
        assert (refused.status, refused.out) == (2, "")
        assert "plan.docx was saved by another program" in refused.err
        assert document.read_bytes() == before
        assert kshc("render", "docx", "--plan", plan, "--force").status == 0
        assert document.read_bytes() != before
    document.write_bytes(b"")
    assert kshc("render", "docx", "--plan", plan).status == 0


def test_extracts_saved_in_word_are_replaced_only_by_force(kshc: Kshc, tmp_path: Path) -> None:
    folder = tmp_path / "extracts"
    every = ("render", "extract", "--plan", EXAMPLES / "sound.yaml", "--all", "--out", folder)
    assert kshc(*every).status == 0
    edited = min(folder.iterdir())
    saved_in_word(edited)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    one = ("render", "extract", "--plan", EXAMPLES / "sound.yaml", "--agency", edited.stem, "--out", edited)
    assert kshc(*every).status == kshc(*one).status == 2
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert kshc(*one, "--force").status == 0
    saved_in_word(edited)
    assert kshc(*every, "--force").status == 0
    assert edited.read_bytes() != before[edited]
