"""Recording as a library does it: a plan and a log in, the log's new bytes out; nothing is read or written."""

from datetime import date
from itertools import count

import pytest

from kshc_cli.desk.recording import Recorder, Wish
from kshc_cli.desk.refused_entries import RefusedEntriesError, RefusedEntryError
from kshc_cli.errors import WrongArgumentError
from kshc_cli.reading.tasks import read_plan
from kshc_cli.source.plan_text import read_plan_file
from tests.commands.test_who_owes import PLAN


@pytest.fixture
def recorder() -> Recorder:
    plan = read_plan_file(PLAN.encode()).plan
    assert plan is not None
    ids = count(1)
    return Recorder(read_plan(plan), date(2026, 6, 10), lambda: f"{next(ids)}")


def test_entries_stand_behind_those_of_the_log(recorder: Recorder) -> None:
    first = recorder.record(b"", list(recorder.wished(Wish("done", "1", "9/6"))), "log")
    second = recorder.record(first.data, [recorder.retraction(None, note=None, who="An")], "log")
    line = '- {date: 2026-06-09, what: done, task: "1", entered: 2026-06-10, id: "1"}'
    assert first.data.decode().splitlines()[-1].strip() == line
    assert second.data.startswith(first.data)
    assert [(one.what, one.entry, one.who) for one in second.new] == [("retracted", "1", "An")]
    assert second.entries == (*first.new, *second.new)


def test_a_wish_for_several_bodies_makes_an_entry_for_each_and_all_or_none_are_added(recorder: Recorder) -> None:
    both = recorder.wished(Wish("done", "2", units=["Phòng Văn hóa", "kinh-te"]))
    log = recorder.record(b"", list(both), "log")
    assert [one.unit for one in log.new] == ["van-hoa", "kinh-te"]
    with pytest.raises(RefusedEntryError):
        recorder.record(log.data, list(recorder.wished(Wish("done", "2", units=["kinh-te"]))), "log")
    again = [*recorder.wished(Wish("done", "1")), *recorder.wished(Wish("done", "2", units=["kinh-te"]))]
    with pytest.raises(RefusedEntriesError):
        recorder.record(log.data, again, "log")


def test_what_is_wished_twice_is_wished_once_in_whatever_words(recorder: Recorder) -> None:
    twice = recorder.wished(
        Wish("done", "2", units=["kinh-te", "Phòng Kinh tế", "kinh-te"]), Wish("done", "2.", units=["phong kinh te"])
    )
    log = recorder.record(b"", list(twice), "log")
    assert [one.unit for one in log.new] == ["kinh-te"]
    others = recorder.wished(Wish("note", "2", note="a"), Wish("note", "2", note="b"), Wish("note", "1", note="b"))
    assert [one.note for one in recorder.record(log.data, list(others), "log").new] == ["a", "b", "b"]
    with pytest.raises(WrongArgumentError, match="kinh tê"):
        recorder.record(b"", list(recorder.wished(Wish("done", "2", units=["kinh tê x", "kinh tê x"]))), "log")
