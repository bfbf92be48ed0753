"""The page that lists all rules of ``kshc validate``, made from their own words and examples."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from kshc_cli.rules.catalogue import RULES
from kshc_cli.rules.progress import LOG_RULES, LogRule
from kshc_cli.rules.rule import PlanRule
from tools.other_ids import OTHERS

TESTS = Path(__file__).parents[1] / "tests"

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

INTRODUCTION = """\
# The rules of `kshc validate`

Made by `make generate` from the rules' own words. Each rule has a folder of examples with that one mistake.
What is wrong with a file itself (below) is found before these. Each id is an address: `rules.html#unread-time`
of the documentation's site. An optional rule runs only where it is asked for: `kshc validate --enable RULE`.

## Of a plan
"""

OF_THE_LOG = """
## Of the progress log

A command that records refuses an entry for the same reasons ([the log](progress.md)).
"""

HEADS = """
| rule | severity | why | where that is written | examples |
|---|---|---|---|---|
"""


def rules_page() -> str:
    """Return the page as Markdown."""
    return (
        INTRODUCTION + HEADS + _lines(RULES, "rules") + OF_THE_LOG + HEADS + _lines(LOG_RULES, "progress")
        + "".join(f"\n## {heading}\n\n{_ids(ids)}" for heading, ids in OTHERS.items())
    )  # fmt: skip


def addressed(name: str) -> str:
    """Return an id as a table shows it, with the anchor that is its address in the site."""
    return f'<a id="{name}"></a>`{name}`'


def _ids(ids: Mapping[str, str]) -> str:
    lines = (f"| {addressed(name)} | {words} |\n" for name, words in ids.items())
    return "| id | what is wrong |\n|---|---|\n" + "".join(lines)


def files() -> dict[Path, bytes]:
    """Return the page by its path."""
    return {PAGE: rules_page().encode()}


def _lines(rules: Iterable[PlanRule | LogRule], folder: str) -> str:
    return "".join(
        f"| {addressed(rule.id)} | {rule.severity.value} "
        f"| {'(optional) ' if rule.optional else ''}{rule.documentation} | {rule.source} "
        f"| {_examples(folder, rule.id)} |\n"
        for rule in rules
    )


def _examples(folder: str, name: str) -> str:
    paths = sorted((TESTS / "examples" / folder / name).glob("*.yaml"))
    return ", ".join(f"[{path.stem}](../tests/examples/{folder}/{name}/{path.name})" for path in paths)
