"""Makes edits in the parts of a Word file, by python-docx, and touches nothing else in them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from kshc_cli.documents.word.body import Paragraph, Run
from kshc_cli.documents.word.body_reader import edges_of
from kshc_cli.documents.word.edits import Edit, LettersEdit, PageEdit, ParagraphEdit, WordsEdit
from kshc_cli.documents.word.located import Located, LocatedRun, say
from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import DOCUMENT, serialised
from kshc_cli.documents.word.run_reader import letters_in

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THEMED: Final = tuple(W + name for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
_SLOTS: Final = tuple(W + name for name in ("ascii", "hAnsi", "cs"))
_COLOURED: Final = tuple(W + name for name in ("themeColor", "themeTint", "themeShade"))


class Repairing:
    """The parts of a Word file while edits are made in them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        from docx.oxml import parse_xml

        self._parts = parts
        kinds = {DOCUMENT: "body", **edges_of(parts)}
        self._located = {name: Located(parts, name, parse_xml(parts[name]), kind) for name, kind in kinds.items()}
        self._changed: set[str] = set()
        self._reworded: set[tuple[str, int]] = set()
        """Paragraphs that say something else than what was read: what else is to be done to them waits."""

    def make(self, edit: Edit) -> bool:
        """Make an edit; tell whether it changed anything."""
        if isinstance(edit, PageEdit):
            return self._told(DOCUMENT, _pages(self._located[DOCUMENT].root, edit))
        paragraphs = edit.paragraphs if isinstance(edit, LettersEdit) else (edit.paragraph,)
        return sum(self._in_parts(paragraph, edit) for paragraph in paragraphs) > 0

    def _in_parts(self, paragraph: Paragraph, edit: LettersEdit | WordsEdit | ParagraphEdit) -> bool:
        """Make an edit where the paragraph stands: of several headers in each that has it."""
        place = (paragraph.address.part, paragraph.address.paragraph)
        if place in self._reworded:
            return False
        if isinstance(edit, WordsEdit):
            self._reworded.add(place)
        make = _MAKERS[type(edit)]
        names = [name for name, one in self._located.items() if one.kind == paragraph.address.part]
        return sum(self._told(name, make(self._located[name], paragraph, edit)) for name in names) > 0

    def _told(self, name: str, changed: bool) -> bool:  # noqa: FBT001
        if changed:
            self._changed.add(name)
        return changed

    def parts(self) -> dict[str, bytes]:
        """Return all parts, those that were changed as they are now."""
        return {**self._parts, **{name: serialised(self._located[name].root) for name in self._changed}}


def _letters(located: Located, paragraph: Paragraph, edit: LettersEdit) -> bool:
    wrong = [run for run in located.runs(paragraph) if _is_lettered(run) and edit.is_wrong(Run(run.text, run.format))]
    for run in wrong:
        _set_letters(run, edit)
    return bool(wrong)


def _is_lettered(run: LocatedRun) -> bool:
    return any(map(str.isalnum, run.text))


def _set_letters(run: LocatedRun, edit: LettersEdit) -> None:
    from docx.shared import Pt
    from docx.text.run import Run as DocxRun

    font = DocxRun(run.element, None).font  # type: ignore[arg-type]
    if edit.bold is not None:
        font.bold = edit.bold
    if edit.italic is not None:
        font.italic = edit.italic
    if edit.underlined is not None:
        font.underline = edit.underlined
    if edit.points is not None:
        least, most = edit.points
        font.size = Pt(min(max(run.format.points, least), most))
    if edit.font is not None:
        font.name = edit.font
        _settle(run.element.find(f"{W}rPr/{W}rFonts"), _THEMED, dict.fromkeys(_SLOTS, edit.font))
    if edit.color is not None:
        color = font._element.get_or_add_rPr().get_or_add_color()  # noqa: SLF001  its API takes no "auto"
        _settle(color, _COLOURED, {W + "val": edit.color})


