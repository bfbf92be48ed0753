"""The words of labels before a colon, and what stands behind each: who, what, when, or what no field is for."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.label_values import looks_like
from kshc_cli.plan.model import Labels

Holds: TypeAlias = Literal["content", "lead", "coop", "result", "time", "start", "note"]
"""What a label says that its words hold: a field of the task, when it begins, or something that no field is for."""

_WHO: Final = r"(?:cơ quan|đơn vị|bộ phận|cá nhân|tổ chức|người|cán bộ|công chức|lãnh đạo)"
_BODIES: Final = rf"(?:các\s+)?{_WHO}(?:\s*(?:,|/|và|hoặc)\s*{_WHO})*"
_DOING: Final = (
    r"(?:thực hiện|tham mưu|triển khai|soạn thảo|tổng hợp|chính|tổ chức(?:\s+thực hiện)?|trình|chuẩn bị|xây dựng)"
)
_TAKES: Final = r"(?:đảm nhận|đảm nhiệm|đảm trách|nhận (?:việc|nhiệm vụ)|thực hiện|làm|lo)"
_PARTY: Final = r"(?:bên|lực lượng|chủ thể|nhóm|tổ|ai)"
"""Words for bodies that lead only where they do something."""
_TIMES: Final = (
    r"(?:(?:(?:phải|cần|yêu cầu)\s+)?(?:hoàn thành|xong)|tổ chức thực hiện|thực hiện|triển khai|báo cáo|dự kiến|cụ thể|"
    r"tổ chức|tiến hành|kiểm tra|giải quyết|xử lý|trình|ban hành|gửi báo cáo|kết thúc|nghiệm thu)"
)
_WHEN: Final = r"(?:mốc thời gian|mốc|thời gian|thời hạn|thời điểm|tiến độ|lộ trình|kỳ hạn|hạn)"
_AND: Final = r"(?:\s*[,/]\s*|\s+(?:và\s+)?)"
_BEGINS: Final = r"(?:bắt đầu|khởi công|khởi động)(?:\s+(?:thực hiện|triển khai|xây dựng|tổ chức))?"
_ENDS: Final = r"(?:kết thúc|nghiệm thu|bàn giao)(?:\s*(?:,|/|và)\s*(?:nghiệm thu|bàn giao|đưa vào sử dụng))*"
_OWN: Final = (
    r"(?:(?:phải\s+|cần\s+)?(?:hoàn thành|xong)|thực hiện|triển khai|tổ chức|tiến hành|diễn ra|dự kiến|cụ thể"
    r"|(?:gửi\s+|nộp\s+)?báo cáo|kiểm tra|giám sát|thanh tra|rà soát|khảo sát|đánh giá|giải quyết|xử lý|trình|ban hành"
    r"|tham mưu|tổng kết|sơ kết|nghiệm thu|thi công|xây dựng|tập huấn|họp|khai mạc|kết thúc"
    r"|gia hạn|điều chỉnh|lùi|kéo dài|hoãn|mới|cũ|ban đầu|đề nghị)"
)
"""Words behind which a time is that of what is to be done itself: Thời gian kiểm tra; not: Thời gian đăng ký."""
_OTHER_TIME: Final = r"(?:thời gian|thời hạn|thời điểm)\s+(?!(?:qua|tới|vừa|gần đây|trước)\b)[^\W\d_]+"
"""Labels of when something else is: Thời gian đăng ký, Thời hạn nộp hồ sơ."""
_ANY: Final = r"(?:\s+[^\W\d_]+){0,4}"
"""Some words more, that say of what or for whom."""

_KNOWN: Final[Mapping[Holds, str]] = {
    "content": (
        r"(?:tên\s+)?(?:nội dung|nhiệm vụ)(?:\s+(?:công việc|nhiệm vụ|thực hiện|triển khai|cụ thể|chủ yếu))*"
        r"|tên công việc"
    ),
    "lead": (
        rf"(?:{_BODIES}\s+)?chủ trì\s*(?:,|/|và|-|–|;)\s*(?:{_BODIES}\s+)?phối hợp(?:\s+{_DOING})?|"
        rf"(?:{_BODIES}\s+)?(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm)(?:\s*,?\s+{_DOING})*|{_BODIES}\s+thường trực"
        rf"|(?!tổ chức\s){_BODIES}\s+{_DOING}(?:\s+chính)?"
        r"|(?:phân công|giao)\s+(?:thực hiện|chủ trì|nhiệm vụ|trách nhiệm)|phân công"
        r"|trách nhiệm(?:\s+(?:thực hiện|chủ trì))?"
        rf"|(?!tổ chức\s)(?:{_BODIES}|{_PARTY})\s+{_TAKES}|đảm (?:nhận|nhiệm|trách)|{_PARTY}\s+(?:chủ trì|phụ trách)"
    ),
    "coop": rf"(?:(?:{_BODIES}|thành phần|lực lượng)\s+)?phối hợp(?:\s+(?:với|cùng))?(?:\s+{_DOING})?",
    "result": (
        r"(?:(?:dự kiến|yêu cầu)\s+)?(?:kết quả|sản phẩm)(?:\s*(?:,|/|và)\s*(?:kết quả|sản phẩm))?"
        r"(?:\s+(?:thực hiện|hoàn thành|dự kiến|đầu ra|đạt được|cần đạt))*"
    ),
    "start": rf"(?:(?:dự kiến\s+)?(?:{_WHEN}|ngày|tháng)\s+)?{_BEGINS}|từ(?:\s+(?:ngày|tháng))?",
    "time": (
        rf"(?:dự kiến\s+)?{_WHEN}(?:{_AND}{_WHEN})?(?:{_AND}{_TIMES})*"
        r"|(?:dự kiến\s+)?hoàn thành(?:\s+(?:trước|trong|dự kiến))?|(?:thời\s+)?hạn (?:chót|cuối(?: cùng)?)"
        r"|(?:(?:phải|cần|yêu cầu)\s+)?(?:xong|hoàn thành)(?:\s+(?:trước|trong))?(?:\s+ngày)?"
        r"|chậm nhất(?:\s+(?:là|ngày))*|trước ngày|đến hạn|(?:ngày|tháng)\s+(?:phải|cần)(?:\s+(?:xong|hoàn thành))?"
        rf"|(?:thời gian|thời hạn|thời điểm)\s+{_OWN}{_ANY}"
        rf"|gia hạn(?:\s+(?:đến|tới|thêm))?|(?:gia hạn|điều chỉnh|lùi|kéo dài)\s+{_WHEN}"
        rf"|{_WHEN}\s+bắt đầu\s*(?:,|và|-|–|đến)\s*kết thúc"
        rf"|(?:(?:{_WHEN}|ngày|tháng)\s+)?{_ENDS}|(?:ngày|tháng)\s+hoàn thành|đến(?:\s+(?:ngày|tháng))?"
    ),
    "note": (
        rf"(?:(?:dự toán|nguồn|tổng|mức|định mức)\s+)?kinh phí{_ANY}"
        rf"|nguồn(?:\s+(?:lực|vốn|nhân lực|tài chính|ngân sách)){_ANY}|nhân lực|số tiền|tổng mức đầu tư"
        rf"|(?:địa điểm|địa bàn|phạm vi){_ANY}|nơi (?:thực hiện|tổ chức)"
        rf"|(?:số lượng|quy mô|khối lượng|thời lượng|tỷ lệ){_ANY}|số (?:lớp|người|lượt|buổi|cuộc|đợt)"
        rf"|(?:đối tượng|thành phần){_ANY}"
        rf"|(?:yêu cầu|mục tiêu|mục đích|chỉ tiêu)(?:\s+(?:cần đạt|cụ thể|chung|chính|phấn đấu|đặt ra|năm\s+\d{{4}}))?"
        r"|ghi chú|lưu ý|chú ý|đề xuất|kiến nghị|(?:tồn tại|hạn chế|khó khăn|vướng mắc|nguyên nhân)"
        r"(?:\s*(?:,|và)\s*(?:tồn tại|hạn chế|khó khăn|vướng mắc|nguyên nhân))*"
        rf"|(?:hình thức|phương thức|phương pháp|cách thức|cách làm|giải pháp|biện pháp){_ANY}"
        r"|căn cứ(?:\s+(?:pháp lý|thực hiện))?|cơ sở (?:pháp lý|thực hiện)|lý do|sự cần thiết|tài liệu|hồ sơ"
        rf"|(?:số\s+)?(?:điện thoại|đt|fax|zalo|đường dây nóng|hotline|tài khoản){_ANY}|(?:e-?mail|thư điện tử){_ANY}"
        rf"|(?:(?:mọi\s+)?thông tin\s+|đầu mối\s+|người\s+)?liên hệ{_ANY}"
        rf"|(?:địa chỉ|hòm thư|nơi (?:nhận|gửi|nộp)){_ANY}"
        rf"|{_OTHER_TIME}{_ANY}|(?:trang thiết bị|phương tiện|điều kiện){_ANY}|đơn vị tính|chủ đề|tình trạng|hiện trạng"
    ),
}
"""What the words before the colon are, in lower case."""

_OTHER: Final = lazy_pattern(_OTHER_TIME, re.IGNORECASE)
_MOVED: Final = lazy_pattern(r"\b(?:gia hạn|điều chỉnh|lùi|kéo dài|hoãn|mới|cũ|ban đầu|đề nghị)\b", re.IGNORECASE)
"""Words of labels of a time that is not the only one: which one counts is not told."""
_PERHAPS: Final = lazy_pattern(
    r"(?:các\s+)?(?:(?:cơ quan|đơn vị)(?:\s*[,/]\s*(?:cơ quan|đơn vị))?|bộ phận|(?:triển khai\s+)?thực hiện"
    r"|giao(?:\s+(?:cho|việc))?)",
    re.IGNORECASE,
)
"""Labels that say who leads only where bodies stand behind them."""
_REST: Final = lazy_pattern(r"[.;,]\s+(?=\w[^:;,.]{1,40}:)")
"""What stands before a further label."""
_BARE: Final = frozenset(("trước ngày", "chậm nhất", "từ", "đến", "từ ngày", "đến ngày", "từ tháng", "đến tháng"))
"""Labels that are plain words elsewhere: they only stand where a line begins."""
_COLON: Final = lazy_pattern(r"(?<!\d)\s*:")
_WORD: Final = lazy_pattern(r"(?<!\w)(?=[^\W\d_])")
_SENTENCE: Final = lazy_pattern(r"(?:[.;]|\s[-–—])\s+\Z|\t\s*\Z")
"""What stands before a label in a line that begins with none."""
_MARK: Final = lazy_pattern(r"[;,.]\s*\Z|\A\s*\Z")
"""What stands before a further label, or nothing: right behind the one before it."""
_CLOSING: Final = lazy_pattern(r"(?:[^()]|\([^()]*\)){0,1000}\)")
"""Words up to where the brackets end that they stand in."""
_SPAN: Final = lazy_pattern(r"\bđến\b", re.IGNORECASE)
"""What a label of a beginning goes on with where it says the end, too: Từ ngày: 02/3 đến ngày 02/4."""
_MARKS: Final = " ;,./-–—+•"
"""What stands between one label's words and the next label."""
_LONGEST: Final = 100
"""Characters of a label."""
_NEAR: Final = 1000
"""Characters before a label among which brackets are looked for."""


