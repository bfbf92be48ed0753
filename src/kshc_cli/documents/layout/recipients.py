"""Rules of who receives a document (Phụ lục I, phần I, mục II, 9)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import OWN
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.looks import Setting, ends_in_words, look_faults
from kshc_cli.documents.layout.rule import LayoutFault, component, rule
from kshc_cli.documents.layout.stamps import plain, plain_lines
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.edits import WordsEdit
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_LABEL: Final = Setting(12, 12, bold=True, italic=True)
_LIST: Final = Setting(11, 11)
_CLOSED: Final = re.compile(r"[.)](?:\s*\d{1,4})?$")
"""How the line of the archive ends; the number of copies may stand behind it."""
_BRACED: Final = re.compile(r";[ \u00a0\t]{2,}\S")
"""A recipient behind whose semicolon stands, apart, why it and others get the document."""
_SEVERAL: Final = re.compile(r"[;,.] ?- ?[^\W\d_]{2}")
_BARE_NAME: Final = re.compile(r"[^\W\d_]{2}(?!.*ghi chú)", re.IGNORECASE)
"""How a recipient begins that has no bullet or number of another kind before it."""
_ARCHIVE: Final = re.compile(r"-\s?Lưu\s?: ?(?:VT\b|Hồ sơ\b|[\w.…]*…)")


@rule("nd30.I.II.9-label", component("recipients_label"), models=OWN)
def label(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The words “Nơi nhận:” are set in 12 points, italic, bold."""
    first = act.recipients_label[0]
    head = replace(first, runs=first.runs[:1]) if "\n" in first.text else first
    yield from look_faults("recipients_label", (head,), _LABEL, document)
    if not plain(first.printed).startswith("Nơi nhận:"):
        yield LayoutFault(
            _("The list of recipients begins with “{words}”.").format(words=plain(first.printed)),
            _("Write “Nơi nhận:”."),
            first,
            WordsEdit(first, "Nơi nhận:") if canonical(first.text).strip(" :;,.") == "nơi nhận" else None,
        )


@rule("nd30.I.II.9-letters", component("recipients"), models=OWN)
def letters(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The recipients are set in 11 points, upright, not bold."""
    yield from look_faults("recipients", act.recipients, _LIST, document)


@rule("nd30.I.II.9-list", component("recipients"), models=OWN)
def each(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """Each recipient stands on a line of its own, with a hyphen before and “;” behind it."""
    items = _items(act)
    for text, paragraph in items[:-1]:
        ends = text.endswith((";", ":") if text.startswith("-") else (";", ":", ","))
        if not (ends or _BRACED.search(paragraph.printed)):
            yield LayoutFault(
                _("This recipient does not end with “;”."),
                _("End each recipient but the last with “;”."),
                paragraph,
                _reworded(paragraph, text, paragraph.text.strip().rstrip(",. ") + ";")
                if ends_in_words(paragraph.text.strip().rstrip(",. "))
                else None,
            )
    for text, paragraph in items:
        if not text.startswith(("-", "+")):
            yield LayoutFault(
                _("This recipient has no hyphen before it."),
                _("Put a hyphen before each recipient."),
                paragraph,
                _reworded(paragraph, text, f"- {paragraph.text.strip()}") if _BARE_NAME.match(text) else None,
            )
        elif _SEVERAL.search(text):
            message = _("Several recipients stand on one line: “{words}”.").format(words=text)
            yield LayoutFault(message, _("Give each recipient a line of its own."), paragraph)


@rule("nd30.I.II.9-archive", component("recipients"), models=OWN)
def archive(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """The last line of the recipients is “- Lưu: VT, ….” with a full stop."""
    items = _items(act)
    if not items:
        return
    text, paragraph = items[-1]
    if not (_ARCHIVE.match(text) and _CLOSED.search(text)):
        yield LayoutFault(
            _("The last line of the recipients reads “{words}”.").format(words=text),
            _("Write “- Lưu: VT, ….” there: where the document is kept, with a full stop."),
            paragraph,
        )


def _reworded(paragraph: Paragraph, item: str, words: str) -> WordsEdit | None:
    """Return what mends an item that takes a paragraph by itself; nothing for one of several, or of several lines."""
    return WordsEdit(paragraph, words) if plain(paragraph.printed) == item and not paragraph.label else None


def _items(act: Act) -> list[tuple[str, Paragraph]]:
    """Return the recipients; a line that goes on with the one before belongs to it."""
    items: list[tuple[str, Paragraph]] = []
    for paragraph in act.recipients:
        for line in plain_lines(paragraph):
            if wording.is_drafter(line) or (items and _is_behind_archive(line, items[-1][0])):
                continue
            if items and not line.startswith(("-", "+")) and not items[-1][0].endswith((";", ".")):
                items[-1] = (f"{items[-1][0]} {line}", items[-1][1])
            else:
                items.append((line, paragraph))
    return items


def _is_behind_archive(line: str, last: str) -> bool:
    """Tell the drafter's sign by its place: behind the line of the archive, without a hyphen (ô 12)."""
    return "Lưu" in last and last.endswith(".") and not line.startswith(("-", "+"))
