"""How the cells of a workbook look, and how values are written into them: words as words, days as days."""

from datetime import date, datetime, time
from typing import Any, Final

from kshc_cli.days import written
from kshc_cli.messages import inert
from kshc_cli.reports.duty_table import CellForm, CellValue

FONT: Final = "Times New Roman"
"""The typeface of Vietnamese offices (Nghị định 30/2020/NĐ-CP)."""
GROUND: Final = "#DDEBF7"
_LINES: Final = "#BFBFBF"
_LONGEST: Final = 32_767
"""Characters that a cell may hold."""
_FIRST_YEAR: Final = 1900
"""The first year that Excel counts days in."""
_SIGNS: Final = ("=", "+", "-", "@")
"""What a cell would become a formula by, were it typed anew."""
_FORMS: Final[dict[CellForm, dict[str, object]]] = {
    "words": {"text_wrap": True},
    "day": {"num_format": "dd/mm/yyyy", "align": "center"},
    "number": {"num_format": "0", "align": "center"},
}

COLORS: Final[dict[str, tuple[str, str]]] = {
    "done": ("#C6EFCE", "#00502F"),
    "done_late": ("#E2EFDA", "#375623"),
    "overdue": ("#FFC7CE", "#9C0006"),
    "due_soon": ("#FFEB9C", "#6B4E00"),
    "suspended": ("#E7E6E6", "#404040"),
    "reassigned": ("#EDEDED", "#595959"),
    "merged": ("#EDEDED", "#595959"),
    "cancelled": ("#EDEDED", "#595959"),
}
"""The ground and the letters of a cell that says how a duty stands; the others have none of their own."""

BARS: Final[dict[str, str]] = {
    "done": "#00803E",
    "done_late": "#92D050",
    "overdue": "#C00000",
    "due_soon": "#FFC000",
    "running": "#2E75B6",
    "not_begun": "#BDD7EE",
    "undated": "#7F7F7F",
    "waiting": "#CCC1DA",
    "continuous": "#8FAADC",
    "suspended": "#AEAAAA",
    "reassigned": "#D9D9D9",
    "merged": "#E2E2E2",
    "cancelled": "#EDEDED",
}
"""The colour of the bars that count duties that stand so."""


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401  xlsxwriter has no types
        self._workbook = workbook
        self._made: dict[tuple[object, ...], Any] = {}

    def of(self, **wishes: object) -> Any:  # noqa: ANN401  xlsxwriter has no types
        """Return the format with these properties."""
        return self._kept(tuple(sorted(wishes.items())), {"font_name": FONT, "font_size": 11, **wishes})

    def _kept(self, key: tuple[object, ...], wishes: dict[str, object]) -> Any:  # noqa: ANN401
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wishes)
        return self._made[key]

    def tint(self, status: str) -> Any:  # noqa: ANN401  xlsxwriter has no types
        """Return what a conditional format changes of a cell that says that a duty stands so; None for nothing."""
        if status not in COLORS:
            return None
        ground, letters = COLORS[status]
        wishes = {"bg_color": ground, "font_color": letters, "bold": status == "overdue"}
        return self._kept(("tint", status), wishes)

    def cell(self, form: CellForm = "words", **wishes: object) -> Any:  # noqa: ANN401  xlsxwriter has no types
        """Return the format of a cell of a table."""
        return self.of(**{"valign": "top", "border": 1, "border_color": _LINES, **_FORMS[form], **wishes})

    @property
    def heading(self) -> Any:  # noqa: ANN401  xlsxwriter has no types
        """The format of the head of a column."""
        return self.cell(bold=True, bg_color=GROUND, align="center", valign="vcenter")

    @property
    def title(self) -> Any:  # noqa: ANN401  xlsxwriter has no types
        """The format of the line above a table that says what it is."""
        return self.of(bold=True, font_size=14)

    @property
    def told(self) -> Any:  # noqa: ANN401  xlsxwriter has no types
        """The format of what is said below it."""
        return self.of(italic=True, font_color="#404040")


def write(sheet: Any, place: tuple[int, int], value: CellValue, looks: Looks, form: CellForm = "words") -> None:  # noqa: ANN401
    """Write a cell of a table; a day that Excel cannot count is written as words."""
    if value is None or value == "":
        sheet.write_blank(*place, None, looks.cell(form))
    elif isinstance(value, int):
        sheet.write_number(*place, value, looks.cell(form))
    elif isinstance(value, date) and value.year >= _FIRST_YEAR:
        sheet.write_datetime(*place, datetime.combine(value, time()), looks.cell(form))
    else:
        write_words(sheet, place, written(value) if isinstance(value, date) else value, looks)


def write_words(sheet: Any, place: tuple[int, int], words: str, looks: Looks, **wishes: object) -> None:  # noqa: ANN401
    """Write words as words: also what begins like a formula, a number or an address, and when somebody edits it."""
    text = words if words.isprintable() else "\n".join(str(inert(line)) for line in words.splitlines())
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    told = {"quote_prefix": True, **wishes} if text.startswith(_SIGNS) else wishes
    sheet.write_string(*place, text, looks.cell("words", **told))
