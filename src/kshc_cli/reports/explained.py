"""What an id of a finding means, and where that can be read."""

from typing import Final, NamedTuple
from urllib.parse import quote, urlsplit

from kshc_cli import messages
from kshc_cli.reports.rule_table import RULES, SITE

_VIETNAMESE: Final = {"rules": "quy-tac", "layout-rules": "quy-tac-the-thuc"}
"""The pages in Vietnamese, by those in English; both have an anchor for each id."""


class Explained(NamedTuple):
    """What is known of an id beside its findings."""

    words: str
    """What is wrong or demanded, in the language in use."""
    source: str
    """Where that is written, as Vietnamese documents cite it; blank where no text demands it."""
    address: str
    """Where the documentation's site tells of it in that language; blank while no site is known."""


def explained(rule: str, site: str = "") -> Explained | None:
    """Tell of an id as the documentation at ``site`` does, kshc's own where that is no address; None if unknown."""
    if (known := RULES.get(rule)) is None:
        return None
    page, words, source = known
    shown = _VIETNAMESE[page] if messages.language_in_use() == "vi" else page
    base = (site if _is_address(site) else SITE).rstrip("/")
    return Explained(messages.explained(words), source, f"{base}/{shown}.html#{quote(rule)}" if base else "")


def _is_address(site: str) -> bool:
    """Tell whether words are an address of the web that a program may open: nothing else is handed on as one."""
    if not site.isprintable() or " " in site:
        return False
    try:
        parts = urlsplit(site)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # no port, no IPv6 address
        return False
