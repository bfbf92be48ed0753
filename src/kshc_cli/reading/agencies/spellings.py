"""Spellings of one body: abbreviations, missing diacritics, a slip of the pen, the issuer's own place at the end.

The likeness is a proposal for people to check; the reader itself never guesses.
"""

from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import normalize

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.agencies.vocabulary import CONNECTORS, PLACES, PLURALS, TWO_SYLLABLES, kind_length
from kshc_cli.reading.folding import Token, fold, words_of

_COMPARED: Final = 50
"""With how many names of the same initials one name is compared; with more of them with none. Keeps it linear."""
_PEOPLES_COMMITTEE: Final = ("u", "b", "n", "d")
_PLAIN_PLACES: Final = frozenset(map(fold, PLACES))
_SECONDS: Final = frozenset({"xa", "tran", "pho", "khu"})
"""Second words of administrative units."""
_LETTERS: Final = 8
"""Letters of a name of which one may be wrong."""
_LEAST: Final = 3
"""Letters of the word in which it is."""
_MOST: Final = 20
"""Words of a name of which one may have a wrong letter."""
_VOWELS: Final = frozenset("aeiouy")
"""Letters with which words of two letters are told apart: y tế, y tá, but not an, am."""
_ORGANS: Final = ("ubnd", "hdnd")

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_SURE: Final = 2
_MAYBE: Final = 1


@dataclass(frozen=True, slots=True)
class _Element:
    """A word, or one letter of an abbreviation."""

    word: str
    plain: str
    letter: bool = False
    proper: bool = False
    """Whether it has a capital and no small word behind it: Khánh in "Khóm Hòa Khánh", not Nội in "Phòng Nội vụ"."""

    @property
    def initial(self) -> str:
        """The letter that stands for the word in an abbreviation; a figure as a whole."""
        return self.plain if self.plain.isdigit() else self.plain[:1]


class Spellings:
    """Names with their owners, to be found by other spellings."""

    def __init__(self, issuer: str) -> None:
        self._endings = tuple(_endings(issuer))
        self._alike: dict[str, list[tuple[tuple[_Element, ...], str]]] = {}
        self._whole: dict[tuple[str, ...], list[tuple[tuple[_Element, ...], str]]] = {}
        """The same by the whole names, the issuer's unit and place at their ends too, each without one word."""

    def add(self, name: str, owner: str) -> None:
        """Let ``owner`` have one more name."""
        elements = self._elements(name)
        self._alike.setdefault(_initials(elements), []).append((elements, owner))
        whole = _whole_words(name)
        for key in _but_one(whole):
            self._whole.setdefault(key, []).append((whole, owner))

    def owners_of(self, name: str) -> frozenset[str]:
        """Return whose name could be spelt like this; several where it is short for the names of several."""
        return self._likely(name)[0]

    def is_slip(self, name: str) -> bool:
        """Tell whether a name is only likely the spelling of another one: no abbreviation of it, but a slip."""
        return not self._likely(name)[1]

    def _likely(self, name: str) -> tuple[frozenset[str], bool]:
        """Return whose name it is, and whether that is sure."""
        elements = self._elements(name)
        alike = self._alike.get(_initials(elements), ())
        likely: dict[int, set[str]] = {}
        for other, owner in alike if len(alike) <= _COMPARED else ():
            likely.setdefault(_likeness(elements, other), set()).add(owner)
        if not likely.keys() - {0}:
            likely[_MAYBE] = self._a_letter_off(name)
        sure = likely.get(_SURE)
        return frozenset(sure or likely.get(_MAYBE) or ()), bool(sure)

    def _a_letter_off(self, name: str) -> set[str]:
        """Return whose name differs by one letter in one word: Côn an phường, Công an phườg."""
        whole = _whole_words(name)
        near = [self._whole.get(key, ()) for key in _but_one(whole)]
        return {
            owner
            for alike in near
            if len(alike) <= _COMPARED
            for other, owner in alike
            if _is_a_letter_off(whole, other)
        }

    def _elements(self, name: str) -> tuple[_Element, ...]:
        elements = elements_of(name)
        for ending in self._endings:
            if _ends(elements, ending):
                elements = elements[: -len(ending)]
                break
        head = tuple(element.initial for element in elements[:4])
        if head == _PEOPLES_COMMITTEE and len(elements) > 4 and elements[4].plain in _PLAIN_PLACES:
            elements = elements[4:]
        return elements


def elements_of(name: str) -> tuple[_Element, ...]:
    """Return the words of a name without what joins them, an abbreviation letter by letter."""
    tokens = [token for token in words_of(name) if token.word not in CONNECTORS]
    typed = [name[token.start : token.end] for token in tokens]
    shouted = any(_is_word_in_capitals(word) for word in typed)
    found: list[_Element] = []
    for token, word, behind in zip(tokens, typed, [*typed, ""][1:], strict=True):
        pointed = bool(behind) and name.startswith(".", token.end)
        proper = word[0].isupper() and not behind[:1].islower()
        found += _parts(token, word, short=not shouted and (pointed or len(token.word) > 1), proper=proper)
    return tuple(found)


