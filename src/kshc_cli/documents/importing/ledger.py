"""Keeps account of a document's paragraphs: what has found a place in the plan, and what has not."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import Final

from kshc_cli.compare.printed import held
from kshc_cli.documents.importing.tables.grid import GridRow
from kshc_cli.documents.importing.tables.other_tables import Other
from kshc_cli.documents.importing.words import lines_of, running, typed
from kshc_cli.documents.word.body import Body, Paragraph, WordTable
from kshc_cli.findings import Finding, Severity, WordPlace
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Role

RULE: Final = "not-in-plan"
_QUOTED: Final = 80
"""Letters of a paragraph that a sentence about it quotes."""
_PARTS: Final = frozenset(("header", "footer", "footnotes", "endnotes", "comments"))


class Ledger:
    """Hands out the words of paragraphs and crosses these out; what is left at the end has no place in the plan."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._placed: set[int] = set()
        self.roles: dict[int, Role] = {}
        """What the cell of a task holds in which a paragraph stands that a note hangs on, by the paragraph's number."""
        self.others: dict[int, Other] = {}
        """What tables are that hold no tasks though they look like it, by their number."""
        self.shifted: list[tuple[Paragraph, ...]] = []
        """The paragraphs of each task's row whose cells are not as many as its header's, and tell no place."""
        self.unclear: list[tuple[Paragraph, ...]] = []
        """Those of cells under several headers, where nothing tells to which of these they belong."""
        self.several: list[tuple[Paragraph, ...]] = []
        """The paragraphs of each row that holds several tasks beside each other: as many points as bodies and times."""
        self.noted: list[tuple[tuple[Paragraph, ...], str]] = []
        """The paragraphs of each cell of notes that change a row's task, with their words."""
        self.coloured: list[tuple[Paragraph, ...]] = []
        """The paragraphs of each row whose time is told by the colour of cells below periods, and by no words."""

    def doubt(self, row: GridRow) -> None:
        """Keep what a task's row leaves unclear: which header each of its cells stands under."""
        self.shifted += [row.own] if row.doubtful else []
        self.unclear += [row.unclear] if row.unclear else []

    @property
    def tables(self) -> Iterator[WordTable]:
        """The tables that stand in no other one."""
        return (block for block in self._body.blocks if isinstance(block, WordTable))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the document."""
        return self._body.paragraphs

    def cross_out(self, paragraphs: Iterable[Paragraph]) -> None:
        """Cross out paragraphs whose words every document has, so that no plan holds them."""
        self._placed.update(paragraph.address.paragraph for paragraph in paragraphs)

    def leave(self, paragraphs: Iterable[Paragraph]) -> None:
        """Take back that paragraphs were crossed out: part of what they say has no place in the plan."""
        self._placed.difference_update(paragraph.address.paragraph for paragraph in paragraphs)

    def call(self, table: int, other: Other | None) -> None:
        """Keep what a table is that holds no tasks, if that is known."""
        if other is not None:
            self.others[table] = other

    def place(self, cells: Iterable[Iterable[Paragraph]], roles: Iterable[Role]) -> None:
        """Keep what the cells of a task hold, where notes hang on their words."""
        for cell, role in zip(cells, roles, strict=True):
            self.roles |= {paragraph.address.paragraph: role for paragraph in cell if paragraph.notes}

    def lines(self, paragraphs: Iterable[Paragraph]) -> str:
        """Take the words of paragraphs, one a line."""
        taken = tuple(paragraphs)
        self.cross_out(taken)
        return lines_of(taken)

    def running(self, paragraphs: Iterable[Paragraph]) -> str:
        """Take the words of paragraphs over which one sentence runs on."""
        taken = tuple(paragraphs)
        self.cross_out(taken)
        return running(taken)

    def left(self) -> tuple[Finding, ...]:
        """Return a warning for every paragraph, row or whole table that has no place in the plan."""
        inside = (each for each in self._body.paragraphs if each.address.paragraph not in self._placed and typed(each))
        return (
            *(self._finding(tuple(paragraphs)) for _unit, paragraphs in groupby(inside, self._unit)),
            *(self._note(each) or self._finding((each,)) for each in _outside(self._body)),
            *(_wordless(each, kind) for each in _everywhere(self._body) for kind in each.holds),
            *map(_unsaid, self._struck()),
        )

    def _unit(self, paragraph: Paragraph) -> object:
        """Return what is told together with a paragraph: its table, of which nothing is in the plan, or its row."""
        address = paragraph.address
        if address.table is None:
            return paragraph
        return address.table, address.row if address.table in self._tables_in_plan else None

    def _struck(self) -> Iterator[tuple[Paragraph, ...]]:
        """Yield the paragraphs with words that are not said: those of a row, or that follow each other, together."""
        unit = dict[int, object]()
        before: Paragraph | None = None
        for each in _everywhere(self._body):
            if not any(map(str.isalnum, each.unsaid)):
                continue
            goes_on = before is not None and _goes_on(before, each)
            unit[id(each)] = unit[id(before)] if goes_on else each
            before = each
        struck = (each for each in _everywhere(self._body) if id(each) in unit)
        return (tuple(run) for _unit, run in groupby(struck, lambda each: unit[id(each)]))

    def _finding(self, paragraphs: tuple[Paragraph, ...]) -> Finding:
        remedy = _("Write them into the plan by hand if they belong there.")
        rows = [list(row) for _row, row in groupby(paragraphs, lambda each: each.address.row)]
        quote = "\n".join(" | ".join(map(typed, row)) for row in rows)
        other = self.others.get(paragraphs[0].address.table or 0)
        message = said_of(other, len(rows)) if other else _message(paragraphs[0], len(rows))
        return warning(RULE, paragraphs, message, remedy, quote)

    def _note(self, note: Paragraph) -> Finding | None:
        """Return a warning where a note hangs on words, or on a task's time; None for what is no note."""
        anchor = self._anchors.get((note.address.part, note.address.note))
        if anchor is None:
            return None
        message = _("A note hangs on the words “{words}”, and is not in the plan.")
        remedy = _("Write them into the plan by hand if they belong there.")
        if self.roles.get(anchor.address.paragraph) == "time":
            message = _("A note hangs on a task's time, “{words}”, and is not in the plan.")
            remedy = _("Look whether it changes the time, and write that into the plan by hand.")
        words = " ".join(typed(anchor).split())
        shown = words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"
        return warning(RULE, (anchor,), message.format(words=shown), remedy, typed(note))

    @cached_property
    def _anchors(self) -> Mapping[tuple[str, str | None], Paragraph]:
        """The paragraphs on whose words notes hang."""
        return {note: each for each in self._body.paragraphs for note in each.notes}

    @cached_property
    def _tables_in_plan(self) -> frozenset[int | None]:
        placed = (each for each in self._body.paragraphs if each.address.paragraph in self._placed)
        return frozenset(each.address.table for each in placed)


