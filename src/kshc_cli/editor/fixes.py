"""What an editor can put in place of what is wrong, where one form is right: offered, never done by itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.compare.edited import Item, Kept, New
from kshc_cli.editor.diagnostics import Told
from kshc_cli.editor.fields import Fields
from kshc_cli.editor.names import cell_at, declared_ids, id_kind
from kshc_cli.editor.texts import Span, Texts, encoded, value_at
from kshc_cli.findings import Path
from kshc_cli.messages import _, plain
from kshc_cli.near import nearest
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import Record
from kshc_cli.reading.proposals import Proposal, proposals
from kshc_cli.source.edit.changing import changed, changed_data
from kshc_cli.source.edit.marks import CannotPlaceError
from kshc_cli.source.edit.progress_text import read_progress_file
from kshc_cli.source.edit.repair import repaired
from kshc_cli.source.mistakes.meant import closest
from kshc_cli.source.mistakes.wrong_values import day_first
from kshc_cli.source.places import spot_of
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.yaml.characters import REPAIRS
from kshc_cli.source.yaml.scalars import in_line, scalar
from kshc_cli.source.yaml.text import YamlText, read_yaml
from kshc_cli.source.yaml.tree import Data
from kshc_cli.tracking.progress_log import ProgressLog

_LIKE_AN_ID: Final = 0.7
"""How like an id has to be to one that is there."""


class Fix(NamedTuple):
    """An offer: what it does, and the words that come in place of which characters."""

    title: str
    span: Span
    new: str


def fixes(texts: Texts, told: Told, fields: Fields, *, of_log: bool) -> Iterator[Fix]:
    """Yield what can be done about a finding."""
    finding, yaml = told.finding, texts.yaml(of_log=of_log)
    if finding.rule in REPAIRS:
        yield from repairs(texts, of_log=of_log)
    if yaml.marks is None or not finding.path:
        return
    if finding.rule == "unknown-key":
        yield from _other_key(yaml, finding.path, ProgressLog if of_log else Plan)
        return
    value = value_at(yaml.data, finding.path)
    if finding.rule == "unread-agency" and not of_log:
        yield from _for_body(texts, finding.path)
    elif isinstance(value, str) and (meant := _meant(texts, told, value, fields, of_log=of_log)):
        mark = spot_of(yaml.marks, finding.path).mark
        yield _instead(meant, Span(mark[0], mark[1]))


def _other_key(yaml: YamlText, path: Path, root: type[Record]) -> Iterator[Fix]:
    """Yield the key that is meant, where the mapping does not have it already."""
    from kshc_cli.source.mistakes.sentences import meant_path

    spot = spot_of(yaml.marks, path) if yaml.marks is not None else None
    meant, beside = meant_path(path, root), value_at(yaml.data, path[:-1])
    if spot is None or spot.key is None or not meant or (isinstance(beside, dict) and meant[-1] in beside):
        return
    yield _instead(str(meant[-1]), Span(spot.key, _end_of_key(yaml.lines.text, spot.key, path)))


def _meant(texts: Texts, told: Told, value: str, fields: Fields, *, of_log: bool) -> str | None:
    """Return the one value that is probably meant by a wrong one."""
    rule, path = told.finding.rule, told.finding.path
    if rule == "date-format":
        day = day_first(value)
        return day.isoformat() if day else None
    if rule == "wrong-value":
        known = tuple(one.name for one in fields.values(texts.yaml(of_log=of_log).data, path))
        return closest(value, known) if len(known) > 1 else None
    kind = id_kind(path, of_log=of_log)
    if kind is None or kind[1] or not rule.startswith("unknown-"):
        return None
    ids = declared_ids(texts, kind[0])
    return nearest(value, ids, cutoff=_LIKE_AN_ID) if value not in ids else None


def repairs(texts: Texts, *, of_log: bool) -> Iterator[Fix]:
    """Yield what ``kshc fix`` does to the whole file, as one change of what differs."""
    text = (texts.log or "") if of_log else texts.plan
    data = encoded(text)
    after = (repaired(data, read_progress_file) if of_log else repaired(data, read_plan_file)).after.decode()
    if after != text and data.decode() == text:
        span, new = _difference(text, after)
        yield Fix(_("Repair the characters of the file that have exactly one right form"), span, new)


def _instead(new: str, span: Span) -> Fix:
    return Fix(_("Write “{words}”").format(words=new), span, scalar(new, flow=True))


def _end_of_key(text: str, start: int, path: Path) -> int:
    end = start + len(str(path[-1]))
    return end if text[start:end] == str(path[-1]) else text.find(":", start)


def _for_body(texts: Texts, path: Path) -> Iterator[Fix]:
    """Yield what makes unread words of a cell read: a new entry, one more name of one that is there, another spelling.

    A likely slip may be one of the pen or of the document: what it names can stand beside the words as well.
    """
    plan = texts.opened.draft
    for one in proposals(plan) if plan is not None else ():
        if not any(place.path[: len(path)] == path or path[: len(place.path)] == place.path for place in one.places):
            continue
        if one.alias_of and plan is not None:
            yield from _respelt(texts, path, one.first, plan.registry.by_id[one.alias_of].name)
            yield from _beside(texts, path, one.alias_of)
        if not one.slip:
            yield from _registering(texts, one)


def _respelt(texts: Texts, path: Path, words: str, name: str) -> Iterator[Fix]:
    """Yield the name in place of words that stand once in a cell, as they are written there."""
    start, end = _place(texts, path)
    text = texts.plan[start:end]
    if text.count(words) == 1 and scalar(name) == name:
        begin = start + text.index(words)
        yield Fix(_("Write “{words}”").format(words=name), Span(begin, begin + len(words)), name)


def _beside(texts: Texts, path: Path, body: str) -> Iterator[Fix]:
    """Yield the words of a cell as they are with the ids of the bodies that they mean beside them."""
    plan = texts.opened.draft
    cell = cell_at(plan, path) if plan is not None else None
    start, end = _place(texts, path)
    if plan is None or cell is None or scalar(cell.text) != texts.plan[start:end]:
        return
    bodies: list[Data] = [*dict.fromkeys((*plan.registry.read_cell(cell).agencies, body))]
    title = _("Name {bodies} beside the words").format(bodies=", ".join(map(str, bodies)))
    yield Fix(title, Span(start, end), in_line({"text": cell.text, "agencies": bodies}))


def _place(texts: Texts, path: Path) -> Span:
    marks = texts.yaml(of_log=False).marks
    mark = spot_of(marks, path).mark if marks is not None else (0, 0, None)
    return Span(mark[0], mark[1])


def _registering(texts: Texts, proposal: Proposal) -> Iterator[Fix]:
    plan = texts.opened.draft
    if plan is None:
        return
    entries = plan.plan.agencies
    if proposal.entry is not None:
        kept: list[Item] = [Kept(("agencies", place)) for place in range(len(entries))]
        new = New(proposal.entry.model_dump(mode="json", exclude_defaults=True))
        title = _("Add “{name}” to the registry as {id}")
        title = title.format(name=plain(proposal.entry.name), id=proposal.entry.id)
        yield from _changed(texts, title, {("agencies",): [*kept, new]})
    elif proposal.alias is not None:
        place = next(place for place, one in enumerate(entries) if one.id == proposal.alias_of)
        at: Path = ("agencies", place, "aliases")
        names: list[Item] = [Kept((*at, number)) for number in range(len(entries[place].aliases))]
        title = _("Add “{name}” to the other names of {id}")
        title = title.format(name=plain(proposal.alias), id=proposal.alias_of)
        yield from _changed(texts, title, {at: [*names, New(proposal.alias)]})


def _changed(texts: Texts, title: str, lists: Mapping[Path, Sequence[Item]]) -> Iterator[Fix]:
    """Yield a change of lists, where it is proven by reading again that nothing else changes."""
    text, data = texts.plan, texts.yaml(of_log=False).data
    try:
        after = changed(text, {}, lists)
    except CannotPlaceError:
        return
    expected = changed_data(_with_lists(data, lists), {}, lists)
    if read_yaml(encoded(after)).data == expected:
        span, new = _difference(text, after)
        yield Fix(title, span, new)


def _with_lists(data: Any, lists: Iterable[Path]) -> Any:  # noqa: ANN401  plain data
    """Return data with an empty list in place of each that is not there."""
    from copy import deepcopy  # noqa: PLC0415  only a change needs it

    new = deepcopy(data)
    for *above, key in lists:
        parent = new
        for step in above:
            parent = parent[step]
        parent.setdefault(key, [])
    return new


def _difference(before: str, after: str) -> tuple[Span, str]:
    """Return the characters of a text in place of which others stand in another, and those."""
    most = min(len(before), len(after))
    start = next((place for place in range(most) if before[place] != after[place]), most)
    most -= start
    end = next((place for place in range(most) if before[-1 - place] != after[-1 - place]), most)
    return Span(start, len(before) - end), after[start : len(after) - end]
