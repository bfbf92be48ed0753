"""Columns whose cells deny what their headers say: progress is no time and no product, and bodies lead, not persons."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from kshc_cli.documents.importing.tables.judging import names_body
from kshc_cli.documents.importing.tables.roles import columns_with, role_of, surest
from kshc_cli.plan.model import Column, Plan, Role, Table, Task
from kshc_cli.plan.renewals import former_lead
from kshc_cli.plan.walk import placed_tasks, tasks_of, words_in
from kshc_cli.reading.folding import composed, fold

_SHARE: Final = 0.8
"""How many of a column's cells have to fit."""
_FEW: Final = 0.5
"""How many bodies the cells of a column of persons may name at most."""

_PORTION: Final = re.compile(r"\d+(?:[.,]\d+)?\s*%(?: (?:hoan thanh|khoi luong|ke hoach|cong viec))?[.!]?")
"""How much of a task is done, or of a target is to be reached."""
_REACHED: Final = re.compile(
    r"(?:hoan thanh|xong|dung han|dung tien do|dat|khong dat)[.!]?"
    r"|(?:cham|tre|qua han|tam dung|con han|trong han)\b(?:(?! quy| thang| ngay).)*",
    re.DOTALL,
)
"""What a cell says of how far a task is: Hoàn thành, Chậm do …."""
_SINCE: Final = re.compile(r"\s*(?:đã|đang|chưa)\b", re.IGNORECASE)
"""How what has been reached begins, and no product: Đang thực hiện, Đã xong ngày …; not Đảng ủy, nor Đà Nẵng."""
_PRODUCT: Final = re.compile(r"san pham|dau ra|du kien|can dat|yeu cau|muc tieu")
_RESULT: Final = re.compile(r"(?:ket qua|kq) (?:thuc hien|xu ly|giai quyet|dat duoc|den nay)\W*")
"""Words over a product, or over what has been reached, where nothing stands below them."""
_KEPT: Final = re.compile(
    r"trang thai|^tinh trang(?: (?:thuc hien|xu ly|hoan thanh))?\W*$|(?:%|ty le|muc do|phan tram|ngay) hoan thanh"
    r"|tinh hinh (?:thuc hien|xu ly)|tien do.*%|%.*tien do|^(?:ket qua|kq) (?:thuc hien|xu ly|giai quyet|dat duoc)"
)
"""Words over columns that are filled while tasks are done."""
_COMPLETED: Final = re.compile(r"\bngay hoan thanh\b")
_PERSON: Final = re.compile(r"\b(?:nguoi|can bo|cong chuc|vien chuc|chuyen vien|dong chi|ca nhan|ho (?:va )?ten)\b")
_ABOVE: Final = re.compile(
    r"lanh dao|chi dao|theo doi|giam sat|don doc|kiem tra|tham dinh|phe duyet|lien he|thuong truc"
)
"""Words over those who only see to it that others do a task."""
_UNIT: Final = re.compile(
    r"(?:don vi|co quan|phong|phong\W*ban|bo phan|to chuc)"
    r"(?: (?:chuyen mon|cong tac|thuc hien|phu trach|chu tri|chu quan|quan ly))?"
)


