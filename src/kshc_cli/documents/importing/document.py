"""A Word document as a plan, with what has no place in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.act import Act, ActKind, OfficialDocument
from kshc_cli.documents.components.recognition import recognised
from kshc_cli.documents.importing.doubts import (
    giving_article,
    judged_columns,
    shifted_rows,
    titled_otherwise,
    unfollowed_articles,
    untold_duties,
)
from kshc_cli.documents.importing.errors import NoTaskTableError, UnknownYearError
from kshc_cli.documents.importing.issuance import Stamp, decision_of, is_bare_label, issuance_of, reference_of, stamp_of
from kshc_cli.documents.importing.issuer import spelt
from kshc_cli.documents.importing.kinds import (
    addressed_by,
    articles_of,
    goes_upwards,
    hands_out,
    may_plan,
    title_of_telling,
)
from kshc_cli.documents.importing.ledger import Ledger, said_of
from kshc_cli.documents.importing.likeness import likened
from kshc_cli.documents.importing.prose import Prose, prose_of
from kshc_cli.documents.importing.registry import (
    with_addressees,
    with_registry,
    with_registry_of_sentences,
    with_those_named,
)
from kshc_cli.documents.importing.sections import Contents
from kshc_cli.documents.importing.spoken import with_spoken_tasks
from kshc_cli.documents.importing.task_table import Known
from kshc_cli.documents.importing.words import as_read, typed
from kshc_cli.documents.word.body import Block, Body, Paragraph, Table
from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import AttachedPlan, Column, Plan, Section
from kshc_cli.plan.record import GAP
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading.folding import canonical

_CITED_DAY: Final = re.compile(
    r"\bngày\b[^,;]{0,12}\btháng\b.{0,8}?\bnăm\s+\d{4}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b", re.IGNORECASE
)
"""A day in a subject: that of another document, which tells no year of the plan."""
_YEAR: Final = re.compile(r"\bnăm\s+(199\d|2[01]\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What a document gave: the plan, and a warning for each of its paragraphs and rows that is not in it."""

    plan: Plan
    left: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    """What speaks against its being a plan."""
    untold: tuple[Finding, ...]
    """Where its paragraphs name deadlines of what is no task of the plan."""
    prose: Prose
    """What became of its paragraphs."""


def imported(body: Body, *, year: int | None = None, like: Plan | None = None) -> Imported:
    """Return the plan that a document holds, with a proposed registry, or with all that ``like`` adds to its words.

    Without ``year`` the document says it: in the plan's subject, else in the decision's, else in its date; else it is
    that of ``like``. Raises NoTaskTableError and UnknownYearError.
    """
    ledger = Ledger(body)
    document = recognised(body)
    main, plan_act, further = _parts(document)
    articles = articles_of(main)
    telling = title_of_telling(plan_act or main) if like is None else ""
    contents = Contents(ledger, _known(like), like.plan.labels if like else None, gives_duties=not telling)
    _add_contents(contents, plan_act, further, document, ledger)
    if not contents.has_tasks and not _may_speak(plan_act or main, contents, like, telling):
        raise NoTaskTableError(_about_others(ledger) or _about_kind(telling) or _about_articles(articles))
    plan = _plan(document, contents, body, ledger, year=year, like=like)
    known = _with_bodies(plan if like is None else _with_those_of(like, plan), is_spoken=not contents.has_tasks)
    spoken = known if telling else with_spoken_tasks(known, timed=contents.has_tasks, like=like)
    if like is None and next(placed_tasks(spoken), None) is None:
        raise NoTaskTableError(_about_others(ledger) or _about_articles(articles))
    found = with_addressees(with_those_named(spoken), addressed_by(main)) if like is None else likened(spoken, like)
    is_handed_out = not contents.has_tasks and main is not None and hands_out(main)
    titles = titled_otherwise((main, plan_act)) if like is None and not is_handed_out else ()
    doubts = (*titles, *judged_columns(contents.judged), *shifted_rows(ledger.shifted))
    untold = (*unfollowed_articles(articles), *untold_duties(found, contents.paragraphs))
    return Imported(found, ledger.left(), doubts, untold, prose_of(found, contents.paragraphs, untold))


def _about_articles(articles: Sequence[Paragraph]) -> str:
    """Say that articles are no tasks, with the first that gives somebody a duty."""
    words = giving_article(articles)
    if not words:
        return ""
    return _("Articles of a decision hold no tasks: “{words}”").format(words=words)


def _about_others(ledger: Ledger) -> str:
    """Name the first table that looks like tasks and holds none."""
    for number, other in ledger.others.items():
        rows = {one.address.row for one in ledger.paragraphs if one.address.table == number}
        return _("Table {n}: {sentence}").format(n=number, sentence=said_of(other, len(rows)))
    return ""


def _about_kind(title: str) -> str:
    """Say what a text is that gives nobody a duty."""
    if not title:
        return ""
    return _("Its title is “{title}”: in such a text paragraphs give nobody a duty, only its tables were read.").format(
        title=title
    )


def _may_speak(act: Act | None, contents: Contents, like: Plan | None, telling: str) -> bool:
    """Tell whether a document without a table of tasks or labels may give them out in its sentences."""
    if telling or not (contents.sections or contents.preamble):
        return False
    if like is not None:
        return not any(one.tables for one in like.plan.sections)
    return act is not None and may_plan(act) and not goes_upwards(act, contents.paragraphs)


