r"""Phrases and sentences of the tables with one word left out, doubled, put elsewhere, or taken over from another line.

``make generate`` renews edited.tsv, which keeps what each means: the difference is to be read. A line is what a phrase
means and leaves unread, or what a sentence says, and the words; a new line in them is ``\n``.
"""

import random
from pathlib import Path
from typing import Final

from kshc_cli.messages import use_language
from kshc_cli.reading.times.reader import read_time
from tests.reading.drawn import spelt
from tests.reading.expected import written

COUNT: Final = 1800
KEPT: Final = Path(__file__).parent / "edited.tsv"
_THIRD: Final = 3


def _lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in KEPT.with_name(name).read_text(encoding="utf-8").splitlines()]


PHRASES: Final = [(line[0], int(line[1])) for line in _lines("phrases.tsv")]
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


def told(number: int) -> str:
    """Return the line of a number, always the same."""
    chance = random.Random(number)  # noqa: S311  no secret
    if number % _THIRD:
        text, year = PHRASES[chance.randrange(len(PHRASES))]
        text = _edited(chance, text, chance.choice(PHRASES)[0])
        reading = read_time(text.replace("\\n", "\n"), year=year)
        unread = " | ".join(reading.unread).replace("\n", "\\n")
        return f"{' + '.join(map(written, reading.parts))} / {unread}\t{year} {text}"
    text = _edited(chance, chance.choice(SENTENCES), chance.choice(SENTENCES))
    return f"{spelt(text)}\t{text}"


def files() -> dict[Path, bytes]:
    """Return the file that keeps the lines, as it is now."""
    use_language("en")
    return {KEPT: "".join(f"{told(number)}\n" for number in range(COUNT)).encode()}
