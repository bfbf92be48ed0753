"""A Word document as a plan, with what has no place in it."""

from collections.abc import Sequence

from kshc_cli.compare.printed import as_read
from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.act import Act, OfficialDocument
from kshc_cli.documents.components.recognition import recognised
from kshc_cli.documents.importing.assembling import parts_of, plan_of_words
from kshc_cli.documents.importing.doubts import (
    coloured_tables,
    giving_lines,
    judged_columns,
    rival_columns,
    several_tasks,
    shifted_rows,
    titled_otherwise,
    unclear_cells,
    unfollowed_articles,
    untold_duties,
)
from kshc_cli.documents.importing.earlier.likeness import likened
from kshc_cli.documents.importing.errors import NoTaskTableError
from kshc_cli.documents.importing.kinds import (
    addressed_by,
    articles_of,
    goes_upwards,
    hands_out,
    may_plan,
    title_of_telling,
)
from kshc_cli.documents.importing.known_columns import known_columns
from kshc_cli.documents.importing.ledger import Ledger, said_of
from kshc_cli.documents.importing.paragraphs.prose import Prose, labels_are_few, prose_of
from kshc_cli.documents.importing.paragraphs.spoken import with_spoken_tasks
from kshc_cli.documents.importing.registry import (
    with_addressees,
    with_registry,
    with_registry_of_sentences,
    with_those_named,
)
from kshc_cli.documents.importing.sections import Contents
from kshc_cli.documents.importing.tables.beside import deadlines_in_contents
from kshc_cli.documents.importing.unfollowed import changing_cells, second_doers, untimed_tables
from kshc_cli.documents.word.body import Block, Body, Paragraph, WordTable
from kshc_cli.findings import Finding
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan, Table
from kshc_cli.plan.walk import placed_tasks


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
    looks: int
    """In how many of its paragraphs and cells some words are bold, italic or underlined, which is not kept."""


def imported(body: Body, *, year: int | None = None, like: Plan | None = None, reworded: bool = False) -> Imported:
    """Return the plan that a document holds, with a proposed registry, or with all that ``like`` adds to its words.

    Where the document is known to be that plan, ``reworded`` since, rows in the place of others are theirs.
    Without ``year`` the document says it: in the plan's subject, else in the decision's, else in its date; else it is
    that of ``like``. Raises NoTaskTableError and UnknownYearError.
    """
    ledger = Ledger(body)
    document = recognised(body)
    main, plan_act, further = parts_of(document)
    articles = articles_of(main)
    telling = title_of_telling(plan_act or main) if like is None else ""
    contents = Contents(ledger, known_columns(like), like.plan.labels if like else None, gives_duties=not telling)
    _add_contents(contents, plan_act, further, document, ledger)
    if not contents.has_tasks and not _may_speak(plan_act or main, contents, like, telling):
        raise NoTaskTableError(_about_others(ledger) or _about_kind(telling) or _about_articles(articles))
    plan = plan_of_words(document, contents, body, ledger, year=year, like=like)
    is_spoken = not contents.has_tasks or _speaks(plan_act or main, contents)
    known = _with_bodies(plan if like is None else _with_those_of(like, plan), is_spoken=is_spoken)
    spoken = known if telling else with_spoken_tasks(known, timed=not is_spoken, like=like)
    if like is None and next(placed_tasks(spoken), None) is None:
        raise NoTaskTableError(_about_others(ledger) or _about_articles(articles))
    found = (
        with_addressees(with_those_named(spoken), addressed_by(main))
        if like is None
        else likened(spoken, like, reworded=reworded)
    )
    is_titled = like is not None or (not contents.has_tables and main is not None and hands_out(main))
    titles = () if is_titled else titled_otherwise((main, plan_act), has_tables=contents.has_tables)
    columns = (*judged_columns(contents.judged), *_unfollowed(_new_tables(contents, like), spoken))
    cells = (*unclear_cells(ledger.unclear), *several_tasks(ledger.several), *changing_cells(ledger.noted))
    rows = (*shifted_rows(ledger.shifted), *cells, *coloured_tables(ledger.coloured))
    rows_beside = deadlines_in_contents(contents.tables, found, _contents_of(like))
    untold = (
        *unfollowed_articles(articles),
        *rows_beside,
        *untold_duties(found, contents.paragraphs, plans=not telling),
    )
    doubts, prose = (*titles, *columns, *rows), prose_of(found, contents.paragraphs, untold)
    return Imported(found, ledger.left(), doubts, untold, prose, sum(map(_sets_apart, contents.all_paragraphs)))


