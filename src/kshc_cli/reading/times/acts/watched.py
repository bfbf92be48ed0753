"""Times of what is looked at, and not of who looks: kiểm tra việc nộp báo cáo | trước ngày 15 hằng tháng."""

from typing import Final

from kshc_cli.reading.times.cell import Phrasebook, TimeCell, phrases

_WATCHES: Final = Phrasebook(
    phrases(
        "kiểm tra | giám sát | đánh giá | theo dõi | đôn đốc | thanh tra | rà soát | nhắc nhở | kiểm soát | khảo sát"
    )
    | phrases("chấn chỉnh | hướng dẫn | chấm điểm | thẩm tra | kiểm điểm | nắm")
)
"""Verbs of who looks at what others do. Teach one here."""
_DOES: Final = Phrasebook(
    phrases("nộp | gửi | báo cáo | họp | trực | tiếp công dân | tiếp dân | chào cờ | giao ban | sinh hoạt | chấm công")
    | phrases("đối thoại | niêm yết | công khai | cập nhật | trình | thu gom | tổng vệ sinh | thanh toán")
)
"""What others do on a day that is set for it. Teach one here."""
_LASTS: Final = Phrasebook(phrases("thực hiện | triển khai | chấp hành | tuân thủ"))
"""What goes on all the time, so that a day is that of who looks at it."""
_OF_WORK: Final = frozenset({"hình", "tác", "độ", "lịch"})
"""The ends of tình hình, công tác, chế độ."""
_ACCOUNTS: Final = Phrasebook(phrases("báo cáo | tổng hợp | trình | gửi | tham mưu | đề xuất"))
_MARKS: Final = frozenset({",", ";", "("})


def is_of_watched(cell: TimeCell, at: int) -> bool:
    """Tell whether the day of a rhythm at ``at`` is perhaps that of what the act before it looks at."""
    begin = end = at - (cell.word(at - 1) == "(")
    while begin > cell.begin and cell.word(begin - 1) not in _MARKS and not cell.new_line(begin):
        begin -= 1
    watch = next((place for place in range(begin, end) if _WATCHES.end(cell, place) is not None), None)
    if watch is None or any(cell.word(place) == "và" and _ACCOUNTS.end(cell, place + 1) for place in range(watch, end)):
        return False
    does = any(_DOES.end(cell, place) is not None for place in range(watch + 1, end))
    for place in range(watch + 1, end):
        if cell.word(place) == "việc":
            return does or _LASTS.end(cell, place + 1) is None
        if cell.word(place) in _OF_WORK and _DOES.end(cell, place + 1) is not None:
            return True
    return False
