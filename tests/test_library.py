"""What programs build on: its signatures stay, its examples run, an import alone costs nothing."""

import doctest
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

import kshc_cli
from kshc_cli import library
from tests.conftest import EXAMPLES, ROOT
from tools.library_page import signature

SIGNATURES = {
    "Fleet": "Fleet(*named: str | PathLike[str]) -> None",
    "check": "check(plan: Plan, *, of_log: bool = False) -> tuple[Finding, ...]",
    "load": "load(path: str | PathLike[str]) -> Plan",
    "read_agencies": "read_agencies(words: str, plan: Plan) -> AgencyReading",
    "read_time": "read_time(words: str, *, year: int, issued: date | None = None) -> TimeReading",
    "render_docx": "render_docx(plan: Plan) -> bytes",
    "rows": "rows(plan: Plan, *, as_of: date) -> tuple[Row, ...]",
}
FIELDS = {"AgencyReading", "Finding", "FormError", "KshcError", "Plan", "Row", "TimeReading"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_signatures_stay() -> None:
    assert {name: signature(name) for name in SIGNATURES} == SIGNATURES
    assert set(library.__all__) == {*SIGNATURES, *FIELDS}


def test_all_of_it_can_be_had_from_the_package_and_nothing_else() -> None:
    for name in library.__all__:
        assert getattr(kshc_cli, name) is getattr(library, name)
    assert set(dir(kshc_cli)) == {*library.__all__, "__version__"}
    stub = (ROOT / "src" / "kshc_cli" / "__init__.pyi").read_text(encoding="utf-8")
    assert all(f"import {name} as {name}\n" in stub for name in library.__all__)
    with pytest.raises(AttributeError):
        kshc_cli.nothing  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.usefixtures("folder")
def test_its_examples_run() -> None:
    tried = doctest.testmod(library)
    assert tried.attempted > 15
    assert tried.failed == 0


def test_an_import_alone_loads_nothing_more() -> None:
    code = "import sys; before = set(sys.modules); import kshc_cli; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == ["kshc_cli"]


def test_a_file_in_a_wrong_form_is_loaded_to_be_checked(folder: Path) -> None:
    (folder / "wrong.yaml").write_text("schema: kshc/1\n", encoding="utf-8")
    plan = kshc_cli.load(folder / "wrong.yaml")
    assert kshc_cli.check(plan)
    with pytest.raises(kshc_cli.FormError):
        kshc_cli.rows(plan, as_of=date(2024, 6, 1))


def test_a_plan_is_asked_with_the_log_beside_it(folder: Path) -> None:
    shutil.copy(EXAMPLES / "sound.yaml", folder / "plan.yaml")
    (folder / "progress.yaml").write_text("schema: kshc-progress/1\nentries: nothing\n", encoding="utf-8")
    plan = kshc_cli.load("plan.yaml")
    assert not kshc_cli.check(plan)
    assert kshc_cli.check(plan, of_log=True)
    with pytest.raises(kshc_cli.FormError):
        kshc_cli.rows(plan, as_of=date(2026, 6, 1))


def test_what_goes_wrong_says_it_in_a_sentence_with_file_and_line(folder: Path) -> None:
    (folder / "wrong.yaml").write_text("schema: kshc/1\n", encoding="utf-8")
    (folder / "progress.yaml").write_text("schema: kshc-progress/1\nentries: nothing\n", encoding="utf-8")
    plan = kshc_cli.load("wrong.yaml")
    asked: tuple[Callable[[], object], ...] = (
        *(lambda: plan.year, lambda: plan.office, lambda: plan.agencies),
        *(lambda: kshc_cli.read_agencies("x", plan), lambda: kshc_cli.render_docx(plan)),
    )
    for ask in asked:
        with pytest.raises(kshc_cli.KshcError, match=r"^wrong\.yaml: line 1: The field .* \(\d+ more errors?\)$"):
            ask()
    with pytest.raises(kshc_cli.FormError, match=r"^progress\.yaml: line 2: .*\w") as told:
        kshc_cli.rows(kshc_cli.load("plan.yaml"), as_of=date(2024, 6, 1))
    assert told.value.findings


def test_a_fleet_goes_on_past_what_cannot_be_used(folder: Path) -> None:
    shutil.copy(EXAMPLES / "sound.yaml", folder / "plan-2.yaml")
    (folder / "plan-1.yaml").write_text("schema: kshc/1\n", encoding="utf-8")
    (folder / "plan-3.yaml").write_bytes((folder / "plan.yaml").read_bytes())
    (folder / "progress-3.yaml").write_text("schema: kshc-progress/1\nentries: nothing\n", encoding="utf-8")
    fleet = kshc_cli.Fleet(folder)
    for _once_more in range(2):
        assert [Path(plan.path).name for plan in fleet] == ["plan-2.yaml", "plan.yaml"]
        assert [Path(place).name for place in fleet.broken] == ["plan-1.yaml", "plan-3.yaml"]
        assert [Path(str(why).partition(": line")[0]).name for why in fleet.broken.values()] == [
            "plan-1.yaml",
            "progress-3.yaml",
        ]
    with pytest.raises(kshc_cli.KshcError, match="there is no such file"):
        kshc_cli.Fleet(folder / "plan.yaml", folder / "nowhere.yaml")


@pytest.mark.parametrize("year", [0, 1989, 2200, 99999])
def test_a_year_that_no_plan_can_be_of_is_refused(year: int) -> None:
    with pytest.raises(kshc_cli.KshcError, match=f"^{year} is no year of a plan"):
        kshc_cli.read_time("Trước ngày 20 tháng 6", year=year)


@pytest.mark.usefixtures("folder")
def test_a_moment_is_no_day() -> None:
    moment = datetime(2024, 6, 1)  # noqa: DTZ001  with or without a zone
    with pytest.raises(kshc_cli.KshcError, match="is a moment"):
        kshc_cli.rows(kshc_cli.load("plan.yaml"), as_of=moment)
    with pytest.raises(kshc_cli.KshcError, match="is a moment"):
        kshc_cli.read_time("từ ngày ký", year=2024, issued=moment)


def test_a_wrong_register_beside_it_is_told(folder: Path) -> None:
    (folder / "laws.tsv").write_text("so\n", encoding="utf-8")
    with pytest.raises(kshc_cli.KshcError, match=r"laws\.tsv: line 1"):
        kshc_cli.load("plan.yaml")
