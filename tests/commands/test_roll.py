"""``kshc roll``: what is sure moves by a year, what is not stays and is marked, every other byte stays."""

import codecs
import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from kshc_cli.desk.rolling.bodies import renamings_of
from kshc_cli.desk.rolling.drafting import Draft
from kshc_cli.desk.rolling.writing import written
from kshc_cli.reading.moving.proof import compared
from kshc_cli.reading.moving.spot import Verdict
from kshc_cli.reading.moving.times import Move, lunar_days, moved_words, time_spots
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.times.reader import read_time
from kshc_cli.source.plan_text import PlanText, read_plan_file
from tests.conftest import EXAMPLES, ROOT, Kshc

PLANS = [
    *(ROOT / "plan.yaml", EXAMPLES / "sound.yaml", EXAMPLES / "prose.yaml", EXAMPLES / "busy" / "plan.yaml"),
    *sorted((ROOT / "examples").glob("*/plan.yaml")),
]
POINT = re.compile(r"^ *# kshc roll: .*\n", re.MULTILINE)


def draft_of(text: PlanText, years: int) -> tuple[Draft, str]:
    assert text.plan is not None
    draft = Draft(text, read_plan(text.plan), years)
    draft.settle()
    return draft, written(text, text.plan, draft, list(draft.left()), marked=True)


def test_the_real_plan_becomes_the_draft_of_the_next_year(kshc: Kshc, tmp_path: Path) -> None:
    old = (ROOT / "plan.yaml").read_bytes()
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(old)
    told = kshc("--plan", plan, "roll", "--year", "2025")
    assert told.status == 0, told.err
    assert plan.read_bytes() == old
    new = (tmp_path / "plan-2025.yaml").read_text(encoding="utf-8")
    lines = new.splitlines()
    assert 'follows: {year: 2024, number: "0[?]", symbol: QĐ-UBND-HC, date: 2024-01-09}' in lines
    assert "  date: null" in lines
    assert "Quyết định số 01/QĐ-UBND-HC ngày 02 tháng 01 năm 2024" in new
    assert len(POINT.findall(new)) == 2
    unmarked = POINT.sub("", new).splitlines()
    changed = [(a, b) for a, b in zip(old.decode().splitlines(), unmarked[:14] + unmarked[15:], strict=True) if a != b]
    assert len(changed) == 20
    assert all(a.replace("2024", "2025") == b or b.split("#")[0].endswith(("null", "null ")) for a, b in changed)
    checked = kshc("validate", tmp_path / "plan-2025.yaml")
    assert checked.status == 0
    assert checked.out.count("[left-open]") == 2


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_a_draft_is_read_as_the_old_plan_so_many_years_on_and_back(path: Path) -> None:
    text = read_plan_file(path.read_bytes())
    draft, new = draft_of(text, 1)
    after = read_plan_file(new.encode())
    assert after.plan is not None
    assert text.plan is not None
    marked = {one.path for one in draft.left()}
    for old_task, new_task in zip(read_plan(text.plan).tasks, draft.moved().tasks, strict=True):
        if not any(one[: len(old_task.placed.path)] == old_task.placed.path for one in marked):
            assert compared(old_task.time, new_task.time, 1).alike, old_task.task.id
    back, _text = draft_of(after, -1)
    moved = {leaf.path: leaf.value for leaf in draft.leaves if leaf.path in draft.values()}
    assert moved.items() <= {**back.values()}.items()


def test_every_phrase_moves_with_its_meaning_or_stays() -> None:
    moved = told = 0
    with (ROOT / "tests/reading/phrases.tsv").open(encoding="utf-8", newline="") as rows:
        for words, year, *_meaning in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            phrase, move = words.replace("\\n", "\n"), Move(int(year), 1)
            found = time_spots(phrase, move)
            new = moved_words(phrase, found, 1)
            old_reading = read_time(phrase, year=move.year, issued=None)
            new_reading = read_time(new, year=move.year + 1, issued=None)
            proof = compared(old_reading, new_reading, 1, lunar_days(found))
            assert new == phrase or proof.alike, phrase
            assert proof.alike or new == phrase
            moved += new != phrase
            told += any(spot.verdict in {Verdict.BARE, Verdict.DOUBTFUL} for spot in found)
            if new != phrase:
                back = Move(move.year + 1, -1)
                again = moved_words(new, time_spots(new, back), -1)
                is_sunday = "chủ nhật" in new.lower() and "chủ nhật" not in phrase.lower()
                assert (again.lower() == phrase.lower()) if is_sunday else (again == phrase), (phrase, new, again)
    assert moved > 700
    assert told > 80


