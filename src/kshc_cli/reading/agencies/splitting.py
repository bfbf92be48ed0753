"""Words that no entry of the registry matches, split into what look like names of bodies.

A split is made at ";" and new lines always, elsewhere only where the next words begin like a body: "Sở Nông nghiệp và
Môi trường" and "Sở VH,TT&DL" are one.
"""

from collections.abc import Iterator
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.agencies.adjoining import quantity_length
from kshc_cli.reading.agencies.ground import trimmed
from kshc_cli.reading.agencies.joints import Joints
from kshc_cli.reading.agencies.piece_names import PieceNames
from kshc_cli.reading.agencies.stretch import VILLAGES, Stretch
from kshc_cli.reading.agencies.vocabulary import PLACES, PLURALS, head_length, kind_length, title_length
from kshc_cli.reading.folding import words_of

_OVER_MANY: Final = (
    *("ban quản lý", "ban ql", "bql", "ban chỉ đạo", "ban điều hành", "liên hiệp", "liên minh", "hiệp hội", "khối"),
    *("đảng ủy", "câu lạc bộ", "hội đồng", "văn phòng điều phối"),
)
"""First words of one body that is over others, or for them."""
_SEVERAL: Final = ("cơ quan", "đơn vị", "tổ chức", "địa phương", "đoàn thể")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words from character ``start`` up to ``end``; ``name`` is the part that looks like a name, None if none does."""

    start: int
    end: int
    name: tuple[int, int] | None
    doubts: tuple[int, ...] = ()
    """Joints of the name, in characters, behind which perhaps another body begins.

    Báo Đồng Tháp, Bảo Việt; Sở Nông nghiệp và PTNT.
    """


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Split unread words. Never raises; takes time linear in the text."""
    return tuple(_Splitting(text).pieces())


def is_plural(name: str) -> bool:
    """Tell whether a name stands for several bodies: các phòng, ban chuyên môn; cơ quan, đơn vị có liên quan.

    What a body is for may be many, too: Ban Quản lý các khu công nghiệp, Liên hiệp các Hội Khoa học.
    """
    tokens = words_of(name)
    words = [token.word for token in tokens]
    place = next((place for place, word in enumerate(words) if word in PLURALS), None)
    if place is None:
        return " ".join(words[:2]) in _SEVERAL
    if not place or max(title_length(tokens, 0), quantity_length(tokens, 0)) >= place:
        return True
    behind = tokens[place + 1].word if place + 1 < len(tokens) else ""
    if behind in PLACES or behind == "cấp" or " ".join(words[place + 1 : place + 3]).startswith(VILLAGES):
        return True
    several = kind_length(tokens, place + 1) or head_length(tokens, place + 1) or not head_length(tokens, 0)
    return bool(several) and not " ".join(words).startswith(_OVER_MANY)


class _Splitting:
    def __init__(self, text: str) -> None:
        self.words = Stretch(text)
        self.joints = Joints(self.words)
        self.names = PieceNames(self.words)

    def pieces(self) -> Iterator[Piece]:
        start = place = 0
        size = len(self.words.tokens)
        while place < size:
            if cited := self.words.cited.get(place):
                place = cited
                continue
            joint = self.joints.joint(start, place)
            if joint is not None:
                yield from self._piece(start, place)
                start = place + joint
            place += 1
        yield from self._piece(start, size)

    def _piece(self, start: int, end: int) -> Iterator[Piece]:
        inner = trimmed(self.words.tokens, self.words.partner, start, end)
        if inner is None:
            return
        whole, name = self.words.characters(*inner), self.names.name(*inner)
        if name is None or inner[0] in self.words.cited or not self.names.is_body(*name):
            yield Piece(*whole, None)
        else:
            yield Piece(*whole, self.words.characters(*name), tuple(self.names.doubts(*name)))
