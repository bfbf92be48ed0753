"""The words of a plan as the document prints them: what the tags of a template can name."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.wording import date_words, month_words
from kshc_cli.plan.act import Decision, Issuance, Issuer, Signature
from kshc_cli.plan.annexes import annex_heading, first_annex
from kshc_cli.plan.model import Column, Group, Plan, Table, Task
from kshc_cli.plan.record import BLANK, GAP
from kshc_cli.plan.walk import columns_of, words_in

NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
_ARTICLE: Final = re.compile(r"Điều\s+\d+[a-zđ]?\.")
_STAMPED: Final = re.compile(r"\{(number|date)\}")


@dataclass(frozen=True, slots=True)
class PrintedIssuer:
    """``issuer``: the words of the heading, in the letters of the plan; ``parent`` is empty where there is none."""

    name: str
    """The issuing body, in the letters of the plan; `|upper` gives the capitals of a heading."""
    parent: str
    """The body above it; empty where there is none."""
    place: str
    """The place before the date."""


@dataclass(frozen=True, slots=True)
class PrintedSignature:
    """``decision.signature``: the lines of the position, and the name (empty while it is open)."""

    lines: tuple[str, ...]
    """The lines of the position, from top to bottom."""
    name: str
    """The signer's name; empty while it is open."""


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """A paragraph of the articles; ``label`` is its "Điều 1.", empty in an article's further paragraphs."""

    label: str
    """The words “Điều 1.”; empty in an article's further paragraphs."""
    text: str
    """What follows them, with the space before it."""


@dataclass(frozen=True, slots=True)
class PrintedDecision:
    """``decision``: number and date are blanks while they are open; ``number_line`` is the whole line "Số: …"."""

    number: str
    """Number and symbol; blanks in place of the number while it is open."""
    number_line: str
    """The whole line under the issuing body."""
    date: str
    """The day in words; blanks while it is open."""
    title: str
    """The kind of document, in capitals."""
    subject: str
    """What the decision is about."""
    authority: str
    """The authority that decides, in capitals."""
    bases: tuple[str, ...]
    """The legal bases, one a paragraph, with their punctuation."""
    articles: tuple[PrintedArticle, ...]
    """The paragraphs of the articles."""
    recipients: tuple[str, ...]
    """The recipients, without the hyphen before them."""
    signature: PrintedSignature
    """Who signs."""


@dataclass(frozen=True, slots=True)
class PrintedIssuance:
    """``issuance``: what is stamped and signed of a plan without a decision; blanks as in ``decision``."""

    number: str
    """Number and symbol; blanks in place of the number while it is open."""
    number_line: str
    """The whole line under the issuing body."""
    date: str
    """The day in words; blanks while it is open."""
    recipients: tuple[str, ...]
    """The recipients, without the hyphen before them."""
    signature: PrintedSignature
    """Who signs."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell of a task row: its paragraphs, at least an empty one, and whether they are short and look best centred."""

    lines: tuple[str, ...]
    """Its paragraphs; at least an empty one, because Word wants one in each cell."""
    centred: bool
    """Whether it holds a number or a time, which look best centred."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row under the header: a group's ``heading`` alone, or, with an empty heading, the ``cells`` of a task."""

    heading: str
    """The heading of a group, which spans all columns; empty in the row of a task."""
    cells: tuple[PrintedCell, ...] = ()
    """The cells of a task, as many as the table has columns; none in the row of a heading."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """``table``: ``headers`` are the words above the columns, ``widths`` the shares by which the document sets them."""

    heading: str
    """The line above the table; empty where it has none."""
    headers: tuple[str, ...]
    """The words above the columns."""
    widths: tuple[int, ...]
    """The columns' shares of the width; the document sets them by itself."""
    rows: tuple[PrintedRow, ...]
    """The rows under the header, of groups and of tasks."""


@dataclass(frozen=True, slots=True)
class PrintedAnnex:
    """``section.annex``: the lines of an annex's heading, which stand in the middle of a page of their own."""

    number: str
    """The line “Phụ lục I”."""
    names: tuple[str, ...]
    """The lines of its name."""
    notes: tuple[str, ...]
    """The lines in brackets that say of which document it is a part."""


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """``section``: a heading (empty where it has none), paragraphs, then tables."""

    heading: str
    """The heading with its number; empty where the section only goes on."""
    paragraphs: tuple[str, ...]
    """Its paragraphs."""
    tables: tuple[PrintedTable, ...]
    """Its task tables, behind the paragraphs."""
    annex: PrintedAnnex | None = None
    """The parts of the heading of an annex (Phụ lục); none where it is another section."""
    annexed: bool = False
    """Whether it is an annex or stands behind one: below the signature of a plan that is issued by itself."""


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """``plan``: the plan itself; ``reference`` is empty where it is issued without a decision."""

    title: str
    """The kind of document, in capitals."""
    subject: str
    """What the plan is about."""
    reference: str
    """The line that names the decision; empty where the plan is issued by itself."""
    own_heading: bool
    """Whether an attached plan repeats the issuing body and Quốc hiệu above its title."""
    preamble: tuple[str, ...]
    """The paragraphs before the first section."""
    sections: tuple[PrintedSection, ...]
    """Its sections."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the tags of a template can name."""

    issuer: PrintedIssuer
    """Who issues the plan."""
    decision: PrintedDecision | None
    """The decision; none where the plan is issued by itself."""
    issuance: PrintedIssuance | None
    """What is stamped and signed of a plan that is issued by itself; none where a decision issues it."""
    plan: PrintedPlan
    """The plan itself."""


