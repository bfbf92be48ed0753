"""How duties stand: by the plan, by what was recorded, on any day."""

from datetime import date

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, OnEvent
from kshc_cli.tracking.occasions import occasions_of
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.standing import Status, tally
from tests.tracking.logs import entry, followed, on, stands

UNITS = ("kinh-te", "van-hoa", "y-te", "van-phong")


def test_a_group_that_leads_means_each_member() -> None:
    assert stands(on("03-01"), "window") == {(None, unit): "running" for unit in UNITS}
    assert set(stands(on("03-01"), "monthly")) == {
        (f"2026-{month:02d}", unit) for month in range(1, 13) for unit in ("kinh-te", "van-hoa")
    }


def test_a_body_that_is_gone_owes_nothing() -> None:
    assert stands(on("03-01"), "goes-on") == {(None, "y-te"): "continuous"}


def test_a_window_is_not_begun_then_runs_is_due_soon_and_late() -> None:
    told = [(day, on(day).standings("window")[0]) for day in ("01-31", "02-01", "06-22", "06-23", "06-30", "07-01")]
    assert [(day, one.status.value, one.days, one.within) for day, one in told] == [
        ("01-31", "not_begun", 150, None),
        ("02-01", "running", 149, None),
        ("06-22", "running", 8, None),
        ("06-23", "due_soon", 7, 7),
        ("06-30", "due_soon", 0, 1),
        ("07-01", "overdue", -1, None),
    ]


def test_only_the_next_occurrence_runs() -> None:
    found = stands(on("05-10"), "monthly")
    assert [found[f"2026-{month:02d}", "kinh-te"] for month in (4, 5, 6, 7)] == [
        *("overdue", "running", "not_begun", "not_begun")
    ]


def test_done_is_about_one_body_and_one_occasion() -> None:
    view = on("07-05", entry("done", "06-30", "monthly", unit="kinh-te", period="2026-06"))
    assert stands(view, "monthly")["2026-06", "kinh-te"] == "done"
    assert stands(view, "monthly")["2026-06", "van-hoa"] == "overdue"
    assert stands(view, "monthly")["2026-05", "kinh-te"] == "overdue"


def test_done_without_a_body_is_about_all_that_still_owe_it() -> None:
    log = entry("done", "06-01", "window", unit="y-te"), entry("done", "07-02", "window")
    view = on("07-05", *log)
    assert stands(view, "window") == {(None, unit): "done" if unit == "y-te" else "done_late" for unit in UNITS}
    assert view.standings("window")[2].done_on == date(2026, 6, 1)


def test_a_late_entry_is_not_late_work_and_a_past_day_is_answered() -> None:
    log = entry("done", "06-15", "window", entered="2026-08-01")
    assert set(stands(on("07-05", log), "window").values()) == {"done"}
    assert set(stands(on("06-14", log), "window").values()) == {"running"}


def test_of_two_entries_the_first_day_counts() -> None:
    log = entry("done", "07-09", "window"), entry("done", "06-09", "window")
    assert {one.done_on for one in on("08-01", *log).standings("window")} == {date(2026, 6, 9)}


def test_a_part_that_is_done_is_told_and_changes_nothing() -> None:
    view = on("06-01", entry("partly_done", "05-01", "window", unit="y-te"))
    assert [(one.status, one.partly_on) for one in view.standings("window") if one.unit == "y-te"] == [
        (Status.RUNNING, date(2026, 5, 1))
    ]
    assert set(stands(view, "window").values()) == {"running"}


def test_an_event_begins_what_waits_for_it() -> None:
    assert stands(on("05-01"), "event") == {(None, unit): "waiting" for unit in ("kinh-te", "van-hoa")}
    happened = entry("event", "05-06", "event", due="2026-05-20"), entry("event", "06-01", "event")
    view = on("05-21", *happened, entry("done", "05-19", "event", unit="kinh-te", period="2026-05-06"))
    assert stands(view, "event") == {("2026-05-06", "kinh-te"): "done", ("2026-05-06", "van-hoa"): "overdue"}
    later = stands(on("06-02", *happened), "event")
    assert {key for key, status in later.items() if status == "running"} == {
        ("2026-06-01", "kinh-te"),
        ("2026-06-01", "van-hoa"),
    }


