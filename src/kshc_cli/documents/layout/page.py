"""Rules of the page: paper, orientation, margins, page numbers (Phụ lục I, phần I, mục I)."""

from collections.abc import Iterator, Mapping
from typing import Final

from kshc_cli.documents.layout.inspected import Inspected, lettered
from kshc_cli.documents.layout.looks import Setting, size_faults
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.tables import has_several_pages
from kshc_cli.documents.word.body import Block, Paragraph, WordSection, WordTable, paragraphs_of
from kshc_cli.documents.word.edits import LettersEdit, PageEdit, ParagraphEdit
from kshc_cli.messages import _, decimal

_MILLIMETRE: Final = 1440 / 25.4
_A4: Final = (210, 297)
_LARGER: Final = 330
"""Millimetres of the longer side from which on a page is of another size on purpose, such as A3 for a table."""
_A4_TWIPS: Final = (11906, 16838)
_SIDES: Final = ("width", "height")
_SLACK: Final = 1.0
"""Millimetres by which a page or a margin may differ: what rounding to inches or points makes."""

_UPRIGHT: Final = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
"""The margins of the decree, least and most, in millimetres."""

_TURNED: Final = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}
"""Which margin of an upright page each one of a page turned to the right is."""

_PAGE_NUMBER: Final = Setting(13, 14)

SECTIONS: Final = Subjects(lambda document: document.body.sections, lambda: _("the file has no pages"))


def _long_documents(document: Inspected) -> Iterator[Inspected]:
    alone = sum(bool(act.nation and act.number) for act in document.acts) < 2  # several may have one page each
    sections = document.body.sections
    if (alone and has_several_pages(document.body)) or any(
        _numbers(edges) for section in sections for edges in (section.headers, section.footers)
    ):
        yield document


NUMBERED: Final = Subjects(
    _long_documents, lambda: _("the file does not tell whether it has more than one page, and numbers none")
)


@rule("nd30.I.I.1-paper", SECTIONS)
def paper(section: WordSection, document: Inspected) -> Iterator[LayoutFault]:
    """Pages are A4: 210 × 297 mm."""
    sides = sorted((section.width, section.height))
    if any(abs(side / _MILLIMETRE - wanted) > _SLACK for side, wanted in zip(sides, _A4, strict=True)):
        width, height = (f"{side / _MILLIMETRE:.0f}" for side in (section.width, section.height))
        yield LayoutFault(
            _("The pages are {width} × {height} mm, not 210 × 297 (A4).").format(width=width, height=height),
            _("Choose A4 as the paper size of all sections."),
            _first(section),
            None
            if section.landscape or max(sides) / _MILLIMETRE > _LARGER
            else PageEdit(
                _number(section, document), dict(zip(_SIDES, sorted(_A4_TWIPS, reverse=section.landscape), strict=True))
            ),
        )


@rule("nd30.I.I.2-orientation", SECTIONS)
def orientation(section: WordSection, _document: Inspected) -> Iterator[LayoutFault]:
    """Pages stand upright; a part with tables may be turned."""
    has_table = any(isinstance(block, WordTable) and block.bordered for block in section.blocks)
    if section.landscape and not has_table:
        yield LayoutFault(
            _("The pages are turned although no table stands on them."),
            _("Set them upright; only parts with tables may be turned."),
            _first(section),
        )


@rule("nd30.I.I.3-margins", SECTIONS)
def margins(section: WordSection, document: Inspected) -> Iterator[LayoutFault]:
    """Margins: top and bottom 20–25 mm, left 30–35, right 15–20; on turned pages they may turn with the page."""
    wrong = _wrong_margins(section, _UPRIGHT)
    if wrong and section.landscape:
        turned = {side: _UPRIGHT[upright] for side, upright in _TURNED.items()}
        other_way = {**turned, "top": _UPRIGHT["right"], "bottom": _UPRIGHT["left"]}
        wrong = {} if not _wrong_margins(section, turned) or not _wrong_margins(section, other_way) else wrong
    names = {
        "top": _("top {length} mm"),
        "bottom": _("bottom {length} mm"),
        "left": _("left {length} mm"),
        "right": _("right {length} mm"),
    }
    if wrong:
        stated = ", ".join(names[side].format(length=decimal(value, 1)) for side, value in wrong.items())
        yield LayoutFault(
            _("Margins outside what is allowed: {margins}.").format(margins=stated),
            _("Set top and bottom to 20–25 mm, left to 30–35 mm, right to 15–20 mm."),
            _first(section),
            None if section.landscape else PageEdit(_number(section, document), dict(_nearest(wrong))),
        )


