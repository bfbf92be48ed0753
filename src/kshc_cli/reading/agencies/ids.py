"""Ids for new entries of a registry: short, and read as people call the bodies."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import fold

_LONGEST: Final = 34
"""Signs of an id; the words behind are left out."""

_WORD: Final = lazy_pattern(r"[a-z0-9]+")
_SHORT: Final = (("uy-ban-nhan-dan", "ubnd"), ("hoi-dong-nhan-dan", "hdnd"))
_SERVED: Final = lazy_pattern(r"-hdnd(-va)?-ubnd$")
"""Whose office it is, which every office of the kind serves: Văn phòng HĐND&UBND."""
_BODY_OF: Final = lazy_pattern(r"^ubnd-(?=(?:cac-)?(?:xa|phuong|thi-tran|dac-khu)\b)")
"""A commune's body is called as the commune is: UBND phường An Hòa, UBND các xã, phường."""
_LEVEL: Final = lazy_pattern(r"(?:^|-)(tinh|thanh-pho|huyen|quan|thi-xa|phuong|xa|thi-tran|dac-khu)\b.*")
_JOINING: Final = lazy_pattern(r"^cac-|-va(?=-)")
_DANGLING: Final = lazy_pattern(r"(-(cac|cua|co|ve|trong|theo|va))+$")


class AgencyIds:
    """Makes ids that no other entry of a registry bears."""

    def __init__(self, issuer: str, taken: Iterable[str]) -> None:
        self._taken = Counter(list(taken))
        level = _LEVEL.search(_slug(issuer))
        self._own = "" if level is None else level[0].strip("-")
        self._level = "" if level is None else level[1]

    def new(self, names: Iterable[str]) -> str:
        """Make an id of the shortest of a body's names, in kebab case without diacritics, and take it."""
        found = next((one for one in self._wishes(min(names, key=len)) if not self._taken[one]), "")
        self._taken[found] += 1
        return found

    def _wishes(self, name: str) -> Iterator[str]:
        """Yield ids for a name: without what all bodies of the issuer share, with it, then with numbers."""
        whole = _slug(name) or "co-quan"
        yield _cut(_plain(self._without_own(whole)) or whole)
        cut = _cut(whole)
        yield cut
        while True:
            self._taken[cut] += 1
            number = f"-{self._taken[cut]}"
            yield f"{cut[: _LONGEST - len(number)]}{number}"

    def _without_own(self, slug: str) -> str:
        """Leave out the issuer's own place, or its level: Phòng Nội vụ Thành phố, Công an phường Hoa Sen."""
        for own in filter(None, (self._own, self._level)):
            if slug.endswith(f"-{own}"):
                return slug.removesuffix(f"-{own}")
        return slug


def _slug(name: str) -> str:
    slug = "-".join(_WORD.findall(fold(name)))
    for long, short in _SHORT:
        slug = re.sub(rf"\b{long}\b", short, slug)
    return slug


def _plain(slug: str) -> str:
    return _JOINING.sub("", _BODY_OF.sub("", _SERVED.sub("", slug)))


def _cut(slug: str) -> str:
    """Cut at the last word that has room."""
    if len(slug) <= _LONGEST:
        return slug
    return _DANGLING.sub("", slug[: _LONGEST + 1].rpartition("-")[0]) or slug[:_LONGEST]