WORDS = (EXAMPLES.parent / "reading" / "moved.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", WORDS)
def test_words_of_a_plan_of_2024(line: str) -> None:
    words, expected = line.split("\t")
    plan = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8").replace("2026", "2024")
    found = re.search(r"content: (.*)\n", plan)
    assert found
    text = read_plan_file(plan.replace(found[1], json.dumps(words, ensure_ascii=False), 1).encode())
    draft, _new = draft_of(text, 1)
    path = next(leaf.path for leaf in draft.leaves if leaf.value == words)
    left = [one for one in draft.left() if one.path == path]
    assert (draft.values().get(path, "left" if left else "stays")) == expected


def small(tmp_path: Path, **fields: str) -> Path:
    task = "".join(f"            {name}: {value}\n" for name, value in fields.items())
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "schema: kshc/1\nyear: 2024\nissuer: {name: Ủy ban nhân dân phường Hoa Sen, place: Hoa Sen}\n"
        'issuance: {symbol: KH-UBND, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}\n'
        "agencies: [{id: van-phong, name: Văn phòng}]\nplan:\n  subject: Kiểm soát thủ tục năm 2024\n  sections:\n"
        '    - tables:\n        - tasks:\n          - id: "1"\n            number: "1"\n            content: Rà soát\n'
        f"            lead: Văn phòng\n{task}",
        encoding="utf-8",
    )
    return plan


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"time": "Trước ngày 15/11/2024"}, "time: Trước ngày 15/11/2025"),
        ({"time": "Quý I", "work_by": "2024-03-15"}, "work_by: 2025-03-15"),
        ({"time": "Trước ngày 29/02/2024"}, "# kshc roll: “Trước ngày 29/02/2024”: 29/02/2025 is no day."),
        (
            {"time": '"thứ Ba, ngày 15/7/2024"'},
            "# kshc roll: “thứ Ba, ngày 15/7/2024”: The words name a day of the week; 15/7/2025 is Tuesday.",
        ),
        ({"time": '"thứ Hai, ngày 15/7/2024"'}, 'time: "thứ Ba, ngày 15/7/2025"'),
        ({"time": '"Thứ Hai (15/7/2024)"'}, 'time: "Thứ Ba (15/7/2025)"'),
        ({"time": "Ngày 18/4/2024 (10/3 âm lịch)"}, "time: Ngày 07/4/2025 (10/3 âm lịch)"),
        (
            {"time": "Ngày 18/4/2024 (tức ngày 10 tháng 3 năm Giáp Thìn)"},
            "time: Ngày 07/4/2025 (tức ngày 10 tháng 3 năm Ất Tỵ)",
        ),
        (
            {"time": "Ngày 19/4/2024 (10/3 âm lịch)"},
            "# kshc roll: “Ngày 19/4/2024…”: A lunar day falls on another day in each year.",
        ),
        (
            {"time": "{text: Đợt cao điểm, reading: [{kind: deadline, due: 2024-06-30}]}"},
            "# kshc roll: “Đợt cao điểm”: The plan states days beside these words; look up those of the new year.",
        ),
        (
            {"time": "{text: Đợt 1 năm 2024, reading: [{kind: deadline, due: 2024-06-30}]}"},
            "time: {text: Đợt 1 năm 2025, reading: [{kind: deadline, due: 2025-06-30}]}",
        ),
    ],
)
def test_a_time_and_the_days_beside_it(kshc: Kshc, tmp_path: Path, fields: dict[str, str], line: str) -> None:
    plan = small(tmp_path, **fields)
    told = kshc("--plan", plan, "roll", "--year", "2025")
    assert told.status == 0, told.err
    assert line in [one.strip() for one in (tmp_path / "plan-2025.yaml").read_text(encoding="utf-8").splitlines()]