class Told(NamedTuple):
    """Words behind a label."""

    holds: Holds
    label: str
    """The label, in small letters."""
    words: str
    printed: str
    """The label with its words."""


def told_in(text: str, own: Labels | None) -> tuple[str, tuple[Told, ...]]:
    """Return the words of a line before its first label, and what stands behind each of its labels.

    All of the words, and nothing, where the line has no label that is known, or none but of notes inside.
    """
    marks: list[tuple[int, int, Holds]] = []
    since = 0
    for colon in _COLON.finditer(text):
        found = _label(text, since, colon.start(), own, is_first=not marks)
        if found is not None and (marks or not found[0] or found[1] != "note"):
            marks.append((found[0], colon.end(), found[1]))
        since = colon.end()
    if not marks:
        return text, ()
    ends = [begin for begin, _behind, _holds in marks[1:]] + [len(text)]
    told = tuple(_told(text, mark, end) for mark, end in zip(marks, ends, strict=True))
    return text[: marks[0][0]].rstrip(" \t-–—"), told


def _label(text: str, since: int, end: int, own: Labels | None, *, is_first: bool) -> tuple[int, Holds] | None:
    """Return where the label begins that ends with a colon, and what it says; None for none that is known.

    In a line that begins with one, a further label may stand behind any mark, or with a capital; else behind a stop.
    """
    since = max(since, end - _LONGEST)
    for place in _WORD.finditer(text, since, end):
        begin, before = place.start(), text[since : place.start()]
        if begin and is_first and not (_SENTENCE.search(before) and _is_outside(text, begin)):
            continue
        if not is_first and (_is_within(text, begin) or not (_MARK.search(before) or text[begin].isupper())):
            continue
        label = text[begin:end]
        if (holds := holds_of(label, own) or _perhaps(label, text[end:])) and (not begin or label.lower() not in _BARE):
            return begin, holds
    return None


