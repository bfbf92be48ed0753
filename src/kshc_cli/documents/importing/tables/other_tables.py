"""Tables that look like tasks by their header and hold none (a programme, scores, a list of people), and such rows."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from kshc_cli.documents.importing.tables.roles import role_of
from kshc_cli.plan.model import Column
from kshc_cli.reading.folding import fold

Other = Literal["programme", "scores", "people"]
"""What a table is that holds no tasks."""

_HOUR: Final = r"\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?(?:\s*(?:phut|['’]))?"
_HOURS: Final = re.compile(rf"\W*(?:(?:tu|luc|khoang|sau)\s+)?{_HOUR}(?:\s*(?:-|–|—|den)\s*(?:{_HOUR}|het))?\W*")
"""Hours of a day, without the day: 08h00 - 08h10."""
_SCORE: Final = re.compile(r"^diem\b|\b(?:so|thang|tong|cham|tru|cong) diem\b|\bdiem (?:so|chuan|toi da|tu cham|dat)\b")
_NAMES: Final = re.compile(
    r"(?:ho\W*(?:va\W*)?ten|ten (?:thanh vien|can bo|cong chuc|vien chuc|dai bieu|nguoi tham gia))"
    r"(?:\W+(?:thanh vien|can bo|cong chuc|dai bieu|nguoi tham gia|chuc (?:vu|danh))\b.*)?\W*"
)
"""Words over the names of persons, who are what each row is about."""
_OF_PERSONS: Final = re.compile(
    r"\b(?:nam|ngay|thang) sinh\b|\bsinh ngay\b|dien thoai|\b(?:so )?s?dt\b|di dong|e-?mail|thu dien tu|hom thu"
    r"|chuc (?:vu|danh)|cong tac$|trinh do|\bcccd\b|gioi tinh|que quan"
)
"""Words over what else is said of a person."""
_SUM: Final = re.compile(
    r"(?:tong cong|tong so|tong|cong)\b"
    r"(?:\W|\d|\b(?:[ivx]+|[a-d]|muc|phan|nhom|va|cac|so|nhiem vu|cong viec|dau viec)\b)*"
    r"|(?:danh (?:sach|muc)|bang|bieu)(?: nay| tren)? (?:gom|co)(?: tong so)? \d+ .*"
)
"""Words of a row that adds up, or counts, the rows above it."""
_TOTAL: Final = re.compile(r"(?:tong cong|tong so|tong|cong)\W*")
"""Words that are all of a cell beside what was added up."""
_NOTE: Final = re.compile(r"\W*(?:ghi chu|luu y|chu thich|(?:so tien )?(?:viet )?bang chu)\s*:|\(\*+\)\s*\w")
"""How a note below a table begins."""
_OFFICE: Final = r"(?: (?:don vi|co quan|phong|ban|ubnd|uy ban nhan dan|xa|phuong))*"
_SIGNER: Final = re.compile(
    r"(?:t/?m|k/?t|t/?l|t/?u/?q)\.\s*\w.*|thu truong(?: don vi| co quan)?"
    r"|(?:pho )?(?:chu tich|giam doc|truong (?:phong|ban|khoa|don vi|thon|ap)|chanh van phong|hieu truong|bi thu)"
    rf"{_OFFICE}"
    r"|(?:nguoi|can bo|don vi|co quan|bo phan) (?:lap|tong hop|bao cao)(?: bieu| bang| ke hoach| danh sach)?"
    rf"|ke toan(?: truong)?|(?:xac nhan|phe duyet|duyet|y kien) cua .{{1,40}}|lanh dao{_OFFICE}|noi nhan"
    r"|(?:[^\W\d]+ ){0,4}[^\W\d]+, ngay\W.{0,8} thang .{0,8} nam .{0,8}"
)
"""Words of whoever signs below a table, or when and where, or where its copies go; without diacritics."""
_SENTENCE: Final = re.compile(r"\w[^\n]*?(?:\s+\S+){7}")
"""Words in a cell that are more than a name with its title."""
_ASIDE: Final = re.compile(r"\W*(?:\(.*\)\W*)?")
"""What may stand behind them: (ký, ghi rõ họ tên)."""


def other_kind(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Other | None:
    """Return what a table is that has the header of a task table; None for tasks. ``rows`` are those below it."""
    roles = [column.role for column in columns]
    if _lists_people(columns):
        return "people"
    if "time" not in roles:
        return "scores" if any(_SCORE.search(fold(column.header)) for column in columns) else None
    place = roles.index("time")
    count = 0
    for row in rows:
        if row[place] and not _HOURS.fullmatch(fold(row[place])):
            return None
        count += bool(row[place])
    return "programme" if count > 1 else None


def _lists_people(columns: Sequence[Column]) -> bool:
    """Tell whether each row is about a person: members, whom to call.

    Where no column says what is to be done, the names alone tell it; else there is no time, and a birthday, a telephone
    or a post. Behind what is to be done, persons are those who do it.
    """
    headers = [" ".join(fold(column.header).split()) for column in columns]
    roles = [column.role for column in columns]
    content = roles.index("content")
    if role_of(columns[content].header) != "content":
        return any(map(_NAMES.fullmatch, headers))
    is_named = any(_NAMES.fullmatch(header) for header in headers[:content])
    return "time" not in roles and is_named and any(map(_OF_PERSONS.search, headers))


def is_sum(words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row only adds up those above it: nobody does it, at no time; or it has figures alone."""
    said = {column.role: text for text, column in zip(words, columns, strict=True) if text}
    if said.keys() & {"lead", "coop", "time"}:
        return False
    first = fold(said.get("number", ""))
    beside = [text for text, column in zip(words, columns, strict=True) if text and column.role in {"other", "result"}]
    counts = columns[0].role == "number" and len(beside) > 1 and all(map(str.isdecimal, beside))
    is_total = _SUM.fullmatch(fold(said.get("content", "")) or first) is not None
    return (counts and not first) or _TOTAL.fullmatch(first) is not None or is_total


def is_note(words: Sequence[str]) -> bool:
    """Tell whether a row is only a note on those above it."""
    said = [each for each in words if each]
    return len(said) == 1 and _NOTE.match(fold(said[0])) is not None


def is_signed(words: Sequence[str]) -> bool:
    """Tell whether a row has nothing but titles of those who sign: what follows are their names.

    A title in small letters by itself may be a body that belongs to the row above, but for one in the first columns.
    """
    said = [each.partition("\n")[0].strip() for each in words if each]
    titles = [found for each in said if (found := _SIGNER.match(fold(each))) and _ASIDE.fullmatch(each, found.end())]
    return bool(said) and len(titles) == len(said) and (len(said) > 1 or any(words[:2]) or said[0].isupper())


def has_tasks(rows: Iterable[Sequence[str]], above: Sequence[str]) -> bool:
    """Tell whether a row is a task, and none of names below the titles of those who sign, which stand ``above``.

    It begins with a number and says something, or fills more cells than there are titles, or has a sentence in one.
    """
    titles = max(2, sum(map(bool, above)))
    said = ([each for each in row if each] for row in rows)
    return any(
        (len(row) > 1 and row[0][0].isdigit()) or len(row) > titles or any(map(_SENTENCE.match, row)) for row in said
    )


def ends_table(words: Sequence[str]) -> bool:
    """Tell whether a row that fills few columns belongs below a table: a note, a sum, a signature."""
    said = [each for each in words if each]
    return bool(said) and (is_note(words) or is_signed(words) or _TOTAL.fullmatch(fold(said[0])) is not None)
