"""Who owes what, now: every screen, extract and object follows the log, and says by which document."""

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_render_extract import shown
from tests.conftest import EXAMPLES, ROOT, Kshc, Result

PLAN = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường Hoa Sen, place: Hoa Sen}
issuance: {number: "3", symbol: KH-UBND, date: 2026-01-12, recipients: ["Lưu: VT."], signature: {lines: [A], name: ~}}
agencies:
  - {id: van-phong, name: Văn phòng}
  - {id: kinh-te, name: Phòng Kinh tế}
  - {id: van-hoa, name: Phòng Văn hóa}
  - {id: y-te, name: Trạm Y tế}
  - {id: cac-phong, name: Các phòng, members: [kinh-te, van-hoa, y-te]}
plan:
  subject: Công tác năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      tables:
        - tasks:
            - {id: "1", number: "1", content: Đầu tư, lead: Phòng Kinh tế, coop: Văn phòng, time: Trước ngày 30/6/2026}
            - {id: "2", number: "2", content: Rà soát, lead: Các phòng, time: Trước ngày 15/6/2026}
            - {id: "3", number: "3", content: Báo cáo, lead: Văn phòng, time: Định kỳ hằng quý}
            - {id: "4", number: "4", content: Sơ kết, lead: Văn phòng, time: "Định kỳ 6 tháng, năm"}
            - {id: "5", number: "5", content: Giao ban, lead: Văn phòng, time: Trước ngày 20 hằng tháng}
            - {id: "6", number: "6", content: Tuyên truyền, lead: Phòng Văn hóa, time: Thường xuyên trong năm 2026}
            - {id: "7", number: "7", content: Thẩm định, lead: Văn phòng, time: Khi có yêu cầu}
            - {id: "8", number: "8", content: Tuần tra, lead: Trạm Y tế, time: Thứ hai hằng tuần}
