"""What an amending decision calls the places of a plan: headings, annexes, and what an addition stands beside."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.documents.rendering.words import article_of, shown
from kshc_cli.findings import Path
from kshc_cli.plan.annexes import annex_heading, annex_number
from kshc_cli.plan.model import Item, Plan, Task
from kshc_cli.plan.record import WordsRecord

THINGS: Final = {
    Subject.SECTION: "mục",
    Subject.TABLE: "bảng",
    Subject.GROUP: "nhóm nhiệm vụ",
    Subject.COLUMN: "cột",
    Subject.PARAGRAPH: "đoạn",
    Subject.TASK: "nhiệm vụ",
    Subject.PLAN: "đoạn",
}
NUMBER: Final = "số thứ tự"
_NAMES: Final = "number", "content", "text", "heading", "header"
"""The fields by which something is called."""
_WORDS: Final = 12
"""How many words call a long text, where no other one beside it begins so."""
_CUT: Final = " …"
_COME: Final = " mới được bổ sung"


def on_line(words: str) -> str:
    """Return words on one line."""
    return " ".join(shown(words).split("\n"))


def quoted(words: str | None) -> str:
    """Return words in quotation marks, on one line."""
    return f"“{on_line(words)}”" if words else ""


def heading_name(heading: str | None, thing: str = "mục") -> str:
    """Call a part by its heading: an annex by its number, any other by its words."""
    annex = annex_heading(shown(heading))
    if annex is None:
        return f"{thing} {quoted(heading)}" if heading else ""
    number = annex_number(annex.number)
    if number.casefold() != "phụ lục" or not annex.names:
        return number
    return f"{number} {quoted(' '.join(annex.names))}"


def where(place: Sequence[str | None]) -> str:
    """Say at which headings, the nearest first."""
    nearest, *others = [one for one in reversed(place) if one] or [""]
    above = [heading_name(one, "").strip() for one in others]
    return f"Tại {heading_name(nearest)}" + (f", thuộc {', '.join(above)}" if above else "") if nearest else ""


class Additions:
    """Says beside what something stands that came or was moved: by its words in force, else by those that it gets."""

    def __init__(self, found: Sequence[Difference], new: Plan) -> None:
        self._new = new
        self._come = {one.new.path for one in found if one.kind is Kind.ADDED and one.new}
        self._were: Mapping[Path, str] = {
            one.new.path[:-1] if one.field in _NAMES else one.new.path: one.old.words or ""
            for one in found
            if one.old
            and one.new
            and one.kind in {Kind.REWORDED, Kind.RENUMBERED}
            and (one.field in {"number", "text", "heading", "header", "preamble"} or one.subject is Subject.PARAGRAPH)
        }

    def beside(self, side: Side | None, subject: Subject) -> str:
        """Say behind or before what it stands; nothing where it stands alone, or what is there cannot be named."""
        if side is None or not isinstance(side.path[-1], int):
            return ""
        above, place = side.path[:-1], side.path[-1]
        beside = _at(self._new, above)
        before = [*range(place - 1, -1, -1)]
        behind = [at for at in range(place + 1, len(beside)) if (*above, at) not in self._come]
        for word, places in (("sau", before[:1]), ("trước", behind[:1])):
            for at in places:
                if name := self._name(beside, (*above, at), subject):
                    return f"vào {word} {name}{_COME * ((*above, at) in self._come)}"
        is_last = subject is Subject.SECTION and place == len(beside) - 1
        return f"vào cuối {shown(self._new.plan.title).capitalize()}" if is_last else ""

    def in_order(self, side: Side | None, subject: Subject) -> list[str]:
        """Name what stands in the list of something that was moved, in its new order, without what came.

        Nothing for lines of the decision and before the plan: each is told with what it is part of.
        """
        if side is None or subject in {Subject.DECISION, Subject.PLAN}:
            return []
        above = side.path[:-1]
        beside = _at(self._new, above)
        places = (at for at in range(len(beside)) if (*above, at) not in self._come)
        return [self._name(beside, (*above, at), subject) for at in places]

    def _name(self, beside: Sequence[Any], path: Path, subject: Subject) -> str:
        record = beside[int(path[-1])]
        words = self._were.get(path) or _words(record)
        if subject is Subject.DECISION:
            return article_of(shown(words)).label.removesuffix(".") or f"đoạn {beginning(words)}"
        thing = THINGS[subject]
        if subject in {Subject.SECTION, Subject.TABLE, Subject.GROUP}:
            return heading_name(words, thing)
        if isinstance(record, Task) and record.number:
            if [one.number for one in beside].count(record.number) == 1:
                return f"{thing} {NUMBER} {on_line(words)}"
            words = record.content
        return f"{thing} {beginning(words, [_words(one) for one in beside if one is not record])}" if words else ""


def beginning(words: str, beside: Sequence[str] = ()) -> str:
    """Quote how long words begin, as far as nothing beside them begins so; others whole."""
    first, *further = shown(words).strip().split("\n")
    short = first.split(" ")[:_WORDS]
    start = " ".join(short) if len(short) < len(first.split(" ")) else first
    if (start == first and not further) or any(one.startswith(start) for one in beside):
        return quoted(words)
    return f"“{start}{_CUT}”"


def _at(plan: Plan, path: Sequence[str | int]) -> Any:  # noqa: ANN401  a record of some kind
    value: Any = plan
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _words(record: Any) -> str:  # noqa: ANN401  a record of some kind
    """Return by what something is called."""
    if isinstance(record, str):
        return record
    if isinstance(record, WordsRecord | Item):
        return record.text
    return next((words for name in _NAMES if (words := getattr(record, name, None))), "")
