"""A rule of another package finds what it looks for; a bad one is one finding, and everything else goes on."""

import json
from pathlib import Path

import pytest

from kshc_cli import check, load
from kshc_cli.plugins import guarded
from tests.conftest import Kshc
from tests.plugins.packages import Packages

SOUND = """
    from kshc_cli.plugins import Fault

    def it(plan):
        for task in plan.tasks:
            if task.id == "3.2.1":
                said = f"{plan.year} {task.lead_agencies[0]} {task.times[0].kind}", "Do it.", "Sai.", "Sửa."
                yield Fault(task.at("time"), *said, severity="error")
"""

BAD = {
    "import that fails": ("import nowhere_at_all\n", "it failed: ModuleNotFoundError: No module named"),
    "syntax": ("def it(:\n", "it failed: SyntaxError"),
    "import that leaves": ("import sys\nsys.exit(0)\n", "it failed: SystemExit: 0"),
    "import that prints": ("print('{}')\ndef it(plan): return []\n", "it printed to standard output: “{}”"),
    "nothing of that name": ("other = 1\n", "it failed: AttributeError"),
    "no function": ("it = 3\n", "is nothing that can be called"),
    "raises": ("def it(plan):\n    yield from plan.tasks[99999]\n", "it failed: IndexError: tuple index out of range"),
    "raises in a long sentence": (
        "def it(plan):\n    raise ValueError('x\\x1b[31m' * 999)\n",
        "it failed: ValueError: x [31m",
    ),
    "leaves": ("def it(plan):\n    raise SystemExit\n", "it failed: SystemExit"),
    "nothing": ("def it(plan):\n    pass\n", "it failed: TypeError"),
    "words": ("def it(plan):\n    return ['wrong']\n", "it returned something else than kshc_cli.plugins.Fault"),
    "blank": (
        "from kshc_cli.plugins import Fault\ndef it(plan):\n    return [Fault((), ' ', '')]\n",
        "it returned something else than kshc_cli.plugins.Fault",
    ),
    "no path": (
        "from kshc_cli.plugins import Fault\ndef it(plan):\n    return [Fault('time', 'm', 'r')]\n",
        "it returned something else than kshc_cli.plugins.Fault",
    ),
    "no severity": (
        "from kshc_cli.plugins import Fault\ndef it(plan):\n    return [Fault((), 'm', 'r', severity='bad')]\n",
        "it returned something else than kshc_cli.plugins.Fault",
    ),
    "without an end": (
        "from kshc_cli.plugins import Fault\ndef it(plan):\n    while True:\n        yield Fault((), 'm', 'r')\n",
        "or too much of it",
    ),
    "prints": ("def it(plan):\n    print('[]')\n    return []\n", "it printed to standard output: “[]”"),
    "hangs": ("import time\ndef it(plan):\n    time.sleep(60)\n", "it took longer than 0.2 seconds"),
    "goes round": ("def it(plan):\n    while True:\n        pass\n", "it took longer than 0.2 seconds"),
    "cancels": ("import asyncio\ndef it(plan):\n    raise asyncio.CancelledError\n", "it failed: CancelledError"),
    "ends": ("def it(plan):\n    raise GeneratorExit\n", "it failed: GeneratorExit"),
    "bare": ("def it(plan):\n    raise BaseException('b')\n", "it failed: BaseException: b"),
    "group": (
        "def it(plan):\n    raise BaseExceptionGroup('g', [KeyboardInterrupt()])\n",
        "it failed: BaseExceptionGroup: g (1 sub-exception)",
    ),
    "no words": (
        "class E(Exception):\n    def __str__(self): raise BaseException\ndef it(plan):\n    raise E\n",
        "it failed: E.",
    ),
    "import that cancels": ("import asyncio\nraise asyncio.CancelledError\n", "it failed: CancelledError"),
    "closes": ("import sys\ndef it(plan):\n    sys.stdout.close()\n    return []\n", "it closed standard output"),
    "words of its own kind": (
        (
            "from kshc_cli.plugins import Fault\nclass S(str):\n    def split(self, *a): raise ValueError\n"
            "def it(plan):\n    return [Fault((), S('m'), 'r')]\n"
        ),
        "it returned something else than kshc_cli.plugins.Fault",
    ),
    "path of its own kind": (
        (
            "from kshc_cli.plugins import Fault\nclass T(tuple):\n    def __iter__(self): raise ValueError\n"
            "def it(plan):\n    return [Fault(T(('year',)), 'm', 'r')]\n"
        ),
        "it returned something else than kshc_cli.plugins.Fault",
    ),
    "asks": ("def it(plan):\n    input()\n", "it failed: EOFError"),
}


