"""Names in the heading and the signature of a document: of bodies, places, positions and persons."""

import re
from typing import Final

from kshc_cli.documents.components.wording import in_capitals, said
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.reading.folding import canonical

_PREFIX: Final = re.compile(r"(?:kt|tm|tl|tuq|uq|q)\s*\.|(?:k[/.]t|t[/.]m|t[/.]l)\b")
_PREFIX_WITHOUT_STOP: Final = re.compile(r"\s*(?:KT|TM|TL|TUQ)\s+[A-ZĐỦ]")
_SURNAMES: Final = frozenset(
    {
        *(
            "nguyễn",
            "trần",
            "lê",
            "phạm",
            "hoàng",
            "huỳnh",
            "phan",
            "vũ",
            "võ",
            "đặng",
            "bùi",
            "đỗ",
            "hồ",
            "ngô",
            "dương",
        ),
        *("lý", "đinh", "đoàn", "lâm", "mai", "trịnh", "đào", "cao", "hà", "lưu", "lương", "tô", "tạ", "thái", "châu"),
        *(
            "triệu",
            "kiều",
            "quách",
            "nghiêm",
            "la",
            "tôn",
            "ông",
            "y",
            "vi",
            "nông",
            "hứa",
            "từ",
            "mạc",
            "giáp",
            "tống",
        ),
        *(
            "văn",
            "thạch",
            "danh",
            "lò",
            "cầm",
            "quàng",
            "giàng",
            "sùng",
            "vàng",
            "hoàn",
            "thân",
            "chu",
            "phùng",
            "tăng",
        ),
    }
)
_POSITIONS: Final = (
    *("chủ tịch", "phó ", "giám đốc", "tổng giám đốc", "chánh", "trưởng", "bộ trưởng", "thứ trưởng", "cục trưởng"),
    *("chi cục trưởng", "viện trưởng", "hiệu trưởng", "thủ trưởng", "chủ nhiệm", "bí thư", "người ký"),
    *("thư ký", "chủ trì", "chủ tọa", "người ghi", "đại diện", "người lập", "phụ trách", "quyền ", "tổ trưởng"),
    *("đội trưởng", "hạt trưởng", "chỉ huy", "tư lệnh", "kế toán trưởng", "bên a", "bên b", "bên giao", "bên nhận"),
    *("thủ tướng", "tổng ", "cục phó", "người chủ trì", "người viết", "tham mưu trưởng", "chính ủy"),
)
_BODIES: Final = (
    *("uỷ ban", "ủy ban", "ubnd", "hội đồng", "hđnd", "sở ", "bộ ", "phòng ", "văn phòng", "ban ", "chi cục", "cục "),
    *("tổng cục", "trung tâm", "trường ", "công an", "viện ", "thanh tra", "bảo hiểm", "kho bạc", "đảng ", "mặt trận"),
)
_NO_BODY: Final = re.compile(r"phòng,? (?:chống|thủ|ngừa|cháy|không|bệnh|dịch)\b|ban (?:hành|đầu)\b")
"""Words that begin as the name of a body and are none."""
_AWAITS_BODY: Final = re.compile(r"văn phòng|thường trực|thanh tra|.*(?:\bvà|[-–—&,+])")
"""A line that the name of a body goes on behind, though the next line begins as a body of its own does."""
_AWAITS_PLACE: Final = re.compile(r"ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|ủy ban|hội đồng|ban|trung tâm|sở|phòng")
"""A line that is not yet the whole name of a body."""
_PLACE: Final = re.compile(
    r"(?:tỉnh|thành phố|tp|thị xã|tx|thị trấn|tt|quận|q|huyện|h|phường|p|xã|x|đặc khu|khu vực|thôn|ấp)\b[. ]*\S"
)


def is_personal_name(paragraph: Paragraph) -> bool:
    """Tell whether it may be a person's name, also one in capitals: two to six words, the first one a surname."""
    words = said(paragraph).split()
    return 2 <= len(words) <= 6 and words[0] in _SURNAMES


def is_position(paragraph: Paragraph) -> bool:
    """Tell whether it names who signs, or for whom."""
    words = said(paragraph)
    if _PREFIX_WITHOUT_STOP.match(paragraph.printed):
        return in_capitals(paragraph)
    return _PREFIX.match(words) is not None or (in_capitals(paragraph) and words.startswith(_POSITIONS))


def names_position(paragraph: Paragraph) -> bool:
    """Tell whether it begins as the position of who signs does, in small letters too."""
    return said(paragraph).startswith(_POSITIONS)


def begins_body(paragraph: Paragraph) -> bool:
    """Tell whether it begins the name of a body."""
    if _NO_BODY.match(said(paragraph)):
        return False
    return said(paragraph).startswith(tuple(canonical(name) + (" " if name.endswith(" ") else "") for name in _BODIES))


def awaits_body(paragraph: Paragraph) -> bool:
    """Tell whether the name goes on in the next line, even with the name of a body: VĂN PHÒNG / HĐND VÀ UBND."""
    return _AWAITS_BODY.fullmatch(said(paragraph).strip()) is not None


def awaits_place(paragraph: Paragraph) -> bool:
    """Tell whether the name goes on in the next line with its place or field: ỦY BAN NHÂN DÂN / PHƯỜNG AN BÌNH."""
    return awaits_body(paragraph) or _AWAITS_PLACE.fullmatch(said(paragraph).strip()) is not None


def is_place(paragraph: Paragraph) -> bool:
    """Tell whether it names a place by its level: PHƯỜNG AN BÌNH. A place alone issues nothing."""
    return _PLACE.match(said(paragraph).strip()) is not None
