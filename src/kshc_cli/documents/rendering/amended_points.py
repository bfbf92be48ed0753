"""What an amending decision says of each change, in the words of the decree: amended, supplemented, abolished."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from kshc_cli.compare.texts import paired_texts, text_changes
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.documents.rendering.amended_differences import PARTS, header_of
from kshc_cli.documents.rendering.amended_order import new_order, reordered
from kshc_cli.documents.rendering.amended_places import (
    NUMBER,
    THINGS,
    Additions,
    beginning,
    heading_name,
    quoted,
    where,
)
from kshc_cli.documents.rendering.words import article_of, shown
from kshc_cli.findings import Path
from kshc_cli.plan.annexes import annex_heading, annex_number
from kshc_cli.plan.model import Plan, Task

_ADDED: Final = "Bổ sung {what}"
_NAME_OF_ANNEX: Final = "tên Phụ lục"
_BEHIND: Final = "vào sau {what}"
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in the order of Vietnamese."""


class _Plans(NamedTuple):
    """What each change is told from."""

    old: Plan
    new: Plan
    act: str
    """What the decision itself is called."""
    additions: Additions

    @property
    def kind(self) -> str:
        """What kind of document is amended."""
        return shown(self.old.plan.title).capitalize()


def points(told: Sequence[Difference], old: Plan, new: Plan, act: str) -> Iterator[str]:
    """Yield the paragraphs that name each change, place by place; ``act`` is what the decision itself is called."""
    groups: dict[tuple[str, ...], list[Difference]] = {}
    for one in told:
        groups.setdefault(_place(one), []).append(one)
    plans = _Plans(old, new, act, Additions(told, new))
    places = [(place, [*_changes(group, plans)]) for place, group in groups.items()]
    several = [
        (place, said[start : start + len(_LETTERS)])
        for place, said in places
        for start in range(0, len(said), len(_LETTERS))
    ]
    for number, (place, said) in enumerate(several, 1):
        before = f"{number}. " if len(several) > 1 else ""
        at = where(place)
        if len(said) == 1:
            yield f"{before}{at}: {_small(said[0])}." if at else f"{before}{said[0]}."
            continue
        if at or before:
            yield f"{before}{at or _AS_FOLLOWS}:"
        ends = [";"] * (len(said) - 1) + ["."]
        yield from (f"{letter}) {one}{end}" for letter, one, end in zip(_LETTERS, said, ends, strict=False))


_AS_FOLLOWS: Final = "Sửa đổi, bổ sung chung"


def _place(one: Difference) -> tuple[str, ...]:
    side = one.old or one.new
    return side.place if side else ()


def _changes(group: Sequence[Difference], plans: _Plans) -> Iterator[str]:
    """Yield what is said of changes in one place: those of one task together, new numbers and a new order together."""
    numbers = [one for one in group if one.subject is Subject.TASK and one.field == "number"]
    told = [*(numbers if len(numbers) > 1 else ())]
    orders = [*reordered(group)]
    told += (one for moved in orders for one in moved)
    for _key, several in groupby((one for one in group if one not in told), key=_one_task):
        same = [*several]
        yield (
            _of_task(same, plans.old, plans.new)
            if same[0].field and same[0].subject is Subject.TASK
            else _said(same[0], plans)
        )
    if len(numbers) > 1:
        pairs = (f"{quoted(_words(one.old))} thành {quoted(_words(one.new))}" for one in numbers)
        yield f"Sửa đổi số thứ tự các nhiệm vụ: {', '.join(pairs)}"
    for moved in orders:
        names = plans.additions.in_order(moved[0].new, moved[0].subject)
        yield new_order(moved, names, [_said(one, plans) for one in moved])


def _one_task(one: Difference) -> object:
    return (one.id,) if one.subject is Subject.TASK and one.field else id(one)


