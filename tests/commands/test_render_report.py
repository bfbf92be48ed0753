"""``kshc render report`` as the clerk uses it who reports on a period."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.commands.test_render_extract import shown
from tests.commands.test_render_reminder import BUSY, BY, SOUND, plan_with_log
from tests.conftest import ROOT, Kshc
from tests.documents.pages import laid_out, lines
from tests.documents.word_file import parts, styled, with_part, with_text
from tools import make_report_template

GOLDEN = ROOT / "tests" / "golden" / "report-quarter-2.txt"
TEMPLATE = ROOT / "templates" / "bao-cao-thuc-hien.docx"
CHART = "word/charts/chart1.xml"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LOGGED = (
    ("2024-02-05", "done", "2.1.6", "--unit", "van-phong", "--period", "2024-01"),
    ("2024-04-20", "extend", "2.1.6", "--period", "2024-04", "--due", "15/5/2024", *BY),
    ("2024-05-20", "done", "2.1.6", "--partly", "-u", "van-phong", "--period", "2024-05", "--doc", "9/BC-VP"),
    ("2024-06-20", "done", "1.2.1", "--unit", "phuong-1", "--doc", "18/BC-UBND"),
    ("2024-06-21", "done", "2.1.6", "--unit", "van-phong", "--period", "2024-03", "--doc", "19/BC-VP"),
    ("2024-07-02", "done", "1.2.2", "--doc", "30/BC-VP"),
)


def chart_points(document: bytes) -> tuple[list[str], list[int]]:
    """Return what the chart of a report shows: names and figures."""
    root = etree.fromstring(parts(document)[CHART])
    names, counts = ([each.text for each in root.find(f".//{C}{data}").iter(f"{C}v")] for data in ("cat", "val"))
    return names, list(map(int, counts))


def counted(document: bytes) -> list[list[str]]:
    """Return the rows of figures, those of sections and then those of bodies, without number."""
    return [line.split(" | ")[1:] for line in shown(document) if line.count(" | ") == 7 and not line.startswith("STT")]


def test_a_report_word_for_word(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    plan, out = plan_with_log(kshc, tmp_path, *LOGGED, plan=plan_file), tmp_path / "out.docx"
    wish = ("render", "report", "--plan", plan, "--quarter", "II", "--today", "20/7/2024", "--out", out)
    result = kshc(*wish, "--number", "7", "--date", "15/7")
    assert (result.status, result.out, result.err) == (0, "", f"Written: {out}\n")
    assert "\n".join(shown(out.read_bytes())) + "\n" == GOLDEN.read_text(encoding="utf-8")
    checked = kshc("check", "docx", out, "--strict")
    assert checked.status == 0, checked.out


@pytest.mark.parametrize(
    ("asked", "today", "last"),
    [
        (("--month", "3"), "2026-07-04", "2026-03-31"),
        (("--quarter", "2"), "2026-07-04", "2026-06-30"),
        (("--half",), "2026-06-20", "2026-06-20"),
        (("--half", "--cutoff", "nd09-2019"), "2026-07-04", "2026-06-14"),
        (("--nine-months",), "2026-07-04", "2026-07-04"),
        (("--year",), "2027-02-01", "2026-12-31"),
        (("--year", "--cutoff", "nghi dinh so 09/2019/nđ-cp"), "2027-02-01", "2026-12-14"),
        (("--from", "1/6", "--to", "15/6"), "2026-07-04", "2026-06-15"),
    ],
)
def test_the_figures_are_those_of_status_and_add_up(
    kshc: Kshc, tmp_path: Path, asked: tuple[str, ...], today: str, last: str
) -> None:
    out, wish = tmp_path / "out.docx", ("--plan", BUSY, "--today", today)
    assert kshc(*wish, "render", "report", *asked, "--out", out).status == 0
    document = out.read_bytes()
    record = json.loads(kshc("status", "--plan", BUSY, "--as-of", last, "--format", "json").out)
    names, counts = chart_points(document)
    assert names[3] == "Quá hạn chưa hoàn thành"
    assert counts[3] == record["counts"].get("overdue", 0)
    rows = counted(document)
    totals = [list(map(int, row[1:])) for row in rows if row[0] == "Tổng số"]
    assert totals == [[*counts, sum(counts)]] * 2
    place = next(number for number, row in enumerate(rows) if row[0] == "Tổng số")
    for part in (rows[:place], rows[place + 1 : -1]):
        assert [sum(int(row[column]) for row in part) for column in range(1, 7)] == totals[0]
    (sentence,) = (line for line in shown(document) if line.startswith("- Lũy kế"))
    assert re.findall(r"\d+", sentence) == [str(record["done"]), str(record["total"])]
    checked = kshc("check", "docx", out, "--strict")
    assert checked.status == 0, checked.out


@pytest.mark.parametrize(
    ("asked", "days", "name"),
    [
        (("--month", "1"), "ngày 01 tháng 01 năm 2026 đến hết ngày 31 tháng 01 năm 2026", "trong tháng 1 năm 2026"),
        (("--month", "1", "--cutoff", "nd09-2019"), "ngày 15 tháng 12 năm 2025 đến hết ngày 14 tháng 01 năm 2026", ""),
        (("--quarter", "1", "--cutoff", "nd09-2019"), "ngày 15 tháng 12 năm 2025 đến hết ngày 14 tháng 3 năm 2026", ""),
        (
            ("--quarter", "4/2026"),
            "ngày 01 tháng 10 năm 2026 đến hết ngày 31 tháng 12 năm 2026",
            "trong quý IV năm 2026",
        ),
        (("--nine-months", "--cutoff", "nd09-2019"), "ngày 15 tháng 12 năm 2025 đến hết ngày 14 tháng 9 năm 2026", ""),
        (("--year", "--cutoff", "nd09-2019"), "ngày 15 tháng 12 năm 2025 đến hết ngày 14 tháng 12 năm 2026", ""),
    ],
)
def test_the_days_that_count(kshc: Kshc, tmp_path: Path, asked: tuple[str, ...], days: str, name: str) -> None:
    out = tmp_path / "out.docx"
    assert kshc("render", "report", "--plan", SOUND, *asked, "--today", "2027-01-10", "--out", out).status == 0
    words = shown(out.read_bytes())
    rule = " (thời gian chốt số liệu theo Nghị định số 09/2019/NĐ-CP)" if "--cutoff" in asked else ""
    assert any(line.startswith(f"Số liệu tính từ {days}{rule}.") for line in words)
    assert styled(out.read_bytes(), "TrichYeu")[0].endswith(name)
    assert styled(out.read_bytes(), "DiaDanhNgay")[0].endswith("năm 2027")


def compared(document: bytes) -> list[str]:
    """Return what a report says of the year before: its sentences and the rows of its table."""
    lines_told = shown(document)
    start = next((n for n, line in enumerate(lines_told) if "SO VỚI CÙNG KỲ" in line), len(lines_told))
    return [line for line in lines_told[start:] if line.startswith(("Cùng kỳ", "Kỳ này", "Kế hoạch")) or _is_year(line)]


def _is_year(line: str) -> bool:
    return line.count(" | ") == 6 and line[:4].isdigit()


def test_a_report_compares_with_the_plan_that_it_follows(kshc: Kshc, tmp_path: Path) -> None:
    """By the same days of that year, in all and by sections; what has no log is unknown."""
    old, new, out = tmp_path / "plan.yaml", tmp_path / "plan-2025.yaml", tmp_path / "out.docx"
    old.write_bytes((ROOT / "plan.yaml").read_bytes())
    assert kshc("--plan", old, "roll", "--year", "2025", "--out", new).status == 0
    wish = ("--plan", new, "--today", "2025-05-20", "render", "report", "--quarter", "2", "--out", out)
    assert [kshc(*wish).status, compared(out.read_bytes())] == [0, []]
    assert kshc(*wish, "--follows", old).status == 0
    unknown = "Kế hoạch năm 2024 không có nhật ký theo dõi, chưa có số liệu cùng kỳ để so sánh."
    assert compared(out.read_bytes()) == [unknown]
    for day, unit in (("2024-05-18", "phuong-1"), ("2024-05-25", "phuong-2")):
        assert kshc("--plan", old, "--today", day, "done", "1.2.1", "--unit", unit).status == 0
    assert kshc(*wish, "--follows", old).status == 0
    _before, unrecorded = compared(out.read_bytes())
    assert unrecorded == "Kỳ này: Kế hoạch chưa có nhật ký theo dõi, chưa có số liệu để so sánh."
    assert kshc("--plan", new, "--today", "2025-05-19", "note", "1.2.1", "x").status == 0
    assert kshc(*wish, "--follows", old).status == 0
    before, now, *rows = compared(out.read_bytes())
    assert "(từ ngày 01 tháng 4 năm 2024 đến hết ngày 20 tháng 5 năm 2024): " in before
    assert "hoàn thành 1 (đúng hạn 1, sau hạn 0)" in before
    assert "hoàn thành 0 (đúng hạn 0, sau hạn 0)" in now
    figures = [list(map(int, row.split(" | "))) for row in rows]
    for year, place in ((2024, 0), (2025, 1)):
        own = figures[place::2]
        assert [row[0] for row in own] == [year] * len(own)
        assert [sum(column) for column in zip(*own[:-1], strict=True)][1:] == own[-1][1:]
    checked = kshc("check", "docx", out, "--strict")
    assert checked.status == 0, checked.out


def test_a_plan_that_is_not_followed_is_refused(kshc: Kshc, tmp_path: Path) -> None:
    old, new, out = tmp_path / "plan.yaml", tmp_path / "plan-2025.yaml", tmp_path / "out.docx"
    old.write_bytes((ROOT / "plan.yaml").read_bytes())
    assert kshc("--plan", old, "roll", "--year", "2025", "--out", new).status == 0
    wish = ("--plan", new, "--today", "2025-05-20", "render", "report", "--quarter", "2", "--out", out)
    for wrong, status, told in ((new, 2, "follows is of an earlier year"), (tmp_path / "none.yaml", 3, "none.yaml")):
        refused = kshc(*wish, "--follows", wrong)
        assert (refused.status, told in refused.err) == (status, True)
    words = new.read_text(encoding="utf-8")
    new.write_text(re.sub(r"(?m)^follows: .*\n", "", words), encoding="utf-8")
    alone = kshc(*wish, "--follows", old)
    assert (alone.status, "does not say which one it follows" in alone.err) == (2, True)


@pytest.mark.parametrize(
    ("place", "wrong", "status", "told"),
    [
        ("issuer", "Ủy ban nhân dân phường An Hòa Đông", 2, "let the plan say by number or date which one it follows"),
        ("issuer", "UBND Thành phố Sa Đéc", 0, ""),
        ("known", "Ủy ban nhân dân phường An Hòa Đông", 0, "the figures are of two offices"),
        ("date", "date: 2024-01-10", 2, "follows one of 10/01/2024"),
    ],
)
def test_the_plan_that_is_followed_is_of_this_office(
    kshc: Kshc, tmp_path: Path, place: str, wrong: str, status: int, told: str
) -> None:
    """Offices are renamed and merged: where number or day says which plan it is, that is only told."""
    old, new, out = tmp_path / "plan.yaml", tmp_path / "plan-2025.yaml", tmp_path / "out.docx"
    words = (ROOT / "plan.yaml").read_text(encoding="utf-8").replace("  number: null", '  number: "27"', 1)
    words = words.replace("date: null", "date: 2024-01-09", 1)
    old.write_text(words, encoding="utf-8")
    assert kshc("--plan", old, "roll", "--year", "2025", "--out", new).status == 0
    moved = new.read_text(encoding="utf-8")
    if place == "issuer":
        line = next(one for one in moved.splitlines() if one.startswith("follows:"))
        moved = moved.replace(line, "follows: {year: 2024}")
    if place == "date":
        moved = re.sub(r"(?m)^(follows: .*)date: [0-9-]+", rf"\1{wrong}", moved)
    else:
        moved = moved.replace("Ủy ban nhân dân thành phố Sa Đéc", wrong, 1)
    new.write_text(moved, encoding="utf-8")
    wish = ("--plan", new, "--today", "2025-07-20", "render", "report", "--quarter", "2", "--draft", "--out", out)
    answer = kshc(*wish, "--follows", old)
    assert (answer.status, told in " ".join(answer.err.split())) == (status, True), answer.err


@pytest.mark.parametrize(
    ("wish", "day", "heading"),
    [
        (("--year",), "2026-02-01", "SO VỚI NĂM 2024"),
        (("--year",), "2025-07-01", "SO VỚI CÙNG KỲ NĂM 2024"),
        (("--quarter", "1", "--cutoff", "nd09-2019"), "2025-07-01", "SO VỚI CÙNG KỲ NĂM 2024"),
        (("--month", "1/2026"), "2026-03-01", ""),
        (("--from", "1/11/2025", "--to", "31/1/2026"), "2026-03-01", ""),
        (("--from", "1/12/2024", "--to", "31/1/2025"), "2025-03-01", ""),
    ],
)
def test_only_a_period_of_the_plans_year_is_compared(
    kshc: Kshc, tmp_path: Path, wish: tuple[str, ...], day: str, heading: str
) -> None:
    old, new, out = tmp_path / "plan.yaml", tmp_path / "plan-2025.yaml", tmp_path / "out.docx"
    old.write_bytes((ROOT / "plan.yaml").read_bytes())
    assert kshc("--plan", old, "roll", "--year", "2025", "--out", new).status == 0
    answer = kshc("--plan", new, "--today", day, "render", "report", *wish, "--draft", "--out", out, "--follows", old)
    assert (answer.status, "nothing is compared" in answer.err) == (0, not heading)
    told = next((line for line in shown(out.read_bytes()) if "SO VỚI" in line), "")
    assert told.partition(". ")[2] == heading


def test_a_span_is_written_as_official_documents_do(kshc: Kshc, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    wish = ("--from", "1/6/2026", "--to", "9/10/2026", "--today", "2027-01-10", "--out", out)
    assert kshc("render", "report", "--plan", SOUND, *wish).status == 0
    assert styled(out.read_bytes(), "TrichYeu")[0].endswith("từ ngày 01 tháng 6 đến ngày 09 tháng 10 năm 2026")


def test_a_section_that_only_one_year_has_is_a_dash(kshc: Kshc, tmp_path: Path) -> None:
    """The others are the same by their tasks, whatever they are called."""
    old, new, out = tmp_path / "plan.yaml", tmp_path / "plan-2025.yaml", tmp_path / "out.docx"
    old.write_bytes((ROOT / "plan.yaml").read_bytes())
    assert kshc("--plan", old, "roll", "--year", "2025", "--out", new).status == 0
    assert kshc("--plan", old, "--today", "2024-05-18", "done", "1.2.1", "--unit", "phuong-1").status == 0
    assert kshc("--plan", new, "--today", "2025-05-18", "note", "1.2.1", "x").status == 0
    words = new.read_text(encoding="utf-8").replace("I. NỘI DUNG VÀ THỜI GIAN TRIỂN KHAI.", "I. NHIỆM VỤ", 1)
    start = words.index("    - heading: IV. TỔ CHỨC THỰC HIỆN")
    new.write_text(words[:start], encoding="utf-8")
    wish = ("--plan", new, "--today", "2025-05-20", "render", "report", "--quarter", "2", "--draft", "--out", out)
    assert kshc(*wish, "--follows", old).status == 0
    rows = [line for line in shown(out.read_bytes()) if _is_year(line)]
    assert rows[0].startswith("2024 | 1 | ")
    assert rows[3] == "2025 | – | – | – | – | – | –"
    assert len(rows) == 6


def test_nothing_recorded_and_nothing_to_tell(kshc: Kshc, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    wish = ("render", "report", "--plan", SOUND, "--out", out)
    assert kshc(*wish, "--from", "1/12/2025", "--to", "2/1/2026", "--today", "2026-01-20").status == 0
    words = shown(out.read_bytes())
    assert "Kế hoạch chưa có nhật ký theo dõi, chưa ghi nhận đầu việc nào hoàn thành." in words
    result = kshc(*wish, "--month", "2", "--today", "2026-02-20")
    assert result.err.splitlines()[1] == "The period goes on until 28/02/2026; the report counts the days up to today."
    words = shown(out.read_bytes())
    assert "Kỳ báo cáo chưa kết thúc vào ngày tính số liệu." in words
    assert kshc("check", "docx", out, "--strict").status == 0
    text = SOUND.read_text(encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    plan.write_text(text.replace("Định kỳ hàng tháng", "Trong tháng 11"), encoding="utf-8")
    empty = ("render", "report", "--plan", plan, "--out", out, "--month", "1", "--today", "2026-02-01")
    assert kshc(*empty, "--draft").status == 0
    told = "\n".join(shown(out.read_bytes()))
    assert ("Trong kỳ không có đầu việc nào" in told) is ("Phụ lục" not in told)
    assert kshc("check", "docx", out, "--strict").status == 0


def test_the_chart_is_drawn_and_says_its_figures_in_words(kshc: Kshc, tmp_path: Path) -> None:
    out, again = tmp_path / "out.docx", tmp_path / "again.docx"
    wish = ("render", "report", "--plan", BUSY, "--half", "--today", "2026-07-04")
    for file in (out, again):
        assert kshc(*wish, "--out", file).status == 0
    assert out.read_bytes() == again.read_bytes()
    names, counts = chart_points(out.read_bytes())
    told = "; ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
    document = parts(out.read_bytes())["word/document.xml"].decode()
    assert f'descr="{told}"' in document
    drawn = [line for page in laid_out(out.read_bytes(), tmp_path) for line in lines(page)]
    for name in names:
        assert any(name in line for line in drawn)
    with ZipFile(out) as archive:
        assert b"drawingml.chart+xml" in archive.read("[Content_Types].xml")


def test_the_words_are_vietnamese_and_the_bytes_the_same_in_any_language(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("vi", "en"):
        monkeypatch.setenv("KSHC_LANG", language)
        out = tmp_path / f"{language}.docx"
        assert kshc("render", "report", "--plan", BUSY, "--half", "--today", "2026-07-04", "--out", out).status == 0
    assert (tmp_path / "vi.docx").read_bytes() == (tmp_path / "en.docx").read_bytes()


def test_an_own_template_keeps_its_chart(kshc: Kshc, tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.docx", tmp_path / "out.docx"
    assert kshc("template", "new", "--for", "report", "--out", mine).status == 0
    assert mine.read_bytes() == TEMPLATE.read_bytes()
    chart = parts(mine.read_bytes())[CHART].decode()
    cached = chart.replace("strLit>", "strCache>").replace("numLit>", "numCache>").replace("C62828", "123456")
    mine.write_bytes(with_part(mine.read_bytes(), CHART, cached.encode()))
    assert kshc("template", "check", mine).status == 0
    wish = ("render", "report", "--plan", BUSY, "--half", "--today", "2026-07-04", "--out", out)
    assert kshc(*wish, "--template", mine).status == 0
    assert b"123456" in parts(out.read_bytes())[CHART]
    assert chart_points(out.read_bytes())[1] != [12, 3, 9, 2, 5]
    mine.write_bytes(with_text(TEMPLATE.read_bytes(), "{{ period.running }}", "{{ period.runing }}"))
    found = kshc("template", "check", mine)
    assert (found.status, "Did you mean “running”?" in found.out) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "Name the period in one way"),
        (["--half", "--year"], 2, "Name the period in one way"),
        (["--quarter", "5"], 2, "“5” is no quarter"),
        (["--month", "13"], 2, "“13” is no month"),
        (["--from", "1/6"], 2, "Name both the first day and the last one"),
        (["--from", "1/6", "--to", "30/6", "--cutoff", "nd09-2019"], 2, "--cutoff cuts months"),
        (["--month", "12"], 2, "The period begins on 01/12/2026, which is still to come"),
        (["--month", "6/2025"], 2, "The period ends on 30/06/2025, before the plan's first day, 01/01/2026"),
        (["--from", "1/6/2025", "--to", "31/12/2025"], 2, "before the plan's first day, 01/01/2026"),
        (["--month", "3", "--out", "-"], 2, "--out names no file"),
        (["--month", "3", "--number", "5\n6"], 2, "is no number of a document"),
        (["--month", "3", "--out", "none/out.docx"], 3, "none"),
    ],
)
def test_wrong_arguments(kshc: Kshc, tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    places = [str(tmp_path / one) if one.endswith(".docx") else one for one in arguments]
    result = kshc("render", "report", "--plan", SOUND, "--today", "2026-07-20", *places)
    assert result.status == status
    assert said in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("issued", "period", "status"),
    [
        ("2026-01-12", ("1/12/2025", "1/1/2026"), 0),
        ("2025-12-20", ("1/12/2025", "31/12/2025"), 0),
        ("2025-12-20", ("1/12/2025", "19/12/2025"), 2),
    ],
)
def test_a_plan_begins_with_its_year_or_when_it_is_issued_before(
    kshc: Kshc, tmp_path: Path, issued: str, period: tuple[str, str], status: int
) -> None:
    plan, text = tmp_path / "plan.yaml", SOUND.read_text(encoding="utf-8")
    assert "date: 2026-01-12" in text
    plan.write_text(text.replace("date: 2026-01-12", f"date: {issued}"), encoding="utf-8")
    wish = ("render", "report", "--plan", plan, "--from", period[0], "--to", period[1], "--today", "2026-07-20")
    assert kshc(*wish, "--out", tmp_path / "out.docx").status == status


def test_an_unsound_plan_is_refused_unless_as_a_draft_that_says_so(kshc: Kshc, tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.docx"
    plan.write_text(SOUND.read_text(encoding="utf-8").replace("id: 1.1.2", "id: 1.1.1"), encoding="utf-8")
    wish = ("render", "report", "--plan", plan, "--month", "3", "--today", "2026-12-20", "--out", out)
    result = kshc(*wish)
    assert (result.status, out.exists()) == (1, False)
    assert "--draft writes it nevertheless" in result.err
    assert kshc(*wish, "--draft").status == 0
    assert styled(out.read_bytes(), "DuThao")[0].startswith("DỰ THẢO: kế hoạch hoặc nhật ký theo dõi còn lỗi")
    assert kshc(*wish[:2], "--plan", SOUND, *wish[4:], "--draft").status == 0
    assert styled(out.read_bytes(), "DuThao") == []


def test_a_report_edited_in_word_is_not_replaced_unasked(kshc: Kshc, tmp_path: Path) -> None:
    plan = plan_with_log(kshc, tmp_path)
    wish = ("render", "report", "--plan", plan, "--month", "3", "--today", "2026-12-20")
    assert kshc(*wish).status == 0
    out = tmp_path / "plan-report-2026-03.docx"
    edited = with_text(out.read_bytes(), "<Application>kshc", "<Application>Microsoft Office Word", "docProps/app.xml")
    out.write_bytes(edited)
    assert kshc(*wish).status == 2
    assert out.read_bytes() == edited
    assert kshc(*wish, "--force").status == 0


def test_a_file_of_another_kind_is_not_replaced_unasked(kshc: Kshc, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    wish = ("render", "report", "--plan", SOUND, "--month", "3", "--today", "2026-12-20", "--out", notes)
    result = kshc(*wish)
    assert (result.status, notes.read_text(encoding="utf-8")) == (2, "mine")
    assert "was saved by another program" in result.err
    assert kshc(*wish, "--force").status == 0
    assert kshc(*wish).status == 0


def test_the_committed_template_is_what_its_tool_makes() -> None:
    assert parts(TEMPLATE.read_bytes()) == parts(make_report_template.template())
