"""A plan becomes a document, and a document a plan, from bytes to values: no file, no terminal."""

from datetime import date
from pathlib import Path
from typing import Final

from kshc_cli.desk.importing import Earlier, ShownFile, errors_of, taken
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.rendering import all_extracts, extract_of, readiness
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose, TemplateForm
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.plan.model import Plan
from kshc_cli.source.plan_text import PlanText, read_plan_file
from kshc_cli.workspace import template_bytes

PLAN: Final = Path(__file__).parents[2] / "plan.yaml"


def written() -> tuple[PlanText, Plan]:
    text = read_plan_file(PLAN.read_bytes())
    assert text.plan is not None
    return text, text.plan


def test_a_document_that_was_rendered_comes_back_as_the_same_plan() -> None:
    _text, plan = written()
    document = render_decision(plan, template_bytes(None, TemplateForm(alone=False).file_name))
    back = taken(ShownFile(read_body(document)), earlier=Earlier(plan))
    assert read_plan_file(back.plan).plan == plan
    assert (back.left, back.doubts, back.gone) == ((), (), ())
    assert errors_of(back.plan) == ()


def test_a_task_that_the_document_has_not_is_told_with_its_entries() -> None:
    _text, plan = written()
    section = plan.plan.sections[0]
    table, *tables = section.tables
    group, *groups = table.groups
    gone = group.tasks[-1].id
    fewer = table.model_copy(update={"groups": (group.model_copy(update={"tasks": group.tasks[:-1]}), *groups)})
    sections = (section.model_copy(update={"tables": (fewer, *tables)}), *plan.plan.sections[1:])
    short = plan.model_copy(update={"plan": plan.plan.model_copy(update={"sections": sections})})
    document = render_decision(short, template_bytes(None, TemplateForm(alone=False).file_name))
    back = taken(ShownFile(read_body(document), told=("first",)), earlier=Earlier(plan, (gone,)))
    assert back.gone == (gone,)
    assert back.told[0] == "first"
    assert [sentence for sentence in back.told if "kshc cancel" in sentence and gone in sentence]


def test_how_far_a_plan_is_from_the_document_that_is_signed() -> None:
    text, plan = written()
    draft, final = readiness(text, plan, final=False), readiness(text, plan, final=True)
    assert draft.open_places
    assert draft.open_places == final.open_places
    assert set(final.obstacles) == set(final.open_places)
    lines = [one.place.line for one in final.obstacles if one.place]
    assert len(lines) == len(final.obstacles)
    assert lines == sorted(lines)
    assert (draft.errors, final.errors) == ((), ())


def test_an_error_stands_against_the_final_document_alone() -> None:
    text = read_plan_file(PLAN.read_bytes().replace(b"id: 1.2.1\n", b"id: 1.1.1\n", 1))
    assert text.plan is not None
    assert readiness(text, text.plan, final=False).errors == ()
    assert [one.rule for one in readiness(text, text.plan, final=True).errors] == ["duplicate-task-id"]


def test_what_a_body_has_to_do_is_one_file_of_it_or_none() -> None:
    opened = Opened(PLAN.read_bytes(), None)
    following = opened.following(date(2024, 6, 1))
    template = template_bytes(None, OWN_FILES[Purpose.EXTRACT])
    files = dict(all_extracts(following, template, role="any"))
    assert "phuong-1" in files
    for agency, document in files.items():
        assert extract_of(following, agency, template, role="any") == document
    assert extract_of(following, "phuong-1", template, role="coop") != files["phuong-1"]
    assert set(following.plan.registry.by_id) > set(files)
    lone = Opened(PLAN.read_bytes().replace(b"agencies:", b"agencies:\n  - {id: so-x, name: S\xe1\xbb\x9f X}", 1), None)
    assert extract_of(lone.following(date(2024, 6, 1)), "so-x", template, role="any") is None
