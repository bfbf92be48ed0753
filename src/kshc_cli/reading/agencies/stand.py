"""What a name of the registry means where it stands in a cell."""

from enum import Enum

from kshc_cli.dataclass import dataclass


class Stand(Enum):
    """What a name means where it stands."""

    BODY = "its body"
    OBJECT = "whom a duty of another body is done to"
    BARRED = "perhaps another body"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the tokens from ``start`` up to ``end``, with the title before and what is said of the body behind."""

    first: int
    start: int
    end: int
    last: int
    agency: str
    stand: Stand = Stand.BODY
    binds: bool = False
    """Whether what bars it bars the list that it begins, too: liên ngành | Sở A, Sở B."""
