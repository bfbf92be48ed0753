"""What a template would take in from elsewhere: files of this machine, pages of others."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.package import parsed
from kshc_cli.messages import _

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LINK: Final = "/hyperlink"
"""How the only kind of relationship ends that may lead out of a template: a person follows it, or nobody does."""
_LINKING: Final = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
"""The elements that may name such a relationship; a picture that names it would be fetched."""
_RELATIONSHIP_ID: Final = "/relationships}"
"""How the namespace of attributes ends that name a relationship."""
_TAKING: Final = re.compile(
    r"^\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|LINK|DDE|DDEAUTO|IMPORT|DATABASE|RD|HTMLCONTROL)\b", re.IGNORECASE
)
"""Fields that take in what lies elsewhere (ECMA-376, Part 1, 17.16.5)."""
_DRAWN: Final = frozenset({"imagedata", "fill", "stroke"})
_ADDRESSES: Final = frozenset({"src", "href", "althref"})
"""Elements of VML that name a picture, and the attributes in which they can do that by address."""


def refuse_outside(parts: Mapping[str, bytes]) -> None:
    """Raise ``WordFileError`` where one of the parts of a template would take in what lies elsewhere."""
    for name, data in parts.items():
        if name.endswith(".rels"):
            found: Iterator[str] = (target for kind, target in _leading_out(data).values() if not kind.endswith(_LINK))
        elif name.endswith(".xml"):
            found = _taken_in(data, _leading_out(parts.get(_relationships_of(name), b"<none/>")))
        else:
            continue
        for address in found:
            words = " ".join(address.split())[:80]
            raise WordFileError(
                _("it would take in “{address}”, and a template takes nothing from elsewhere").format(address=words)
            )


def _relationships_of(name: str) -> str:
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def _leading_out(data: bytes) -> dict[str, tuple[str, str]]:
    """Return the relationships of a part that lead out of the file: by id their kind and target."""
    external = (each for each in parsed(data).iter("{*}Relationship") if each.get("TargetMode") == "External")
    return {each.get("Id", ""): (each.get("Type", ""), each.get("Target", "")) for each in external}


def _taken_in(data: bytes, outside: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Yield what a part would take in: by a relationship that leads out, by an address, by a field."""
    root = parsed(data)
    for element in root.iter("{*}*"):
        name = element.tag.rpartition("}")[2]
        for key, value in element.attrib.items():
            if _RELATIONSHIP_ID in key and value in outside and name not in _LINKING:
                yield outside[value][1]
            elif name in _DRAWN and _RELATIONSHIP_ID not in key and key.rpartition("}")[2] in _ADDRESSES:
                yield value
    yield from filter(_TAKING.search, _fields(root))


def _fields(root: "Element") -> list[str]:
    """Return what the fields of a part say, put together from the pieces that Word leaves them in."""
    fields: list[str] = []
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText"):
        if element.tag.endswith("}instrText"):
            fields[-1:] = ["".join((*fields[-1:], element.text or ""))]
        else:
            fields.append(next((value for key, value in element.attrib.items() if key.endswith("}instr")), ""))
    return fields
