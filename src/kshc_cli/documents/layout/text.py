"""Rules of the text: how it runs on, its articles, its end (Phụ lục I, phần I, mục II, 6)."""

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind, Paragraphs
from kshc_cli.documents.components.models import ENACTING, Model
from kshc_cli.documents.components.pieces import cut
from kshc_cli.documents.layout.inspected import Inspected, lettered
from kshc_cli.documents.layout.looks import Setting, ends_in_words, size_faults
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.word.body import Block, Paragraph
from kshc_cli.documents.word.edits import LettersEdit, ParagraphEdit, WordsEdit
from kshc_cli.documents.word.metrics import TWIPS
from kshc_cli.messages import _, decimal
from kshc_cli.reading.folding import composed

_LETTERS: Final = Setting(13, 14)
_CENTIMETRE: Final = 1440 / 2.54
_INDENTS: Final = (1.0, 1.27)
_SLACK: Final = 0.05
"""Centimetres by which an indent may differ."""

_GAP: Final = 6 * TWIPS
_POINT_SLACK: Final = 0.5
"""Points by which a gap may differ."""

_SINGLE: Final = 1.15
"""The height of a single line of Times New Roman, in sizes of its letters."""

_SPACINGS: Final = (0.97, 1.53)
"""Line spacings from single to one and a half, with what rounding makes of them."""

_ARTICLE: Final = re.compile(r"\s*Điều\s+(\d{1,4})\s*([.:])")
_FURTHER: Final = re.compile(r"(?:[^\W\d_]{3}|\d)\.\s+[A-ZĐÀ-Ỹ]")
"""How a sentence ends and a further one begins; abbreviations such as TP. are shorter."""
_LABEL: Final = 5
"""Letters at most of the number before a heading."""
_ENDS: Final = (".", ";", ":", ",")
_QUOTE: Final = ("“", '"')
_END: Final = "./."
_UNENDED: Final = re.compile(r"(?![(*])((?:(?!://|www\.|@|\./\.).)*?)\s*(?:[.;]|\.\s*/\s*\.?|/\.?)?", re.DOTALL)
"""A text whose end mark can be put there: a sentence, no note or address, with what stands of the mark."""
_ENDLESS: Final = ("phụ lục", "danh mục")
"""Kinds of attached texts that are lists and forms, and need no end mark."""

RUNNING: Final = Subjects(
    lambda document: (text for text in document.running if text), lambda: _("no running text was found")
)
ADJOINING: Final = Subjects(
    lambda document: (pair for text in document.running for pair in pairwise(text) if _adjoin(*pair)),
    lambda: _("no two paragraphs of text follow each other"),
)
DECISIONS: Final = Subjects(
    lambda document: (act for act in document.acts if act.kind is ActKind.DECISION and _has_articles(act)),
    lambda: _("the file holds no decision"),
)
LABELLED: Final = Subjects(
    lambda document: (
        (each, act.kind is ActKind.ATTACHED)
        for act in document.acts
        if act.kind in {ActKind.DECISION, ActKind.ATTACHED}
        for each in _paragraphs(act)
        if _typed_article(each)
    ),
    lambda: _("no article begins with typed words"),
)

PROSE: Final = Subjects(
    lambda document: (each for act in document.acts for each in _paragraphs(act) if _is_prose(each)),
    lambda: _("no running text was found"),
)


def _is_prose(paragraph: Paragraph) -> bool:
    """Tell sentences from headings, which are a phrase or begin with a number, and from notes."""
    words = paragraph.printed.strip()
    is_sentence = words.endswith((".", ";")) and not (wording.in_capitals(paragraph) or words.startswith(("(", "*")))
    return (
        is_sentence
        and paragraph.format.alignment in {"left", "both"}
        and not (_typed_article(paragraph) or paragraph.boxed)
        and (not wording.is_numbered(paragraph) or _FURTHER.search(words[_LABEL:]) is not None)
    )


def _has_articles(act: Act) -> bool:
    """Tell whether a text must have articles, or has them: a resolution may do with numbers."""
    return act.name == "quyết định" or any(map(_typed_article, _paragraphs(act)))


def _last_paragraphs(document: Inspected) -> Iterator[Paragraph]:
    for act in document.acts:
        listing = wording.said(act.title[0]).startswith(_ENDLESS) if act.title else False
        said = list(dropwhile(_is_note, reversed(act.content)))
        if said and isinstance(last := said[0], Paragraph) and not listing:
            yield last


def _is_note(block: Block) -> bool:
    """Tell a note behind the end of a text, such as what is sent with it."""
    words = block.printed.strip() if isinstance(block, Paragraph) else ""
    return words.startswith("(") and words.endswith(")")


