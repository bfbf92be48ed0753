"""Sentences put together of who, act, object, recipient, time and purpose, with the days that may be read in them.

What the words date beside the act (hồ sơ nộp trước ngày …, kết quả 6 tháng đầu năm), and what takes a time back, names
days that may not be read. A reader that leaves everything unread is right, too: the fuzz looks for wrong days only.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from kshc_cli.reading.sentences.times import when_in
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Continuous, Deadline, Recurring, Relative, TimePart, Window

_YEAR: Final = 2026
_ISSUED: Final = date(_YEAR, 1, 15)
_WHO: Final = ("", "Phòng Kinh tế ", "Các cơ quan, đơn vị ", "Giao Văn phòng ", "Đề nghị Công an xã ", "- ", "a) ")
_ACTS: Final = (
    *("hoàn thành ", "hoàn thành việc rà soát, cập nhật ", "xây dựng ", "ban hành ", "báo cáo ", "gửi ", "tổng hợp "),
    *("rà soát ", "kiểm tra ", "tổ chức ", "xử lý dứt điểm ", "tham mưu UBND xã ban hành ", "quyết toán ", "đánh giá "),
    *("triển khai ", "theo dõi, đôn đốc ", "niêm yết công khai ", "khảo sát, lập danh sách ", "đưa vào sử dụng "),
    *("chuẩn bị ", "hoàn thiện ", "phải hoàn thành ", "thực hiện ", "kiểm tra việc thực hiện ", "nhân rộng "),
)
_OBJECTS: Final = (
    *("kế hoạch cải cách hành chính", "danh mục thủ tục hành chính", "báo cáo", "kết quả thực hiện", "hội nghị"),
    *("quy chế làm việc", "dữ liệu đất đai", "02 lớp tập huấn", "100% nhiệm vụ được giao", "đường liên xã", "trụ sở"),
    *("kế hoạch chuyển đổi số", "việc sửa đổi, bổ sung Quy chế", "cơ sở kinh doanh trên địa bàn xã", ""),
)
_THINGS: Final = (
    "hồ sơ",
    "các dự án",
    "hộ dân",
    "cán bộ, công chức",
    "giấy chứng nhận",
    "đơn thư",
    "gói thầu",
    "tài sản",
)
_DATES: Final = (
    *("nộp", "được cấp", "tiếp nhận", "phát sinh", "khởi công", "đã cấp", "tuyển dụng", "mua", "vi phạm", "lập"),
    *("có mặt", "đến hạn", "chưa giải quyết", "ban hành", "thành lập", "đăng ký", "chuyển đến", "bị thu hồi"),
)
_PERIODS: Final = (" năm 2025", " 6 tháng đầu năm", " quý trước", " giai đoạn 2021 - 2025", " năm 2027", " tháng trước")
_TO: Final = ("", "", " về UBND xã", " gửi Sở Nội vụ (qua Văn phòng)", " cho cơ quan cấp trên", " về Phòng Nội vụ")
_AIMS: Final = (
    *(
        "",
        "",
        " để tổng hợp, báo cáo UBND tỉnh",
        " chào mừng Quốc khánh 2/9",
        " nhằm phục vụ kỳ họp",
        " tại Hội trường",
    ),
    *(" (nếu có)", " theo quy định", " trên địa bàn xã", " làm cơ sở đánh giá", " nhân Ngày Pháp luật 09/11"),
)
_TAKEN: Final = ("gia hạn đến ngày {}", "lùi sang ngày {}", "trừ ngày {}", "nhưng được kéo dài đến ngày {}")
_JOINTS: Final = ("; ", ", ", ". ", " và ", "\n- ", ", sau đó ")


def composed(chance: random.Random) -> bytes:
    """Return a text with the days and rules that may be read in it, as JSON."""
    allowed: set[str] = set()
    clauses = [_clause(chance, allowed) for _clause_of_it in range(chance.choice((1, 1, 1, 2, 3)))]
    text = clauses[0] + "".join(chance.choice(_JOINTS) + clause for clause in clauses[1:])
    if len(clauses) == 1 and chance.random() < 0.1:
        text += ", " + chance.choice(_TAKEN).format(f"{_day(chance):%d/%m/%Y}")
        allowed.clear()
    return json.dumps({"text": text, "allowed": sorted(allowed)}, ensure_ascii=False).encode()


def read_composed(data: bytes, _folder: Path) -> None:
    """Read a text as a cell and as a sentence; raise AssertionError where a day is read that may not be."""
    case = json.loads(data)
    text, allowed = case["text"], set(case["allowed"])
    said = [text, *(text[one.start : one.end] for one in when_in(text, year=_YEAR, issued=_ISSUED) if one.is_read)]
    for words in said:
        for part in read_time(words, year=_YEAR, issued=_ISSUED).parts:
            wrong = set(_names(part)) - allowed
            if wrong:
                raise AssertionError(
                    f"{', '.join(sorted(wrong))} read in {words!r} of {text!r}, allowed {sorted(allowed)}"
                )


def _names(part: TimePart) -> Iterator[str]:
    """Yield the days and rules of a part."""
    match part:
        case Window(start, end):
            yield from (start.isoformat(), end.isoformat())
        case Deadline(due=date() as due):
            yield due.isoformat()
        case Recurring(rrule=str() as rule):
            yield rule
        case Continuous(start, until):
            yield from (day.isoformat() for day in (start, until) if day is not None)
        case Relative(anchor=date() as day):
            yield day.isoformat()
        case _:
            return


def _clause(chance: random.Random, allowed: set[str]) -> str:
    act, words = chance.choice(_ACTS), chance.choice(_OBJECTS)
    if chance.random() < 0.3:
        when = chance.choice(("trước ngày {}", "ngày {}", "từ ngày {}", "sau ngày {}")).format(
            f"{_day(chance):%d/%m/%Y}"
        )
        words = f"{chance.choice(_THINGS)} {chance.choice(_DATES)} {when}"
    elif words and chance.random() < 0.2:
        words += chance.choice(_PERIODS)
    to, aim = chance.choice(_TO), chance.choice(_AIMS)
    time = _time(chance, allowed) if chance.random() < 0.85 else ""
    who = chance.choice(_WHO)
    if chance.random() < 0.3 and time:
        return f"{time[0].upper()}{time[1:]}, {who}{act}{words}{to}{aim}"
    return f"{who}{act}{words}{to} {time}{aim}".replace("  ", " ").rstrip()


def _day(chance: random.Random) -> date:
    return date(_YEAR, 2, 1) + timedelta(days=chance.randrange(330))


def _time(chance: random.Random, allowed: set[str]) -> str:
    """Return words of a time, and note which days or rule they mean."""
    days, words = chance.choice((_deadline, _month, _quarter, _span, _rule, _rule, _limit))(chance)
    allowed.update(one.isoformat() if isinstance(one, date) else one for one in days)
    return words


Drawn = tuple[tuple[date | str, ...], str]
"""The days and rules of words, and the words."""


def _deadline(chance: random.Random) -> Drawn:
    day = _day(chance)
    if chance.random() < 0.3:
        return (day,), f"trước ngày {day.day} tháng {day.month} năm {day.year}"
    opener = chance.choice(("trước ngày", "chậm nhất ngày", "xong trước ngày", "trước 17 giờ ngày"))
    return (day,), f"{opener} {day:%d/%m/%Y}"


def _month(chance: random.Random) -> Drawn:
    month = chance.randrange(1, 12)
    return _period(month, month + 1), f"trong tháng {month}/{_YEAR}"


def _quarter(chance: random.Random) -> Drawn:
    quarter = chance.randrange(1, 4)
    return _period(3 * quarter - 2, 3 * quarter + 1), f"trong quý {'I' * quarter}/{_YEAR}"


def _period(month: int, after: int) -> tuple[date, date]:
    return date(_YEAR, month, 1), date(_YEAR, after, 1) - timedelta(days=1)


def _span(chance: random.Random) -> Drawn:
    day = _day(chance)
    end = day + timedelta(days=20)
    return (day, end), f"từ ngày {day:%d/%m/%Y} đến ngày {end:%d/%m/%Y}"


def _rule(chance: random.Random) -> Drawn:
    number = chance.randrange(2, 12)
    return chance.choice(
        (
            ((f"FREQ=MONTHLY;BYMONTHDAY={number}",), f"trước ngày {number} hằng tháng"),
            ((f"FREQ=MONTHLY;BYMONTHDAY={number}",), f"định kỳ trước ngày {number} hằng tháng"),
            ((f"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY={number}",), f"trước ngày {number} tháng cuối quý"),
            ((f"FREQ=YEARLY;BYMONTH={number};BYMONTHDAY=15",), f"trước ngày 15/{number} hằng năm"),
        )
    )


def _limit(chance: random.Random) -> Drawn:
    return (), f"trong thời hạn {chance.randrange(2, 30)} ngày kể từ ngày nhận được văn bản"