"""
TODAY = ("--today", "2026-07-02")
BY = ("--by", "QĐ số 45/QĐ-UBND")
BODIES = ("kinh-te", "van-hoa", "y-te")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def asked(kshc: Kshc, *arguments: str) -> list[dict[str, Any]]:
    answer = kshc(*TODAY, *arguments, "--format", "json")
    assert answer.status == 0, answer.err
    tasks: list[dict[str, Any]] = json.loads(answer.out)["tasks"]
    return tasks


def leads_first(kshc: Kshc, agency: str) -> bool:
    """Tell whether a body is told that it leads the first task."""
    return "1" in {row["id"] for row in asked(kshc, "list", "--agency", agency, "--role", "lead")}


def did(kshc: Kshc, *arguments: str) -> str:
    answer = kshc(*TODAY, *arguments)
    assert answer.status == 0, answer.err
    return answer.err


@pytest.mark.usefixtures("plan")
def test_who_took_a_task_over_owes_it_on_every_screen(kshc: Kshc) -> None:
    did(kshc, "reassign", "1", "--to", "phong van hoa", *BY, "--on", "3/2")
    for command in (["list"], ["due", "--from", "1/1", "--to", "31/12"], ["overdue"]):
        (row,) = [one for one in asked(kshc, *command) if one["id"] == "1"]
        assert (row["owed_by"], row["lead"]) == (["van-hoa"], "Phòng Kinh tế")
        assert [(one["what"], one["lead"], one["by"]) for one in row["changes"]] == [
            ("reassigned", "van-hoa", "QĐ số 45/QĐ-UBND")
        ]
        answer = kshc(*TODAY, *command)
        assert "Phòng Kinh tế → Phòng Văn hóa" in answer.out
        assert "1: given from Phòng Kinh tế to Phòng Văn hóa (QĐ số 45/QĐ-UBND; 03/02/2026)" in answer.err
    assert "Phòng Kinh tế → Phòng Văn hóa" in kshc(*TODAY, "status").out
    assert "given from Phòng Kinh tế to Phòng Văn hóa (QĐ số 45/QĐ-UBND" in kshc(*TODAY, "show", "1").out
    assert [one["id"] for one in asked(kshc, "list", "--agency", "kinh-te", "--role", "lead")] == ["2"]
    assert [one["id"] for one in asked(kshc, "list", "--agency", "van-hoa", "--role", "lead")] == ["1", "2", "6"]
    assert [one["part"] for one in asked(kshc, "list", "--agency", "van-phong", "--search", "dau tu")] == ["coop"]


@pytest.mark.usefixtures("plan")
def test_of_a_task_that_is_handed_on_only_the_last_one_has_it(kshc: Kshc, tmp_path: Path) -> None:
    did(kshc, "reassign", "1", "--to", "van-hoa", "--by", "QĐ A", "--on", "2/5")
    did(kshc, "reassign", "1", "--to", "y-te", "--by", "QĐ B", "--on", "2/6")
    leads = {
        one: "1" in {row["id"] for row in asked(kshc, "list", "--agency", one, "--role", "lead")} for one in BODIES
    }
    assert leads == {"kinh-te": False, "van-hoa": False, "y-te": True}
    assert kshc(*TODAY, "render", "extract", "--all", "--out", tmp_path / "all").status == 0
    told = {
        one: any("Đầu tư" in line for line in shown((tmp_path / "all" / f"{one}.docx").read_bytes())) for one in BODIES
    }
    assert told == leads
    (last,) = re.findall(r"by: QĐ B.* id: (\w+)", Path("progress.yaml").read_text("utf-8"))
    did(kshc, "undo", last)
    assert leads_first(kshc, "van-hoa")
    did(kshc, "reassign", "1", "--to", "kinh-te", "--by", "QĐ C", "--on", "3/6")
    assert leads_first(kshc, "kinh-te")


@pytest.mark.usefixtures("plan")
def test_what_was_merged_is_said_to_be(kshc: Kshc) -> None:
    did(kshc, "merge", "3", "--into", "4", *BY)
    for arguments in (["done", "3"], ["extend", "3", "--due", "31/8", *BY]):
        answer = kshc(*TODAY, *arguments)
        assert answer.status == 2
        assert "3: It was merged into task 4 on 02/07/2026 (entry " in answer.err


@pytest.mark.usefixtures("plan")
def test_extracts_follow_the_log(kshc: Kshc, tmp_path: Path) -> None:
    did(kshc, "reassign", "1", "--to", "van-hoa", *BY)
    did(kshc, "extend", "2", "--due", "31/8", *BY)
    assert kshc(*TODAY, "render", "extract", "--all", "--out", tmp_path / "all").status == 0
    lines = {one: "\n".join(shown((tmp_path / "all" / f"{one}.docx").read_bytes())) for one in ("kinh-te", "van-hoa")}
    assert "Đầu tư" not in lines["kinh-te"]
    assert "(giao Phòng Văn hóa thực hiện theo QĐ số 45/QĐ-UBND)" in lines["van-hoa"]
    assert "Thứ Hai, 31/08/2026 / (gia hạn đến 31/08/2026 theo QĐ số 45/QĐ-UBND)" in lines["kinh-te"]
    assert "15/06/2026" not in lines["kinh-te"]


@pytest.mark.usefixtures("plan")
def test_extracts_say_which_period_and_body_a_change_is_about(kshc: Kshc, tmp_path: Path) -> None:
    did(kshc, "reassign", "5", "--period", "tháng 8", "--to", "y-te", *BY)
    did(kshc, "extend", "2", "--unit", "van-hoa", "--due", "31/8", *BY)
    assert kshc(*TODAY, "render", "extract", "--all", "--out", tmp_path / "all").status == 0
    lines = {one: "\n".join(shown((tmp_path / "all" / f"{one}.docx").read_bytes())) for one in ("y-te", "van-hoa")}
    assert "20/08/2026 / (Tháng 8: giao Trạm Y tế thực hiện theo QĐ số 45/QĐ-UBND)" in lines["y-te"]
    assert "(Phòng Văn hóa: gia hạn đến 31/08/2026 theo QĐ số 45/QĐ-UBND)" in lines["van-hoa"]


@pytest.mark.usefixtures("plan")
def test_of_a_group_the_row_names_who_still_owes(kshc: Kshc) -> None:
    did(kshc, "done", "2", "--unit", "kinh-te")
    did(kshc, "done", "2", "--unit", "y-te")
    (row,) = [one for one in asked(kshc, "overdue") if one["id"] == "2"]
    assert row["standing"]["owing"] == ["van-hoa"]
    assert "2 of 3 bodies done" in kshc(*TODAY, "overdue").out
    did(kshc, "extend", "2", "--due", "2026-08-31", *BY)
    (row,) = [one for one in asked(kshc, "due", "--month", "8") if one["id"] == "2"]
    assert (row["due"], row["extended_from"]) == ("2026-08-31", "2026-06-15")
    answer = kshc(*TODAY, "due", "--month", "8")
    assert "was 15/06/2026" in answer.out
    assert "2: last day moved to 31/08/2026 (QĐ số 45/QĐ-UBND; 02/07/2026)" in answer.err


@pytest.mark.usefixtures("plan")
def test_who_owes_is_named_once_it_is_pressing_or_begun(kshc: Kshc) -> None:
    def row(today: str) -> str:
        out = kshc("--today", today, "due", "--month", "6").out
        return next(line for line in out.splitlines() if "\t2\t" in line)

    did(kshc, "done", "1", "--on", "1/2")
    assert row("2026-02-01").endswith("; 0 of 3 bodies done")
    assert row("2026-06-14").endswith("; 0 of 3 bodies done; owed by Phòng Kinh tế, Phòng Văn hóa, Trạm Y tế")
    did(kshc, "done", "2", "--unit", "kinh-te", "--on", "1/2")
    assert row("2026-02-01").endswith("; 1 of 3 bodies done; owed by Phòng Văn hóa, Trạm Y tế")


def test_of_two_bodies_it_has_to_be_said_which(kshc: Kshc, plan: Path) -> None:
    plan.write_text(PLAN.replace("members: [kinh-te, van-hoa, y-te]", "members: [kinh-te, van-hoa]"), encoding="utf-8")
    answer = kshc(*TODAY, "done", "2")
    assert answer.status == 2
    assert "2: 2 bodies owe this task: Phòng Kinh tế (kinh-te); Phòng Văn hóa (van-hoa)." in answer.err
    did(kshc, "done", "2", "--unit", "kinh-te")
    answer = kshc(*TODAY, "done", "2")
    assert answer.status == 2
    assert "2: 1 body still owes this task: Phòng Văn hóa (van-hoa). Name it with --unit." in answer.err


@pytest.mark.usefixtures("plan")
def test_who_only_cooperates_is_told_so(kshc: Kshc) -> None:
    out = kshc(*TODAY, "overdue", "--agency", "van-phong").out
    (line,) = [line for line in out.splitlines() if "Đầu tư" in line]
    assert "cooperates only; led by Phòng Kinh tế" in line
    assert all("leads" in line for line in out.splitlines()[1:] if "Báo cáo" in line)


@pytest.mark.parametrize(
    ("task", "words", "key"),
    [
        *(("3", words, "2026-Q2") for words in ("Q2", "q2", "quý 2", "Quý II", "quí ii", "quy 2", "Quý II/2026")),
        *(("4", words, "2026-H1") for words in ("6 tháng", "6 tháng đầu năm", "sáu tháng đầu năm", "2026-H1", "h1")),
        *(("5", words, "2026-07") for words in ("7", "07", "tháng 7", "Thang 7", "T7", "07/2026", "2026-07", "20/7")),
        ("8", "tuần 26", "2026-W26"),
        ("8", "2026-W26", "2026-W26"),
        ("8", "22/6/2026", "2026-W26"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_periods_are_taken_in_words(kshc: Kshc, task: str, words: str, key: str) -> None:
    answer = kshc(*TODAY, "-v", "done", task, "--period", words, "--dry-run")
    assert answer.status == 0, answer.err
    assert f"period: {key}" in answer.err.replace('"', "")


@pytest.mark.usefixtures("plan")
def test_a_number_that_is_no_month_is_no_week_of_what_comes_back_monthly(kshc: Kshc) -> None:
    answer = kshc(*TODAY, "done", "5", "--period", "13", "--dry-run")
    assert (answer.status, "has no occasion “13”" in answer.err) == (2, True)


@pytest.mark.usefixtures("plan")
def test_rows_say_their_period_in_words(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "quarter II" in kshc(*TODAY, "due", "--month", "6").out
    assert "first half-year" in kshc(*TODAY, "due", "--month", "6").out
    did(kshc, "note", "3", "x")
    assert "quarter II: 2 days late" in kshc(*TODAY, "show", "3").out
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert "Quý II" in kshc(*TODAY, "due", "--month", "6").out
    assert "6 tháng đầu năm" in kshc(*TODAY, "due", "--month", "6").out


@pytest.mark.usefixtures("plan")
def test_a_refusal_lists_the_open_periods_in_order_of_time(kshc: Kshc) -> None:
    did(kshc, "done", "3", "--period", "Q2", "--on", "30/6")
    answer = kshc(*TODAY, "done", "3")
    assert answer.status == 2
    assert "with --period: quarter I, quarter III, quarter IV." in answer.err
    did(kshc, "cancel", "3", *BY)
    assert "with --period: quarter I, quarter II, quarter III, quarter IV." in kshc(*TODAY, "done", "3").err


@pytest.mark.usefixtures("plan")
def test_a_refusal_prefers_what_has_passed_to_what_is_to_come(kshc: Kshc) -> None:
    did(kshc, "done", "8", "--period", "26")
    answer = kshc(*TODAY, "done", "8")
    weeks = re.findall(r"week (\d+) ", answer.err)
    assert weeks[1:] == ["17", "18", "19", "20", "21", "22", "23", "24", "25", "27", "28"]
    assert int(weeks[0]) < 17, "the oldest open one"
    months = kshc(*TODAY, "done", "5").err
    assert re.findall(r"month (\d+)", months) == [str(n) for n in range(1, 13)]


@pytest.mark.usefixtures("plan")
def test_what_comes_back_is_handed_on_from_that_day_on(kshc: Kshc) -> None:
    """What was due before stays with who had it; rows of it tell of no hand-over."""
    did(kshc, "reassign", "5", "--to", "y-te", *BY)
    late = [row for row in asked(kshc, "overdue") if row["id"] == "5"]
    assert {tuple(row["owed_by"]) for row in late} == {("van-phong",)}
    assert not any(row["changes"] for row in late)
    (ahead,) = [row for row in asked(kshc, "due", "--month", "7") if row["id"] == "5"]
    assert (ahead["owed_by"], len(ahead["changes"])) == (["y-te"], 1)
    assert kshc(*TODAY, "done", "5", "--period", "5", "--unit", "y-te").status == 2
    did(kshc, "done", "5", "--period", "5", "--unit", "van-phong")
    did(kshc, "reassign", "5", "--to", "van-hoa", *BY, "--period", "6")
    did(kshc, "done", "5", "--period", "6", "--unit", "van-hoa")
    assert kshc("validate", "progress.yaml").status == 0


@pytest.mark.usefixtures("plan")
def test_a_hand_over_behind_the_last_occasion_is_refused(kshc: Kshc) -> None:
    answer = kshc("--today", "2027-01-05", "reassign", "5", "--to", "y-te", *BY)
    assert answer.status == 2
    assert "Nothing of it falls due from 05/01/2027 on. Name what is handed over with --period" in answer.err
    assert not Path("progress.yaml").exists()


@pytest.mark.usefixtures("plan")
def test_a_row_whose_day_moved_for_some_only_says_whose_it_is(kshc: Kshc) -> None:
    did(kshc, "done", "2", "--unit", "kinh-te", "--on", "12/6")
    assert "only" not in kshc(*TODAY, "due", "--month", "6").out
    did(kshc, "extend", "2", "--due", "31/7", *BY)

    def rows() -> list[str]:
        out = kshc(*TODAY, "due", "--from", "1/6", "--to", "31/7").out
        return [line for line in out.splitlines() if "\t2\t" in line]

    assert rows()[0].endswith("done; 12/06/2026; only Phòng Kinh tế")
    assert rows()[1].endswith("0 of 2 bodies done; owed by Phòng Văn hóa, Trạm Y tế")
    did(kshc, "extend", "2", "--due", "30/7", *BY, "--unit", "y-te")
    assert [line.rpartition("; ")[2] for line in rows()] == [
        "only Phòng Kinh tế",
        "only Trạm Y tế",
        "only Phòng Văn hóa",
    ]
    assert "only" not in kshc(*TODAY, "due", "--month", "7", "--agency", "y-te").out


@pytest.mark.usefixtures("plan")
def test_a_day_on_which_two_periods_end_names_neither(kshc: Kshc, plan: Path) -> None:
    plan.write_text(PLAN.replace("Định kỳ 6 tháng, năm", "Định kỳ hằng quý, 6 tháng, năm"), encoding="utf-8")
    for words in ("30/6", "30.6.2026", "31/7", "07/2026", "năm 2031/2"):
        refused = kshc(*TODAY, "done", "4", "--period", words, "--dry-run")
        assert refused.status == 2
        assert f"The task has no occasion “{words}”." in refused.err
    did(kshc, "done", "4", "--period", "31/3", "--on", "31/3")
    assert "period: 2026-Q1" in Path("progress.yaml").read_text("utf-8")


@pytest.mark.usefixtures("plan")
def test_what_is_not_recorded_is_not_called_so(kshc: Kshc) -> None:
    did(kshc, "done", "1", "--on", "1/7")
    did(kshc, "event", "7", "--on", "1/6")
    answer = kshc(*TODAY, "cancel", "1", *BY, "--on", "30/6")
    assert answer.status == 2
    assert re.search(r"of it would be true: It was called off on 30/06/2026\.", answer.err)


@pytest.mark.usefixtures("plan")
def test_as_above_is_said_only_of_who_owes_it_there(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    """A month given away does not stand under the words of the months that were not; nobody takes over from itself."""
    monkeypatch.setenv("COLUMNS", "160")
    did(kshc, "reassign", "5", "--period", "tháng 3", "--to", "y-te", *BY)
    lines = kshc(*TODAY, "--color", "always", "overdue").out.splitlines()
    days = {day: next(n for n, line in enumerate(lines) if day in line) for day in ("20/03/2026", "20/04/2026")}
    assert all("as above" not in lines[place] for place in days.values())
    assert "→ Trạm" in "".join(lines[days["20/03/2026"] : days["20/03/2026"] + 2])
    assert "→" not in "".join(lines[days["20/04/2026"] : days["20/04/2026"] + 2])
    assert "(Văn phòng → Trạm Y tế (some times only))" in kshc(*TODAY, "list", "--agency", "van-phong").out


def test_periods_that_the_words_list_have_names(kshc: Kshc, plan: Path) -> None:
    """What is to be done in several periods of the calendar is spoken of by them; the log keeps the day."""
    plan.write_text(PLAN.replace("Trước ngày 30/6/2026", "Tháng 5; quý III; 6 tháng cuối năm 2026"), encoding="utf-8")
    lacking = kshc(*TODAY, "done", "1")
    assert "with --period: month 5, quarter III, second half-year." in lacking.err
    for words, key in {"tháng 5": "2026-05-31", "Quý III/2026": "2026-09-30", "H2": "2026-12-31"}.items():
        did(kshc, "done", "1", "--period", words)
        assert f"period: {key}," in Path("progress.yaml").read_text("utf-8").splitlines()[-1]
    assert "Sun 31/05/2026 month 5" in kshc(*TODAY, "due", "--month", "5").out
    assert "quarter III: done" in kshc(*TODAY, "show", "1").out
    assert kshc(*TODAY, "done", "1", "--period", "Q2").status == 2


@pytest.mark.usefixtures("plan")
def test_refusals_say_what_stands_recorded(kshc: Kshc) -> None:
    did(kshc, "done", "1", "--doc", "12/BC-KT", "--who", "Lan")
    answer = kshc(*TODAY, "done", "1")
    (entry,) = re.findall(r"id: (\w+)", Path("progress.yaml").read_text("utf-8"))
    assert answer.status == 2
    assert f"1: It is done since 02/07/2026 (entry {entry}, 12/BC-KT, Lan)." in answer.err
    assert f"kshc undo {entry}." in answer.err
    did(kshc, "undo", entry)
    did(kshc, "done", "1")


def test_a_refusal_names_five_bodies_and_counts_the_others(kshc: Kshc) -> None:
    answer = kshc("--plan", ROOT / "plan.yaml", "--today", "2024-06-20", "done", "1.2.1", "--dry-run")
    assert answer.status == 2
    assert "12 bodies owe this task: Phòng Văn hóa - Thông tin Thành phố (phong-vh-tt); " in answer.err
    assert answer.err.count("(p") == 5
    assert "; UBND Phường 2 (phuong-2) (and 7 more). Name one" in answer.err


@pytest.mark.usefixtures("plan")
def test_several_tasks_are_done_together_or_not_at_all(kshc: Kshc) -> None:
    did(kshc, "done", "1")
    before = Path("progress.yaml").read_bytes()
    answer = kshc(*TODAY, "done", "3", "1", "9", "2")
    assert answer.status == 2
    assert Path("progress.yaml").read_bytes() == before
    assert re.search(
        "3: The task has several occasions.*\nError: 1: It is done since.*\n.*9.*\n.*3 bodies owe.*\nNothing was",
        answer.err,
    )
    did(kshc, "event", "7", "--on", "1/7")
    did(kshc, "done", "2", "7", "2", "--all-units")
    assert Path("progress.yaml").read_text("utf-8").count("what: done") == 3
    assert kshc("validate").status == 0


@pytest.mark.usefixtures("plan")
def test_an_event_with_a_day_is_counted_once(kshc: Kshc) -> None:
    assert "No date can be computed for 2 tasks" in kshc(*TODAY, "due", "--month", "7").err
    did(kshc, "event", "7", "--on", "1/7", "--due", "30/7")
    answer = json.loads(kshc(*TODAY, "due", "--month", "7", "--format", "json").out)
    assert "7" in {one["id"] for one in answer["tasks"]}
    assert answer["without_date"] == {"continuous": 1}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["5", "--period", "8"], "The occasion “month 8” begins on 21/07/2026 only."),
        (["3", "--period", "Q4"], "The occasion “quarter IV” begins on 01/10/2026 only."),
        (["6"], "It goes on until 31/12/2026; done would close it for good."),
    ],
)
@pytest.mark.usefixtures("plan")
def test_what_has_not_begun_or_goes_on_is_not_closed(kshc: Kshc, arguments: list[str], said: str) -> None:
    answer = kshc(*TODAY, "done", *arguments)
    assert (answer.status, Path("progress.yaml").exists()) == (2, False)
    assert said in answer.err
    assert "note" in answer.err
    did(kshc, "done", "6", "--partly")
    assert kshc("--today", "2026-12-31", "done", "6").status == 0
    assert kshc("validate").status == 0


@pytest.mark.usefixtures("plan")
def test_show_tells_the_occasions_around_the_day(kshc: Kshc) -> None:
    did(kshc, "note", "8", "x")
    standing = kshc(*TODAY, "show", "8").out.partition("Standing")[2].partition("Recorded")[0].strip().splitlines()
    assert standing[0] == "51 duties: overdue 25, due soon 1, not begun 25"
    assert [line.strip().partition(" (")[0] for line in standing[1:]] == [f"week {number}" for number in range(25, 31)]


@pytest.mark.usefixtures("plan")
def test_counts_have_units(kshc: Kshc) -> None:
    out = kshc(*TODAY, "status").out
    assert re.search(r"0 of \d+ duties done", out)
    assert re.search(r"Late: \d+ tasks, \d+ times", out)
    assert "By body (duties: █ done, ▒ late)" in out


@pytest.mark.usefixtures("plan")
def test_what_is_done_is_counted_once(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is neither done nor owed stands beside the counts of what is; what was done late is a part of that."""
    did(kshc, "done", "1", "--unit", "kinh-te", "--on", "30/6")
    for language, done, none in (("en", " done 1", "of them late"), ("vi", "đã hoàn thành", "trong đó")):
        monkeypatch.setenv("KSHC_LANG", language)
        head = kshc(*TODAY, "status").out.split("\n\n")[0]
        assert done not in head
        assert none not in head
    did(kshc, "done", "3", "--on", "30/6", "--period", "Q1")
    monkeypatch.setenv("KSHC_LANG", "en")
    head = " ".join(kshc(*TODAY, "status").out.split("\n\n")[0].split())
    counts = json.loads(kshc(*TODAY, "status", "--format", "json").out)
    late = counts["counts"]["done_late"]
    assert f"On 02/07/2026: {counts['done']} of {counts['total']} duties done" in head
    assert f", {late} of them late · overdue" in head
    owed, beside = head.split("; beside these: ")
    assert (
        sum(map(int, re.findall(r" (\d+)(?: ·|$)", owed.partition("of them late")[2])))
        == counts["total"] - counts["done"]
    )
    assert "goes on" in beside
    assert "goes on" not in owed


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(("columns", "legend"), [("50", False), ("80", True), ("120", True)])
def test_bars_have_a_legend(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, columns: str, legend: bool) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    drawn = kshc(*TODAY, "--color", "always", "status").out
    assert ("▒ late)" in drawn) is ("▒·" in drawn) is legend
    assert ("By body (duties done)" in drawn) is not legend