def _everywhere(body: Body) -> Iterator[Paragraph]:
    return chain(body.paragraphs, body.edges, body.notes, body.comments)


def _outside(body: Body) -> Iterator[Paragraph]:
    """Yield what stands in headers, footers and notes, each words once; page numbers are set by every document."""
    seen: set[tuple[str, str, str | None]] = set()
    for paragraph in (*body.edges, *body.notes, *body.comments):
        words = typed(paragraph)
        key = (paragraph.address.part, words, paragraph.address.note)
        if words and key not in seen and not (paragraph.fields and words.isdigit()):
            seen.add(key)
            yield paragraph


def _wordless(paragraph: Paragraph, kind: str) -> Finding:
    message = {
        "picture": _("A picture stands here; what it shows is not in the plan."),
        "chart": _("A chart stands here; what it shows is not in the plan."),
        "diagram": _("A diagram (SmartArt) stands here; what it shows is not in the plan."),
        "object": _("An embedded object (Excel, an equation) stands here; what it shows is not in the plan."),
        "document": _("Another document is embedded here; its words are not in the plan."),
    }[kind]
    remedy = _("Write what it says into the plan by hand if it belongs there.")
    return warning(RULE, (paragraph,), message, remedy, typed(paragraph))


def _goes_on(before: Paragraph, each: Paragraph) -> bool:
    """Tell whether words that are not said go on: in the same row, or in the next paragraph, both of them whole."""
    one, other = before.address, each.address
    if one.part != other.part or one.table != other.table or one.row != other.row or one.sheet != other.sheet:
        return False
    if other.table is not None:
        return True
    return other.paragraph == one.paragraph + 1 and not (typed(before) or typed(each))


def _unsaid(paragraphs: tuple[Paragraph, ...]) -> Finding:
    message = _("These words are struck through, hidden or set above others, and were left out.")
    remedy = _("Write them into the plan by hand if they still hold.")
    cells = groupby(paragraphs, lambda each: each.address.cell)
    separator = "\n" if paragraphs[0].address.table is None else " | "
    quotes = ("\n".join(held(each.unsaid) for each in cell) for _cell, cell in cells)
    return warning(RULE, paragraphs, message, remedy, separator.join(quotes))


def _message(first: Paragraph, rows: int) -> str:
    if first.address.table is None:
        return _("These words have no place in the plan.")
    if rows == 1:
        return _("This row has no place in the plan.")
    return ngettext(
        "This table has no place in the plan: {n} row.", "This table has no place in the plan: {n} rows.", rows
    ).format(n=rows)


def said_of(other: Other, rows: int) -> str:
    """Say what a table is that looks like tasks and holds none."""
    said = {
        "programme": ngettext(
            "The times of this table are hours of a meeting; its {n} row was taken for no task.",
            "The times of this table are hours of a meeting; its {n} rows were taken for no tasks.",
            rows,
        ),
        "scores": ngettext(
            "This table gives scores and no time; its {n} row was taken for no task.",
            "This table gives scores and no time; its {n} rows were taken for no tasks.",
            rows,
        ),
        "people": ngettext(
            "This table lists people; its {n} row was taken for no task.",
            "This table lists people; its {n} rows were taken for no tasks.",
            rows,
        ),
    }[other]
    return said.format(n=rows)


def warning(rule: str, paragraphs: tuple[Paragraph, ...], message: str, remedy: str, quote: str) -> Finding:
    """Return a warning about paragraphs of a document, with the place that they have in common."""
    return Finding(rule, Severity.WARNING, message, remedy, word_place=word_place(paragraphs, quote))


def word_place(paragraphs: tuple[Paragraph, ...], quote: str) -> WordPlace:
    """Return the place that paragraphs of a document have in common, with words of theirs."""
    address = paragraphs[0].address
    rows = {paragraph.address.row for paragraph in paragraphs}
    return WordPlace(
        paragraph=address.paragraph,
        page=address.page,
        table=address.table,
        row=address.row if len(rows) == 1 or address.sheet is not None else None,
        cell=address.cell if len(paragraphs) == 1 else None,
        part=address.part if address.part in _PARTS else "body",
        quote=quote,
        sheet=address.sheet,
    )
