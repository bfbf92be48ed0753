"""``kshc render extract`` as the focal officer of a body uses it."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kshc_cli.documents.word.package import packed
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.documents.pages import laid_out, lines, squeezed
from tests.documents.word_file import W, body, parts, task_tables, text, value, with_text
from tools import make_extract_template

GOLDEN = ROOT / "tests" / "golden" / "extract-phong-tu-phap.txt"
TEMPLATE = ROOT / "templates" / "trich-ke-hoach.docx"
SOUND = EXAMPLES / "sound.yaml"


def shown(document: bytes) -> list[str]:
    """Return the paragraphs of an extract, and the rows of its tables with bars between their cells."""
    found = []
    for block in body(document):
        rows = block.iter(W + "tr") if block.tag == W + "tbl" else [block]
        found += [" | ".join(cell_text(cell) for cell in row.iter(W + "tc")) or cell_text(row) for row in rows]
    return [line for line in found if line.strip()]


def cell_text(cell: Any) -> str:  # noqa: ANN401  lxml has no types
    paragraphs = [cell] if cell.tag == W + "p" else cell.iter(W + "p")
    return " / ".join(text(each) for each in paragraphs)


def ids(document: bytes) -> set[str]:
    """Return the ids of the tasks in an extract."""
    firsts = (text(row.find(W + "tc")) for table in task_tables(document) for row in table.iter(W + "tr"))
    return {found[1] for first in firsts if (found := re.search(r"\(([\w.-]+)\)$", first))}


def test_an_extract_word_for_word(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    out = tmp_path / "tu-phap.docx"
    result = kshc("render", "extract", "--plan", plan_file, "--agency", "phong tu phap", "--out", out)
    assert result.status == 0
    assert not result.out
    assert result.err == f"Written: {out}\n"
    assert "\n".join(shown(out.read_bytes())) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_numbers_times_and_days_are_centred_and_words_begin_at_the_left(
    kshc: Kshc, tmp_path: Path, plan_file: Path
) -> None:
    out = tmp_path / "tu-phap.docx"
    assert kshc("render", "extract", "--plan", plan_file, "--agency", "phong tu phap", "--out", out).status == 0
    rows = [list(row.iter(W + "tc")) for table in task_tables(out.read_bytes()) for row in table.iter(W + "tr")]
    tasks = [row for row in rows[1:] if len(row) == 6 and cell_text(row[0]) != "STT"]
    assert tasks
    for row in tasks:
        styles = [{value(each, "pPr/pStyle", "val") for each in cell.iter(W + "p")} for cell in row]
        assert styles == [{"BangGiua"}, {"BangChu"}, {"BangChu"}, {"BangChu"}, {"BangGiua"}, {"BangGiua"}]


def test_the_words_are_vietnamese_and_the_bytes_the_same_in_any_language(
    kshc: Kshc, tmp_path: Path, plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("vi", "en"):
        monkeypatch.setenv("KSHC_LANG", language)
        out = tmp_path / f"{language}.docx"
        assert kshc("render", "extract", "--plan", plan_file, "--agency", "van-phong", "--out", out).status == 0
    assert (tmp_path / "vi.docx").read_bytes() == (tmp_path / "en.docx").read_bytes()


def test_it_is_written_beside_the_plan(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    plan = tmp_path / "2024.yaml"
    plan.write_bytes(plan_file.read_bytes())
    assert kshc("render", "extract", "--plan", plan, "-a", "Phường 1").status == 0
    assert kshc("render", "extract", "--plan", plan, "--all").status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2024-extracts", "2024-phuong-1.docx", "2024.yaml"]
    assert (tmp_path / "2024-extracts" / "phuong-1.docx").read_bytes() == (tmp_path / "2024-phuong-1.docx").read_bytes()


def test_the_extracts_of_all_bodies_cover_every_task(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    result = kshc("render", "extract", "--plan", plan_file, "--all", "--out", tmp_path / "a" / "trich")
    assert result.status == 0
    assert result.err == (
        f"16 extracts written into {tmp_path / 'a' / 'trich'}.\n"
        "Groups have no file, but each of their members: UBND các xã, phường.\n"
    )
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["trich"]
    files = {path.stem: path.read_bytes() for path in (tmp_path / "a" / "trich").iterdir()}
    listed = json.loads(kshc("list", "--plan", plan_file, "--format", "json").out)["tasks"]
    assert set().union(*map(ids, files.values())) == {task["id"] for task in listed}
    for agency in ("phuong-1", "van-phong", "phong-ban"):
        asked = json.loads(kshc("list", "--plan", plan_file, "-a", agency, "--format", "json").out)["tasks"]
        assert ids(files[agency]) == {task["id"] for task in asked}
        assert len([1 for line in shown(files[agency]) if re.match(r"(\S* / )?\([\w.]+\) \| ", line)]) == len(asked)


def test_a_group_has_a_file_only_where_it_holds_others_than_its_members(
    kshc: Kshc, tmp_path: Path, plan_file: Path
) -> None:
    text = plan_file.read_text(encoding="utf-8")
    group = "  - id: xa-phuong\n"
    assert group in text
    for name, changed, has in (("closed", group, False), ("open", f"{group}    open: true\n", True)):
        plan = tmp_path / f"{name}.yaml"
        plan.write_text(text.replace(group, changed), encoding="utf-8")
        assert kshc("render", "extract", "--plan", plan, "--all", "--out", tmp_path / name).status == 0
        files = {path.stem: path.read_bytes() for path in (tmp_path / name).iterdir()}
        assert ("xa-phuong" in files) is has
        assert {"phong-ban", "phuong-1", "xa-tan-phu-dong"} <= files.keys()
    assert ids(files["xa-phuong"]) <= ids(files["phuong-1"])
    one = tmp_path / "one.docx"
    assert kshc("render", "extract", "--plan", plan, "--agency", "xa-phuong", "--out", one).status == 0


@pytest.mark.parametrize("role", ["lead", "coop"])
def test_one_role(kshc: Kshc, tmp_path: Path, plan_file: Path, role: str) -> None:
    out = tmp_path / "out.docx"
    assert kshc("render", "extract", "--plan", plan_file, "-a", "van-phong", "--role", role, "--out", out).status == 0
    asked = kshc("list", "--plan", plan_file, "-a", "van-phong", "--role", role, "--format", "json").out
    tasks = json.loads(asked)["tasks"]
    assert ids(out.read_bytes()) == {task["id"] for task in tasks}
    (table,) = task_tables(out.read_bytes())
    headers = [text(cell) for cell in next(table.iter(W + "tr")).iter(W + "tc")]
    assert headers[3] == {"lead": "Cơ quan phối hợp", "coop": "Cơ quan chủ trì"}[role]
    assert f"{len(tasks)} nhiệm vụ" in " ".join(shown(out.read_bytes()))


def test_who_takes_part_in_nothing_gets_no_file(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    out = tmp_path / "out"
    result = kshc("render", "extract", "--plan", plan_file, "-a", "phuong-1", "--role", "lead", "--out", out)
    assert result.status == 0
    assert out.exists()
    out.unlink()
    result = kshc("render", "extract", "--plan", plan_file, "-a", "trung-tam-tin-hoc", "--role", "coop", "--out", out)
    assert result.status == 0
    assert result.err == "Trung Tâm tin học TPSĐ has no such task; nothing was written.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--agency"),
        (["--all", "--agency", "phuong-1"], "--agency"),
        (["--agency", "phuong"], "fits several agencies"),
        (["--agency", "phuong so 99 xyz"], "No agency is called"),
        (["--all", "--out", "-"], "--out names no file"),
    ],
)
def test_wrong_arguments(kshc: Kshc, plan_file: Path, arguments: list[str], said: str) -> None:
    result = kshc("render", "extract", "--plan", plan_file, *arguments)
    assert result.status == 2
    assert said in result.err


def test_what_it_is_made_from_is_never_replaced(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(SOUND.read_bytes())
    known = json.loads(kshc("agencies", "--plan", SOUND, "--used", "--format", "json").out)["agencies"][0]["id"]
    template = tmp_path / f"{known}.docx"
    template.write_bytes(TEMPLATE.read_bytes())
    own = ("--plan", tmp_path / "plan.yaml", "--template", template)
    for arguments in (("-a", known, "--out", tmp_path / "plan.yaml"), ("-a", known, "--out", template)):
        assert kshc("render", "extract", *own, *arguments).status == 2
    result = kshc("render", "extract", *own, "--all", "--out", tmp_path)
    assert result.status == 2
    assert "made from" in result.err
    assert template.read_bytes() == TEMPLATE.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.yaml", template.name]


def test_a_template_of_ones_own_and_a_broken_one(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    mine, broken = tmp_path / "mine.docx", tmp_path / "broken.docx"
    template = TEMPLATE.read_bytes()
    mine.write_bytes(with_text(template, "TRÍCH {{ plan.title|upper }}", "{{ issuer.name }}: lịch việc"))
    broken.write_bytes(with_text(template, "plan.subject", "plan.subjekt"))
    out = tmp_path / "out.docx"
    common = ("render", "extract", "--plan", plan_file)
    assert kshc(*common, "-a", "phuong-1", "--template", mine, "--out", out).status == 0
    assert "Ủy ban nhân dân thành phố Sa Đéc: lịch việc" in shown(out.read_bytes())
    result = kshc(*common, "--all", "--template", broken, "--out", tmp_path / "all")
    assert result.status == 3
    assert "{{ plan.subjekt }}" in result.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.docx", "mine.docx", "out.docx"]


def test_all_or_nothing(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "trich" / "phuong-1.docx").mkdir(parents=True)
    for name, said in (("file", "is a file and no folder"), ("trich", "this is a folder")):
        result = kshc("render", "extract", "--plan", plan_file, "--all", "--out", tmp_path / name)
        assert result.status == 3
        assert said in result.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "trich"]
    assert [path.name for path in (tmp_path / "trich").iterdir()] == ["phuong-1.docx"]


def test_old_extracts_are_replaced_and_other_files_stay(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    (tmp_path / "phuong-1.docx").write_bytes(b"PK old")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    assert kshc("render", "extract", "--plan", plan_file, "--all", "--out", tmp_path).status == 0
    assert (tmp_path / "phuong-1.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "notes.txt").read_bytes() == b"mine"
    assert len(list(tmp_path.iterdir())) == 17
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "phuong-1.docx").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_tasks_of_nobody_are_told(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    plan = tmp_path / "plan.yaml"
    text = plan_file.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("lead: Trung Tâm tin học TPSĐ và UBND các xã, phường", "lead: Không ai cả"), encoding="utf-8"
    )
    result = kshc("render", "extract", "--plan", plan, "--all", "--role", "lead", "--out", tmp_path / "all")
    assert result.status == 0
    assert "1 task names no agency that kshc knows; it stands in no extract." in result.err


def test_due_days_moved_many_and_open(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    text = plan_file.read_text(encoding="utf-8")
    assert "\nplan:\n" in text
    text = text.replace("\nplan:\n", "\ncalendar:\n  on_day_off: next_working_day\nplan:\n", 1)
    text = text.replace("time: Định kỳ hàng tháng", "time: Hàng tuần và khi có yêu cầu", 1)
    text = text.replace("time: Trong tháng 7 năm 2024", "time: Lúc nào cũng được chăng", 1)
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    out, plan = tmp_path / "out.docx", tmp_path / "plan.yaml"
    wish = ["--today", "2024-01-12", "render", "extract", "-a", "van-phong"]
    assert kshc(*wish, "--plan", plan, "--out", out).status == 0
    days = [line.split(" | ")[-1] for line in shown(out.read_bytes()) if "(" in line]
    assert "Thứ Hai, 01/07/2024 (thay cho Chủ nhật, 30/06/2024)" in days
    weekly = next(day for day in days if "ngày nữa" in day).split(" / ")
    assert weekly[0] == "Thứ Hai, 15/01/2024 (thay cho Chủ nhật, 14/01/2024)"
    assert weekly[6:] == ["và 45 ngày nữa, đến Thứ Hai, 30/12/2024", "(khi phát sinh)"]
    assert "(chưa đọc được thời gian)" in days


def test_a_plan_without_decision_names_its_own_number(kshc: Kshc, tmp_path: Path) -> None:
    text = (EXAMPLES / "rules" / "reference-line" / "needless.yaml").read_text(encoding="utf-8")
    plan, out = tmp_path / "plan.yaml", tmp_path / "all"
    plan.write_text("".join(line for line in text.splitlines(keepends=True) if "# <- here" not in line), "utf-8")
    assert kshc("render", "extract", "--plan", plan, "--all", "--out", out).status == 0
    first = shown(next(out.iterdir()).read_bytes())
    assert "(Kế hoạch số 07/KH-UBND ngày 12 tháng 01 năm 2026)" in first


def test_the_pages(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    out = tmp_path / "out.docx"
    assert kshc("render", "extract", "--plan", plan_file, "-a", "phuong-1", "--out", out).status == 0
    pages = laid_out(out.read_bytes(), tmp_path)
    assert next(lines(pages[0])) == "UBND PHƯỜNG 1"
    assert [next(lines(page)) for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    for page in pages:
        assert any(word.text == "STT" for word in page)
        assert all(word.left >= 56 and word.right <= 842 - 56 and word.bottom <= 596 - 56 for word in page)
    assert any(line.endswith("Chủ nhật, 30/06/2024") for line in lines(pages[0]))
    whole = squeezed("".join(word.text for page in pages for word in page))
    assert "(IV.1)" in whole


def test_the_committed_template_is_what_its_tool_makes() -> None:
    assert parts(TEMPLATE.read_bytes()) == parts(make_extract_template.template())
    with zipfile.ZipFile(TEMPLATE) as archive:
        assert packed({name: archive.read(name) for name in archive.namelist()}) == make_extract_template.template()


def test_a_number_that_is_the_id_stands_once(kshc: Kshc, tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.docx"
    plan.write_text(SOUND.read_text(encoding="utf-8").replace('number: "1.1"', 'number: "1.1.1"'), encoding="utf-8")
    assert kshc("render", "extract", "--plan", plan, "-a", "Văn phòng", "--out", out).status == 0
    first, second, *_ = [line.split(" | ")[0] for line in shown(out.read_bytes()) if re.match(r"\d", line)]
    assert (first, second) == ("1.1.1", "1.2 / (1.1.2)")


BY = ("--by", "CV 3")
WINDOW, DEADLINE, RECURRING, SHARED = "1.1.1", "II.1", "1.1.2", "1.1.2"
ONE_DAY = "Trước ngày 30 tháng 11 năm 2026"


@pytest.mark.parametrize(
    ("entry", "agency", "time", "said"),
    [
        (("done", WINDOW), "van-phong", "", "Thứ Ba, 31/03/2026 / (đã hoàn thành ngày 01/06/2026)"),
        (("cancel", WINDOW, *BY), "van-phong", "", "(hủy bỏ theo CV 3)"),
        (("merge", WINDOW, "--into", "1.1.2", *BY), "van-phong", "", "(gộp vào nhiệm vụ 1.1.2 theo CV 3)"),
        (("cancel", DEADLINE, *BY), "kinh-te", "", "(hủy bỏ theo CV 3)"),
        (("cancel", RECURRING, *BY), "kinh-te", "", "(hủy bỏ theo CV 3)"),
        (("cancel", RECURRING, *BY), "kinh-te", "Khi có yêu cầu", "(khi phát sinh) / (hủy bỏ theo CV 3)"),
        (
            ("done", SHARED, "-u", "van-hoa"),
            "van-hoa",
            ONE_DAY,
            "Thứ Hai, 30/11/2026 / (đã hoàn thành ngày 01/06/2026)",
        ),
        (("done", SHARED, "-u", "van-hoa"), "kinh-te", ONE_DAY, "Thứ Hai, 30/11/2026"),
        (
            ("done", SHARED, "-u", "van-hoa"),
            "van-phong",
            ONE_DAY,
            "Thứ Hai, 30/11/2026 / (đã hoàn thành 1/2 cơ quan; chưa hoàn thành: Phòng Kinh tế)",
        ),
        (
            ("done", SHARED, "-u", "van-hoa", "--period", "2"),
            "van-hoa",
            "Tháng 2 và tháng 9",
            "Thứ Bảy, 28/02/2026 / Thứ Tư, 30/09/2026 / (đã hoàn thành 1/2 kỳ)",
        ),
    ],
)
def test_what_is_done_or_owed_no_more_is_said_and_no_time_made_up(
    kshc: Kshc, tmp_path: Path, entry: tuple[str, ...], agency: str, time: str, said: str
) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.docx"
    text = SOUND.read_text(encoding="utf-8")
    plan.write_text(text.replace("Định kỳ hàng tháng", time or "Định kỳ hàng tháng"), encoding="utf-8")
    wish = ["--today", "2026-06-01", "--plan", plan]
    assert kshc(*wish, *entry).status == 0
    assert kshc(*wish, "render", "extract", "-a", agency, "--out", out).status == 0
    row = next(line for line in shown(out.read_bytes()) if entry[1] in line.split(" | ")[0])
    assert row.split(" | ")[-1] == said
