"""The words of ``plan.yaml`` are the words of the source document, letter by letter and in its order."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kshc_cli.plan.act import Decision
from kshc_cli.plan.model import AgencyWords, Duty, Plan, Table, Task
from kshc_cli.plan.record import WordsRecord
from kshc_cli.plan.walk import columns_of, placed_tasks
from kshc_cli.source.plan_text import read_plan_file

ROOT = Path(__file__).parents[2]
PLAN_FILE = ROOT / "plan.yaml"
GOLDEN = ROOT / "tests" / "golden" / "plan-2024.txt"
"""The document as it was restored from the issued copy: one heading, paragraph line or table cell line a line."""

TONES = dict.fromkeys([0x300, 0x301, 0x303, 0x309, 0x323])
CONNECTORS = re.compile(r"(?:\||va|[,;.])*")


@pytest.fixture(scope="module")
def typed() -> Any:  # noqa: ANN401  whatever YAML holds
    """Return the plan file with every scalar as the text that was typed."""
    return yaml.BaseLoader(PLAN_FILE.read_text("utf-8")).get_single_data()


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the plan of Sa Đéc."""
    plan = read_plan_file(PLAN_FILE.read_bytes()).plan
    assert plan is not None
    return plan


def text_of(cell: WordsRecord | str | None) -> str:
    return cell.text if isinstance(cell, WordsRecord) else cell or ""


def decision_pieces(decision: Decision) -> Iterator[str]:
    yield from (decision.title, decision.subject, decision.authority, *decision.bases)
    yield from ("QUYẾT ĐỊNH:", *decision.articles)
    yield from ("Nơi nhận:", *(f"- {recipient}" for recipient in decision.recipients))
    yield from (*decision.signature.lines, decision.signature.name or "")


def table_pieces(plan: Plan, table: Table) -> Iterator[str]:
    columns = columns_of(plan, table)

    def cells(tasks: tuple[Task, ...]) -> Iterator[str]:
        for task in tasks:
            yield from (text_of(getattr(task, column.role)) for column in columns)

    yield table.heading or ""
    yield from (column.header for column in columns)
    yield from cells(table.tasks)
    for group in table.groups:
        yield group.heading
        yield from cells(group.tasks)


def pieces(plan: Plan) -> Iterator[str]:
    """Yield the document's words in its order, with the few that the form of a decision adds."""
    decision, attached = plan.decision, plan.plan
    assert decision is not None
    assert decision.date is not None
    assert attached.reference is not None
    number = f"{decision.number}/{decision.symbol}"
    day = f"{decision.date:ngày %d tháng %m năm %Y}"
    yield from decision_pieces(decision)
    yield from (attached.title, attached.subject, attached.reference.format(number=number, date=day))
    yield from attached.preamble
    for section in attached.sections:
        yield section.heading or ""
        yield from (paragraph.text for paragraph in section.paragraphs)
        for table in section.tables:
            yield from table_pieces(plan, table)


def agency_cells(plan: Plan) -> Iterator[tuple[str, AgencyWords]]:
    for placed in placed_tasks(plan):
        task = placed.task
        for cell in (task.lead, task.coop if isinstance(task, Task) else None):
            if cell is not None:
                yield task.id, cell


def squeezed(words: str) -> str:
    """Return the letters and punctuation of ``words`` without tone marks, case and spaces."""
    decomposed = unicodedata.normalize("NFD", words.casefold()).translate(TONES)
    return re.sub(r"\s", "", decomposed)


def names_in(plan: Plan, cell: str) -> tuple[set[str], str]:
    """Return the ids named in ``cell``, longest names first, and the cell with a bar for each name."""
    names = {squeezed(name): agency.id for agency in plan.agencies for name in (agency.name, *agency.aliases)}
    left, found = squeezed(cell), set[str]()
    for name in sorted(names, key=len, reverse=True):
        if name in left:
            found.add(names[name])
            left = left.replace(name, "|")
    return found, left


