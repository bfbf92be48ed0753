"""What the tests of documents share: the plan of Sa Đéc, the template, the document that they make."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.plan.model import Plan
from kshc_cli.source.yaml.text import read_yaml
from tests.conftest import ROOT

TEMPLATE = ROOT / "templates" / "quyet-dinh-ke-hoach.docx"

Changed = Callable[[Callable[[Any], None]], Plan]


@pytest.fixture(scope="session")
def typed() -> Any:  # noqa: ANN401  whatever YAML holds
    """Return the plan of Sa Đéc as it was typed."""
    return read_yaml((ROOT / "plan.yaml").read_bytes()).data


@pytest.fixture(scope="session")
def plan(typed: Any) -> Plan:  # noqa: ANN401  whatever YAML holds
    """Return the plan of Sa Đéc."""
    return Plan.model_validate(typed)


@pytest.fixture(scope="session")
def changed(typed: Any) -> Changed:  # noqa: ANN401  whatever YAML holds
    """Return the plan of Sa Đéc after a change to what was typed."""

    def change(edit: Callable[[Any], None]) -> Plan:
        data = copy.deepcopy(typed)
        edit(data)
        return Plan.model_validate(data)

    return change


@pytest.fixture(scope="session")
def template() -> bytes:
    """Return the default template."""
    return TEMPLATE.read_bytes()


@pytest.fixture(scope="session")
def document(plan: Plan, template: bytes) -> bytes:
    """Return the Word file of the plan of Sa Đéc."""
    return render_decision(plan, template)
