"""Checks a template before it is used: its tags one by one, then a document that it makes of a sample plan."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from kshc_cli.documents.rendering.amendment import render_amendment
from kshc_cli.documents.rendering.amendment_words import PrintedAmendment, printed_amendment
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.documents.rendering.extract import render_extract
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.documents.rendering.naming import naming
from kshc_cli.documents.rendering.nesting import broken_tags, fault, nesting
from kshc_cli.documents.rendering.placed_tags import Tag, placed_tags
from kshc_cli.documents.rendering.printed_types import Type, fields_of
from kshc_cli.documents.rendering.reminder import render_reminder
from kshc_cli.documents.rendering.report import render_report
from kshc_cli.documents.rendering.sample import (
    sample_amendment,
    sample_extract,
    sample_plan,
    sample_plan_alone,
    sample_reminder,
    sample_report,
)
from kshc_cli.documents.rendering.template import template_parts
from kshc_cli.documents.rendering.template_fields import RECORDS
from kshc_cli.documents.rendering.template_form import Purpose
from kshc_cli.documents.word.body_reader import body_of
from kshc_cli.findings import Finding, Severity, WordPlace
from kshc_cli.messages import _

_WORD: Final = re.compile(r"\w+")


def check_template(template: bytes) -> tuple[Finding, ...]:
    """Return all that is wrong with the tags of a template, in order. Raises ``WordFileError`` where it is unusable."""
    parts = template_parts(template)
    body_of(parts)
    tags = list(placed_tags(parts))
    together = [tag for part in tags for tag in part]
    names = fields_of(RECORDS[_purpose(together)])
    found = [finding for part in tags for finding in _wrong_tags(part, names)]
    return tuple(found or _trial(template, together))


def _wrong_tags(tags: Sequence[Tag], names: Mapping[str, Type]) -> list[Finding]:
    return sorted((*broken_tags(tags), *nesting(tags), *naming(tags, names)), key=_paragraph)


def _paragraph(finding: Finding) -> int:
    return finding.word_place.paragraph if finding.word_place else 0


def _speaks_of(tags: Sequence[Tag], name: str) -> bool:
    return any(name in _WORD.findall(tag.inside) for tag in tags)


def _purpose(tags: Sequence[Tag]) -> Purpose:
    """Tell what a template is for, by the names that only one kind of documents has."""
    if _speaks_of(tags, "reminder") or _speaks_of(tags, "letter"):
        return Purpose.REMINDER
    if _speaks_of(tags, "report") or _speaks_of(tags, "period"):
        return Purpose.REPORT
    if _speaks_of(tags, "amended"):
        return Purpose.AMENDMENT
    own = _speaks_of(tags, "agency") and not any(_speaks_of(tags, name) for name in ("decision", "issuance"))
    return Purpose.EXTRACT if own else Purpose.PLAN


def _trial(template: bytes, tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield what only shows when the tags are filled; a template without tags would print no plan at all."""
    if not tags:
        yield Finding(
            "no-tags",
            Severity.WARNING,
            _("The template has no tags: each document would be the same."),
            _("Begin with one of kshc's own: `kshc template new --out FILE`."),
        )
        return
    for message, make in _trials(tags):
        try:
            make(template)
        except TemplateError as problem:
            yield fault("cannot-be-filled", _place_of(problem.near, tags), message.format(reason=problem.reason))


def _place_of(near: str, tags: Sequence[Tag]) -> WordPlace | None:
    """Return the place whose tags are those of a text, as nearly as any: paragraphs may share tags (``endif``)."""
    shared: Counter[WordPlace] = Counter()
    for tag in tags:
        shared[tag.place] += 1 if tag.typed in near else -1
    ((place, count),) = shared.most_common(1)
    return place if count > 0 else None


def _trials(tags: Sequence[Tag]) -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    """Yield what a template is tried with, and what to say where that fails.

    It must print the kinds of plans that its tags speak of; both where they speak of none.
    """
    match _purpose(tags):
        case Purpose.EXTRACT:
            message = _("An extract cannot be printed: {reason}.")
            yield message, partial(render_extract, sample_extract(), sample_plan())
        case Purpose.REMINDER:
            message = _("A letter cannot be printed: {reason}.")
            for late in (True, False):
                found = sample_reminder(late=late)
                yield message, partial(render_reminder, found, sample_plan(), stamp=Stamp())
        case Purpose.REPORT:
            message = _("A report cannot be printed: {reason}.")
            yield message, partial(render_report, sample_report(), sample_plan(), stamp=Stamp())
        case Purpose.AMENDMENT:
            message = _("An amendment cannot be printed: {reason}.")
            if words := printed_amendment(*sample_amendment(), Stamp()):
                yield message, partial(_amended, words)
        case Purpose.PLAN:
            yield from _trials_of_plans(tags)


def _amended(words: PrintedAmendment, template: bytes) -> bytes:
    return render_amendment(words, sample_plan(), template, Stamp())


def _trials_of_plans(tags: Sequence[Tag]) -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    spoken_of = [name for name in ("decision", "issuance") if _speaks_of(tags, name)] or ["decision", "issuance"]
    if "decision" in spoken_of:
        yield _("A plan with a decision cannot be printed: {reason}."), partial(render_decision, sample_plan())
    if "issuance" in spoken_of:
        yield _("A plan without a decision cannot be printed: {reason}."), partial(render_decision, sample_plan_alone())