def test_every_word_stands_as_in_the_document_and_in_its_order(plan: Plan) -> None:
    walked = [line for piece in pieces(plan) for line in piece.split("\n")]
    assert walked == GOLDEN.read_text("utf-8").splitlines()


def test_the_document_has_four_tables_with_34_tasks_and_one_duty_outside_them(plan: Plan) -> None:
    placed = list(placed_tasks(plan))
    assert [len(section.tables) for section in plan.plan.sections] == [4, 0, 0, 0]
    assert sum(isinstance(each.task, Task) for each in placed) == 34
    assert [each.task.id for each in placed if isinstance(each.task, Duty)] == ["IV.1"]


def test_ids_are_unique(plan: Plan) -> None:
    tasks = [placed.task.id for placed in placed_tasks(plan)]
    agencies = [agency.id for agency in plan.agencies]
    assert len(set(tasks)) == len(tasks)
    assert len(set(agencies)) == len(agencies)


def test_ids_are_table_group_and_the_number_after_the_dot(plan: Plan) -> None:
    tables = plan.plan.sections[0].tables
    for number, table in enumerate(tables, start=1):
        assert [task.id for task in table.tasks] == [f"{number}.{task.number}" for task in table.tasks]
        for group in table.groups:
            assert [task.id for task in group.tasks] == [f"{number}.{task.number}" for task in group.tasks]
            assert {str(task.number).split(".")[0] for task in group.tasks} == {group.heading.split(".")[0]}


def test_the_file_is_composed_unicode() -> None:
    assert unicodedata.is_normalized("NFC", PLAN_FILE.read_text("utf-8"))


def test_the_tables_hold_18_distinct_times(plan: Plan) -> None:
    tasks = [placed.task for placed in placed_tasks(plan)]
    assert len({text_of(task.time) for task in tasks if isinstance(task, Task)}) == 18


def test_duties_quote_their_paragraph(plan: Plan) -> None:
    for section in plan.plan.sections:
        for paragraph in section.paragraphs:
            for duty in paragraph.duties:
                for quote in (duty.content, duty.lead, duty.time):
                    assert text_of(quote) in paragraph.text


def test_agency_cells_without_ids_are_names_from_the_registry_and_connectors(plan: Plan) -> None:
    words = {cell.text for _, cell in agency_cells(plan) if cell.agencies is None}
    unread = {text: names_in(plan, text)[1] for text in words}
    assert {text: left for text, left in unread.items() if not CONNECTORS.fullmatch(left)} == {}


def test_agency_cells_give_ids_only_where_their_words_hold_more_than_names(plan: Plan) -> None:
    given = {(task, cell.agencies) for task, cell in agency_cells(plan) if cell.agencies}
    assert given == {
        ("2.1.3", ("van-phong", "phong-vh-tt")),
        ("3.2.1", ("van-phong", "phong-ban", "xa-phuong")),
        ("IV.1", ("phong-ban", "xa-phuong")),
    }


def test_every_body_in_the_registry_is_used(plan: Plan) -> None:
    members = {agency.id: set(agency.members) for agency in plan.agencies}
    used = set[str]().union(*(cell.agencies or names_in(plan, cell.text)[0] for _, cell in agency_cells(plan)))
    assert used | set[str]().union(*(members[name] for name in used)) == set(members)


def test_groups_have_the_members_that_are_known(plan: Plan) -> None:
    groups = {agency.id: (len(agency.members), agency.open) for agency in plan.agencies if agency.is_group}
    assert groups == {"phong-ban": (3, True), "xa-phuong": (9, False), "co-quan-lien-quan": (0, True)}


def test_other_yaml_tools_see_text_as_text(plan: Plan) -> None:
    def others(value: object, key: str = "") -> Iterator[str]:
        match value:
            case dict():
                for name, inner in value.items():
                    yield from others(inner, name)
            case list():
                for inner in value:
                    yield from others(inner, key)
            case str():
                return
            case _:
                yield key

    assert plan.year == 2024
    assert set(others(yaml.safe_load(PLAN_FILE.read_text("utf-8")))) == {"year", "date", "open", "width"}
