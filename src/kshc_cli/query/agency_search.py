"""Finding a body by what a person types: id, name, alias, with or without diacritics and case."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kshc_cli.errors import UnknownNameError, WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.near import near
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Agency
from kshc_cli.query.sought_words import sought_words
from kshc_cli.reading.agencies.registry import name_key
from kshc_cli.reading.folding import fold

_LETTERS: Final = lazy_pattern(r"\w+")
_MOST: Final = 3
"""Bodies that are asked back."""
_LISTED: Final = 10
"""Tasks that are named."""
_NEAR_BEHIND: Final = 0.55
"""How like the rest of names is at least that begin with the same word, from 0 to 1."""


def find_agency(wish: str, agencies: Sequence[Agency], unread: Iterable[tuple[str, str]] = ()) -> Agency:
    """Return the one body that ``wish`` means; ``unread`` are tasks with a cell of bodies that is not read wholly.

    Tries, in this order: the id, or the name with the id in brackets, as answers have it; a whole name or alias; the
    same by its words, of which those typed without diacritics may have some; a part of a name, from the start of a
    word; the same of the words of an id. Raises WrongArgumentError with the candidates if several fit,
    UnknownNameError with the nearest names, and the tasks whose unread
    words have it, if none does.
    """
    for fits in _ways(wish):
        found = [agency for agency in agencies if fits(agency)]
        if len(found) == 1:
            (only,) = found
            return only
        if found:
            raise WrongArgumentError(
                _("“{wish}” fits several agencies. Name one of them, or its id:").format(wish=wish)
                + "".join(f"\n  {agency.id}  {agency.name}" for agency in found)
            )
    raise UnknownNameError(_unknown(wish, agencies, unread))


def names_of(agency: Agency) -> tuple[str, ...]:
    """Return the name and the aliases of a body."""
    return (agency.name, *agency.aliases)


def _plain(name: str) -> str:
    return name_key(fold(name))


def _ways(wish: str) -> tuple[Callable[[Agency], bool], ...]:
    key, words = name_key(wish), sought_words(wish)
    return (
        lambda agency: wish in {agency.id, f"{agency.name} ({agency.id})"},
        lambda agency: any(name_key(name) == key for name in names_of(agency)),
        lambda agency: any(map(words.are, names_of(agency))) or name_key(agency.id) == key,
        lambda agency: any(map(words.stand_in, names_of(agency))),
        lambda agency: any(map(words.begin_in, names_of(agency))),
        lambda agency: words.are(" ".join(sought_words(agency.id).words[: len(words.words)])),
        lambda agency: words.begin_in(agency.id),
    )


def _unknown(wish: str, agencies: Sequence[Agency], unread: Iterable[tuple[str, str]]) -> str:
    names = dict.fromkeys(f"{one.name} ({one.id})" for one in _meant(_plain(wish), agencies))
    if names:
        said = _("No agency is called “{wish}”. Did you mean {names}?").format(wish=wish, names="; ".join(names))
    else:
        said = _("No agency is called “{wish}”; `kshc agencies` lists them.").format(wish=wish)
    told = [said]
    words = sought_words(wish)
    tasks = dict.fromkeys(task for task, cell in unread if words.begin_in(cell))
    if tasks:
        told.append(_("These words stand where kshc cannot read who does it: {tasks}.").format(tasks=_listed([*tasks])))
    if groups := "; ".join(agency.name for agency in agencies if _may_hold(agency, _plain(wish))):
        told.append(_("The plan names no members of: {groups}.").format(groups=groups))
    return " ".join(told)


def _listed(tasks: Sequence[str]) -> str:
    return ", ".join(tasks[:_LISTED]) + (", …" if len(tasks) > _LISTED else "")


def _meant(wish: str, agencies: Sequence[Agency]) -> list[Agency]:
    """Return the bodies that a wish is perhaps another spelling of, by its letters or a slip, the likeliest first."""
    known = {_plain(name): agency for agency in agencies for name in (*names_of(agency), agency.id)}
    short = [agency for name, agency in known.items() if _is_short_for(wish, name)]
    near_ones = [known[name] for name in near(wish, known, most=3) if _is_near_behind(wish, name)]
    return [*short, *near_ones][:_MOST]


def _is_short_for(wish: str, name: str) -> bool:
    """Tell whether the letters of a wish are those of words of a name, or the first ones of these: vhxh, VH-XH."""
    letters, words = "".join(filter(str.isalnum, wish)), _LETTERS.findall(name)
    ends = range(len(words))
    written = any("".join(words[start:]) == letters for start in ends)
    firsts = "".join(word[0] for word in words)
    return len(letters) > 1 and (written or firsts.endswith(letters))


def _is_near_behind(wish: str, name: str) -> bool:
    """Tell whether names are near behind a first word that both have, as many do: Phòng Kinh tế, Phòng Văn hóa.

    Of names that begin with two words alike (Công an xã, Công an phường) one may be meant by the other.
    """
    words, others = _LETTERS.findall(wish), _LETTERS.findall(name)
    if words[:1] != others[:1] or words[:2] == others[:2]:
        return True
    return bool(near(" ".join(words[1:]), [" ".join(others[1:])], cutoff=_NEAR_BEHIND))


def _may_hold(group: Agency, plain: str) -> bool:
    """Tell whether a body may be a member that the plan does not name: Phường 1 of UBND các xã, phường."""
    return group.open and not group.members and not {*plain.split()}.isdisjoint(_plain(group.name).split())
