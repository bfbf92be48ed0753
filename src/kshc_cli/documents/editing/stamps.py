"""Number, day and the line that names the decision: printed of several values, and read back into these."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from kshc_cli.compare.edited import NotTaken
from kshc_cli.compare.printed import held
from kshc_cli.documents.components.wording import date_words
from kshc_cli.documents.rendering.words import printed, shown
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.act import Decision, Issuance
from kshc_cli.plan.model import Plan

STAMPS: Final = frozenset(("number", "number_line", "date"))
"""What of an act is printed otherwise than it stands in a plan."""
_NUMBER: Final = re.compile(r"(?:Số\s*:)?\s*(?P<number>[^/]*?)\s*/\s*(?P<symbol>\S+)\s*")
_DAY: Final = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_CITED: Final = re.compile(r"(?<=số )[^\s/]*\s*/\s*(?:\d{4}/)?[^\W\d_][^\s,;.()]*", re.IGNORECASE)
_REFERENCE: Final = ("plan", "reference")


def with_stamps(values: Mapping[Path, str | None], plan: Plan) -> tuple[dict[Path, str | None], list[NotTaken]]:
    """Return new words of a plan, what is stamped as its values; and what of it cannot be read."""
    found = {path: words for path, words in values.items() if not _is_stamp(path)}
    left: list[NotTaken] = []
    for path, words in values.items():
        if _is_stamp(path):
            stamp = dict(_number(path, words or "") if path[-1] != "date" else _day(path, words or "", plan.act))
            if not stamp:
                reason = _("it is no number with its symbol, or no day: write it in plan.yaml")
                left.append(NotTaken(reason, words or ""))
            found |= {each: new for each, new in stamp.items() if new != _now(plan.act, str(each[-1]))}
    if _REFERENCE in found:
        words = found.pop(_REFERENCE)
        read = _reference(words, found, plan)
        if read is None:
            left.append(
                NotTaken(_("its number or day is missing, not read, or another one than in the heading"), words or "")
            )
        found |= read or {}
    return found, left


def _is_stamp(path: Path) -> bool:
    return len(path) == 2 and path[0] in {"decision", "issuance"} and path[1] in STAMPS


def _now(act: Decision | Issuance, name: str) -> str | None:
    value = getattr(act, name)
    return value.isoformat() if isinstance(value, date) else value


def _number(path: Path, words: str) -> Iterator[tuple[Path, str | None]]:
    if match := _NUMBER.fullmatch(words):
        yield (path[0], "number"), match["number"].strip(" .…_\N{NO-BREAK SPACE}") or None
        yield (path[0], "symbol"), match["symbol"]


def _day(path: Path, words: str, act: Decision | Issuance) -> Iterator[tuple[Path, str | None]]:
    match = _DAY.fullmatch(words.strip())
    if match is None:
        return
    day, month, year = map(int, match.groups())
    try:
        new = date(year, month, day)
    except ValueError:
        return
    yield (path[0], "date"), new.isoformat()
    if act.month is not None and not new.isoformat().startswith(act.month):
        yield (path[0], "month"), None


def _reference(words: str | None, values: Mapping[Path, str | None], plan: Plan) -> dict[Path, str | None] | None:
    """Return the line that names the decision with marks for number and day, and these where only the line has them.

    None where it says others than the heading, or none.
    """
    act = printed(plan).decision or printed(plan).issuance
    if words is None or act is None or plan.plan.reference is None:
        return {_REFERENCE: words}
    name = "decision" if plan.decision else "issuance"
    number, symbol = (values.get((name, key), getattr(plan.act, key)) for key in ("number", "symbol"))
    day = values.get((name, "date"), plan.act.date.isoformat() if plan.act.date else None)
    stamps = [(act.number, "{number}"), (f"{shown(number)}/{symbol}" if number else "", "{number}")]
    stamps += [(act.date, "{date}"), (date_words(date.fromisoformat(day)) if day else "", "{date}")]
    for said, mark in stamps:
        if said and mark in plan.plan.reference:
            words = words.replace(held(said), mark)
    return _with_cited(words, plan.plan.reference, values, name, plan)


def _with_cited(
    words: str, before: str, values: Mapping[Path, str | None], name: str, plan: Plan
) -> dict[Path, str | None] | None:
    """Return a line with marks also for a number and day that are no others than those of the heading, and these."""
    found: dict[Path, str | None] = {}
    for mark, pattern in (("{number}", _CITED), ("{date}", _DAY)):
        if mark not in before or mark in words:
            continue
        cited = [*pattern.finditer(words)]
        if len(cited) != 1:
            return None
        said = cited[0][0]
        read = dict(_day((name,), said, plan.act) if mark == "{date}" else _number((name,), said))
        if not read or any(values.get(path, new) != new for path, new in read.items()):
            return None
        words = words.replace(said, mark, 1)
        found |= {path: new for path, new in read.items() if new != _now(plan.act, str(path[-1]))}
    return found if words == before else {**found, _REFERENCE: words}