def _whole_words(name: str) -> tuple[_Element, ...]:
    """Return the words of a name, an abbreviation as one: a slip in it leaves all other words as they are."""
    found: list[_Element] = []
    tokens = [token for token in words_of(name) if token.word not in CONNECTORS]
    for place, token in enumerate(tokens[:_MOST]):
        word = name[token.start : token.end]
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        small = behind is not None and name[behind.start].islower()
        organ = _is_organ(fold(word))
        short = word.isupper() and len(word) > 1 and not name.isupper() and not organ
        proper = word[0].isupper() and not small and not organ
        found.append(_Element(token.word, fold(word), letter=short, proper=proper))
    return tuple(found)


def _is_organ(word: str) -> bool:
    """Tell whether an abbreviation is likely one that every plan has: UBND, HĐND."""
    return any(len(word) == len(organ) and _are_close(word, organ) for organ in _ORGANS)


def _but_one(name: Sequence[_Element]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name without one of them, each in turn."""
    words = tuple(element.plain for element in name)
    yield from ((*words[:place], "", *words[place + 1 :]) for place in range(len(words)))


def _parts(token: Token, typed: str, *, short: bool, proper: bool) -> Iterator[_Element]:
    plain = fold(typed).replace("y", "i")
    if short and typed.isupper() and plain.isalpha():
        yield from (_Element(letter, letter, letter=True) for letter in plain)
    else:
        yield _Element(token.word, plain, proper=proper)


def abbreviated(name: str) -> tuple[int, bool]:
    """Return how short of its full spelling a name is: its letters that stand for words, and no diacritics at all."""
    elements = elements_of(name)
    return sum(element.letter for element in elements), all(element.word.isascii() for element in elements)


def _is_word_in_capitals(typed: str) -> bool:
    """Tell whether capitals carry tone marks: no abbreviation does, so the whole name is in capitals."""
    return typed.isupper() and any(mark in normalize("NFD", typed) for mark in _TONES)


def _endings(issuer: str) -> Iterator[tuple[_Element, ...]]:
    """Yield what names of the issuer's own bodies may end in: its unit and place, its place, its unit."""
    own = elements_of(issuer)
    own = own[next((place for place, element in enumerate(own) if element.word in PLACES), len(own)) :]
    unit = 2 if own and own[0].word in {"thành", "thị", "đặc"} else 1
    yield from (ending for ending in (own, own[unit:], own[:unit]) if ending)


def _ends(elements: Sequence[_Element], ending: Sequence[_Element]) -> bool:
    rest = len(elements) - len(ending)
    if rest < 2 or elements[rest - 1].word in PLURALS | PLACES:
        return False
    pairs = zip(elements[rest:], ending, strict=True)
    return all(one.plain == other.plain or _abbreviates(one, other) for one, other in pairs)


def _initials(elements: Sequence[_Element]) -> str:
    return "".join(element.initial for element in elements)


def _likeness(one: Sequence[_Element], other: Sequence[_Element]) -> int:
    """Return how likely two names with the same initials are spellings of one; 0 if they are not."""
    if len(one) != len(other):
        return 0
    pairs = tuple(zip(one, other, strict=True))
    differing = [(a, b) for a, b in pairs if a.word != b.word and not _abbreviates(a, b)]
    if not differing:
        return _SURE
    if any(a.plain != b.plain for a, b in differing):
        return 0
    without_diacritics = any(all(element.word.isascii() for element in name) for name in (one, other))
    of_place = _names_place(one) or _names_place(other)
    of_place = of_place or any(element.proper for pair in differing for element in pair)
    return 0 if of_place and not without_diacritics else _MAYBE


def _names_place(name: Sequence[_Element]) -> bool:
    """Tell whether an administrative unit stands in a name; the second word tells thị xã from đô thị, and xã hội."""
    for element, behind in zip(name, (*(element.plain for element in name[1:]), ""), strict=True):
        is_unit = behind in _SECONDS if element.word in TWO_SYLLABLES else behind != "hoi"
        if element.word in PLACES and is_unit:
            return True
    return False


def _is_a_letter_off(one: Sequence[_Element], other: Sequence[_Element]) -> bool:
    """Tell whether one word of a long name has a letter more, less or another; no figure, abbreviation or place."""
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a.plain != b.plain]
    if len(one) != len(other) or len(differing) != 1 or sum(len(element.plain) for element in other) < _LETTERS:
        return False
    ((a, b),) = differing
    if all(kind_length(words_of(element.word), 0) for element in (a, b)):  # các phòng, các phường
        return False
    plain = not any(element.letter or element.proper or element.plain.isdigit() for element in (a, b))
    least = min(len(a.plain), len(b.plain))
    long = least >= _LEAST or (least > 1 and _VOWELS.isdisjoint((a.plain[-1], b.plain[-1])))
    return plain and long and a.initial == b.initial and _are_close(a.plain, b.plain)


def _are_close(one: str, other: str) -> bool:
    """Tell whether one letter put in, left out or changed, or two exchanged, make a word of another."""
    short, long = sorted((one, other), key=len)
    same = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    exchanged = sorted(short) == sorted(long) and long[same + 2 :] == short[same + 2 :]
    return exchanged or long[same + 1 :] in {short[same:], short[same + 1 :]}


def _abbreviates(one: _Element, other: _Element) -> bool:
    return (one.letter or other.letter) and one.initial == other.initial
