"""A grammar of another package reads words of times that kshc does not, everywhere alike; a bad one is one finding."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kshc_cli import check, load, read_time, rows
from kshc_cli.editor.hover import hover
from kshc_cli.editor.texts import Texts
from kshc_cli.plugins import guarded
from tests.conftest import ROOT, Kshc
from tests.editor.plans import fields
from tests.plugins.packages import Packages
from tests.plugins.test_remembered import aged

WORDS = "Trước kỳ giao ban tháng 6"
SOUND = """
    from datetime import date
    from kshc_cli.plugins import Deadline

    def it(words, *, year, issued):
        return Deadline(date(year, 6, 20)) if "kỳ giao ban tháng 6" in words else None
"""
_MADE = "from datetime import date, datetime\nfrom kshc_cli.plugins import *\nfrom kshc_cli import plugins as p\n"


def returning(made: str) -> str:
    return f"{_MADE}\ndef it(words, *, year, issued):\n    return {made}\n"


BAD = {
    "import that fails": ("import nowhere_at_all\n", "it failed: ModuleNotFoundError: No module named"),
    "no function": ("it = 3\n", "is nothing that can be called"),
    "raises": (returning("words[99]"), "it failed: IndexError: string index out of range (asked for “Trước kỳ"),
    "leaves": ("def it(words, **rest):\n    raise SystemExit\n", "it failed: SystemExit"),
    "takes no year": ("def it(words):\n    return None\n", "it failed: TypeError"),
    "hangs": ("import time\ndef it(words, **rest):\n    time.sleep(60)\n", "it took longer than 0.2 seconds"),
    "words": (returning("'2024-06-20'"), "it returned no parts of a time"),
    "a day": (returning("date(2024, 6, 20)"), "it returned no parts of a time"),
    "no part": (returning("()"), "it returned no parts of a time"),
    "one that is none": (returning("[p.Continuous(), None]"), "it returned no parts of a time"),
    "too many": (returning("[p.Continuous()] * 101"), "it returned no parts of a time"),
    "a moment": (returning("p.Deadline(datetime(2024, 6, 20))"), "it returned no parts of a time"),
    "no day": (returning("p.Deadline(None)"), "it returned no parts of a time"),
    "a day of long ago": (returning("p.Deadline(date(24, 6, 20))"), "it returned no parts of a time"),
    "a day in words": (returning("p.Deadline('2024-06-20')"), "it returned no parts of a time"),
    "turned round": (returning("p.Window(date(2024, 7, 1), date(2024, 6, 1))"), "it returned no parts of a time"),
    "half a window": (returning("p.Window(date(2024, 7, 1), None)"), "it returned no parts of a time"),
    "no rule": (returning("p.Recurring('FREQ=FORTNIGHTLY')"), "it returned no parts of a time"),
    "too fine": (returning("p.Recurring('FREQ=SECONDLY')"), "it returned no parts of a time"),
    "a rule without end": (
        returning("p.Recurring('FREQ=DAILY;BYDAY=' + 'MO,' * 999 + 'MO')"),
        "it returned no parts of a",
    ),
    "never": (returning("p.Recurring('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')"), "it returned no parts of a time"),
    "no event": (returning("p.OnEvent('')"), "it returned no parts of a time"),
    "half a sign": (returning(r"p.OnEvent('\ud83d')"), "it returned no parts of a time"),
    "no unit": (returning("p.Relative(3, 'week', None)"), "it returned no parts of a time"),
    "no amount": (returning("p.Relative(True, 'day', None)"), "it returned no parts of a time"),
    "role in words": (returning("p.Continuous(role='report')"), "it returned no parts of a time"),
    "a class of its own": (
        f"{_MADE}class C(p.Continuous): pass\ndef it(words, **rest):\n    return C()\n",
        "it returned no parts of a time",
    ),
    "not filled": (returning("object.__new__(p.Deadline)"), "it returned no parts of a time"),
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan of Sa Đéc with words that kshc leaves unread: of 1.2.2 all, of 1.3.1 some."""
    text = (ROOT / "plan.yaml").read_text(encoding="utf-8")
    first, rest = text.split("time: Trong tháng 6 năm 2024", 1)
    text = f"{first}time: {WORDS}{rest.replace('time: Thường xuyên', f'time: Thường xuyên; {WORDS.lower()}', 1)}"
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def told(kshc: Kshc, plan: Path) -> list[dict[str, str]]:
    (file,) = json.loads(kshc("validate", plan, "--format", "json").out)["files"]
    return [one for one in file["findings"] if one["rule"] in ("plugin-failed", "unread-time")]


def unread(found: list[dict[str, str]]) -> int:
    return sum("kỳ giao ban" in one["message"] for one in found if one["rule"] == "unread-time")


def test_what_kshc_leaves_unread_is_read_and_nothing_else(kshc: Kshc, plan: Path, packages: Packages) -> None:
    asked = SOUND.replace("return", "__import__('pathlib').Path(__file__).with_name(words + '.asked').touch(); return")
    assert unread(told(kshc, plan)) == 2
    packages.add("phrases", asked, name="meetings")
    assert [one["message"] for one in told(kshc, plan)] == [
        "A part of the time is illegible, so no date can be computed."
    ]
    assert {one.stem for one in packages.folder.glob("*.asked")} == {WORDS, WORDS.lower()}


