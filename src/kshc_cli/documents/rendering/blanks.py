"""What a plan must not leave open when its document is final: the decision's stamp and signer, and illegible words."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.findings import Finding, Path, error
from kshc_cli.messages import _
from kshc_cli.plan.model import Item, Plan, Table
from kshc_cli.plan.record import GAP, Record, WordsRecord
from kshc_cli.plan.walk import placed_tasks

RULE: Final = "blank"


def blanks(plan: Plan) -> tuple[Finding, ...]:
    """Return an error for each null of what is signed and for each ``[?]`` in words that the document prints."""
    return (*_nulls(plan), *_gaps_in_act(plan), *_gaps_in_plan(plan))


def _nulls(plan: Plan) -> Iterator[Finding]:
    act, at = plan.act, _act_path(plan)
    open_fields: tuple[tuple[Record, str, object, Path], ...] = (
        (act, "number", act.number, at),
        (act, "date", act.date, at),
        (act.signature, "name", act.signature.name, (*at, "signature")),
    )
    for record, name, value, path in open_fields:
        if value is None or (isinstance(value, str) and GAP not in value and not any(map(str.isalnum, value))):
            yield error(
                RULE,
                (*path, name),
                _("{title} ({field}) is blank.").format(title=_title(record, name), field=name),
                _("Fill it in before the final document is made, or make a draft."),
            )


def _act_path(plan: Plan) -> Path:
    return ("decision",) if plan.decision else ("issuance",)


def _gaps_in_act(plan: Plan) -> Iterator[Finding]:
    yield from _gaps(plan.issuer, ("issuer",), "name", "parent", "place")
    at = _act_path(plan)
    yield from _gaps(plan.act, at, "number", "symbol")
    if plan.decision:
        yield from _gaps(plan.decision, at, "title", "subject", "authority", "bases", "articles")
    yield from _gaps(plan.act, at, "recipients")
    yield from _gaps(plan.act.signature, (*at, "signature"), "lines", "name")


def _gaps_in_plan(plan: Plan) -> Iterator[Finding]:
    attached = plan.plan
    yield from _gaps(attached, ("plan",), "title", "subject", "reference", "preamble")
    if any(table.columns is None for section in attached.sections for table in section.tables):
        for index, column in enumerate(attached.columns or ()):
            yield from _gaps(column, ("plan", "columns", index), "header")
    for number, section in enumerate(attached.sections):
        path: Path = ("plan", "sections", number)
        yield from _gaps(section, path, "heading", "paragraphs", "items")
        for index, table in enumerate(section.tables):
            yield from _gaps_in_headings(table, (*path, "tables", index))
    for placed in placed_tasks(plan):
        shown = [column.role for column in placed.columns]
        yield from _gaps(placed.task, placed.path, *("others" if role == "other" else role for role in shown))


def _gaps_in_headings(table: Table, path: Path) -> Iterator[Finding]:
    yield from _gaps(table, path, "heading")
    for index, column in enumerate(table.columns or ()):
        yield from _gaps(column, (*path, "columns", index), "header")
    for index, group in enumerate(table.groups):
        yield from _gaps(group, (*path, "groups", index), "heading")


def _gaps(record: Record, path: Path, *names: str) -> Iterator[Finding]:
    """Yield a finding for each value of these fields that holds a gap; a list gives one for each of its items."""
    for name in names:
        for steps, value in _items(getattr(record, name)):
            words = value.text if isinstance(value, WordsRecord | Item) else value
            if isinstance(words, str) and GAP in words:
                yield error(
                    RULE,
                    (*path, name, *steps),
                    _("{title} ({field}) has a gap {gap}.").format(title=_title(record, name), field=name, gap=GAP),
                    _("Write the words that belong there before the final document is made, or make a draft."),
                    words=GAP,
                )


def _items(value: object) -> Iterator[tuple[Path, object]]:
    """Yield a value with the steps to it: itself, or each item of a list or a mapping."""
    if isinstance(value, tuple):
        yield from (((index,), item) for index, item in enumerate(value))
    elif isinstance(value, dict):
        yield from (((key,), item) for key, item in value.items())
    else:
        yield (), value


def _title(record: Record, name: str) -> str:
    return type(record).fields[name].title or name
