r"""Phrases, sentences and cells of the tables with a word left out, doubled, put elsewhere, or taken from another line.

``make generate`` renews edited.tsv, which keeps what each means: the difference is to be read. A line is what a phrase
means and leaves unread, what a sentence says, or what agency_details.tsv and pieces.tsv would have of a cell; then the
words, a new line in them as ``\n``.
"""

import random
from pathlib import Path
from typing import Final

from kshc_cli.messages import use_language
from kshc_cli.reading.times.reader import read_time
from tests.reading.drawn import spelt
from tests.reading.expected import written
from tests.reading.test_agency_cells import registry
from tests.reading.test_agency_details import told as cell_told
from tests.reading.test_pieces import named

COUNT: Final = 2400
KEPT: Final = Path(__file__).parent / "edited.tsv"


def _lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in KEPT.with_name(name).read_text(encoding="utf-8").splitlines()]


PHRASES: Final = [(line[0], int(line[1])) for line in _lines("phrases.tsv")]
CELLS: Final = [(line[0], line[2]) for line in _lines("agency_details.tsv")]
SENTENCES: Final = [line[1] for line in _lines("said.tsv")]


def _edited(chance: random.Random, text: str, other: str) -> str:
    """Return a text with one change."""
    words, others = text.split(" "), other.split(" ")
    place = chance.randrange(len(words))
    start = chance.randrange(len(others))
    match chance.randrange(5):
        case 0:
            del words[place]
        case 1:
            words.insert(place, words[place])
        case 2:
            words.insert(chance.randrange(len(words)), words.pop(place))
        case 3:
            words[place:] = others[start:]
        case _:
            words[place : place + 1] = others[start : start + chance.randint(1, 3)]
    return " ".join(words)


def _phrase(chance: random.Random) -> str:
    text, year = PHRASES[chance.randrange(len(PHRASES))]
    text = _edited(chance, text, chance.choice(PHRASES)[0])
    reading = read_time(text.replace("\\n", "\n"), year=year)
    unread = " | ".join(reading.unread).replace("\n", "\\n")
    return f"{' + '.join(map(written, reading.parts))} / {unread}\t{year} {text}"


def _cell(chance: random.Random) -> str:
    plan, text = chance.choice(CELLS)
    text = _edited(chance, text, chance.choice(CELLS)[1])
    cell = text.replace("\\n", "\n")
    return f"{cell_told(registry(plan).read(cell))} / {named(cell)}\t{plan} {text}"


def _sentence(chance: random.Random) -> str:
    text = _edited(chance, chance.choice(SENTENCES), chance.choice(SENTENCES))
    return f"{spelt(text)}\t{text}"


_KINDS: Final = (_sentence, _phrase, _cell, _phrase)


def told(number: int) -> str:
    """Return the line of a number, always the same."""
    return _KINDS[number % len(_KINDS)](random.Random(number))  # noqa: S311  no secret


def files() -> dict[Path, bytes]:
    """Return the file that keeps the lines, as it is now."""
    use_language("en")
    return {KEPT: "".join(f"{told(number)}\n" for number in range(COUNT)).encode()}
