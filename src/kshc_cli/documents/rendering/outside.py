"""What a template would take in from elsewhere: files of this machine, pages of others."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.package import LARGEST, parsed
from kshc_cli.messages import _

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LINK: Final = "/hyperlink"
"""How the only kind of relationship ends that may lead out of a template: a person follows it, or nobody does."""
_WHOLE: Final = ("/aFChunk", "/subDocument")
"""How kinds of relationships end that take in a whole document, which may take in another; of the file's own, too."""
_LINKING: Final = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
"""The elements that may name such a relationship; a picture that names it would be fetched."""
_RELATED: Final = "//*[@*[contains(namespace-uri(), '/relationships')]]"
"""The elements that name a relationship."""
_RELATIONSHIP_ID: Final = "/relationships}"
"""How the namespace of attributes ends that name a relationship."""
_TAKING: Final = re.compile(
    r"^\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|LINK|DDE|DDEAUTO|IMPORT|DATABASE|RD|HTMLCONTROL)\b", re.IGNORECASE
)
"""Fields that take in what lies elsewhere (ECMA-376, Part 1, 17.16.5)."""
_DRAWN: Final = ("imagedata", "fill", "stroke")
_ADDRESSES: Final = frozenset({"src", "href", "althref"})
"""Elements of VML that name a picture, and the attributes in which they can do that by address."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_OWN: Final = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g|gif|bmp|tiff|webp)[;,]|$)", re.IGNORECASE)
"""What a drawing may name: a part of its own, and pictures that are made of points and stand in it."""
_STYLED: Final = re.compile(r"url\(\s*[\"']?(?!\s*[\"']?#)([^)]*)|(@import.*)", re.IGNORECASE)
"""How the styles of a drawing name what does not stand in it."""
_MARKUP: Final = re.compile(rb"(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)?\s*<[?!A-Za-z_][\w.:-]*[\s/>\[-]")
"""How XML begins, without the zero bytes that its letters may have."""
_HEAD: Final = 400
"""Bytes at which it is seen that a part is XML."""
_GZIP: Final = b"\x1f\x8b"
_PROGRAMS: Final = (b"%!", b"\xc5\xd0\xd3\xc6")
"""How pictures begin that are programs (PostScript)."""


def refuse_outside(parts: Mapping[str, bytes]) -> None:
    """Raise ``WordFileError`` where one of the parts of a template would take in what lies elsewhere.

    A part is known by what it holds, whatever its name: programs that lay out a page go by that, too.
    """
    for name, data in parts.items():
        if name.lower().endswith(".rels"):
            _refuse(_led(parsed(data)))
        elif data.startswith(_PROGRAMS):
            _refuse((name,))
        else:
            text = _unpacked(data) if data.startswith(_GZIP) else data
            if _MARKUP.match(text[:_HEAD].replace(b"\0", b"")):
                _refuse((name,) if b"<!ENTITY" in text.replace(b"\0", b"") else ())
                refuse_taking(name, parsed(text), parts)


def refuse_taking(name: str, root: "Element", parts: Mapping[str, bytes]) -> None:
    """Raise ``WordFileError`` where one part, as it is now, would take in what lies elsewhere."""
    led = _leading_out(parsed(parts.get(_relationships_of(name), b"<none/>")))
    _refuse(_taken_in(root, {each.get("Id", ""): each.get("Target", "") for each in led}))


def _refuse(addresses: Iterable[str]) -> None:
    for address in addresses:
        words = " ".join(address.split())[:80]
        raise WordFileError(
            _("it would take in “{address}”, and a template takes nothing from elsewhere").format(address=words),
            _("Take out the picture, link, field or attached template that names it."),
        )


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, LARGEST)
    except zlib.error:
        return b""


def _relationships_of(name: str) -> str:
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def _leading_out(root: "Element") -> "Iterator[Element]":
    return (each for each in root.iter("{*}Relationship") if each.get("TargetMode", "").lower() == "external")


def _led(root: "Element") -> Iterator[str]:
    """Yield where relationships lead that take something in."""
    for each in root.iter("{*}Relationship"):
        if each.get("Type", "").endswith(_WHOLE):
            yield each.get("Target", "")
    for each in _leading_out(root):
        if not each.get("Type", "").endswith(_LINK):
            yield each.get("Target", "")


def _taken_in(root: "Element", outside: Mapping[str, str]) -> Iterator[str]:
    """Yield what a part would take in: by a relationship that leads out, by an address, by a field."""
    for element in root.xpath(_RELATED) if outside else ():
        for key, value in element.attrib.items():
            if _RELATIONSHIP_ID in key and value in outside and _local(element.tag) not in _LINKING:
                yield outside[value]
    for element in root.iter(*(f"{{*}}{name}" for name in _DRAWN)):
        for key, value in element.attrib.items():
            if _RELATIONSHIP_ID not in key and _local(key) in _ADDRESSES:
                yield value
    yield from filter(_TAKING.search, _fields(root))
    yield from _drawn(root)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _drawn(root: "Element") -> Iterator[str]:
    """Yield what drawings (SVG) take in."""
    for element in root.iter(f"{_SVG}*"):
        styles = [element.text or ""] if element.tag == f"{_SVG}style" else []
        for key, value in element.attrib.items():
            if _local(key) in _ADDRESSES and element.tag != f"{_SVG}a" and not _OWN.match(value):
                yield value
            styles.append(value)
        for found in map(_STYLED.search, styles):
            if found:
                yield found[1] or found[2]


def _fields(root: "Element") -> Iterator[str]:
    """Yield what the fields of a part say, put together from the pieces in which it stands, around inner fields too.

    LibreOffice counts the letters of a field that is open for its instruction.
    """
    begun: list[list[str] | None] = []
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}t"):
        match _local(element.tag):
            case "fldSimple":
                yield next((value for key, value in element.attrib.items() if _local(key) == "instr"), "")
            case "fldChar":
                kind = next((value for key, value in element.attrib.items() if _local(key) == "fldCharType"), "")
                if kind == "begin":
                    begun.append([])
                elif begun:
                    yield "".join(begun.pop() or ())
                    begun += [None] if kind == "separate" else []
            case name if begun and begun[-1] is not None:
                begun[-1].append(element.text or "")
            case name if name != "t":
                yield element.text or ""
    yield from ("".join(each or ()) for each in begun)
