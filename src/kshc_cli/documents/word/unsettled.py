"""What a Word file holds besides what its readers see: open tracked changes, hidden and faint letters, comments."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.word.body import Body, Paragraph, Run
from kshc_cli.messages import _, ngettext

_PALE: Final = re.compile(r"(?:F[0-9A-F]){3}")
"""Colours that nobody tells from the white of the paper."""
_TINY: Final = 3
"""Letters of fewer points cannot be read."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Things of one kind: the paragraphs that hold them, in headers, footers and notes too, and what to do."""

    kind: str
    """``changes``, ``hidden``, ``faint`` or ``comments``."""
    paragraphs: tuple[Paragraph, ...]
    sentence: str
    remedy: str


def unsettled(body: Body) -> tuple[Unsettled, ...]:
    """Return what a file holds besides what is seen of it: a value for each kind that there is."""
    paragraphs = (*body.paragraphs, *body.edges, *body.notes)
    kinds = (
        _changes(tuple(each for each in paragraphs if each.changed)),
        _hidden(_with_letters(paragraphs, lambda run: run.format.vanished)),
        _faint(_with_letters(paragraphs, lambda run: not run.format.hidden and _is_faint(run))),
        _comments(tuple(each for each in body.comments if each.address.paragraph == 1)),
    )
    return tuple(each for each in kinds if each.paragraphs)


def _with_letters(paragraphs: Iterable[Paragraph], matches: Callable[[Run], bool]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of which a run matches that holds letters or figures."""
    return tuple(
        paragraph
        for paragraph in paragraphs
        if any(matches(run) and any(map(str.isalnum, run.text)) for run in paragraph.runs)
    )


def _is_faint(run: Run) -> bool:
    """Tell whether letters are white or nearly so, as if on a dark ground, or so small that nobody reads them."""
    return bool(_PALE.fullmatch(run.format.color)) or run.format.points < _TINY


def _changes(found: tuple[Paragraph, ...]) -> Unsettled:
    said = ngettext(
        "Tracked changes stand open in {n} paragraph.", "Tracked changes stand open in {n} paragraphs.", len(found)
    )
    return Unsettled("changes", found, said.format(n=len(found)), _("Accept or reject them in Word: Review, Accept."))


def _hidden(found: tuple[Paragraph, ...]) -> Unsettled:
    said = ngettext("Text is hidden in {n} paragraph.", "Text is hidden in {n} paragraphs.", len(found))
    return Unsettled("hidden", found, said.format(n=len(found)), _("Delete it, or clear in Word: Font, Hidden."))


def _faint(found: tuple[Paragraph, ...]) -> Unsettled:
    said = ngettext(
        "Letters are white or too small to be read in {n} paragraph.",
        "Letters are white or too small to be read in {n} paragraphs.",
        len(found),
    )
    return Unsettled("faint", found, said.format(n=len(found)), _("Delete them, or make them black and readable."))


def _comments(found: tuple[Paragraph, ...]) -> Unsettled:
    said = ngettext("There is {n} comment.", "There are {n} comments.", len(found))
    return Unsettled("comments", found, said.format(n=len(found)), _("Delete them in Word: Review, Delete."))
