"""The words of a decision that amends a plan: what the tags of its template can name, in Vietnamese like the plan."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.compare.values import Difference
from kshc_cli.dataclass import dataclass, replace
from kshc_cli.documents.rendering.amended_differences import amendments
from kshc_cli.documents.rendering.amended_points import points, task_path
from kshc_cli.documents.rendering.amending_authority import authority_of
from kshc_cli.documents.rendering.issued_words import PrintedSource, Stamp, issued, source_of
from kshc_cli.documents.rendering.words import (
    PrintedArticle,
    PrintedDecision,
    PrintedIssuer,
    PrintedTable,
    article_of,
    printed,
    shown,
    table_of,
)
from kshc_cli.findings import Path
from kshc_cli.plan.annexes import annex_heading
from kshc_cli.plan.model import Plan
from kshc_cli.reading.folding import canonical

_TITLE: Final = "QUYẾT ĐỊNH"
_KIND: Final = "QĐ"
_ISSUED_WITH: Final = "{plan} ban hành kèm theo {act}"
_AMENDS: Final = "Sửa đổi, bổ sung một số nội dung của {plan}"
_ANNEXED: Final = "Nội dung đầy đủ của các nhiệm vụ được sửa đổi, bổ sung nêu tại Phụ lục kèm theo Quyết định này."
_REST: Final = (
    "Các nội dung khác của {plan} không được sửa đổi, bổ sung tại Quyết định này giữ nguyên hiệu lực thi hành."
)
_EXECUTES: Final = "Các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."
_TAKES_EFFECT: Final = "Quyết định này có hiệu lực kể từ ngày ký."
"""What a decision says of its effect where neither plan says it without a day of its own."""
_EFFECT: Final = re.compile(r"có hiệu lực", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
"""In what is said of the effect: a day or another document, which are those of the amended decision alone."""
_EXECUTION: Final = re.compile(r"chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)", re.IGNORECASE)
_PROPOSED: Final = re.compile(r"(?:theo|xét)\s+(?:đề nghị|tờ trình)", re.IGNORECASE)
_BASIS: Final = re.compile(r"căn cứ\b", re.IGNORECASE)
_AS_ARTICLE: Final = re.compile(r"như điều \d+[a-zđ]?", re.IGNORECASE)
_END: Final = "./."
_LAST: Final = re.compile(r"[\s./;,]+$")


@dataclass(frozen=True, slots=True)
class PrintedAmendment:
    """What the tags of the template of an amending decision can name."""

    issuer: PrintedIssuer
    """Who issues the amended plan."""
    decision: PrintedDecision
    """The decision; number and day are blanks where nobody stated them."""
    amended: PrintedSource
    """The plan that is amended, as it is in force."""
    tables: tuple[PrintedTable, ...]
    """The tasks that were amended or came, as they stand now, table by table; none where no row of a table was."""


def printed_amendment(old: Plan, new: Plan, found: Sequence[Difference], stamp: Stamp) -> PrintedAmendment | None:
    """Return the words of the decision that makes the new plan of the old one; None where no printed words differ."""
    told = amendments(found, old, new)
    if not told:
        return None
    tables = tuple(_tables(new, {path for path in map(task_path, told) if path}))
    act = _act(old)
    articles = [*_articles(old, new, [*points(told, old, new, act)], is_annexed=bool(tables))]
    executing = sum(1 for one in articles if one.label)
    recipients = tuple(_AS_ARTICLE.sub(f"Như Điều {executing}", shown(line)) for line in new.act.recipients)
    marked = issued(new, stamp, kind=_KIND, year=new.year, recipients=recipients)
    decision = PrintedDecision(
        number=marked.number,
        number_line=marked.number_line,
        date=marked.date,
        title=_TITLE,
        subject=_AMENDS.format(plan=_named(old)),
        authority=authority_of(new),
        bases=tuple(_bases(old, new)),
        articles=tuple(articles),
        recipients=marked.recipients,
        signature=marked.signature,
    )
    words = printed(old)
    return PrintedAmendment(printed(new).issuer, decision, source_of(words, old.year), tables)


def _act(plan: Plan) -> str:
    """Return kind, number and date of what issued a plan."""
    return source_of(printed(plan), plan.year).act


def _named(plan: Plan) -> str:
    """Name a plan by what it is about and what issued it."""
    kind, about = shown(plan.plan.title).capitalize(), _going_on(shown(plan.plan.subject))
    if plan.decision:
        return _ISSUED_WITH.format(plan=f"{kind} {about}", act=f"{_act(plan)} của {_issuing(plan)}")
    return f"{_act(plan)} của {shown(plan.issuer.name)} {_about(about)}"


def _briefly(plan: Plan) -> str:
    kind = shown(plan.plan.title).capitalize()
    return _ISSUED_WITH.format(plan=kind, act=_act(plan)) if plan.decision else _act(plan)


def _about(words: str) -> str:
    return words if words.startswith("về ") else f"về {words}"


def _issuing(plan: Plan) -> str:
    """Return who issued a plan, in small letters: the authority with the name of the issuing body in it."""
    name, authority = shown(plan.issuer.name), authority_of(plan)
    rest = canonical(authority).removesuffix(canonical(name)).strip()
    if canonical(authority).endswith(canonical(name)) and rest:
        return f"{authority[: len(rest)].capitalize()} {name}"
    return name


def _bases(old: Plan, new: Plan) -> Iterator[str]:
    """Yield the bases of the new plan, with what is amended before who proposes it."""
    lines = new.decision.bases if new.decision else [one for one in new.plan.preamble if _BASIS.match(one)]
    own = [line for text in lines for line in shown(text).split("\n") if line.strip()]
    place = next((number for number, line in enumerate(own) if _PROPOSED.match(line)), len(own))
    amended = f"Căn cứ {_cited(old)};"
    found = [*own[:place], amended, *own[place:]]
    yield from (f"{_LAST.sub('', line)};" for line in found[:-1])
    yield f"{_LAST.sub('', found[-1])}."


def _cited(plan: Plan) -> str:
    if plan.decision:
        return f"{_act(plan)} của {_issuing(plan)} {_going_on(shown(plan.decision.subject))}"
    return _named(plan)


def _articles(old: Plan, new: Plan, told: Sequence[str], *, is_annexed: bool) -> Iterator[PrintedArticle]:
    """Yield the articles: what changes, that the rest stays in force, from when, and who executes it."""
    further = [_REST.format(plan=_briefly(old))]
    own, former = _of_any_day(new), _of_any_day(old)
    executes = next((text for text in own if _EXECUTION.search(text)), _EXECUTES)
    effect = next(filter(_EFFECT.search, (*own, *former)), _TAKES_EFFECT)
    further += [executes] if _EFFECT.search(executes) else [effect, executes]
    yield PrintedArticle("Điều 1.", f" {_AMENDS.format(plan=_named(old))} như sau:")
    said = (line for text in (*told, *([_ANNEXED] if is_annexed else ())) for line in text.split("\n"))
    yield from (PrintedArticle("", line) for line in said if line.strip())
    unique = [*dict.fromkeys(further)]
    for number, words in enumerate(unique, 2):
        lines = [line for line in words.split("\n") if line.strip()]
        for place, line in enumerate(lines):
            is_last = number == len(unique) + 1 and place == len(lines) - 1
            text = _LAST.sub("", line) + _END if is_last else line.removesuffix(_END) + "." * line.endswith(_END)
            yield PrintedArticle(f"Điều {number}." if place == 0 else "", f" {text}" if place == 0 else text)


def _of_any_day(plan: Plan) -> list[str]:
    """Return the articles of a plan's decision, but for one that says from which day that decision is in force."""
    said = [article_of(shown(text)).text.strip() for text in (plan.decision.articles if plan.decision else ())]
    return [text for text in said if not (_EFFECT.search(text) and _DIGIT.search(text))]


def _tables(plan: Plan, rows: set[Path]) -> Iterator[PrintedTable]:
    """Yield the tables with the rows; of several sections, or of an annex, each first one below what that is called."""
    sections = {path[2] for path in rows if "tables" in path}
    for number, section in enumerate(plan.plan.sections):
        over = shown(section.heading).strip() if len(sections) > 1 or annex_heading(section.heading) else ""
        for index, table in enumerate(section.tables):
            path: Path = ("plan", "sections", number, "tables", index)
            if found := table_of(plan, table, lambda *steps, path=path: (*path, *steps) in rows):
                yield replace(found, heading=_over(over, found.heading))
                over = ""


def _over(section: str, table: str) -> str:
    """Return what stands over a table: what its section is called, without of which document it is a part."""
    annex = annex_heading(section)
    name = ". ".join(filter(None, (_LAST.sub("", annex.number), " ".join(annex.names)))) if annex else section
    return "\n".join(filter(None, (name, table)))


def _going_on(words: str) -> str:
    """Return words as they go on a sentence."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
