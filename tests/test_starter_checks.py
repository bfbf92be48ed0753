"""The checks that ``kshc init`` writes, run step by step as the forges do, with kshc installed from its wheel."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.test_init import HOA_SEN
from tests.conftest import ROOT, Kshc
from tests.test_package import published, uv

__all__ = ["published"]

SENDERS = ("gh", "curl")
"""What sends reminders: stands in for forges that no test can ask, and keeps what it was told."""


KEPT = {"HOME", "LANG", "PIP_INDEX_URL", "PIP_CONFIG_FILE"}
"""What of this machine's settings a step needs to install something."""


@dataclass(frozen=True)
class Runner:
    """A clean machine with Python, a clone of the office's repository, and what a forge sets there."""

    clone: Path
    environment: Path
    wheel: Path

    def run(self, script: str, settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a step as the forges do: in a shell that stops at the first error."""
        kept = {name: value for name, value in os.environ.items() if name in KEPT}
        path = os.pathsep.join([str(self.environment / "bin"), "/usr/bin", "/bin"])
        everything = kept | settings | {"PATH": path, "KSHC": str(self.wheel)}
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=self.clone, env=everything, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def sent(self) -> str:
        """Return what was told to whoever sends reminders, and the reminder itself."""
        told = self.environment / "sent"
        return told.read_text(encoding="utf-8") if told.exists() else ""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but pip, and the programs of a forge."""
    folder = tmp_path_factory.mktemp("machine") / "environment"
    uv("venv", "--seed", folder, "--python", sys.executable)
    for name in SENDERS:
        program = folder / "bin" / name
        told = f'{{ echo {name} "$@"; cat nhac-viec.md; }} > "{folder}/sent"'
        program.write_text(f"#!/bin/sh\n{told}\n", encoding="utf-8")
        program.chmod(0o755)
    return folder


@pytest.fixture
def runner(environment: Path, published: Path, tmp_path: Path) -> Iterator[Runner]:
    yield Runner(tmp_path / "clone", environment, next(published.glob("*.whl")))
    (environment / "sent").unlink(missing_ok=True)


def begun(kshc: Kshc, folder: Path, forge: str) -> dict[str, Any]:
    """Begin an office's repository; return its checks."""
    assert kshc("init", folder, *HOA_SEN, "--ci", forge).status == 0
    name = {"github": ".github/workflows/kshc.yml", "gitlab": ".gitlab-ci.yml"}[forge]
    checks: dict[str, Any] = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    return checks


def github_steps(checks: dict[str, Any], job: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the commands of a job with its settings; what GitHub itself fills in is filled in."""
    for step in checks["jobs"][job]["steps"]:
        if "run" in step:
            yield step["run"], {**checks["env"], **step.get("env", {}), "KSHC_TODAY": "2026-04-20"}


def gitlab_steps(checks: dict[str, Any], job: str) -> Iterator[tuple[str, dict[str, str]]]:
    settings = {**checks["variables"], "KSHC_TOKEN": "t", "CI_API_V4_URL": "https://g/api/v4", "CI_PROJECT_ID": "7"}
    for script in (*checks["before_script"], *checks[job]["script"]):
        yield script, settings | {"KSHC_TODAY": "2026-04-20"}


def told_findings(clone: Path) -> list[dict[str, Any]]:
    """Return what the report of code quality tells."""
    told: list[dict[str, Any]] = json.loads((clone / "kshc-validate.json").read_text(encoding="utf-8"))
    return told


def told_rules(clone: Path) -> list[str]:
    return [one["check_name"] for one in told_findings(clone)]


Steps = Callable[[Mapping[str, str]], Iterator[tuple[str, dict[str, str]]]]


def action_steps(inputs: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the commands of the repository's own GitHub action with their settings."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    given = {name: str(one["default"]) for name, one in action["inputs"].items()} | dict(inputs)

    def filled(words: str) -> str:
        name = re.fullmatch(r"\$\{\{ inputs\.(\w+)( \|\| github\.action_path)? \}\}", words)
        assert name is not None
        return given[name[1]] or (str(ROOT) if name[2] else "")

    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash"
        yield step["run"], {name: filled(words) for name, words in step["env"].items()}


def component_steps(inputs: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the commands of the repository's own GitLab component with their settings."""
    text = (ROOT / "templates" / "validate" / "template.yml").read_text(encoding="utf-8")
    spec, job = text.split("\n---\n")
    for name, one in yaml.safe_load(spec)["spec"]["inputs"].items():
        words = inputs[name] if "default" not in one else inputs.get(name, str(one["default"]))
        job = job.replace(f'"$[[ inputs.{name} ]]"', json.dumps(words)).replace(f"$[[ inputs.{name} ]]", words)
    assert "$[[" not in job
    ((_name, told),) = yaml.safe_load(job).items()
    for script in told["script"]:
        yield script, told["variables"]


STEPS = {"github": github_steps, "gitlab": gitlab_steps}


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_every_step_is_green_from_an_empty_folder_on(kshc: Kshc, runner: Runner, forge: str) -> None:
    checks = begun(kshc, runner.clone, forge)
    publish = "publish" if forge == "github" else "pages"
    for job in ("check", publish, "remind"):
        for script, settings in STEPS[forge](checks, job):
            done = runner.run(script, settings)
            assert done.returncode == 0, (script, done.stdout, done.stderr)
    page = (runner.clone / "public" / "index.html").read_text(encoding="utf-8")
    assert "Việc mẫu" in page
    assert b"BEGIN:VCALENDAR" in (runner.clone / "public" / "ke-hoach.ics").read_bytes()
    assert runner.sent().startswith({"github": "gh issue create --title", "gitlab": "curl --fail"}[forge])
    assert "## What is late\n" not in runner.sent()
    assert "Việc mẫu" in runner.sent()
    if forge == "gitlab":
        assert set(told_rules(runner.clone)) == {"sample-words"}


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_a_broken_plan_is_told_at_its_line_and_not_published(kshc: Kshc, runner: Runner, forge: str) -> None:
    checks = begun(kshc, runner.clone, forge)
    plan = runner.clone / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("time: Quý I ", "tiem: Quý I ")
    plan.write_text(text, encoding="utf-8")
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "tiem:" in words)
    for script, given in STEPS[forge](checks, "check"):
        done = runner.run(script, given)
    assert done.returncode == 1
    if forge == "github":
        assert f"::error file=plan.yaml,line={line}," in done.stdout
    else:
        (record,) = [one for one in told_findings(runner.clone) if one["check_name"] != "sample-words"]
        assert record["location"] == {"path": "plan.yaml", "lines": {"begin": line}}
    publish = "publish" if forge == "github" else "pages"
    (*_install, (script, given)) = STEPS[forge](checks, publish)
    assert runner.run(script, given).returncode != 0
    assert not (runner.clone / "public" / "index.html").exists()


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_nothing_due_reminds_nobody(kshc: Kshc, runner: Runner, forge: str) -> None:
    checks = begun(kshc, runner.clone, forge)
    for script, settings in STEPS[forge](checks, "remind"):
        assert runner.run(script, settings | {"KSHC_TODAY": "2026-01-05"}).returncode == 0
    assert runner.sent() == ""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_the_shell_of_the_checks_is_sound(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forge: str, language: str
) -> None:
    monkeypatch.setenv("KSHC_LANG", language)
    checks = begun(kshc, tmp_path, forge)
    jobs = checks["jobs"] if forge == "github" else ("check", "pages", "remind")
    for job in jobs:
        for script, _settings in STEPS[forge](checks, job):
            assert subprocess.run(["bash", "-n", "-c", script], check=True).returncode == 0
            assert shlex.split(script)


@pytest.mark.parametrize("steps", [action_steps, component_steps], ids=["action", "component"])
def test_what_other_repositories_include_checks_their_plans(kshc: Kshc, runner: Runner, steps: Steps) -> None:
    begun(kshc, runner.clone, "gitlab")
    second = runner.clone / "phòng ban" / "plan.yaml"
    second.parent.mkdir()
    text = (runner.clone / "plan.yaml").read_text(encoding="utf-8").replace("time: Quý I ", "tiem: Quý I ")
    second.write_text(text, encoding="utf-8")
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "tiem:" in words)
    given = {
        "kshc": str(runner.wheel),
        "language": "en",
        "files": "plan.yaml\nphòng ban/plan.yaml\n",
        "sarif": "x.sarif",
    }
    for script, settings in steps(given):
        done = runner.run(script, settings)
    assert done.returncode == 1, done.stderr
    if steps is action_steps:
        assert f"::error file=phòng ban/plan.yaml,line={line}," in done.stdout
        told = json.loads((runner.clone / "x.sarif").read_text(encoding="utf-8"))
        assert "unknown-key" in {one["ruleId"] for one in told["runs"][0]["results"]}
    else:
        assert {"path": "phòng ban/plan.yaml", "lines": {"begin": line}} in [
            one["location"] for one in told_findings(runner.clone)
        ]
        assert "There is no field “tiem”" in done.stdout
    for strict, status in (("false", 0), ("true", 1)):  # a new plan has a warning: its sample
        *_install, (script, settings) = steps({"kshc": str(runner.wheel), "strict": strict})
        assert runner.run(script, settings).returncode == status


@pytest.mark.parametrize("steps", [action_steps, component_steps], ids=["action", "component"])
def test_names_of_files_are_no_commands(kshc: Kshc, runner: Runner, steps: Steps) -> None:
    begun(kshc, runner.clone, "gitlab")
    *_install, (script, settings) = steps({"kshc": "unused", "files": '$(touch a)`touch a`";touch a;"'})
    assert runner.run(script, settings).returncode == 3
    assert not (runner.clone / "a").exists()
