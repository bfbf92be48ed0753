"""The page that lists all rules of ``kshc validate``, made from their docstrings and examples."""

from pathlib import Path

from kshc_cli.rules.catalogue import OPTIONAL, RULES
from kshc_cli.rules.rule import Rule, rule_id

EXAMPLES = Path(__file__).parents[1] / "tests" / "examples" / "rules"

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

INTRODUCTION = """\
# The rules of `kshc validate`

Made by `make generate` from the rules' own words. Each rule has a folder of example plans with that one mistake in
`tests/examples/rules/`. Structural findings (unknown keys, wrong types, YAML itself) come before these. An optional
rule runs only where it is asked for: `kshc validate --enable RULE`.

| rule | why | examples |
|---|---|---|
"""


def rules_page() -> str:
    """Return the page as Markdown."""
    return INTRODUCTION + "".join(
        f"| `{rule_id(rule)}` | {_why(rule)} | {_examples(rule_id(rule))} |\n" for rule in (*RULES, *OPTIONAL)
    )


def files() -> dict[Path, bytes]:
    """Return the page by its path."""
    return {PAGE: rules_page().encode()}


def _why(rule: Rule) -> str:
    why = (rule.__doc__ or "").splitlines()[0]
    return f"(optional) {why}" if rule in OPTIONAL else why


def _examples(name: str) -> str:
    return ", ".join(
        f"[{path.stem}](../tests/examples/rules/{name}/{path.name})"
        for path in sorted((EXAMPLES / name).glob("*.yaml"))
    )
