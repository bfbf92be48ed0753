"""CSV: it reads back, runs nothing, and names its columns for people or for programs."""

import csv
import io
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.messages import plain, speaking
from kshc_cli.query.duties import DutyRow
from kshc_cli.reports.columns import AGENCY_COLUMNS, keys_of, task_columns
from kshc_cli.reports.csv_form import CsvForm
from kshc_cli.reports.csv_text import csv_text, field_words
from kshc_cli.reports.entries import ENTRY_FIELDS
from kshc_cli.reports.proposals import PROPOSAL_FIELDS
from kshc_cli.reports.summary import SUMMARY_FIELDS
from tests.conftest import EXAMPLES, ROOT, Kshc

AGENCY_FIELDS, TASK_FIELDS = keys_of(AGENCY_COLUMNS), keys_of(task_columns({}))
DUTY_FIELDS = DutyRow._fields
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫⁼⁺"


def cell(text: str) -> str:
    rows = list(csv.reader(io.StringIO(csv_text(("a",), [(text,)]), newline="")))
    return rows[1][0]


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.just("x")), min_size=1))
def test_csv_reads_back_and_runs_no_formula(rows: list[tuple[str, str]]) -> None:
    text = csv_text(("a", "b"), rows)
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [told(row[0]) for row in read] == [told(row[0]) for row in rows]
    assert not any(seen(row[0]).startswith(tuple(SIGNS)) for row in read)


