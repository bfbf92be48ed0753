"""``kshc migrate``: logs as older versions wrote them take the names of today, and keep every other byte."""

from pathlib import Path

import pytest

from tests.conftest import Kshc, ran

PLAN = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường Hoa Sen, place: Hoa Sen}
issuance: {symbol: KH-UBND, date: 2026-01-05, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}
agencies: [{id: van-phong, name: Văn phòng}]
plan:
  subject: Kiểm soát thủ tục hành chính năm 2026
  sections:
    - tables:
        - tasks:
          - {id: "1", number: "1", content: Báo cáo, lead: Văn phòng, time: Trước ngày 05 tháng đầu quý sau}
          - {id: "2", number: "2", content: Rà, lead: Văn phòng, time: "Trước 30/9/2026 (phấn đấu trước 15/9/2026)"}
          - {id: "3", number: "3", content: Báo cáo, lead: Văn phòng, time: Trước ngày 10 của tháng sau}
          - {id: "4", number: "4", content: Rà soát, lead: Văn phòng, time: "Quý II, quý IV (tháng 6, tháng 12)"}
          - {id: "5", number: "5", content: Trả lời, lead: Văn phòng, time: Khi có yêu cầu}
"""
HEAD = "# nhật ký\nschema: kshc-progress/1\nentries:\n"
OLDER = [
    # kshc of 29/11/2026, in the morning: what is due behind its quarter went by the month of its day
    ("1", "2026-04", "2026-Q1", "period: 2026-04", "period: 2026-Q1"),
    ("1", "2026-07", "2026-Q2", "period: '2026-07'", "period: '2026-Q2'"),
    ("1", "2026-10", "2026-Q3", 'period: "2026-10"', 'period: "2026-Q3"'),
    # kshc of 26/11/2026: a day in brackets, or hoped for, was an occasion of its own
    ("2", "2026-09-30", None, ", period: 2026-09-30", ""),
    ("4", "2026-12-31/2", "2026-12-31", "period: 2026-12-31/2", "period: 2026-12-31"),
]


def line(task: str, period: str, number: int = 1, what: str = "note, note: x") -> str:
    day = "2026-12-31"
    return f"- {{date: {day}, what: {what}, task: '{task}', {period}, entered: {day}, id: a{number}}}  # ghi chú\n"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_TODAY", "2027-01-05")
    return tmp_path / "progress.yaml"


def written(log: Path, text: str) -> bytes:
    log.write_bytes(text.encode())
    return log.read_bytes()


@pytest.mark.parametrize(("task", "older", "newer", "before", "after"), OLDER)
def test_what_older_versions_wrote_gets_the_name_of_today(
    kshc: Kshc, log: Path, task: str, older: str, newer: str | None, before: str, after: str
) -> None:
    text = HEAD + line(task, before.removeprefix(", "))
    old = written(log, text)
    assert "[unknown-period]" in ran(kshc, "validate", status=1).out
    assert "1 place would be migrated" in ran(kshc, "migrate", "--dry-run").err
    assert "would be migrated" in ran(kshc, "migrate", "--check", status=1).err
    assert log.read_bytes() == old
    said = ran(kshc, "migrate")
    assert said.out.startswith("progress.yaml:4:")
    assert f"{older} → {newer or 'nothing'}" in said.out.replace("'", "").replace('"', "")
    assert "progress.yaml: 1 place migrated." in said.err
    assert log.read_bytes() == text.replace(before, after).encode()
    assert "unknown-period" not in ran(kshc, "validate").out
    new = log.read_bytes()
    again = ran(kshc, "migrate", "--check")
    assert again.out == ""
    assert "progress.yaml: nothing to migrate." in again.err
    assert log.read_bytes() == new


REPEATED = [
    (("1", "&p 2026-04", "&p 2026-Q1"), ("1", "*p", "2026-Q1"), ("1", "2026-07", "2026-Q2")),
    (("2", "&p 2026-09-30", "&p 2026-09-30"), ("1", "*p", "*p"), ("1", "2026-07", "2026-Q2")),
    (("2", "&p '2026-09-30'", "&p null"), ("2", "'2026-09-30'", None), ("1", "2026-07", "2026-Q2")),
    (("1", "&p 2026-04", "&p 2026-04"), ("3", "*p", "*p"), ("1", "2026-07", "2026-Q2")),
]


@pytest.mark.parametrize("entries", REPEATED)
def test_a_period_that_others_repeat_is_renamed_with_them_or_told(
    kshc: Kshc, log: Path, entries: tuple[tuple[str, str, str | None], ...]
) -> None:
    """By a YAML alias: where only some of them can have the new name, those stay, and the others get it."""
    written(log, HEAD + "".join(line(task, f"period: {old}", n) for n, (task, old, _new) in enumerate(entries)))
    new = HEAD + "".join(
        line(task, f"period: {new}" if new else "@", n).replace(", @", "")
        for n, (task, _old, new) in enumerate(entries)
    )
    told = kshc("migrate")
    assert log.read_bytes() == new.encode()
    stays = any(old == new for _task, old, new in entries)
    assert ("write the period out in each entry" in told.out, told.status) == (stays, int(stays))
    assert kshc("migrate", "--check").status == int(stays)


def test_an_entry_that_another_repeats_is_renamed_with_it(kshc: Kshc, log: Path) -> None:
    text = HEAD + line("1", "period: 2026-04").replace("- {", "- &e {") + "- *e\n" + line("1", "period: 2026-07", 2)
    written(log, text)
    ran(kshc, "migrate")
    assert log.read_bytes() == text.replace("2026-04", "2026-Q1").replace("2026-07", "2026-Q2").encode()


def test_a_log_with_windows_line_ends_and_a_byte_order_mark_keeps_them(kshc: Kshc, log: Path) -> None:
    text = "\ufeff" + (HEAD + line("1", "period: 2026-04")).replace("\n", "\r\n")
    written(log, text)
    ran(kshc, "migrate")
    assert log.read_bytes() == text.replace("2026-04", "2026-Q1").encode()


def test_an_entry_of_several_lines_keeps_its_comments(kshc: Kshc, log: Path) -> None:
    entry = """\
