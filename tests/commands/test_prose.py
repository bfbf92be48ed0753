"""A plan whose tasks stand in paragraphs: commands treat them as tasks, the document prints them as written."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.conftest import EXAMPLES, Kshc

TODAY = ("--today", "2026-09-10")


@pytest.fixture
def prose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "prose.yaml", "plan.yaml")
    return tmp_path / "plan.yaml"


def rows(kshc: Kshc, *asked: str) -> dict[str, dict[str, Any]]:
    answer = kshc(*TODAY, *asked, "--format", "json")
    assert answer.status == 0, answer.err
    return {row["id"]: row for row in json.loads(answer.out)["tasks"]}


@pytest.mark.usefixtures("prose")
def test_nothing_stands_against_it(kshc: Kshc) -> None:
    assert "1 file, 0 errors, 0 warnings" in kshc("validate", "--strict").err


@pytest.mark.usefixtures("prose")
def test_its_tasks_are_listed_with_what_their_lines_say(kshc: Kshc) -> None:
    found = rows(kshc, "list")
    assert [(row["number"], row["section"], row["lead_agencies"], row["coop_agencies"]) for row in found.values()] == [
        ("a)", "II. NHIỆM VỤ", ["van-phong"], ["vh-xh", "trung-tam"]),
        ("b)", "II. NHIỆM VỤ", ["van-phong"], ["vh-xh"]),
        (None, "II. NHIỆM VỤ", ["vh-xh"], []),
    ]
    assert found["1.1"]["result"] == "Báo cáo kết quả rà soát."
    assert found["2.1"]["time"] == "thường xuyên trong năm."
    assert list(rows(kshc, "list", "--agency", "trung-tam", "--role", "any")) == ["1.1"]
    assert list(rows(kshc, "due", "--month", "9")) == ["1.1"]
    assert list(rows(kshc, "overdue")) == ["1.2"]


@pytest.mark.usefixtures("prose")
def test_what_is_done_of_them_is_recorded(kshc: Kshc) -> None:
    assert kshc(*TODAY, "done", "1.2", "--on", "20/3").status == 0
    assert not rows(kshc, "overdue")
    assert "Rà soát, đánh giá thủ tục hành chính" in kshc(*TODAY, "show", "1.1").out


@pytest.mark.usefixtures("prose")
def test_the_document_prints_their_words_as_written_and_gives_them_back(kshc: Kshc, prose: Path) -> None:
    assert kshc("render", "docx", "--out", "a.docx").status == 0
    printed = [paragraph.text for paragraph in Document("a.docx").paragraphs]
    place = printed.index("1. Rà soát và công khai thủ tục hành chính")
    assert printed[place + 1 : place + 4] == [
        "a) Rà soát, đánh giá thủ tục hành chính",
        "- Nội dung: rà soát các thủ tục hành chính thuộc thẩm quyền.",
        "- Cơ quan chủ trì: Văn phòng HĐND và UBND phường.",
    ]
    assert kshc("import", "docx", "a.docx", "--like", prose, "--out", "b.yaml").status == 0
    assert rows(kshc, "--plan", "b.yaml", "list") == rows(kshc, "list")
    told = kshc("check", "docx", "a.docx", "--draft")
    assert told.status == 0, told.out


@pytest.mark.usefixtures("prose")
def test_the_extract_of_a_body_shows_them(kshc: Kshc) -> None:
    assert kshc(*TODAY, "render", "extract", "--agency", "vh-xh", "--out", "x.docx").status == 0
    cells = [cell.text for table in Document("x.docx").tables for row in table.rows for cell in row.cells]
    assert any("Tuyên truyền về dịch vụ công" in cell for cell in cells)


def test_words_that_are_not_those_of_the_text_are_found(kshc: Kshc, prose: Path) -> None:
    words = prose.read_text(encoding="utf-8")
    for old, new, rule in (
        ("time: trong quý I/2026", "time: trong quý II/2026", "quoted-duty"),
        ("- Thời gian thực hiện: Trước ngày 15/9/2026.", "- Thời gian thực hiện: lúc rảnh rỗi.", "unread-time"),
        ("- Cơ quan chủ trì: Văn phòng HĐND và UBND phường.", "- Cơ quan chủ trì: Chi cục Lạ.", "unread-agency"),
        ("            - Cơ quan chủ trì: Văn phòng HĐND và UBND phường.\n", "", "blank-lead"),
    ):
        prose.write_text(words.replace(old, new), encoding="utf-8")
        found = [
            one["rule"]
            for file in json.loads(kshc("validate", "--format", "json").out)["files"]
            for one in file["findings"]
        ]
        assert found == [rule], old


def test_a_finding_in_a_labelled_line_names_its_place(kshc: Kshc, prose: Path) -> None:
    words = prose.read_text(encoding="utf-8").replace("Trước ngày 15/9/2026.", "Lúc rảnh rỗi.")
    prose.write_text(words, encoding="utf-8")
    line = next(n for n, one in enumerate(words.splitlines(), 1) if "Lúc rảnh rỗi" in one)
    assert f"plan.yaml:{line}:" in kshc("validate").out


def test_periods_above_crosses_are_the_time(kshc: Kshc, prose: Path) -> None:
    """A schedule has a column for each quarter; which ones a task has a cross in, says when."""
    table = """\
    - tables:
      - columns:
          - {role: content, header: Nội dung}
          - {role: lead, header: Chủ trì}
          - {role: other, key: q1, header: Quý I}
          - {role: other, key: q2, header: Quý II}
        tasks:
          - {id: t.1, number: null, content: Tập huấn, lead: Văn phòng HĐND và UBND phường, time: null, others: {q2: x}}
