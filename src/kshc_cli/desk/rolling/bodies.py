"""Bodies that are called otherwise, or are gone, in the new year, as the clerk's file says; none is guessed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Finding, Path, errors
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency, Plan
from kshc_cli.reading.agencies.district import FIRST_WHOLE_YEAR, LAST_DAY, is_of_commune, is_of_district
from kshc_cli.reading.folding import canonical, composed, words_of
from kshc_cli.source.edit.leaves import Leaf, Turn
from kshc_cli.source.yaml.text import read_yaml

_CELLS = frozenset(("lead", "coop"))
_QUOTING = frozenset(("items", "duties"))


class Renaming(NamedTuple):
    """What a body of the registry is called in the new year; None where it is gone."""

    place: int
    agency: Agency
    new: str | None
    into: str | None = None
    """The id of the body with which it is joined: of those that get one name the first one in the mapping."""


def flaws_of(data: bytes) -> tuple[Finding, ...]:
    """Return what is wrong with the text of a mapping, but for one without any: no YAML, the same name twice."""
    return tuple(one for one in errors(read_yaml(data).findings) if one.rule != "empty-file")


def renamings_of(data: bytes, plan: Plan) -> tuple[Renaming, ...]:
    """Read a mapping: ids, names or other names of bodies, each with its new name, or nothing where it is gone.

    Bodies that get one name are joined. Raises WrongArgumentError where the text is no mapping, names no body of the
    plan or one twice, or calls a body like another one that it does not name.
    """
    lines = read_yaml(data).data
    if not isinstance(lines, dict) or not lines or not all(isinstance(new, str | None) for new in lines.values()):
        raise WrongArgumentError(
            _("The mapping of bodies is no list of lines “old name or id: new name” (null where a body is gone).")
        )
    found = tuple(_renaming(old, new if isinstance(new, str) else None, plan) for old, new in lines.items())
    _refuse_named_twice(found)
    changed = {one.place for one in found}
    names = {canonical(agency.name) for place, agency in enumerate(plan.agencies) if place not in changed}
    twice = next((one.new for one in found if one.new and canonical(one.new) in names), None)
    if twice is not None:
        sentence = _(
            "Two bodies would be called “{name}”; if both are to be one, name the other one, too, with this name."
        )
        raise WrongArgumentError(sentence.format(name=twice))
    return tuple(_joined(found))


def _joined(found: Iterable[Renaming]) -> Iterator[Renaming]:
    """Yield the renamings, those that get one name joined. Raises WrongArgumentError where one of them is a group."""
    first: dict[str, Renaming] = {}
    for one in found:
        stays = first.setdefault(canonical(one.new), one) if one.new else one
        if stays is one:
            yield one
            continue
        group = next((body for body in (stays, one) if body.agency.is_group), None)
        if group is not None:
            sentence = _("“{name}” stands for several bodies and is not joined with another one; do so in the draft.")
            raise WrongArgumentError(sentence.format(name=group.agency.name))
        yield one._replace(into=stays.agency.id)


def _refuse_named_twice(found: Iterable[Renaming]) -> None:
    """Raise WrongArgumentError where several lines speak of one body."""
    known: set[int] = set()
    for one in found:
        if one.place in known:
            sentence = _("Several lines of the mapping speak of “{name}”; leave one of them.")
            raise WrongArgumentError(sentence.format(name=one.agency.name))
        known.add(one.place)


def _renaming(old: str, new: str | None, plan: Plan) -> Renaming:
    """Return what a line says. Raises WrongArgumentError for a body that is none of the plan's, and for no new name."""
    if new is not None and (not new.strip() or not new.isprintable()):
        sentence = _("The new name of “{name}” is no name on one line; write null where the body is gone.")
        raise WrongArgumentError(sentence.format(name=old))
    called = canonical(old)
    for place, agency in enumerate(plan.agencies):
        if old == agency.id or called in map(canonical, (agency.name, *agency.aliases)):
            return Renaming(place, agency, new)
    raise WrongArgumentError(
        _("“{name}” is no body of the plan; name its id, its name or another name of the registry.").format(name=old)
    )


