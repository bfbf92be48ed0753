"""What a calendar tells of duties: a title, a page of labelled words, what they are sorted by."""

from collections.abc import Iterator, Mapping
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _, inert, on_one_line, plain
from kshc_cli.plan.model import Agency
from kshc_cli.query.lines import Line
from kshc_cli.query.rows import TaskRow
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reports.changes import body_name, change_words, lead_words
from kshc_cli.reports.standings import lasting_words
from kshc_cli.tracking.standing import CLOSED, DONE

_TITLE: Final = 120
"""Characters of a title; the whole words stand in the page."""


def title_words(row: TaskRow) -> str:
    """Return the content of a task on one line, cut between words, or a word that is longer than that."""
    words = on_one_line(row.content)
    if len(words) <= _TITLE:
        return words
    cut = words[:_TITLE].rpartition(" ")[0] or words[:_TITLE]
    return f"{cut}…"


def page_words(line: Line, agencies: Mapping[str, Agency]) -> str:
    """Return the words of a task, its product, who owes it now and what the log changed: what no passing day changes.

    Of which occasion that is, is not told. What is not seen but does something is a blank, as in tables.
    """
    told = "\n".join((line.row.content, "", *_labelled(line, agencies)))
    return "\n".join(str(inert(each)) for each in told.split("\n"))


def _labelled(line: Line, agencies: Mapping[str, Agency]) -> Iterator[str]:
    row = line.row
    told = (
        (_("Result"), row.result),
        (_("Time"), row.time),
        (_("Lead"), lead_words(line, agencies)),
        (_("Cooperating"), row.coop),
        (_("Owed by"), ", ".join(body_name(unit, agencies) for unit in _owing(line))),
        (_("Work by"), written(row.work_by) if row.work_by else ""),
        (_("Standing"), lasting_words(line.standing) if line.standing else ""),
        (_("Changed"), "\n".join(change_words(change, line, agencies) for change in line.changes)),
        (_("ID"), row.id),
    )
    for label, words in told:
        if words:
            yield f"{label}:{_behind(words)}"


def _behind(words: str) -> str:
    """Put words behind a label: several lines below it."""
    return f"\n{words}" if "\n" in words else f" {words}"


def _owing(line: Line) -> tuple[str, ...]:
    """Return the bodies that have a duty which is not done."""
    standings = line.standing.standings if line.standing else ()
    units = (one.unit for one in standings if one.unit and one.status not in DONE | CLOSED)
    return tuple(dict.fromkeys(units))


def category_words(row: TaskRow) -> tuple[str, ...]:
    """Return by what a calendar can sort a task: the kinds of its time, and the headings of its section and table."""
    kinds = (kind_name(part.kind) for part in row.reading.parts)
    headings = (plain(heading) for heading in (row.section, row.table) if heading)
    return tuple(dict.fromkeys((*kinds, *headings)))