def test_a_draft_of_a_draft_follows_the_draft(kshc: Kshc, tmp_path: Path) -> None:
    small(tmp_path, time="Quý I/2024")
    plan = tmp_path / "plan.yaml"
    kshc("--plan", plan, "roll", "--year", "2025")
    told = kshc("--plan", tmp_path / "plan-2025.yaml", "roll", "--year", "2026")
    assert told.status == 0, told.err
    new = (tmp_path / "plan-2026.yaml").read_text(encoding="utf-8")
    assert new.count("follows:") == 1
    assert "follows: {year: 2025, symbol: KH-UBND}" in new
    assert "time: Quý I/2026" in new


def test_block_mapping_is_followed_too_and_what_stands_behind_it_stays(tmp_path: Path) -> None:
    plan = small(tmp_path, time="Quý I/2024").read_text(encoding="utf-8")
    block = "follows:\n  year: 2023\n  number: null # never stamped\n\n# kept\nissuer:"
    _draft, new = draft_of(read_plan_file(plan.replace("issuer:", block, 1).encode()), 1)
    assert "follows:\n  {year: 2024, symbol: KH-UBND} # never stamped\n\n# kept\nissuer:" in new


def test_line_ends_and_the_mark_of_the_encoding_stay(kshc: Kshc, tmp_path: Path) -> None:
    plan = small(tmp_path, time="Trước ngày 29/02/2024")
    plan.write_bytes(codecs.BOM_UTF8 + plan.read_bytes().replace(b"\n", b"\r\n"))
    assert kshc("--plan", plan, "roll", "--year", "2025").status == 0
    new = (tmp_path / "plan-2025.yaml").read_bytes()
    assert new.startswith(codecs.BOM_UTF8)
    assert new.count(b"\n") == new.count(b"\r\n")


def test_what_was_not_done_is_listed_and_marked_on_demand(kshc: Kshc, tmp_path: Path) -> None:
    for name in ("plan.yaml", "progress.yaml"):
        (tmp_path / name).write_bytes((EXAMPLES / "busy" / name).read_bytes())
    base = ("--plan", tmp_path / "plan.yaml", "--today", "2026-11-20", "roll", "--year", "2027")
    told = json.loads(kshc(*base, "--dry-run", "--format", "json").out)
    assert told["schema"] == "kshc.roll/1"
    assert {"task": "18", "content": "Thay thiết bị", "status": "date unknown", "due": None} in told["undone"]
    assert not list(tmp_path.glob("plan-*"))
    carried = kshc(*base, "--carry", "18")
    assert carried.status == 0, carried.err
    lines = (tmp_path / "plan-2027.yaml").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if "# kshc roll: Not done in 2026: date unknown;" in line)
    assert '{id: "18"' in lines[place + 1]
    done = kshc(*base, "--out", tmp_path / "x.yaml", "--carry", "1")
    assert done.status == 2
    assert "Nobody owes anything of task 1" in done.err


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("--year", "2024"), 2, "The plan is of 2024; a plan that follows it is of a later year."),
        (("--year", "2025", "--out", "plan.yaml"), 2, "is there already; name another file with --out."),
        (("--year", "2025", "--out", "-"), 2, "--out names no file."),
        (("--year", "2025", "--carry", "9"), 2, "9"),
    ],
)
def test_refusals(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    small(tmp_path, time="Quý I/2024")
    monkeypatch.chdir(tmp_path)
    told = kshc("roll", *arguments)
    assert told.status == status
    assert sentence in told.err
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


def test_a_plan_with_errors_is_refused(kshc: Kshc, tmp_path: Path) -> None:
    plan = small(tmp_path, time="Quý I/2024", work_by="2024-06-30")
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("name: Văn phòng}", "name: Văn phòng, members: [la]}"),
        encoding="utf-8",
    )
    told = kshc("--plan", plan, "roll", "--year", "2025")
    assert told.status == 1
    assert not (tmp_path / "plan-2025.yaml").exists()
    assert kshc("--plan", plan, "roll", "--year", "2025", "--draft").status == 0