def told(text: str) -> list[str]:
    """Return the words of a cell without what guards them."""
    return plain(text).lstrip("' ").split()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("- a\n- b", "'- a\n- b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("A \x1b[31m\x9b\u202ex", "A [31m x"),
    ],
)
def test_lines_stay_lines_and_do_nothing(text: str, read: str) -> None:
    assert cell(text) == read


def seen(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cf", "Zs", "Zl", "Zp"})


@pytest.mark.parametrize(
    "before", ["", " ", "\t", "\r\n", "\x00", "\x1f", "\x80", "\xa0", "\u3000", "\u200b", "\ufeff", " \t\x01"]
)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_guarded_behind_whatever_is_not_seen(before: str, sign: str) -> None:
    assert cell(f"{before}{sign}1+2").startswith("'")


def test_numbers_and_words_stay_what_they_are() -> None:
    assert [cell(text) for text in ("12", "a=1", " x", "'=1", "")] == ["12", "a=1", " x", "'=1", ""]
    assert csv_text(("result", "days"), [("-5", "-5")], CsvForm(keys=True)) == "result,days\r\n'-5,-5\r\n"
    assert [cell(text) for text in ("- Rà soát", "-1-2", "-", "--1")] == ["'- Rà soát", "'-1-2", "'-", "'--1"]


def test_every_field_has_a_heading() -> None:
    fields = {*TASK_FIELDS, *DUTY_FIELDS, *AGENCY_FIELDS, *ENTRY_FIELDS, *PROPOSAL_FIELDS, *SUMMARY_FIELDS}
    assert fields == set(field_words())
    assert field_words() == {field: field for field in fields}
    with speaking("vi"):
        for columns in (TASK_FIELDS, DUTY_FIELDS, AGENCY_FIELDS, ENTRY_FIELDS, PROPOSAL_FIELDS):
            headings = [field_words()[field] for field in columns]
            assert len(set(headings)) == len(columns)
            assert not set(headings) & set(columns)


def test_headings_follow_the_language_unless_keys_are_asked_for() -> None:
    with speaking("vi"):
        assert csv_text(("id", "lead"), [("1", "x")]) == "mã,chủ trì\r\n1,x\r\n"
        assert csv_text(("id", "lead"), [("1", "x")], CsvForm(bom=True, keys=True)) == "\ufeffid,lead\r\n1,x\r\n"


@pytest.mark.parametrize("command", ["list", "due", "overdue", "recurring", "agencies", "agencies --unread", "log"])
def test_each_answer_takes_both_options(kshc: Kshc, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_TODAY", "2026-04-02")
    words = ("--plan", str(EXAMPLES / "sound.yaml"), *command.split())
    plain = kshc(*words, "--format", "csv").out
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert kshc(*words, "--format", "csv").out.splitlines()[0] != plain.splitlines()[0]
    assert kshc(*words, "--format", "csv", "--keys", "--bom").out.splitlines()[0] == "\ufeff" + plain.splitlines()[0]
    refused = kshc(*words, "--bom")
    assert (refused.status, refused.out) == (2, "")
    assert "--format csv" in refused.err


def test_a_task_with_one_day_has_it_in_csv(kshc: Kshc) -> None:
    out = kshc("--plan", EXAMPLES / "sound.yaml", "--today", "2026-04-02", "list", "--format", "csv").out
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(out, newline=""))}
    assert (rows["1.1.1"]["due"], rows["1.1.1"]["days"]) == ("2026-03-31", "-2")


def test_codes_and_ids_are_words_unless_keys_are_asked_for(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_TODAY", "2024-06-20")
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert kshc("done", "2.1.6", "--period", "1", "--unit", "van phong").status == 0
    assert kshc("undo").status == 0
    assert kshc("reassign", "1.2.2", "--to", "noi vu", "--by", "QĐ 1").status == 0
    for command, field, words, code in (
        ("list", "kinds", "thường xuyên; khi phát sinh", "continuous on_event"),
        ("list", "occurrence", "Tháng 1/2024", "2024-01"),
        ("list", "weekday", "thứ Tư", "wednesday"),
        ("list", "status", "quá hạn", "overdue"),
        ("list", "lead_agencies", "Phòng Văn hóa - Thông tin Thành phố", "phong-vh-tt"),
        ("list", "coop_agencies", "Các phòng, ban chuyên môn Thành phố; UBND các xã, phường", "phong-ban xa-phuong"),
        ("list", "owing", "Phòng Nội vụ Thành phố", "phong-noi-vu"),
        ("list", "owed_by", "Phòng Nội vụ Thành phố", "phong-noi-vu"),
        ("list --agency phuong-2", "via", "UBND các xã, phường", "xa-phuong"),
        ("log", "what", "đã hoàn thành", "done"),
        ("log", "unit", "Văn phòng HĐND&UBND Thành phố", "van-phong"),
        ("log", "lead", "Phòng Nội vụ Thành phố", "phong-noi-vu"),
        ("log", "period", "Tháng 1/2024", "2024-01"),
        ("log", "retracted", "có", "true"),
        ("agencies", "open", "không", "false"),
        (
            "agencies",
            "members",
            "Phòng Văn hóa - Thông tin Thành phố; Phòng Nội vụ Thành phố; Phòng Tư pháp Thành phố",
            "phong-vh-tt phong-noi-vu phong-tu-phap",
        ),
    ):
        told, keys = (kshc(*command.split(), "--format", "csv", *more).out for more in ((), ("--keys",)))
        assert code in {row[field] for row in csv.DictReader(io.StringIO(keys, newline=""))}
        fields, *rows = csv.reader(io.StringIO(told, newline=""))
        column = {row[fields.index(_in_vietnamese(field))] for row in rows}
        assert words in column
        assert code not in column


def test_days_are_those_that_every_spreadsheet_reads_alike(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("vi", "en"):
        monkeypatch.setenv("KSHC_LANG", language)
        out = kshc("--plan", ROOT / "plan.yaml", "due", "--month", "2024-06", "--format", "csv").out
        fields, *rows = csv.reader(io.StringIO(out, newline=""))
        with speaking(language):
            columns = [fields.index(field_words()[field]) for field in ("due", "stated", "next_working_day")]
        assert {row[column] for row in rows for column in columns} == {"2024-06-30", "2024-07-01"}


def _in_vietnamese(field: str) -> str:
    with speaking("vi"):
        return field_words()[field]
