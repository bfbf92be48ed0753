"""What may stand round a time without changing it (soft marks, verbs, labels), and words that take it back."""

from typing import Final

from kshc_cli.plan.record import GAP
from kshc_cli.reading.times.cell import QUARTERS, Cell, Phrasebook, is_number, phrases
from kshc_cli.reading.times.figures import year_number
from kshc_cli.reading.times.free_words import SEPARATORS
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.values import Role

CONNECTORS: Final = SEPARATORS | {"hoặc", "/", "*", "•", "…"}

SOFT: Final = Phrasebook(phrases("phấn đấu | dự kiến | nếu có | kịp thời"))
"""Marks that do not change a time. Teach one here."""

FILLERS: Final = Phrasebook[Role | None](
    dict.fromkeys(phrases("thực hiện | triển khai | triển khai thực hiện | áp dụng | tổ chức | tổ chức thực hiện"))
    | dict.fromkeys(phrases("tiếp tục | tiếp tục thực hiện | tiếp tục triển khai | khởi công | khánh thành"))
    | dict.fromkeys(phrases("tiến hành | đưa vào sử dụng | nghiệm thu | bàn giao | khai trương"))
    | dict.fromkeys(phrases("vận hành | duy trì | tiếp tục duy trì | duy trì thực hiện"), Role.OPERATE)
    | dict.fromkeys(phrases("vận hành chính thức | triển khai chính thức | chính thức triển khai"), Role.OPERATE)
    | dict.fromkeys(phrases("chính thức vận hành | đưa vào vận hành"), Role.OPERATE)
    | dict.fromkeys(
        phrases("hoàn thành | hoàn thành 100 % | xong | hoàn tất | phấn đấu hoàn thành"),
        Role.FINISH,
    )
    | dict.fromkeys(
        phrases("cơ bản hoàn thành | hoàn thành cơ bản | hoàn thành dứt điểm | dự kiến hoàn thành"), Role.FINISH
    )
    | dict.fromkeys(phrases("thí điểm | triển khai thí điểm | thực hiện thí điểm"), Role.PILOT)
)
"""Words that only say that something is done then, and what. Teach one here."""

_TITLES: Final = Phrasebook(
    phrases("thời gian | thời gian thực hiện | thời gian hoàn thành | thời hạn | thời hạn thực hiện | hạn")
    | phrases("thời hạn hoàn thành | hạn hoàn thành | tiến độ | lộ trình")
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
)

DUTIES: Final = Phrasebook[Role | None](
    dict.fromkeys(
        phrases("ban hành | trình | tham mưu | xây dựng | kiểm tra | rà soát | đánh giá | cập nhật | công bố")
    )
    | dict.fromkeys(phrases("công khai | phê duyệt | họp | giao ban | đôn đốc | ban hành kế hoạch | xây dựng kế hoạch"))
    | dict.fromkeys(phrases("ban hành kế hoạch năm | xây dựng kế hoạch năm"))
    | {f"{send} báo cáo {which}".strip(): Role.REPORT for send in ("", "gửi", "nộp") for which in _ONE_REPORT}
    | dict.fromkeys(phrases("gửi | nộp | tổng hợp | tổng hợp báo cáo | tổng kết | sơ kết"), Role.REPORT)
)
"""Verbs that say what is done, and what for: a time may stand right before and behind them. Teach one here."""

REVOKES: Final = Phrasebook(
    phrases("gia hạn | điều chỉnh | thay | thay đổi | thay thế | trừ | ngoại trừ | không | chưa | riêng | kéo dài")
    | phrases(
        "rút ngắn | hoãn | lùi | dời | chuyển | kết thúc | hủy | dừng | ngừng | sửa | nhuận | nếu | nhưng | ngoài"
    )
    | phrases("tiếp theo | kỳ báo cáo | thực tế")
    | phrases("bỏ | bãi bỏ | đình chỉ | thôi | miễn | nghỉ | đã | cũ | > | trễ | sang | ban đầu | sớm | hiệu lực")
)
"""Words that take a date back or change it; where one stays unread, no date of the cell is given. Teach one here."""