def _sets_apart(paragraph: Paragraph) -> bool:
    """Tell whether some words of a paragraph are set apart from the others: **Lưu ý:** gửi đúng hạn."""
    looks = {(run.format.bold, run.format.italic, run.format.underlined) for run in paragraph.seen}
    return len(looks) > 1


def _contents_of(like: Plan | None) -> frozenset[str]:
    """Return the lines of the contents of an earlier plan's rows."""
    contents = (one.task.content for one in placed_tasks(like) if one.table is not None) if like else ()
    return frozenset(line for content in contents for line in as_read(content).split("\n"))


def _new_tables(contents: Contents, like: Plan | None) -> list[tuple[WordTable, tuple[Table, ...]]]:
    """Return the tables of tasks whose columns no earlier plan has: of others that one says what each column holds."""
    known = known_columns(like)
    headers = (tuple(as_read(each.header) for each in found[0].columns or ()) for _table, found in contents.tables)
    return [one for one, header in zip(contents.tables, headers, strict=True) if header not in known]


def _unfollowed(tables: Sequence[tuple[WordTable, tuple[Table, ...]]], plan: Plan) -> tuple[Finding, ...]:
    """Return what columns of tables say of who and when beside those that are followed."""
    return (*rival_columns(tables), *second_doers(tables), *untimed_tables(tables, plan))


def _about_articles(articles: Sequence[Paragraph]) -> str:
    """Say that articles are not read for tasks, how many of their lines give duties, and which is the first."""
    lines = giving_lines(articles)
    if not lines:
        return ""
    return ngettext(
        "kshc reads no tasks from the articles of a decision; {n} line of these seems to give a duty: “{words}”",
        "kshc reads no tasks from the articles of a decision; {n} lines of these seem to give duties, first: “{words}”",
        len(lines),
    ).format(n=len(lines), words=lines[0])


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


def _speaks(act: Act | None, contents: Contents) -> bool:
    """Tell whether a document gives out duties in its sentences though labels say who does some of them, or when."""
    if contents.has_tables or act is None or not may_plan(act) or goes_upwards(act, contents.paragraphs):
        return False
    return hands_out(act) or labels_are_few(contents.preamble, contents.sections)


def _with_bodies(plan: Plan, *, is_spoken: bool) -> Plan:
    """Return a plan with the bodies of its cells, and of its sentences where they give out duties, beside its own.

    Those that no earlier plan has make tasks of their sentences; the registry stays that plan's.
    """
    if not is_spoken:
        return with_registry(plan)
    is_labelled = any(one.items for one in plan.plan.sections)
    return with_registry_of_sentences(with_registry(plan) if is_labelled else plan)


def _with_those_of(like: Plan, plan: Plan) -> Plan:
    return plan.model_copy(update={"agencies": like.agencies})


def _add_contents(
    contents: Contents, plan: Act | None, further: Sequence[Act], document: OfficialDocument, ledger: Ledger
) -> None:
    """Gather the sections of the plan, of what is attached to it, and of what stands beside them."""
    if plan is not None:
        contents.add(plan.content)
    elif document.main is not None:
        contents.add(tuple(block for block in document.main.content if isinstance(block, WordTable)))
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
    return tuple(one for one in strays if isinstance(one, WordTable) or one.address.paragraph > first)
