"""What the columns of a task table hold, by the words of their header cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Literal, get_args

from kshc_cli.documents.importing.tables.deadlines import BEGINNING, NEVER, PLANNED, SUREST
from kshc_cli.documents.importing.tables.judging import is_time
from kshc_cli.plan.label_words import holds_of
from kshc_cli.plan.marks import is_mark
from kshc_cli.plan.model import Column, Role
from kshc_cli.plan.record import GAP
from kshc_cli.plan.renewals import is_renewed, level_of, renews_lead
from kshc_cli.plan.schedules import bodies_of, is_part_of_time, period_of
from kshc_cli.reading.folding import composed, fold

_LONGEST_KEY: Final = 50
_LONGEST_HEADER: Final = 60
"""Letters of a header's cell, where rows of another table stand above it."""

_PORTION: Final = re.compile(r"tien do\b.*(?:%|ty le|phan tram)|(?:%|ty le|phan tram).*\btien do\b")
"""Words over how much of a task is done: Tiến độ (%)."""
_LOOKED_AT: Final = r"(?:duoc|bi) (?:kiem tra|thanh tra|giam sat|khao sat|danh gia|kiem toan|lam viec)"
"""What a schedule of inspections says of those whom it lists: they are what is to be done, and do not do it."""

_WHO: Final = (
    r"\b(?:don vi|co quan|ca nhan|bo phan|nguoi|to chuc|can bo|cong chuc|vien chuc|chuyen vien|dong chi|dv|cq)"
)
_WHERE: Final = r"\b(?:dia phuong|phong\W+ban|phong chuyen mon|ban\W+nganh|ai)"
"""Words for bodies that lead only where a header says that they do something."""

_ALONE: Final[Mapping[Role, re.Pattern[str]]] = {
    "lead": re.compile(
        r"thuc hien|tham muu|giao(?: cho)?|chu dau tu|(?:dv|cq|nguoi)\s?th"
        r"|(?:(?:cac|ten) )?(?:phong|khoa|bo phan|van phong|trung tam|to|doi|nganh|xa|phuong|thon|ap|khu pho|truong)"
        r"(?:\W+(?:va |hoac )?(?:phong|khoa|ban|nganh|bo phan|don vi|doan the|to|doi|trung tam|truong)){0,3}"
        r"(?: chuyen mon)?(?: duoc giao)? (?:chu tri )?(?:thuc hien|phu trach|trien khai)"
        rf"|{_WHO}(?:\W+(?:va\W+|hoac\W+)?(?:{_WHO}|dia phuong))*"
    ),
    "time": re.compile(
        r"han(?!\W+(?:che|muc|ngach|dien)\b)(?:\W.*)?|lo trinh(?: thuc hien)?|(?:du kien )?hoan thanh"
        r"|(?:(?:ngay|thoi diem) )?(?:du kien )?ket thuc(?: thuc hien)?(?: \(?du kien\)?)?"
        r"|den(?: ngay| thang)?|thang|quy|tuan|ngay|moc|dinh ky|tan suat|deadline"
        r"|(?:den )?khi nao(?: (?:thi )?(?:phai )?(?:xong|lam|hoan thanh))?|bao gio(?: xong)?"
        r"|gia han(?: (?:den|toi)(?: ngay)?)?|t\W?g(?:ian)?\W{0,2}(?:ht|th|hoan thanh|thuc hien)?"
    ),
}
"""Words that tell a role only where they are a whole header: hạn, not Hạn chế; thực hiện, not that of another line."""