def _with_bodies(plan: Plan, *, is_spoken: bool) -> Plan:
    """Return a plan with the bodies of its cells, or of its sentences where they give out its duties, beside its own.

    Those that no earlier plan has make tasks of their sentences; the registry stays that plan's.
    """
    return with_registry_of_sentences(plan) if is_spoken else with_registry(plan)


def _with_those_of(like: Plan, plan: Plan) -> Plan:
    return plan.model_copy(update={"agencies": like.agencies})


def _plan(
    document: OfficialDocument, contents: Contents, body: Body, ledger: Ledger, *, year: int | None, like: Plan | None
) -> Plan:
    """Return the plan of the words that were recognised, without a registry."""
    main, plan_act, _further = _parts(document)
    stamp = stamp_of(main, ledger)
    issuer = _issuer(main or plan_act, stamp, body, ledger)
    subject = ledger.running(plan_act.subject) if plan_act else ""
    reference = reference_of(ledger.running(plan_act.reference), stamp) if plan_act else None
    title = ledger.running(plan_act.title) if plan_act else ""
    opening = next(iter(contents.preamble), "")
    is_letter = main is not None and main.kind is ActKind.LETTER
    is_decided = reference is not None or (main is not None and main.kind is ActKind.DECISION)
    decision = decision_of(main, stamp, ledger) if is_decided else None
    for act in document.acts:
        _cross_out_fixed_words(act, issuer, ledger)
        ledger.leave((*act.addressees, *(() if act is main and is_decided else (*act.authority, *act.bases))))
        if act is not main:
            _leave_frame(act, issuer, ledger)
    columns, sections = _with_common_columns(
        contents.sections or (Section(),), (like.plan.columns or ()) if like else ()
    )
    return Plan.model_validate(
        {
            "schema": "kshc/1",
            "year": year
            or _year(subject or opening, decision.subject if decision else "", stamp, like)
            or _year_over_tables(contents),
            "issuer": issuer,
            "decision": decision,
            "issuance": None if is_decided else issuance_of(main, stamp, ledger),
            "agencies": (),
            "plan": AttachedPlan(
                title=title or ("CÔNG VĂN" if is_letter else "KẾ HOẠCH"),
                subject=subject or GAP,
                reference=reference,
                own_heading=not is_decided or (plan_act is not None and bool(plan_act.nation)),
                columns=columns or None,
                preamble=contents.preamble,
                sections=sections,
            ),
        }
    )


def _parts(document: OfficialDocument) -> tuple[Act | None, Act | None, tuple[Act, ...]]:
    """Return the text that is signed, the one that is the plan (perhaps the same), and those attached to it."""
    main, attached = document.main, document.attached
    if main is not None and main.kind is not ActKind.DECISION:
        attached = main
    rest = tuple(act for act in document.acts if act is not main and act is not attached)
    return main, attached, rest


def _known(like: Plan | None) -> Known:
    if like is None:
        return {}
    tables = (table.columns for section in like.plan.sections for table in section.tables)
    return {tuple(as_read(each.header) for each in one): one for one in (like.plan.columns, *tables) if one}


def _add_contents(
    contents: Contents, plan: Act | None, further: Sequence[Act], document: OfficialDocument, ledger: Ledger
) -> None:
    """Gather the sections of the plan, of what is attached to it, and of what stands beside them."""
    if plan is not None:
        contents.add(plan.content)
    elif document.main is not None:
        contents.add(tuple(block for block in document.main.content if isinstance(block, Table)))
    for act in further:
        heading = ledger.lines((*act.title, *act.subject, *act.reference))
        contents.add_further(act.content, heading or None)
    if document.strays and plan is None:
        contents.add(document.strays)
    elif strays := _behind_title(document.strays, plan):
        contents.add_further(strays, None)


def _behind_title(strays: Sequence[Block], plan: Act | None) -> tuple[Block, ...]:
    """Return what stands beside a document's texts, but for paragraphs above the plan's title, which no plan holds."""
    first = min((one.address.paragraph for one in plan.title), default=0) if plan else 0
    return tuple(one for one in strays if isinstance(one, Table) or one.address.paragraph > first)


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


def _year(subject: str, decision: str, stamp: Stamp, like: Plan | None) -> int | None:
    """Return the plan's year: that of an earlier plan with the same subject and day, else the one that is named.

    Of several years in a subject the one counts that fits the day of issue: a plan is for its year, or for the next.
    """
    if like is not None and as_read(like.plan.subject) == subject and stamp.day in {None, like.act.date}:
        return like.year
    named = [int(found) for words in (subject, decision) for found in _YEAR.findall(_CITED_DAY.sub("", words))]
    near = (year for year in named if stamp.year is not None and 0 <= year - stamp.year <= 1)
    return next(near, None) or next(iter(named), None) or stamp.year or (like.year if like else None)


def _year_over_tables(contents: Contents) -> int:
    """Return the one year that headings and title lines name. Raises UnknownYearError for none or several."""
    tables = (table.heading for section in contents.sections for table in section.tables)
    words = (*contents.preamble, *(section.heading for section in contents.sections), *tables)
    years = {int(found) for each in words if each for found in _YEAR.findall(_CITED_DAY.sub("", each))}
    if len(years) != 1:
        raise UnknownYearError
    return years.pop()


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
