"""``kshc render reminder`` as the clerk uses it who reminds bodies of what they owe."""

import json
import re
from datetime import date, timedelta
from itertools import chain, takewhile
from pathlib import Path

import pytest

from tests.commands.test_render_extract import shown
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.documents.pages import laid_out, lines
from tests.documents.word_file import parts, styled, with_text
from tools import make_reminder_template

GOLDEN = ROOT / "tests" / "golden" / "reminder-van-phong.txt"
TEMPLATE = ROOT / "templates" / "cong-van-don-doc.docx"
SOUND, BUSY = EXAMPLES / "sound.yaml", EXAMPLES / "busy" / "plan.yaml"
BY = ("--by", "CV số 3/UBND-VP")


def plan_with_log(kshc: Kshc, folder: Path, *entries: tuple[str, ...], plan: Path = SOUND) -> Path:
    """Copy a plan and record entries, each with its day first."""
    copy = folder / "plan.yaml"
    copy.write_bytes(plan.read_bytes())
    for day, *entry in entries:
        assert kshc("--today", day, "--plan", copy, *entry).status == 0
    return copy


def rows(document: bytes) -> list[str]:
    """Return the rows of tasks of a letter."""
    return [line for line in shown(document) if line.count(" | ") == 5][1:]


def days_told(document: bytes) -> list[str]:
    """Return the last days in the rows of a letter."""
    return [day for row in rows(document) for day in re.findall(r"\d{2}/\d{2}/\d{4}", row.split(" | ")[4])]


def iso(day: str) -> str:
    return "-".join(reversed(day.split("/")))