_WORDS: Final[Mapping[Role, re.Pattern[str]]] = {
    "number": re.compile(r"^(?:s?tt|so(?: tt| thu tu)?)\W*$"),
    "time": re.compile(
        r"thoi (?:gian|han|diem)|tien do|han (?:hoan thanh|chot)|\bky han|\btg\b|\bmoc hoan thanh"
        r"|\b(?:ngay|tuan|thang|quy|nam) (?:du kien )?(?:hoan thanh|thuc hien|to chuc|trien khai|trinh|(?:den|het) han)"
    ),
    "result": re.compile(r"ket qua|san pham|\bdau ra|^sp\b|^kq\b"),
    "content": re.compile(
        r"noi dung|nhiem vu|cong viec|hoat dong|giai phap|dau viec|\bviec\b|\bten de an"
        r"|^(?:ten (?:van ban|bao cao|chuong trinh|ke hoach|chuyen de|cuoc|hoi nghi)|danh muc de an)\b"
        r"|^chuyen de\b"
        rf"|(?:don vi|co quan|dia phuong|to chuc|ca nhan|doi tuong|noi)\W+(?:\w+\W+){{0,3}}?{_LOOKED_AT}"
    ),
    "lead": re.compile(
        rf"chu tri|{_WHO}\W+(?:(?!phoi\b)\w+\W+){{0,2}}?(?:thuc hien|duoc giao|xu ly|soan thao|(?<!chuong )trinh\b"
        rf"|trien khai|chuan bi|nhan (?:nhiem vu|viec)|xay dung)|{_WHERE}\W+(?:\w+\W+)?(?:thuc hien|phu trach|lam)\b"
        rf"|phan cong|trach nhiem|phu trach|\bdau moi|{_WHO}\W+(?:\w+\W+)?tham muu|^(?:don vi|co quan|chinh)$"
    ),
    "coop": re.compile(rf"phoi hop|^{_WHO}\W+(?:tham gia|ho tro)"),
}
"""Words in headers, without diacritics; of two roles that fit, the one whose words come first counts."""

_NOW: Final = r"^(?!.*\b(?:cu(?! the)|truoc day|ban dau)\b)"
"""No words over those whose place others have taken."""
_SUREST: Final[Mapping[Role, tuple[re.Pattern[str], ...]]] = {
    "time": SUREST,
    "lead": (
        re.compile(rf"{_NOW}(?!.*\b(?:nguoi|ca nhan|can bo|chuyen vien|dong chi)\b).*chu tri"),
        re.compile(rf"{_NOW}.*chu tri"),
        re.compile(rf"{_NOW}(?!.*(?:\blanh dao\b|(?<!chuong )\btrinh\b))"),
    ),
    "result": (re.compile(r"san pham|dau ra"),),
    "content": (
        re.compile(r"\b(?:cu the|chi tiet)\b"),
        re.compile(rf"^(?!nhom\b|linh vuc|mang\b|chuong trinh|.*\b{_LOOKED_AT})"),
    ),
}
"""Words of the column that a role belongs to, of several that it fits, the surest first: by when a task is to be done,
not when it was; the body that leads, not the person, nor who watches; the product; the task, not its group."""
_PERSON: Final = re.compile(r"\b(?:nguoi|ca nhan|can bo|chuyen vien|dong chi|lanh dao)\b")
"""Words of headers over persons, not over bodies."""
_TRACKS: Final = re.compile(
    r"trang thai|tinh trang|(?:%|ty le|muc do|phan tram|ngay) hoan thanh|tinh hinh (?:thuc hien|xu ly)|danh gia"
)
"""Words over columns of a table that is kept while tasks are done."""
_REACHED: Final = re.compile(r"^ket qua(?: (?:thuc hien|xu ly|giai quyet|hoan thanh|dat duoc))?\W*$")
"""Words over what has been reached in such a table, which is no product."""
_TURNED: Final = re.compile(r"\bphoi hop\s*[/,;&(–-]\s*(?:(?:co quan|don vi|bo phan)\s+)?chu tri\b")
"""Words over a column of both who cooperates and, behind them, who leads."""
_JOINS: Final = re.compile(r"phoi hop")
_TELLING: Final = frozenset(("lead", "coop", "result", "time"))
"""Roles of which a task table has at least one beside its content."""


