"""Values and lists changed in the text of YAML: only they change, however they are written."""

from typing import Any

import pytest

from kshc_cli.compare.edited import Item, Kept, New
from kshc_cli.findings import Path
from kshc_cli.source.edit.changing import changed, changed_data
from kshc_cli.source.edit.marks import CannotPlaceError
from kshc_cli.source.yaml.text import read_yaml

LONG = "một hai ba bốn năm sáu bảy tám chín mười " * 4

VALUES: list[tuple[str, Path, str | None, str]] = [
    ("a: x # vì sao\nb: y\n", ("a",), "z: 1", 'a: "z: 1" # vì sao\nb: y\n'),
    ("a: x # vì sao\n", ("a",), "m\nn", 'a: "m\\nn" # vì sao\n'),
    ("a: 'x'\n", ("a",), "it's", "a: 'it''s'\n"),
    ('a: "x"\n', ("a",), 'nói "có"', 'a: "nói \\"có\\""\n'),
    ("a: x\n", ("a",), "m\nn", "a: |-\n  m\n  n\n"),
    ("a: >-\n    x\n    y\n\n# sau\nb: z\n", ("a",), "m", "a: >-\n    m\n\n# sau\nb: z\n"),
    ("a: | # ghi\n  x\nb: z\n", ("a",), "m\nn", "a: |- # ghi\n  m\n  n\nb: z\n"),
    ("a: |-\n  x\n  y\n", ("a",), LONG.strip(), f"a: |-\n  {LONG.strip()}\n"),
    ("a: |-\n  x\nb: z\n", ("a",), "m\n::error::n", 'a: "m\\n::error::n"\nb: z\n'),
    ("a: {b: x, c: y}\n", ("a", "b"), "m, n", 'a: {b: "m, n", c: y}\n'),
    ("a:\n  text: x # 1\n  reading: []\n", ("a", "text"), "m", "a:\n  text: m # 1\n  reading: []\n"),
    ("a:\nb: y\n", ("a",), "x", "a: x\nb: y\n"),
    ("a: >-\n  x\nb: y\n", ("a",), None, "a: null\nb: y\n"),
    ("a: x\r\nb: |-\r\n  m\r\n  n\r\n", ("b",), "o\np", "a: x\r\nb: |-\r\n  o\r\n  p\r\n"),
    ("- content: x # 1\n  lead: y\n", (0, "coop"), "z", "- content: x # 1\n  lead: y\n  coop: z\n"),
    ("- {content: x, lead: y}\n", (0, "coop"), "z", "- {content: x, lead: y, coop: z}\n"),
    ("- content: x\n  time: z\n", (0, "others", "note"), "w", "- content: x\n  time: z\n  others:\n    note: w\n"),
    ("a:\n  - x\n  - y\n", ("a", 1), "z: 1", 'a:\n  - x\n  - "z: 1"\n'),
    ("a: x", ("a",), "m", "a: m"),
]


@pytest.mark.parametrize(("text", "path", "words", "wanted"), VALUES)
def test_a_value_changes_as_it_was_written(text: str, path: Path, words: str | None, wanted: str) -> None:
    """Its quotes, its block and the remarks beside it stay."""
    new = changed(text, {path: words}, {})
    assert new == wanted
    assert read_yaml(new.encode()).data == changed_data(read_yaml(text.encode()).data, {path: words}, {})


A, B, C = (Kept(("a", number)) for number in range(3))
THREE = "a:\n  - x # 1\n\n  # về y\n  - y\n\n  - z\n# cuối\nb: 1\n"

LISTS: list[tuple[str, tuple[Item, ...], str]] = [
    (THREE, (A, C), "a:\n  - x # 1\n  # về y\n\n  - z\n# cuối\nb: 1\n"),
    (THREE, (B, A, C), "a:\n  # về y\n  - y\n\n  - x # 1\n\n  - z\n# cuối\nb: 1\n"),
    (THREE, (A, New("m: 1"), B, C), 'a:\n  - x # 1\n\n  - "m: 1"\n\n  # về y\n  - y\n\n  - z\n# cuối\nb: 1\n'),
    (THREE, (A, B, C, New("m")), "a:\n  - x # 1\n\n  # về y\n  - y\n\n  - z\n\n  - m\n# cuối\nb: 1\n"),
    ("a: [x, 'y', z] # 1\n", (C, New("m, n"), B), "a: [z, \"m, n\", 'y'] # 1\n"),
    ("a:\n- x\n- y\n", (Kept(("a", 1)),), "a:\n- y\n"),
    ("a:\n- x\nb: 1\n", (), "a: []\nb: 1\n"),
    ("b: 1\n", (New("m"),), "b: 1\na:\n  - m\n"),
    ("a: []\n", (New("m"),), "a: [m]\n"),
    ("a:\n- x", (A, New("m")), "a:\n- x\n- m"),
]


@pytest.mark.parametrize(("text", "items", "wanted"), LISTS)
def test_a_list_keeps_the_text_of_its_items(text: str, items: tuple[Item, ...], wanted: str) -> None:
    """What stays has its bytes, with the remarks before it."""
    lists: dict[Path, tuple[Item, ...]] = {("a",): items}
    new = changed(text, {}, lists)
    assert new == wanted
    data: Any = read_yaml(text.encode()).data
    assert read_yaml(new.encode()).data == changed_data(data, {}, lists)


def test_items_move_between_lists_of_other_depths() -> None:
    """Their lines are shifted, blocks and remarks with them."""
    text = "a:\n- t: 1\n  u: |-\n    x\n      y\n- t: 2\nb:\n    c:\n      # về 3\n      - t: 3\n"
    lists: dict[Path, tuple[Item, ...]] = {
        ("a",): (Kept(("a", 1)), Kept(("b", "c", 0))),
        ("b", "c"): (Kept(("a", 0)),),
    }
    new = changed(text, {}, lists)
    moved = "      - t: 1\n        u: |-\n          x\n            y\n"
    assert new == f"a:\n- t: 2\n- t: 3\nb:\n    c:\n      # về 3\n{moved}"
    assert read_yaml(new.encode()).data == changed_data(read_yaml(text.encode()).data, {}, lists)


@pytest.mark.parametrize("text", ["a: [x, # 1\n  y]\n", "a: ~\n"])
def test_what_cannot_be_changed_alone_is_refused(text: str) -> None:
    """A remark inside of brackets has no place of its own."""
    with pytest.raises(CannotPlaceError):
        changed(text, {}, {("a",): (Kept(("a", 1)),)})


def test_long_words_are_folded_as_they_were() -> None:
    """In the width in which kshc writes a plan, at the indent that the block has."""
    words = LONG.strip()
    new = changed(f"a:\n  b: >-\n      {words[:20]}\n      {words[21:40]}\n", {("a", "b"): words}, {})
    assert all(line.startswith("      ") for line in new.splitlines()[2:])
    assert read_yaml(new.encode()).data == {"a": {"b": words}}