def test_a_time_limit_runs_from_its_event() -> None:
    view = on("05-07", entry("event", "05-04", "limit"))
    assert [(one.occasion.key, one.due, one.status) for one in view.standings("limit")] == [
        ("2026-05-04", date(2026, 5, 18), Status.RUNNING)
    ]
    named = on("05-07", entry("event", "05-04", "limit", due="2026-05-10"))
    assert named.standings("limit")[0].due == date(2026, 5, 10)


def test_two_days_of_one_task_go_by_their_dates() -> None:
    view = on("10-01", entry("done", "03-30", "two", period="2026-03-31"), entry("done", "09-01", "two"))
    assert stands(view, "two") == {("2026-03-31", "van-phong"): "done", ("2026-09-30", "van-phong"): "overdue"}


def test_an_extension_counts_from_its_approval_on() -> None:
    log = entry("extended", "06-25", "window", unit="y-te", due="2026-07-31", by="QĐ 45")
    assert [one.due for one in on("06-24", log).standings("window") if one.unit == "y-te"] == [date(2026, 6, 30)]
    view = on("07-10", log, entry("done", "07-20", "window", unit="y-te"))
    assert stands(view, "window")[None, "y-te"] == "running"
    assert stands(view, "window")[None, "kinh-te"] == "overdue"
    assert stands(on("07-20", log, entry("done", "07-20", "window", unit="y-te")), "window")[None, "y-te"] == "done"


def test_what_is_reassigned_moves_and_what_was_done_stays() -> None:
    done = entry("done", "01-31", "monthly", unit="kinh-te", period="2026-01")
    moved = entry("reassigned", "02-10", "monthly", unit="kinh-te", lead="y-te", by="QĐ 7")
    found = stands(on("02-11", done, moved), "monthly")
    assert (found["2026-01", "kinh-te"], ("2026-01", "y-te") in found) == ("done", False)
    assert (found["2026-02", "kinh-te"], found["2026-02", "y-te"]) == ("reassigned", "running")
    back = entry("reassigned", "03-10", "monthly", unit="y-te", lead="kinh-te", by="QĐ 9")
    again = stands(on("03-11", done, moved, back), "monthly")
    assert (again["2026-02", "kinh-te"], again["2026-02", "y-te"]) == ("reassigned", "overdue")
    assert (again["2026-03", "kinh-te"], again["2026-03", "y-te"]) == ("running", "reassigned")


def test_what_was_due_before_a_hand_over_stays_unless_it_is_named() -> None:
    """Of what comes back; what is done once is handed over late, too."""
    moved = entry("reassigned", "03-10", "monthly", unit="kinh-te", lead="y-te", by="QĐ 7")
    found = stands(on("03-11", moved), "monthly")
    assert [found[month, "kinh-te"] for month in ("2026-01", "2026-02", "2026-03")] == [
        "overdue",
        "overdue",
        "reassigned",
    ]
    assert ("2026-02", "y-te") not in found
    named = entry("reassigned", "03-10", "monthly", unit="kinh-te", lead="y-te", by="QĐ 8", period="2026-02")
    assert stands(on("03-11", moved, named), "monthly")["2026-02", "y-te"] == "overdue"
    last = entry("extended", "02-20", "monthly", unit="kinh-te", period="2026-02", due="2026-04-30", by="QĐ 9")
    assert stands(on("03-11", last, moved), "monthly")["2026-02", "y-te"] == "running"


def test_a_body_that_has_the_duty_already_gets_no_second_one() -> None:
    moved = entry("reassigned", "02-10", "window", unit="y-te", lead="cac-phong", by="QĐ 7")
    assert stands(on("02-11", moved), "window") == {
        (None, "kinh-te"): "running",
        (None, "van-hoa"): "running",
        (None, "y-te"): "reassigned",
        (None, "van-phong"): "running",
    }


