"""``kshc export csv|json|jsonl|parquet``: all duties as files that other programs read."""

import csv
import io
import json
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from kshc_cli.query.duties import DutyRow
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.outputs.calendars import COMING_BACK
from tests.tracking.logs import FOLLOWED

DAY = ("--today", "5/7/2026")
BROKEN = COMING_BACK.replace("name: Phòng Văn hóa}", "name: Phòng Văn hóa, members: [x]}")


def counted(kshc: Kshc, plan: Path, *day: str) -> Counter[str]:
    return Counter(json.loads(kshc("status", "--plan", plan, *day, "--format", "json").out)["counts"])


@pytest.fixture
def coming_back(tmp_path: Path) -> Path:
    plan = tmp_path / "plan.yaml"
    plan.write_text(COMING_BACK.replace("content: Giao ban,", 'content: "=1+1",'), encoding="utf-8")
    return plan


@pytest.mark.parametrize("plan", [ROOT / "plan.yaml", FOLLOWED, EXAMPLES / "prose.yaml"])
def test_json_is_what_its_schema_says_and_holds_the_duties_that_are_counted(plan: Path, kshc: Kshc) -> None:
    told = json.loads(kshc("export", "json", "--plan", plan, "--draft", *DAY).out)
    schema = json.loads((ROOT / "schemas" / "duties.schema.json").read_bytes())
    Draft7Validator.check_schema(schema)
    Draft7Validator(schema).validate(told)
    assert Counter(row["status"] for row in told["duties"] if row["role"] == "lead") == counted(kshc, plan, *DAY)
    lines = kshc("export", "jsonl", "--plan", plan, "--draft", *DAY).out.splitlines()
    assert [json.loads(line) for line in lines] == [{"schema": "kshc.duty/1", **row} for row in told["duties"]]


def test_csv_is_in_words_and_guards_words_alone(coming_back: Path, kshc: Kshc) -> None:
    out = kshc("export", "csv", "--plan", coming_back, *DAY).out
    rows = [*csv.DictReader(io.StringIO(out, newline=""))]
    assert "'=1+1" in {row["content"] for row in rows}
    late = next(row for row in rows if row["status"] == "overdue")
    assert (late["due"], late["days"], late["role"]) == ("2026-01-31", "-155", "leads")
    assert {"plan", "entry", "body_name"}.isdisjoint(late)
    first = kshc("export", "csv", "--plan", coming_back, "--keys", *DAY).out.partition("\r\n")[0]
    assert tuple(first.split(",")) == DutyRow._fields


