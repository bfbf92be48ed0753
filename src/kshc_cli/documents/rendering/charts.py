"""Charts of a template: the figures of their first series are replaced, all else stays as the template draws it.

The chart is a part of the Word file itself (ECMA-376, Part 1, 21.2), which every program draws by its own means.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.word.package import parsed, serialised

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CHARTS: Final = re.compile(r"word/charts/chart\d*\.xml")
_C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_KEPT: Final = ("strCache", "strLit", "numCache", "numLit")
"""Where a chart keeps the points of a series."""


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """``chart``: what a chart shows."""

    names: tuple[str, ...]
    """What each figure is called."""
    counts: tuple[int, ...]
    """The figures, in the same order."""

    words: str
    """The same in words, for those who do not see it."""


def chart_of(names: tuple[str, ...], counts: tuple[int, ...]) -> PrintedChart:
    """Return what a chart shows of figures and their names."""
    words = (f"{name}: {count}" for name, count in zip(names, counts, strict=True))
    return PrintedChart(names, counts, "; ".join(words))


def filled_chart(part: bytes, chart: PrintedChart) -> bytes:
    """Return a chart's part with names and figures in its first series."""
    root = parsed(part)
    series = next(root.iter(f"{_C}ser"), None)
    if series is None:
        return part
    _fill(series.find(f"{_C}cat"), chart.names)
    _fill(series.find(f"{_C}val"), tuple(map(str, chart.counts)))
    return serialised(root)


def _fill(data: "Element | None", values: Sequence[str]) -> None:
    """Replace the points that a chart keeps, wherever it says that they come from."""
    for kept in () if data is None else data.iter(*(f"{_C}{name}" for name in _KEPT)):
        for point in (*kept.findall(f"{_C}pt"), *kept.findall(f"{_C}ptCount")):
            kept.remove(point)
        count = kept.makeelement(f"{_C}ptCount", {"val": str(len(values))})
        kept.append(count)
        for place, value in enumerate(values):
            point = kept.makeelement(f"{_C}pt", {"idx": str(place)})
            written = point.makeelement(f"{_C}v")
            written.text = value
            point.append(written)
            kept.append(point)
