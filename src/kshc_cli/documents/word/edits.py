"""Changes of a Word file that have one right form: of letters, words, paragraphs and pages. Lengths are twips."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kshc_cli.documents.word.body import Paragraph, Run
from kshc_cli.documents.word.formats import Alignment


class LettersEdit(NamedTuple):
    """Sets letters otherwise; None leaves a property as it is."""

    paragraphs: tuple[Paragraph, ...]
    is_wrong: Callable[[Run], bool]
    """Tells the runs that are to change from those that are right already."""
    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    font: str | None = None
    color: str | None = None
    points: tuple[float, float] | None = None
    """The smallest and the largest size; what lies outside of them takes the nearer one."""


class WordsEdit(NamedTuple):
    """Writes other words in place of a paragraph's, or of a part's of it between tabs; what is equal stays as it is."""

    paragraph: Paragraph
    words: str
    """What its text is to be, without the white space around it."""


class ParagraphEdit(NamedTuple):
    """Sets a paragraph otherwise; None leaves a property as it is."""

    paragraph: Paragraph
    alignment: Alignment | None = None
    first_line: int | None = None
    before: int | None = None
    line: float | None = None
    """The line spacing as a multiple of a single line."""


class PageEdit(NamedTuple):
    """Gives the pages of a section other measures: ``width``, ``height``, ``top``, ``bottom``, ``left``, ``right``."""

    section: int
    """Sections count from 1."""
    measures: Mapping[str, int]


Edit = LettersEdit | WordsEdit | ParagraphEdit | PageEdit
