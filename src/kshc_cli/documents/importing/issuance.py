"""Reads what is stamped and signed of a text: number, day, recipients, signature; and a decision's own words."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.wording import date_words
from kshc_cli.documents.importing.ledger import Ledger
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.plan.act import Decision, Issuance, Signature
from kshc_cli.plan.record import GAP

_BLANKS: Final = r"[\s\u00a0.…_\[\]?]*"
_NUMBER_LINE: Final = re.compile(r"s[ốô]\s*:?\s*(?P<number>[^/]*)(?:/\s*(?P<symbol>.*))?", re.IGNORECASE | re.DOTALL)
_DAY: Final = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:199|2[01]\d)\d)(?!\d)", re.IGNORECASE)
_BLANK_DAY: Final = re.compile(
    rf"ngày{_BLANKS}tháng{_BLANKS}năm(?:\s+(?P<year>\d{{4}})|{_BLANKS})(?!\w)", re.IGNORECASE
)
_BLANK_IN_MONTH: Final = re.compile(
    rf"ngày{_BLANKS}tháng\s+(?P<month>0?[1-9]|1[0-2])\s+năm\s+(?P<year>(?:199|2[01]\d)\d)(?!\w)", re.IGNORECASE
)
"""A date of which only the day is blank."""
_YEAR: Final = re.compile(r"năm\s+((?:199|2[01]\d)\d)(?!\d)", re.IGNORECASE)
_PLACE: Final = re.compile(r"\s*,?\s*ngày\b.*", re.IGNORECASE | re.DOTALL)
_LABEL: Final = re.compile(r"\s*nơi\s+nhận\s*:?\s*", re.IGNORECASE)
"""The words Nơi nhận; recipients may follow them in the same paragraph."""

_DASH: Final = re.compile(r"^[-–—+*•]\s*")
_ARTICLE: Final = re.compile(r"Điều\s+\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The number and day of a text, and the place before its day."""

    number: str | None = None
    symbol: str = GAP
    day: date | None = None
    year: int | None = None
    """The year that its date names, in full or not."""
    place: str = GAP
    month: str | None = None
    """The month of a date whose day is blank, as YYYY-MM."""


def stamp_of(act: Act | None, ledger: Ledger) -> Stamp:
    """Read the line "Số: …" and the line with place and date; what is blank or missing stays open.

    A date of which only a part is there stays open too, but for its month where only the day is blank. Where the line
    says more than the plan holds, it is not crossed out.
    """
    if act is None:
        return Stamp()
    number, symbol = _number(ledger.running(act.number))
    line = ledger.running(act.place_date)
    day = day_in(line)
    year = _YEAR.search(line)
    place = _PLACE.sub("", line)
    date_line = line[len(place) :].strip(" ,\u00a0")
    month = month_in(date_line)
    if line and not (_DAY.fullmatch(date_line) and day) and not month and not _BLANK_DAY.fullmatch(date_line):
        ledger.leave(act.place_date)
    return Stamp(
        number=number,
        symbol=symbol,
        day=day,
        year=int(year[1]) if year else None,
        place=place or GAP,
        month=month,
    )


def _number(line: str) -> tuple[str | None, str]:
    found = _NUMBER_LINE.match(line)
    if found is None:
        return None, GAP
    number, symbol = found["number"].strip(), (found["symbol"] or "").strip()
    return (None if re.fullmatch(_BLANKS, number) else number), symbol or GAP


def day_in(words: str) -> date | None:
    """Return the day that words name in full."""
    found = _DAY.search(words)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def month_in(words: str) -> str | None:
    """Return the month of words that are a date whose day is blank, as YYYY-MM."""
    found = _BLANK_IN_MONTH.fullmatch(words)
    return f"{found['year']}-{int(found['month']):02d}" if found else None


def issuance_of(act: Act | None, stamp: Stamp, ledger: Ledger) -> Issuance:
    """Return how a plan is issued by itself."""
    return Issuance(
        number=stamp.number,
        symbol=stamp.symbol,
        date=stamp.day,
        month=stamp.month,
        recipients=_recipients(act, ledger),
        signature=_signature(act, ledger),
    )


def is_bare_label(words: str) -> bool:
    """Tell whether words are nothing but Nơi nhận, without recipients behind it."""
    return _LABEL.fullmatch(words) is not None


def decision_of(act: Act | None, stamp: Stamp, ledger: Ledger) -> Decision:
    """Return the decision that issues a plan; without one, what is known of it, which is nothing but its kind."""
    act = act or Act(ActKind.DECISION)
    articles = [block for block in act.content if isinstance(block, Paragraph)]
    return Decision(
        number=stamp.number,
        symbol=stamp.symbol,
        date=stamp.day,
        month=stamp.month,
        recipients=_recipients(act, ledger),
        signature=_signature(act, ledger),
        title=ledger.running(act.title) or "QUYẾT ĐỊNH",
        subject=ledger.running(act.subject) or GAP,
        authority=ledger.running(act.authority) or GAP,
        bases=_each(act.bases, ledger),
        articles=tuple(_articles(articles, ledger)) or (GAP,),
    )


def _each(paragraphs: tuple[Paragraph, ...], ledger: Ledger) -> tuple[str, ...]:
    return tuple(filter(None, (ledger.lines((paragraph,)) for paragraph in paragraphs))) or (GAP,)


def _articles(paragraphs: list[Paragraph], ledger: Ledger) -> Iterator[str]:
    """Yield the articles, each with the paragraphs that follow it."""
    article = ""
    for paragraph in paragraphs:
        line = ledger.lines((paragraph,))
        if article and _ARTICLE.match(line):
            yield article
            article = ""
        article = "\n".join(filter(None, (article, line)))
    if article:
        yield article


def _recipients(act: Act | None, ledger: Ledger) -> tuple[str, ...]:
    if act is None:
        return (GAP,)
    labelled = (_LABEL.sub("", ledger.lines((each,)), count=1).split("\n") for each in act.recipients_label)
    lines = [line.strip() for behind in labelled for line in behind] + [
        ledger.lines((each,)) for each in act.recipients
    ]
    return tuple(words for line in lines if (words := _DASH.sub("", line))) or (GAP,)


def _signature(act: Act | None, ledger: Ledger) -> Signature:
    lines = [ledger.lines((each,)) for each in act.position] if act else []
    name = ledger.running(act.signer) if act else ""
    return Signature(lines=tuple(filter(None, lines)) or (GAP,), name=name or None)


def reference_of(words: str, stamp: Stamp) -> str | None:
    """Return the line "Kèm theo …" with ``{number}`` and ``{date}`` where it says what the decision itself says."""
    symbol = re.escape(stamp.symbol)
    number = re.escape(stamp.number) if stamp.number else _BLANKS.replace(r"\s", "")
    words = re.sub(rf"(?<![\w/]){number}\s*/\s*{symbol}(?![\w/-])", "{number}", words, count=1)
    for found in (*_DAY.finditer(words), *_BLANK_IN_MONTH.finditer(words), *_BLANK_DAY.finditer(words)):
        same = (day_in(found[0]), month_in(found[0])) == (stamp.day, stamp.month) and (
            stamp.day is None or found[0] == date_words(stamp.day)
        )
        if same:
            words = words.replace(found[0], "{date}", 1)
            break
    return words or None