def test_suspended_cancelled_and_merged_duties_are_not_late() -> None:
    rests = entry("suspended", "05-01", "window", unit="y-te", by="CV 1")
    log = (
        rests,
        entry("cancelled", "05-01", "window", unit="kinh-te", by="QĐ 2"),
        entry("resumed", "08-01", "window", unit="y-te"),
        entry("merged", "05-02", "own", into="window", by="QĐ 3"),
    )
    assert stands(on("07-05", *log), "window")[None, "y-te"] == "suspended"
    assert stands(on("08-05", *log), "window")[None, "y-te"] == "overdue"
    assert stands(on("07-05", *log), "window")[None, "kinh-te"] == "cancelled"
    assert [(one.status, one.moved_to) for one in on("12-05", *log).standings("own")] == [(Status.MERGED, "window")]


def test_a_tally_counts_what_is_owed_or_done() -> None:
    log = entry("done", "06-01", "window", unit="y-te"), entry("cancelled", "06-02", "window", unit="van-hoa", by="QĐ")
    counts = tally(on("07-05", *log).standings("window"))
    assert (counts.done, counts.total, counts.status) == (1, 3, Status.OVERDUE)


def test_words_that_name_nobody_known_leave_the_duty_to_nobody() -> None:
    assert stands(on("07-05"), "open") == {(None, None): "undated"}
    assert stands(on("07-05", entry("done", "07-01", "open")), "open") == {(None, None): "done"}


def test_no_event_changes_what_an_earlier_entry_is_about() -> None:
    done = entry("done", "03-20", "mixed", period="2026-03-31")
    assert stands(on("04-01", done), "mixed") == {
        ("2026-03-31", "van-phong"): "done",
        ("relative", "van-phong"): "waiting",
    }
    begun = stands(on("06-02", done, entry("event", "06-01", "mixed")), "mixed")
    assert begun == {("2026-03-31", "van-phong"): "done", ("2026-06-01", "van-phong"): "running"}


def test_what_waits_cannot_be_done_or_extended() -> None:
    log = (
        entry("done", "03-20", "event"),
        entry("extended", "03-21", "event", due="2026-08-01", by="QĐ"),
        entry("event", "04-01", "event"),
    )
    assert set(stands(on("03-25", *log), "event").values()) == {"waiting"}
    assert {(one.status.value, one.due) for one in on("09-01", *log).standings("event")} == {("running", None)}


def test_a_cancellation_without_a_period_is_about_events_to_come_too() -> None:
    log = entry("cancelled", "03-20", "event", by="QĐ"), entry("event", "04-01", "event")
    assert set(stands(on("09-01", *log), "event").values()) == {"cancelled"}


def test_an_event_of_two_clauses_begins_one_duty() -> None:
    reading = read_time("Khi có văn bản yêu cầu; khi có phát sinh", year=2026)
    assert [type(part) for part in reading.parts] == [OnEvent, OnEvent]
    office = office_calendar(followed().plan)
    happened = occasions_of(reading, office=office, events=[entry("event", "05-06", "event")])
    assert [(one.key, one.begins, one.part, one.waits) for one in happened] == [
        ("2026-05-06", date(2026, 5, 6), 0, False)
    ]
    assert [(one.part, one.waits) for one in occasions_of(reading, office=office)] == [(0, True)]


def test_occasions_stand_in_the_order_of_the_words() -> None:
    reading = read_time("Khi có yêu cầu, trước ngày 30/6/2026", year=2026)
    assert [type(part) for part in reading.parts] == [OnEvent, Deadline]
    office = office_calendar(followed().plan)
    assert [one.part for one in occasions_of(reading, office=office)] == [0, 1]
    happened = occasions_of(reading, office=office, events=[entry("event", "05-06", "event")])
    assert [(one.part, one.begins) for one in happened] == [(0, date(2026, 5, 6)), (1, None)]
