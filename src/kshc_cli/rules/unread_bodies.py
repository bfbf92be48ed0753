"""The rule about words of agency cells that nothing explains: one finding a name, wherever it stands."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kshc_cli.findings import Severity
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.record import is_illegible
from kshc_cli.reading.agencies.cited import is_citation
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.rule import Fault, plan_rule

if TYPE_CHECKING:
    from kshc_cli.reading.proposals import Proposal

_MOST: Final = 100
"""Names that have a finding of their own, those that stand in most cells first."""


@plan_rule(Severity.WARNING)
def unread_agency(plan: ReadPlan) -> Iterator[Fault]:
    """Words of an agency cell fit no name of the registry, so a body may not find its task."""
    if next(plan.unread_bodies(), None) is None:
        return
    from kshc_cli.reading.proposals import proposals  # noqa: PLC0415  most plans have no such words

    found = proposals(plan)
    for proposal in found[:_MOST]:
        message, remedy = _said(proposal, plan)
        yield Fault(
            (*proposal.places[0].path, "text"),
            message + _elsewhere(proposal),
            remedy,
            words=proposal.first,
        )
    if rest := found[_MOST:]:
        yield Fault(
            (*rest[0].places[0].path, "text"),
            ngettext("{n} more name is in no entry.", "{n} more names are in no entry.", len(rest)).format(n=len(rest)),
            _("`kshc agencies --unread` lists them all."),
            words=rest[0].first,
        )


def _said(proposal: "Proposal", plan: ReadPlan) -> tuple[str, str]:
    """Return what is wrong with words, and what to do."""
    words = proposal.first
    if proposal.alias_of is not None:
        return _likely(proposal, proposal.alias_of, plan)
    if is_illegible(words):
        message = _("“{words}” is illegible, wholly or in part.")
        return message.format(words=words), _(
            "Fill it in where it is known, or name the bodies beside the words: {text: …, agencies: [id]}."
        )
    if is_citation(words):
        message = _("“{words}” cites a document and names no body.")
        return message.format(words=words), _("Name the bodies beside the words: {text: …, agencies: [id]}.")
    if proposal.entry is None:
        message = _("kshc cannot read “{words}” as the name of a body.")
        return message.format(words=words), _(
            "Correct the words, or name the bodies beside them: {text: …, agencies: [id]}."
        )
    return _("No agency is called “{words}”.").format(words=words), _(
        "Correct the words, or add the body to the registry: `kshc agencies --unread --format yaml` proposes the entry."
    )


def _likely(proposal: "Proposal", agency: str, plan: ReadPlan) -> tuple[str, str]:
    name = plan.registry.by_id[agency].name
    message = _("No agency is called “{wish}”. Did you mean {names}?").format(
        wish=proposal.first, names=f"{name} ({agency})"
    )
    if proposal.slip:
        remedy = _("Correct the words; if the signed document has them, name the body: {{text: …, agencies: [{id}]}}.")
    else:
        remedy = _("Correct the words, or add them to the aliases of “{id}” if the body is called so, too.")
    return message, remedy.format(id=agency)


def _elsewhere(proposal: "Proposal") -> str:
    more = len({place.path for place in proposal.places}) - 1
    if not more:
        return ""
    return " " + ngettext("(and {n} more place)", "(and {n} more places)", more).format(n=more)