def columns_read(headers: Sequence[str], widths: Sequence[int], *, is_sure: bool = True) -> tuple[Column, ...] | None:
    """Return the columns of a table with these header words, or None where it is no task table.

    ``is_sure``: whether the words have to tell more than the content.

    A table whose content goes by a name of its own is one if two other roles are known: the content is its first
    column of unknown words. A first column without words holds the numbers. ``widths`` in any unit become shares
    of 100.
    """
    roles = _distinct(_roles(headers), headers)
    if not headers[0] and "number" not in roles:
        roles[0] = "number"
    telling = _TELLING.intersection(roles) | ({"time"} if sum(map(is_part_of_time, headers)) > 1 else set())
    if "content" not in roles and len(telling) > 1 and "other" in roles:
        roles[roles.index("other")] = "content"
    if "content" not in roles or not (telling or not is_sure):
        return None
    return columns_with(roles, headers, widths)


def _roles(headers: Sequence[str]) -> list[Role]:
    """Return the role that each header names by itself.

    But for parts of a time, what a table of progress keeps, and who takes part where nobody leads.
    """
    roles = [role_of(header) for header in headers]
    parts = {place for place, header in enumerate(headers) if is_part_of_time(header)}
    is_kept = any(_TRACKS.search(fold(header)) for header in headers)
    for place, header in enumerate(headers):
        reached = is_kept and _REACHED.match(fold(header))
        joins = roles[place] == "coop" and "lead" not in roles and not _JOINS.search(fold(header))
        if (place in parts and len(parts) > 1) or reached or joins:
            roles[place] = "other"
    return roles


def reads_as_header(words: Sequence[str]) -> bool:
    """Tell whether the words of a row can be nothing but the header of a table of tasks, wherever it stands."""
    worded = [each for each in words if each]
    if len(worded) < 3 or any(each[0].isdigit() or len(each) > _LONGEST_HEADER for each in worded):
        return False
    roles = [role_of(each) for each in worded]
    if "number" not in roles and "other" in roles:
        return False
    return len(_TELLING.intersection(roles)) > ("content" not in roles)


def role_of(header: str) -> Role:
    """Return the role that the words of a header name; the last of its lines that names one decides."""
    whole = " ".join(fold(header).split()).strip(" .:*")
    if NEVER.search(whole):
        return "other"
    if is_renewed(header):
        return "time"
    if alone := next((role for role, words in _ALONE.items() if words.fullmatch(whole)), None):
        return alone
    if _PORTION.search(whole) or ("\n" in header and period_of(header)):
        return "other"
    if (labelled := _labelled(header)) == "lead":
        return labelled
    return next(filter(None, map(_role_in, reversed(header.split("\n")))), labelled)


def names_person_beside(header: str, lead: str) -> bool:
    """Tell whether a header names who answers for a task in person, beside the body whose column is headed ``lead``."""
    is_person, *others = (_PERSON.search(fold(one)) is not None for one in (header, lead))
    return role_of(header) == "lead" and is_person and not any(others)


def _role_in(line: str) -> Role | None:
    """Return the role whose words come first in a line of a header; None where there are none."""
    words = fold(line).strip()
    if BEGINNING.search(words):
        return "other"
    if _TURNED.search(words):
        return "lead"
    found = [(match.start(), role) for role, pattern in _WORDS.items() if (match := pattern.search(words))]
    return min(found, key=lambda each: (each[0], get_args(Role).index(each[1])))[1] if found else None


def _labelled(header: str) -> Role:
    """Return the role that the words of a header name as a label before a colon would: Bên đảm nhận, Mốc cần xong."""
    match holds_of(composed(" ".join(header.split()).strip(" .:*")).lower(), None):
        case "lead" | "coop" | "result" | "time" as role:
            return role
        case _:
            return "other"


def _distinct(roles: list[Role], headers: Sequence[str]) -> list[Role]:
    """Leave each role to one column: the first, or the first whose words are surest."""
    distinct: list[Role] = ["other"] * len(roles)
    for role in dict.fromkeys(roles):
        distinct[surest(role, [place for place, one in enumerate(roles) if one == role], headers)] = role
    return distinct


def surest(role: Role, places: Sequence[int], headers: Sequence[str]) -> int:
    """Return that of some columns whose words say for sure that it has a role, else the first."""
    words = {place: " ".join(fold(headers[place]).split()) for place in places}
    is_new = {"time": is_renewed, "lead": renews_lead}.get(role, lambda _header: False)
    renewed = (place for place in places if is_new(headers[place]))
    found = (place for sure in _SUREST.get(role, ()) for place in places if sure.search(words[place]))
    return next(chain(renewed, _nearest(role, places, headers), found), places[0])


