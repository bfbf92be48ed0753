"""Rules of the heading: Quốc hiệu, Tiêu ngữ, issuer, number, place and date (Phụ lục I, phần I, mục II, 1 to 4)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.documents.components.act import Act, Paragraphs
from kshc_cli.documents.components.models import OWN
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.letters import TIED
from kshc_cli.documents.layout.looks import (
    CROWDED,
    Setting,
    apart_faults,
    look_faults,
    points_of,
    sign_faults,
    under_faults,
)
from kshc_cli.documents.layout.names import name_of
from kshc_cli.documents.layout.rule import LayoutFault, component, rule
from kshc_cli.documents.layout.ruled_lines import SHORT, WHOLE, between, line_faults
from kshc_cli.documents.layout.stamps import date_faults, number_faults, plain, stamp_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.edits import WordsEdit
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical, composed

_NATION: Final = frozenset({"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"})
_MOTTO: Final = frozenset({"Độc lập - Tự do - Hạnh phúc"})
_HYPHEN: Final = str.maketrans({"\N{NON-BREAKING HYPHEN}": "-"})

_NATION_LOOK: Final = Setting(12, 13, bold=True, capitals=True)
_ISSUER: Final = Setting(12, 13, bold=True, capitals=True, lined=True)
_PARENT: Final = Setting(12, 13, capitals=True)
_MOTTO_LOOK: Final = Setting(13, 14, bold=True, capitals=False, lined=True)
_PLACE: Final = re.compile(r"(?:tỉnh|thành phố|tp\.?|xã|phường|đặc khu)(?: (?!đoàn|đội|ủy|hội|bộ)[^\W_]+){1,4}")
"""A place by itself, which issues nothing; what issues for it is a body with a name of its own."""
_NUMBER: Final = Setting(13, 13)
_DATE: Final = Setting(13, 14, italic=True)


@rule("nd30.I.II.1-quoc-hieu", component("nation"))
def quoc_hieu(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Quốc hiệu is “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” in capitals, bold, on one line.

    HÒA or HOÀ; 12–13 points, upright.
    """
    first = act.nation[0]
    if first.printed.upper() == first.printed:
        yield from _word_faults("nation", first, _NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    yield from look_faults("nation", act.nation, replace(_NATION_LOOK, fitting=_beside(act.motto)), document)
    yield from _one_line("nation", first, document)


@rule("nd30.I.II.1-tieu-ngu", component("motto"))
def tieu_ngu(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Tiêu ngữ is “Độc lập - Tự do - Hạnh phúc” in small letters, bold, centred under Quốc hiệu.

    With hyphens between spaces; 13–14 points, upright.
    """
    first = act.motto[0]
    if first.printed.upper() != first.printed:
        yield from _word_faults("motto", first, _MOTTO, "Độc lập - Tự do - Hạnh phúc")
    yield from look_faults("motto", act.motto, replace(_MOTTO_LOOK, fitting=_under(act.nation)), document)
    yield from under_faults("motto", act.motto, act.nation, document)
    yield from _one_line("motto", first, document)


@rule("nd30.I.II.1-tieu-ngu-line", component("motto"))
def tieu_ngu_line(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Under Tiêu ngữ stands a solid line as long as its words, drawn or a border, not typed."""
    yield from line_faults("motto", act.motto, WHOLE, document, _heading(act, document))


@rule("nd30.I.II.2-parent", component("parent"))
def parent(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The body above the issuer is named in capitals of 12–13 points, upright, not bold."""
    yield from look_faults("parent", act.parent, _PARENT, document)
    yield from sign_faults("parent", act.parent)


@rule("nd30.I.II.2-issuer", component("issuer"))
def issuer(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The issuing body is named in capitals of 12–13 points, upright, bold, in the middle under its parent body.

    Its name is whole: ỦY BAN NHÂN DÂN XÃ TÂN PHÚ, not XÃ TÂN PHÚ.
    """
    words = " ".join(each.printed for each in act.issuer)
    if _PLACE.fullmatch(canonical(words).strip()):
        yield LayoutFault(
            _("The issuing body's name is only the place “{words}”.").format(words=plain(words)),
            _("Write which body of that place it is: ỦY BAN NHÂN DÂN …, HỘI ĐỒNG NHÂN DÂN …"),
            act.issuer[0],
        )
    yield from look_faults("issuer", act.issuer, _ISSUER, document)
    yield from sign_faults("issuer", act.issuer)
    yield from under_faults("issuer", act.issuer, act.parent, document)
    yield from apart_faults("issuer", act.issuer, document)


@rule("nd30.I.II.2-issuer-line", component("issuer"))
def issuer_line(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Under the issuer stands a solid line of a third to a half of its words' length, drawn or a border, not typed."""
    yield from line_faults("issuer", act.issuer, SHORT, document, _heading(act, document))


@rule("nd30.I.II.3-number", component("number"), models=OWN)
def number(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The number reads “Số: 05/QĐ-UBND”: a 0 before numbers below 10, no spaces around “/” and “-”.

    13 points, upright, in the middle under the issuer. A draft may leave it blank.
    """
    yield from number_faults(act.number[0], final=document.final)
    yield from look_faults("number", act.number, _NUMBER, document)
    if known_symbol := stamp_of(act.number[0].printed).symbol:
        yield from sign_faults("number", act.number[:1] if known_symbol[-1].isalpha() else ())
    yield from under_faults("number", act.number, (*act.parent, *act.issuer), document)


@rule("nd30.I.II.4-date", component("place_date"), models=OWN)
def date(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Place and date read “Sa Đéc, ngày 09 tháng 01 năm 2024”.

    A 0 before days below 10 and before months 1 and 2 only. A draft may leave day and month blank.
    """
    yield from date_faults(act.place_date[0], final=document.final)


@rule("nd30.I.II.4-place-date", component("place_date"), models=OWN)
def place_date(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Place and date are set in 13–14 points, italic, not bold, in the middle under Quốc hiệu and Tiêu ngữ."""
    yield from look_faults("place_date", act.place_date, replace(_DATE, fitting=_under(act.nation)), document)
    yield from under_faults("place_date", act.place_date, (*act.nation, *act.motto), document)


def _word_faults(name: str, paragraph: Paragraph, right: frozenset[str], wanted: str) -> Iterator[LayoutFault]:
    words = " ".join(composed(paragraph.printed).translate(_HYPHEN).split())
    if words not in right:
        yield LayoutFault(
            _("{component} reads “{words}”.").format(component=name_of(name), words=words),
            _("Write “{words}”.").format(words=wanted),
            paragraph,
            WordsEdit(paragraph, wanted),
        )


def _beside(motto: Paragraphs) -> float | None:
    """Return the size of Quốc hiệu that goes with a Tiêu ngữ."""
    return {under: nation for nation, under in TIED.items()}.get(points_of(motto))


def _under(nation: Paragraphs) -> float | None:
    """Return the size of Tiêu ngữ, place and date that goes with a Quốc hiệu."""
    return TIED.get(points_of(nation))


def _one_line(name: str, paragraph: Paragraph, document: Inspected) -> Iterator[LayoutFault]:
    lines = document.lines(paragraph)
    broken = "\n" in paragraph.printed.strip()
    if broken or (len(lines) > 1 and sum(lines) > CROWDED * document.available(paragraph)):
        yield LayoutFault(
            _("{component} does not stand on one line.").format(component=name_of(name)),
            _("Take line breaks out of it, or give it a wider column."),
            paragraph,
        )


def _heading(act: Act, document: Inspected) -> Paragraphs:
    """Return everything from the first to the last component of the heading."""
    parts = (act.parent, act.issuer, act.nation, act.motto, act.number, act.place_date)
    return between(document, (*parts, act.title[:1]))
