"""What may stand round a time without changing it (soft marks, verbs, labels), and words that take it back."""

from collections.abc import Iterable
from typing import Final

from kshc_cli.plan.record import GAP
from kshc_cli.reading.times.cell import QUARTERS, Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.days.points import FIRST_DAYS, is_solar
from kshc_cli.reading.times.free_words import SEPARATORS
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.values import Role

CONNECTORS: Final = SEPARATORS | {"hoặc", "/", "*", "•", "…"}

SOFT: Final = Phrasebook(
    phrases("trước mắt | phấn đấu | dự kiến | nếu có | kịp thời | dương lịch | khẩn trương | đồng thời | chủ động")
    | phrases("có trách nhiệm | phải | sẽ | cần | có lịch cụ thể | có lịch cụ thể gửi sau | có kế hoạch riêng")
    | phrases("có kế hoạch cụ thể | có kế hoạch cụ thể riêng | có thông báo riêng | có thông báo cụ thể")
    | phrases("theo dấu bưu điện | theo lịch riêng | trong giờ hành chính | trong giờ làm việc")
    | phrases("thời gian cụ thể sẽ thông báo sau | thời gian cụ thể có thông báo sau | sẽ có thông báo cụ thể")
    | phrases("thời gian cụ thể có thông báo riêng | có thông báo sau | sẽ thông báo sau | sẽ có thông báo sau")
)
"""Marks that do not change a time. Teach one here."""

FILLERS: Final = Phrasebook[Role | None](
    dict.fromkeys(phrases("thực hiện | triển khai | triển khai thực hiện | áp dụng | tổ chức | tổ chức thực hiện"))
    | dict.fromkeys(phrases("tiếp tục | tiếp tục thực hiện | tiếp tục triển khai | khởi công | khánh thành"))
    | dict.fromkeys(phrases("tiến hành | đưa vào sử dụng | nghiệm thu | bàn giao | khai trương"))
    | {
        " ".join(f"{keep} {how} chế độ".split()): None
        for keep in ("thực hiện", "duy trì", "chấp hành")
        for how in ("", "nghiêm", "nghiêm túc", "tốt", "đầy đủ")
    }
    | dict.fromkeys(phrases("vận hành | duy trì | tiếp tục duy trì | duy trì thực hiện"), Role.OPERATE)
    | dict.fromkeys(phrases("vận hành chính thức | triển khai chính thức | chính thức triển khai"), Role.OPERATE)
    | dict.fromkeys(phrases("chính thức vận hành | đưa vào vận hành | đưa vào vận hành chính thức"), Role.OPERATE)
    | dict.fromkeys(phrases("áp dụng chính thức | chính thức áp dụng"), Role.OPERATE)
    | dict.fromkeys(
        phrases("hoàn thành | hoàn thành 100 % | xong | hoàn tất | phấn đấu hoàn thành"),
        Role.FINISH,
    )
    | dict.fromkeys(
        phrases("cơ bản hoàn thành | hoàn thành cơ bản | hoàn thành dứt điểm | dự kiến hoàn thành"), Role.FINISH
    )
    | dict.fromkeys(
        phrases("bảo đảm hoàn thành | đảm bảo hoàn thành | hoàn thành đúng tiến độ | hoàn thành xong"), Role.FINISH
    )
    | dict.fromkeys(
        phrases("khai mạc | bế mạc | phát động | ra quân | trao giải | trao thưởng | nhân rộng | mở rộng")
        | phrases("hoàn thiện")
    )
    | dict.fromkeys(
        phrases("thí điểm | triển khai thí điểm | thực hiện thí điểm | vận hành thử nghiệm | vận hành thử"), Role.PILOT
    )
)
"""Words that only say that something is done then, and what. Teach one here."""

_TITLES: Final = Phrasebook(
    {
        f"{head} {what}".strip(): None
        for head in ("thời gian", "thời hạn", "hạn", "tiến độ", "lộ trình", "mốc", "mốc thời gian", "thời điểm")
        for what in (
            "",
            "thực hiện",
            "hoàn thành",
            "triển khai",
            "triển khai thực hiện",
            "tổ chức",
            "xử lý",
            "giải quyết",
        )
    }
    | phrases("ngày hoàn thành | ngày phải hoàn thành | thời điểm báo cáo | thời điểm gửi báo cáo | hạn báo cáo")
    | phrases(
        "thời hạn báo cáo | thời hạn gửi báo cáo | hạn gửi báo cáo | thời hạn gửi | hạn gửi | hạn nộp | thời hạn nộp"
    )
    | phrases("thời gian , địa điểm | thời gian và địa điểm | thời gian thực hiện , hoàn thành")
    | phrases("thời gian tổ chức thực hiện | thời gian dự kiến | thời gian thực hiện dự kiến | thời gian đào tạo")
)
"""Words for the time itself; unlike a verb they do not follow it: trước 1/2 thời gian."""