def told(kshc: Kshc, plan: Path) -> list[dict[str, str]]:
    (file,) = json.loads(kshc("validate", plan, "--format", "json").out)["files"]
    return [one for one in file["findings"] if "/" in one["rule"] or one["rule"].startswith("plugin")]


def test_a_rule_sees_the_readings_and_tells_a_place(kshc: Kshc, plan_file: Path, packages: Packages) -> None:
    packages.add("rules", SOUND, name="seen")
    assert [(one["rule"], one["severity"], one["message"]) for one in told(kshc, plan_file)] == [
        ("office/seen", "error", "2024 phong-vh-tt continuous")
    ]
    assert kshc("validate", plan_file).status == 1
    (found,) = [one for one in check(load(plan_file)) if one.rule == "office/seen"]
    assert found.place
    assert "time: " in found.place.source
    assert found.remedy == "Do it."


def test_it_speaks_vietnamese(kshc: Kshc, plan_file: Path, packages: Packages, monkeypatch: pytest.MonkeyPatch) -> None:
    packages.add("rules", SOUND, name="seen")
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert "Sai. [office/seen]" in kshc("validate", plan_file).out


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_rule_is_one_finding(
    kind: str, kshc: Kshc, plan_file: Path, packages: Packages, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, reason = BAD[kind]
    monkeypatch.setattr(guarded, "SECONDS", 0.2 if "longer than" in reason else 60.0)
    without = json.loads(kshc("validate", plan_file, "--format", "json").out)["files"][0]["findings"]
    packages.add("rules", code)
    packages.add("rules", SOUND, name="seen", package="sound")
    failed, sound = sorted(told(kshc, plan_file), key=lambda one: one["rule"] != "plugin-failed")
    assert sound["rule"] == "sound/seen"
    assert failed["severity"] == "warning"
    assert failed["message"].startswith("The plug-in “it” of the package office 1.2 cannot be used: ")
    assert reason in failed["message"]
    assert len(failed["message"]) < 400
    assert failed["remedy"].startswith("Tell who wrote it; update or uninstall office")
    (file,) = json.loads(kshc("validate", plan_file, "--format", "json").out)["files"]
    assert [one for one in file["findings"] if one not in (failed, sound)] == without
    assert kshc("validate", plan_file, "--strict").status == 1


def test_they_can_be_turned_off_and_are_listed(
    kshc: Kshc, plan_file: Path, packages: Packages, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.add("rules", SOUND, name="seen")
    packages.add("fonts", SOUND, package="unheard-of")
    line = "rule seen: office 1.2\n"
    assert line in kshc("--version", "-v").out
    assert kshc("-v", "--version").out == kshc("--version", "-v").out
    assert line not in kshc("--version").out
    monkeypatch.setenv("KSHC_PLUGINS", "0")
    assert told(kshc, plan_file) == []
    assert "No plug-ins are installed." in kshc("--version", "-v").out


def test_none_comes_with_the_plan(
    kshc: Kshc, plan_file: Path, packages: Packages, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.add("rules", SOUND, name="seen")
    monkeypatch.chdir(packages.folder)
    assert told(kshc, plan_file) == []


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("entry_points.txt", b"[kshc.rules]\nnothing\n"),
        ("entry_points.txt", b"[kshc.rules]\nit = \xff\xfe:it\n"),
        ("METADATA", b"\xff\xfe"),
    ],
)
def test_a_damaged_package_is_one_finding(
    kshc: Kshc, plan_file: Path, packages: Packages, file: str, data: bytes
) -> None:
    packages.add("rules", SOUND)
    packages.add("rules", SOUND, name="seen", package="sound")
    (packages.folder / "office-1.2.dist-info" / file).write_bytes(data)
    assert [one["rule"] for one in told(kshc, plan_file)] == ["plugin-failed", "sound/seen"]
    said = "The plug-in “entry_points.txt” of the package office 1.2 cannot be used: it failed: "
    assert said in kshc("validate", plan_file).out
    version = kshc("--version", "-v").out
    assert version.count(said) == 1
    assert "rule seen: sound 1.2\n" in version


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "junit", "sarif"])
def test_its_words_do_nothing_but_say(kshc: Kshc, plan_file: Path, packages: Packages, form: str) -> None:
    said = "a\\x1b[31m\\x07\\u202e\\ud800 b\\n::error::c"
    code = f"""
        from kshc_cli.plugins import Fault

        def it(plan):
            return [Fault(("year",), "{said}" + "y" * 5_000_000, "{said}")]
    """
    packages.add("rules", code)
    out = kshc("validate", plan_file, "--format", form).out
    assert "a [31m b ::error::cyyy" in out
    assert not {"\x1b", "\x07", "\u202e", "\ud800"} & set(out)
    assert "\\u001b" not in out
    assert "y" * 500 not in out
