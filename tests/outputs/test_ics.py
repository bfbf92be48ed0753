"""What a calendar says of each duty, in which form, and what is refused before one is written."""

import json
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.conftest import EXAMPLES, Kshc
from tests.outputs.calendars import COMING_BACK, components, due_days, exported, shown_days, task_of
from tests.tracking.logs import FOLLOWED

MOVED = COMING_BACK.replace("on_day_off: keep", "on_day_off: next_working_day")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_bytes(FOLLOWED.read_bytes())
    return tmp_path / "plan.yaml"


@pytest.fixture
def coming_back(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(COMING_BACK, encoding="utf-8")
    return tmp_path / "plan.yaml"


def record(kshc: Kshc, plan: Path, *words: str, today: str = "2026-06-01") -> None:
    result = kshc(*words, "--plan", plan, "--today", today)
    assert result.status == 0, result.err


def events(data: bytes, task: str, kind: str = "VEVENT") -> list[Any]:
    return [one for one in components(data, kind) if task_of(one) == task]


def event(data: bytes, task: str, kind: str = "VEVENT") -> Any:  # noqa: ANN401  of a library without types
    (only,) = events(data, task, kind)
    return only


def lines(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_an_event_is_a_whole_day_that_takes_nobodys_time(plan: Path) -> None:
    window = event(exported(plan), "window")
    assert window["DTSTART"].dt == date(2026, 6, 30)
    assert window["DTEND"].dt == date(2026, 7, 1)
    assert (window["STATUS"], window["TRANSP"], window["SEQUENCE"]) == ("CONFIRMED", "TRANSPARENT", 0)
    assert window["SUMMARY"] == "Rà soát"
    assert window["DTSTAMP"].dt.date() == date(2026, 1, 5)  # the plan's day
    assert [str(one) for one in window["CATEGORIES"].cats] == ["within a period", "I. NHIỆM VỤ"]
    assert str(window["DESCRIPTION"]).splitlines() == [
        "Rà soát",
        "",
        "Time: Từ tháng 02 đến tháng 6 năm 2026",
        "Lead: Các đơn vị",
        "Owed by: Phòng Kinh tế, Phòng Văn hóa, Trạm Y tế, Văn phòng",
        "ID: window",
    ]


def test_the_page_tells_the_product_and_the_offices_own_day(plan: Path, plan_file: Path, tmp_path: Path) -> None:
    assert "Work by: 10/11/2026" in str(event(exported(plan), "own")["DESCRIPTION"]).splitlines()
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(plan_file.read_bytes())
    page = str(event(exported(copy), "1.2.2")["DESCRIPTION"]).splitlines()
    assert "Result: Xây dựng phương án đơn giản hóa TTHC" in page
    assert "Cooperating: Các phòng, ban chuyên môn Thành phố và UBND các xã, phường" in page


def test_lines_are_folded_by_octets_and_end_with_crlf(plan_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "plan.yaml"
    copy.write_bytes(plan_file.read_bytes())
    data = exported(copy)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert all(line.decode() for line in data.split(b"\r\n")[:-1])  # no letter is cut in two
    words = "Tổng hợp phương án đơn giản hóa quy định hành chính, TTHC qua kết quả thực hiện Kế hoạch rà soát chung"
    assert words.replace(",", "\\,") in "\n".join(lines(data))
    assert exported(copy, today="2024-02-01") == exported(copy, today="2031-12-31")


def test_a_long_title_is_cut_and_its_words_stand_in_the_page(plan: Path) -> None:
    long, unparted = "nghiêng " * 20 + "cuối", "nghiêng" * 40
    text = plan.read_text(encoding="utf-8").replace("content: Rà soát", f"content: {long}")
    plan.write_text(text.replace("content: Tổng kết", f"content: {unparted}"), encoding="utf-8")
    data = exported(plan)
    title = str(event(data, "window")["SUMMARY"])
    assert title.endswith("nghiêng…")
    assert len(title) <= 121
    assert str(event(data, "window")["DESCRIPTION"]).startswith(long + "\n")
    assert str(event(data, "own")["SUMMARY"]) == unparted[:120] + "…"


def test_what_turns_words_round_is_left_out_of_a_draft(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8").replace("content: Rà soát", 'content: "Rà\\u202E soát\\nlần hai"')
    plan.write_text(text, encoding="utf-8")
    window = event(exported(plan), "window")
    assert str(window["SUMMARY"]) == "DRAFT: Rà soát · lần hai"
    assert str(window["DESCRIPTION"]).partition("\n\n")[2].startswith("Rà soát\nlần hai\n\n")


def test_alarms_ring_in_the_morning_so_many_days_ahead(plan: Path) -> None:
    def rung(*options: str) -> list[date]:
        window = event(exported(plan, *options), "window")
        moments = [window["DTSTART"].dt, *(one["TRIGGER"].dt for one in window.walk("VALARM"))]
        day, *triggers = moments
        assert all(trigger % timedelta(days=1) == timedelta(hours=8) for trigger in triggers)
        return [day + timedelta(days=trigger.days) for trigger in triggers]

    days = [date(2026, 6, 23), date(2026, 6, 27), date(2026, 6, 29)]
    assert rung() == days
    assert rung("--alarm", "1,3,7") == days
    assert rung("--alarm", "2w, 0") == [date(2026, 6, 16), date(2026, 6, 30)]
    assert rung("--alarm", "none") == rung("--alarm", "không") == []
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("year: 2026", "year: 2026\ndue_soon: [5]", 1), encoding="utf-8")
    assert rung() == [date(2026, 6, 25)]


@pytest.mark.parametrize("days", ["x", "7,", "400", "1,2,3,4,5,6", "-1"])
def test_what_are_no_days_of_alarms_is_refused(kshc: Kshc, plan: Path, days: str) -> None:
    assert kshc("export", "ics", "--plan", plan, f"--alarm={days}").status == 2


def test_done_suspended_and_cancelled_duties_say_so_and_ring_no_more(kshc: Kshc, plan: Path) -> None:
    record(kshc, plan, "done", "two", "--period", "31/3")
    record(kshc, plan, "suspend", "two", "--period", "30/9", "--by", "QĐ 5")
    record(kshc, plan, "cancel", "own", "--by", "QĐ 6")
    record(kshc, plan, "done", "window", "--unit", "y-te")
    data, todos = exported(plan), exported(plan, "--as", "todo")
    states = {
        (task_of(one), one["DTSTART"].dt.isoformat()): (str(one["STATUS"]), str(one["SUMMARY"])[:1])
        for one in components(data)
    }
    assert states["two", "2026-03-31"] == ("CONFIRMED", "✓")
    assert states["two", "2026-09-30"] == ("TENTATIVE", "T")
    assert states["own", "2026-11-30"] == ("CANCELLED", "T")
    told = {
        (task_of(one), one["DUE"].dt.isoformat()): (str(one["STATUS"]), one["PERCENT-COMPLETE"])
        for one in components(todos, "VTODO")
    }
    assert told["two", "2026-03-31"] == ("COMPLETED", 100)
    assert told["two", "2026-09-30"] == ("NEEDS-ACTION", 0)
    assert told["own", "2026-11-30"] == ("CANCELLED", 0)
    assert told["window", "2026-06-30"] == ("IN-PROCESS", 25)
    ringing = {task_of(one) for one in components(data) if one.walk("VALARM")}
    assert ringing == {"window", "monthly", "mixed"}
    done, _later = events(todos, "two", "VTODO")
    assert done["COMPLETED"].dt.isoformat() == "2026-06-01T05:00:00+00:00"
    assert "Standing: suspended" in str(events(data, "two")[1]["DESCRIPTION"])
    assert "Owed by: Phòng Kinh tế, Phòng Văn hóa, Văn phòng" in str(event(data, "window")["DESCRIPTION"])
    assert "Changed: called off (QĐ 6; 01/06/2026)" in str(event(data, "own")["DESCRIPTION"])


def test_what_is_to_be_done_has_its_first_day_and_rings_before_its_last(plan: Path) -> None:
    todos = exported(plan, "--as", "todo")
    window = event(todos, "window", "VTODO")
    assert (window["DTSTART"].dt, window["DUE"].dt) == (date(2026, 2, 1), date(2026, 6, 30))
    assert [one["TRIGGER"].params["RELATED"] for one in window.walk("VALARM")] == ["END"] * 3
    first, *others = events(todos, "monthly", "VTODO")
    assert len(others) == 11
    assert not any("RRULE" in one for one in (first, *others))
    assert "Period: month 1" in str(first["DESCRIPTION"])
    assert b"BEGIN:VEVENT" not in todos


def test_what_comes_back_by_one_rule_is_one_event_with_that_rule(coming_back: Path) -> None:
    data = exported(coming_back)
    rules = {task_of(one): one["RRULE"].to_ical().decode() for one in components(data) if "RRULE" in one}
    assert rules["month"] == "FREQ=MONTHLY;UNTIL=20261231;BYMONTHDAY=-1"
    assert rules["quarter"] == "FREQ=MONTHLY;UNTIL=20261231;INTERVAL=3;BYMONTHDAY=-1"
    assert rules["week"] == "FREQ=WEEKLY;UNTIL=20261227;BYDAY=SU"
    assert rules["friday"] == "FREQ=WEEKLY;UNTIL=20261218;INTERVAL=2;BYDAY=FR"
    assert rules["counted"] == "FREQ=MONTHLY;UNTIL=20260615;BYMONTHDAY=15"
    assert "year" not in rules  # once in the plan's year
    assert len(events(data, "two-rules")) == 2
    assert not any("EXDATE" in one or "RDATE" in one for one in components(data))


def test_days_that_the_policy_moves_are_left_out_of_the_rule_and_added(coming_back: Path) -> None:
    coming_back.write_text(MOVED, encoding="utf-8")
    data = exported(coming_back)
    twentieth = event(data, "day-20")
    assert [one.dt for one in twentieth["EXDATE"].dts] == [date(2026, month, 20) for month in (2, 6, 9, 12)]
    assert [one.dt.day for one in twentieth["RDATE"].dts] == [23, 22, 21, 21]
    assert all(f"{name};VALUE=DATE:2026" in data.decode() for name in ("EXDATE", "RDATE"))
    january, february, series = events(data, "month")  # moved before the first day that stays
    assert "RRULE" in series
    assert series["DTSTART"].dt == date(2026, 3, 31)
    assert (january["DTSTART"].dt, february["DTSTART"].dt) == (date(2026, 2, 2), date(2026, 3, 2))
    assert len(events(data, "daily")) == 15  # two on one day are no series


def test_a_moved_deadline_keeps_its_id_and_its_number_grows(kshc: Kshc, plan: Path) -> None:
    before = event(exported(plan), "window")
    record(kshc, plan, "extend", "window", "--due", "10/7/2026", "--by", "QĐ 5")
    after = event(exported(plan), "window")
    assert (before["UID"], before["SEQUENCE"], after["SEQUENCE"]) == (after["UID"], 0, 1)
    assert after["DTSTART"].dt == date(2026, 7, 10)
    assert after["DTSTAMP"].dt.date() == date(2026, 6, 1)
    record(kshc, plan, "undo")
    again = event(exported(plan), "window")
    assert (again["UID"], again["SEQUENCE"], again["DTSTART"].dt) == (before["UID"], 2, date(2026, 6, 30))


def test_a_series_tells_what_is_to_be_done_and_its_days_what_is_done(kshc: Kshc, plan: Path) -> None:
    for month in range(1, 9):
        record(kshc, plan, "done", "monthly", "--all-units", "--period", f"{month}", today="2026-09-10")
    series, *others = events(exported(plan, today="2026-09-10"), "monthly")
    assert str(series["SUMMARY"]) == "Báo cáo tháng"
    assert len(series.walk("VALARM")) == 3
    assert [str(one["SUMMARY"]) for one in others] == ["✓ Báo cáo tháng"] * 8
    record(kshc, plan, "cancel", "monthly", "--by", "QĐ 6", today="2026-09-10")
    done, *cancelled = events(exported(plan, today="2026-09-10"), "monthly")
    assert (done["STATUS"], {str(one["STATUS"]) for one in cancelled}) == ("CONFIRMED", {"CANCELLED"})
    assert len(cancelled) == 4


def test_an_occurrence_that_differs_stands_in_place_of_its_day(kshc: Kshc, plan: Path) -> None:
    record(kshc, plan, "extend", "monthly", "--period", "6", "--due", "15/7/2026", "--by", "QĐ 5")
    record(kshc, plan, "cancel", "monthly", "--period", "12", "--by", "QĐ 6")
    series, june, december = events(exported(plan), "monthly")
    assert "RRULE" in series
    assert (june["RECURRENCE-ID"].dt, june["DTSTART"].dt) == (date(2026, 6, 30), date(2026, 7, 15))
    assert (december["RECURRENCE-ID"].dt, december["STATUS"]) == (date(2026, 12, 31), "CANCELLED")
    assert len({str(one["UID"]) for one in (series, june, december)}) == 1
    assert {int(one["SEQUENCE"]) for one in (series, june, december)} == {2}
    assert str(june["DESCRIPTION"]).endswith("Period: month 6")
    assert "RRULE" not in june


def test_one_body_moved_apart_has_an_event_of_its_own(kshc: Kshc, plan: Path) -> None:
    record(kshc, plan, "extend", "window", "--unit", "y-te", "--due", "10/7/2026", "--by", "QĐ 5")
    record(kshc, plan, "extend", "monthly", "--period", "6", "--unit", "kinh-te", "--due", "15/7/2026", "--by", "QĐ 5")
    data = exported(plan)
    rest, own = events(data, "window")
    assert (rest["DTSTART"].dt, own["DTSTART"].dt) == (date(2026, 6, 30), date(2026, 7, 10))
    assert str(own["UID"]) == f"{rest['UID']}@y-te"
    assert "Owed by: Trạm Y tế" in str(own["DESCRIPTION"])
    assert [task for task, day in shown_days(data) if day == date(2026, 7, 15)] == ["monthly"]
    series, june, moved = events(data, "monthly")
    assert (str(moved["UID"]).split("+")[2], "RRULE" in series) == ("2026-06@kinh-te", True)
    assert (june["RECURRENCE-ID"].dt, june["DTSTART"].dt) == (date(2026, 6, 30), date(2026, 6, 30))
    alone = event(exported(plan, "--agency", "y-te"), "window")
    assert (alone["UID"], alone["DTSTART"].dt) == (rest["UID"], date(2026, 7, 10))


def test_a_body_that_gave_a_duty_away_sees_it_cancelled(kshc: Kshc, plan: Path) -> None:
    own = ("--agency", "van-phong")
    before = event(exported(plan, *own), "own")
    record(kshc, plan, "reassign", "own", "--to", "y-te", "--by", "QĐ 9")
    after = event(exported(plan, *own), "own")
    assert (after["UID"], after["STATUS"], int(after["SEQUENCE"])) == (before["UID"], "CANCELLED", 1)
    assert "given from Văn phòng to Trạm Y tế" in str(after["DESCRIPTION"])
    taken = event(exported(plan, "--agency", "y-te"), "own")
    assert (taken["UID"], taken["STATUS"]) == (before["UID"], "CONFIRMED")
    assert not events(exported(plan, *own, "--role", "coop"), "own")
    empty = kshc("export", "ics", "--plan", plan, *own, "--role", "coop")
    assert (empty.status, empty.out.count("BEGIN"), "Nothing found." in empty.err) == (0, 1, True)
    assert not events(exported(plan, *own, "--kind", "recurring"), "own")


def test_what_some_have_no_more_stands_for_the_others(kshc: Kshc, plan: Path, plan_file: Path, tmp_path: Path) -> None:
    record(kshc, plan, "cancel", "window", "--unit", "y-te", "--by", "QĐ 6")
    assert event(exported(plan), "window")["STATUS"] == "CONFIRMED"
    both = tmp_path / "both" / "plan.yaml"  # leads and cooperates
    both.parent.mkdir()
    both.write_bytes(plan_file.read_bytes())
    given = ("reassign", "1.2.1", "--unit", "phuong-1", "--to", "van-phong", "--by", "QĐ 9")
    record(kshc, both, *given, today="2024-03-01")
    own = ("--agency", "phuong-1")
    assert event(exported(both, *own, today="2024-03-01"), "1.2.1")["STATUS"] == "CONFIRMED"
    assert event(exported(both, *own, "--role", "lead", today="2024-03-01"), "1.2.1")["STATUS"] == "CANCELLED"


def test_a_body_sees_only_its_occurrences_of_a_series(kshc: Kshc, plan: Path) -> None:
    record(kshc, plan, "reassign", "monthly", "--period", "7", "--unit", "kinh-te", "--to", "y-te", "--by", "QĐ 9")
    assert [day for task, day in shown_days(exported(plan, "--agency", "y-te")) if task == "monthly"] == [
        date(2026, 7, 31)
    ]
    given = exported(plan, "--agency", "kinh-te")
    assert date(2026, 7, 31) not in [day for task, day in shown_days(given) if task == "monthly"]
    assert [one["RECURRENCE-ID"].dt for one in events(given, "monthly") if one["STATUS"] == "CANCELLED"] == [
        date(2026, 7, 31)
    ]


def test_a_time_limit_stands_in_the_calendar_once_its_event_is_recorded(kshc: Kshc, plan: Path) -> None:
    assert not events(exported(plan), "limit")
    record(kshc, plan, "event", "limit", "--on", "20/5/2026")
    limit = event(exported(plan), "limit")
    assert (limit["DTSTART"].dt, str(limit["UID"]).split("+")[1:]) == (date(2026, 6, 3), ["limit", "2026-05-20"])
    assert str(limit["DESCRIPTION"]).endswith("Period: event of 20/05/2026")
    record(kshc, plan, "undo")
    assert not events(exported(plan), "limit")


def test_kinds_and_roles_choose_as_in_lists(coming_back: Path) -> None:
    assert {task for task, _day in shown_days(exported(coming_back, "--kind", "quarterly"))} == {"quarter", "two-rules"}
    own = exported(coming_back, "--agency", "van hoa", "--role", "lead")
    assert {task for task, _day in shown_days(own)} == {"month", "day-20", "quarter", "counted", "across"}
    assert "Phòng Văn hóa" in next(line for line in lines(own) if line.startswith("X-WR-CALNAME"))


def test_without_a_file_the_calendar_goes_to_stdout(kshc: Kshc, coming_back: Path) -> None:
    result = kshc("export", "ics", "--plan", coming_back)
    assert result.status == 0
    assert result.out.encode() == exported(coming_back)
    assert kshc("export", "ics", "--plan", coming_back, "--out", "-").out == result.out
    assert "no time 1" in result.err
    assert "Nothing found" not in result.err


def test_it_speaks_the_users_language(monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    data = exported(plan)
    assert "PRODID:-//kshc//kshc-cli//VI" in lines(data)
    assert "Chưa hoàn thành: Văn phòng" in str(event(data, "own")["DESCRIPTION"]).splitlines()
    assert "Kỳ: 30/09/2026" in str(events(data, "two")[1]["DESCRIPTION"]).splitlines()


def test_a_plan_or_log_with_errors_is_refused_unless_a_draft_is_asked_for(kshc: Kshc, plan: Path) -> None:
    target = plan.with_name("out.ics")
    command = ("export", "ics", "--plan", plan, "--out", target)
    log = plan.with_name("progress.yaml")
    strange = "{date: 2026-06-01, what: done, task: nothing, entered: 2026-06-01, id: e1}"
    log.write_text(f"schema: kshc-progress/1\nentries:\n- {strange}\n")
    result = kshc(*command)
    assert result.status == 1
    assert "progress.yaml:3:" in result.err
    assert result.out == ""
    assert not target.exists()
    log.unlink()
    sound = plan.read_text(encoding="utf-8")
    plan.write_text(sound.replace("id: own,", "id: window,"), encoding="utf-8")
    result = kshc(*command)
    assert result.status == 1
    assert "[duplicate-task-id]" in result.err
    assert "--draft" in result.err
    assert not target.exists()
    assert kshc(*command, "--draft").status == 0
    data = target.read_bytes()
    assert shown_days(data) == due_days(plan)
    assert {str(one["UID"]).partition("+")[2] for one in events(data, "window")} == {"window", "window+again.2"}
    plan.write_text("schema: [", encoding="utf-8")
    assert kshc(*command, "--draft").status == 3


def test_each_entry_of_a_draft_says_so(plan: Path) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("id: own,", "id: window,"), encoding="utf-8")
    data = exported(plan)
    assert str(Calendar.from_ical(data)["NAME"]).startswith("DRAFT: ")
    assert {str(one["SUMMARY"])[:7] for one in components(data)} == {"DRAFT: "}
    why = "Draft: the plan or its log has errors.\n\n"
    assert {str(one["DESCRIPTION"])[: len(why)] for one in components(data)} == {why}


def test_what_cannot_be_written_is_said_before_the_plan_is_read(kshc: Kshc, plan: Path) -> None:
    plan.write_text("schema: [", encoding="utf-8")
    folder = plan.with_name("folder")
    folder.mkdir()
    before = sorted(plan.parent.rglob("*"))
    missing = kshc("export", "ics", "--plan", plan, "--out", folder / "none" / "out.ics")
    assert (missing.status, "none" in missing.err) == (3, True)
    assert "cannot be used" not in missing.err
    assert "folder" in kshc("export", "ics", "--plan", plan, "--out", folder).err
    assert sorted(plan.parent.rglob("*")) == before
    if os.name == "posix" and os.geteuid():
        folder.chmod(0o500)
        denied = kshc("export", "ics", "--plan", plan, "--out", folder / "out.ics")
        assert "permission" in denied.err


def test_only_calendars_of_its_own_are_replaced(kshc: Kshc, plan: Path) -> None:
    target = plan.with_name("out.ics")
    command = ("export", "ics", "--plan", plan, "--out", target)
    assert kshc(*command).status == 0
    old = target.read_bytes()
    assert kshc(*command, "--as", "todo").status == 0
    assert target.read_bytes() != old
    for other in (b"notes", old.replace(b"kshc//kshc-cli", b"Another//Program")):
        target.write_bytes(other)
        assert kshc(*command).status == 2
        assert target.read_bytes() == other
    words = plan.read_bytes()
    assert kshc("export", "ics", "--plan", plan, "--out", plan).status == 2
    assert plan.read_bytes() == words
    assert kshc("export", "ics", "--plan", plan, "--plan", EXAMPLES / "sound.yaml").status == 2


def test_a_calendar_bears_the_name_of_its_plan_on_one_line(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    subject = 'subject: "Rà soát, đơn giản hóa\\nnăm 2026"'
    plan.write_text(text.replace("subject: Kiểm soát thủ tục hành chính năm 2026", subject), encoding="utf-8")
    told = lines(exported(plan))
    name = r"KẾ HOẠCH Rà soát\, đơn giản hóa năm 2026"
    assert told[3:5] == [f"NAME:{name}", f"X-WR-CALNAME:{name}"]


def test_plans_of_one_office_and_year_have_other_ids(plan: Path) -> None:
    uid = event(exported(plan), "window")["UID"]
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("  subject: Kiểm soát thủ tục", "  subject: Cải cách thủ tục"), encoding="utf-8")
    assert event(exported(plan), "window")["UID"] != uid
    plan.write_text(text.replace("schema: kshc/1", "schema: kshc/1\n").replace('"07"', '"08"'), encoding="utf-8")
    assert event(exported(plan), "window")["UID"] == uid


def test_two_times_on_one_day_have_ids_of_file_names(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("due: 2026-09-30", "due: 2026-03-31"), encoding="utf-8")
    ids = [str(one["UID"]).partition("+two")[2] for one in events(exported(plan), "two")]
    assert ids == ["+2026-03-31", "+2026-03-31+2"]


def test_days_not_decided_are_said_and_a_year_may_be_crossed(kshc: Kshc, coming_back: Path) -> None:
    result = kshc("export", "ics", "--plan", coming_back, "--out", coming_back.with_name("out.ics"))
    assert "estimate" not in result.err
    coming_back.write_text(MOVED, encoding="utf-8")
    result = kshc("export", "ics", "--plan", coming_back, "--out", coming_back.with_name("out.ics"))
    assert "2027 are an estimate" in result.err
    assert ("across", date(2027, 1, 15)) in shown_days(exported(coming_back))
    assert json.dumps(due_days(coming_back), default=str) == json.dumps(shown_days(exported(coming_back)), default=str)