_ONE_REPORT: Final = (
    *("", "tháng", "quý", "quý i", "quý ii", "quý iii", "quý iv", "6 tháng", "9 tháng", "năm"),
    *(
        "sơ kết 6 tháng",
        "tổng kết năm",
        "6 tháng đầu năm",
        "sơ kết",
        "tổng kết",
        "kết quả",
        "kết quả năm",
        "kết quả thực hiện",
    ),
    *("sơ bộ", "chính thức", "nhanh", "ban đầu", "bước đầu", "kết quả bước đầu", "chuyên đề", "cuối kỳ", "giữa kỳ"),
)

DUTIES: Final = Phrasebook[Role | None](
    dict.fromkeys(
        phrases(
            "ban hành | trình | tham mưu | xây dựng | kiểm tra | rà soát | đánh giá | cập nhật | công bố | điều tra"
        )
    )
    | dict.fromkeys(
        phrases("công khai | phê duyệt | thẩm định | họp | giao ban | đôn đốc | ban hành kế hoạch | xây dựng kế hoạch")
    )
    | dict.fromkeys(phrases("ban hành kế hoạch năm | xây dựng kế hoạch năm | khảo sát | lập kế hoạch | lập dự án"))
    | dict.fromkeys(phrases("tập huấn | lấy ý kiến"))
    | {f"{send} báo cáo {which}".strip(): Role.REPORT for send in ("", "gửi", "nộp") for which in _ONE_REPORT}
    | dict.fromkeys(phrases("có báo cáo | có báo cáo gửi | có văn bản báo cáo | có báo cáo kết quả"), Role.REPORT)
    | dict.fromkeys(phrases("tổng kết năm | sơ kết 6 tháng | sơ kết 6 tháng đầu năm"), Role.REPORT)
    | dict.fromkeys(phrases("gửi | nộp | tổng hợp | tổng hợp báo cáo | tổng kết | sơ kết"), Role.REPORT)
)
"""Verbs that say what is done, and what for: a time may stand right before and behind them. Teach one here."""

_REVOKES: Final = Phrasebook(
    phrases("gia hạn | điều chỉnh | thay | thay đổi | thay thế | trừ | ngoại trừ | không | chưa | riêng | kéo dài")
    | phrases(
        "rút ngắn | hoãn | lùi | dời | chuyển | kết thúc | hủy | dừng | ngừng | sửa | nhuận | nếu | nhưng | ngoài"
    )
    | phrases("tiếp theo | kỳ báo cáo | thực tế")
    | phrases("bỏ | bãi bỏ | đình chỉ | thôi | miễn | nghỉ | đã | cũ | > | trễ | sang | ban đầu | sớm | hiệu lực")
    | phrases("lấy số liệu | chốt số liệu")
)
"""Words that take a date back or change it; where one stays unread, no date of the cell is given. Teach one here."""

_KEEPS: Final = Phrasebook(
    phrases("chuyển đổi | chuyển giao | chuyển phát | chuyển tải | không gian | không ngừng | không tập trung")
    | phrases("không dùng tiền mặt | không giấy tờ | không tiếp xúc | thay mặt | sửa chữa | miễn phí | bỏ phiếu")
    | phrases("sửa đổi , bổ sung | sửa đổi và bổ sung | sửa đổi bổ sung | sửa đổi , thay thế | sớm nhất")
    | phrases("điều chỉnh , bổ sung | điều chỉnh quy hoạch | thay thế , bãi bỏ | bãi bỏ , thay thế | không gian mạng")
    | phrases("kế hoạch chuyển | không thuộc | miễn dịch | bãi bỏ văn bản | bãi bỏ thủ tục | thay thế văn bản")
)
"""Words that begin like those and take no date back: chuyển đổi số. Teach one here."""
_TAKEN: Final = frozenset({"được", "đã", "bị"})
_ANEW: Final = frozenset(
    {"bởi", "tại", "theo", "thành", "bằng", "sang", "ngày", "tháng", "quý", "năm", "thời", "tiến", "hạn"}
)
"""What stands behind such words where they speak of the time: sửa đổi, bổ sung tại Công văn số …."""


