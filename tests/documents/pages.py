"""The pages of a Word file as LibreOffice lays them out: words with their boxes, and pictures."""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Word:
    """A word on a page, with its box in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


Page = list[Word]


def office_is_there() -> bool:
    """Tell whether pages can be made; under CI it is an error if they cannot."""
    missing = [name for name in ("soffice", "pdftotext", "pdftoppm", "fc-list") if not shutil.which(name)]
    if not missing:
        font = subprocess.run(["fc-list", ":family=Liberation Serif:charset=1ed0"], check=True, capture_output=True)
        missing += [] if font.stdout.strip() else ["Liberation Serif with Vietnamese letters (version 2)"]
    assert not missing or os.environ.get("CI") != "true", f"CI must install {missing}"
    return not missing


def pdfs_of(documents: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Let LibreOffice make PDFs of Word files in one run, ``NAME.pdf`` in ``folder``."""
    if not office_is_there():
        pytest.skip("needs LibreOffice, poppler-utils and Liberation fonts")
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", *(f"{name}.docx" for name in documents)]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=300)
    return {name: folder / f"{name}.pdf" for name in documents}


def pdf_of(document: bytes, folder: Path) -> Path:
    """Let LibreOffice make a PDF of a Word file, ``plan.pdf`` in ``folder``."""
    return pdfs_of({"plan": document}, folder)["plan"]


def pictures_of(
    document: bytes, folder: Path, *, dots_per_inch: int = 60, gray: bool = False, pages: int = 99
) -> list[Path]:
    """Return a picture of each of the first ``pages`` of a Word file: PNG, or with ``gray`` PGM."""
    pdf = pdf_of(document, folder)
    kind, suffix = ("-gray", "pgm") if gray else ("-png", "png")
    draw = ["pdftoppm", "-r", str(dots_per_inch), "-l", str(pages), kind, pdf.name, "page"]
    subprocess.run(draw, cwd=folder, check=True, timeout=300)
    return sorted(folder.glob(f"page-*.{suffix}"))


def laid_out(document: bytes, folder: Path) -> list[Page]:
    """Return the words of each page of a Word file."""
    return pages_in(pdf_of(document, folder))


def pages_in(pdf: Path) -> list[Page]:
    """Return the words of each page of a PDF."""
    boxes = pdf.with_suffix(".html")
    subprocess.run(["pdftotext", "-bbox", pdf.name, boxes.name], cwd=pdf.parent, check=True, timeout=60)
    return [words(page) for page in boxes.read_text("utf-8").split("<page ")[1:]]


def words(page: str) -> Page:
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)
    return [Word(normal(unescape(said)), *map(float, box)) for *box, said in found]


def normal(said: str) -> str:
    return unicodedata.normalize("NFC", said)


def squeezed(said: str) -> str:
    return "".join(normal(said).split())


def lines(page: Page) -> Iterator[str]:
    """Yield the lines of a page: words on one height, from left to right."""
    heights: dict[int, list[Word]] = {}
    for word in page:
        heights.setdefault(round(word.bottom / 4), []).append(word)
    for height in sorted(heights):
        yield " ".join(word.text for word in sorted(heights[height], key=lambda word: word.left))
