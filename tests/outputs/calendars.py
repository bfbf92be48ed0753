"""Calendars that kshc wrote, read back by libraries that kshc does not know, and the days that kshc answers with."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from kshc_cli.app import main
from kshc_cli.tracking.progress_log import Entry

EARLIEST, LATEST = date(1900, 1, 1), date(2299, 12, 31)

COMING_BACK = """\
# What comes back in every way, for calendars.
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân xã Suối Mây, place: Suối Mây}
issuance: {number: "09", symbol: KH-UBND, date: 2026-01-05, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}
calendar: {on_day_off: keep, before: inclusive}
agencies:
  - {id: van-phong, name: Văn phòng}
  - {id: kinh-te, name: Phòng Kinh tế}
  - {id: van-hoa, name: Phòng Văn hóa}
  - {id: cac-phong, name: Các phòng, members: [kinh-te, van-hoa]}
plan:
  subject: Cải cách hành chính năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      tables:
        - tasks:
            - {id: month, number: null, content: Báo cáo tháng, lead: Các phòng, time: Hằng tháng}
            - {id: day-20, number: null, content: Giao ban, lead: Các phòng, time: Ngày 20 hằng tháng}
            - {id: day-31, number: null, content: Chốt số liệu, lead: Văn phòng, time: Ngày 31 hằng tháng}
            - {id: before, number: null, content: Gửi số liệu, lead: Văn phòng, time: Trước ngày 15 hằng tháng}
            - {id: quarter, number: null, content: Báo cáo quý, lead: Các phòng, time: Hằng quý}
            - {id: half, number: null, content: Sơ kết, lead: Văn phòng, time: 6 tháng một lần}
            - {id: year, number: null, content: Tổng kết, lead: Văn phòng, time: Hằng năm}
            - {id: week, number: null, content: Trực ban, lead: Văn phòng, time: Hằng tuần}
            - id: friday
              number: null
              content: Họp giao ban
              lead: Văn phòng
              time: {text: Thứ sáu cách tuần, reading: [{kind: recurring, rrule: FREQ=WEEKLY;INTERVAL=2;BYDAY=FR}]}
            - id: second-tuesday
              number: null
              content: Tiếp công dân
              lead: Văn phòng
              time: {text: Thứ ba tuần hai, reading: [{kind: recurring, rrule: FREQ=MONTHLY;BYDAY=2TU}]}
            - id: daily
              number: null
              content: Điểm tin
              lead: Văn phòng
              time:
                text: Mỗi ngày trong nửa đầu tháng 5
                reading: [{kind: recurring, rrule: FREQ=DAILY, start: 2026-05-01, until: 2026-05-15}]
            - id: counted
              number: null
              content: Kiểm tra
              lead: Các phòng
              time:
                text: Năm lần
                reading:
                  - {kind: recurring, rrule: FREQ=MONTHLY;BYMONTHDAY=15;COUNT=5, start: 2026-02-10, until: 2026-12-31}
            - id: two-rules
              number: null
              content: Báo cáo hai loại
              lead: Văn phòng
              time:
                text: Hai loại báo cáo, mỗi loại một kỳ
                reading:
                  - {kind: recurring, rrule: FREQ=MONTHLY;INTERVAL=3}
                  - {kind: recurring, rrule: FREQ=MONTHLY;BYMONTHDAY=10}
            - {id: across, number: null, content: Tổng rà soát, lead: Các phòng,
               time: Từ ngày 15/12/2025 đến ngày 15/01/2027}
            - {id: no-time, number: null, content: Việc khác, lead: Văn phòng, time: null}
"""
"""An invented plan; the tests try other policies in place of its first ones."""


def run(*arguments: str | Path) -> tuple[int, str]:
    """Run kshc; return its exit status and what it wrote to stdout."""
    out = io.StringIO(newline="")
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        status = main([str(one) for one in arguments])
    return status, out.getvalue()


def exported(plan: Path, *options: str, today: str = "2026-07-05") -> bytes:
    """Return the calendar of a plan, with errors or without."""
    target = plan.with_name("calendar.ics")
    status, _out = run("export", "ics", "--plan", plan, "--draft", "--today", today, "--out", target, *options)
    assert status == 0
    return target.read_bytes()


def due_days(plan: Path, *options: str, today: str = "2026-07-05") -> list[tuple[str, date]]:
    """Return the task and the day of each line of ``kshc due`` without bounds, in order."""
    bounds = ("--from", EARLIEST.isoformat(), "--to", LATEST.isoformat(), "--format", "json")
    status, out = run("due", "--plan", plan, "--today", today, *bounds, *options)
    assert status == 0
    return sorted((one["id"], date.fromisoformat(one["due"])) for one in json.loads(out)["tasks"])


def components(data: bytes, kind: str = "VEVENT") -> list[Any]:
    """Return the events of a calendar, or the things to be done, as icalendar reads them."""
    return [*Calendar.from_ical(data).walk(kind)]


def shown_days(data: bytes) -> list[tuple[str, date]]:
    """Return the task and the day of each event that another library finds, but for cancelled ones, in order."""
    found: list[Any] = [*recurring_ical_events.of(Calendar.from_ical(data)).between(EARLIEST, LATEST)]
    return sorted((task_of(one), one["DTSTART"].dt) for one in found if one["STATUS"] != "CANCELLED")


def todo_days(data: bytes) -> list[tuple[str, date]]:
    """Return the same of what is to be done."""
    found = components(data, "VTODO")
    return sorted((task_of(one), one["DUE"].dt) for one in found if one["STATUS"] != "CANCELLED")


def task_of(component: Any) -> str:  # noqa: ANN401  of a library without types
    """Return the id of the task that an event is about."""
    return str(component["UID"]).split("+")[1].partition("@")[0]


def log_text(entries: list[Entry]) -> str:
    """Write a progress log."""
    lines = (json.dumps({key: value for key, value in one.fields().items() if value}) for one in entries)
    return "\n".join(("schema: kshc-progress/1", "entries:", *(f"- {line}" for line in lines), ""))
