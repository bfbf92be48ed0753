"""Compares pages by where their ink is: how dark each stretch of each line of dots is.

A page becomes a small gray picture, twelve dots wide and fine from top to bottom. Letters that another version of the
layout engine smooths otherwise change little in it, a line, a block or a row that is missing or moved changes much.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.documents.pages import pictures_of

STRIPS = 12
"""Dots across: each is the mean of a strip of 17.5 mm of an upright A4 page."""
FINE = 8
"""Rows of the page as it was drawn that make one line; drawn coarser, thin lines would jump from row to row."""
RESOLUTION = 40 * FINE
"""Dots to the inch as the page is drawn: a line is 0.6 mm high."""
BAND = 12
"""Lines that are compared together, about a line of text with what is drawn under it."""
WEIGHTS = [min(line + 1, BAND - line) / (BAND / 2) for line in range(BAND)]
SLACK = 3
"""Lines by which a band may stand higher or lower, because line heights differ between versions."""
STEPS = 4
"""Parts of a line by which a band is moved to fit."""
SMALLEST = 0.16
"""Ink that may differ within a strip of a band, in black lines; a drawn line under a heading has 0.4."""
SHARE = 0.14
"""The same as a share of the ink that is there."""

_HEADER = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s")


@dataclass(frozen=True)
class Gray:
    """A gray picture: rows of bytes, 0 black to 255 white."""

    rows: tuple[bytes, ...]

    def pgm(self) -> bytes:
        """Return it as a file."""
        return f"P5\n{len(self.rows[0])} {len(self.rows)}\n255\n".encode() + b"".join(self.rows)

    def ink(self) -> list[list[float]]:
        """Return how dark each dot is, 0 to 1, blurred a little up and down: a thin line may lie across two rows."""
        dark = [[1 - dot / 255 for dot in row] for row in self.rows]
        around = zip([dark[0], *dark[:-1]], dark, [*dark[1:], dark[-1]], strict=True)
        return [[(a + 2 * b + c) / 4 for a, b, c in zip(*rows, strict=True)] for rows in around]


def picture(path: Path) -> Gray:
    """Read a PGM file."""
    data = path.read_bytes()
    found = _HEADER.match(data)
    assert found, path
    width, height = int(found[1]), int(found[2])
    dots = data[found.end() :]
    return Gray(tuple(dots[row * width : (row + 1) * width] for row in range(height)))


def strips(page: Gray) -> Gray:
    """Return a page as it is compared: lines of the means of its strips."""
    edges = [round(len(page.rows[0]) * strip / STRIPS) for strip in range(STRIPS + 1)]
    tops = range(0, len(page.rows) - FINE + 1, FINE)
    return Gray(
        tuple(bytes(_mean(page.rows[top : top + FINE], begin, end) for begin, end in pairwise(edges)) for top in tops)
    )


def _mean(rows: Sequence[bytes], begin: int, end: int) -> int:
    return round(sum(sum(row[begin:end]) for row in rows) / len(rows) / (end - begin))


def differences(expected: Gray, found: Gray) -> list[int]:
    """Return the lines at which bands begin that do not look alike."""
    if len(expected.rows) != len(found.rows):
        return [0]
    wanted, seen = expected.ink(), found.ink()
    return [top for top in range(0, len(wanted), BAND // 4) if not _fits(wanted[top : top + BAND], seen, top)]


def _fits(band: Sequence[Sequence[float]], page: Sequence[Sequence[float]], top: int) -> bool:
    return any(_alike(band, moved) for moved in _moved(page, top, len(band)))


def _moved(page: Sequence[Sequence[float]], top: int, height: int) -> Iterator[list[list[float]]]:
    """Yield the lines of a page at ``top``, moved by parts of a line, the nearest first."""
    for shift in sorted(range(-SLACK * STEPS, SLACK * STEPS + 1), key=abs):
        whole, part = divmod(shift, STEPS)
        yield [
            _mixed(_line(page, line + whole), _line(page, line + whole + 1), part / STEPS)
            for line in range(top, top + height)
        ]


def _line(page: Sequence[Sequence[float]], number: int) -> Sequence[float]:
    return page[number] if 0 <= number < len(page) else [0.0] * STRIPS


def _mixed(one: Sequence[float], other: Sequence[float], part: float) -> list[float]:
    return [(1 - part) * a + part * b for a, b in zip(one, other, strict=True)]


def _alike(wanted: Sequence[Sequence[float]], seen: Sequence[Sequence[float]]) -> bool:
    """Tell whether no strip of two bands differs by more ink than it may; lines at the edges of a band count less."""
    for here, there in zip(zip(*wanted, strict=True), zip(*seen, strict=True), strict=True):
        weighed = list(zip(WEIGHTS, here, there, strict=False))
        off = sum(weight * abs(a - b) for weight, a, b in weighed)
        if off > SMALLEST + SHARE * sum(weight * a for weight, a, _b in weighed):
            return False
    return True


def drawn(document: bytes, folder: Path, *, pages: int = 99) -> list[Gray]:
    """Return the first pages of a Word file as they are compared."""
    pictures = pictures_of(document, folder, dots_per_inch=RESOLUTION, gray=True, pages=pages)
    return [strips(picture(path)) for path in pictures]
