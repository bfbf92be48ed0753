"""Plans that are edited, as the plain data that their files hold."""

import random
import unicodedata
from copy import deepcopy
from typing import Any, Final

import yaml
from pydantic_core import ValidationError

from kshc_cli.plan.model import Plan
from tests.conftest import EXAMPLES, ROOT

Data = dict[str, Any]

SAMPLES: Final = (ROOT / "plan.yaml", EXAMPLES / "sound.yaml", EXAMPLES / "prose.yaml")


def data_of(text: str) -> Data:
    """Return what a plan's text holds, every scalar as text."""
    found: Data = _with_nothing(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  it makes only plain values
    return found


def _with_nothing(value: Any) -> Any:  # noqa: ANN401  plain data
    """Return data with what YAML spells null, true and false."""
    match value:
        case dict():
            return {key: _with_nothing(one) for key, one in value.items()}
        case list():
            return [*map(_with_nothing, value)]
        case _:
            return {"null": None, "": None, "true": True, "false": False}.get(value, value)


def plan_of(data: Data) -> Plan | None:
    """Return the plan of such data, if it is one."""
    try:
        return Plan.model_validate(data)
    except ValidationError:
        return None


def sure_plan(data: Data) -> Plan:
    """Return the plan of data that is one."""
    plan = plan_of(data)
    assert plan is not None
    return plan


def large(groups: int, tasks: int) -> Data:
    """Return a plan of so many groups, each with so many tasks, no two of which say the same."""
    data = deepcopy(data_of((EXAMPLES / "sound.yaml").read_text(encoding="utf-8")))
    table = {
        "heading": "1. Các nhiệm vụ",
        "groups": [
            {"heading": f"{group + 1}. Nhóm {group + 1}", "tasks": [task(group, number) for number in range(tasks)]}
            for group in range(groups)
        ],
    }
    data["plan"]["sections"] = [{"heading": "I. NỘI DUNG", "tables": [table]}]
    return data


def task(group: int, number: int) -> Data:
    """Return a task with words of its own."""
    return {
        "id": f"1.{group + 1}.{number + 1}",
        "number": f"{group + 1}.{number + 1}",
        "content": f"Tổ chức việc a{group}x{number} theo hướng dẫn b{group}x{number} của cấp trên",
        "lead": "Văn phòng",
        "coop": "Phòng Kinh tế",
        "result": "Báo cáo",
        "time": f"Trong tháng {number % 11 + 1} năm 2026",
    }


def _leaves(value: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the ways to all values of data, those of lists and mappings too."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for step, one in steps for found in ((*way, step), *_leaves(one, (*way, step)))]


def mutate(data: Data, drawn: random.Random) -> None:
    """Change one value anywhere: take it away, double it, swap it with the next, reword it, recompose its letters."""
    way = drawn.choice(_leaves(data))
    place: Any = data
    for above in way[:-1]:
        place = place[above]
    step: Any = way[-1]
    value = place[step]
    change = drawn.choice(["drop", "double", "swap", "reword", "recompose"])
    if change == "drop":
        del place[step]
    elif change == "double" and isinstance(place, list):
        place.insert(step, deepcopy(value))
    elif change == "swap" and isinstance(place, list):
        other = drawn.randrange(len(place))
        place[step], place[other] = place[other], place[step]
    elif isinstance(value, str):
        other_words = drawn.choice(["2026", "Mới", "x"])
        place[step] = unicodedata.normalize("NFD", value) if change == "recompose" else other_words
