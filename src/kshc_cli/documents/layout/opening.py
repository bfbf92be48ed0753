"""Rules of what stands between heading and text: title, subject, authority, bases (mục II, 5 and 6)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import ENACTING, RULED, TITLED, Model
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.looks import Setting, case_fault, look_faults, sign_faults
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, component, rule
from kshc_cli.documents.layout.ruled_lines import SHORT, between, line_faults
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.edits import WordsEdit
from kshc_cli.messages import _
from kshc_cli.reading.citations import citations
from kshc_cli.reading.folding import composed

_BLANK: Final = re.compile(r" ?\u00a0{3,}(?=/)|(?<=ngày)\u00a0{3,}|(?<=tháng)\u00a0{3,}")
"""What kshc leaves open in a citation of a draft: the number before its symbol, the day, the month."""
_TITLE: Final = Setting(13, 14, bold=True, capitals=True, centred=True)
_SUBJECT: Final = Setting(13, 14, bold=True, capitals=False, centred=True, lined=True)
_BASES: Final = Setting(13, 14, italic=True, capitals=False)

_ENACTS: Final = {"quyết định": "quyết định", "nghị quyết": "quyết nghị"}
"""The words that enact, by the kind."""

_TWO_BASES: Final = re.compile(r";[ \u00a0]*[Cc]ăn cứ ")
_ANNEX: Final = Setting(14, 14, bold=True, capitals=False, centred=True)
_ANNEX_NAME: Final = Setting(13, 14, bold=True, capitals=True, centred=True, lined=True)
_ABOUT: Final = Setting(12, 13, centred=True)

SUBJECTS: Final = Subjects(
    lambda document: (act for act in document.acts if act.subject and act.title),
    lambda: _("no subject stands under a title"),
)
ABOUT: Final = Subjects(
    lambda document: (act for act in document.acts if act.subject and act.kind is ActKind.LETTER),
    lambda: _("the file holds no letter with a subject"),
)


def _bases(document: Inspected) -> Iterator[Paragraph]:
    """Yield the legal bases of all texts: those before an enacting line, and those in the text of a plan."""
    for act in document.acts:
        blocks = (*act.bases, *act.content)
        yield from (block for block in blocks if isinstance(block, Paragraph) and wording.is_basis(block))


CITING: Final = Subjects(
    lambda document: (each for each in _bases(document) if any(citations(composed(each.printed)))),
    lambda: _("no basis cites a legal text"),
)


@rule("nd30.I.II.5-title", component("title"), models=TITLED)
def title(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The kind of document (QUYẾT ĐỊNH, KẾ HOẠCH) stands in capitals of 13–14 points, upright, bold, centred.

    “Phụ lục” and its number stand in small letters of 14 points.
    """
    has_subject = "\n" in act.title[0].printed.strip()
    if act.is_annex:
        yield from look_faults("title", act.title, _ANNEX, document)
        if act.title[0].printed.rstrip().endswith((".", ":")):
            message = _("A sign stands behind the number of the Phụ lục.")
            yield LayoutFault(message, _("Delete the sign behind it."), act.title[0])
        return
    look = replace(_TITLE, capitals=None, lined=True) if has_subject else _TITLE
    yield from look_faults("title", act.title, look, document)
    if act.title[0].printed.strip().partition("\n")[0].endswith("."):
        yield LayoutFault(_("A full stop stands behind the title."), _("Delete the full stop."), act.title[0])