def _of_task(several: Sequence[Difference], old: Plan, new: Plan) -> str:
    """Say what changes of a task that both plans have, cell by cell."""
    first = several[0]
    if first.field == "text":
        return _of_lines(_words(first.old).split("\n"), _words(first.new).split("\n"))
    told = []
    for one in several:
        label = (
            NUMBER
            if one.field == "number"
            else _small(header_of(new, one.new.path if one.new else (), one.field or ""))
        )
        was, now = _words(one.old), _words(one.new)
        if was and now:
            told.append(f"{label} từ {quoted(was)} thành {quoted(now)}")
        else:
            told.append(f"bổ sung {label} {quoted(now)}" if now else f"bỏ {label} {quoted(was)}")
    return f"Sửa đổi {_task(first.old, old)}: {'; '.join(told)}"


def _of_lines(old: Sequence[str], new: Sequence[str]) -> str:
    """Say what changes of a task in paragraphs, line by line."""
    told = []
    pairs = paired_texts(old, new)
    before = {now: old[was] for was, now in pairs if was is not None and now is not None}
    for change in text_changes(old, new, pairs):
        was = "" if change.old is None else quoted(old[change.old])
        now = "" if change.new is None else quoted(new[change.new])
        if change.kind is Kind.REORDERED:
            told.append(f"chuyển {now} từ dòng thứ {(change.old or 0) + 1} thành dòng thứ {(change.new or 0) + 1}")
        elif was and now:
            told.append(f"từ {was} thành {now}")
        elif was or now:
            told.append(f"bổ sung {now}{_beside_line(change.new or 0, before, new)}" if now else f"bỏ {was}")
    return f"Sửa đổi nhiệm vụ {quoted(old[0])}: {'; '.join(told)}" if len(old) > 1 else f"Sửa đổi nhiệm vụ {told[0]}"


def _beside_line(place: int, before: Mapping[int, str], lines: Sequence[str]) -> str:
    """Say beside which line another one comes: behind the one above, else before the first one that stays."""
    if place:
        return f" {_BEHIND.format(what=quoted(before.get(place - 1, lines[place - 1])))}"
    return f" vào trước {quoted(before[min(before)])}" if before else ""


def _said(one: Difference, plans: _Plans) -> str:
    """Say what became of anything else."""
    thing = _thing(one, plans)
    was, now = quoted(_words(one.old)), quoted(_words(one.new))
    named = _named(one, thing, plans.old)
    match one.kind:
        case Kind.ADDED:
            return _added(one, thing, plans)
        case Kind.REMOVED:
            return f"Bãi bỏ {named}"
        case Kind.MOVED:
            to = _small(where(one.new.place if one.new else ())).removeprefix("tại ")
            beside = plans.additions.beside(one.new, one.subject)
            to = ", ".join(filter(None, (to and f"đến {to}", beside))) or f"đến {_unheaded(one, plans)}"
            return f"Chuyển {named} {to}"
        case Kind.REORDERED:
            if _position(one.old) == _position(one.new):  # all others change places around it
                return f"Chuyển {named} {plans.additions.beside(one.new, one.subject)}".rstrip()
            return f"Chuyển {named} từ vị trí thứ {_position(one.old)} thành vị trí thứ {_position(one.new)}"
        case _:
            if thing.startswith(_NAME_OF_ANNEX):
                was, now = _annex_names(one) or (was, now)
            if was and now:
                return f"Sửa đổi {thing} từ {was} thành {now}"
            return _ADDED.format(what=f"{thing} {now}") if now else f"Bỏ {thing} {was}"


def _unheaded(one: Difference, plans: _Plans) -> str:
    """Say where a place without a heading lies."""
    at, count = (int(one.new.path[2]) if one.new else 0), len(plans.new.plan.sections)
    if at == count - 1 and at:
        return f"phần cuối của {plans.kind}"
    return f"phần không có tiêu đề của {plans.kind}" if at else f"phần đầu của {plans.kind}"


def _annex_names(one: Difference) -> tuple[str, str] | None:
    """Return the names of an annex that got another one; None where more of its heading differs."""
    was, now = (annex_heading(_words(side)) for side in (one.old, one.new))
    if not (was and now and was.names and now.names) or (was.number, was.notes) != (now.number, now.notes):
        return None
    return quoted(" ".join(was.names)), quoted(" ".join(now.names))