def test_a_letter_word_for_word(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    plan = plan_with_log(
        kshc,
        tmp_path,
        ("2024-02-05", "done", "2.1.6", "--unit", "van-phong", "--period", "2024-01"),
        ("2024-02-20", "extend", "2.1.6", "--period", "2024-02", "--due", "15/3/2024", *BY),
        ("2024-03-20", "done", "2.1.6", "--partly", "-u", "van-phong", "--period", "2024-03", "--doc", "9/BC-VP"),
        ("2024-03-21", "note", "2.1.6", "đã gọi điện"),
        plan=plan_file,
    )
    out = tmp_path / "out.docx"
    result = kshc(
        *("render", "reminder", "--plan", plan, "--agency", "van phong", "--today", "25/6/2024"),
        *("--number", "5", "--date", "26/6", "--out", out),
    )
    assert (result.status, result.out, result.err) == (0, "", f"Written: {out}\n")
    assert "\n".join(shown(out.read_bytes())) + "\n" == GOLDEN.read_text(encoding="utf-8")
    core = parts(out.read_bytes())["docProps/core.xml"].decode()
    assert core.count("2024-06-26T00:00:00Z") == 2


def test_what_is_not_known_stays_blank(kshc: Kshc, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    wish = ("render", "reminder", "--plan", SOUND, "-a", "kinh-te", "--out", out, "--today", "2026-12-02")
    assert kshc(*wish).status == 0
    assert styled(out.read_bytes(), "SoKyHieu") == ["Số:\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0/UBND"]
    assert styled(out.read_bytes(), "DiaDanhNgay") == [f"Hòa Bình, ngày{5 * chr(160)}tháng{5 * chr(160)}năm 2026"]
    assert kshc(*wish, "--number", "123/UBND-VP").status == 0
    assert styled(out.read_bytes(), "SoKyHieu") == ["Số: 123/UBND-VP"]
    assert styled(out.read_bytes(), "DanhSachNoiNhan") == ["- Như trên;", "- Lưu: VT."]


@pytest.mark.parametrize("day", ["2026-01-21", "2026-06-24", "2026-12-31", "2027-02-15"])
def test_a_letter_tells_what_due_and_overdue_tell_and_passes_the_check(kshc: Kshc, tmp_path: Path, day: str) -> None:
    wish, folder = ("--today", day, "--plan", BUSY), tmp_path / "all"
    assert kshc(*wish, "render", "reminder", "--all", "--within", "10d", "--out", folder).status == 0
    last = (date.fromisoformat(day) + timedelta(days=10)).isoformat()
    agencies = json.loads(kshc(*wish, "agencies", "--format", "json").out)["agencies"]
    bodies = [one["id"] for one in agencies if not one["members"]]
    letters = {path.stem: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}
    told: dict[str, list[str]] = {}
    for body in bodies:
        asked = [*wish, "due", "--from", "2025-01-01", "--to", last, "--status", "owed", "-a", body, "--role", "lead"]
        found = json.loads(kshc(*asked, "--format", "json").out)["tasks"]
        told[body] = sorted(task["due"] for task in found if body in task["standing"]["owing"])
    written = {
        body: sorted("-".join(reversed(day.split("/"))) for day in days_told(letter))
        for body, letter in letters.items()
    }
    assert written == {body: days for body, days in told.items() if days}
    if letters:
        checked = kshc("check", "docx", *folder.iterdir(), "--strict")
        assert (checked.status, "0 errors, 0 warnings" in checked.err) == (0, True)


def test_the_words_are_vietnamese_and_the_bytes_the_same_in_any_language(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("vi", "en"):
        monkeypatch.setenv("KSHC_LANG", language)
        wish = ("render", "reminder", "--plan", BUSY, "--all", "--today", "2026-07-04", "--out", tmp_path / language)
        assert kshc(*wish).status == 0
    files = {path.name: path.read_bytes() for path in (tmp_path / "vi").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "en").iterdir()}
    assert len(files) > 3


def test_who_owes_nothing_gets_no_letter(kshc: Kshc, tmp_path: Path) -> None:
    out, wish = (
        tmp_path / "out",
        ("render", "reminder", "--plan", SOUND, "--today", "2026-01-13", "--out", tmp_path / "out"),
    )
    result = kshc(*wish, "--agency", "van-hoa")
    assert (result.status, result.out) == (0, "")
    assert result.err == (
        "Phòng Văn hóa - Xã hội owes nothing that is late or falls due by 20/01/2026; nothing was written.\n"
    )
    result = kshc(*wish, "--all", "--within", "3")
    assert (result.status, result.out) == (0, "")
    assert result.err == "No body owes anything that is late or falls due by 16/01/2026; nothing was written.\n"
    assert not out.exists()


def test_what_is_done_or_given_away_is_asked_of_nobody_who_owes_it_no_more(kshc: Kshc, tmp_path: Path) -> None:
    plan = plan_with_log(
        kshc,
        tmp_path,
        ("2026-02-02", "done", "1.1.2", "-u", "van-hoa", "--period", "2026-01"),
        ("2026-02-03", "reassign", "1.1.1", "--to", "kinh-te", *BY),
    )
    wish = ("render", "reminder", "--plan", plan, "--all", "--today", "2026-04-02", "--out", tmp_path / "all")
    assert kshc(*wish).status == 0
    letters = {path.stem: path.read_bytes() for path in (tmp_path / "all").iterdir()}
    assert "van-phong" not in letters or not any("31/03/2026" in row for row in rows(letters["van-phong"]))
    assert any("giao Phòng Kinh tế thực hiện theo CV số 3/UBND-VP" in row for row in rows(letters["kinh-te"]))
    assert "31/01/2026" in days_told(letters["kinh-te"])
    assert "31/01/2026" not in days_told(letters["van-hoa"])


def test_a_letter_to_a_group_says_whose_each_duty_is(kshc: Kshc, tmp_path: Path) -> None:
    plan = plan_with_log(kshc, tmp_path, ("2026-02-02", "done", "II.1", "-u", "van-hoa"))
    out = tmp_path / "out.docx"
    wish = ("render", "reminder", "--plan", plan, "-a", "cac-phong", "--today", "2026-12-02", "--out", out)
    assert kshc(*wish).status == 0
    assert [row.split(" | ")[-1] for row in rows(out.read_bytes())] == ["Quá hạn 2 ngày (Phòng Kinh tế)"]


def test_many_days_of_one_task_part_over_rows_that_pages_can_hold(kshc: Kshc, tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.docx"
    text = SOUND.read_text(encoding="utf-8")
    assert "time: Trong tháng 3 năm 2026" in text
    plan.write_text(text.replace("time: Trong tháng 3 năm 2026", "time: Thứ bảy hằng tuần", 1), encoding="utf-8")
    wish = ("render", "reminder", "--plan", plan, "-a", "van-phong", "--today", "2026-06-30", "--out", out, "--draft")
    assert kshc(*wish).status == 0
    told = [row.split(" | ") for row in rows(out.read_bytes())]
    first = next(place for place, row in enumerate(told) if row[0] == "1.1")
    weekly = [told[first], *takewhile(lambda row: not any(row[:4]), told[first + 1 :])]
    days = [re.findall(r"\d{2}/\d{2}/\d{4}", row[4]) for row in weekly]
    assert [len(some) for some in days][:4] == [6, 6, 6, 6]
    assert sorted(map(iso, chain(*days))) == list(map(iso, chain(*days)))


def test_a_long_list_stands_in_an_annex_behind_the_signature(kshc: Kshc, tmp_path: Path) -> None:
    text = SOUND.read_text(encoding="utf-8")
    (line,) = re.findall(r"(?ms)^ +- id: 1\.1\.1\n.*?(?=^ +- id)", text)
    many = "".join(line.replace("id: 1.1.1", f"id: 9.9.{n}").replace('"1.1"', f'"9.{n}"') for n in range(300))
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.docx"
    plan.write_text(text.replace(line, line + many), encoding="utf-8")
    wish = ("render", "reminder", "--plan", plan, "-a", "van-phong", "--today", "2026-12-20", "--out", out, "--draft")
    assert kshc(*wish).status == 0
    words = shown(out.read_bytes())
    assert "Danh mục cụ thể tại Phụ lục kèm theo Công văn này." in words
    assert words.index("Phụ lục") < next(place for place, line in enumerate(words) if line.startswith("STT"))
    assert len(rows(out.read_bytes())) > 300
    checked = kshc("check", "docx", out, "--strict")
    assert checked.status == 0, checked.out
    pages = laid_out(out.read_bytes(), tmp_path)
    assert next(lines(pages[1])) == "Phụ lục"
    assert all(any(word.text == "STT" for word in page) for page in pages[1:])


def test_letters_of_another_day_are_named(kshc: Kshc, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    wish = ("render", "reminder", "--all", "--out", folder)
    plan = plan_with_log(kshc, tmp_path)
    assert kshc(*wish, "--plan", plan, "--today", "2026-02-02").status == 0
    assert (folder / "van-hoa.docx").exists()
    assert (
        kshc("done", "1.1.2", "-u", "van-hoa", "--period", "2026-01", "--plan", plan, "--today", "2026-02-03").status
        == 0
    )
    result = kshc(*wish, "--plan", plan, "--today", "2026-02-03")
    assert "Not from this run, for their bodies owe nothing now: van-hoa.docx." in result.err


def test_an_unsound_plan_is_refused_unless_as_a_draft(kshc: Kshc, tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.docx"
    text = SOUND.read_text(encoding="utf-8")
    plan.write_text(text.replace("id: 1.1.2", "id: 1.1.1"), encoding="utf-8")
    wish = ("render", "reminder", "--plan", plan, "-a", "kinh-te", "--today", "2026-12-20", "--out", out)
    result = kshc(*wish)
    assert result.status == 1
    assert "Nothing was written: the plan or its log has errors; --draft writes it nevertheless." in result.err
    assert not out.exists()
    assert kshc(*wish, "--draft").status == 0
    assert styled(out.read_bytes(), "DuThao")[0].startswith("DỰ THẢO: kế hoạch hoặc nhật ký theo dõi còn lỗi")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "--agency"),
        (["--all", "--agency", "kinh-te"], 2, "--agency"),
        (["--all", "--number", "5"], 2, "Each letter has a number of its own"),
        (["--agency", "kinh-te", "--date", "31/2"], 2, "no day of the calendar"),
        (["--agency", "kinh-te", "--within", "soon"], 2, "no number of days"),
        (["--agency", "kinh-te", "--out", "-"], 2, "--out names no file"),
        (["--agency", "kinh-te", "--out", "none/out.docx"], 3, "none"),
    ],
)
def test_wrong_arguments(kshc: Kshc, tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    places = [str(tmp_path / one) if one.endswith(".docx") else one for one in arguments]
    result = kshc("render", "reminder", "--plan", SOUND, "--today", "2026-12-20", *places)
    assert result.status == status
    assert said in result.err
    assert list(tmp_path.iterdir()) == []


def test_what_it_is_made_from_and_what_others_saved_is_not_replaced(kshc: Kshc, tmp_path: Path) -> None:
    plan = plan_with_log(kshc, tmp_path)
    wish = ("render", "reminder", "--plan", plan, "-a", "kinh-te", "--today", "2026-12-20")
    assert kshc(*wish, "--out", plan).status == 2
    out = tmp_path / "kinh-te.docx"
    assert kshc(*wish, "--out", out).status == 0
    edited = with_text(out.read_bytes(), "<Application>kshc", "<Application>Microsoft Office Word", "docProps/app.xml")
    out.write_bytes(edited)
    for more in (("--out", out), ("--all", "--out", tmp_path)):
        result = kshc(*(wish if "--all" not in more else (*wish[:4], *wish[6:])), *more)
        assert result.status == 2
        assert "was saved by another program" in result.err
    assert out.read_bytes() == edited
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kinh-te.docx", "plan.yaml"]


def test_a_template_of_ones_own(kshc: Kshc, tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.docx", tmp_path / "out.docx"
    assert kshc("template", "new", "--for", "reminder", "--out", mine).status == 0
    assert mine.read_bytes() == TEMPLATE.read_bytes()
    mine.write_bytes(with_text(mine.read_bytes(), "Kính gửi: {{ agency.name }}.", "Kính gửi: {{ agency.name|upper }}."))
    assert kshc("template", "check", mine).status == 0
    wish = ("render", "reminder", "--plan", SOUND, "-a", "kinh-te", "--today", "2026-12-20", "--out", out)
    assert kshc(*wish, "--template", mine).status == 0
    assert styled(out.read_bytes(), "KinhGui") == ["Kính gửi: PHÒNG KINH TẾ."]
    mine.write_bytes(with_text(TEMPLATE.read_bytes(), "{{ reminder.late }} đầu", "{{ reminder.latte }} đầu"))
    found = kshc("template", "check", mine)
    assert (found.status, "Did you mean “late”?" in found.out) == (1, True)


def test_the_committed_template_is_what_its_tool_makes() -> None:
    assert parts(TEMPLATE.read_bytes()) == parts(make_reminder_template.template())
