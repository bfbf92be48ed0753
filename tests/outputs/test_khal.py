"""A calendar program that people use (khal) takes what kshc writes: the right days, and no entry twice."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Kshc
from tests.outputs.calendars import COMING_BACK, due_days, exported
from tests.tracking.logs import FOLLOWED

KHAL = Path(sys.executable).with_name("khal")

SETTINGS = """\
[calendars]
[[plan]]
path = {folder}/calendar
[default]
default_calendar = plan
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
timeformat = %H:%M
local_timezone = Asia/Ho_Chi_Minh
default_timezone = Asia/Ho_Chi_Minh
[sqlite]
path = {folder}/khal.db
"""


class Client:
    """A calendar of khal in a folder."""

    def __init__(self, folder: Path) -> None:
        assert KHAL.exists() or os.environ.get("CI") != "true", "CI must install khal"
        if not KHAL.exists():
            pytest.skip("needs khal")
        folder.mkdir()
        (folder / "calendar").mkdir()
        (folder / "khal.conf").write_text(SETTINGS.format(folder=folder), encoding="utf-8")
        self.folder = folder

    def run(self, *arguments: str) -> str:
        process = subprocess.run(
            [KHAL, "-c", self.folder / "khal.conf", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            env=os.environ | {"XDG_CACHE_HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
        )
        return process.stdout

    def take(self, data: bytes) -> None:
        """Import a calendar, as somebody does who gets a file."""
        (self.folder / "file.ics").write_bytes(data)
        self.run("import", "--batch", "-a", "plan", str(self.folder / "file.ics"))

    def days(self) -> list[tuple[str, date]]:
        """Return the task and the day of each entry of 2024 to 2028 that is not cancelled, in order."""
        form = "{start-date}|{end-date}|{uid}|{status}"
        shown = self.run("list", "--day-format", "", "--format", form, "2024-01-01", "2028-01-01")
        found = [line.split("|") for line in shown.splitlines() if line.strip()]
        assert all(start == end for start, end, _uid, _status in found)
        left = [(uid, start) for start, _end, uid, status in found if "CANCELLED" not in status]
        return sorted((uid.split("+")[1].partition("@")[0], date.fromisoformat(day)) for uid, day in left)


@pytest.fixture
def client(tmp_path: Path) -> Client:
    return Client(tmp_path / "client")


@pytest.mark.parametrize("off", ["keep", "next_working_day", "previous_working_day"])
def test_khal_shows_each_day_of_an_answer(client: Client, off: str, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(COMING_BACK.replace("on_day_off: keep", f"on_day_off: {off}"), encoding="utf-8")
    client.take(exported(plan))
    assert client.days() == due_days(plan)


def test_what_is_recorded_changes_the_entries_of_a_second_import(client: Client, kshc: Kshc, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(FOLLOWED.read_bytes())

    def record(*words: str) -> None:
        assert kshc(*words, "--plan", plan, "--today", "2026-06-01").status == 0
        client.take(exported(plan))
        assert client.days() == due_days(plan)

    client.take(exported(plan))
    assert ("window", date(2026, 6, 30)) in client.days()
    record("extend", "window", "--due", "10/7/2026", "--by", "QĐ 5")
    assert [day for task, day in client.days() if task == "window"] == [date(2026, 7, 10)]
    record("extend", "monthly", "--period", "6", "--due", "15/7/2026", "--by", "QĐ 5")
    assert date(2026, 6, 30) not in [day for task, day in client.days() if task == "monthly"]
    record("extend", "monthly", "--period", "8", "--unit", "kinh-te", "--due", "9/9/2026", "--by", "QĐ 5")
    record("event", "limit", "--on", "20/5/2026")
    record("cancel", "monthly", "--period", "12", "--by", "QĐ 6")
    record("done", "monthly", "--period", "3", "--all-units")
    assert "✓ Báo cáo tháng" in client.run("list", "--format", "{title}", "2026-03-31", "1d")
    record("undo")
    page = client.run("list", "--format", "{description}", "2026-07-10", "1d")
    assert "Owed by: Phòng Kinh tế, Phòng Văn hóa, Trạm Y tế, Văn phòng" in page