def _added(one: Difference, thing: str, plans: _Plans) -> str:
    """Say what came, and beside what."""
    words = _words(one.new)
    lines = f"“{words.strip()}”" if words else ""
    if one.subject is Subject.DECISION:
        return _ADDED.format(what=f"{thing.replace(' của ', ' vào ', 1)} {lines}".rstrip())
    beside = plans.additions.beside(one.new, one.subject)
    if one.subject in {Subject.TASK, Subject.PARAGRAPH, Subject.PLAN}:
        called = f"{thing}{_numbered(one)}{beside and f' {beside}'}"
        return _ADDED.format(what=f"{called}{':' * bool(beside or _numbered(one))} {lines}")
    named = f"{thing} {quoted(words)}".rstrip()
    if annex := annex_heading(words):
        named = f"{annex_number(annex.number)} {quoted(' '.join(annex.names))}".rstrip()
    return _ADDED.format(what=f"{named}{beside and f' {beside}'}")


def _named(one: Difference, thing: str, plan: Plan) -> str:
    """Name what is gone, or stands elsewhere, as the plan in force does."""
    words = _words(one.old)
    if one.subject is Subject.TASK:
        is_prose = one.old is not None and "items" in one.old.path
        return f"{_task(one.old, plan)} {beginning(words) if is_prose else quoted(words)}".rstrip()
    return heading_name(words, thing) if one.subject in PARTS and words else f"{thing} {quoted(words)}".rstrip()


def _thing(one: Difference, plans: _Plans) -> str:
    if one.subject is Subject.DECISION:
        side = one.old or one.new
        article = article_of(_words(side)).label.removesuffix(".") or "đoạn"
        colon = ":" if None in {one.old, one.new} else ""
        return f"{'trích yếu' if one.field == 'subject' else article} của {plans.act}{colon}"
    if one.subject is Subject.PLAN:
        names = {"plan.subject": "trích yếu", "plan.title": "tên loại"}
        return f"{names.get(one.field or '', 'đoạn mở đầu')} của {plans.kind}"
    if one.field not in {"heading", "header"} or not (one.old and one.new):
        return THINGS[one.subject]
    was, now = (annex_heading(_words(side)) for side in (one.old, one.new))
    is_same = was and now and annex_number(was.number) == annex_number(now.number)
    return f"tên {annex_number(was.number) if was and is_same else THINGS[one.subject]}"


def _numbered(one: Difference) -> str:
    return f" {NUMBER} {one.number}" if task_path(one) and one.number else ""


def _task(side: Side | None, plan: Plan) -> str:
    """Name a task by the number that the plan in force prints; one without a number by its words."""
    record = _task_at(plan, side.path if side else ())
    if isinstance(record, Task) and record.number:
        return f"nhiệm vụ số thứ tự {record.number}"
    content = record.content if isinstance(record, Task) and side and len(side.path) != _length(side.path) else ""
    return f"nhiệm vụ {quoted(content)}" if content else "nhiệm vụ"


def _length(path: Path) -> int:
    """Return how many steps lead to the task itself."""
    return path.index("tasks") + 2 if "tasks" in path else len(path)


def _task_at(plan: Plan, path: Path) -> Any:  # noqa: ANN401  a record of some kind
    value: Any = plan
    for step in path[: _length(path)]:
        value = value[step] if isinstance(step, int) else getattr(value, step, None)
    return value


def task_path(one: Difference) -> Path | None:
    """Return the way to the row of the new plan that a change is about; None for what is no row, or is gone."""
    if one.subject is not Subject.TASK or one.new is None or "tasks" not in one.new.path:
        return None
    return one.new.path[: _length(one.new.path)]


def _position(side: Side | None) -> int:
    return side.position or 0 if side else 0


def _words(side: Side | None) -> str:
    return shown(side.words) if side else ""


def _small(words: str) -> str:
    """Return words as they go on a sentence: those in capitals, or the first letter, in small letters."""
    if len(words) > 1 and words.isupper():
        return words.lower()
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