ENDING: Final = Subjects(_last_paragraphs, lambda: _("no text ends with a paragraph"))


def _paragraphs(act: Act) -> Paragraphs:
    return tuple(block for block in act.content if isinstance(block, Paragraph))


def _typed_article(paragraph: Paragraph) -> re.Match[str] | None:
    return _ARTICLE.match(composed(paragraph.text))


def _adjoin(one: Paragraph, other: Paragraph) -> bool:
    return other.address.paragraph == one.address.paragraph + 1 and one.address.section == other.address.section


@rule("nd30.I.II.6-justified", RUNNING)
def justified(text: Paragraphs, document: Inspected) -> Iterator[LayoutFault]:
    """Text that runs on over several lines is justified at both margins."""
    for paragraph in text:
        if paragraph.format.alignment != "both" and document.runs_on(paragraph):
            edit = ParagraphEdit(paragraph, alignment="both")
            yield LayoutFault(_("The text is not justified."), _("Justify the text at both margins."), paragraph, edit)


@rule("nd30.I.II.6-indent", RUNNING)
def indent(text: Paragraphs, document: Inspected) -> Iterator[LayoutFault]:
    """The first line of a paragraph is indented by 1 or 1.27 cm."""
    for paragraph in text:
        indented = (paragraph.format.left + paragraph.format.first_line) / _CENTIMETRE
        tabbed = paragraph.text.lstrip(" \u00a0").startswith("\t") and indented < min(_INDENTS)
        right = tabbed or any(abs(indented - wanted) <= _SLACK for wanted in _INDENTS)
        if not right and (paragraph.text.rstrip().endswith(_ENDS) or document.runs_on(paragraph)):
            yield LayoutFault(
                _("The first line is indented by {indent} cm, not by 1 or 1.27.").format(indent=decimal(indented, 2)),
                _("Indent first lines by 1 cm or 1.27 cm, in the format of the paragraph."),
                paragraph,
            )


@rule("nd30.I.II.6-paragraph-spacing", ADJOINING)
def paragraph_spacing(pair: tuple[Paragraph, Paragraph], _document: Inspected) -> Iterator[LayoutFault]:
    """Between paragraphs of text are 6 points at least."""
    gap = pair[0].format.after + pair[1].format.before
    if gap < _GAP - TWIPS * _POINT_SLACK - 1:
        yield LayoutFault(
            _("Before this paragraph are {gap} points, not at least 6.").format(gap=decimal(gap / TWIPS)),
            _("Leave at least 6 points between paragraphs."),
            pair[1],
            ParagraphEdit(pair[1], before=_GAP - pair[0].format.after),
        )


@rule("nd30.I.II.6-line-spacing", RUNNING)
def line_spacing(text: Paragraphs, _document: Inspected) -> Iterator[LayoutFault]:
    """Lines stand apart by single spacing at least and by 1.5 lines at most."""
    for paragraph in text:
        spacing = _spacing(paragraph)
        if not _SPACINGS[0] <= spacing <= _SPACINGS[1]:
            yield LayoutFault(
                _("The line spacing is {spacing}, not from 1.0 to 1.5.").format(spacing=decimal(spacing, 2)),
                _("Set the line spacing from single to 1.5 lines."),
                paragraph,
                ParagraphEdit(paragraph, line=1.0 if spacing < 1 else 1.5),
            )


def _spacing(paragraph: Paragraph) -> float:
    """Return the spacing as a multiple of single lines; a fixed height counts by the size of the letters."""
    look = paragraph.format
    if not look.line_height:
        return look.line
    spacing = look.line_height / (paragraph.seen[0].format.points * TWIPS * _SINGLE)
    return max(1.0, spacing) if look.stretches else spacing


@rule("nd30.I.II.6-upright", RUNNING)
def upright(text: Paragraphs, document: Inspected) -> Iterator[LayoutFault]:
    """Text is upright; single words, headings, bases, notes and what is quoted may be italic."""
    for paragraph in _spoken(text):
        is_heading = not paragraph.text.rstrip().endswith((".", ";", ","))
        is_basis = paragraph.address.paragraph in document.bases
        if not (is_heading or is_basis) and all(run.format.italic for run in lettered(paragraph)):
            edit = LettersEdit((paragraph,), lambda run: run.format.italic, italic=False)
            yield LayoutFault(_("The text is italic."), _("Set the text upright."), paragraph, edit)


def _spoken(text: Paragraphs) -> Iterator[Paragraph]:
    """Yield paragraphs, but those of a quotation that takes whole ones."""
    quoted = 0
    for paragraph in text:
        if not (quoted or paragraph.text.lstrip().startswith(_QUOTE)):
            yield paragraph
        quoted = max(0, quoted + paragraph.text.count(_QUOTE[0]) - paragraph.text.count("”"))