def _is_outside(text: str, place: int) -> bool:
    """Tell whether a place stands in no brackets."""
    first = max(place - _NEAR, 0)
    return text.count("(", first, place) <= text.count(")", first, place)


def _is_within(text: str, place: int) -> bool:
    """Tell whether a place stands in brackets that are closed behind it."""
    return not _is_outside(text, place) and _CLOSING.match(text, place) is not None


def _told(text: str, mark: tuple[int, int, Holds], end: int) -> Told:
    begin, behind, holds = mark
    words, printed = text[behind:end].strip(), text[begin:end].strip()
    if end < len(text):
        words, printed = words.rstrip(_MARKS), printed.rstrip(_MARKS)
    if holds == "start" and _SPAN.search(words):
        holds = "time"
    label = " ".join(text[begin:behind].rstrip(" :").lower().split())
    return Told(holds, label, printed if holds == "time" and _MOVED.search(label) else words, printed)


def holds_of(label: str, own: Labels | None) -> Holds | None:
    """Return what stands behind a label: ``own`` are labels of the plan, which go before those that are known."""
    words = " ".join(label.split())
    if not 1 < len(words) <= _LONGEST:
        return None
    return next((holds for holds, known in _patterns(own) if known.fullmatch(words)), None)


def is_other_time(label: str) -> bool:
    """Tell whether a label says when something is that is not what is to be done itself."""
    return _OTHER.match(label) is not None


def _perhaps(label: str, behind: str) -> Holds | None:
    """Tell that a label is of who leads, that may be of anything, where bodies stand behind it: Đơn vị: Phòng A."""
    if len(label) > _LONGEST or _PERHAPS.fullmatch(" ".join(label.split())) is None:
        return None
    return "lead" if looks_like("bodies", _REST.split(behind[:_NEAR].lstrip(" :"), maxsplit=1)[0]) else None


@lru_cache(maxsize=32)
def _patterns(own: Labels | None) -> tuple[tuple[Holds, re.Pattern[str]], ...]:
    """Return what labels are, field by field: those of the plan itself first, then those that are known."""
    return tuple((holds, re.compile(words, re.IGNORECASE)) for holds, words in (*_mine(own), *_KNOWN.items()))


def _mine(own: Labels | None) -> Iterator[tuple[Holds, str]]:
    for holds in _KNOWN:
        if labels := getattr(own, holds, ()):
            yield holds, "|".join(re.escape(" ".join(one.split())) for one in labels)