def is_cell(path: Path) -> bool:
    """Tell whether a text is an agency cell of a table, whose words no other words of the plan repeat."""
    keys = [step for step in path if isinstance(step, str)]
    in_cell = keys[-1] in _CELLS or (keys[-1] == "text" and keys[-2] in _CELLS)
    return in_cell and _QUOTING.isdisjoint(keys)


def renamed(leaf: Leaf, row: Iterable[Renaming]) -> tuple[Turn, ...]:
    """Return what is put in place of the bodies' old names in a cell, or in the registry."""
    turns: list[Turn] = []
    for one in row:
        if leaf.path == ("agencies", one.place, "name") and one.new and not one.into:
            return (Turn(0, len(leaf.value), one.new),) if one.new != leaf.value else ()
        if one.new and is_cell(leaf.path):
            taken = [(turn.start, turn.end) for turn in turns]
            found = (turn for turn in _in_words(leaf.value, one) if not _meets(turn, taken))
            turns += (turn for turn in found if turn.new != leaf.value[turn.start : turn.end])
    return tuple(sorted(turns))


def _in_words(words: str, one: Renaming) -> Iterator[Turn]:
    """Yield where words name a body by one of its names, whatever their spelling, the longest first."""
    if composed(words) != words:
        return
    tokens = list(words_of(words))
    names = ([token.word for token in words_of(composed(name))] for name in (one.agency.name, *one.agency.aliases))
    taken: list[tuple[int, int]] = []
    for name in sorted(names, key=len, reverse=True):
        for at in range(len(tokens) - len(name) + 1):
            if [token.word for token in tokens[at : at + len(name)]] == name:
                turn = _turn(words, tokens[at].start, tokens[at + len(name) - 1].end, one.new or "")
                if not _meets(turn, taken):
                    taken.append((turn.start, turn.end))
                    yield turn


def _turn(words: str, start: int, end: int, new: str) -> Turn:
    """Return a new name for an old one, with a small letter where the old one begins with one."""
    is_small = words[start].islower() and new[:1].isupper()
    return Turn(start, end, new[:1].lower() + new[1:] if is_small else new)


def _meets(turn: Turn, taken: Iterable[tuple[int, int]]) -> bool:
    return any(turn.start < end and start < turn.end for start, end in taken)


def ended(plan: Plan, new_year: int, row: Iterable[Renaming]) -> Iterator[tuple[Path, str, str]]:
    """Yield the bodies of which somebody has to say what becomes of them: path, name, reason.

    Those that the mapping calls gone, and in a plan of a year without districts those of that level and, where the old
    plan is from before that, those of communes and wards; neither the registry's own last days nor a mapping leave a
    doubt.
    """
    row = tuple(row)
    gone = {one.place for one in row if one.new is None}
    told = {one.place for one in row}
    is_older = (plan.act.date or date(plan.year, 1, 1)) <= LAST_DAY
    if new_year >= FIRST_WHOLE_YEAR and (why := _issuer_doubt(plan.issuer.name, is_older=is_older)):
        yield ("issuer", "name"), plan.issuer.name, why
    for place, agency in enumerate(plan.agencies):
        path = "agencies", place, "name"
        if place in gone:
            why = _("This body is gone, by the mapping; say who does its tasks, or take it out.")
            yield path, agency.name, why
        elif place in told or agency.valid_to is not None or new_year < FIRST_WHOLE_YEAR:
            continue
        elif why := _doubt(agency.name, plan.issuer.name, is_older=is_older):
            yield path, agency.name, why


def _issuer_doubt(name: str, *, is_older: bool) -> str:
    """Say why who issues the plan is perhaps no more; nothing where nothing says so."""
    if is_of_district(name):
        return _("The district level ended on 01/7/2025; write who issues the plan now.")
    if is_older and is_of_commune(name):
        return _("Communes and wards were joined on 01/7/2025; write who issues the plan now.")
    return ""


def _doubt(name: str, issuer: str, *, is_older: bool) -> str:
    """Say why a body of the registry is perhaps no more; nothing where nothing says so."""
    if is_of_district(name, issuer):
        return _("The district level ended on 01/7/2025; say with --map what this body is called now.")
    if is_older and is_of_commune(name):
        return _("Communes and wards were joined on 01/7/2025; say with --map what this body is called now.")
    return ""
