"""What stands in a workbook: sheets of rows of cells, as they are seen."""

from kshc_cli.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a cell's text."""

    text: str
    bold: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that shows something, be it only a colour, or that a merge covers; columns count from 1."""

    column: int
    pieces: tuple[Stretch, ...] = ()
    span: int = 1
    """Columns that it covers."""
    merged_down: bool = False
    """Whether it covers rows below, too."""
    continues: bool = False
    """Whether it belongs to the cell above."""
    centred: bool = False
    fill: str = ""
    """The colour of its ground as the file writes it; nothing for white, and where there is none."""

    @property
    def text(self) -> str:
        """What it says, without what is struck through."""
        return "".join(piece.text for piece in self.pieces if not piece.struck).strip()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that shows something; numbers count from 1."""

    number: int
    cells: tuple[SheetCell, ...]

    @property
    def worded(self) -> tuple[SheetCell, ...]:
        """The cells of its own that show something."""
        return tuple(cell for cell in self.cells if cell.pieces and not cell.continues)


@dataclass(frozen=True, slots=True)
class SheetRemark:
    """Something in a sheet that has no words, or that was read in another form; ``kind`` says what.

    ``hidden-sheet`` · ``no-value`` (a formula that was never computed) · ``error`` (``#REF!``) · ``comment`` ·
    ``drawing`` · ``hidden-rows`` · ``hidden-columns`` · ``settled-dates`` · ``edge`` (words of a page header).
    """

    kind: str
    sheet: str
    row: int | None = None
    column: int | None = None
    words: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is seen."""

    name: str
    rows: tuple[SheetRow, ...]
    widths: tuple[int, ...] = ()
    """The widths of its columns, in twips, from the first on."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook in their order, and what is to be said of them."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[SheetRemark, ...] = ()
    author: str = ""
