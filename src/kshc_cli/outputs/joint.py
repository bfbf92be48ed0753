"""The answers of the plans that were asked, brought into one sheet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kshc_cli.desk.answers import Answer, view_of
from kshc_cli.desk.question import Form
from kshc_cli.messages import plain
from kshc_cli.outputs.sheet import AnswerSheet
from kshc_cli.reports.fleet import CSV_FIELDS, FleetPart, in_order, joint_record, joint_view


class PlacedAnswer(NamedTuple):
    """An answer, with the file of its plan and what that is called among others."""

    file: str
    answer: Answer
    office: str = ""

    @property
    def part(self) -> FleetPart:
        """What it adds to a joint answer, without its rows."""
        return FleetPart(self.office, self.file, (), self.answer.get("days", ()))


def sheet_of(told: Sequence[PlacedAnswer], broken: Sequence[tuple[str, str]], form: Form) -> AnswerSheet:
    """Return one sheet of what plans told, at least one; ``broken`` are files that could not answer, and why."""
    if form.output == "json":
        return _record(told, broken, form)
    if form.output == "csv":
        return _rows(told, form)
    views = [(one.part, view_of(one.answer["table"])) for one in told if "table" in one.answer]
    view = None if not views else joint_view(views) if form.many else views[0][1]
    return AnswerSheet(view=view, pages="".join(_pages(told, form)))


def _record(told: Sequence[PlacedAnswer], broken: Sequence[tuple[str, str]], form: Form) -> AnswerSheet:
    first = told[0].answer
    if not form.many:
        return AnswerSheet(record=first["record"])
    records = [(one.part, one.answer["record"]) for one in told]
    return AnswerSheet(record=joint_record(records, first.get("items", ""), broken))


def _rows(told: Sequence[PlacedAnswer], form: Form) -> AnswerSheet:
    fields = told[0].answer["fields"]
    if not form.many:
        return AnswerSheet(fields=fields, cells=told[0].answer["cells"])
    rows = in_order(one.part._replace(rows=one.answer["cells"]) for one in told)
    cells = [(part.office, plain(part.file), *row) for part, row in rows]
    return AnswerSheet(fields=(*CSV_FIELDS, *fields), cells=cells)


def _pages(told: Sequence[PlacedAnswer], form: Form) -> Iterator[str]:
    """Yield the pages of plans, of many each under a line that says whose it is."""
    for number, one in enumerate(told):
        if text := one.answer.get("text"):
            head = _head(one.office, form) if form.many else ""
            yield f"{chr(10) if head and number else ''}{head}{text}"


def _head(office: str, form: Form) -> str:
    name = plain(office)
    return f"# {name}\n" if form.output == "yaml" else form.terminal.painted(f"== {name}", "1") + "\n"
