"""Puts the plan together of the words that were recognised in a document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind, OfficialDocument
from kshc_cli.documents.importing.issuance import Stamp, decision_of, is_bare_label, issuance_of, reference_of, stamp_of
from kshc_cli.documents.importing.issuer import spelt
from kshc_cli.documents.importing.ledger import Ledger
from kshc_cli.documents.importing.plan_year import year_of_plan
from kshc_cli.documents.importing.sections import Contents
from kshc_cli.documents.importing.words import typed
from kshc_cli.documents.word.body import Body
from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import AttachedPlan, Column, Plan, Section
from kshc_cli.plan.record import GAP
from kshc_cli.reading.folding import canonical

LETTER: Final = "CÔNG VĂN"
"""What a plan is called that is a letter, which has no title."""


def plan_of_words(
    document: OfficialDocument, contents: Contents, body: Body, ledger: Ledger, *, year: int | None, like: Plan | None
) -> Plan:
    """Return the plan of the words that were recognised, without a registry. Raises UnknownYearError."""
    main, plan_act, _further = parts_of(document)
    stamp = stamp_of(main, ledger)
    issuer = _issuer(main or plan_act, stamp, body, ledger)
    attached = _attached(main, plan_act, contents, stamp, ledger, like)
    is_decided = attached.reference is not None or (main is not None and main.kind is ActKind.DECISION)
    decision = decision_of(main, stamp, ledger) if is_decided else None
    for act in document.acts:
        _cross_out_fixed_words(act, issuer, ledger)
        ledger.leave((*act.addressees, *(() if act is main and is_decided else (*act.authority, *act.bases))))
        if act is not main:
            _leave_frame(act, issuer, ledger)
    subject = next(iter(contents.preamble), "") if attached.subject == GAP else attached.subject
    return Plan.model_validate(
        {
            "schema": "kshc/1",
            "year": year or year_of_plan(subject, decision.subject if decision else "", stamp, like, contents),
            "issuer": issuer,
            "decision": decision,
            "issuance": None if is_decided else issuance_of(main, stamp, ledger),
            "agencies": (),
            "plan": attached.model_copy(update={"own_heading": not is_decided or attached.own_heading}),
        }
    )


def _attached(
    main: Act | None, act: Act | None, contents: Contents, stamp: Stamp, ledger: Ledger, like: Plan | None
) -> AttachedPlan:
    """Return the text of the plan, whose heading is its own where it has a Quốc hiệu."""
    subject = ledger.running(act.subject) if act else ""
    reference = reference_of(ledger.running(act.reference), stamp) if act else None
    title = ledger.running(act.title) if act else ""
    is_letter = main is not None and main.kind is ActKind.LETTER
    columns, sections = _with_common_columns(
        contents.sections or (Section(),), (like.plan.columns or ()) if like else ()
    )
    return AttachedPlan(
        title=title or (LETTER if is_letter else "KẾ HOẠCH"),
        subject=subject or GAP,
        reference=reference,
        own_heading=act is not None and bool(act.nation),
        columns=columns or None,
        preamble=contents.preamble,
        sections=sections,
    )


def parts_of(document: OfficialDocument) -> tuple[Act | None, Act | None, tuple[Act, ...]]:
    """Return the text that is signed, the one that is the plan (perhaps the same), and those attached to it."""
    main, attached = document.main, document.attached
    if main is not None and main.kind is not ActKind.DECISION:
        attached = main
    rest = tuple(act for act in document.acts if act is not main and act is not attached)
    return main, attached, rest


def _issuer(act: Act | None, stamp: Stamp, body: Body, ledger: Ledger) -> Issuer:
    name = ledger.running(act.issuer) if act else ""
    parent = ledger.running(act.parent) if act else ""

    def texts() -> Iterator[str]:
        yield body.author
        yield from (paragraph.text for paragraph in body.paragraphs)

    return Issuer(name=spelt(name, texts()) or GAP, parent=spelt(parent, texts()) or None, place=stamp.place)


def _cross_out_fixed_words(act: Act, issuer: Issuer, ledger: Ledger) -> None:
    """Cross out what every document has: Quốc hiệu, labels, typed lines; and the issuer where it is named again."""
    ledger.cross_out((*act.nation, *act.motto, *act.enacting, *act.recipients_label))
    ledger.cross_out(each for each in act.others if not any(map(str.isalnum, typed(each))))
    for paragraphs, name in ((act.parent, issuer.parent), (act.issuer, issuer.name)):
        if canonical(" ".join(map(typed, paragraphs))) == canonical(name or ""):
            ledger.cross_out(paragraphs)
    ledger.leave(each for each in act.others if any(map(str.isalnum, typed(each))))


def _leave_frame(act: Act, issuer: Issuer, ledger: Ledger) -> None:
    """Leave who issues and signs a text behind the main one, and whom it goes to, even beside fixed words."""
    ledger.leave((*act.number, *act.place_date, *act.recipients, *act.position, *act.signer))
    ledger.leave(each for each in act.recipients_label if not is_bare_label(typed(each)))
    for paragraphs, name in ((act.parent, issuer.parent), (act.issuer, issuer.name)):
        if canonical(" ".join(map(typed, paragraphs))) != canonical(name or ""):
            ledger.leave(paragraphs)


def _with_common_columns(
    sections: Sequence[Section], otherwise: tuple[Column, ...]
) -> tuple[tuple[Column, ...], tuple[Section, ...]]:
    """Return the columns that most tables have, and the sections with the columns of only those tables that differ.

    A plan without tables has the columns ``otherwise``.
    """
    counts = Counter(table.columns for section in sections for table in section.tables if table.columns)
    common = counts.most_common(1)[0][0] if counts else otherwise
    return common, tuple(
        section.model_copy(
            update={
                "tables": tuple(
                    table.model_copy(update={"columns": None}) if table.columns == common else table
                    for table in section.tables
                )
            }
        )
        for section in sections
    )