def test_csv_has_vietnamese_headings_and_a_mark_for_excel(
    coming_back: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    target = tmp_path / "nhiem-vu.csv"
    wish = ("--plan", coming_back, "--agency", "kinh-te", "--role", "lead", *DAY)
    again = ("export", "csv", "--bom", *wish, "--out", target)
    assert kshc(*again).status == 0
    first, second = target.read_text(encoding="utf-8").splitlines()[:2]
    assert first.startswith("\ufeffnăm,cơ quan ban hành,cơ quan chủ quản,")
    assert ",chủ trì,Phòng Kinh tế,Các phòng,2026-01-31,quá hạn,-155," in second
    monkeypatch.setenv("KSHC_LANG", "en")
    assert kshc(*again).status == 0


def table_of(target: Path, question: str) -> list[tuple[Any, ...]]:
    return duckdb.execute(question.format(file=target)).fetchall()


def test_parquet_of_many_plans_tells_who_is_late(coming_back: Path, kshc: Kshc, tmp_path: Path) -> None:
    target = tmp_path / "nhiem-vu.parquet"
    plans = (coming_back, _plan_below(coming_back))
    named = [word for plan in plans for word in ("--plan", plan)]
    assert kshc("export", "parquet", *named, *DAY, "--out", target).status == 0
    late = table_of(
        target,
        "SELECT coalesce(parent, office) AS province, body_name, count(*) FROM '{file}'"
        " WHERE role = 'lead' AND status = 'overdue' GROUP BY ALL ORDER BY ALL",
    )
    assert ("Ủy ban nhân dân tỉnh Đồng Tháp", "UBND Phường 1", 3) in late
    for plan, province in zip(plans, ("Ủy ban nhân dân xã Suối Mây", "Ủy ban nhân dân tỉnh Đồng Tháp"), strict=True):
        assert sum(count for name, _body, count in late if name == province) == counted(kshc, plan, *DAY)["overdue"]
    kinds = dict(one[:2] for one in table_of(target, "DESCRIBE SELECT * FROM '{file}'"))
    assert list(kinds) == list(DutyRow._fields)
    told = {kinds[name] for name in ("as_of", "work_by", "begins", "planned", "due", "done_on", "document_date")}
    assert (told, kinds["days"], kinds["estimated"], kinds["body"]) == ({"DATE"}, "INTEGER", "BOOLEAN", "VARCHAR")


def _plan_below(plan: Path) -> Path:
    """Return a copy of the real plan in a folder beside another plan: files of many are sorted by their paths."""
    (folder := plan.parent / "sa-dec").mkdir()
    return Path(shutil.copy(ROOT / "plan.yaml", folder))


def test_a_file_of_many_plans_has_the_rows_of_each(coming_back: Path, kshc: Kshc) -> None:
    other = _plan_below(coming_back)
    run = ("export", "csv", "--keys", *DAY)
    alone = [kshc(*run, "--plan", one) for one in (coming_back, other)]
    assert [one.status for one in alone] == [0, 0], alone
    (head, _end, first), (_head, _e, second) = (one.out.partition("\r\n") for one in alone)
    assert kshc(*run, "--plan", coming_back, "--plan", other).out == f"{head}\r\n{first}{second}"
    told = json.loads(kshc("export", "json", "--plan", coming_back, "--plan", other, *DAY).out)
    assert [plan["year"] for plan in told["plans"]] == [2026, 2024]


def test_nothing_of_a_plan_is_an_empty_table(coming_back: Path, kshc: Kshc, tmp_path: Path) -> None:
    target = tmp_path / "none.parquet"
    wish = ("--plan", coming_back, "--kind", "continuous", *DAY)
    assert kshc("export", "parquet", *wish, "--out", target).status == 0
    assert table_of(target, "SELECT count(*) FROM '{file}'") == [(0,)]
    assert json.loads(kshc("export", "json", *wish).out)["duties"] == []
    assert kshc("export", "jsonl", *wish).out == ""


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl", "parquet"])
def test_what_is_not_its_own_is_never_overwritten_and_its_own_is(
    kind: str, coming_back: Path, kshc: Kshc, tmp_path: Path
) -> None:
    target = tmp_path / f"file.{kind}"
    run = ("export", kind, "--plan", coming_back, *DAY, "--out", target)
    assert kshc(*run).status == 0
    written = target.read_bytes()
    assert kshc(*run).status == 0
    assert target.read_bytes() == written
    target.write_bytes(b"a,b\r\n1,2\r\n")
    refused = kshc(*run)
    assert (refused.status, target.read_bytes()) == (2, b"a,b\r\n1,2\r\n")
    assert "was not written by this command" in refused.err
    coming_back.write_text("not: [read", encoding="utf-8")
    unwritable = kshc(*run[:-1], tmp_path / "nowhere" / "x")
    assert unwritable.status == 3
    assert "nowhere" in unwritable.err


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl", "parquet"])
def test_a_plan_with_errors_is_written_as_a_draft(kind: str, coming_back: Path, kshc: Kshc, tmp_path: Path) -> None:
    coming_back.write_text(BROKEN, encoding="utf-8")
    target = tmp_path / f"file.{kind}"
    run = ("export", kind, "--plan", coming_back, "--plan", _plan_below(coming_back), *DAY, "--out", target)
    refused = kshc(*run)
    assert (refused.status, target.exists()) == (1, False)
    assert "unknown-agency" in refused.err or "x" in refused.err
    assert kshc(*run, "--draft").status == 0
    assert target.exists()
    told = (
        table_of(target, "SELECT DISTINCT year, draft FROM '{file}' ORDER BY ALL")
        if kind in {"parquet", "jsonl"}
        else []
    )
    assert told in ([], [(2024, False), (2026, True)])
    if kind == "csv":
        rows = [*csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"), newline=""))]
        assert {(row["year"], row["draft"]) for row in rows} == {
            ("2024", ""),
            ("2026", "the plan or its log has errors"),
        }
    if kind == "json":
        data = json.loads(target.read_bytes())
        assert [one["draft"] for one in data["plans"]] == [True, False]


def test_plans_that_cannot_answer_stand_against_a_file_of_all(coming_back: Path, kshc: Kshc, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("schema: kshc/1\n", encoding="utf-8")
    run = ("export", "jsonl", "--plan", coming_back, "--plan", broken, *DAY)
    refused = kshc(*run)
    assert (refused.status, refused.out) == (1, "")
    assert "broken.yaml" in refused.err
    draft = kshc(*run, "--draft")
    assert draft.status == 1
    assert draft.out


def test_parquet_needs_a_file_and_pyarrow(coming_back: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--out" in kshc("export", "parquet", "--plan", coming_back).err
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    refused = kshc("export", "parquet", "--plan", coming_back, "--out", "x.parquet")
    assert refused.status == 2
    assert "pipx inject kshc-cli pyarrow" in refused.err


@pytest.mark.parametrize("failure", ["ImportError", "OSError"])
def test_a_pyarrow_that_cannot_be_loaded_is_told(
    failure: str, coming_back: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "site" / "pyarrow").mkdir(parents=True)
    (tmp_path / "site" / "pyarrow" / "__init__.py").write_text(f"raise {failure}('DLL load failed')\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    for name in [one for one in sys.modules if one.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    refused = kshc("export", "parquet", "--plan", coming_back, "--out", tmp_path / "x.parquet")
    assert (refused.status, (tmp_path / "x.parquet").exists()) == (2, False)
    assert "cannot be loaded (DLL load failed)" in refused.err


def test_what_programs_read_does_not_hang_on_the_users_language(
    coming_back: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {}
    for language in ("vi", "en"):
        monkeypatch.setenv("KSHC_LANG", language)
        for run in (("json",), ("jsonl",), ("csv", "--keys"), ("csv",)):
            told[*run, language] = kshc("export", *run, "--plan", coming_back, *DAY).out
    assert '"period_name": "Tháng 1' in told["json", "en"]
    alike = {run[:-1]: told[*run[:-1], "vi"] == told[*run[:-1], "en"] for run in told}
    assert alike == {("json",): True, ("jsonl",): True, ("csv", "--keys"): True, ("csv",): False}


def test_a_plan_that_nothing_is_answered_from_is_told_without_a_hint_that_cannot_help(
    kshc: Kshc, plan_file: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(plan_file.read_text(encoding="utf-8").replace("2024-01-09", "2024-13-40"), encoding="utf-8")
    for more in ((), ("--draft",)):
        answer = kshc("--plan", plan, "export", "csv", *more, "--out", tmp_path / "a.csv")
        assert answer.status == 3
        assert "impossible-date" in answer.err + answer.out
        assert "--draft" not in answer.err
    assert not (tmp_path / "a.csv").exists()
