"""Finding a body by what a person types: id, name, alias, with or without diacritics and case."""

from collections.abc import Callable, Sequence

from kshc_cli.errors import UnknownNameError, WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.near import near
from kshc_cli.plan.model import Agency
from kshc_cli.query.sought_words import sought_words
from kshc_cli.reading.agencies.registry import name_key
from kshc_cli.reading.folding import fold


def find_agency(wish: str, agencies: Sequence[Agency]) -> Agency:
    """Return the one body that ``wish`` means.

    Tries, in this order: the id, or the name with the id in brackets, as answers have it; a whole name or alias; the
    same by its words, of which those typed without diacritics may have some; a part of a name, from the start of a
    word; the same of the words of an id. Raises WrongArgumentError with the candidates if several fit,
    UnknownNameError with the nearest names if none does.
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
    raise UnknownNameError(_unknown(wish, agencies))


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


def _unknown(wish: str, agencies: Sequence[Agency]) -> str:
    known = {_plain(name): agency for agency in agencies for name in (*names_of(agency), agency.id)}
    meant = near(_plain(wish), known, most=3)
    names = dict.fromkeys(f"{known[name].name} ({known[name].id})" for name in meant)
    if names:
        said = _("No agency is called “{wish}”. Did you mean {names}?").format(wish=wish, names="; ".join(names))
    else:
        said = _("No agency is called “{wish}”; `kshc agencies` lists them.").format(wish=wish)
    groups = "; ".join(agency.name for agency in agencies if _may_hold(agency, _plain(wish)))
    return " ".join([said, _("The plan names no members of: {groups}.").format(groups=groups)]) if groups else said


def _may_hold(group: Agency, plain: str) -> bool:
    """Tell whether a body may be a member that the plan does not name: Phường 1 of UBND các xã, phường."""
    return group.open and not group.members and not {*plain.split()}.isdisjoint(_plain(group.name).split())
