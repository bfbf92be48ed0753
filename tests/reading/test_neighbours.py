"""Cells of a table that speak through their neighbours."""

import json
from pathlib import Path

import pytest

from kshc_cli.compiled.plan import from_bytes, to_bytes
from kshc_cli.compiled.value import Compiled
from kshc_cli.reading.neighbours import is_ditto
from kshc_cli.reading.proposals import proposals
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.reading.values import Deadline, Window
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import Kshc

PLAN = """\
schema: kshc/1
year: 2026
issuer: {{name: Ủy ban nhân dân xã Hòa Bình, place: Hòa Bình}}
issuance: {{symbol: KH-UBND, recipients: [Lưu], signature: {{lines: [CHỦ TỊCH]}}}}
agencies:
  - {{id: van-phong, name: Văn phòng}}
  - {{id: cong-an, name: Công an xã}}
plan:
  subject: A năm 2026
  columns:
    - {{role: number, header: STT}}
    - {{role: content, header: Nhiệm vụ}}
    - {{role: lead, header: Chủ trì}}
    - {{role: coop, header: Phối hợp}}
    - {{role: other, key: bat-dau, header: "{start}"}}
    - {{role: time, header: Hoàn thành}}
  sections:
    - tables:
        - groups:
            - heading: I
              tasks:
{first}
            - heading: II
              tasks:
{second}
"""


def task(name: str, lead: str, coop: str, time: str, start: str = "") -> str:
    others = f", others: {{bat-dau: {json.dumps(start, ensure_ascii=False)}}}" if start else ""
    cells = ", ".join(
        f"{key}: {json.dumps(words, ensure_ascii=False) if words else 'null'}"
        for key, words in (("lead", lead), ("coop", coop), ("time", time))
    )
    return f"                - {{id: {name}, number: null, content: Việc {name}, {cells}{others}}}"


def text(first: list[str], second: list[str] | None = None, header: str = "Thời gian bắt đầu") -> str:
    rest = second or [task("z", "Văn phòng", "", "Quý IV")]
    return PLAN.format(first="\n".join(first), second="\n".join(rest), start=header)


def read(first: list[str], second: list[str] | None = None, *, header: str = "Thời gian bắt đầu") -> ReadPlan:
    plan = read_plan_file(text(first, second, header).encode()).plan
    assert plan is not None
    found = read_plan(plan)
    again = from_bytes(to_bytes(Compiled(found, has_errors=False)))
    assert again is not None
    assert again.read.tasks == found.tasks
    return found


@pytest.mark.parametrize(
    "mark", ["nt", "Nt", "-nt-", "- nt -", "n/t", "Như trên", "nhu tren", "(như trên)", '"', "”", "“", "''", "-“-"]
)
def test_a_ditto_mark_is_read_as_the_cell_above(mark: str) -> None:
    rows = [task("a", "Văn phòng", "Công an xã", "Quý I"), task("b", mark, mark, mark), task("c", mark, "", mark)]
    first, second, third, _last = read(rows).tasks
    assert first.lead.agencies == second.lead.agencies == third.lead.agencies == ("van-phong",)
    assert (second.coop.agencies, third.coop.agencies) == (("cong-an",), ())
    assert first.time == second.time == third.time
    assert [(one.field, one.words, one.line) for one in second.shared] == [
        ("lead", "Văn phòng", "Việc a"),
        ("coop", "Công an xã", "Việc a"),
        ("time", "Quý I", "Việc a"),
    ]


@pytest.mark.parametrize("words", ["", "-", "nt 1", "Như trên và Công an xã", "Như mục I", "N", "“A”", "như trên,"])
def test_other_words_are_no_ditto_mark(words: str) -> None:
    assert not is_ditto(words)


def test_a_mark_without_a_cell_above_in_its_group_is_unread() -> None:
    marked = task("b", "nt", "nt", "nt")
    first, second = read([marked], [task("c", "nt", "nt", "nt")]).tasks
    for one in (first, second):
        assert (one.lead.agencies, one.lead.unread, one.time.parts, one.time.unread) == ((), ("nt",), (), ("nt",))
    blank, below, _last = read([task("a", "Văn phòng", "", ""), marked]).tasks
    assert (blank.coop.agencies, below.coop.unread, below.lead.agencies) == ((), ("nt",), ("van-phong",))


def test_what_is_stated_beside_the_words_above_holds_too() -> None:
    lead, time = (
        "{text: Hai bên, agencies: [van-phong, cong-an]}",
        "{text: Sớm, reading: [{kind: deadline, due: 2026-03-01}]}",
    )
    stated = f"lead: {lead}, coop: null, time: {time}"
    rows = [f"                - {{id: a, number: null, content: Việc a, {stated}}}", task("b", "nt", "", "nt")]
    _first, second, _last = read(rows).tasks
    assert second.lead.agencies == ("van-phong", "cong-an")
    assert [part.due for part in second.time.parts if isinstance(part, Deadline)] != []


