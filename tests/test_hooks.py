"""The pre-commit hook that an office's repository uses: its id, what it runs, and which files it takes."""

import re
import shlex

import yaml

from tests.conftest import EXAMPLES, ROOT, Kshc

HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]


def test_the_hook_runs_a_validation_of_the_files_it_is_given(kshc: Kshc) -> None:
    program, *words = shlex.split(HOOK["entry"])
    assert (HOOK["id"], program) == ("kshc-validate", "kshc")
    assert kshc(*words, EXAMPLES / "sound.yaml").status == 0
    assert kshc(*words, EXAMPLES / "rules" / "bad-rrule" / "misspelt.yaml", EXAMPLES / "sound.yaml").status == 1


def test_it_takes_plans_wherever_they_lie() -> None:
    taken = [
        name for name in ("plan.yaml", "2026/plan.yml", "myplan.yaml", "plan.txt") if re.search(HOOK["files"], name)
    ]
    assert taken == ["plan.yaml", "2026/plan.yml"]