def _nearest(role: Role, places: Sequence[int], headers: Sequence[str]) -> Iterator[int]:
    """Yield the column of the limit that the nearest level has set, of several: the ward's, not the province's."""
    levels = {place: level for place in places if role == "time" and (level := level_of(headers[place])) is not None}
    if len(set(levels.values())) > 1:
        yield max(levels, key=levels.__getitem__)


def with_details(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Return columns whose content is that of each row, where another one holds what several rows have in common.

    ``rows`` are the words of cells: Nhiệm vụ over one merged cell, Nội dung over one for each row.
    """
    roles = [column.role for column in columns]
    chosen = roles.index("content")
    others = (
        place for place, role in enumerate(roles) if role == "other" and role_of(columns[place].header) == "content"
    )
    told, filled = _told(rows, chosen)
    for place in others:
        own, said = _told(rows, place)
        if own > told and said >= filled:
            roles[chosen], roles[place] = "other", "content"
            return columns_with(roles, [column.header for column in columns], [column.width or 0 for column in columns])
    return columns


def with_marked_bodies(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Return columns of which none leads, or cooperates, that is one of several bodies below a header, and marked."""
    return _unmarked(_unmarked(columns, rows, "lead"), rows, "coop")


def _unmarked(
    columns: tuple[Column, ...], rows: Sequence[Sequence[str]], role: Literal["lead", "coop"]
) -> tuple[Column, ...]:
    roles = [column.role for column in columns]
    if role not in roles:
        return columns
    place = roles.index(role)
    roles[place] = "other"
    headers, widths = [column.header for column in columns], [column.width or 0 for column in columns]
    found = columns_with(roles, headers, widths)
    bodies = bodies_of(found, role)
    beside = [index for index, column in enumerate(found) if column.key in bodies]
    told = [[row[index] for index in beside if row[index]] for row in rows]
    marked = sum(bool(row) and all(map(is_mark, row)) for row in told)
    return found if place in beside and 2 * marked >= max(1, len(told) - told.count([])) else columns


def with_planned(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Return columns of which Kế hoạch over nothing but times says when, where the day of completion else would."""
    roles = [column.role for column in columns]
    headers, widths = [column.header for column in columns], [column.width or 0 for column in columns]
    words = [" ".join(fold(header).split()) for header in headers]
    planned = next((place for place, each in enumerate(words) if PLANNED.fullmatch(each)), None)
    if planned is None or roles[planned] != "other" or "time" not in roles:
        return columns
    done, cells = roles.index("time"), [row[planned] for row in rows if row[planned]]
    if not words[done].endswith("hoan thanh") or not cells or not all(map(is_time, cells)):
        return columns
    roles[done], roles[planned] = "other", "time"
    return columns_with(roles, headers, widths)


def _told(rows: Sequence[Sequence[str]], place: int) -> tuple[int, int]:
    """Return how many different words, and how many cells with words, a column has."""
    words = [row[place] for row in rows if row[place]]
    return len(set(words)), len(words)


def columns_with(roles: Sequence[Role], headers: Sequence[str], widths: Sequence[int]) -> tuple[Column, ...]:
    """Return columns of these roles; those of other words get a key made of their header."""
    total = sum(widths) or 1
    keys: set[str] = set()
    columns = []
    for place, (role, header) in enumerate(zip(roles, headers, strict=True)):
        key = _key(header, place, keys) if role == "other" else None
        share = max(1, min(100, round(100 * widths[place] / total)))
        columns.append(Column(role=role, key=key, header=header or GAP, width=share))
    return tuple(columns)


def _key(header: str, place: int, taken: set[str]) -> str:
    """Make a key of a header: in kebab case without diacritics, different from those that are ``taken``."""
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(header)))[:_LONGEST_KEY].strip("-") or f"cot-{place + 1}"
    key = next(key for key in (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3))) if key not in taken)
    taken.add(key)
    return key
