"""Rules of who signs a document (Phụ lục I, phần I, mục II, 7)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kshc_cli.documents.components import naming
from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import OWN
from kshc_cli.documents.layout.behalf import behalf_faults
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.looks import (
    SIGNS,
    Setting,
    apart_faults,
    look_faults,
    sign_faults,
    under_faults,
)
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.stamps import plain, plain_lines, stamp_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_POSITION: Final = Setting(13, 14, bold=True, capitals=True)
_NAME: Final = Setting(13, 14, bold=True, capitals=False)

_ON_ORDER: Final = re.compile(r"^tl\.\s*")
"""Before the position of who had a lower body's head sign; no deputy of his own does."""
_PREFIX: Final = re.compile(r"(KT|TM|TL|TUQ|Q)\s*\.|(K[/.]T|T[/.]M|T[/.]L)\b|(KT|TM|TL|TUQ)\s+(?=[A-ZĐỦ])|(UQ)\b")
_DEPUTIES: Final = ("phó ", "thứ trưởng")
_DEPUTY: Final = re.compile(r"phó (?:chủ tịch|giám đốc|tổng giám đốc|trưởng phòng|chánh|hiệu trưởng|viện trưởng|cục)\b")
_COMMITTEE: Final = re.compile(r"tm\.? ?(?:ủy ban nhân dân|ubnd)\b")
_OFFICES: Final = (
    *("chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "chánh văn phòng", "phó chánh văn phòng", "chủ tọa"),
    *("chủ trì", "thư ký", "trưởng phòng", "phó trưởng phòng", "trưởng ban", "phó trưởng ban", "hiệu trưởng"),
)
"""Positions that stand where a name should: who wrote them in small letters meant the position."""
_LEARNED: Final = re.compile(
    r"\b(?:trường|học viện|đại học|viện|bệnh viện|trung tâm y tế|trạm y tế|công an|cảnh sát|quân sự|quân khu|biên phòng"
    r"|bộ chỉ huy|ban chỉ huy|bộ tư lệnh|quốc phòng|(?:bộ|sở) (?:y tế|giáo dục|khoa học))\b"
)
"""Armed forces, schools, hospitals, institutes and their ministries: they may name ranks and degrees (điểm 7c)."""
_TITLES: Final = re.compile(
    r"(?:gs|pgs|ts|ths|ks|cn|bs|ds|ts\.?kh|nsnd|nsưt|ngnd|ngưt|ttnd|ttưt|ls|kts|ncs|dr|bsck[i1]*)\s*[.,]|"
    r"(?:th\.s|t\.s|ths|ts|pgs|gs|ks|bs|ds)\s|(?:ông|bà)\s(?=\s*(?:\S+\s+){2}\S)|"
    r"(?:đồng chí|đ/c|giáo sư|phó giáo sư|(?:tiến|thạc|bác|dược) s[ĩỹ]|k[ĩỹ] sư|cử nhân|luật sư|luật gia|thầy thuốc)\b",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"\S(?:\t|[ \u00a0]{3})\s*\S|[Kk][ýí]\)")
"""What stands at the right of a recipient, set there by tabs or spaces: it may be the signer's name."""


def _signed_acts(document: Inspected) -> Iterator[Act]:
    """Yield the texts that are signed, or should be."""
    return (act for act in document.acts if act.kind is not ActKind.ATTACHED)


def _lacks_name(act: Act, *, final: bool) -> bool:
    """Tell whether a name has to stand under the position: in what is issued, as it is once it has number and day."""
    stamp = stamp_of(" ".join(each.printed for each in (*act.number, *act.place_date)))
    beside = any(_BESIDE.search(each.text) for each in act.recipients)
    named = beside or any(map(naming.is_personal_name, act.others))
    return bool(act.position) and (final or (bool(stamp.number and stamp.day) and not named))


SIGNED: Final = Subjects(
    lambda document: (act for act in _signed_acts(document) if act.position), lambda: _("there is no signature block")
)
NAMED: Final = Subjects(
    lambda document: (act for act in _signed_acts(document) if act.signer or _lacks_name(act, final=document.final)),
    lambda: _("there is no name under a position"),
)


@rule("nd30.I.II.7-prefix", SIGNED, models=OWN)
def prefix(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """Who signs for others says so: “TM.” for a body, “KT.” over the deputy's own position, “Q.”, “TL.” and “TUQ.”.

    A chairman's own decision is signed without “TM.”, a committee's with it.
    """
    lines = [(line, each) for each in act.position for line in plain_lines(each)]
    for place, (line, paragraph) in enumerate(lines):
        found = _PREFIX.match(line)
        if found and (wrong := found[2] or found[3] or found[4]):
            yield LayoutFault(
                _("“{prefix}” is no prefix of a signature.").format(prefix=wrong),
                _("Write it with a full stop: “KT.”, “TM.”, “TL.”, “TUQ.”."),
                paragraph,
            )
        elif found and found[1] == "KT" and not _has_deputy(line, [other for other, _each in lines[place + 1 :]]):
            yield LayoutFault(
                _("Under “{line}” the deputy's own position is missing.").format(line=line),
                _("Write “PHÓ …” on a line of its own under “KT.”."),
                paragraph,
            )
        elif found and found[1] in {"TM", "TL", "TUQ"} and _is_last(act, place, lines):
            yield LayoutFault(
                _("Under “{line}” the signer's own position is missing.").format(line=line),
                _("Write the signer's own position on a line of its own under it."),
                paragraph,
            )
    yield from _without_prefix(act, lines)
    yield from behalf_faults(act, lines)


def _without_prefix(act: Act, lines: list[tuple[str, Paragraph]]) -> Iterator[LayoutFault]:
    """A deputy who signs what the chairman decides, or under the chairman's position, says so."""
    first, paragraph = lines[0]
    for (line, above), (below, under) in pairwise(lines):
        same_cell = above.address.cell == under.address.cell
        if same_cell and len(act.signer) == 1 and canonical(below) == f"phó {_ON_ORDER.sub('', canonical(line))}":
            yield LayoutFault(
                _("“{line}” stands over the deputy's position without “KT.”.").format(line=line),
                _("Write “KT.” before the position of who is signed for."),
                above,
            )
    decides = canonical(" ".join(each.printed for each in act.authority))
    if decides.startswith("chủ tịch") and canonical(first).startswith("phó "):
        yield LayoutFault(
            _("“{line}” signs a decision of the chairman without “KT.”.").format(line=first),
            _("Write “KT. CHỦ TỊCH” over it."),
            paragraph,
        )
    elif _signs_alone(act, lines):
        yield LayoutFault(
            _("“{line}” signs without “KT.”.").format(line=lines[-1][0]),
            _("Write “KT.” and the position of who is signed for over it."),
            lines[-1][1],
        )


def _signs_alone(act: Act, lines: list[tuple[str, Paragraph]]) -> bool:
    """Tell a deputy who signs, for a People's Committee or as the head does, but for nobody.

    Who is in charge, and who signs minutes or beside others, signs in his own position; so may the deputy of a body
    that decides by vote.
    """
    if act.name == "biên bản" or len(act.signer) > 1:
        return False
    *above, last = (canonical(line).strip() for line, _each in lines)
    return bool(_DEPUTY.match(last)) and all(_COMMITTEE.match(line) for line in above)


def _is_last(act: Act, place: int, lines: list[tuple[str, Paragraph]]) -> bool:
    """Tell whether no further line of a position stands under one, not in small letters either."""
    own = lines[place][1].address.cell
    below = (*(each for _line, each in lines[place + 1 :]), *_small_positions(act))
    return not any(each.address.cell == own for each in below)


def _small_positions(act: Act) -> tuple[Paragraph, ...]:
    return tuple(each for each in (*act.signer, *act.others) if canonical(each.printed).strip() in _OFFICES)


def _has_deputy(line: str, below: list[str]) -> bool:
    others = [canonical(other) for other in below]
    return any(other.startswith(_DEPUTIES) for other in others[:1]) or " phó " in canonical(line)


@rule("nd30.I.II.7-position", SIGNED, models=OWN)
def position(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The signer's position stands in capitals of 13–14 points, upright, bold."""
    yield from look_faults("position", (*act.position, *_small_positions(act)), _POSITION, document)
    for each in act.position:
        yield from sign_faults("position", (each,), (":", ";", ",") if each is not act.position[-1] else SIGNS)
    yield from apart_faults("position", act.position, document)


@rule("nd30.I.II.7-signer", NAMED, models=OWN)
def signer(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The signer's name stands in small letters of 13–14 points, upright, bold, without titles and degrees before it.

    In the middle under the position. The armed forces and institutions of education, health and science may write
    titles. A draft may leave it blank, until the document has number and day.
    """
    if not act.signer:
        yield _nameless(act.position[-1])
        return
    if len({_column(each) for each in act.position}) > len(act.signer):
        named = set(map(_column, act.signer))
        yield _nameless(next((each for each in act.position if _column(each) not in named), act.position[-1]))
    bodies = canonical(" ".join(each.printed for each in (*act.parent, *act.issuer)))
    for name in act.signer:
        title = _TITLES.match(plain(name.printed))
        if title and not _LEARNED.search(bodies):
            yield LayoutFault(
                _("“{title}” stands before the signer's name.").format(title=title[0].strip()),
                _("Write the name without titles and degrees."),
                name,
            )
        if _has_small_words(plain(name.printed)) and name not in _small_positions(act):
            yield LayoutFault(
                _("A word of the signer's name has no capital."), _("Begin each word of the name with a capital."), name
            )
    yield from look_faults("signer", act.signer, _NAME, document)
    yield from sign_faults("signer", act.signer)
    for name in act.signer:
        above = tuple(each for each in act.position if _is_above(each, name))
        yield from under_faults("signer", (name,), above, document)


def _has_small_words(name: str) -> bool:
    """Tell a name of which one of the last two words, behind rank and title, begins with a small letter."""
    words = name.partition("(")[0].split()
    return len(words) > 1 and any(word.isalpha() and word.islower() for word in words[-2:])


def _nameless(position: Paragraph) -> LayoutFault:
    return LayoutFault(_("The signer's name is missing."), _("Write the name under the position."), position)


def _column(paragraph: Paragraph) -> tuple[int | None, int | None]:
    return paragraph.address.table, paragraph.address.cell


def _is_above(position: Paragraph, name: Paragraph) -> bool:
    return _column(position) == _column(name) and position.address.paragraph < name.address.paragraph