def entry_id(answer: Result) -> str:
    (found,) = re.findall(r"kshc undo (\w+)\n", answer.err)
    return str(found)


@pytest.mark.usefixtures("plan")
def test_a_refusal_of_a_body_tells_who_owes_and_who_is_done_by_which_entry(kshc: Kshc) -> None:
    first = entry_id(kshc(*TODAY, "done", "2", "--unit", "kinh-te", "--on", "1/7"))
    answer = kshc(*TODAY, "done", "2", "--unit", "van-phong").err
    assert "2: “Văn phòng” does not owe this task." in answer
    assert "These owe it: Phòng Văn hóa (van-hoa), Trạm Y tế (y-te)." in answer
    assert f"Phòng Kinh tế (kinh-te): done on 01/07/2026 (entry {first})." in answer
    assert "2: 2 bodies owe this task: Phòng Văn hóa (van-hoa); Trạm Y tế (y-te)." in kshc(*TODAY, "done", "2").err
    other = entry_id(kshc(*TODAY, "done", "2", "--unit", "van-hoa"))
    assert "1 body still owes this task: Trạm Y tế (y-te)." in kshc(*TODAY, "done", "2").err
    last = entry_id(kshc(*TODAY, "done", "2", "--unit", "y-te"))
    for wish in (["--unit", "van-phong"], []):
        answer = kshc(*TODAY, "done", "2", *wish).err
        assert [answer.count(f"(entry {one})") for one in (first, other, last)] == [1, 1, 1]
        assert "no body is known" not in answer


