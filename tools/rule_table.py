"""Writes what each id of a finding means, and where the site tells of it, into a table that needs no rule loaded."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kshc_cli.documents.layout.catalogue import DEFAULT_PROFILE, PROFILES
from kshc_cli.rules.catalogue import RULES
from kshc_cli.rules.progress import LOG_RULES
from kshc_cli.rules.rule import Rule
from tools.other_ids import OTHERS

ROOT: Final = Path(__file__).parents[1]
_MODULE: Final = ROOT / "src" / "kshc_cli" / "reports" / "rule_table.py"


def files() -> dict[Path, bytes]:
    """Return the table."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site = project.get("urls", {}).get("Documentation", "")
    lines = (
        '"""What each id of a finding means, and the page that tells of it: made by ``make generate``."""',
        "",
        f'SITE = "{site.rstrip("/")}"',
        '"""Where the documentation is published, as pyproject.toml says; blank while nobody knows it."""',
        "",
        "RULES = {",
        *(f"    {one!r}: {(page, words, source)!r}," for one, page, words, source in _explained()),
        "}",
        '"""By id: the page without its ending, what is wrong or demanded, and where that is written."""',
        "",
    )
    return {_MODULE: "\n".join(lines).encode()}


def sentences() -> Iterator[str]:
    """Yield what each id means, in English."""
    return (words for _id, _page, words, _source in _explained())


def _explained() -> Iterator[tuple[str, str, str, str]]:
    for rule in RULES:
        yield _told(rule, "rules")
    for log_rule in LOG_RULES:
        yield _told(log_rule, "rules")
    for layout_rule in PROFILES[DEFAULT_PROFILE]:
        yield _told(layout_rule, "layout-rules")
    for ids in OTHERS.values():
        for one, words in ids.items():
            yield one, "rules", words, ""


def _told(rule: Rule[Any, Any], page: str) -> tuple[str, str, str, str]:
    return rule.id, page, rule.documentation.replace("``", "`"), rule.source
