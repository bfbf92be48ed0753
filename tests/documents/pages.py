"""The pages of a Word file as LibreOffice lays them out: words with their boxes, and pictures."""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
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


def pdf_of(document: bytes, folder: Path) -> Path:
    """Let LibreOffice make a PDF of a Word file, ``plan.pdf`` in ``folder``."""
    if not office_is_there():
        pytest.skip("needs LibreOffice, poppler-utils and Liberation fonts")
    (folder / "plan.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "plan.docx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=300)
    return folder / "plan.pdf"


def pictures_of(document: bytes, folder: Path, *, dots_per_inch: int = 60) -> list[Path]:
    """Return a PNG picture of each page of a Word file."""
    pdf = pdf_of(document, folder)
    subprocess.run(
        ["pdftoppm", "-r", str(dots_per_inch), "-png", pdf.name, "page"], cwd=folder, check=True, timeout=120
    )
    return sorted(folder.glob("page-*.png"))


def laid_out(document: bytes, folder: Path) -> list[Page]:
    """Return the words of each page of a Word file."""
    pdf_of(document, folder)
    subprocess.run(["pdftotext", "-bbox", "plan.pdf", "plan.html"], cwd=folder, check=True, timeout=60)
    return [words(page) for page in (folder / "plan.html").read_text("utf-8").split("<page ")[1:]]


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