@rule("nd30.I.II.5-subject", SUBJECTS, models=TITLED)
def subject(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The subject (trích yếu) stands under the kind in small letters of 13–14 points, upright, bold, centred.

    The name of a Phụ lục stands in capitals.
    """
    yield from look_faults("subject", act.subject, _ANNEX_NAME if act.is_annex else _SUBJECT, document)
    if act.subject[0].printed.strip()[:1].islower():
        yield LayoutFault(
            _("The subject begins with a small letter."), _("Begin it with a capital letter."), act.subject[0]
        )


@rule("nd30.I.II.5-letter-subject", ABOUT, models=frozenset({Model.LETTER}))
def letter_subject(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The subject of a letter begins with “V/v”, under its number, in small letters of 12–13 points.

    Upright, not bold, centred.
    """
    yield from look_faults("subject", act.subject, _ABOUT, document)
    if act.subject[0].printed.split()[0] != "V/v":
        yield LayoutFault(
            _("The subject of the letter does not begin with “V/v”."), _("Begin it with “V/v ”."), act.subject[0]
        )
    words = act.subject[0].printed.partition("/v")[2]
    if words.isupper() and len(words.split()) > 1:
        yield case_fault("subject", act.subject[0], capitals=False)


@rule("nd30.I.II.5-subject-line", SUBJECTS, models=RULED)
def subject_line(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Under the subject stands a solid line of a third to a half of the words' length.

    It is drawn or a border, not typed; in an attached text it may stand under the line Kèm theo.
    """
    behind = (act.authority, act.bases[:1], act.enacting)
    around = between(document, (act.title, act.subject, act.reference, *behind))
    yield from line_faults("subject", act.subject, SHORT, document, around, also=act.reference)


@rule("nd30.I.II.6-authority", component("authority"), models=ENACTING)
def authority(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Who decides is named in capitals of 13–14 points, upright, bold, centred."""
    yield from look_faults("authority", act.authority, _TITLE, document)
    yield from sign_faults("authority", act.authority, (".", ";"))


@rule("nd30.I.II.6-authority-named", component("enacting"), models=ENACTING)
def authority_named(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A decision or resolution names who decides, in capitals on a line of its own before its legal bases."""
    if act.bases and not act.authority:
        yield LayoutFault(
            _("The decision does not name who decides."),
            _("Write who decides in capitals over the legal bases, such as CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"),
            act.bases[0],
        )


@rule("nd30.I.II.6-enacting", component("enacting"), models=ENACTING)
def enacting(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The words “QUYẾT ĐỊNH:” stand by themselves in capitals, bold, centred.

    “QUYẾT NGHỊ:” in a resolution. They end with a colon; 13–14 points, upright.
    """
    yield from look_faults("enacting", act.enacting, _TITLE, document)
    if not act.enacting[0].printed.rstrip().endswith(":"):
        edit = WordsEdit(act.enacting[0], act.enacting[0].text.strip().rstrip(".;, ") + ":")
        yield LayoutFault(_("The enacting words have no colon."), _("Put a colon behind them."), act.enacting[0], edit)
    said, wanted = wording.said(act.enacting[0]).rstrip(": "), _ENACTS.get(act.name, "")
    if wanted and said != wanted:
        message = _("The enacting words “{words}” do not go with the title.").format(words=said.upper())
        yield LayoutFault(message, _("Write “{words}”.").format(words=f"{wanted.upper()}:"), act.enacting[0])


@rule("nd30.I.II.6-bases", component("bases"), models=ENACTING)
def bases(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Legal bases are set in small letters of 13–14 points, italic."""
    yield from look_faults("bases", act.bases, _BASES, document)


@rule("nd30.I.II.6-bases-ends", component("bases"), models=ENACTING)
def bases_ends(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """Each legal basis is a line of its own that ends with “;”, the last one with “.”."""
    last = len(act.bases) - 1
    for place, paragraph in enumerate(act.bases):
        wanted = "." if place == last else ";"
        if not paragraph.printed.rstrip().endswith(wanted):
            yield LayoutFault(
                _("This basis does not end with “{sign}”.").format(sign=wanted),
                _("End each basis with “;” and the last one with “.”."),
                paragraph,
            )
        if _TWO_BASES.search(paragraph.printed):
            message = _("Two bases stand on one line.")
            yield LayoutFault(message, _("Begin each basis on a line of its own."), paragraph)


def _left_open(blank: re.Match[str]) -> str:
    return " …" if blank.string[blank.end() :].startswith("/") else " … "


@rule("nd30.I.II.6-citations", CITING)
def cited(paragraph: Paragraph, document: Inspected) -> Iterator[LayoutFault]:
    """Bases cite a law or ordinance without number and issuing body.

    Any other text with kind, number, date, issuing body and subject. The subject is not looked for.
    """
    words = composed(paragraph.printed.strip())
    for citation in citations(words if document.final else _BLANK.sub(_left_open, words)):
        if problem := citation.problem():
            yield LayoutFault(
                problem,
                _("Cite a law without number; any other text by kind, number, date, issuing body and subject."),
                paragraph,
            )