"""
    prose.write_text(prose.read_text("utf-8") + table, "utf-8")
    assert list(rows(kshc, "due", "--month", "6")) == ["t.1"]
    assert (rows(kshc, "list")["t.1"]["time"], rows(kshc, "overdue")["t.1"]["due"]) == ("Quý II", "2026-06-30")
    assert "blank-time" not in kshc("validate").out


SPOKEN = """\
        - id: "3"
          text: |-
            3. Báo cáo
            Phòng Văn hóa - Xã hội chủ trì, phối hợp với Văn phòng HĐND và UBND phường báo cáo trước ngày 10/12/2026.
        - id: "4"
          text: Giao Phòng Văn hóa - Xã hội rà soát hồ sơ nộp trước ngày 15/6/2026./.
"""


@pytest.fixture
def spoken(prose: Path) -> Path:
    words = prose.read_text()
    head, _heading, _rest = words.partition("    - heading: III.")
    prose.write_text(f"{head}    - heading: III. TỔ CHỨC THỰC HIỆN\n      items:\n{SPOKEN}")
    return prose


@pytest.mark.usefixtures("spoken")
def test_sentences_say_who_and_when_without_a_quote(kshc: Kshc) -> None:
    row = rows(kshc, "list")["3"]
    assert (row["lead_agencies"], row["coop_agencies"]) == (["vh-xh"], ["van-phong"])
    assert [(part["kind"], part["due"]) for part in row["reading"]] == [("deadline", "2026-12-10")]
    assert [(one["field"], one["words"]) for one in row["said"]] == [
        ("lead", "Phòng Văn hóa - Xã hội"),
        ("coop", "Văn phòng HĐND và UBND phường"),
        ("time", "trước ngày 10/12/2026"),
    ]
    assert all(row["content"][one["start"] : one["end"]] == one["words"] for one in row["said"])
    assert list(rows(kshc, "due", "--month", "12", "--agency", "vh-xh")) == ["3"]
    assert all(not row["said"] for key, row in rows(kshc, "list").items() if key not in {"3", "4"})


@pytest.mark.usefixtures("spoken")
def test_show_marks_the_words_that_say_so(kshc: Kshc) -> None:
    told = kshc(*TODAY, "--color", "always", "show", "3").out
    assert "\x1b[4mPhòng Văn hóa - Xã hội\x1b[0m chủ trì, phối hợp với \x1b[4mVăn phòng HĐND" in told
    plain = kshc(*TODAY, "--color", "never", "show", "3").out
    assert "\x1b" not in plain
    assert "Time          trước ngày 10/12/2026\n  taken from  the words of the content\n" in plain
    assert "taken from" not in kshc(*TODAY, "show", "1.1").out


@pytest.mark.usefixtures("spoken")
def test_a_day_that_is_perhaps_anothers_is_a_finding_until_somebody_quotes_another(kshc: Kshc, spoken: Path) -> None:
    said = kshc("validate").out
    assert "It is not sure that “trước ngày 15/6/2026” says when this task is due." in said
    assert rows(kshc, "list")["4"]["reading"] == []
    quoted = spoken.read_text() + "          time: trước ngày 15/6/2026\n"
    spoken.write_text(quoted)
    assert rows(kshc, "list")["4"]["reading"][0]["due"] == "2026-06-15"
    assert not kshc("validate").out


@pytest.mark.parametrize(
    ("words", "due", "found"),
    [
        ("Tổ chức hội nghị tổng kết trước ngày 15/12/2026.", "2026-12-15", {"blank-lead"}),
        ("Niêm yết tại trụ sở Văn phòng HĐND và UBND phường trước ngày 15/6/2026.", "2026-06-15", {"blank-lead"}),
        ("Không giao Văn phòng HĐND và UBND phường báo cáo trước ngày 15/6/2026.", None, {"blank-lead", "blank-time"}),
        ("Giao Văn phòng HĐND và UBND phường theo dõi việc thực hiện.", None, set()),
    ],
)
def test_what_a_sentence_leaves_open_is_found(
    kshc: Kshc, prose: Path, words: str, due: str | None, found: set[str]
) -> None:
    text = prose.read_text(encoding="utf-8")
    item = f"      items:\n        - id: x\n          text: {words[:-1]}./.\n"
    prose.write_text(f"{text.rstrip()}\n{item}", encoding="utf-8")
    reading = rows(kshc, "list")["x"]["reading"]
    assert [one.get("due") for one in reading if one.get("due")] == ([due] if due else [])
    assert {rule for rule in ("blank-lead", "blank-time") if f"[{rule}]" in kshc("validate").out} == found


@pytest.mark.usefixtures("prose")
def test_show_says_who_is_unread_before_it_says_when(kshc: Kshc, prose: Path) -> None:
    words = prose.read_text(encoding="utf-8")
    for old, new in (
        ("- Cơ quan chủ trì: Văn", "- Cơ quan chủ trì: Chi cục Lạ; Văn"),
        ("Trước ngày 15/9/2026.", "Lúc rảnh."),
    ):
        assert old in words
        words = words.replace(old, new)
    prose.write_text(words, encoding="utf-8")
    told = kshc(*TODAY, "show", "1.1").out
    lines = [line.split() for line in told.splitlines()]
    unread = [place for place, line in enumerate(lines) if line[:1] == ["unread"]]
    labels = [next(place for place, line in enumerate(lines) if line[:1] == [one]) for one in ("Cooperating", "Time")]
    assert len(unread) == 2
    assert unread[0] < labels[0] < labels[1] < unread[1], told


@pytest.mark.usefixtures("prose")
def test_paragraphs_are_told_apart_where_they_stand_on_one_line(kshc: Kshc) -> None:
    words = "Công khai thủ tục hành chính · Văn phòng HĐND và UBND phường chủ trì"
    assert words in kshc("list").out
    assert words in kshc("--today", "1/7/2026", "status").out
