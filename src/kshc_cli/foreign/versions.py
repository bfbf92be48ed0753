"""What the files of kshc say of their own format, ``kshc/1``; and what is said of one that a newer kshc wrote."""

from typing import Final

from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern

_VERSION: Final = lazy_pattern(r"(?P<family>kshc[a-z.-]*)/(?P<number>[0-9]{1,9})(?:\.[0-9]{1,9})*")


def is_newer(said: object, known: str) -> bool:
    """Tell whether a file that says which format it has is of a later one than the ``known`` one of its kind."""
    found, own = (_VERSION.fullmatch(one.strip()) if isinstance(one, str) else None for one in (said, known))
    if found is None or own is None or found["family"] != own["family"]:
        return False
    return int(found["number"]) > int(own["number"])


def newer(said: object, known: str) -> str:
    """Say of a file which format it has, and which one this kshc knows."""
    sentence = _("It has the format “{said}”, which a newer kshc wrote; this one knows “{known}”.")
    return sentence.format(said=str(said).strip(), known=known)


def upgrade() -> str:
    """Say what to do with such a file."""
    return _("Leave the file as it is, and upgrade kshc (pipx upgrade kshc-cli, or the newest kshc.pyz).")
