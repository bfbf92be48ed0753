"""Collects every sentence that a user sees, of kshc, click and typer, into the Vietnamese catalogue, and compiles it.

Sentences of click and typer bear a comment in the .po file and stay when the installed release has others: kshc speaks
Vietnamese with each release that it allows.
"""

import io
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools import rule_table
from tools.schemas import explanations

ROOT: Final = Path(__file__).parents[1]
SOURCES: Final = ROOT / "src" / "kshc_cli"
FOLDER: Final = SOURCES / "locale" / "vi" / "LC_MESSAGES"
FOREIGN: Final = {
    "click": ("core", "decorators", "exceptions", "formatting", "parser", "types"),
    "typer": ("core",),
}
"""The modules of other packages whose sentences kshc shows."""

_KEYWORDS: Final[dict[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None]] = {
    "_": None,
    "ngettext": (1, 2),
}
_HEADER: Final = "# Vietnamese sentences of kshc, click and typer; `make generate` brings the English ones up to date."


_HEADERS: Final = (
    ("Project-Id-Version", "kshc 1"), ("Report-Msgid-Bugs-To", "-"), ("Last-Translator", "-"), ("Language", "vi"),
    ("Language-Team", "-"), ("Plural-Forms", "nplurals=1; plural=0;"), ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit"),
    ("X-Generator", "tools/catalogues.py"),
)  # fmt: skip


class Sentences(Catalog):
    """Babel's catalogue with a header of its own: without dates and versions equal sentences give equal bytes."""

    def __init__(self) -> None:
        super().__init__(locale="vi", charset="utf-8", fuzzy=False, header_comment=_HEADER)

    def __iter__(self) -> Iterator[Message]:
        """Yield the header, then the sentences."""
        yield Message("", "\n".join(": ".join(field) for field in _HEADERS) + "\n")
        yield from self._messages.values()


def own() -> Sentences:
    """Return the sentences of kshc's sources, among them the docstrings that users see, untranslated."""
    catalogue = Sentences()
    for explanation in (*explanations("en"), *rule_table.sentences()):
        catalogue.add(explanation)
    for _name, _line, sentence, _comments, _context in extract_from_dir(str(SOURCES), keywords=_KEYWORDS):
        catalogue.add(sentence)
    return catalogue


def foreign() -> Iterator[Message]:
    """Yield the sentences of the installed click and typer, untranslated."""
    for package, modules in FOREIGN.items():
        spec = find_spec(package)
        folder = Path(spec.origin or "").parent if spec else ROOT
        for name, _line, sentence, _comments, _context in extract_from_dir(str(folder), keywords=_KEYWORDS):
            if Path(name).with_suffix("").as_posix() in modules:
                yield Message(sentence, auto_comments=[package])


def committed() -> Catalog:
    """Return the catalogue that lies in the package."""
    with (FOLDER / "kshc.po").open("rb") as stream:
        return read_po(stream, locale="vi", charset="utf-8")


def updated(known: Catalog, others: Iterable[Message]) -> Sentences:
    """Return kshc's own sentences, then ``others`` and those of other packages in ``known``, translated as there."""
    fresh = own()
    for message in (*others, *known):
        if message.auto_comments and message.id not in fresh:
            fresh.add(message.id, auto_comments=message.auto_comments[:1])
    for message in fresh:
        translated = known.get(message.id) if message.id else None
        if translated is not None and translated.pluralizable == message.pluralizable and not translated.fuzzy:
            message.string = translated.string
    return fresh


def forms(message: Message) -> tuple[str, ...]:
    """Return the Vietnamese forms of a sentence; empty ones are missing."""
    strings = message.string
    return tuple(strings) if isinstance(strings, list | tuple) else (strings or "",)


def untranslated(catalogue: Catalog) -> list[Message]:
    """Return the sentences that have no Vietnamese form yet."""
    return [message for message in catalogue if message.id and not all(forms(message))]


def po_bytes(catalogue: Sentences) -> bytes:
    """Return the catalogue as a .po file."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=120, sort_output=True, no_location=True)
    return stream.getvalue()


def mo_bytes(catalogue: Sentences) -> bytes:
    """Return the catalogue as gettext reads it."""
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def files() -> dict[Path, bytes]:
    """Return both files of the catalogue."""
    catalogue = updated(committed(), foreign())
    return {FOLDER / "kshc.po": po_bytes(catalogue), FOLDER / "kshc.mo": mo_bytes(catalogue)}
