"""Looks into a Word file: its parts, and the paragraphs, cells and styles of its body."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from kshc_cli.documents.word.package import packed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    return packed({**parts(data), name: part})


def with_text(data: bytes, old: str, new: str, name: str = "word/document.xml") -> bytes:
    xml = parts(data)[name].decode()
    assert old in xml
    return with_part(data, name, xml.replace(old, new, 1).encode())


def body(data: bytes) -> Any:  # noqa: ANN401  lxml has no types
    return etree.fromstring(parts(data)["word/document.xml"]).find(W + "body")


def text(element: Any) -> str:  # noqa: ANN401  lxml has no types
    return "".join(mark.text or "" if mark.tag == W + "t" else "\n" for mark in element.iter(W + "t", W + "br"))


def paragraphs(data: bytes) -> list[str]:
    """Return the texts of all paragraphs, those in cells in their place, without empty ones."""
    return [words for paragraph in body(data).iter(W + "p") if (words := text(paragraph)).strip()]


def styled(data: bytes, style: str) -> list[str]:
    """Return the texts of the paragraphs of a style."""
    return [text(each) for each in body(data).iter(W + "p") if value(each, "pPr/pStyle", "val") == style]


def value(element: Any, steps: str, name: str) -> str | None:  # noqa: ANN401  lxml has no types
    found = element.find("/".join(W + step for step in steps.split("/")))
    return None if found is None else found.get(W + name)


def task_tables(data: bytes) -> Iterator[Any]:
    """Yield the tables of tasks: those that repeat a header row."""
    for table in body(data).iterchildren(W + "tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None:
            yield table