def printed(plan: Plan) -> Printed:
    """Return the words of ``plan`` as the document prints them."""
    attached = plan.plan
    stamp = _issuance(plan.act, plan.year)
    return Printed(
        issuer=_issuer(plan.issuer),
        decision=_decision(plan.decision, stamp) if plan.decision else None,
        issuance=stamp if plan.issuance else None,
        plan=PrintedPlan(
            title=shown(attached.title),
            subject=shown(attached.subject),
            reference=_reference(attached.reference, stamp),
            own_heading=attached.own_heading,
            preamble=_paragraphs(*attached.preamble),
            sections=tuple(_sections(plan)),
        ),
    )


def shown(words: str | None) -> str:
    """Return words as the document shows them: a gap as a blank, and without line breaks around them."""
    return (words or "").strip("\n").replace(GAP, BLANK)


def _paragraphs(*words: str) -> tuple[str, ...]:
    """A line break begins a new paragraph; empty lines print nothing."""
    return tuple(line for text in words for line in shown(text).split("\n") if line.strip())


def _issuer(issuer: Issuer) -> PrintedIssuer:
    return PrintedIssuer(shown(issuer.name), shown(issuer.parent), shown(issuer.place))


def _issuance(act: Decision | Issuance, year: int) -> PrintedIssuance:
    space = NO_BREAK_SPACE
    number = f"{shown(act.number) or 8 * space}/{shown(act.symbol)}"
    issued, month = (act.month or str(year)).partition("-")[::2]
    blank_date = f"ngày{5 * space}tháng{space + month_words(int(month)) + space if month else 5 * space}năm {issued}"
    return PrintedIssuance(
        number=number,
        number_line=f"Số: {number}" if act.number else f"Số:{number}",
        date=date_words(act.date) if act.date else blank_date,
        recipients=tuple(shown(recipient) for recipient in act.recipients),
        signature=_signature(act.signature),
    )


def _decision(decision: Decision, stamp: PrintedIssuance) -> PrintedDecision:
    return PrintedDecision(
        number=stamp.number,
        number_line=stamp.number_line,
        date=stamp.date,
        title=shown(decision.title),
        subject=shown(decision.subject),
        authority=shown(decision.authority),
        bases=_paragraphs(*decision.bases),
        articles=tuple(article_of(line) for line in _paragraphs(*decision.articles)),
        recipients=stamp.recipients,
        signature=stamp.signature,
    )


def _signature(signature: Signature) -> PrintedSignature:
    return PrintedSignature(tuple(shown(line) for line in signature.lines), shown(signature.name))


def article_of(line: str) -> PrintedArticle:
    """Return a paragraph of articles with its “Điều 1.” apart."""
    found = _ARTICLE.match(line)
    label = found.group() if found else ""
    return PrintedArticle(label, line[len(label) :])


def _reference(words: str | None, stamp: PrintedIssuance) -> str:
    """Fill ``{number}`` and ``{date}``; any other brace is a letter like the rest."""
    stamped = {"number": stamp.number, "date": stamp.date}
    return _STAMPED.sub(lambda found: stamped[found.group(1)], shown(words))


def _sections(plan: Plan) -> Iterator[PrintedSection]:
    sections = plan.plan.sections
    annexes = first_annex(sections)
    for number, section in enumerate(sections):
        tables = tuple(_table(plan, table) for table in section.tables)
        heading = shown(section.heading)
        annex = annex_heading(heading)
        printed_annex = PrintedAnnex(annex.number, annex.names, annex.notes) if annex else None
        yield PrintedSection(heading, _paragraphs(*section.texts), tables, printed_annex, number >= annexes)


def _table(plan: Plan, table: Table) -> PrintedTable:
    columns = columns_of(plan, table)
    rows = [_row(task, columns) for task in table.tasks]
    for group in table.groups:
        rows += _group(group, columns)
    headers, widths = zip(*((shown(column.header), column.share) for column in columns), strict=True)
    return PrintedTable(shown(table.heading), headers, widths, tuple(rows))


def table_of(plan: Plan, table: Table, has: Callable[..., bool]) -> PrintedTable | None:
    """Return a table with those rows alone whose steps from the table ``has`` tells, below their groups' headings."""
    columns = columns_of(plan, table)
    rows = [_row(task, columns) for place, task in enumerate(table.tasks) if has("tasks", place)]
    for number, group in enumerate(table.groups):
        tasks = [task for place, task in enumerate(group.tasks) if has("groups", number, "tasks", place)]
        rows += [PrintedRow(shown(group.heading)), *(_row(task, columns) for task in tasks)] if tasks else []
    headers, widths = zip(*((shown(column.header), column.share) for column in columns), strict=True)
    return PrintedTable(shown(table.heading), headers, widths, tuple(rows)) if rows else None


def _group(group: Group, columns: tuple[Column, ...]) -> list[PrintedRow]:
    return [PrintedRow(shown(group.heading)), *(_row(task, columns) for task in group.tasks)]


def _row(task: Task, columns: tuple[Column, ...]) -> PrintedRow:
    return PrintedRow("", tuple(_cell(task, column) for column in columns))


def _cell(task: Task, column: Column) -> PrintedCell:
    return printed_cell(words_in(task, column), centred=column.role in {"number", "time"})


def printed_cell(*words: str, centred: bool = False) -> PrintedCell:
    """Return a cell with these words, one below the other."""
    return PrintedCell(_paragraphs(*words) or ("",), centred)
