"""What kshc says of kinds, periods, standing and bodies, it takes: with and without diacritics, in both languages."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from kshc_cli.messages import speaking
from kshc_cli.query.following import Stage
from kshc_cli.reading.folding import fold
from kshc_cli.reading.recurrence.cycles import Cycle, cycle_of
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reading.values import Kind
from kshc_cli.reports.csv_text import field_words
from kshc_cli.reports.recurrences import rule_words
from kshc_cli.reports.standings import status_words
from kshc_cli.tracking.standing import Status
from tests.conftest import Kshc

LANGUAGES = ("vi", "en")
TODAY = ("--today", "10/7/2026")
TIMES = (
    *("Thứ hai hằng tuần", "Hằng tuần", "Ngày 20 hằng tháng", "Hằng quý", "Một số tháng"),
    *("Định kỳ 6 tháng", "Ngày 01/6 hằng năm", "Hằng ngày", "Trong tháng 6", "Tùy lúc nào đó", "Khi có yêu cầu"),
)
PLAN = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường Hoa Sen, place: Hoa Sen}
issuance: {number: "3", symbol: KH-UBND, date: 2026-01-05, recipients: ["Lưu: VT."], signature: {lines: [A], name: ~}}
agencies:
  - {id: van-phong, name: Văn phòng}
  - {id: van-thu, name: Văn thư}
plan:
  subject: Công tác năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      tables:
        - tasks:
""" + "".join(
    f'            - {{id: "1.{n}", number: "{n}", content: Việc số {n}, lead: Văn phòng, time: "{time}"}}\n'
    for n, time in enumerate(TIMES, 1)
).replace(
    '"Một số tháng"',
    "{text: Một số tháng, reading: [{kind: recurring, rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15'}]}",
)
RULES = {
    Cycle.DAILY: "FREQ=DAILY",
    Cycle.WEEKLY: "FREQ=WEEKLY",
    Cycle.MONTHLY: "FREQ=MONTHLY",
    Cycle.QUARTERLY: "FREQ=MONTHLY;INTERVAL=3",
    Cycle.HALF_YEARLY: "FREQ=MONTHLY;INTERVAL=6",
    Cycle.YEARLY: "FREQ=YEARLY",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_LANG", "vi")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def listed(kshc: Kshc, *arguments: str) -> list[str]:
    answer = kshc(*TODAY, "list", *arguments)
    assert answer.status == 0, answer.err
    return [line.split("\t")[0].removeprefix("1.") for line in answer.out.splitlines()[1:]]


def words_of_kinds() -> Iterator[tuple[str, str]]:
    """Yield what is said of times, with the spelling that means the same."""
    for language in LANGUAGES:
        with speaking(language):
            said = [(kind_name(kind), kind) for kind in (*Kind, "unread")]
            said += [(rule_words(rule), cycle) for cycle, rule in RULES.items()]
        yield from said


@pytest.mark.parametrize(("words", "spelling"), list(words_of_kinds()))
def test_what_is_said_of_times_is_taken(kshc: Kshc, words: str, spelling: str) -> None:
    assert listed(kshc, "--kind", words) == listed(kshc, "--kind", fold(words)) == listed(kshc, "--kind", spelling)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tuần", ["1", "2"]),
        ("hàng tuần", ["1", "2"]),
        ("dinh ky hang tuan", ["1", "2"]),
        ("thang", ["3"]),
        ("quý", ["4", "5"]),
        ("6 tháng", ["6"]),
        ("năm", ["7"]),
        ("ngày", ["8"]),
        ("định kỳ", ["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("chưa đọc được", ["10"]),
        ("khoảng thời gian", ["9"]),
    ],
)
def test_tasks_are_found_by_how_often_they_come_back(kshc: Kshc, words: str, found: list[str]) -> None:
    assert listed(kshc, "--kind", words) == found


@pytest.mark.parametrize(
    ("rule", "cycle"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,WE", Cycle.WEEKLY),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", Cycle.WEEKLY),
        ("FREQ=DAILY;BYMONTHDAY=1,15", Cycle.MONTHLY),
        ("FREQ=WEEKLY;INTERVAL=2", None),
        ("FREQ=MONTHLY;INTERVAL=2", None),
        ("FREQ=MONTHLY;INTERVAL=12", Cycle.YEARLY),
        ("FREQ=YEARLY;INTERVAL=5", None),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", Cycle.YEARLY),
        ("FREQ=MONTHLY;BYMONTH=1,7;BYMONTHDAY=5", Cycle.HALF_YEARLY),
        ("FREQ=MONTHLY;BYMONTH=1,2,3;BYMONTHDAY=5", Cycle.MONTHLY),
        ("FREQ=MONTHLY;BYMONTH=3,4,9,10;BYMONTHDAY=5", Cycle.MONTHLY),
        ("FREQ=NEVER", None),
    ],
)
def test_cycles_of_rules(rule: str, cycle: Cycle | None) -> None:
    assert cycle_of(rule) is cycle


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [*Status, Stage.OWED, Stage.PARTLY_DONE])
def test_what_is_said_of_standing_is_taken(kshc: Kshc, language: str, status: Status | Stage) -> None:
    others = {"vi": ("chưa hoàn thành", "hoàn thành một phần"), "en": ("owed", "partly done")}[language]
    with speaking(language):
        words = status_words(status) if isinstance(status, Status) else others[[*Stage].index(status)]
    assert listed(kshc, "--status", words) == listed(kshc, "--status", fold(words)) == listed(kshc, "--status", status)


def test_what_is_owed_and_what_is_done_are_several(kshc: Kshc) -> None:
    for arguments in (["1.9", "--partly"], ["1.7", "--on", "1/6"], ["1.4", "--period", "quý I", "--on", "1/4"]):
        assert kshc(*TODAY, "done", *arguments).status == 0
    assert listed(kshc, "--status", "hoàn thành một phần") == ["9"]
    assert listed(kshc, "--status", "hoàn thành") == listed(kshc, "--status", "done") == ["4", "7"]
    owed = listed(kshc, "--status", "chưa hoàn thành")
    assert {"4", "9"} <= {*owed}
    assert not {"7", "11"} & {*owed}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_occasions_are_called_is_taken(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """As tables and refusals name them, and as CSV does, which tells the year."""
    monkeypatch.setenv("KSHC_LANG", language)
    with speaking(language):
        number, period = (field_words()[field] for field in ("id", "occurrence"))
    fields, *rows = csv.reader(io.StringIO(kshc(*TODAY, "recurring", "--format", "csv").out, newline=""))
    named = {row[fields.index(number)]: row[fields.index(period)] for row in rows if row[fields.index(period)]}
    assert len(named) > 5
    for task, words in named.items():
        for typed in (words, fold(words)):
            answer = kshc("--today", "31/12/2026", "done", task, "--dry-run", "--period", typed)
            assert answer.status == 0, answer


def test_bodies_are_taken_as_answers_name_them(kshc: Kshc) -> None:
    said = kshc(*TODAY, "list", "--agency", "văn").err
    assert "van-phong  Văn phòng" in said
    assert listed(kshc, "--agency", "Văn phòng (van-phong)")
    assert not listed(kshc, "--agency", "Văn thư (van-thu)")
