"""The page that lists all rules of ``kshc validate``, made from their docstrings and examples."""

from pathlib import Path

from kshc_cli.rules.catalogue import RULES
from kshc_cli.rules.rule import rule_id

EXAMPLES = Path(__file__).parents[1] / "tests" / "examples" / "rules"

INTRODUCTION = """\
# The rules of `kshc validate`

Made by `make generate` from the rules' own words. Each rule has a folder of example plans with that one mistake in
`tests/examples/rules/`. Structural findings (unknown keys, wrong types, YAML itself) come before these.

| rule | why | examples |
|---|---|---|
"""


def rules_page() -> str:
    """Return the page as Markdown."""
    return INTRODUCTION + "".join(
        f"| `{rule_id(rule)}` | {(rule.__doc__ or '').splitlines()[0]} | {_examples(rule_id(rule))} |\n"
        for rule in RULES
    )


def _examples(name: str) -> str:
    return ", ".join(
        f"[{path.stem}](../tests/examples/rules/{name}/{path.name})"
        for path in sorted((EXAMPLES / name).glob("*.yaml"))
    )
