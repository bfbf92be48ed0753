"""A Word file as its parts (ECMA-376, Part 2): opened with suspicion, packed the same way each time."""

import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kshc_cli.documents.word.errors import NoWordFileError, WordFileError
from kshc_cli.foreign.kinds import kind_of_file
from kshc_cli.messages import _

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser
    from lxml.etree import _Element as Element

CONTENT_TYPES: Final = "[Content_Types].xml"
DOCUMENT: Final = "word/document.xml"
LARGEST: Final = 64 * 1024 * 1024
"""Bytes that a file may hold when it is unpacked."""

ELEMENTS: Final = 3_000_000
"""XML elements that a file may hold: some 80 for each row of a plan's table, and real files stay far below."""

PARAGRAPHS: Final = 150_000
"""Paragraphs that its document may hold: 3,000 full pages, or a table of 20,000 tasks."""

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b' w:conformance="strict"': b"",
    b' conformance="strict"': b"",
}
"""The names of a file saved as Strict Open XML (ECMA-376, Part 1), as all other files have them."""

_PARAGRAPH_TAGS: Final = (b"<w:p>", b"<w:p ", b"<w:p/")
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE compound file begins: what Word wrote before 2007, and what it encrypts since."""

PARSING: Final[dict[str, bool]] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
"""How XML is parsed: nothing is taken in from elsewhere."""

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell; every entry bears it. Whoever packs a file anew says when that was."""


def opened(data: bytes) -> dict[str, bytes]:
    """Return the parts of the Word file ``data`` by name.

    Raises ``WordFileError`` where it is no Word file, contains macros or a DTD, unpacks to more than ``LARGEST``, or
    holds more than ``ELEMENTS`` or ``PARAGRAPHS``.
    """
    _refuse_compound_files(data)
    parts = unpacked(data)
    if parts is None or CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise _no_word_file(data)
    _refuse_macros(parts)
    refuse_document_types(parts)
    _refuse_masses(parts)
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(
        b"wordprocessingml.template.main", b"wordprocessingml.document.main"
    )
    return parts


def unpacked(data: bytes) -> dict[str, bytes] | None:
    """Return the parts of an Office Open XML file by name; None for no zip, or a broken one.

    Raises ``WordFileError`` where it unpacks to more than ``LARGEST``.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_bombs(archive.infolist())
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return None
    return {name: _transitional(part) if _STRICT in part else part for name, part in parts.items()}


def _transitional(data: bytes) -> bytes:
    for strict, name in _TRANSITIONAL.items():
        data = data.replace(strict, name)
    return data


def packed(parts: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """Return the Word file that consists of ``parts``, whole or in pieces; the same parts give the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            part = parts[name]
            with archive.open(entry, "w") as stored:
                for piece in (part,) if isinstance(part, bytes) else part:
                    stored.write(piece)
    return stream.getvalue()


def parsed(data: bytes | str) -> "Element":
    """Return the root of an XML part, or raise ``WordFileError``; entities are never resolved."""
    from lxml import etree

    parser = etree.XMLParser(**PARSING)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise broken_xml(fault) from fault


def parser_of_pieces(*tags: str) -> "XMLPullParser":
    """Return what is fed an XML part piece by piece, and tells when elements called ``tags`` have ended."""
    from lxml import etree

    return etree.XMLPullParser(("end",), tag=tags, **PARSING)


def broken_xml(fault: SyntaxError) -> WordFileError:
    """Return the error for XML that cannot be read."""
    return WordFileError(_("its XML is broken: {reason}").format(reason=" ".join(fault.msg.split())))


def serialised(root: "Element") -> bytes:
    """Return an XML part as it is stored in the file."""
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _refuse_compound_files(data: bytes) -> None:
    if data.startswith(COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise WordFileError(_("it is protected by a password"), _("Save it in Word without one."))
        old = WordFileError(_("it is a file of Word 97–2003 (.doc)"), _("Save it in Word as .docx."))
        raise _no_word_file(data, old)


def _no_word_file(data: bytes, otherwise: WordFileError | None = None) -> WordFileError:
    """Return the error for a file of another kind, or ``otherwise`` for what is left of a Word file, or is nothing."""
    kind = kind_of_file(data)
    if kind is None or kind.is_word:
        return otherwise or WordFileError(_("it is not a Word file (.docx)"))
    return NoWordFileError(kind)


def _refuse_bombs(entries: list[ZipInfo]) -> None:
    """``zipfile`` never reads more of an entry than its header declares, so that the declared sizes are a bound."""
    if sum(entry.file_size for entry in entries) > LARGEST:
        megabytes = LARGEST // 1024 // 1024
        reason = _("it holds more than {megabytes} MB when it is unpacked").format(megabytes=megabytes)
        raise WordFileError(reason, _("Take large pictures out of it, or split it into several files."))
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
        raise BadZipFile


def _refuse_macros(parts: Mapping[str, bytes]) -> None:
    names = any("vba" in name.lower() for name in parts)
    if names or b"macroenabled" in parts[CONTENT_TYPES].lower():
        raise WordFileError(_("it contains macros"), _("Save it in Word as a document without macros (.docx)."))


def refuse_document_types(parts: Mapping[str, bytes]) -> None:
    """Raise ``WordFileError`` where a part has a DTD.

    The format forbids DTDs; without the zero bytes, UTF-16 and UTF-32 are searched as well as UTF-8.
    """
    for name, data in parts.items():
        if name.lower().endswith((".xml", ".rels")) and b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise WordFileError(
                _("its part {name} declares a document type, which files of Word and Excel never do").format(name=name)
            )


def _refuse_masses(parts: Mapping[str, bytes]) -> None:
    """Count tags in the bytes: what is repeated a million times packs into nothing, and costs minutes to read."""
    if sum(map(parts[DOCUMENT].count, _PARAGRAPH_TAGS)) > PARAGRAPHS:
        raise WordFileError(
            _("it holds more than {count} paragraphs").format(count=PARAGRAPHS), _("Split it into several files.")
        )
    markup = [data for name, data in parts.items() if name.lower().endswith((".xml", ".rels"))]
    if sum(data.count(b"<") - data.count(b"</") for data in markup) > ELEMENTS:
        raise WordFileError(_("it holds more parts than any real document"), _("Copy its text into a new document."))