@rule("nd30.I.II.6-weight", PROSE)
def weight(paragraph: Paragraph, document: Inspected) -> Iterator[LayoutFault]:
    """Text is not bold; headings, single words and lines may be."""
    if wording.is_bold(paragraph) and document.runs_on(paragraph):
        edit = LettersEdit((paragraph,), lambda run: run.format.bold, bold=False)
        yield LayoutFault(_("The text is bold."), _("Take the bold type away; headings may have it."), paragraph, edit)


@rule("nd30.I.II.6-size", RUNNING)
def size(text: Paragraphs, document: Inspected) -> Iterator[LayoutFault]:
    """Text is set in 13–14 points."""
    for paragraph in text:
        if paragraph.address.paragraph not in document.decided_on:
            yield from size_faults("content", (paragraph,), _LETTERS)


@rule("nd30.I.II.6-articles", DECISIONS, models=ENACTING)
def articles(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """The articles of a decision begin with “Điều 1.”, “Điều 2.” … without a gap."""
    remedy = _("Number the articles 1, 2, 3 … without a gap, each with a full stop after its number.")
    expected = 1
    for paragraph in _paragraphs(act):
        found = _ARTICLE.match(composed(paragraph.printed))
        if found is None:
            continue
        if int(found[1]) != expected or found[2] != ".":
            message = _("This article should begin with “Điều {number}.”").format(number=expected)
            yield LayoutFault(message, remedy, paragraph)
        expected = int(found[1]) + 1
    if expected == 1:
        yield LayoutFault(_("The decision has no articles."), remedy, next(iter((*act.enacting, *act.title)), None))


@rule("nd30.I.II.6-article-label", LABELLED, models=ENACTING | {Model.ATTACHED})
def article_label(article: tuple[Paragraph, bool], _document: Inspected) -> Iterator[LayoutFault]:
    """Only “Điều 1.” is bold, the words behind it are not; the heading of an article that has one is bold too.

    A full stop stands behind its number, in what a decision issues as well.
    """
    paragraph, is_issued = article
    found = _typed_article(paragraph)
    if found and found[2] != "." and is_issued:
        message = _("This article should begin with “Điều {number}.”").format(number=found[1])
        yield LayoutFault(message, _("Put a full stop after the number of an article."), paragraph)
    end = min(paragraph.text.find(sign) % len(paragraph.text) for sign in ".:") + 1
    bold, plain = _weights(paragraph, end)
    if not bold:
        edit = LettersEdit((cut(paragraph, 0, end),), lambda run: not run.format.bold, bold=True)
        message = _("The label of the article is not bold.")
        yield LayoutFault(message, _("Make “Điều” and its number bold."), paragraph, edit)
    elif not plain and paragraph.text.rstrip().endswith(_ENDS):
        edit = LettersEdit((cut(paragraph, end, len(paragraph.text)),), lambda run: run.format.bold, bold=False)
        message = _("The words of the article are bold.")
        yield LayoutFault(message, _("Only “Điều” and its number are bold."), paragraph, edit)


def _weights(paragraph: Paragraph, end: int) -> tuple[bool, bool]:
    """Tell whether the first ``end`` signs are bold, and whether most of the rest, if there is any, is not."""
    place, label_bold, others = 0, True, {True: 0, False: 0}
    for run in paragraph.runs:
        if run.format.hidden:
            continue
        label, rest = run.text[: max(0, end - place)], run.text[max(0, end - place) :]
        label_bold = label_bold and (run.format.bold or not any(map(str.isalnum, label)))
        others[run.format.bold] += sum(map(str.isalnum, rest))
        place += len(run.text)
    return label_bold, others[False] >= others[True]


@rule("nd30.mau-1.3-end-mark", ENDING)
def end_mark(paragraph: Paragraph, document: Inspected) -> Iterator[LayoutFault]:
    """A decision and a plan end with “./.”."""
    if not paragraph.printed.rstrip().endswith(_END):
        is_over = any(_is_finished(act) for act in document.acts if any(each is paragraph for each in act.content))
        found = _UNENDED.fullmatch(paragraph.text.strip()) if is_over else None
        edit = WordsEdit(paragraph, found[1] + _END) if found and ends_in_words(found[1]) else None
        yield LayoutFault(_("The text does not end with “./.”."), _("Put “./.” after its last word."), paragraph, edit)


def _is_finished(act: Act) -> bool:
    """Tell whether a text has its ending below it, or with what it is attached to; a draft may go on."""
    return act.kind is ActKind.ATTACHED or bool(act.recipients or act.position or act.signer)