def test_a_comment_like_line_in_words_is_no_point(tmp_path: Path) -> None:
    plan = small(tmp_path, time="Quý I/2024").read_text(encoding="utf-8")
    text = read_plan_file(plan.replace("content: Rà soát\n", "content: |-\n              # kshc roll: x\n").encode())
    assert text.plan is not None
    assert not text.findings
    assert date(2024, 1, 1).year == text.plan.year


PROSE = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân xã Hoa Sen, place: Hoa Sen}
issuance: {symbol: KH-UBND, date: 2026-01-05, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}
agencies: [{id: kinh-te, name: Phòng Kinh tế}, {id: dai, name: Đài truyền thanh xã}]
plan:
  subject: Cải cách hành chính năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      items:
        - id: v1
          text: |-
            1. Rà soát thủ tục.
            - Cơ quan chủ trì: Phòng Kinh tế.
            - Thời gian: 15.6.2026.
        - id: v2
          text: |-
            2. Báo cáo kết quả.
            - Cơ quan chủ trì: Đài truyền thanh xã.
            - Thời gian thực hiện: Trước ngày 20/6 và 20/12/2026.
        - id: v3
          text: |-
            3. Tổng hợp.
            - Cơ quan chủ trì: Phòng Kinh tế.
            - Thời gian: Trước ngày 28/02/2026./.
