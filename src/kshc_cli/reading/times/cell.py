"""A time cell as the grammar sees it: words in one spelling, each with its place in the text as typed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, Final, Generic, TypeVar

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.record import GAP
from kshc_cli.reading.folding import Token, composed, words_of

Meaning = TypeVar("Meaning")

QUARTERS: Final[Mapping[str, int]] = {
    **{roman: number for number, roman in enumerate(("i", "ii", "iii", "iv"), 1)},
    **{roman: number for number, roman in enumerate("\u2170\u2171\u2172\u2173", 1)},
    **{f"{zero}{number}": number for number in range(1, 5) for zero in ("", "0")},
}
QUARTER_WORDS: Final[Mapping[str, int]] = {"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}

SPELLINGS: Final[Mapping[str, str]] = {"quí": "quý", "qúi": "quý", "hàng": "hằng", "kì": "kỳ"}
"""Two right spellings of one word; the second is the one that the grammar knows."""

SLIPS: Final[Mapping[str, str]] = (
    {"thang": "tháng", "thánh": "tháng", "quy": "quý", "nam": "năm", "nãm": "năm", "ngay": "ngày"}
    | dict.fromkeys(("trươc", "truớc", "trưóc", "trứơc"), "trước")
    | dict.fromkeys(("thuờng", "thưòng", "thừơng", "thừong", "thương"), "thường")
    | {"xuyện": "xuyên", "l": "i", "ll": "ii", "lll": "iii", "lv": "iv"}
)
"""Typing slips, taken for one only beside a word that makes it one; a reading over one carries a note."""

_AHEAD: Final = {"trước": frozenset({"ngày", "tháng", "quý", "năm"}), "thường": frozenset({"xuyên", "xuyện"})}
_BEHIND: Final = {"xuyên": "thường"} | dict.fromkeys(("i", "ii", "iii", "iv"), "quý")

_BEFORE_NUMBERS: Final = frozenset(
    {"ngày", "tháng", "quý", "năm", "số", "trước", "sau", "đến", "tới", "từ", "trong", "quá", "nhất", "hết", "đoạn"}
    | {"điều", "khoản", "phường", "xã", "lần", "đợt", "và", "-", "/", ",", "(", ":"}
)
"""Words behind which a number on a new line goes on."""

_NOTE: Final = 3
"""Tokens of the mark of a note."""
_TWO: Final = 2
"""Figures of a list line's number at most."""

_MARKS: Final = frozenset({"-", "+", "*", "•"})
"""Marks of list lines."""

BEYOND: Final = ("",) * 16


@dataclass(frozen=True, slots=True)
class TimeCell:
    """A cell's tokens. ``words`` are in the grammar's spelling; ``slips`` holds the ones that were repaired."""

    text: str
    year: int
    """The plan's year, which is meant where the words leave one out."""
    issued: date | None
    """The day on which the plan is issued ("từ nay", "kể từ ngày ký"), None where it is not known."""
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    """One for each token, and ``BEYOND`` empty ones, so that a reader may look ahead without asking for the end."""
    slips: Mapping[int, str]
    size: int
    """The number of tokens."""
    begin: int
    """The place of the first token that is no mark."""

    def word(self, at: int) -> str:
        """Return the word at ``at``; empty behind the last token."""
        return self.words[at]

    def quote(self, start: int, end: int) -> str:
        """Return the tokens from ``start`` up to ``end`` as typed, in NFC, with the bracket that closes them."""
        if start >= end:
            return ""
        row = self.words[start:end]
        closing = self.words[end] == ")" and row.count("(") > row.count(")")
        return self.text[self.tokens[start].start : self.tokens[end - 1 + closing].end]

    def tight(self, at: int) -> bool:
        """Tell whether no space stands before the token at ``at``."""
        return 0 < at < self.size and self.tokens[at - 1].end == self.tokens[at].start

    def new_line(self, at: int) -> bool:
        """Tell whether a new line with its own statement begins at ``at``; before a small letter words only wrap."""
        if not 0 < at < self.size or "\n" not in self.text[self.tokens[at - 1].end : self.tokens[at].start]:
            return False
        typed = self.text[self.tokens[at].start]
        numbering = len(self.words[at]) == 1 or (typed.isdigit() and len(self.words[at]) == _TWO)
        if numbering and self.words[at + 1] in {".", ")"} and not self.tight(at + 2):
            return True
        return self.words[at - 1] not in _BEFORE_NUMBERS if typed.isdigit() else typed.isupper() or not typed.isalnum()

    def capital(self, at: int) -> bool:
        """Tell whether the token at ``at`` is a word of two letters or more with only the first a capital."""
        typed = self.quote(at, at + 1) if at < self.size else ""
        return len(typed) > 1 and typed[0].isupper() and typed[1:].islower()

    def new_item(self, at: int) -> bool:
        """Tell whether the token at ``at`` is the mark of a new list line; between hours it is a dash."""
        if self.words[at] not in _MARKS or not self.new_line(at):
            return False
        return not (is_number(self.word(at + 1)) and not {"h", "giờ"}.isdisjoint(self.words[max(at - 2, 0) : at]))

    def hard(self, at: int) -> bool:
        """Tell whether the token at ``at`` parts two statements: a semicolon, or the mark of a new list line."""
        return self.words[at] == ";" or self.new_item(at)


