"""What is frozen of the records says the same as pydantic itself."""

# ruff: noqa: ANN401  plain data of any shape

import pickle
import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kshc_cli.plan.model import Column, Plan, Task
from kshc_cli.plan.record import Record, validator
from kshc_cli.source.yaml.text import read_yaml
from kshc_cli.tracking.progress_log import EntryRecord, ProgressLog
from tests.conftest import ROOT
from tests.locked import made_with
from tools import frozen

PLAN: Any = read_yaml((ROOT / "plan.yaml").read_bytes()).data
LOG: Any = {
    "schema": "kshc-progress/1",
    "entries": [
        {
            "date": "2024-06-28",
            "what": "done",
            "task": "1",
            "document": {"number": "1"},
            "entered": "2024-07-03",
            "id": "1",
        },
        {
            "date": "2024-07-03",
            "what": "extended",
            "task": "1",
            "due": "2024-08-01",
            "by": "b",
            "entered": "2024-07-03",
            "id": "b",
        },
    ],
}
VALUES = st.sampled_from(
    [
        *(None, "", "x", "1", "-1", "0x7", True, [], {}, ["x"], "2024-02-30", "2024-01-01", "other", "2024", "A" * 61),
        {"text": "x"},
        {"text": "x", "reading": [{"kind": "window", "start": "2024-01-01", "end": "x"}]},
        {"text": "x", "reading": [{"kind": "x"}]},
        {"text": "x", "agencies": []},
        [{"kind": "relative", "amount": "1001", "unit": "day"}],
    ]
)


def _spots(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [spot for key, value in items for spot in ((*path, key), *_spots(value, (*path, key)))]


def _changed(data: Any, path: tuple[Any, ...], value: object, *, gone: bool) -> Any:
    new = deepcopy(data)
    place = new
    for step in path[:-1]:
        place = place[step]
    if gone:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return new


def _verdict(check: Any, data: Any) -> object:
    try:
        return check.validate_python(data)
    except ValidationError as error:
        return error.errors(include_url=False)


@pytest.mark.parametrize(("record", "data"), [(Plan, PLAN), (ProgressLog, LOG)])
@given(choice=st.data())
def test_verdicts_are_those_of_pydantic(record: type[Record], data: Any, choice: st.DataObject) -> None:
    path = choice.draw(st.sampled_from(_spots(data)))
    changed = _changed(data, path, choice.draw(VALUES), gone=choice.draw(st.booleans()))
    assert _verdict(validator(record), changed) == _verdict(TypeAdapter(record), changed)


@made_with("pydantic")
@pytest.mark.parametrize("path", frozen.files(), ids=lambda path: path.parent.name)
def test_what_is_frozen_is_fresh(path: Any) -> None:
    assert path.read_bytes() == frozen.files()[path]


def test_records_are_values() -> None:
    plan = Plan.model_validate(PLAN)
    assert plan == Plan.model_validate(PLAN)
    assert plan != plan.model_copy({"year": 2025})
    assert plan.model_copy({"year": 2025}).year == 2025
    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301  our own
    assert hash(Column(role="lead", header="x")) == hash(Column(role="lead", header="x"))
    assert "header='x'" in repr(Column(role="lead", header="x"))
    with pytest.raises(AttributeError):
        plan.year = 2025  # type: ignore[misc]


def test_a_record_made_in_code_is_checked() -> None:
    with pytest.raises(ValidationError):
        Column(role="lead", header="")
    with pytest.raises(ValidationError):
        EntryRecord.model_validate({"what": "done"})


def test_no_default_is_shared() -> None:
    first, second = (
        Task.model_validate({"id": "1", "number": None, "content": "x", "lead": "A", "time": "B"}) for _ in "12"
    )
    assert first.others == {}
    assert first.others is not second.others


def test_no_question_about_a_sound_plan_loads_pydantic() -> None:
    code = "import sys; from kshc_cli.app import main; main(sys.argv[1:]); print('pydantic' in sys.modules)"
    for question in (["list"], ["validate"], ["status"], ["due", "--month", "6"], ["show", "1.2.1"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *question], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == "False", question
