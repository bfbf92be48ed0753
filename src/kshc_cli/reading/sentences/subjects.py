"""People and units with which a sentence begins whose subject they are: whoever stands above it does not do it.

Kế toán quyết toán kinh phí; Bà Nguyễn Thị Hoa tổng hợp; Trước ngày 15/3, bộ phận Một cửa niêm yết. A sentence that
begins with what is done, or with what is done to something, has no subject of its own.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.vocabulary import duty_length
from kshc_cli.reading.folding import Token, fold, words_of
from kshc_cli.reading.sentences.spoken_times import opens_with_time
from kshc_cli.reading.sentences.words import does_in

_PEOPLE: Final = (
    r"công chức|viên chức|nhân viên|cán bộ|kế toán|thủ quỹ|thủ kho|văn thư|lễ tân|lái xe|thư ký|người|nhân dân|dân quân"
    r"|lực lượng|bác sĩ|y sĩ|điều dưỡng|kỹ sư|nữ hộ sinh|già làng|nghệ nhân|cá nhân|tổ chức, cá nhân|tập thể, cá nhân"
    r"|bà con|cử tri|công dân|học sinh|sinh viên|phụ huynh|thanh niên|phụ nữ|nông dân|cựu chiến binh"
    r"|chủ (?:hộ|cơ sở|đầu tư|nhiệm|rừng|phương tiện|nhà|doanh nghiệp|tàu|tọa)|hộ (?:dân|gia đình|kinh doanh|nông dân"
    r"|sản xuất|chăn nuôi|nuôi|tiểu thương)|(?!động |công )[^\W\d_]+ viên|y tế (?:thôn|ấp|khóm|khu|bản|tổ)\b"
    r"|(?:báo cáo|cộng tác|tuyên truyền|hòa giải|vận động|điều tra|tình nguyện|kiểm soát|phát thanh) viên"
)
_UNITS: Final = (
    r"bộ phận|đội(?! ngũ)|tổ(?! chức)|đoàn(?! kết)"
    r"|hội(?! (?:nghị|thảo|họp|nhập|ý|thi|chợ|diễn|trại|tụ|chẩn|thao|trường))"
    r"|chi (?:bộ|hội|đoàn)|câu lạc bộ|hợp tác xã|doanh nghiệp|đơn vị|cơ quan"
    r"|thôn|ấp|khóm|khu phố|ban (?:nhân dân|công tác)|chi nhánh|phòng giao dịch"
)
_ACTORS: Final = (
    r"chủ (?!trì|động|trương|yếu|quan|nghĩa|đề|thể|nhật|lực|chốt|đạo|trọng)[^\W\d_]+"
    r"|hộ(?! (?:tịch|khẩu|chiếu|tống|lý)\b)|tiểu thương|chức sắc|tín đồ|tăng ni|(?:cha|bố) mẹ|dân phòng|gia đình"
    r"|dòng họ|quần chúng|mạnh thường quân|nhà hảo tâm|luật (?:sư|gia)|thân nhân|báo chí|khách (?:hàng|du lịch)"
    r"|thương lái|trẻ em|ban giám hiệu|bệnh nhân|hành khách|cộng đồng|nhóm|chùa|cửa hàng|siêu thị|đại lý|khách sạn"
    r"|nhà (?:mạng|thuốc|thầu|hàng|xe|máy|trường|thờ|cung cấp|sản xuất|đầu tư|phân phối)|quầy|trang trại|hãng"
    r"|cơ sở(?! (?:dữ liệu|vật chất|hạ tầng|pháp lý|chính trị|để|khoa học)\b)"
)
"""Those who also head what is done for them: a) Trẻ em; they are a subject where more is said of them."""
_SUBJECT: Final = lazy_pattern(
    r"\W*(?:(?:riêng|ngoài ra|đồng thời)\b,?\s+)?"
    r"(?:(?:các|những|mọi|mỗi|từng|một số|tất cả(?: các)?|toàn thể|toàn bộ|\d+)\s+)?"
    rf"(?:(?:{_PEOPLE}|{_UNITS})(?!\w)|(?:{_ACTORS})(?!\w)(?=\s[^:;]{{15}}))",
    re.IGNORECASE,
)
"""Nouns of people and of units; no verb begins like them."""
_ADDRESS: Final = lazy_pattern(
    r"\W*(?:(?:đồng chí|đ/c)|(?:ông|bà|anh|chị|cô|thầy)(?:\s*[/,(]\s*bà\)?)?)\s*:?\s+", re.IGNORECASE
)
"""What stands before the name of a person."""
_GIVEN: Final = lazy_pattern(r"(?:giao|đề nghị|yêu cầu|phân công|[ủu][yỷ] quyền)(?:\s+cho)?\s*:?\s+", re.IGNORECASE)
_OWN_STAFF: Final = lazy_pattern(
    r"(?:phân công|giao)\s+(?:cho\s+)?(?:\d+|một|cán bộ|công chức|viên chức|nhân viên)\b", re.IGNORECASE
)
"""How a sentence begins by which whoever stands above it hands something to people of their own."""
_BEFORE: Final = lazy_pattern(
    r"\W*(?:thay (?:mặt|cho|vì)|(?:đồng |kính |đồng kính )gửi|căn cứ|theo|trên cơ sở"
    r"|(?:ngay )?(?:sau khi|trước khi|khi)|tiếp theo|định kỳ|hằng|hàng|mỗi|trước"
    r"|chậm nhất|muộn nhất|cùng với|cùng|ngoài|trong (?:thời gian|thời hạn|vòng)"
    r"|(?:thực hiện|triển khai|chấp hành) (?:kết luận|chỉ đạo|ý kiến|thông báo|công văn|quyết định|chỉ thị|kiến nghị"
    r"|yêu cầu|đề nghị|kế hoạch|nghị quyết|văn bản))\b[^,;:.]*,\s+",
    re.IGNORECASE,
)
"""What may stand before a subject, up to a comma."""
_OFTEN: Final = lazy_pattern(
    r"\W*(?:định kỳ\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)\s+|định kỳ\s+)", re.IGNORECASE
)
"""How often something is done, at the beginning of a sentence."""
_SHORT: Final = lazy_pattern(
    r"(?:csdl|gpmb|xdcb|ntm|ocop|bhyt|bhxh tự nguyện|attp|atgt|pccc|cnch|antt|qpan|tthc|kstthc|cchc|cntt|cđs|dvc|dvctt"
    r"|kt|vh|xh|gd|kns|htkt|pci|pcgd|xmc|par|papi|sipas|ddci|vneid|iso|ioc|wifi|camera|internet|web(?:site)?|app|kiosk"
    r"|qr|ai|iot|big|file|clip|video|poster|banner|logo|email|online|nq|kh|qđ|ct|tt|nđ)\b",
    re.IGNORECASE,
)
"""Short and foreign words that are things, which somebody deals with."""
_SYLLABLE: Final = lazy_pattern(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvxj])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
"""A Vietnamese syllable in plain small letters."""
_ACTIVE: Final = lazy_pattern(r"(?:,\s+[^\W\d_]+){0,3}(?:\s+(?!(?:được|bị|phải được|cần được)\b)[^\W\d_]+){1,6}")
"""What stands behind the name of whoever does something; behind a thing a mark does, or that it has something done."""
_BEFORE_VERB: Final = 8
"""Words up to the first verb at most."""
_NAME: Final = 3
"""Words with a capital each that are the name of a person or a firm, and not the object of a verb."""


def opening_end(line: str) -> int:
    """Return where words end with which a sentence begins before its subject: for whom, by what, after or by when."""
    opening = opens_with_time(line) or _BEFORE.match(line)
    return opening.end() if opening and not _has_begun(opening[0]) else 0


def _has_begun(opening: str) -> bool:
    """Tell whether what is done stands before the comma already: Hằng tháng | công khai, niêm yết …."""
    often = _OFTEN.match(opening)
    tokens = words_of(opening[often.end() :]) if often else []
    return bool(duty_length(tokens, 0)) if tokens else False


def has_subject(words: str) -> bool:
    """Tell whether a sentence begins with people or a unit, or gives something to them."""
    return _begins(words) or _is_given(words)


def _begins(words: str) -> bool:
    begins = _SUBJECT.match(words) is not None or _is_named(words) or _begins_with_name(words)
    return begins or _is_foreign(words) or _holds_name(words)


def _is_named(words: str) -> bool:
    """Tell whether words begin with what stands before the name of a person, and that name: Bà Hoa."""
    address = _ADDRESS.match(words)
    return address is not None and words[address.end() : address.end() + 1].isupper()


def _begins_with_name(words: str) -> bool:
    """Tell whether words begin with a name of several words of which none is a verb: Viettel Tiền Giang."""
    tokens = words_of(words)[:_NAME]
    is_name = len(tokens) == _NAME and all(
        words[one.start].isupper() and words[one.start : one.end].isalpha() for one in tokens
    )
    return is_name and not duty_length(tokens, 0) and does_in(f" {words}", 0) is None


def _is_foreign(words: str) -> bool:
    """Tell whether words begin with a name that is no Vietnamese word, of whoever does what follows: VNPT, Agribank."""
    first = words_of(words)[:1]
    if not first or words.isupper() or _SHORT.match(words):
        return False
    start, end = first[0].start, first[0].end
    name = words[start:end]
    is_name = not start and name[0].isupper() and len(name) > 1 and name.isalpha()
    return is_name and _SYLLABLE.fullmatch(fold(name)) is None and _ACTIVE.match(words, end) is not None


def _holds_name(words: str) -> bool:
    """Tell whether a noun with a name stands before the first verb: Nông hội Mỹ Xương sản xuất xoài."""
    tokens = words_of(words)[: _BEFORE_VERB + 1]
    if not tokens or words.isupper() or not tokens[0].word.isalpha() or _acts_at(words, tokens, 0):
        return False
    verb = next((place for place in range(1, len(tokens)) if _acts_at(words, tokens, place)), 0)
    named = [one.word.isalpha() and words[one.start].isupper() for one in tokens[1:verb]]
    is_plain = all(one.word.isalpha() for one in tokens[:verb])
    return is_plain and any(one and two for one, two in pairwise(named))


def _acts_at(words: str, tokens: Sequence[Token], place: int) -> bool:
    start = tokens[place - 1].end if place else 0
    said = words[start:] if place else f" {words}"
    return bool(duty_length(tokens, place)) or does_in(said, 0) is not None


def _is_given(words: str) -> bool:
    """Tell whether words give something to people or a unit, who are none of one's own staff: Giao đồng chí Tám."""
    given = _GIVEN.match(words)
    return given is not None and _OWN_STAFF.match(words) is None and _begins(words[given.end() :])