def cell_of(text: str, *, year: int, issued: date | None) -> TimeCell:
    """Cut ``text`` into the words of a cell of the plan of ``year``."""
    plain = composed(text)
    fused = [*_fused(words_of(plain))]
    tokens = tuple(_without_notes(fused) if "(" in plain else fused)
    words: list[str] = []
    slips: dict[int, str] = {}
    for index, token in enumerate(tokens):
        meant = SPELLINGS.get(token.word, token.word)
        if meant in SLIPS and _is_slip(SLIPS[meant], words, tokens[index + 1 : index + 2]):
            meant = SLIPS[meant]
            slips[index] = meant
        elif meant == "/" and token.end - token.start > 1:
            slips[index] = meant
        words.append(meant)
    begin = next((at for at, word in enumerate(words) if word.isalnum()), len(words))
    return TimeCell(plain, year, issued, tokens, (*words, *BEYOND), slips, len(tokens), begin)


def _without_notes(tokens: list[Token]) -> Iterable[Token]:
    """Yield the tokens but for the mark of a note behind a date: trước ngày 30/6/2026 (1)."""
    place = 0
    while place < len(tokens):
        row = [token.word for token in tokens[place : place + 4]]
        behind = row[3] if len(row) > _NOTE else ""
        marks = row[:1] == ["("] and row[2:_NOTE] == [")"] and len(row[1]) == 1 and row[1].isdigit() and row[1] != "0"
        if marks and place and is_numeral(tokens[place - 1].word) and behind in {"", ";", ",", "."}:
            place += _NOTE
            continue
        yield tokens[place]
        place += 1


def _is_slip(meant: str, words: list[str], following: Sequence[Token]) -> bool:
    """Tell by the word before or behind whether a word that is no slip elsewhere (quy, ngay) is one here."""
    if meant in _BEHIND:
        return words[-1:] == [_BEHIND[meant]]
    return any(
        token.word in _AHEAD.get(meant, ()) or (meant != "thường" and is_numeral(token.word)) for token in following
    )


def _fused(tokens: Iterable[Token]) -> Iterable[Token]:
    """Make one token of the mark for illegible words, and of strokes in a row."""
    row: list[Token] = []
    for token in tokens:
        letters = len(token.word) - len(token.word.lstrip("quýí"))
        if letters in {1, 3} and token.word[:letters] in {"quý", "quí", "q"} and token.word[letters:] in QUARTERS:
            row += _unglued(token, letters)
            continue
        last = row[-1] if row else None
        if token.word == "/" and last is not None and last.word == "/":
            row[-1] = Token("/", last.start, token.end)
            continue
        row.append(token)
        if token.word == "]" and "".join(part.word for part in row[-3:]) == GAP:
            row[-3:] = [Token(GAP, row[-3].start, token.end)]
    return row


def _unglued(token: Token, letters: int) -> tuple[Token, Token]:
    """Part a quarter's Roman number from the word glued to it: QuýII/2025, QII/2025."""
    middle = token.end - len(token.word) + letters
    return Token(token.word[:letters], token.start, middle), Token(token.word[letters:], middle, token.end)


def is_number(word: str) -> bool:
    """Tell whether ``word`` is a run of the digits 0 to 9."""
    return word.isdigit() and word.isascii()


def is_numeral(word: str) -> bool:
    """Tell whether ``word`` is a number or the Roman number of a quarter."""
    return is_number(word) or word in QUARTERS


class Phrasebook(Generic[Meaning]):
    """Phrases with their meaning; the longest one that stands at a place wins."""

    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        self._phrases = phrases

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[tuple[str, ...], Meaning]]]:
        """The phrases by their first words, the longest first; sorted when first looked for: few plans ask all."""
        found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        rows = zip(self.phrases(), self._phrases.values(), strict=True)
        for words, meaning in sorted(rows, key=lambda row: -len(row[0])):
            found.setdefault(words[0], []).append((words, meaning))
        return found

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words with which a phrase begins."""
        return frozenset(words[0] for words in self.phrases())

    def match(self, cell: TimeCell, at: int) -> tuple[Meaning, int] | None:
        """Return the meaning of the longest phrase at ``at`` and the place behind it."""
        rows = self._by_first.get(cell.words[at])
        if rows is None:
            return None
        for words, meaning in rows:
            if cell.words[at : at + len(words)] == words:
                return meaning, at + len(words)
        return None

    def end(self, cell: TimeCell, at: int) -> int | None:
        """Return the place behind the longest phrase at ``at``."""
        rows = self._by_first.get(cell.words[at])
        if rows is None:
            return None
        for words, _meaning in rows:
            if cell.words[at : at + len(words)] == words:
                return at + len(words)
        return None

    def joined(self, *others: "Phrasebook[None]") -> "Phrasebook[None]":
        """Return a book that only knows whether a phrase of this one or of ``others`` stands at a place."""
        books: list[Phrasebook[Any]] = [self, *others]
        return Phrasebook(dict.fromkeys(chain.from_iterable(book._phrases for book in books)))  # noqa: SLF001  its own

    def phrases(self) -> Iterable[tuple[str, ...]]:
        """Return every phrase, cut into words."""
        return (tuple(phrase.split()) for phrase in self._phrases)

    def meanings(self) -> Mapping[str, Meaning]:
        """Return the phrases with their meanings, for a larger book."""
        return self._phrases


def phrases(text: str) -> dict[str, None]:
    """Return the phrases of ``text``, parted by ``|``, for a book that only knows whether one stands there."""
    return dict.fromkeys(phrase.strip() for phrase in text.split("|"))