def _settle(element: "Element | None", gone: Iterable[str], stated: Mapping[str, str]) -> None:
    """Let an element state attributes, and none that would go before them."""
    if element is not None:
        for name in gone:
            element.attrib.pop(name, None)
        for name, value in stated.items():
            element.set(name, value)


def _words(located: Located, paragraph: Paragraph, edit: WordsEdit) -> bool:
    """Put words in place of others where both stand in letters; from the end, so that places before it stay."""
    from difflib import SequenceMatcher

    runs = located.runs(paragraph)
    text = "".join(run.text for run in runs)
    bare = text.strip()
    start = text.find(bare)
    steps = SequenceMatcher(None, bare, edit.words, autojunk=False).get_opcodes()
    marks = _marks(runs)
    if not bare or any(marks[place] is None for place in range(start, start + len(bare))):
        return False
    for kind, first, last, there, until in reversed(steps):
        if kind != "equal":
            _replace(marks, start + first, start + last, edit.words[there:until])
    return bare != edit.words


_Mark = tuple["Element", int]
"""A ``w:t`` and a place in what it says."""


def _marks(runs: Iterable[LocatedRun]) -> list[_Mark | None]:
    """Return for each letter of runs where it stands; None for a tab, a break or a symbol."""
    found: list[_Mark | None] = []
    for run in runs:
        for child in run.element:
            said = letters_in(child)
            is_text = child.tag == W + "t" and (child.text or "") == said
            found += [(child, place) if is_text else None for place in range(len(said))]
    return found


def _replace(marks: list[_Mark | None], first: int, last: int, words: str) -> None:
    """Put words in place of the letters from one place to another; new ones join the letter before them."""
    for place in reversed(range(first, last)):
        if (mark := marks[place]) is not None:
            element, at = mark
            text = element.text or ""
            say(element, text[:at] + text[at + 1 :])
    if words and (mark := marks[first] if first < last else marks[max(first - 1, 0)]) is not None:
        element, at = mark
        at += 0 if first < last or first == 0 else 1
        text = element.text or ""
        say(element, text[:at] + words + text[at:])


def _paragraph(located: Located, paragraph: Paragraph, edit: ParagraphEdit) -> bool:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Twips
    from docx.text.paragraph import Paragraph as DocxParagraph

    element = located.paragraph(paragraph.address.paragraph)
    if element is None:
        return False
    look = DocxParagraph(element, None).paragraph_format  # type: ignore[arg-type]
    if edit.alignment is not None:
        look.alignment = {"both": WD_ALIGN_PARAGRAPH.JUSTIFY, "center": WD_ALIGN_PARAGRAPH.CENTER}[edit.alignment]
    if edit.first_line is not None:
        look.first_line_indent = Twips(edit.first_line)
    if edit.before is not None:
        look.space_before = Twips(edit.before)
        spacing = element.find(f"{W}pPr/{W}spacing")
        _settle(spacing, (W + "beforeAutospacing", W + "beforeLines"), {})
    if edit.line is not None:
        look.line_spacing = edit.line
    return True


def _pages(root: "Element", edit: PageEdit) -> bool:
    from docx.section import Section
    from docx.shared import Twips

    old = W + "sectPrChange"
    properties = [each for each in root.iter(W + "sectPr") if next(each.iterancestors(old), None) is None]
    if edit.section > len(properties):
        return False
    section = Section(properties[edit.section - 1], None)  # type: ignore[arg-type]
    names = {"width": "page_width", "height": "page_height"}
    for measure, twips in edit.measures.items():
        setattr(section, names.get(measure, f"{measure}_margin"), Twips(twips))
    return True


_MAKERS: Final[Mapping[type, Callable[[Located, Paragraph, Any], bool]]] = {
    LettersEdit: _letters,
    WordsEdit: _words,
    ParagraphEdit: _paragraph,
}
