"""Phrases of words are kshc's own lists: cut at their spaces, so they stand in the spelling in which words are read."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import kshc_cli
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.trie import Trie

PACKAGE = Path(kshc_cli.__file__).parent


def listed_phrases() -> Iterator[str]:
    """Yield the lists of phrases that modules hand to ``Trie.of`` and ``Phrases`` by name or to the letter."""
    for path in sorted(PACKAGE.joinpath("reading").rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        if path.name == "trie.py" or not ("Trie.of(" in code or "Phrases(" in code):
            continue
        module = import_module(".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts)))
        for call in ast.walk(ast.parse(code)):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in {"Trie.of", "Phrases"}:
                lists = call.args[0].keys if isinstance(call.args[0], ast.Dict) else call.args
                yield from (str(eval(ast.unparse(one), vars(module))) for one in lists if one is not None)  # noqa: S307


def test_listed_phrases_stand_as_words_are_read() -> None:
    """A phrase in another spelling would never be found."""
    phrases = [one for some in listed_phrases() for one in some.strip().replace("\n", "|").split("|")]
    assert len(phrases) > 1_000
    words = {one: one.split() for one in phrases if one.replace(" ", "").isalpha()}
    assert {one: said for one, said in words.items() if said != [token.word for token in words_of(one)]} == {}


@pytest.mark.parametrize(
    ("text", "found", "length"),
    [
        ("Thị xã An Bình", "place", 2),
        ("thị-xã", "dashed", 3),
        ("thị trấn", "place", 1),
        ("UBND & HĐND xã", "both", 3),
    ],
)
def test_the_longest_phrase_counts(text: str, found: str, length: int) -> None:
    """Letters, dashes and other marks alike; of equal phrases the first."""
    trie = Trie.of({"thị|thị xã": "place", "thị xã": "late", "thị-xã": "dashed", "ubnd & hđnd\nubnd": "both"})
    assert trie.longest(words_of(text), 0) == (found, length)
