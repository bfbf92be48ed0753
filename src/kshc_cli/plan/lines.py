"""The lines of a task that is printed as paragraphs: the mark before each, and the label that says what it holds."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.label_values import looks_like
from kshc_cli.plan.label_words import Holds, Told, told_in
from kshc_cli.plan.model import Labels

END_MARK: Final = "./."
"""What a document ends with."""
_COLONS: Final = str.maketrans({"：": ":"})

_BRACKET: Final = lazy_pattern(r"\(((?:[^()\n]|\([^()\n]*\)){3,1000})\)[\s.;,/]*\Z")
"""Brackets at the end of a paragraph, with what stands in them."""

_MARKS: Final = (
    ("IVXLC", lazy_pattern(r"([IVXLC]{1,6}[.)])\s*(?=\S)|([IVXLC]{1,6})\s*[/-]\s")),
    ("", lazy_pattern(r"(\d{1,3}[.)])(?!\d)\s*(?=\S)")),
    ("", lazy_pattern(r"(\d{1,2}\.\d{1,2}[.)]?)(?![\d.])\s*(?=\S)")),
    ("", lazy_pattern(r"(\d{1,2}(?:\.\d{1,2}){2,}[.)]?)(?![\d.])\s*(?=\S)")),
    (
        "",
        lazy_pattern(
            r"([a-zđA-ZĐ][.)]|\((?:[a-zđ]|\d{1,2})\)"
            r"|(?:[Mm]ột|[Hh]ai|[Bb](?:a|ốn|ảy)|[Nn]ăm|[Ss]áu|[Tt]ám|[Cc]hín|[Mm]ười) là\s*[,:])\s*(?=\S)"
        ),
    ),
    ("-–—−‑", lazy_pattern(r".\s*(?=\S)")),
    ("+*•▪●·✓➢■○◦❖◻\uf0b7o", lazy_pattern(r"(?:[^o]|o\s)\s*(?=\S)")),
)
"""The marks before a paragraph, from the highest to the lowest, each behind the signs that it begins with.

No signs: any. A number is caught. The signs stand apart because a set of them takes as long to compile as ten marks.
"""

_LOOKS: Final[Mapping[Holds | None, Literal["bodies", "time"]]] = {"lead": "bodies", "coop": "bodies", "time": "time"}
"""What the words below a label look like."""

LETTER: Final = 4
"""The rank of a), below which lines have labels."""
UNMARKED: Final = len(_MARKS)
"""The rank of a line without a mark."""


class ItemLine(NamedTuple):
    """A line of a text."""

    rank: int
    """How high its mark stands: 0 the highest."""
    number: str | None
    """Its mark, where that is a number or a letter."""
    words: str
    """What stands behind the mark."""
    role: Holds | None = None
    """What the label that it begins with says that it holds; None without a label that is known."""
    said: str = ""
    """What stands behind that label, up to the next one."""
    head: str = ""
    """What stands before its first label: all of its words where it has none."""
    told: tuple[Told, ...] = ()
    """What stands behind each of its labels."""
    mark: str = ""
    """Its mark with the blanks behind it, as printed."""


def line_of(text: str, own: Labels | None) -> ItemLine:
    """Return a line by its mark and labels; ``own`` are labels of the plan, which go before those that are known."""
    text = unicodedata.normalize("NFC", text).strip()
    rank, number, words = _marked(text)
    mark = text[: len(text) - len(words)]
    if ":" not in words and "：" not in words:
        return ItemLine(rank, number, words, head=words, mark=mark)
    said = words.translate(_COLONS)
    if words.startswith("(") and (whole := _BRACKET.fullmatch(said)):
        said = whole[1].strip()  # (Cơ quan chủ trì: …)
    head, told = told_in(said, own)
    if said != words.translate(_COLONS) and (head or all(one.holds == "note" for one in told)):
        return ItemLine(rank, number, words, head=words, mark=mark)
    told = tuple(_unbracketed(told, own))
    if head or not told:
        return ItemLine(rank, number, words, head=words[: len(head)], told=told, mark=mark)
    return ItemLine(rank, number, words, told[0].holds, told[0].words, "", told, mark)


def bracketed(words: str, own: Labels | None) -> tuple[str, tuple[Told, ...]]:
    """Return words without the labels in brackets at their end, and what these say: “… (Chủ trì: A; thời gian: B)”.

    All of the words and nothing, where what stands in brackets does not begin with a label.
    """
    text = words.translate(_COLONS)
    found = _BRACKET.search(text) if ":" in text else None
    head, told = told_in(found[1].strip(), own) if found else ("", ())
    if found is None or head or not any(one.holds != "note" and one.words for one in told):
        return words, ()
    return words[: found.start()].rstrip(), tuple(one._replace(words=one.words.strip(" ;,.")) for one in told)


def _unbracketed(told: Sequence[Told], own: Labels | None) -> Iterator[Told]:
    """Yield what labels say; the labels in brackets at the end of the last one's words are further ones."""
    for one in told:
        is_last = one is told[-1] and one.holds != "note"
        words, further = bracketed(one.words, own) if is_last else (one.words, ())
        if not (words and further):
            yield one
            continue
        printed = one.printed[: len(one.printed) - len(one.words) + len(words)]
        yield one._replace(words=words, printed=printed)
        yield from further


def _marked(text: str) -> tuple[int, str | None, str]:
    for rank, (signs, mark) in enumerate(_MARKS):
        if (not signs or text[:1] in signs) and (found := mark.match(text)):
            return rank, next(filter(None, found.groups()), None), text[found.end() :]
    return UNMARKED, None, text


def roles_of(lines: Sequence[ItemLine]) -> Iterator[Holds | None]:
    """Yield for each line whose words it holds: what its label says or, where the label above goes on, that one's.

    A label that stands alone has the list below it: lines of a lower mark, or lines without any; also others that look
    like what it asks for. A line that ends with a comma goes on in the next one, if that has no mark.
    """
    role: Holds | None = None
    label: ItemLine | None = None
    below: int | None = None
    before = ""
    for line in lines:
        if line.role is not None:
            last = line.told[-1]
            role, label, below = last.holds, line if not last.words or last.words.endswith(":") else None, None
            before = last.words
            yield line.role
            continue
        if label is not None and below in {None, line.rank} and _is_beneath(line, label, role):
            below = line.rank
        elif line.rank < UNMARKED or not before.endswith(","):
            role, label = None, None
        before = line.words
        yield role


def _is_beneath(line: ItemLine, label: ItemLine, role: Holds | None) -> bool:
    """Tell whether a line stands below a label that stands alone, by its mark or by its words."""
    if line.rank > label.rank:
        return True
    if line.rank < LETTER or label.told[-1].words or role not in _LOOKS:
        return False
    return not line.told and looks_like(_LOOKS[role], line.words)


def quotes(words: str, text: str) -> bool:
    """Tell whether words stand in a text, beginning and ending where words, numbers and days of it do."""
    bounded = rf"(?<!\w)(?<!\d[./-]){re.escape(words)}(?!\w)(?![./-]\d)"
    return re.compile(bounded).search(text) is not None


def joined(lines: Iterable[str]) -> str | None:
    """Return lines below each other; None for none."""
    return "\n".join(filter(None, lines)) or None
