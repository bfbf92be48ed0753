"""What editors, ``kshc template fields`` and SARIF say of fields and rules stands in both languages, one at a time."""

import json

import pytest

from kshc_cli.messages import speaking
from kshc_cli.reports.explained import explained
from kshc_cli.reports.rule_table import RULES
from tests.conftest import Kshc
from tests.speaking import english, english_words
from tools.schemas import FOLDER, KINDS, explanations


def test_every_field_is_explained_in_vietnamese() -> None:
    english, vietnamese = explanations("en"), explanations("vi")
    assert len(english) == len(vietnamese) > 190
    assert not [said for said, also in zip(english, vietnamese, strict=True) if said == also]
    assert not [text for text in vietnamese if english_words(text)]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained_in_vietnamese(rule: str) -> None:
    with speaking("vi"):
        told = explained(rule)
    assert told is not None
    assert told.words != RULES[rule][1]
    assert not list(english(told.words))


def test_equal_explanations_stay_equal() -> None:
    """No two translations of one sentence: a field is explained alike wherever it stands."""
    pairs = set(zip(explanations("en"), explanations("vi"), strict=True))
    assert len(pairs) == len({english for english, _vietnamese in pairs})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("language", "file"), [("vi", "{}.schema.json"), ("en", "en/{}.schema.json")])
def test_schema_prints_the_file_in_the_language_in_use(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, kind: str, language: str, file: str
) -> None:
    monkeypatch.setenv("KSHC_LANG", language)
    assert kshc("schema", kind).out == (FOLDER / file.format(kind)).read_text(encoding="utf-8")


def test_the_schemas_differ_in_their_explanations_only() -> None:
    def bare(part: object) -> object:
        match part:
            case dict():
                kept = (
                    (key, value) for key, value in part.items() if key != "description" or not isinstance(value, str)
                )
                return {key: bare(value) for key, value in kept}
            case list():
                return [bare(value) for value in part]
            case _:
                return part

    for kind in KINDS:
        names = (f"{kind}.schema.json", f"en/{kind}.schema.json")
        vietnamese, english = (json.loads((FOLDER / name).read_text(encoding="utf-8")) for name in names)
        assert vietnamese != english
        assert bare(vietnamese) == bare(english)


def test_template_fields_are_explained_in_the_language_in_use(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Who issues the plan." in kshc("template", "fields").out
    monkeypatch.setenv("KSHC_LANG", "vi")
    for form in ("text", "markdown", "json"):
        shown = kshc("template", "fields", "--format", form).out
        assert "Cơ quan ban hành kế hoạch." in shown
        assert "Who issues the plan." not in shown
    assert "\tyes" not in kshc("template", "fields").out