def settled(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> tuple[tuple[Column, ...], int | None]:
    """Return columns by their cells, and the place of that which leads now, and not the one of persons beside it.

    ``rows`` are the words of cells. What leads, or is a time or product, no longer is kept as it stands.
    """
    roles = [column.role for column in columns]
    headers = [column.header for column in columns]
    cells = [[row[place] for row in rows if row[place]] for place in range(len(columns))]
    _leave("time", roles, headers, cells, lambda place: _most(_is_reached, cells[place]))
    _leave("result", roles, headers, cells, lambda place: _is_progress(headers[place], cells[place], roles))
    leads = _body_beside(roles, headers, cells)
    if leads is not None:
        roles[roles.index("lead")], roles[leads] = "other", "lead"
    if roles == [column.role for column in columns]:
        return columns, None
    return columns_with(roles, headers, [column.width or 0 for column in columns]), leads


def rival_doers(tables: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """Yield the headers of the column of who leads, or cooperates, and of each other one that names such bodies.

    ``tables`` are those with the same columns that one table of a document became.
    """
    columns = tables[0].columns or ()
    former = former_lead(columns)
    tasks = [task for table in tables for task in tasks_of(table)]
    for own in (column for column in columns if column.role in {"lead", "coop"}):
        for other in columns:
            header = " ".join(fold(other.header).split())
            is_open = other.role == "other" and other != former and not _ABOVE.search(header)
            if is_open and role_of(other.header) == own.role and not _PERSON.search(header):
                cells = [words for task in tasks if (words := task.others.get(other.key or ""))]
                if _most(names_body, cells, _FEW):
                    yield own.header, other.header


def progress_headers(plan: Plan) -> tuple[str, ...]:
    """Return the words over columns of a plan's tables that say how far tasks were when the file was written."""
    found = dict.fromkeys(
        " ".join(column.header.split())
        for placed in placed_tasks(plan)
        if placed.table is not None and isinstance(placed.task, Task)
        for column in placed.columns
        if column.role == "other" and _tells_progress(column.header, words_in(placed.task, column))
    )
    return tuple(found)


def _tells_progress(header: str, words: str) -> bool:
    if not words or _KEPT.search(fold(header)):
        return bool(words)
    return "tien do" in fold(header) if _PORTION.fullmatch(words.strip()) else _is_reached(words)


def _leave(
    role: Role,
    roles: list[Role],
    headers: Sequence[str],
    cells: Sequence[Sequence[str]],
    is_no: Callable[[int], bool],
) -> None:
    """Take a role off the column whose cells deny it, and give it to the next one whose header says it.

    A column of ends without words leaves it to one that has some; the day of completion never gets it.
    """
    place = roles.index(role) if role in roles else None
    is_open = place is not None and not cells[place] and "ket thuc" in fold(headers[place])
    if place is None or not (is_open or is_no(place)):
        return
    others = [one for one, each in enumerate(roles) if each == "other" and cells[one] and role_of(headers[one]) == role]
    left = [one for one in others if not is_no(one) and not _COMPLETED.search(fold(headers[one]))]
    roles[place] = "other" if left or is_no(place) else role
    if left:
        roles[surest(role, left, headers)] = role


def _is_progress(header: str, cells: Sequence[str], roles: Sequence[Role]) -> bool:
    """Tell whether a column of results holds what has been reached, or is left open for it."""
    if not cells:
        return _RESULT.fullmatch(fold(header).strip()) is not None and "time" in roles
    is_telling = any(_SINCE.match(composed(words)) for words in cells)
    return is_telling and not _PRODUCT.search(fold(header)) and _most(_is_reached, cells)


def _body_beside(roles: Sequence[Role], headers: Sequence[str], cells: Sequence[Sequence[str]]) -> int | None:
    """Return the column of bodies beside one of persons that is said to lead: Người phụ trách | Đơn vị."""
    place = roles.index("lead") if "lead" in roles else None
    if place is None or not _PERSON.search(fold(headers[place])) or _most(names_body, cells[place], _FEW):
        return None
    units = (
        one
        for one, header in enumerate(headers)
        if roles[one] == "other" and _UNIT.fullmatch(" ".join(fold(header).split()).strip(" .:*"))
    )
    return next((one for one in units if _most(names_body, cells[one])), None)


def _is_reached(words: str) -> bool:
    said = fold(words).strip()
    is_since = _SINCE.match(composed(words)) is not None
    return is_since or _REACHED.fullmatch(said) is not None or _PORTION.fullmatch(said) is not None


def _most(fits: Callable[[str], bool], cells: Sequence[str], share: float = _SHARE) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= share * len(cells)