"""


def test_what_a_label_says_is_a_time_moves_as_a_cell_does(kshc: Kshc, tmp_path: Path) -> None:
    plan, mapping = tmp_path / "plan.yaml", tmp_path / "map.yaml"
    plan.write_text(PROSE, encoding="utf-8")
    mapping.write_text("kinh-te: Phòng Kinh tế - Hạ tầng\ndai: Phòng Kinh tế - Hạ tầng\n", encoding="utf-8")
    told = kshc("--plan", plan, "roll", "--year", "2027", "--map", mapping, "--format", "json")
    assert told.status == 0, told.err
    made, words = json.loads(told.out), (tmp_path / "plan-2027.yaml").read_text(encoding="utf-8")
    for moved in ("Thời gian: 15.6.2027.", "Trước ngày 20/6 và 20/12/2027.", "Trước ngày 28/02/2027./."):
        assert moved in words
    assert [one["task"] for one in made["changes"] if "28/2/2027 is a Sunday" in one["why"]] == ["v3"]
    assert [(one["task"], one["words"]) for one in made["left"] if "is called otherwise" in one["why"]] == [
        ("v1", "Phòng Kinh tế."), ("v2", "Đài truyền thanh xã."), ("v3", "Phòng Kinh tế."),
    ]  # fmt: skip
    for number, line in enumerate(words.splitlines()):
        if "is called otherwise" in line:
            assert words.splitlines()[number + 1].lstrip().startswith(("- id: v", "text:"))


MAPPING = "phong-vh-tt: Phòng Văn hóa - Xã hội\nTrung Tâm tin học TPSĐ: null\n"


def test_bodies_are_called_as_the_mapping_says(kshc: Kshc, tmp_path: Path) -> None:
    plan, mapping = tmp_path / "plan.yaml", tmp_path / "map.yaml"
    plan.write_bytes((ROOT / "plan.yaml").read_bytes())
    mapping.write_text(MAPPING, encoding="utf-8")
    told = kshc("--plan", plan, "roll", "--year", "2025", "--map", mapping)
    assert told.status == 0, told.err
    data = (tmp_path / "plan-2025.yaml").read_bytes()
    old, new = (read_plan_file(one).plan for one in (plan.read_bytes(), data))
    assert old is not None
    assert new is not None
    for before, after in zip(read_plan(old).tasks, read_plan(new).tasks, strict=True):
        assert before.lead_cell.agencies == after.lead_cell.agencies
        assert before.coop_cell.agencies == after.coop_cell.agencies
    words = data.decode()
    assert "lead: Phòng Văn hóa - Xã hội; Văn phòng HĐND&UBND Thành phố" in words
    assert "phòng Văn hóa - Xã hội hướng dẫn thực hiện" in words
    assert not re.search("(?:lead|coop): .*Văn h(?:óa|oá) - Thông tin", words)
    place = words.index("This body is gone, by the mapping")
    assert 0 < words.index("name: Trung Tâm tin học TPSĐ") - place < 200
    assert "district level" not in words


def test_bodies_of_a_level_that_ended_are_asked_for(kshc: Kshc, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes((ROOT / "plan.yaml").read_bytes())
    told = json.loads(kshc("--plan", plan, "roll", "--year", "2026", "--format", "json", "--dry-run").out)
    asked = [one["words"] for one in told["left"] if "district level" in one["why"]]
    assert asked[:2] == ["Ủy ban nhân dân thành phố Sa Đéc", "Văn phòng HĐND&UBND Thành phố"]
    assert "UBND Phường 1" not in asked
    joined = [one["words"] for one in told["left"] if "were joined" in one["why"]]
    assert joined[:2] == ["UBND Phường 1", "UBND Phường 2"]
    assert not {*asked} & {*joined}
    assert not any("joined" in one["why"] for one in json.loads(_rolled(kshc, plan, "2025"))["left"])
    later = plan.read_text(encoding="utf-8").replace("year: 2024", "year: 2025", 1)
    plan.write_text(later.replace("date: 2024-01-09", "date: 2025-07-01", 1), encoding="utf-8")
    assert "joined" not in _rolled(kshc, plan, "2026")


def _rolled(kshc: Kshc, plan: Path, year: str) -> str:
    return kshc("--plan", plan, "roll", "--year", year, "--draft", "--format", "json", "--dry-run").out


def test_bodies_that_get_one_name_are_joined(kshc: Kshc, tmp_path: Path) -> None:
    plan, mapping = tmp_path / "plan.yaml", tmp_path / "map.yaml"
    source = (ROOT / "plan.yaml").read_text(encoding="utf-8")
    source = source.replace("lead: Văn phòng HĐND&UBND Thành phố\n", "lead: UBND Phường 2\n", 1)
    source = source.replace("lead: Văn phòng HĐND&UBND Thành phố\n", "lead: UBND Phường 1; UBND Phường 2\n", 1)
    plan.write_text(source, encoding="utf-8")
    mapping.write_text("phuong-1: UBND phường Sa Đéc\nphuong-2: UBND phường Sa Đéc\n", encoding="utf-8")
    told = kshc("--plan", plan, "roll", "--year", "2025", "--map", mapping, "--format", "json", "--draft")
    assert told.status == 0, told.err
    made = json.loads(told.out)
    joined = [one for one in made["changes"] if one["why"] == "joined, by the mapping"]
    assert [(one["old"], one["new"]) for one in joined] == [("UBND Phường 2", "UBND phường Sa Đéc")]
    new = read_plan_file((tmp_path / "plan-2025.yaml").read_bytes()).plan
    assert new is not None
    ids = [agency.id for agency in new.agencies]
    assert "phuong-1" in ids
    assert "phuong-2" not in ids
    group = next(agency for agency in new.agencies if agency.id == "xa-phuong")
    assert group.members[:2] == ("phuong-1", "phuong-3")
    leads = [read.lead_cell for read in read_plan(new).tasks]
    assert sum(cell.agencies == ("phuong-1",) for cell in leads) == 1
    left = [one["words"] for one in made["left"] if "are joined" in one["why"]]
    assert left == ["UBND Phường 1; UBND Phường 2"]


JOINED = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân xã Hoa Sen, place: Hoa Sen}
issuance: {symbol: KH-UBND, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}
agencies:
  - {id: kt, name: Phòng Kinh tế}
  - {id: ha, name: Phòng Hạ tầng}
  - {id: vx, name: Phòng Văn hóa}
  - {id: pb, name: Các phòng, members: [kt, ha, vx]}
plan:
  subject: Cải cách hành chính năm 2026
  sections:
    - tables:
        - tasks:
            - {id: "1", number: "1", content: Rà soát, lead: Các phòng (trừ Phòng Hạ tầng), time: Quý I}
            - {id: "2", number: "2", content: Báo cáo, lead: Phòng Kinh tế, coop: Phòng Hạ tầng, time: Quý II}
            - {id: "3", number: "3", content: Đánh giá, lead: Các phòng, time: Quý III}
"""