def test_it_says_by_whom_it_was_read(
    kshc: Kshc, plan: Path, packages: Packages, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.add("phrases", SOUND, name="meetings")
    named = "--plan", plan
    tasks = {one["id"]: one for one in json.loads(kshc(*named, "list", "--format", "json").out)["tasks"]}
    parts = [(one["kind"], one.get("read_by"), one["words"]) for one in tasks["1.3.1"]["reading"]]
    assert parts == [("continuous", None, "Thường xuyên"), ("deadline", "office/meetings", WORDS.lower())]
    assert not tasks["1.2.2"]["unread"]
    assert json.loads(kshc(*named, "read", WORDS, "--format", "json").out)["parts"][0]["read_by"] == "office/meetings"
    assert f"by 20/06/2024 (read by the plug-in office/meetings)  ← {WORDS}" in kshc(*named, "show", "1.2.2").out
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert f"20/06/2024 (theo phần bổ sung office/meetings)  ← {WORDS}" in kshc(*named, "show", "1.2.2").out
    assert "cụm từ meetings: office 1.2\n" in kshc("--version", "-v").out


def test_the_library_and_an_editor_have_it_too(plan: Path, packages: Packages) -> None:
    packages.add("phrases", SOUND, name="meetings")
    (part,) = read_time(WORDS, year=2026).parts
    assert (part.read_by, part.words) == ("office/meetings", WORDS)
    loaded = load(plan)
    assert not [one for one in check(loaded) if one.rule == "unread-time" and "giao ban" in one.message]
    due = {str(row.due) for row in rows(loaded, as_of=date(2024, 6, 1)) if row.task == "1.2.2"}
    assert due == {"2024-06-20"}
    text = plan.read_text(encoding="utf-8")
    told = hover(Texts(text), fields("plan"), text.index(WORDS), of_log=False)
    assert told is not None
    assert "read by the plug-in office/meetings" in told.text


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_grammar_is_one_finding(
    kind: str, kshc: Kshc, plan: Path, packages: Packages, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, reason = BAD[kind]
    monkeypatch.setattr(guarded, "SECONDS", 0.2 if "longer than" in reason else 60.0)
    without = told(kshc, plan)
    packages.add("phrases", code)
    found = told(kshc, plan)
    (failed,) = [one for one in found if one["rule"] == "plugin-failed"]
    assert failed["severity"] == "warning"
    assert failed["message"].startswith("The plug-in “it” of the package office 1.2 cannot be used: ")
    assert reason in failed["message"]
    assert [one for one in found if one is not failed] == without
    listed = kshc("--plan", plan, "list", "--format", "json")
    assert listed.status == 0
    assert sum(bool(one["unread"]) for one in json.loads(listed.out)["tasks"]) == 3


def test_words_for_which_it_fails_stay_unread_and_others_are_read(kshc: Kshc, plan: Path, packages: Packages) -> None:
    packages.add("phrases", returning("p.Deadline(date(year, 6, 20)) if words[0] == 'T' else words[999]"))
    found = told(kshc, plan)
    assert unread(found) == 1
    assert [one["rule"] for one in found].count("plugin-failed") == 1
    packages.add("phrases", returning("(print('x'), p.Deadline(date(year, 6, 20)))[1]"), package="loud")
    found = told(kshc, plan)
    assert unread(found) == 0
    assert [one["rule"] for one in found].count("plugin-failed") == 2


def test_two_that_disagree_read_nothing(kshc: Kshc, plan: Path, packages: Packages) -> None:
    packages.add("phrases", SOUND)
    packages.add("phrases", SOUND, package="same")
    assert (unread(told(kshc, plan)), len(told(kshc, plan))) == (0, 1)
    packages.add("phrases", SOUND.replace("6, 20", "6, 21"), package="third")
    found = told(kshc, plan)
    assert unread(found) == 2
    (failed,) = [one for one in found if one["rule"] == "plugin-failed"]
    assert "it reads “Trước kỳ giao ban tháng 6” otherwise than office/it" in failed["message"]


def test_it_may_ask_kshc_itself(packages: Packages) -> None:
    code = "kshc_cli.read_time(words.replace('kỳ giao ban tháng', 'ngày 20 tháng'), year=year).parts"
    packages.add("phrases", f"import kshc_cli\n{returning(code)}")
    (part,) = read_time(WORDS, year=2026).parts
    assert (str(getattr(part, "due", "")), part.read_by, part.words) == ("2026-06-20", "office/it", WORDS)
    assert read_time("Ngày kỳ giao ban", year=2026).unread == ("Ngày kỳ giao ban",)


def test_every_command_of_a_new_process_reads_alike(
    plan: Path, packages: Packages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process of its own and in workers, remembered or not, with plug-ins and without."""
    packages.add("phrases", SOUND, name="meetings")
    aged(packages.folder)
    many = tmp_path / "plans"
    for number in range(30):
        (many / str(number)).mkdir(parents=True)
        (many / str(number) / "plan.yaml").write_bytes(plan.read_bytes())
    monkeypatch.setenv("PYTHONPATH", str(packages.folder))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("KSHC_CACHE")

    def said(*arguments: str | Path, plugins: str = "") -> str:
        command = [sys.executable, "-m", "kshc_cli", *map(str, arguments), "--today", "2024-06-01"]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
            env={**os.environ, "KSHC_PLUGINS": plugins},
        )  # fmt: skip
        return done.stdout + done.stderr

    due = "due", "--month", "6", "--agency", "van-phong", "--role", "lead", "--format", "csv", "--keys"
    for _again in range(2):
        for plans, count in ((plan, 1), (many, 30)):
            assert said("--plan", plans, *due).count("1.2.2,2.2,") == count
            assert said("--plan", plans, *due, plugins="0").count("1.2.2,2.2,") == 0
    extend = "extend", "1.2.2", "--due", "2024-07-10", "--by", "QĐ số 45/QĐ-UBND", "--dry-run"
    assert "old last day 20/06/2024" in said(*extend)
    assert "by 20/06/2024" in said("read", WORDS, "--year", "2024")
