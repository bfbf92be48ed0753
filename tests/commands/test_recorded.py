"""What kshc says when something was recorded: which task, whose, in time or late, and how to take it back."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import Kshc
from tests.tracking.logs import FOLLOWED

TODAY = ("--today", "2026-11-06")


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KSHC_WHO", raising=False)
    shutil.copy(FOLLOWED, tmp_path / "plan.yaml")
    return tmp_path / "plan.yaml"


def last_id() -> str:
    return Path("progress.yaml").read_text("utf-8").rpartition("id: ")[2].rstrip("}\n")


@pytest.mark.parametrize(
    ("day", "when"),
    [
        ("20/11", "on 20/11/2026, 10 days before its last day"),
        ("29/11", "on 29/11/2026, 1 day before its last day"),
        ("30/11", "on 30/11/2026, on its last day"),
        ("1/12", "on 01/12/2026, 1 day late"),
        ("4/12", "on 04/12/2026, 4 days late"),
    ],
)
def test_done_repeats_the_task_and_says_whether_it_was_in_time(kshc: Kshc, day: str, when: str) -> None:
    said = kshc("done", "own", "--on", day, "--doc", "9/BC", "--today", "2026-12-05").err
    assert said == (
        f"Recorded: own Tổng kết: done {when}; Văn phòng; 9/BC; entered on 05/12/2026. "
        f"If it is wrong: kshc undo {last_id()}\n"
    )


def test_the_command_that_is_named_takes_it_back_and_the_next_one_brings_it_back(kshc: Kshc) -> None:
    entry = last_id() if kshc("done", "own", "--on", "5/11", *TODAY).status == 0 else ""
    undone = kshc("undo", entry, *TODAY).err
    assert undone == (
        f"Retracted: own Tổng kết: done on 05/11/2026; entered on 06/11/2026. To bring it back: kshc undo {last_id()}\n"
    )
    again = kshc(*undone.split("kshc ")[1].split(), *TODAY).err
    assert again.startswith(f"Retracted: own Tổng kết: retraction on 06/11/2026; of {entry}. To bring it back: kshc ")
    assert "retraction (retracted)" in kshc("log").out


def test_bodies_that_no_option_named_are_said(kshc: Kshc) -> None:
    said = kshc("done", "window", "--all-units", *TODAY).err
    assert re.search(r"late; \w.*, .*\. If it is wrong", said), said
    one = kshc("done", "monthly", "--unit", "kinh-te", "--period", "tháng 6", *TODAY).err
    assert "Phòng Kinh tế; month 6;" in one.replace(". If", ";")


def test_an_option_named_several_times_means_every_body_or_none(kshc: Kshc) -> None:
    refused = kshc("done", "window", "--unit", "kinh-te", "--unit", "không có", *TODAY)
    assert (refused.status, Path("progress.yaml").exists()) == (2, False)
    said = kshc("done", "window", "--unit", "kinh-te", "--unit", "van-hoa", *TODAY).err.splitlines()
    assert [line.split(". If")[0].rpartition("; ")[2] for line in said] == ["Phòng Kinh tế", "Phòng Văn hóa"]


def test_other_records_say_their_own_things(kshc: Kshc) -> None:
    said = kshc("extend", "own", "--due", "20/12", "--by", "QĐ 45", *TODAY).err
    moved = "old last day 30/11/2026; new last day 20/12/2026"
    assert said.startswith(f"Recorded: own Tổng kết: extended on 06/11/2026; {moved}; by QĐ 45. If ")
    assert kshc("event", "event", "--on", "1/11", *TODAY).err.startswith("Recorded: event ")
    assert "; event of 01/11/2026; " in kshc("done", "event", "--unit", "kinh-te", "--on", "5/11", *TODAY).err
    partly = kshc("done", "own", "--partly", *TODAY).err
    assert "partly done on 06/11/2026; entered" in partly or "partly done on 06/11/2026. If" in partly


def test_the_line_of_the_log_is_shown_to_who_asks(kshc: Kshc) -> None:
    said = kshc("-v", "note", "own", "Gửi", *TODAY).err.splitlines()
    assert Path("progress.yaml").read_text("utf-8").splitlines()[-1] in said
    assert "{date" not in kshc("note", "own", "Gửi nữa", *TODAY).err


def test_log_shows_the_words_of_tasks(kshc: Kshc, plan: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("Tổng kết", "Tổng kết " + "rất dài " * 30), "utf-8")
    kshc("note", "own", "Gửi", *TODAY)
    kshc("undo", *TODAY)
    rows = [line.split("\t") for line in kshc("log").out.splitlines()[1:]]
    assert [row[1] for row in rows] == ["own", "own"]
    for row in rows:
        assert row[2].startswith("Tổng kết rất dài")
        assert row[2].endswith("…")
        assert len(row[2]) <= 60
    assert "rất dài" not in kshc("log", "--format", "csv").out


def test_log_names_bodies_that_the_plan_does_not_know_by_their_ids(kshc: Kshc) -> None:
    kshc("reassign", "own", "--to", "kinh-te", "--by", "QĐ 1", *TODAY)
    log = Path("progress.yaml")
    log.write_text(log.read_text("utf-8").replace("lead: kinh-te", "lead: phong-moi, unit: phong-cu"), "utf-8")
    assert "from phong-cu; to phong-moi; by QĐ 1" in kshc("log").out


def test_a_task_that_is_gone_does_not_stop_undo(kshc: Kshc, plan: Path) -> None:
    kshc("note", "own", "Gửi", *TODAY)
    plan.write_text(plan.read_text("utf-8").replace("id: own", "id: other"), "utf-8")
    assert kshc("undo", *TODAY).err.startswith("Retracted: own: note on 06/11/2026")


def test_it_is_said_in_vietnamese(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    said = kshc("done", "own", "--on", "5/11", *TODAY).err
    assert said == (
        "Đã ghi nhận: own Tổng kết: đã hoàn thành ngày 05/11/2026, trước hạn 25 ngày; Văn phòng; ghi ngày 06/11/2026. "
        f"Nếu ghi nhầm: kshc undo {last_id()}\n"
    )
