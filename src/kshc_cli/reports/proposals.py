"""Proposals for the registry: as YAML to be pasted, as rows, and as JSON."""

import math
from collections.abc import Sequence
from typing import Final

import yaml

from kshc_cli.messages import _, ngettext, plain
from kshc_cli.plan.model import Agency
from kshc_cli.reading.proposals import Proposal
from kshc_cli.reports.drawing import ColumnHeading
from kshc_cli.reports.json_text import Json

PROPOSAL_FIELDS: Final = ("words", "count", "places", "proposal")
"""The columns of CSV answers."""

_SHOWN: Final = 5


def proposal_record(proposal: Proposal) -> Json:
    """Return a proposal; ``entry`` has only the fields that are to be written."""
    return {
        "words": list(proposal.words),
        "count": len(proposal.places),
        "places": [{"task": place.task, "field": place.field} for place in proposal.places],
        "entry": _fields(proposal.entry) if proposal.entry else None,
        "alias": proposal.alias,
        "alias_of": proposal.alias_of,
        "slip": proposal.slip,
        "member_of": list(proposal.member_of),
    }


def proposal_headings() -> tuple[ColumnHeading, ...]:
    """Return the headings of a table of proposals."""
    return (
        ColumnHeading(_("Unread words"), 2),
        ColumnHeading(_("Times")),
        ColumnHeading(_("Where"), 1),
        ColumnHeading(_("Proposal"), 3),
    )


def proposal_cells(proposal: Proposal) -> tuple[str, str, str, str]:
    """Return a proposal's cells for ``PROPOSAL_FIELDS``."""
    return "; ".join(proposal.words), str(len(proposal.places)), _places(proposal), _said(proposal)


def _said(proposal: Proposal) -> str:
    if proposal.slip:
        return _("a slip for {id}?").format(id=proposal.alias_of)
    if proposal.alias_of is not None:
        return _("alias of {id}: {name}").format(id=proposal.alias_of, name=proposal.alias)
    if proposal.entry is None:
        return "–"
    entry = _yaml(_fields(proposal.entry), flow=True)
    groups = ", ".join(proposal.member_of)
    return f"{entry}; " + _("member of {groups}").format(groups=groups) if groups else entry


def proposals_yaml(proposals: Sequence[Proposal]) -> str:
    """Write the new entries as YAML, indented as in a plan; everything else as comments, so that all can be pasted."""
    entries = [line for one in proposals if one.entry for line in _entry_lines(one, one.entry)]
    aliases = [line for one in proposals if one.alias_of and not one.slip for line in _alias_lines(one)]
    slips = [_comment(one, f"{'; '.join(one.words)} → {one.alias_of}") for one in proposals if one.slip]
    others = [_comment(one, "; ".join(one.words)) for one in proposals if not one.entry and not one.alias_of]
    blocks = (
        (_("New entries: check names and ids, then paste what fits below `agencies:`."), entries),
        (_("Other names of bodies that are there: add them to the aliases of the entry."), aliases),
        (_("Likely slips: correct the words, or name the body beside them: {text: …, agencies: [id]}."), slips),
        (_("No proposal: correct the words, or name the bodies beside them: {text: …, agencies: [id]}."), others),
    )
    return "\n".join("".join(f"  {line}\n" for line in (f"# {title}", *lines)) for title, lines in blocks if lines)


def _entry_lines(proposal: Proposal, entry: Agency) -> list[str]:
    lines = [_comment(proposal, ""), *_yaml([_fields(entry)]).splitlines()]
    if entry.members:
        lines.insert(1, "# " + _("Members guessed by their names: check them."))
    if proposal.member_of:
        lines.insert(1, "# " + _("Add its id to the members of {groups}.").format(groups=", ".join(proposal.member_of)))
    return lines


def _alias_lines(proposal: Proposal) -> list[str]:
    return [_comment(proposal, ""), f"# {_yaml({'id': proposal.alias_of, 'aliases': [proposal.alias]}, flow=True)}"]


def _comment(proposal: Proposal, words: str) -> str:
    end = f": {plain(words)}" if words else ""
    where = ngettext("stands once: task {ids}", "stands {n} times: task {ids}", len(proposal.places))
    return f"# {plain(where.format(n=len(proposal.places), ids=_places(proposal)))}{end}"


def _places(proposal: Proposal) -> str:
    """Name the first cells in which the words stand."""
    fields = {"lead": _("lead"), "coop": _("cooperating")}
    places = tuple(dict.fromkeys(f"{place.task} ({fields[place.field]})" for place in proposal.places))
    return ", ".join(places[:_SHOWN]) + (", …" if len(places) > _SHOWN else "")


def _fields(entry: Agency) -> dict[str, object]:
    fields: dict[str, object] = entry.model_dump(mode="json", exclude_defaults=True)
    return fields


def _yaml(value: object, *, flow: bool = False) -> str:
    style = True if flow else None
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=style, width=math.inf)
    return str(text).strip()
