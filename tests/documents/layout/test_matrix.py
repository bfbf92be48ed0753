"""The page on the rules: every rule stands in the matrix, every box says what is checked or why not."""

from kshc_cli.documents.components.models import Model
from kshc_cli.documents.layout.catalogue import RULES
from tools.layout_rule_list import layout_rules_page


def test_every_rule_but_those_of_tables_and_dates_stands_at_a_box() -> None:
    page = layout_rules_page()
    legend = page.partition("| ô | rules | only for |")[2].partition("## The rules")[0]
    missing = {rule.id for rule in RULES if f"`{rule.id}`" not in legend}
    assert {rule.partition(".")[0] for rule in missing} <= {"practice", "nd30"}
    assert {rule for rule in missing if rule.startswith("nd30")} <= {"nd30.mau-1.3-end-mark"}
    assert page.count("| – |") > 0


def test_a_rule_applies_to_the_kinds_it_states() -> None:
    stated = {rule.id: rule.models for rule in RULES}
    assert stated["nd30.I.II.5-letter-subject"] == frozenset({Model.LETTER})
    assert Model.LETTER not in (stated["nd30.I.II.6-enacting"] or ())
    assert Model.ANNEX not in (stated["nd30.8-components"] or ())
    assert Model.MINUTES not in (stated["nd30.I.II.5-subject-line"] or ())
