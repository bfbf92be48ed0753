"""The page that lists all rules of ``kshc check docx``, made from their docstrings."""

from kshc_cli.documents.layout.catalogue import DEFAULT_PROFILE, PROFILES
from kshc_cli.documents.layout.rule import Rule, source_of

INTRODUCTION = """\
# The rules of `kshc check docx`

Made by `make generate` from the rules' own words. The profile `nd30-2020` holds the layout of Nghị định 30/2020/NĐ-CP;
the id of a rule names its place in the decree (`nd30.I.II.1` is Phụ lục I, phần I, mục II, điểm 1). Rules of good
practice, which no decree states, are warnings. A rule passes, fails, or is not evaluated, with the reason: nothing in
the file could be held to it. Equal faults in many places are one finding, with the first place and the number of
others. For each rule `tests/documents/layout/test_rules.py` has documents that break it and no other.

| rule | severity | what is demanded | where |
|---|---|---|---|
"""


def layout_rules_page() -> str:
    """Return the page as Markdown."""
    return INTRODUCTION + "".join(map(_line, PROFILES[DEFAULT_PROFILE]))


def _line(rule: Rule) -> str:
    return f"| `{rule.id}` | {rule.severity.value} | {rule.documentation} | {source_of(rule.id) or 'practice'} |\n"
