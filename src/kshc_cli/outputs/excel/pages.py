"""How the sheets of a workbook are printed: A4 across, as wide as a page, their headings on each."""

from typing import Any, Final

from kshc_cli.messages import _

_A4: Final = 9
_MOST: Final = 200
"""Characters of a page header, which may have 255 with the codes in it."""


def on_paper(sheet: Any, title: str, told: str, *, heading: int, pages: int = 0) -> None:  # noqa: ANN401
    """Let a sheet be printed on so many ``pages`` (0: any), each with title, number and the row ``heading``."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, pages)
    sheet.set_header(f'&L&"Times New Roman,Italic"&9{_safe(title)}&R&"Times New Roman,Italic"&9{_safe(told, 70)}')
    numbered = _("Page {page} of {pages}").format(page="&P", pages="&N")
    sheet.set_footer(f'&C&"Times New Roman,Regular"&9{numbered}')
    sheet.repeat_rows(heading)


def _safe(words: str, most: int = _MOST - 90) -> str:
    """Return words for a page header, in which & begins a code; a digit behind a size would join it."""
    line = " ".join(words.split())
    return " " + (line if len(line) <= most else f"{line[: most - 1]}…").replace("&", "&&")