def _nearest(wrong: Mapping[str, float]) -> Iterator[tuple[str, int]]:
    """Yield the nearest margin that is allowed for each that is not, twips."""
    for side, value in wrong.items():
        least, most = _UPRIGHT[side]
        yield side, round(min(max(abs(value), least), most) * _MILLIMETRE)


def _number(section: WordSection, document: Inspected) -> int:
    return next(number for number, one in enumerate(document.body.sections, 1) if one is section)


def _wrong_margins(section: WordSection, allowed: dict[str, tuple[int, int]]) -> dict[str, float]:
    found = {side: getattr(section, side) / _MILLIMETRE for side in allowed}
    return {
        side: value
        for side, value in found.items()
        if not allowed[side][0] - _SLACK / 2 <= abs(value) <= allowed[side][1] + _SLACK / 2
    }


@rule("nd30.I.I.7-page-number", NUMBERED)
def page_number(document: Inspected, _document: Inspected) -> Iterator[LayoutFault]:
    """Pages are numbered from 1 in Arabic figures, upright, 13–14 points, in the middle of the top margin.

    The first page shows no number.
    """
    sections = document.body.sections
    numbers = [number for section in sections for number in _numbers(section.headers)]
    if not numbers:
        yield _missing(document)
        return
    yield from size_faults("page_number", tuple(numbers[:1]), _PAGE_NUMBER)
    if any(run.format.italic for run in lettered(numbers[0])):
        upright = LettersEdit(tuple(numbers[:1]), lambda run: run.format.italic, italic=False)
        yield LayoutFault(_("The page number is italic."), _("Set it upright."), numbers[0], upright)
    if not _is_in_the_middle(numbers[0]):
        centred = ParagraphEdit(numbers[0], alignment="center", first_line=0)
        yield LayoutFault(_("The page number is not centred."), _("Centre it."), numbers[0], centred)
    yield from _counting_faults(sections[0])


def _missing(document: Inspected) -> LayoutFault:
    remedy = _("Insert page numbers at the top of the page, in the middle.")
    below = next((each for section in document.body.sections for each in _numbers(section.footers)), None)
    if below is not None:
        return LayoutFault(_("The page number stands at the bottom of the page."), remedy, below)
    return LayoutFault(_("The pages have no numbers."), remedy)


def _counting_faults(section: WordSection) -> Iterator[LayoutFault]:
    first = section.headers.get("first" if section.first_differs else "default", ())
    shown = next((each for each in paragraphs_of(first) if "PAGE" in each.fields), None)
    if shown is not None:
        yield LayoutFault(
            _("The first page shows its number."), _("Let the first page have a different header without one."), shown
        )
    if section.numerals != "decimal":
        yield LayoutFault(_("The pages are not numbered in Arabic figures."), _("Choose the number format 1, 2, 3."))
    if section.restarts_at not in {None, 1}:
        yield LayoutFault(
            _("The pages are counted from {number}.").format(number=section.restarts_at), _("Let them begin at 1.")
        )


def _numbers(edges: Mapping[str, tuple[Block, ...]]) -> list[Paragraph]:
    return [each for blocks in edges.values() for each in paragraphs_of(blocks) if "PAGE" in each.fields]


def _is_in_the_middle(paragraph: Paragraph) -> bool:
    """Word's own header has its first tab stop in the middle; a cell's or a text box's place is not known."""
    in_box = paragraph.boxed or paragraph.address.table is not None
    return paragraph.format.alignment == "center" or paragraph.text.startswith("\t") or in_box


def _first(section: WordSection) -> Paragraph | None:
    return next((each for each in section.paragraphs if each.printed.strip()), None)
