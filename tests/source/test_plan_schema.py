"""The JSON Schema: fresh, documented, and in agreement with kshc about what is a plan."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kshc_cli.plan.given import GivenRecurring
from kshc_cli.source.plan_schema import plan_schema
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.record_schema import numerals
from tests.source.plans import EXAMPLES, SMALL, SMALL_FILE, small_with

SCHEMA_FILE = Path(__file__).parents[2] / "schemas" / "plan.schema.json"

STRUCTURE = (
    *("unknown-key", "missing-field", "wrong-type", "wrong-value", "impossible-date", "date-format"),
    *("groups-or-tasks", "decision-or-issuance", "column-key"),
)
MERGED_BY_OTHERS = "merge-key"
"""Other YAML readers resolve ``<<`` before the schema sees it."""

SOUND = [
    ("id: 1.10", "id: 1.20"),
    ("number: null", "number: 05"),
    ("number: null", 'number: "05"'),
    ("date: 2024-01-09", "date: '2024-01-09'"),
    ("date: 2024-01-09", "date:"),
    ("time: Trong tháng 6 năm 2024", "time: 2025"),
    ("time: Trong tháng 6 năm 2024", "time: ~"),
    ("time: Trong tháng 6 năm 2024", "time: {text: x, reading: [{kind: window, start: 2024-01-01, end: 2024-02-01}]}"),
    ("time: Trong tháng 6 năm 2024", "time: {text: x, reading: [{kind: relative, amount: 5, unit: working_day}]}"),
    ("time: Trong tháng 6 năm 2024", "time: {text: x, reading: null}"),
    ("lead: Văn phòng HĐND&UBND\n", "lead: no\n"),
    ("open: true", "open: false"),
    ("result: Quyết định", "result: null"),
    ("result: Quyết định", "others: {ghi-chu: Làm thử, 1.1: null, 2: 3.5}"),
    ("{role: time, header: Thời gian, width: 30}", "{role: other, key: ghi-chu, header: Ghi chú, width: 30}"),
    ("heading: I. NỘI DUNG", "paragraphs: [Gồm có]"),
    ('  reference: "(Kèm theo Quyết định số {number} {date})"\n', ""),
    ("schema: kshc/1", "schema: kshc/1\nissuance:"),
]


def check(*files: Path) -> dict[str, Any]:
    """Validate plans as another tool does; return what check-jsonschema reports."""
    command = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", str(SCHEMA_FILE)]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def test_the_schema_is_a_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(SCHEMA_FILE)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_other_tools_accept_what_kshc_accepts(tmp_path: Path) -> None:
    files = [SMALL_FILE]
    for number, (old, new) in enumerate(SOUND):
        data = small_with(old, new)
        assert read_plan_file(data).findings == (), new
        files.append(tmp_path / f"{number}.yaml")
        files[-1].write_bytes(data)
    report = check(*files)
    assert (report["status"], report.get("errors", [])) == ("ok", [])


def test_other_tools_refuse_what_kshc_refuses() -> None:
    files = {str(path) for rule in STRUCTURE for path in EXAMPLES.glob(f"{rule}/*.yaml")}
    report = check(*map(Path, sorted(files)))
    accepted = files - {error["filename"] for error in report["errors"]}
    assert report["parse_errors"] == []
    assert {Path(name).stem for name in accepted} == {MERGED_BY_OTHERS}


def objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "Plan", schema
    yield from schema["definitions"].items()


def test_every_object_is_closed_and_every_field_is_explained() -> None:
    for name, part in objects(plan_schema()):
        assert part["additionalProperties"] is False, name
        assert part["description"], name
        for key, field in part["properties"].items():
            assert field["description"], (name, key)
            assert key == "kind" or field["title"], (name, key)
            assert "$ref" not in field, (name, key)


def test_descriptions_are_the_docstrings_of_the_fields() -> None:
    definitions = plan_schema()["definitions"]
    assert definitions["Task"]["properties"]["lead"]["description"] == "Who leads."
    assert definitions["Task"]["properties"]["lead"]["title"] == "Cơ quan chủ trì"
    assert definitions["TimeWords"]["properties"]["text"]["description"] == "The words exactly as printed."
    assert definitions["GivenRecurring"]["description"] == GivenRecurring.__doc__
    assert "\n\nWithout BYMONTHDAY" in definitions["GivenRecurring"]["properties"]["rrule"]["description"]


def test_a_cell_is_words_or_a_mapping_or_nothing() -> None:
    lead = plan_schema()["definitions"]["Task"]["properties"]["lead"]
    words, mapping, nothing = lead["anyOf"]
    assert words == {"type": ["string", "number"], "minLength": 1}
    assert mapping == {"$ref": "#/definitions/AgencyWords"}
    assert nothing == {"type": "null"}


@pytest.mark.parametrize("record", ["Table", "AttachedPlan"])
def test_a_list_that_may_be_left_out_offers_no_default(record: str) -> None:
    assert not any(
        field.get("default") in ([], ()) for field in plan_schema()["definitions"][record]["properties"].values()
    )


def test_the_schema_says_where_the_small_plan_is_wrong(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(SMALL.replace("place: Sa Đéc", "plaza: Sa Đéc"), encoding="utf-8")
    assert [error["path"] for error in check(broken)["errors"]] == ["$.issuer", "$.issuer"]


@pytest.mark.parametrize(
    "span",
    [
        *("0-0", "0-9", "3-7", "1-10", "1-12", "1-31", "9-11", "10-19", "12-34", "19-30", "1-100", "99-101", "1-999"),
        *("100-250", "123-456", "199-201", "1000-1999", "1999-2000", "2024-2024", "1990-2100"),
    ],
)
def test_a_pattern_of_whole_numbers_takes_those_of_its_span(span: str) -> None:
    low, high = map(int, span.split("-"))
    pattern = re.compile(numerals(low, high))
    taken = [number for number in range(high + 200) if pattern.fullmatch(str(number))]
    assert taken == list(range(low, high + 1))
    assert not any(pattern.fullmatch(words) for words in ("", f"0{high}", f"-{high}", f"{high}0", "x"))