_LUNAR: Final = Phrasebook(
    phrases("âm lịch | lịch âm | âl | al | tết | rằm | mùng | giỗ tổ | vu lan | trung thu | phật đản | giêng | chạp")
)

_TIME_WORDS: Final = frozenset(
    {"ngày", "tháng", "quý", "năm", "tuần", "giai", "nửa", "đầu", "cuối", "giữa", "trước", "từ", "đến", "tới", "trong"}
    | {"chậm", "muộn", "hết", "hằng", "mỗi", "thứ", "sáng", "chiều", "lúc", "giờ", "trừ", "riêng", "kể", "kỳ", GAP}
    | {word for word in QUARTERS if not is_number(word)}
)


_PRODUCTS: Final = Phrasebook(
    phrases(
        "kế hoạch | hội nghị | tập huấn | dự thảo | khảo sát | lập kế hoạch | lấy ý kiến | thẩm định | tuyên truyền"
    )
)
_STEPS: Final = Phrasebook(phrases("đợt | lần | bước | kỳ | giai đoạn"))
_ORDINALS: Final = frozenset({"1", "2", "3", "4", "01", "02", "03", "04", "i", "ii", "iii", "iv", "một", "hai"})
_DUE_WORDS: Final = frozenset({"trước", "chậm", "trong", "hằng", "định"})
_LEVELS: Final = ("", "tỉnh", "thành phố", "tp", "huyện", "thị xã", "xã", "phường")
_ADDRESSES: Final = Phrasebook(
    {f"{body} {level}".strip(): 0 for body in ("ubnd", "hđnd", "chủ tịch ubnd") for level in _LEVELS}
    | dict.fromkeys(phrases("tỉnh | thành phố | chính phủ | thủ tướng chính phủ | cấp trên | cấp có thẩm quyền"), 0)
    | dict.fromkeys(phrases("sở | bộ | phòng | ban"), 2)
)
"""Bodies that plans are reported to, with the number of words that may follow: Sở Nội vụ."""
_TO_BODY: Final = Phrasebook(phrases("về | cho | lên | kết quả về | kết quả thực hiện về | kết quả cho"))

_PERIODS: Final = frozenset({"tháng", "quý", "năm"})

_LONGEST_DUTY: Final = 40
"""Words of a duty that are looked at; it keeps reading linear in the length of the text."""


def skipped(cell: Cell, at: int) -> int | None:
    """Return the place behind a soft mark, a filler, or the word for a time itself."""
    return _soft_end(cell, at) or FILLERS.end(cell, at) or _TITLES.end(cell, at)


def _soft_end(cell: Cell, at: int) -> int | None:
    """Return the place behind a soft mark; "nếu có vướng mắc" is a condition."""
    end = SOFT.end(cell, at)
    return end if end is None or cell.word(at) != "nếu" or cell.word(end) in {*CONNECTORS, ""} else None


def verb_end(cell: Cell, at: int) -> int | None:
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


def report_end(cell: Cell, at: int) -> int | None:
    """Return the place behind "báo cáo" where the report is one of a period: báo cáo quý, báo cáo năm 2026."""
    end = verb_end(cell, at)
    row = cell.words[at:end] if end is not None else ()
    if "cáo" not in row or _PERIODS.isdisjoint(row):
        return None
    return at + row.index("cáo") + 1


def duty_end(cell: Cell, at: int) -> int | None:
    """Return the place behind a duty and the words that it is about: báo cáo về Sở Tài chính.

    Words that may belong to a time, take one back or stand for a number leave the duty alone with its verb.
    """
    verb = verb_end(cell, at)
    if verb is None:
        return None
    if (sent := _sent_to(cell, at, verb)) is not None:
        return sent
    end = verb
    while end < cell.size and cell.word(end) not in CONNECTORS and not cell.new_line(end) and not opens(cell, end):
        if is_time_word(cell.word(end)) or REVOKES.end(cell, end) is not None or end - verb > _LONGEST_DUTY:
            return verb
        end += 1
    return end


