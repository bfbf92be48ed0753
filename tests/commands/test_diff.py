"""``kshc diff``: files, revisions of a real git repository, Word documents; its forms; git's external diff."""

import contextlib
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from tests.conftest import EXAMPLES, ROOT, Kshc, Result

SAME = Result(0, "", "Nothing differs.\n")
OLD_TIME = "Từ tháng 02 đến tháng 6 năm 2024"
NEW_TIME = "Từ tháng 02 đến tháng 7 năm 2024"


@pytest.fixture
def texts() -> tuple[str, str]:
    """Return the project's plan, and the same with another time of task 1.2.1."""
    text = (ROOT / "plan.yaml").read_text(encoding="utf-8")
    return text, text.replace(OLD_TIME, NEW_TIME)


@pytest.fixture
def sides(tmp_path: Path, texts: tuple[str, str]) -> tuple[Path, Path]:
    """Return both as files."""
    old, new = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    old.write_text(texts[0], encoding="utf-8")
    new.write_text(texts[1], encoding="utf-8")
    return old, new


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it says."""
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(["git", *settings, *arguments], cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return run.stdout


@pytest.fixture
def repository(tmp_path: Path, texts: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with the plan committed, another one in its work tree, and kshc run in it."""
    folder = tmp_path / "kho"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "plan.yaml").write_text(texts[0], encoding="utf-8")
    (folder / ".gitattributes").write_bytes((ROOT / "src/kshc_cli/starter/gitattributes").read_bytes())
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "một")
    (folder / "plan.yaml").write_text(texts[1], encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_words_and_what_they_mean_are_told(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    told = kshc("diff", *sides)
    assert told.status == 0
    assert "time: Từ tháng 02 đến tháng [-6-]{+7+} năm 2024\n" in told.out
    assert "⇒ last day: 30/06/2024 → 31/07/2024\n" in told.out
    assert kshc("diff", "--exit-code", *sides).status == 1
    assert kshc("diff", "--exit-code", sides[0], sides[0]) == SAME


ANEW = ("1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.3.6")


def without_first(text: str) -> str:
    """Return the project's plan without row 3.1, the ids of the rows behind it counted anew."""
    start, end = (re.search(rf"^ +- id: {re.escape(one)}\n", text, re.MULTILINE) for one in ANEW[:2])
    assert start
    assert end
    text = text[: start.start()] + text[end.start() :]
    for new, old in pairwise(ANEW):
        text = text.replace(f"- id: {old}\n", f"- id: {new}\n")
    return text


def test_a_row_that_is_gone_is_told_apart_from_the_one_that_has_its_id_now(
    kshc: Kshc, sides: tuple[Path, Path], texts: tuple[str, str]
) -> None:
    sides[1].write_text(without_first(texts[0]), encoding="utf-8")
    told = kshc("diff", *sides).out
    assert told.startswith("Task: removed 1, another id 5\n\n5 tasks have other ids: all else of them is the same\n")
    assert "\nTask 1.3.1 (3.1): removed\n" in told
    assert told.count("owes it no more") == 1
    sides[1].write_text(without_first(texts[0]).replace('"3.2"', '"3.1"'), encoding="utf-8")
    _before, gone, same = kshc("diff", *sides).out.split("\nTask 1.3.1 (3.1): ")
    assert gone.startswith("removed\n")
    assert "⇒ owes it no more" in gone
    assert same.startswith("another id, renumbered, known again: its content is the same\n")
    assert "⇒" not in same


def test_a_table_without_a_heading_has_no_words(kshc: Kshc, tmp_path: Path, texts: tuple[str, str]) -> None:
    old, new = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    old.write_text(texts[0], encoding="utf-8")
    task = "{id: m, number: '1', content: Việc mới, lead: Công an Thành phố, time: Tháng 8}"
    new.write_text(texts[0].replace("tables:\n", f"tables:\n        - tasks: [{task}]\n", 1), encoding="utf-8")
    assert "Table: added\n  I. NỘI DUNG VÀ THỜI GIAN TRIỂN KHAI.\n\nTask m (1): added\n" in kshc("diff", old, new).out


def test_on_a_terminal_lines_are_short_and_words_are_coloured(
    kshc: Kshc, sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = kshc("--color", "always", "diff", *sides).out
    assert "\x1b[9;31m[-6-]\x1b[0m\x1b[32m{+7+}\x1b[0m" in told
    plain = re.sub(r"\x1b\[[\d;]*m", "", told)
    assert "[-6-]{+7+} năm 2024\n" in plain
    assert max(map(len, plain.splitlines())) <= 80


def test_json_keeps_to_its_schema(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    record = json.loads(kshc("diff", "--format", "json", *sides).out)
    schema = json.loads((ROOT / "schemas" / "diff.schema.json").read_text(encoding="utf-8"))
    Draft7Validator(schema).validate(record)
    (difference,) = record["differences"]
    assert (difference["kind"], difference["id"], difference["field"]) == ("reworded", "1.2.1", "time")
    assert (difference["old"]["words"], difference["new"]["words"]) == (OLD_TIME, NEW_TIME)
    (effect,) = record["effects"]
    assert (effect["old_days"], effect["new_days"]) == (["2024-06-30"], ["2024-07-31"])


def test_examples_keep_to_the_schema(kshc: Kshc) -> None:
    validator = Draft7Validator(json.loads((ROOT / "schemas" / "diff.schema.json").read_text(encoding="utf-8")))
    for old, new in ((ROOT / "plan.yaml", EXAMPLES / "prose.yaml"), (EXAMPLES / "prose.yaml", EXAMPLES / "sound.yaml")):
        record = json.loads(kshc("diff", "--format", "json", old, new).out)
        validator.validate(record)
        assert record["differences"]


def test_markdown_strikes_old_words(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    assert "tháng <del>6</del><ins>7</ins> năm 2024\n" in kshc("diff", "--format", "markdown", *sides).out


def test_the_log_that_no_longer_fits_is_told(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    old, new = sides
    text = new.read_text(encoding="utf-8")
    new.write_text(text.replace("id: 1.2.3\n", "id: 1.2.33\n"), encoding="utf-8")
    entry = "{date: 2024-07-28, what: done, task: 1.2.3, entered: 2024-07-28, id: e1}"
    new.with_name("moi.progress.yaml").write_text(f"schema: kshc-progress/1\nentries:\n- {entry}\n", encoding="utf-8")
    told = kshc("diff", old, new).out
    lost = "recorded, and no longer fitting: done on 28/07/2024, entry e1. The plan has no task “1.2.3”.\n"
    assert lost in told
    log = new.with_name("moi.progress.yaml").rename(old.with_name(f"{old.stem}.progress.yaml"))
    assert lost in kshc("diff", old, new).out
    new.with_name("moi.progress.yaml").write_text("schema: kshc-progress/1\nentries: []\n", encoding="utf-8")
    assert lost not in kshc("diff", old, new).out
    new.with_name("moi.progress.yaml").unlink()
    log.write_text("schema: kshc-progress/1\nentries: 5\n", encoding="utf-8")
    assert "The progress log has errors" in kshc("diff", old, new).err


def recorded(beside: Path, *entries: str) -> None:
    """Write the progress log of a plan: entries without their ids and days of entry."""
    lines = (f"- {{date: 2024-03-05, {one}, entered: 2024-03-05, id: e{place}}}\n" for place, one in enumerate(entries))
    text = "schema: kshc-progress/1\nentries:\n" + "".join(lines)
    beside.with_name(f"{beside.stem}.progress.yaml").write_text(text, encoding="utf-8")


EXTENSION = "The progress log has an extension of 1.2.1 to 31/08/2024, which counts, whatever the new words say"
COUNTS = "The progress log tells of 1.2.1: {}. What names no body there counts for those who lead by the new words"


@pytest.mark.parametrize("output", ["text", "markdown"])
def test_of_another_time_the_extension_that_counts_is_told(kshc: Kshc, sides: tuple[Path, Path], output: str) -> None:
    """Not of what else is recorded, of a duty that nobody has any more, or where the time is the same."""
    old, new = sides
    extended, ended = "what: extended, task: 1.2.1, due: 2024-08-31, by: CV 1", "what: cancelled, task: 1.2.1, by: QĐ 2"
    for entries, is_told in (((extended,), True), (("what: note, task: 1.2.1, note: x",), False)):
        recorded(old, *entries)
        assert (EXTENSION in kshc("diff", "--format", output, old, new).out) is is_told, entries
    recorded(old, extended, ended)
    assert "which counts" not in kshc("diff", "--format", output, old, new).out
    recorded(old, extended)
    new.write_text(old.read_text(encoding="utf-8").replace("- heading: II.", "- heading: 2."), encoding="utf-8")
    assert "which counts" not in kshc("diff", "--format", output, old, new).out


def test_of_others_who_lead_what_is_recorded_is_told(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    """By other words, known or not, and by the same words where the registry changed; not of words for the same."""
    old, new = sides
    recorded(old, "what: partly_done, task: 1.2.1")
    counts = COUNTS.format("partly done 05/03/2024")
    text = old.read_text(encoding="utf-8")
    lead = "lead: Các phòng, ban chuyên môn Thành phố và UBND các xã, phường\n"
    assert text.count(lead) > 0
    for words, is_told in (
        ("lead: Văn phòng HĐND&UBND Thành phố\n", True),
        ("lead: Các phòng, ban chuyên môn Thành phố và UBND các xã, phường; Tổ X\n", True),
        ("lead: Các phòng, ban chuyên môn Thành phố; UBND các xã, phường\n", False),
    ):
        new.write_text(text.replace(lead, words, 1), encoding="utf-8")
        assert (counts in kshc("diff", old, new).out) is is_told, words
    new.write_text(text.replace("      - phuong-1\n", "", 1), encoding="utf-8")
    assert counts in kshc("diff", old, new).out
    assert "tells of" not in kshc("diff", "--format", "json", old, new).out
    new.write_text(text.replace("year: 2024", "year: 2025", 1), encoding="utf-8")
    recorded(new, "what: partly_done, task: 1.2.1")
    assert counts not in kshc("diff", old, new).out


def test_a_body_that_leaves_a_group_owes_its_duties_no_more(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    old, new = sides
    new.write_text(old.read_text(encoding="utf-8").replace("      - phuong-1\n", "", 1), encoding="utf-8")
    told = kshc("diff", old, new).out
    assert "owes it no more: UBND Phường 1\n" in told
    assert "Tasks 1.2.1, 1.3.1" in told


def test_revisions_of_git_are_compared(kshc: Kshc, repository: Path) -> None:
    changed = "tháng [-6-]{+7+} năm 2024"
    for sides in ((), ("HEAD:plan.yaml",), ("HEAD:plan.yaml", "plan.yaml"), ("HEAD:./plan.yaml",)):
        assert changed in kshc("diff", *sides).out, sides
    with contextlib.chdir(repository.parent):
        assert changed in kshc("--plan", repository / "plan.yaml", "diff").out
    git(repository, "commit", "-qam", "hai")
    assert changed in kshc("diff", "HEAD~1:plan.yaml").out
    assert changed in kshc("diff", "HEAD~1:plan.yaml", "HEAD:plan.yaml").out
    assert kshc("diff") == SAME


@pytest.mark.parametrize(
    ("side", "status", "sentence"),
    [
        ("HEAD~9:plan.yaml", 2, "git knows no revision “HEAD~9”."),
        ("HEAD:nothing.yaml", 2, "Revision HEAD has no file nothing.yaml."),
        ("HEAD~1", 2, "There is no file HEAD~1; a revision is named with its file: HEAD~1:plan.yaml."),
        ("nothing.yaml", 3, "nothing.yaml: "),
    ],
)
def test_what_is_not_there_is_one_sentence(kshc: Kshc, repository: Path, side: str, status: int, sentence: str) -> None:
    assert repository.is_dir()
    told = kshc("diff", side)
    assert told.status == status
    assert told.err.startswith(f"Error: {sentence}")
    assert told.err.count("\n") == 1


def test_a_revision_needs_a_repository_and_git(
    kshc: Kshc, sides: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    told = kshc("diff", "HEAD:plan.yaml", sides[0])
    assert (told.status, told.err.count("\n")) == (3, 1)
    assert "in no git repository" in told.err
    monkeypatch.setenv("PATH", str(tmp_path))
    told = kshc("diff", "HEAD:plan.yaml", sides[0])
    assert (told.status, told.err.count("\n")) == (3, 1)
    assert "needs git" in told.err


def test_a_file_may_be_called_like_a_revision(
    kshc: Kshc, sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sides[0].parent)
    Path("a:b.yaml").write_bytes(sides[0].read_bytes())
    assert kshc("diff", "a:b.yaml", sides[1].name).status == 0


def test_broken_plans_are_told_with_their_findings(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    old, new = sides
    old.write_text("schema: kshc/1\nyear: [\n", encoding="utf-8")
    new.write_text("- no plan\n", encoding="utf-8")
    told = kshc("diff", old, new)
    assert told.status == 3
    assert f"{old}:" in told.err
    assert f"{new}:" in told.err


def test_too_many_sides_are_refused(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    assert kshc("diff", *sides, sides[0]).status == 2
    assert kshc("diff", *sides, "--word", "a.docx").status == 2


def test_a_word_document_stands_on_either_side(kshc: Kshc, sides: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sides
    document = tmp_path / "ban-cu.docx"
    assert kshc("--plan", old, "render", "docx", "--out", document).status == 0
    back = kshc("diff", new, "--word", document)
    assert "time: Từ tháng 02 đến tháng [-7-]{+6+} năm 2024\n" in back.out
    assert kshc("--plan", new, "diff", "--word", document).out == back.out
    assert "tháng [-6-]{+7+} năm 2024\n" in kshc("diff", document, new).out
    assert kshc("diff", old, document) == SAME
    assert kshc("diff", document, document) == SAME


def test_git_shows_what_differs_through_kshc(repository: Path) -> None:
    """The lines of .gitattributes change nothing until the driver is set."""
    assert git(repository, "diff").startswith("diff --git a/plan.yaml b/plan.yaml\n")
    program = f'"{sys.executable}" -m kshc_cli diff --git'
    git(repository, "config", "diff.kshc.command", program)
    told = git(repository, "diff")
    assert told.startswith("plan.yaml\n")
    assert "tháng [-6-]{+7+} năm 2024" in told
    git(repository, "commit", "-qam", "hai")
    git(repository, "rm", "-q", "plan.yaml")
    git(repository, "commit", "-qm", "ba")
    said = git(repository, "log", "-p", "--ext-diff", "--format=%s")
    assert "plan.yaml: removed, " in said
    assert "plan.yaml: new, " in said


def test_git_goes_on_where_a_side_is_no_plan(repository: Path) -> None:
    git(repository, "config", "diff.kshc.command", f'"{sys.executable}" -m kshc_cli diff --git')
    (repository / "plan.yaml").write_text("year: [\n", encoding="utf-8")
    told = git(repository, "diff")
    assert "one side is no plan" in told
    assert "\n+year: [\n" in told
    text = git(repository, "show", "HEAD:plan.yaml")
    (repository / "plan.yaml").write_text(f"# ghi chú\n{text}", encoding="utf-8")
    assert "the plan says the same" in git(repository, "diff")


def test_a_word_table_sets_both_beside_each_other(kshc: Kshc, sides: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "so-sanh.docx"
    assert kshc("diff", "--format", "docx", *sides, "--out", out) == Result(0, "", f"Written: {out}\n")
    first = out.read_bytes()
    document = docx.Document(str(out))
    assert document.paragraphs[0].text == "BẢNG SO SÁNH NỘI DUNG SỬA ĐỔI, BỔ SUNG"
    assert document.paragraphs[2].text == "Bản hiện hành: cu.yaml. Bản sửa đổi: moi.yaml."
    page = document.sections[0]
    assert [round((side or 0) / 36_000) for side in (page.page_width, page.page_height)] == [297, 210]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["TT", "Nội dung hiện hành", "Nội dung sửa đổi", "Lý do"]
    assert rows[1][1].startswith("Nhiệm vụ 1.2.1 (2.1): đổi thời gian\nI. NỘI DUNG")
    assert rows[2][1:] == [f"thời gian thực hiện: {OLD_TIME}", f"thời gian thực hiện: {NEW_TIME}", ""]
    assert rows[3][2] == "Hạn: 30/06/2024 → 31/07/2024"
    old, new = (document.tables[0].rows[2].cells[place].paragraphs[0].runs for place in (1, 2))
    assert [run.text for run in old if run.font.strike] == ["6"]
    assert [run.text for run in new if run.font.bold and run.font.underline] == ["7"]
    assert kshc("diff", "--format", "docx", *sides, "--out", out).status == 0
    assert out.read_bytes() == first


def test_a_file_is_written_where_it_is_named_and_may_be(kshc: Kshc, sides: tuple[Path, Path], tmp_path: Path) -> None:
    assert kshc("diff", "--format", "docx", *sides).status == 2
    assert kshc("diff", *sides, "--out", sides[0]).status == 2
    out = tmp_path / "khac.md"
    assert kshc("diff", *sides, "--format", "markdown", "--out", out).status == 0
    assert "<del>6</del>" in out.read_text(encoding="utf-8")
    assert kshc("diff", *sides, "--out", out).status == 2
    assert kshc("diff", *sides, "--out", out, "--force").status == 0
    assert "[-6-]{+7+}" in out.read_text(encoding="utf-8")


def test_a_row_reworded_in_word_is_the_same_task(kshc: Kshc, sides: tuple[Path, Path], tmp_path: Path) -> None:
    document = tmp_path / "sua.docx"
    assert kshc("--plan", sides[0], "render", "docx", "--out", document).status == 0
    edited = docx.Document(str(document))
    runs = [run for table in edited.tables for run in _runs(table) if "đơn giản hóa quy định TTHC" in run.text]
    for run in runs:
        run.text = run.text.replace("đơn giản hóa", "cắt giảm")
    edited.save(str(document))
    told = kshc("diff", sides[0], "--word", document)
    assert "Task: reworded 1\n" in told.out
    assert "Task 1.2.3 (2.3): reworded\n" in told.out
    assert "[-đơn giản hóa-]{+cắt giảm+}" in told.out


def _runs(table: Any) -> list[Any]:  # noqa: ANN401  python-docx
    return [run for row in table.rows for cell in row.cells for one in cell.paragraphs for run in one.runs]
