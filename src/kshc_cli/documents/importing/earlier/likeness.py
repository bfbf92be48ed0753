"""Takes over from an earlier plan what no document shows, wherever the two say the same words."""

from typing import Any

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.earlier.same_body import same_body
from kshc_cli.documents.importing.earlier.same_words import kept, kept_lines, kept_words
from kshc_cli.documents.importing.issuance import Stamp, reference_of
from kshc_cli.plan.act import Decision, Issuance, Issuer, Signature
from kshc_cli.plan.model import AttachedPlan, Plan
from kshc_cli.plan.record import GAP
from kshc_cli.reading.folding import canonical


def likened(read: Plan, earlier: Plan, *, reworded: bool = False) -> Plan:
    """Return what was read, with registry, calendar, ids, columns, duties and readings of the earlier plan.

    Rows in the place of others that were ``reworded`` are known by half of their words.
    Of a document that is neither stamped nor signed, such as a bare table, how the plan is issued is the earlier one's.
    """
    act = earlier.act if _is_bare(read.act) else _act(read.act, earlier.act)
    fields: dict[str, Any] = {
        "issuer": _issuer(read.issuer, earlier.issuer),
        "decision": act if isinstance(act, Decision) else None,
        "issuance": act if isinstance(act, Issuance) else None,
        "agencies": earlier.agencies,
        "calendar": earlier.calendar,
        "due_soon": earlier.due_soon,
        "follows": earlier.follows,
        "plan": _attached(read, earlier, reworded=reworded),
    }
    return read.model_copy(update=fields)


def _is_bare(act: Decision | Issuance) -> bool:
    """Tell whether the document holds nothing of what is stamped and signed."""
    signed = act.signature.lines != (GAP,) or act.signature.name is not None
    stamped = act.number is not None or act.date is not None or act.symbol != GAP
    return isinstance(act, Issuance) and not signed and not stamped and act.recipients == (GAP,)


def _issuer(new: Issuer, old: Issuer) -> Issuer:
    if new.name == GAP:
        return Issuer(name=old.name, parent=old.parent, place=old.place if new.place == GAP else new.place)
    same_parent = canonical(new.parent or "") == canonical(as_read(old.parent))
    return Issuer(
        name=old.name if canonical(new.name) == canonical(as_read(old.name)) else new.name,
        parent=old.parent if same_parent else new.parent,
        place=old.place if new.place == GAP else kept_words(new.place, old.place),
    )


def _act(new: Decision | Issuance, old: Decision | Issuance) -> Decision | Issuance:
    fields: dict[str, Any] = {
        "number": kept(new.number, old.number),
        "symbol": kept_words(new.symbol, old.symbol),
        "recipients": kept_lines(new.recipients, old.recipients),
        "signature": Signature(
            lines=kept_lines(new.signature.lines, old.signature.lines),
            name=kept(new.signature.name, old.signature.name),
        ),
    }
    if isinstance(new, Decision) and isinstance(old, Decision):
        fields |= {name: kept(getattr(new, name), getattr(old, name)) for name in ("title", "subject", "authority")}
        fields |= {name: kept_lines(getattr(new, name), getattr(old, name)) for name in ("bases", "articles")}
    return new.model_copy(update=fields)


def _attached(read: Plan, earlier: Plan, *, reworded: bool) -> AttachedPlan:
    new, old = read.plan, earlier.plan
    preamble, sections = same_body(read, earlier, reworded=reworded)
    stamp = Stamp(read.act.number, read.act.symbol, read.act.date, month=read.act.month)
    same_reference = _is_bare(read.act) or new.reference == reference_of(as_read(old.reference), stamp)
    return AttachedPlan(
        title=kept_words(new.title, old.title),
        subject=old.subject if new.subject == GAP else kept_words(new.subject, old.subject),
        reference=old.reference if same_reference else new.reference,
        own_heading=old.own_heading if read.decision is None else new.own_heading,
        columns=old.columns,
        labels=old.labels,
        preamble=preamble,
        sections=sections,
    )
