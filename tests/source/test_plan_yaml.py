"""A plan that is written as YAML: read back to the same plan, and pleasant to read."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.plan.model import Plan
from kshc_cli.source.edit.plan_yaml import plan_yaml
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES, ROOT
from tests.source.plans import SMALL
from tests.source.test_properties import LETTERS

PLANS = (ROOT / "plan.yaml", EXAMPLES / "sound.yaml", *sorted((EXAMPLES / "rules").glob("*/*.yaml")))


def read(data: bytes) -> Plan:
    plan = read_plan_file(data).plan
    assert plan is not None
    return plan


def with_words(words: str) -> Plan:
    """Return the small plan with ``words`` in a scalar, in a list, in a compact record and beside other words."""
    plan = read(SMALL.encode())
    agency = plan.agencies[0].model_copy(update={"aliases": (words, "A"), "source": words})
    first, *others = plan.plan.columns or ()
    column = first.model_copy(update={"header": words})
    attached = plan.plan.model_copy(update={"subject": words, "preamble": (words, "B"), "columns": (column, *others)})
    return plan.model_copy(update={"agencies": (agency, *plan.agencies[1:]), "plan": attached})


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_plan_is_read_back(path: Path) -> None:
    plan = read_plan_file(path.read_bytes()).plan
    if plan is not None:  # a few examples are none
        written = read_plan_file(plan_yaml(plan).encode())
        assert (written.plan, written.findings) == (plan, ())


@pytest.mark.parametrize(
    "words",
    [
        *("null", "~", "no", "Yes", "1.10", "05", "1e3", "0x1f", "12:30", "2024-01-09", "=", "<<", ".inf"),
        *("-", "- x", "---"),
        *("a: b", "a:", ":a", "a #b", "#a", " a", "a ", "[?]", "{x}", "a, b", "&a", "*a", "!a", "|", ">-"),
        *("%a", "@a", "`a"),
        *("'", '"', "''", "\\", "a\\n", "'a' \"b\"", "a\nb", "a\n\nb", "\na", "a\n", " a\nb", "a\n  b"),
        *("a\n \nb", "a\r\nb"),
        *("\u00a0", "a\u00a0b", "a\u0085b", "a\u2028b", "\u200ba", "\ufeff", "a\tb", "“a”", "…", "?", "? a", "x" * 300),
        *("từ " * 80 + "cuối", "hai  dấu cách " * 30, "...", "text"),
    ],
)  # fmt: skip
def test_words_are_read_back_to_the_letter(words: str) -> None:
    plan = with_words(words)
    assert read(plan_yaml(plan).encode()) == plan


@settings(max_examples=300, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=40))
def test_any_words_are_read_back(words: str) -> None:
    plan = with_words(words)
    assert read(plan_yaml(plan).encode()) == plan


def test_keys_of_other_columns_may_be_any_identifier() -> None:
    plan = read(SMALL.encode())
    section = plan.plan.sections[0]
    table = section.tables[0]
    group = table.groups[0]
    others = {"text": "a", "null": "b", "1.10": "c", "no": "d"}
    for chosen in (others, {"text": "a"}):
        task = group.tasks[0].model_copy(update={"others": chosen})
        changed = table.model_copy(update={"groups": (group.model_copy(update={"tasks": (task,)}),)})
        sections = (section.model_copy(update={"tables": (changed,)}),)
        new = plan.model_copy(update={"plan": plan.plan.model_copy(update={"sections": sections})})
        assert read(plan_yaml(new).encode()) == new


def test_other_readers_of_yaml_see_words_too() -> None:
    """Whoever reads the file with types of its own gets words where words stand."""
    plan = with_words("010")
    data = yaml.safe_load(plan_yaml(plan))
    assert data["plan"]["subject"] == "010"
    assert data["plan"]["preamble"] == ["010", "B"]
    assert data["plan"]["columns"][0]["header"] == "010"


def test_it_is_laid_out_to_be_read() -> None:
    text = plan_yaml(read((ROOT / "plan.yaml").read_bytes()), {"agencies": "one\ntwo"})
    assert "\n# one\n# two\nagencies:\n  - id: van-phong\n" in text
    assert "    - {role: number, header: STT, width: 13}\n" in text
    assert '                - id: 1.1.1\n                  number: "1.1"\n                  content: Tham gia' in text
    assert '    - "Lưu: V[?]C, Cường."\n' in text
    assert "                  content: |-\n                    - Thống kê, rà soát" in text
    assert "  subject: >-\n    Ban hành Kế hoạch" in text
    assert "                    agencies: [van-phong, phong-vh-tt]\n" in text
    assert max(len(line) for line in text.splitlines() if " - " not in line) <= 121