def test_what_joined_bodies_owe_is_proven_or_marked(kshc: Kshc, tmp_path: Path) -> None:
    plan, mapping = tmp_path / "plan.yaml", tmp_path / "map.yaml"
    plan.write_text(JOINED, encoding="utf-8")
    mapping.write_text("kt: Phòng Kinh tế\nha: Phòng Kinh tế\n", encoding="utf-8")
    told = kshc("--plan", plan, "roll", "--year", "2027", "--map", mapping, "--format", "json", "--draft")
    assert told.status == 0, told.err
    made, words = json.loads(told.out), (tmp_path / "plan-2027.yaml").read_text(encoding="utf-8")
    assert [(one["task"], one["why"]) for one in made["left"]] == [
        ("1", "A body that is taken out here is joined with another one; say anew who does it."),
        ("2", "By the joined name this body leads the task and cooperates in it, too."),
    ]
    assert "lead: Các phòng (trừ Phòng Hạ tầng)" in words
    assert "members: [kt, vx]" in words
    assert [one["old"] for one in made["changes"] if "mapping" in one["why"]] == ["Phòng Hạ tầng", "Phòng Hạ tầng"]


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ("- a", "The mapping of bodies is no list of lines"),
        ("phong-la: X", "“phong-la” is no body of the plan"),
        ("phuong-1: UBND Phường 2", "Two bodies would be called"),
        ("phuong-1: X\nxa-phuong: X", "“UBND các xã, phường” stands for several bodies"),
        ("phuong-1: X\nUBND Phường 1: Y", "Several lines of the mapping speak of “UBND Phường 1”"),
        ("phuong-1: ' '", "The new name of “phuong-1” is no name on one line"),
        ('phuong-1: "X\\nY"', "The new name of “phuong-1” is no name on one line"),
        ("", "The mapping of bodies is no list of lines"),
        ("{}", "The mapping of bodies is no list of lines"),
    ],
)
def test_a_mapping_that_means_nothing_is_refused(kshc: Kshc, tmp_path: Path, mapping: str, sentence: str) -> None:
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    told = kshc("--plan", ROOT / "plan.yaml", "roll", "--year", "2025", "--dry-run", "--map", tmp_path / "map.yaml")
    assert told.status == 2
    assert sentence in told.err


def test_a_mapping_with_a_name_twice_is_a_finding_at_its_place(kshc: Kshc, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text("phuong-1: X\nphuong-1: Y\n", encoding="utf-8")
    told = kshc("--plan", ROOT / "plan.yaml", "roll", "--year", "2025", "--dry-run", "--map", mapping)
    assert (told.status, told.out) == (3, "")
    assert f"{mapping}:2:1: error: " in told.err
    assert "[duplicate-key]" in told.err


@pytest.mark.parametrize(
    "registered",
    [
        "  - {id: phong-tu-phap, name: Phòng Tư pháp Thành phố}\n",
        "  - id: phong-tu-phap\n    name: Phòng Tư pháp Thành phố\n",
        "  - id: phong-tu-phap\n    name: 'Phòng Tư pháp Thành phố'\n",
        '  - id: phong-tu-phap\n    name: "Phòng Tư pháp Thành phố"\n',
        "  - id: phong-tu-phap\n    name: >-\n      Phòng Tư pháp\n      Thành phố\n",
    ],
)
@pytest.mark.parametrize("name", ["Phòng Văn hóa, Tư pháp", "Phòng: A #1 [B]", "'A' \"B\" \\ C", "- A", "2025"])
def test_names_are_quoted_where_yaml_would_take_them_for_more(registered: str, name: str) -> None:
    words = (ROOT / "plan.yaml").read_text(encoding="utf-8")
    plain = "  - id: phong-tu-phap\n    name: Phòng Tư pháp Thành phố\n"
    assert plain in words
    text = read_plan_file(words.replace(plain, registered).encode())
    assert text.plan is not None
    renamings = renamings_of(json.dumps({"phong-tu-phap": name}).encode(), text.plan)
    draft = Draft(text, read_plan(text.plan), 1, renamings)
    draft.settle()
    rolled = read_plan_file(written(text, text.plan, draft, (), marked=False).encode()).plan
    assert rolled is not None
    assert next(one.name for one in rolled.agencies if one.id == "phong-tu-phap") == name
