"""Comparing: what differs between two plans and what that means, as plain values."""

from typing import NamedTuple, cast

from kshc_cli.compare.difference import compared
from kshc_cli.compare.meaning import effects, unfitting
from kshc_cli.compare.recorded import recorded
from kshc_cli.compare.values import Comparison
from kshc_cli.desk.answers import Answer, PlainBlock, PlainComparison
from kshc_cli.desk.opening import FormError, Opened
from kshc_cli.documents.rendering.properties import day_of_document
from kshc_cli.messages import _, speaking
from kshc_cli.reports.comparing.columns import columns
from kshc_cli.reports.comparing.markdown import diff_markdown
from kshc_cli.reports.comparing.record import diff_record
from kshc_cli.reports.comparing.text import diff_text
from kshc_cli.reports.terminal import Terminal
from kshc_cli.tracking.happenings import Happenings


class Compared(NamedTuple):
    """One of two plans that are compared."""

    name: str
    """What it is called: a file, or a file of a revision."""
    opened: Opened
    is_word: bool = False
    """Whether it is a Word document, imported for this."""


def comparison(old: Opened, new: Opened) -> tuple[Comparison, tuple[str, ...]]:
    """Return what differs between two plans, what it means by their log, and what is to be said.

    The log is that beside the new one or, where there is none and the year is the same, that beside the old one, of
    which the new one is a draft. Raises FormError where one of them is no plan.
    """
    before, after = old.read, new.read
    tasks = [one.placed for one in before.tasks], [one.placed for one in after.tasks]
    found, pairs = compared(before.plan, after.plan, *tasks)
    told: tuple[str, ...] = ()
    is_same_year = before.year == after.year
    kept = old if not new.has_log and is_same_year else new
    try:
        entries, log = kept.entries, kept.happenings
    except FormError:
        entries, log = (), Happenings()
        told = (_("The progress log has errors, so that what is recorded was not compared; run `kshc validate`."),)
    meant = *effects(before, after, pairs), *unfitting(entries, before, after)
    beside = tuple(recorded(log, before, after, meant)) if is_same_year else ()
    return found._replace(effects=meant, recorded=beside), told


def _in_columns(found: Comparison, old: Compared, new: Compared) -> PlainComparison:
    """Return what differs side by side, in the language of documents."""
    plan = new.opened.plan
    with speaking("vi"):
        return {
            "title": _("AMENDED CONTENTS, COMPARED"),
            "subject": plan.plan.subject,
            "sides": _("Holding: {old}. Amended: {new}.").format(old=_called(old.name), new=_called(new.name)),
            "author": plan.issuer.name,
            "day": day_of_document(plan).isoformat(),
            "headings": [_("Row"), _("What holds"), _("As amended"), _("Reason")],
            "blocks": cast("list[PlainBlock]", columns(found._replace(recorded=()))),
        }


def _called(name: str) -> str:
    """Return what a side is called in a document: a file without its folders."""
    return name if ":" in name else name.rpartition("/")[2]


def diff_answer(old: Compared, new: Compared, output: str, terminal: Terminal) -> Answer:
    """Return what differs between two plans in the form asked for. Raises FormError, UnreadableFileError."""
    found, told = comparison(old.opened, new.opened)
    answer: Answer = {"found": len(found.differences) + len(found.effects), "notes": [(note, False) for note in told]}
    if output == "json":
        plans = (old.name, old.opened.plan), (new.name, new.opened.plan)
        answer["record"] = dict(diff_record(found, *plans))
    elif output == "docx":
        answer["comparison"] = _in_columns(found, old, new)
    elif output == "markdown":
        answer["text"] = diff_markdown(found)
    else:
        answer["text"] = diff_text(found, terminal)
    return answer