@pytest.mark.usefixtures("plan")
def test_a_refusal_of_a_body_tells_what_ended_the_duty(kshc: Kshc) -> None:
    ended = entry_id(kshc(*TODAY, "merge", "1", "--into", "2", *BY))
    answer = kshc(*TODAY, "done", "1", "--unit", "y-te").err
    assert f"Phòng Kinh tế (kinh-te): merged into another task on 02/07/2026 (entry {ended}," in answer


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(("wish", "body"), [("van-hoa-xa", "van-hoa-xa-hoi"), ("thi-tran", "ubnd-thi-tran")])
def test_the_words_of_an_id_find_its_body(kshc: Kshc, plan: Path, wish: str, body: str) -> None:
    known = "agencies:\n  - {id: van-hoa-xa-hoi, name: Ban Gia đình}\n  - {id: ubnd-thi-tran, name: Đơn vị số 9}\n"
    plan.write_text(PLAN.replace("agencies:\n", known), "utf-8")
    assert kshc("reassign", "1", "--to", wish, *BY, *TODAY).status == 0
    assert asked(kshc, "list")[0]["owed_by"] == [body]
    assert kshc("reassign", "2", "--to", "van-", *BY, *TODAY).status == 2


@pytest.mark.usefixtures("plan")
def test_a_task_into_which_another_was_merged_says_so(kshc: Kshc) -> None:
    entry = entry_id(kshc(*TODAY, "merge", "3", "--into", "4", *BY))
    assert "takes in task 3 (QĐ số 45/QĐ-UBND; 02/07/2026)" in kshc(*TODAY, "show", "4").out
    assert "4: takes in task 3 (QĐ số 45/QĐ-UBND; 02/07/2026)" in kshc(*TODAY, "due", "--month", "12").err
    (row,) = [one for one in asked(kshc, "list") if one["id"] == "4"]
    assert [(one["what"], one["task"], one["into"]) for one in row["changes"]] == [("merged", "3", "4")]
    assert row["owed_by"] == ["van-phong"]
    did(kshc, "undo", entry)
    assert "takes in" not in kshc(*TODAY, "show", "4").out