def _sent_to(cell: Cell, at: int, verb: int) -> int | None:
    """Return the place before "trước …" behind a body that something is sent to: trình UBND tỉnh trước ngày …."""
    if cell.word(at) not in {"báo", "trình", "gửi", "nộp"}:
        return None
    found = _ADDRESSES.match(cell, _TO_BODY.end(cell, verb) or verb)
    if found is None:
        return None
    more, end = found
    return next((place for place in range(end, end + more + 1) if cell.word(place) in _DUE_WORDS), None)


def is_sent(cell: Cell, at: int) -> bool:
    """Tell whether something is sent to a body at ``at``, and when: what follows is due then."""
    verb = verb_end(cell, at)
    return verb is not None and _sent_to(cell, at, verb) is not None


def labels_duty(cell: Cell, at: int) -> bool:
    """Tell whether the label at ``at`` is a duty or its product."""
    return DUTIES.end(cell, at) is not None or _PRODUCTS.end(cell, at) is not None


def labelled(cell: Cell, at: int) -> int | None:
    """Return the place behind a label: thí điểm:, ban hành kế hoạch:, đợt 2:; "đợt 2" needs no colon."""
    end = skipped(cell, at) or duty_end(cell, at) or _PRODUCTS.end(cell, at)
    if end is not None:
        return end + 1 if cell.word(end) == ":" else None
    return _behind_step(cell, at)


def _behind_step(cell: Cell, at: int) -> int | None:
    numbering = _behind_numbering(cell, at)
    if numbering is not None:
        return numbering
    step = _STEPS.end(cell, at)
    if step is None or cell.word(step) not in _ORDINALS or is_number(cell.word(step + 1)):
        return None
    if cell.word(step + 1) == "năm":
        return None
    if cell.word(step + 1) in {":", "("}:
        return step + 2
    return step + 1 if cell.word(step + 1) == ")" or cell.word(step + 1) not in CONNECTORS else None


def _behind_numbering(cell: Cell, at: int) -> int | None:
    """Return the place behind the number of a list line: 1., a), (1)."""
    before = at - (cell.word(at - 1) == "(")
    begins = at == cell.begin or cell.new_line(before) or cell.word(before - 1) == ";"
    number = len(cell.word(at)) <= 2 and (is_number(cell.word(at)) or len(cell.word(at)) == 1)
    if not begins or not number or cell.word(at + 1) not in {".", ")"} or cell.tight(at + 2):
        return None
    return at + 2


def is_time_word(word: str) -> bool:
    """Tell whether ``word`` belongs to times, so that a phrase beside it is perhaps only a part of one."""
    return is_number(word) or word in _TIME_WORDS


def known_end(cell: Cell, at: int) -> int | None:
    """Return the place behind a label, a soft mark, a filler or a duty."""
    end = skipped(cell, at) or duty_end(cell, at)
    if end is not None:
        return end + (cell.word(end) == ":")
    return labelled(cell, at)


def is_report(cell: Cell, at: int) -> bool:
    """Tell whether a verb that reports stands at ``at``."""
    found = DUTIES.match(cell, at)
    return found is not None and found[0] is Role.REPORT


def is_finish(cell: Cell, at: int) -> bool:
    """Tell whether a verb that finishes stands at ``at``; it begins a statement: khi có vốn, hoàn thành năm 2027."""
    found = FILLERS.match(cell, SOFT.end(cell, at) or at)
    return found is not None and found[0] is Role.FINISH


def labels_figures(cell: Cell, at: int) -> bool:
    """Tell whether figures alone may be a time behind the label at ``at``: giai đoạn 1: 2026-2027, hoàn thành: 2026."""
    return skipped(cell, at) is not None or _STEPS.end(cell, at) is not None


def is_lunar(cell: Cell) -> bool:
    """Tell whether a cell counts by the lunar calendar, so that none of its figures is a day of ours."""
    if _LUNAR.firsts.isdisjoint(cell.words):
        return False
    return any(_LUNAR.end(cell, at) is not None for at in range(cell.size))
