"""Checks a template before it is used: its tags one by one, then a document that it makes of a sample plan."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.documents.rendering.extract import render_extract
from kshc_cli.documents.rendering.extract_words import PrintedExtract
from kshc_cli.documents.rendering.naming import naming
from kshc_cli.documents.rendering.nesting import broken_tags, fault, nesting
from kshc_cli.documents.rendering.placed_tags import Tag, placed_tags
from kshc_cli.documents.rendering.printed_types import Type, fields_of
from kshc_cli.documents.rendering.sample import sample_plan, sample_plan_alone
from kshc_cli.documents.rendering.template import template_parts
from kshc_cli.documents.rendering.words import Printed
from kshc_cli.documents.word.body_reader import body_of
from kshc_cli.findings import Finding, Severity, WordPlace
from kshc_cli.messages import _
from kshc_cli.query.extract import extracts
from kshc_cli.query.following import Following
from kshc_cli.reading.tasks import read_plan
from kshc_cli.tracking.office_calendar import office_calendar

_WORD: Final = re.compile(r"\w+")


def check_template(template: bytes) -> tuple[Finding, ...]:
    """Return all that is wrong with the tags of a template, in order. Raises ``WordFileError`` where it is unusable."""
    parts = template_parts(template)
    body_of(parts)
    tags = list(placed_tags(parts))
    together = [tag for part in tags for tag in part]
    names = fields_of(PrintedExtract if _is_of_extract(together) else Printed)
    found = [finding for part in tags for finding in _wrong_tags(part, names)]
    return tuple(found or _trial(template, together))


def _wrong_tags(tags: Sequence[Tag], names: Mapping[str, Type]) -> list[Finding]:
    return sorted((*broken_tags(tags), *nesting(tags), *naming(tags, names)), key=_paragraph)


def _paragraph(finding: Finding) -> int:
    return finding.word_place.paragraph if finding.word_place else 0


def _speaks_of(tags: Sequence[Tag], name: str) -> bool:
    return any(name in _WORD.findall(tag.inside) for tag in tags)


def _is_of_extract(tags: Sequence[Tag]) -> bool:
    """Tell whether a template is for the extract of one body and not for the plan."""
    return _speaks_of(tags, "agency") and not any(_speaks_of(tags, name) for name in ("decision", "issuance"))


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
    if _is_of_extract(tags):
        yield _("An extract cannot be printed: {reason}."), _sample_extract
        return
    spoken_of = [name for name in ("decision", "issuance") if _speaks_of(tags, name)] or ["decision", "issuance"]
    if "decision" in spoken_of:
        yield _("A plan with a decision cannot be printed: {reason}."), partial(render_decision, sample_plan())
    if "issuance" in spoken_of:
        yield _("A plan without a decision cannot be printed: {reason}."), partial(render_decision, sample_plan_alone())


def _sample_extract(template: bytes) -> bytes:
    plan = sample_plan()
    following = Following(read_plan(plan), office_calendar(plan), date(plan.year, 1, 1))
    (extract,) = extracts(following, [plan.agencies[0].id], role="any")
    return render_extract(extract, plan, template)