@pytest.mark.usefixtures("plan")
def test_the_extract_of_a_task_that_takes_in_another_says_so(kshc: Kshc, tmp_path: Path) -> None:
    did(kshc, "merge", "3", "--into", "4", *BY)
    out = tmp_path / "x.docx"
    did(kshc, "render", "extract", "--agency", "van-phong", "--out", str(out))
    assert "(thực hiện cả nhiệm vụ 3 theo QĐ số 45/QĐ-UBND)" in " ".join(shown(out.read_bytes()))


WINDOWS = "Quý II và Quý IV/2026"


def with_windows(plan: Path) -> None:
    plan.write_text(PLAN.replace("Định kỳ hằng quý", WINDOWS), "utf-8")


def test_periods_of_windows_are_called_as_people_call_them(kshc: Kshc, plan: Path) -> None:
    with_windows(plan)
    did(kshc, "done", "3", "--period", "Q2", "--on", "30/6")
    did(kshc, "extend", "3", "--period", "Q4", "--due", "20/12", *BY)
    assert [line.split("\t")[4] for line in kshc(*TODAY, "log", "3").out.splitlines()[1:]] == [
        "quarter II; entered on 02/07/2026",
        "quarter IV; new last day 20/12/2026; by QĐ số 45/QĐ-UBND",
    ]
    answer = kshc(*TODAY, "due", "--from", "1/12", "--to", "31/12")
    assert "Sun 20/12/2026 was 31/12/2026 for quarter IV" in answer.out
    assert "3: quarter IV: last day moved to 20/12/2026 (QĐ số 45/QĐ-UBND; 02/07/2026)" in answer.err
    rows = [one for one in asked(kshc, "due", "--from", "1/6", "--to", "31/12") if one["id"] == "3"]
    assert [(one["due"], len(one["changes"])) for one in rows] == [("2026-06-30", 0), ("2026-12-20", 1)]


