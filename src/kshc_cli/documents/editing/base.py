"""What an edited Word file carries along: the plan that it was made of, and what it showed then, place by place."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from kshc_cli.documents.editing.cargo import packed_words, unpacked_words
from kshc_cli.documents.editing.edited_file import NoBaseError, damaged, other_ways
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.package import CONTENT_TYPES, parsed, serialised
from kshc_cli.findings import Path
from kshc_cli.foreign.versions import is_newer, newer, upgrade
from kshc_cli.messages import _

_SCHEMA: Final = "kshc.edit/1"
_NAME: Final = "urn:kshc:edit"
_TAG: Final = f"{{{_NAME}}}base"
_FOLDER: Final = "customXml/"
_PART: Final = "customXml/item9001.xml"
"""A number that no other part of a template has."""
_PROPERTIES: Final = "customXml/itemProps9001.xml"
_OF_PART: Final = "customXml/_rels/item9001.xml.rels"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES_XML: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem '
    'ds:itemID="{6B736863-0000-4000-8000-000000000001}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>'
)
"""What LibreOffice wants beside a part, or it drops it."""
_OF_PART_XML: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" '
    'Target="itemProps9001.xml"/></Relationships>'
)
_RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


class Piece(NamedTuple):
    """Words in a paragraph that are a value of the plan, or a line of one, and the letters before them."""

    before: str
    path: Path | None
    line: int
    verbatim: bool
    """Whether they are printed in the letters of the plan, not in capitals."""


class BaseParagraph(NamedTuple):
    """A paragraph as it was written; ``table``, ``row`` and ``cell`` count from 1, 0 is none."""

    text: str
    style: str
    table: int
    row: int
    cell: int
    pieces: tuple[Piece, ...]
    behind: str
    """What stands behind the last piece."""


class Base(NamedTuple):
    """The plan file that a document was made of, and its paragraphs in their order."""

    plan: bytes
    paragraphs: tuple[BaseParagraph, ...]


def with_base(parts: dict[str, bytes], base: Base) -> dict[str, bytes]:
    """Return the parts of a Word file with one more, which holds the base."""
    import json

    root: Any = parsed(parts[_RELATIONSHIPS])
    names = {one.get("Id") for one in root}
    free = next(name for number in range(1, len(names) + 2) if (name := f"kshc{number}") not in names)
    root.append(root.makeelement(_RELATIONSHIP, {"Id": free, "Type": _KIND, "Target": f"../{_PART}"}))
    words = packed_words(json.dumps(_plain(base), ensure_ascii=False, separators=(",", ":")).encode())
    part: Any = parsed(f'<k:base xmlns:k="{_NAME}"/>')
    part.text = words
    types = parts[CONTENT_TYPES]
    if b'Extension="xml"' not in types:
        types = types.replace(b"</Types>", b'<Default Extension="xml" ContentType="application/xml"/></Types>')
    override = f'<Override PartName="/{_PROPERTIES}" ContentType="{_PROPERTIES_TYPE}"/></Types>'
    return {
        **parts,
        _RELATIONSHIPS: serialised(root),
        _PART: serialised(part),
        _PROPERTIES: _PROPERTIES_XML.encode(),
        _OF_PART: _OF_PART_XML.encode(),
        CONTENT_TYPES: types.replace(b"</Types>", override.encode()),
    }


def base_of(parts: Mapping[str, bytes]) -> Base:
    """Return what a Word file carries along. Raises ``NoBaseError`` where it is nothing, or damaged."""
    for name in sorted(parts):
        if name.startswith(_FOLDER) and name.endswith(".xml") and _NAME.encode() in parts[name]:
            return _read(parts[name])
    raise NoBaseError(
        _("it was not written by `kshc edit docx`, or the program that saved it has dropped what it needs"),
        other_ways("docx"),
    )


def _read(part: bytes) -> Base:
    import json

    try:
        root = parsed(part)
        if root.tag != _TAG:
            raise damaged()
        return _base(json.loads(unpacked_words(root.text or "")))
    except NoBaseError:
        raise
    except (WordFileError, ValueError, TypeError, KeyError, IndexError) as fault:
        raise damaged() from fault


def _plain(base: Base) -> dict[str, Any]:
    paragraphs = [[*one[:5], [[*piece] for piece in one.pieces], one.behind] for one in base.paragraphs]
    return {"schema": _SCHEMA, "plan": base.plan.decode(), "paragraphs": paragraphs}


def _base(data: Any) -> Base:  # noqa: ANN401  JSON
    if is_newer(data["schema"], _SCHEMA):
        raise NoBaseError(newer(data["schema"], _SCHEMA).rstrip("."), upgrade())
    if data["schema"] != _SCHEMA or not isinstance(data["plan"], str):
        raise damaged()
    return Base(data["plan"].encode(), tuple(_paragraph(*one) for one in data["paragraphs"]))


def _paragraph(*values: Any) -> BaseParagraph:  # noqa: ANN401  JSON
    text, style, table, row, cell, pieces, behind = values
    if [type(one) for one in (text, style, table, row, cell, behind)] != [str, str, int, int, int, str]:
        raise damaged()
    return BaseParagraph(text, style, table, row, cell, tuple(_piece(*one) for one in pieces), behind)


def _piece(before: Any, path: Any, line: Any, verbatim: Any) -> Piece:  # noqa: ANN401  JSON
    is_path = path is None or (isinstance(path, list) and path and all(type(one) in (str, int) for one in path))
    if not (isinstance(before, str) and isinstance(line, int) and line >= 0 and is_path):
        raise damaged()
    return Piece(before, None if path is None else tuple(path), line, bool(verbatim))