def is_condition(cell: TimeCell) -> bool:
    """Tell whether words say what follows from something, and not that it is to be done: xong trước … thì được khen."""
    return "thì" in cell.words and _CONDITIONS.isdisjoint(cell.words)


_CONDITIONS: Final = frozenset({"nếu", "khi", "hợp"})
"""What else is the condition: nếu …, trường hợp …."""


def takes_back(cell: TimeCell, at: int) -> bool:
    """Tell whether words at ``at`` take a date back or change it."""
    if _REVOKES.end(cell, at) is None:
        return False
    kept = _KEEPS.end(cell, at)
    return kept is None or cell.word(at - 1) in _TAKEN or cell.word(kept) in _ANEW


_LUNAR: Final = Phrasebook(
    phrases(
        "âm lịch | lịch âm | âl | al | tết | rằm | mùng | mồng | giỗ tổ | vu lan | trung thu | phật đản | giêng | chạp"
    )
)

_TIME_WORDS: Final = frozenset(
    {"ngày", "tháng", "quý", "năm", "tuần", "giai", "nửa", "đầu", "cuối", "giữa", "trước", "từ", "đến", "tới", "trong"}
    | {"chậm", "muộn", "hết", "hằng", "mỗi", "thứ", "sáng", "chiều", "lúc", "giờ", "trừ", "riêng", "kể", "kỳ", GAP}
    | {word for word in QUARTERS if not is_number(word)}
)


_PERIODS: Final = frozenset({"tháng", "quý", "năm"})


def skipped(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a soft mark, a filler, or the word for a time itself."""
    return _soft_end(cell, at) or FILLERS.end(cell, at) or _TITLES.end(cell, at)


def _soft_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind a soft mark; "nếu có vướng mắc" is a condition."""
    end = SOFT.end(cell, at)
    return end if end is None or cell.word(at) != "nếu" or cell.word(end) in {*CONNECTORS, ""} else None


def verb_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind the verb of a duty, with the report that it names: báo cáo năm 2026."""
    end = DUTIES.end(cell, at)
    if end is None:
        return None
    if cell.word(end - 1) == "năm" and year_number(cell.word(end)) is not None:
        return end + 1
    if cell.word(end - 1) in {"tháng", "quý"} and is_number(cell.word(end)):
        return end - 1
    if cell.word(end - 1) in {"tháng", "quý", "năm"} and opens(cell, end):
        return at + 2  # báo cáo quý theo quy định: how often is no part of the duty
    return end


def report_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind "báo cáo" where the report is one of a period: báo cáo quý, báo cáo năm 2026."""
    end = verb_end(cell, at)
    row = cell.words[at:end] if end is not None else ()
    if "cáo" not in row or _PERIODS.isdisjoint(row):
        return None
    return at + row.index("cáo") + 1


def is_time_word(word: str) -> bool:
    """Tell whether ``word`` belongs to times, so that a phrase beside it is perhaps only a part of one."""
    return is_number(word) or word in _TIME_WORDS


def is_report(cell: TimeCell, at: int) -> bool:
    """Tell whether a verb that reports stands at ``at``."""
    found = DUTIES.match(cell, at)
    return found is not None and found[0] is Role.REPORT


def is_finish(cell: TimeCell, at: int) -> bool:
    """Tell whether a verb that finishes stands at ``at``; it begins a statement: khi có vốn, hoàn thành năm 2027."""
    found = FILLERS.match(cell, SOFT.end(cell, at) or at)
    return found is not None and found[0] is Role.FINISH


def is_lunar(cell: TimeCell, read: Iterable[range] = ()) -> bool:
    """Tell whether a cell counts by the lunar calendar, so that none of its figures is a day of ours.

    ``read``: places whose words were read, where a lunar day was held against one of ours.
    """
    if _LUNAR.firsts.isdisjoint(cell.words):
        return False
    solar = FIRST_DAYS if is_solar(cell) else ()
    known = {at for one in read for at in one}
    places = (at for at in range(cell.size) if at not in known)
    return any(_LUNAR.end(cell, at) is not None and cell.word(at) not in solar for at in places)
