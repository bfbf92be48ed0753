"""The answers of many plans, brought into one sheet."""

from collections.abc import Iterator, Sequence

from kshc_cli.desk.question import Form
from kshc_cli.messages import plain
from kshc_cli.outputs.sheet import AnswerSheet, PlacedAnswer
from kshc_cli.reports.fleet import CSV_FIELDS, FleetPart, in_order, joint_record, joint_view
from kshc_cli.reports.plain_tables import view_of


def joint_sheet(told: Sequence[PlacedAnswer], broken: Sequence[tuple[str, str]], form: Form) -> AnswerSheet:
    """Return one sheet of what plans told, at least one; ``broken`` are files that could not answer, and why."""
    if form.output == "json":
        records = [(_part(one), one.answer["record"]) for one in told]
        return AnswerSheet(record=joint_record(records, told[0].answer.get("items", ""), broken))
    if form.output == "csv":
        rows = in_order(_part(one)._replace(rows=one.answer["cells"]) for one in told)
        cells = [(part.office, plain(part.file), *row) for part, row in rows]
        return AnswerSheet(fields=(*CSV_FIELDS, *told[0].answer["fields"]), cells=cells)
    views = [(_part(one), view_of(one.answer["table"])) for one in told if "table" in one.answer]
    return AnswerSheet(view=joint_view(views) if views else None, pages="".join(_pages(told, form)))


def _part(one: PlacedAnswer) -> FleetPart:
    """Return what an answer adds to a joint one, without its rows."""
    return FleetPart(one.office, one.file, (), one.answer.get("days", ()))


def _pages(told: Sequence[PlacedAnswer], form: Form) -> Iterator[str]:
    """Yield the pages of plans, each under a line that says whose it is."""
    for number, one in enumerate(told):
        if text := one.answer.get("text"):
            yield f"{chr(10) if number else ''}{_head(one.office, form)}{text}"


def _head(office: str, form: Form) -> str:
    name = plain(office)
    return f"# {name}\n" if form.output == "yaml" else form.terminal.painted(f"== {name}", "1") + "\n"