@pytest.mark.usefixtures("plan")
def test_what_an_event_began_is_called_by_it(kshc: Kshc) -> None:
    did(kshc, "event", "7", "--on", "1/7", "--due", "10/7")
    assert "Fri 10/07/2026 event of 01/07/2026" in kshc(*TODAY, "due", "--month", "7").out
    assert "event of 01/07/2026: " in kshc(*TODAY, "show", "7").out
    did(kshc, "extend", "7", "--period", "1/7", "--due", "15/7", *BY)
    assert "Wed 15/07/2026 was 10/07/2026 event of 01/07/2026" in kshc(*TODAY, "due", "--month", "7").out
    assert "event of 01/07/2026; new last day 15/07/2026" in kshc(*TODAY, "log", "7").out


@pytest.mark.usefixtures("plan")
def test_every_output_says_what_changed_and_what_is_partly_done(kshc: Kshc) -> None:
    did(kshc, "reassign", "1", "--to", "van-hoa", *BY)
    did(kshc, "done", "2", "--partly", "--unit", "y-te", "--on", "1/7")
    said = "given from Phòng Kinh tế to Phòng Văn hóa (QĐ số 45/QĐ-UBND; 02/07/2026)"
    assert f"\n- 1: {said}\n" in kshc(*TODAY, "list", "--format", "markdown").out
    rows = list(csv.DictReader(io.StringIO(kshc(*TODAY, "list", "--format", "csv").out)))
    assert [(row["changes"], row["owed_by"]) for row in rows if row["id"] == "1"] == [(said, "Phòng Văn hóa")]
    assert [row["partly_on"] for row in rows if row["id"] in {"1", "2"}] == ["", "2026-07-01"]
    assert "a part done 01/07/2026" in kshc(*TODAY, "list").out
    assert [one["standing"]["partly_on"] for one in asked(kshc, "list") if one["id"] in {"1", "2"}] == [
        None,
        "2026-07-01",
    ]


@pytest.mark.usefixtures("plan")
def test_a_refusal_on_the_same_day_names_the_day_and_where_the_duty_went(kshc: Kshc) -> None:
    did(kshc, "reassign", "1", "--to", "van-hoa", *BY)
    answer = kshc(*TODAY, "done", "1", "--unit", "kinh-te").err
    assert "1: It was given to Phòng Văn hóa on 02/07/2026 (entry " in answer


@pytest.mark.usefixtures("plan")
def test_show_says_to_which_day_a_day_was_moved(kshc: Kshc) -> None:
    did(kshc, "extend", "1", "--due", "31/7", *BY)
    assert "Due          Tue 30/06/2026; moved to Fri 31/07/2026\n" in kshc(*TODAY, "show", "1").out
    did(kshc, "extend", "2", "--unit", "y-te", "--due", "31/7", *BY)
    assert "Mon 15/06/2026; for some moved to Fri 31/07/2026\n" in kshc(*TODAY, "show", "2").out
    did(kshc, "extend", "5", "--period", "8", "--due", "28/8", *BY)
    told = [line.strip() for line in kshc(*TODAY, "show", "5").out.splitlines() if "moved to" in line]
    assert "Thu 20/08/2026; moved to Fri 28/08/2026" in told


@pytest.mark.usefixtures("plan")
def test_what_stands_twice_is_refused_by_the_entry_that_stands(kshc: Kshc) -> None:
    for arguments in (["suspend", "1", *BY], ["event", "7", "--on", "1/7"]):
        entry = entry_id(kshc(*TODAY, *arguments))
        answer = kshc(*TODAY, *arguments)
        assert answer.status == 2
        assert f"already (entry {entry}" in answer.err
        assert answer.err.endswith(f"Leave it so, or take that entry back: kshc undo {entry}.\n")