- date: 2026-12-31
  what: note
  note: x
  task: '2'
  period: 2026-09-30  # kỳ
  entered: 2026-12-31
  id: a1
"""
    written(log, HEAD + entry)
    ran(kshc, "migrate")
    assert log.read_text(encoding="utf-8") == HEAD + entry.replace("2026-09-30", "null")
    ran(kshc, "validate")


def test_the_same_line_twice_stays_the_same_twice(kshc: Kshc, log: Path) -> None:
    written(log, HEAD + line("1", "period: 2026-04") * 2)
    assert "2 places migrated" in ran(kshc, "migrate").err
    assert log.read_text(encoding="utf-8") == HEAD + line("1", "period: 2026-Q1") * 2


@pytest.mark.parametrize(
    ("task", "period"),
    [
        ("2", "2026-09-15"),  # the day that is hoped for is no occasion any more
        ("1", "2026-05"),  # no report is due in May
        ("1", "2026"),  # all of them are due in the year
        ("5", "2026-05-03"),  # no event of that day stands in the log
    ],
)
def test_what_is_not_sure_is_left_and_named(kshc: Kshc, log: Path, task: str, period: str) -> None:
    old = written(log, HEAD + line(task, f"period: {period}"))
    said = ran(kshc, "migrate", status=1)
    assert "[unknown-period]" in said.out
    assert "nothing to migrate" in said.err
    assert log.read_bytes() == old


def test_a_name_that_means_something_today_stays(kshc: Kshc, log: Path) -> None:
    """A monthly report of an old log went by the month of its day, which is another month's name today."""
    old = written(log, HEAD + line("3", "period: 2026-04"))
    ran(kshc, "migrate")
    assert log.read_bytes() == old


def test_an_entry_stays_where_its_new_name_would_contradict_another(kshc: Kshc, log: Path) -> None:
    done = line("1", "period: 2026-Q1", 1, "done"), line("1", "period: 2026-04", 2, "done")
    old = written(log, HEAD + "".join(done))
    ran(kshc, "migrate", status=1)
    assert log.read_bytes() == old


def test_a_retracted_entry_stays(kshc: Kshc, log: Path) -> None:
    retraction = "- {date: 2026-12-31, what: retracted, entry: a1, entered: 2026-12-31, id: a2}\n"
    old = written(log, HEAD + line("1", "period: 2026-04") + retraction)
    assert "progress.yaml: nothing to migrate." in ran(kshc, "migrate").err
    assert log.read_bytes() == old


def test_a_plan_of_today_has_nothing_to_migrate(kshc: Kshc, log: Path) -> None:
    plan = log.with_name("plan.yaml")
    before = plan.read_bytes()
    assert ran(kshc, "migrate").err == "plan.yaml: nothing to migrate.\n"
    assert plan.read_bytes() == before


def test_a_log_is_named_alone_and_a_file_that_cannot_be_read_stops_no_other(kshc: Kshc, log: Path) -> None:
    written(log, HEAD + line("1", "period: 2026-04"))
    said = ran(kshc, "migrate", "gone.yaml", "progress.yaml", status=3)
    assert "gone.yaml" in said.err
    assert "1 place migrated" in said.err


def test_a_log_that_is_none_is_left(kshc: Kshc, log: Path) -> None:
    old = written(log, HEAD + "- {what: done}\n")
    assert "[missing-field]" in ran(kshc, "migrate", status=3).err
    assert log.read_bytes() == old
