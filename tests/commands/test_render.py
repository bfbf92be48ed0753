"""``kshc render docx`` as a clerk uses it."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import EXAMPLES, Kshc


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
    out.write_bytes(b"old")
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "plan.yaml").write_bytes(plan_file.read_bytes())
    result = kshc("render", "docx", "--plan", plan_file, "--out", out, "--template", tmp_path / template)
    assert result.status == 3
    assert template in result.err or "Word" in result.err
    assert out.read_bytes() == b"old"


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


def test_a_folder_that_does_not_exist(kshc: Kshc, tmp_path: Path) -> None:
    result = kshc("render", "docx", "--plan", EXAMPLES / "sound.yaml", "--out", tmp_path / "none" / "o.docx")
    assert result.status == 3
    assert "none" in result.err