def test_answers_show_what_a_mark_means(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(text([task("a", "Văn phòng", "", "Quý I"), task("b", "nt", "", "nt")]), encoding="utf-8")
    assert "unread" not in kshc("validate", path).out
    answer = json.loads(kshc("list", "--plan", path, "--agency", "van-phong", "--format", "json").out)
    assert [(one["id"], one["lead"], one["time"]) for one in answer["tasks"]][1] == ("b", "Văn phòng", "Quý I")
    shown = kshc("show", "b", "--plan", path).out
    assert "“Việc a”" in shown
    assert 'lead: "nt"' in path.read_text("utf-8")


@pytest.mark.parametrize("header", ["Thời gian bắt đầu", "Bắt đầu", "Ngày bắt đầu", "Từ ngày", r"Thời gian\nTừ"])
@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("01/3/2026", "30/6/2026", "2026-03-01 2026-06-30"),
        ("Tháng 3", "Tháng 6", "2026-03-01 2026-06-30"),
        ("Quý I", "15/5/2026", "2026-01-01 2026-05-15"),
    ],
)
def test_a_start_and_an_end_are_one_window(header: str, start: str, end: str, span: str) -> None:
    first, _last = read([task("a", "Văn phòng", "", end, start)], header=header).tasks
    (part,) = first.time.parts
    assert isinstance(part, Window)
    assert f"{part.start} {part.end}" == span


@pytest.mark.parametrize(
    ("start", "end", "header"),
    [
        ("01/3/2026", "Trước ngày 30/6/2026", "Bắt đầu"),
        ("Ngay", "30/6/2026", "Bắt đầu"),
        ("Hằng tháng", "30/6/2026", "Bắt đầu"),
        ("01/3/2026", "Hằng quý", "Bắt đầu"),
        ("01/3/2026", "30/6/2026", "Ngày trình"),
    ],
)
def test_an_end_stays_what_it_is_where_the_two_make_no_window(start: str, end: str, header: str) -> None:
    alone, _last = read([task("a", "Văn phòng", "", end)]).tasks
    first, _last = read([task("a", "Văn phòng", "", end, start)], header=header).tasks
    assert first.time == alone.time


def test_a_start_alone_is_unread(kshc: Kshc, tmp_path: Path) -> None:
    first, _last = read([task("a", "Văn phòng", "", "", "01/3/2026")]).tasks
    assert (first.time.parts, first.time.unread) == ((), ("01/3/2026",))
    path = tmp_path / "plan.yaml"
    path.write_text(text([task("a", "Văn phòng", "", "", "01/3/2026")]), encoding="utf-8")
    assert "unread-time" in kshc("validate", path).out


@pytest.mark.parametrize(("start", "end"), [("01/11", "15/02"), ("Tháng 11", "Tháng 2"), ("30/6", "15/5")])
def test_an_end_without_a_year_before_its_start_is_unread(start: str, end: str) -> None:
    first, _last = read([task("a", "Văn phòng", "", end, start)]).tasks
    assert (first.time.parts, first.time.unread) == ((), (end,))


def test_an_end_with_a_year_before_its_start_is_a_reversed_window() -> None:
    first, _last = read([task("a", "Văn phòng", "", "15/01/2026", "15/12/2026")]).tasks
    (part,) = first.time.parts
    assert isinstance(part, Window)
    assert part.end < part.start


def test_a_day_without_a_year_begins_a_window() -> None:
    first, _last = read([task("a", "Văn phòng", "", "15/11", "01/9")]).tasks
    (part,) = first.time.parts
    assert isinstance(part, Window)
    assert f"{part.start} {part.end}" == "2026-09-01 2026-11-15"


def test_a_ditto_mark_in_the_column_of_starts_is_the_start_above() -> None:
    rows = [task("a", "Văn phòng", "", "30/6/2026", "01/3/2026"), task("b", "nt", "", "31/7/2026", "nt")]
    _first, second, _last = read(rows).tasks
    (part,) = second.time.parts
    assert isinstance(part, Window)
    assert f"{part.start} {part.end}" == "2026-03-01 2026-07-31"


def test_a_ditto_mark_in_the_column_of_starts_of_another_table_means_nothing() -> None:
    first = [task("a", "Văn phòng", "", "30/6/2026", "01/3/2026")]
    second = [task("c", "Văn phòng", "", "31/7/2026", "nt")]
    assert [type(part) for part in read(first, second).tasks[1].time.parts] == [Deadline]


def test_a_ditto_mark_is_no_name_of_a_body() -> None:
    found = read([task("a", "NT (trừ Công an xã)", "nt", "Quý I")])
    assert [proposal.entry for proposal in proposals(found) if proposal.entry is not None] == []
