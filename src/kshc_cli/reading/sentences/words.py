"""The words of sentences that give out duties. They are taught here, in one place."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern

GIVES: Final = lazy_pattern(r"(?:(?:giao|phân công|yêu cầu|đề nghị)(?:\s+cho)?\s*:?|đối với)\s+", re.IGNORECASE)
"""Words that give the duty to the bodies behind them."""
LATER: Final = lazy_pattern(r"(?<=[,;:] )(?:giao|phân công|yêu cầu|đề nghị)(?:\s+cho)?\s*:?\s+", re.IGNORECASE)
BEFORE: Final = lazy_pattern(
    r"(?:trước|chậm nhất|muộn nhất|định kỳ|hằng|hàng|mỗi|trong|đến|từ|vào|"
    r"căn cứ|theo|để|nhằm|trên cơ sở|sau khi|khi)\b",
    re.IGNORECASE,
)
"""What a sentence may begin with before it says who."""
DOES: Final = lazy_pattern(
    r"\s*,?\s+(?:(?:là|làm) (?:cơ quan|đơn vị|đầu mối|bộ phận)|(?:có|chịu) trách nhiệm|căn cứ|"
    r"theo|trên cơ sở|chủ động|"
    r"khẩn trương|nghiêm túc|tập trung|tiếp tục|tăng cường|thường xuyên|kịp thời|phải|cần|sẽ|"
    r"tổ chức|trực tiếp|được giao|"
    r"được phân công|định kỳ|hằng|hàng|mỗi|chỉ đạo|cùng|thống nhất|nghiên cứu|sử dụng|"
    r"khai thác|bảo đảm|đảm bảo|ưu tiên|"
    r"hoàn thành|xây dựng|phối hợp|rà soát|quán triệt|phát huy|huy động|vận động|tuần tra|xử lý|mở|trước|chậm nhất)\b",
    re.IGNORECASE,
)
"""Words that say what bodies before them do, beside the duties of agency cells."""
WITH: Final = lazy_pattern(r"\bphối hợp(?:\s+chặt chẽ)?\s+(?:(?:với|cùng)(?:\s+với)?\s+)?", re.IGNORECASE)
JOINS: Final = lazy_pattern(r"\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ|tham gia)\b", re.IGNORECASE)
GOES_ON: Final = frozenset(
    {"và", "cùng", "với", "hoặc", "của", "thuộc", "tại", "các", "những", "thành", "tỉnh", "huyện", "xã", "phường"}
    | {"thị"}
)
"""Words behind a name that is longer than what is known of it, or not the last of its list."""
TITLES: Final = frozenset(
    {"các", "những", "toàn", "thể", "từng", "chủ", "tịch", "phó", "lãnh", "đạo", "thủ", "trưởng", "giám", "đốc", "đồng"}
    | {"chí", "tất", "cả", "thường", "trực", "ông", "bà", "toàn", "bộ", "cấp", "ban"}
)
"""Words between a body and what says which part it takes."""
DOING: Final = frozenset(
    {"để", "mà", "khi", "nếu", "việc", "rằng", "sau", "trước", "là", "thì", "còn", "riêng", "và", "hoặc"}
)
"""Words behind which a body perhaps does something by a time of its own."""
HANDING_ON: Final = lazy_pattern(
    r"(?:đồng chí\s+)?(?:chủ tịch|phó chủ tịch|ubnd|ủy ban nhân dân|thường trực|đảng ủy)\b[^,;:.]{0,80}?\s"
    r"(?=(?:giao|yêu cầu|đề nghị|phân công)\s)",
    re.IGNORECASE,
)
"""Whoever gives the duty to those whom the sentence names behind it."""
NO_HEADS: Final = ("tổ chức", "cơ quan", "hội", "báo", "quỹ", "đoàn", "thuế", "tổ")
"""Heads of bodies with which a sentence begins that names none."""
