"""What stands behind a label, by its look: bodies, or a time. No reader is asked; who reads them does it later."""

import re
from typing import Final, Literal

from kshc_cli.patterns import lazy_pattern

_NAME: Final = (
    r"văn phòng|vp|phòng(?!\s*,|\s+(?:và|chống|ngừa|cháy|bệnh|dịch|vệ|thủ)\b)|ban(?! (?:hành|đầu|đêm|ngày)\b)"
    r"|sở(?! (?:hữu|dĩ|thích)\b)|ubnd|hđnd|[uủ][yỷ] ban|hội đồng|đảng [uủ][yỷ]|công an|chi cục|cục(?! bộ\b)|trung tâm"
    r"|trạm|hội(?! (?:nghị|thảo|họp|thi|đàm|diễn|chợ|trại)\b)|(?:tỉnh |huyện |xã )?đoàn(?! kết\b)|mặt trận|ubmttq|mttq"
    r"|bộ (?:phận|chỉ huy)|thanh tra (?=\w)|đơn vị(?! tính\b)|cơ quan|công chức|cán bộ|lãnh đạo|chủ tịch|phó chủ tịch"
    r"|ngành|bảo hiểm xã hội|bhxh|thuế|bưu điện|kho bạc|điện lực|quân sự|tổ(?! chức\b)|khu phố|khóm|ấp|thôn|bản|buôn"
    r"|trường(?! hợp\b)|xã(?! hội\b)|phường|đội(?! ngũ\b)|trưởng|hiệu trưởng|thủ trưởng|giám đốc|công ty|đồng chí|đ/c"
)
_BODY: Final = lazy_pattern(rf"(?:(?:các|những|toàn thể)\s+)?(?:{_NAME})(?!\w)[^:;.\n]*", re.IGNORECASE)
_ACTS: Final = lazy_pattern(
    r"\b(?:trước|hoàn thành|chậm nhất|rà soát|tham mưu|báo cáo|xây dựng)\b|\d/\d", re.IGNORECASE
)
"""Words of what somebody does."""
_TIME: Final = lazy_pattern(
    r"(?:(?:trong|trước|từ|đến|vào|chậm nhất|đầu|giữa|cuối|hoàn thành|xong|dự kiến|hết|sau|là)\s+)*"
    r"(?:(?:ngày|tháng|quý|quí|năm|tuần|đợt|giai đoạn|hằng|hàng|định kỳ|thường xuyên|đột xuất|mỗi|thứ|ngay)\b"
    r"|\d{1,2}\s*[/.-]\s*\d|(?:0?[69]|sáu|chín) tháng|\d{4}\b)[^:]*",
    re.IGNORECASE,
)
_LONGEST: Final = 120
"""Characters of a body or a time that is nothing else."""


def looks_like(kind: Literal["bodies", "time"], words: str) -> bool:
    """Tell whether words look like nothing but bodies (Phòng A; Công an xã), or a time (Quý II/2026)."""
    words = words.strip(" .;,")
    if not words or len(words) > _LONGEST:
        return False
    if kind == "time":
        return _TIME.fullmatch(words) is not None
    return _ACTS.search(words) is None and all(map(_BODY.fullmatch, re.split(r"\s*;\s*", words)))