@pytest.mark.usefixtures("plan")
def test_what_waits_for_an_event_says_how_its_event_is_recorded(kshc: Kshc) -> None:
    assert "Record the event first: kshc event 7 --on DATE." in kshc(*TODAY, "done", "7").err


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("columns", ["80", "120"])
def test_tables_of_every_width_say_where_a_body_only_cooperates(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    did(kshc, "note", "1", "x")
    for command in (["overdue"], ["due", "--month", "6"], ["list"]):
        drawn = kshc(*TODAY, *command, "--agency", "van-phong", "--color", "always").out
        assert drawn.count("cooperates") == 1
        assert drawn.count("leads") > 1
        assert "Takes part" in drawn
        other = kshc(*TODAY, *command, "--agency", "kinh-te", "--color", "always").out
        assert "cooperates" not in other
        assert "leads" in other
        assert "Takes part" in other


@pytest.mark.usefixtures("plan")
def test_a_merge_into_what_ended_names_the_entry_that_ended_it(kshc: Kshc) -> None:
    entry = entry_id(kshc(*TODAY, "merge", "3", "--into", "4", *BY))
    answer = kshc(*TODAY, "merge", "5", "--into", "3", *BY)
    assert answer.status == 2
    assert f"5: Task “3” is merged or cancelled itself (entry {entry}, QĐ số 45/QĐ-UBND)." in answer.err


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_a_refusal_calls_occasions_names_them(
    kshc: Kshc, plan: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Each name of the list is taken by --period, and no key of the log stands in it."""
    monkeypatch.setenv("KSHC_LANG", language)
    words = "Tháng 5; quý III; 6 tháng cuối năm 2026; ngày 20/11/2026; thường xuyên; theo Kế hoạch số 5/KH-UBND"
    plan.write_text(PLAN.replace("Trước ngày 30/6/2026", words), encoding="utf-8")
    names = kshc(*TODAY, "done", "1").err.partition("--period")[2].partition(": ")[2].rstrip(".\n")
    called = names.split(", ")
    assert len(called) == 6
    assert not re.search(r"\d{4}-", names)
    assert language == "en" or not re.search("[a-z]ous|reference", names)
    for name in called:
        assert kshc(*TODAY, "note", "1", "x", "--period", name).status == 0, name
    assert len({line.rpartition("period: ")[2].partition(",")[0] for line in log_lines()}) == 6


def log_lines() -> list[str]:
    return Path("progress.yaml").read_text("utf-8").splitlines()[-6:]


@pytest.mark.usefixtures("plan")
def test_a_hand_over_names_who_gave_and_who_took_and_nobody_else(kshc: Kshc) -> None:
    did(kshc, "reassign", "2", "--unit", "kinh-te", "--to", "van-phong", *BY)
    for asking in ([], ["--agency", "van-hoa"], ["--agency", "kinh-te", "--role", "any"], ["--agency", "van-phong"]):
        answer = kshc(*TODAY, "list", *asking)
        told = re.findall(r"^2\t.*$", answer.out, re.MULTILINE)
        assert [("(Phòng Kinh tế → Văn phòng)" in line, line.count("→")) for line in told] == [(True, 1)] * len(told)
    did(kshc, "reassign", "2", "--unit", "van-phong", "--to", "y-te", *BY)
    assert "(Phòng Kinh tế → Trạm Y tế)" in kshc(*TODAY, "list").out


@pytest.mark.usefixtures("plan")
def test_a_member_that_gives_on_what_its_group_took_over_is_named(kshc: Kshc) -> None:
    did(kshc, "reassign", "1", "--to", "cac-phong", *BY)
    assert "\tPhòng Kinh tế → Các phòng\t" in kshc(*TODAY, "list").out
    did(kshc, "reassign", "1", "--unit", "y-te", "--to", "van-phong", *BY)
    told = kshc(*TODAY, "list").out
    assert "(Phòng Kinh tế → Các phòng; Trạm Y tế → Văn phòng)" in told


@pytest.mark.usefixtures("plan")
def test_who_gave_to_the_same_body_is_told_together(kshc: Kshc, plan: Path) -> None:
    """Of many that gave a few are named; who takes everything over, having a part already, needs no givers."""
    did(kshc, "reassign", "2", "--unit", "kinh-te", "--to", "van-phong", *BY)
    did(kshc, "reassign", "2", "--unit", "y-te", "--to", "van-phong", *BY)
    assert "\tCác phòng (Phòng Kinh tế, Trạm Y tế → Văn phòng)\t" in kshc(*TODAY, "list").out
    did(kshc, "reassign", "2", "--unit", "van-hoa", "--to", "van-phong", *BY)
    assert "\tCác phòng → Văn phòng\t" in kshc(*TODAY, "list").out
    Path("progress.yaml").unlink()
    did(kshc, "reassign", "2", "--to", "van-hoa", *BY)
    assert "\tCác phòng → Phòng Văn hóa\t" in kshc(*TODAY, "list").out
    Path("progress.yaml").unlink()
    wards = "".join(f"  - {{id: to-{n}, name: Tổ {n}}}\n" for n in range(1, 7))
    words = plan.read_text("utf-8").replace("  - {id: cac-phong", f"{wards}  - {{id: cac-phong")
    members = "[kinh-te, " + ", ".join(f"to-{n}" for n in range(1, 7))
    plan.write_text(words.replace("members: [kinh-te", f"members: {members}"), encoding="utf-8")
    for giver in ("kinh-te", *(f"to-{n}" for n in range(1, 5))):
        did(kshc, "reassign", "2", "--unit", giver, "--to", "y-te", *BY)
    assert "(Phòng Kinh tế, Tổ 1, Tổ 2 and 2 more → Trạm Y tế)" in kshc(*TODAY, "list").out


@pytest.mark.usefixtures("plan")
def test_a_hand_over_by_all_says_from_whom(kshc: Kshc) -> None:
    assert "; from Phòng Kinh tế, Trạm Y tế; to Phòng Văn hóa; " in did(kshc, "reassign", "2", "--to", "van-hoa", *BY)
    told = did(kshc, "reassign", "2", "--unit", "van-hoa", "--to", "y-te", *BY)
    assert "; from Phòng Văn hóa; to Trạm Y tế; " in told
    assert told.count("Phòng Văn hóa") == 1


@pytest.mark.usefixtures("plan")
def test_an_extension_says_the_day_that_it_moves(kshc: Kshc) -> None:
    told = did(kshc, "extend", "1", "--due", "25/6", "--on", "1/6", *BY, "--dry-run")
    assert "; old last day 30/06/2026 (the new one is 5 days earlier); new last day 25/06/2026; " in told
    told = did(kshc, "extend", "1", "--due", "15/7", "--on", "1/6", *BY)
    assert "; old last day 30/06/2026; new last day 15/07/2026; " in told
    assert "; old last day 15/07/2026; " in did(kshc, "extend", "1", "--due", "31/7", "--on", "2/6", *BY)
    did(kshc, "extend", "2", "--due", "15/7", "--on", "1/6", "--unit", "y-te", *BY)
    told = did(kshc, "extend", "2", "--due", "31/7", "--on", "2/6", *BY)
    assert "new last day 31/07/2026" in told
    assert "old last day" not in told, "its bodies had different ones"
    assert "last day" not in did(kshc, "event", "7", "--on", "1/6")


def test_occasions_are_offered_in_order_of_time(kshc: Kshc, plan: Path) -> None:
    """And what comes several times, but not at intervals, is not said to have periods."""
    months = ", ".join(f"month {n}" for n in range(1, 13))
    refused = kshc(*TODAY, "done", "5").err
    assert "The task has several occasions; it is not said which one is meant. Name one of them " in refused
    assert f"--period: {months}." in refused
    did(kshc, "done", "5", "--period", "1", "--on", "5/2")
    months = ", ".join(f"month {n}" for n in range(2, 13))
    assert f"--period: {months}." in kshc(*TODAY, "done", "5").err
    plan.write_text(PLAN.replace("Trước ngày 30/6/2026", "Tháng 5; quý III năm 2026"), encoding="utf-8")
    assert "The task falls due several times; it is not said which time is meant." in kshc(*TODAY, "done", "1").err


@pytest.mark.usefixtures("plan")
def test_a_hand_over_of_some_occasions_is_said_to_be_one(kshc: Kshc) -> None:
    did(kshc, "reassign", "3", "--to", "van-hoa", "--period", "2026-Q3", *BY)
    told = kshc(*TODAY, "list", "--search", "Báo cáo").out
    assert "(Văn phòng → Phòng Văn hóa (some times only))" in told
    told = kshc(*TODAY, "due", "--from", "1/7", "--to", "30/9").out
    assert "Văn phòng → Phòng Văn hóa" in told
    assert "some times" not in told


@pytest.mark.usefixtures("plan")
def test_who_gave_away_what_it_leads_still_cooperates(kshc: Kshc, plan: Path) -> None:
    words = plan.read_text(encoding="utf-8").replace("lead: Các phòng,", "lead: Các phòng, coop: Các phòng,")
    plan.write_text(words, encoding="utf-8")
    did(kshc, "reassign", "2", "--unit", "kinh-te", "--to", "van-phong", *BY)
    for command in (["list"], ["due", "--month", "6"], ["overdue"]):
        (row,) = [one for one in asked(kshc, *command, "--agency", "kinh-te") if one["id"] == "2"]
        assert (row["part"], row["standing"]["status"]) == ("coop", "overdue")
        assert "cooperates only" in kshc(*TODAY, *command, "--agency", "kinh-te").out
        told = kshc(*TODAY, *command, "--agency", "van-hoa", "--role", "coop").out
        assert "leads and cooperates" in told
        assert "cooperates only" not in told


@pytest.mark.usefixtures("plan")
def test_what_was_asked_for_by_status_is_told_where_something_else_presses_more(kshc: Kshc) -> None:
    did(kshc, "suspend", "2", "--unit", "y-te", *BY)
    assert "; suspended: Trạm Y tế" in kshc(*TODAY, "list", "--status", "suspended").out
    assert "suspended" not in kshc(*TODAY, "list", "--search", "Rà soát").out


@pytest.mark.usefixtures("plan")
def test_a_task_shows_what_was_recorded_of_it(kshc: Kshc) -> None:
    did(kshc, "note", "1", "Đã gửi công văn", "--on", "20/6")
    did(kshc, "done", "1", "--partly", "--doc", "3/BC", "--note", "mới gửi dự thảo", "--on", "25/6")
    did(kshc, "note", "2", "Của nhiệm vụ khác")
    page = kshc(*TODAY, "show", "1").out
    assert re.search(r"Recorded +20/06/2026 note: Đã gửi công văn; .*\n +25/06/2026 partly done: 3/BC; mới gửi", page)
    assert "khác" not in page
    did(kshc, "reassign", "1", "--to", "van-hoa", *BY)
    assert "Phòng Kinh tế: reassigned; now with Phòng Văn hóa" in kshc(*TODAY, "show", "1").out


@pytest.mark.usefixtures("plan")
def test_a_retraction_is_told_with_its_task(kshc: Kshc) -> None:
    did(kshc, "note", "1", "Nhầm")
    (entry,) = json.loads(kshc(*TODAY, "log", "--format", "json").out)["entries"]
    did(kshc, "undo", entry["id"])
    assert [line.split("\t")[1] for line in kshc(*TODAY, "log").out.splitlines()[1:]] == ["1", "1"]


@pytest.mark.usefixtures("plan")
def test_as_above_is_said_only_right_below_the_words(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    drawn = kshc(*TODAY, "--color", "always", "due", "--from", "1/1", "--to", "30/6").out
    rows = re.findall(r"\w{3} \d\d/\d\d/\d{4}\S* +(\d+) +(.*)", drawn)
    assert [above[0] == row[0] for above, row in pairwise(rows)] == ["(as above)" in row[1] for row in rows[1:]]
    assert {"(as above)" in row[1] for row in rows} == {True, False}


@pytest.mark.usefixtures("plan")
def test_a_block_keeps_apart_what_stands_in_lines_of_a_column(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    did(kshc, "note", "2", "x")
    monkeypatch.setenv("COLUMNS", "70")
    drawn = kshc(*TODAY, "--color", "always", "overdue").out
    told = " ".join(re.sub("\x1b\\[[0-9;]*m", "", drawn).split())
    assert "Tue 31/03/2026; quarter I · 3 ·" in told
    assert "17 days late; 0 of 3 bodies done; owed by Phòng Kinh tế" in told


def test_a_body_with_nothing_but_what_goes_on_stands_among_the_bodies(kshc: Kshc, tmp_path: Path) -> None:
    words = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8").replace("Định kỳ hàng tháng", "Thường xuyên")
    path = tmp_path / "plan.yaml"
    path.write_text(words.replace("trước ngày 30 tháng 11 năm 2026", "thường xuyên"), encoding="utf-8")
    bodies = kshc("status", "--plan", path, "--today", "2026-03-03").out.partition("By body")[2].splitlines()[1:]
    assert [" ".join(line.split()) for line in bodies] == [
        "Văn phòng HĐND và UBND ············ 0/1",
        "Phòng Kinh tế goes on: 2",
        "Phòng Văn hóa - Xã hội goes on: 2",
    ]
