"""Small letters behind a comma or "và": fields of work that a name lists, or what it plainly does not go on with.

Sở Văn hóa, thể thao và du lịch is one body; Phòng Kinh tế, hộ kinh doanh is one and others. The words are taught here.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from kshc_cli.reading.agencies.adjoining import field_length, is_stranger
from kshc_cli.reading.agencies.vocabulary import PLACES, PLURALS, duty_length, head_length, kind_length, known_length
from kshc_cli.reading.folding import Token
from kshc_cli.reading.trie import Phrases

_OUTSIDERS: Final = Phrases("""
hộ|cộng tác viên|tình nguyện viên|giáo viên|hội viên|đoàn viên|đảng viên|học viên|thành viên|chuyên viên|lực lượng
nhân dân|người dân|bà con|tiểu thương|cá nhân|tập thể|đại biểu|cử tri|phụ huynh|dân quân|già làng|bí thư|nhân viên
chủ hộ|chủ đầu tư|chủ cơ sở|chủ nhà|chủ phương tiện|chủ rừng|chủ trang trại|công nhân|nghệ nhân|diễn viên|hướng dẫn viên
cộng đồng|toàn dân|toàn thể|mọi người|mọi tầng lớp|quần chúng
""")
"""People and forces whom no body is called by behind a comma or "và"."""

_FIELDS: Final = Phrases("""
cán bộ|kỹ thuật|chất lượng|thể dục|pháp chế|cải cách|quy hoạch|kiến trúc|nhà ở|thị trường|thú y|chăn nuôi|trồng trọt
bảo vệ thực vật|khoáng sản|biển|hải đảo|năng lượng|bưu chính|viễn thông|báo chí|xuất bản|chuyển đổi số|pháp luật
tổ chức|nhân sự|văn thư|kế toán|tài vụ|quân sự|an ninh|quốc phòng|thi đua|khen thưởng|bảo hiểm|bảo trợ|chính sách
dược|tín ngưỡng|hợp tác|kinh doanh|vật tư|thiết bị|tiền lương|người có công|bình đẳng giới|nước sạch|vệ sinh|an toàn
chính trị|tư tưởng|lý luận|sinh viên|học sinh|thanh niên|phụ nữ|nhà đất|giao dịch|kho quỹ|cứu hộ|cứu nạn|thủy văn
ngân sách|thanh tra|công sản|giá|biên giới|tố tụng|thi hành án|sáng kiến|sở hữu trí tuệ|đo lường|tiêu chuẩn
""")
"""Fields that departments list, beside those that many bodies have: Phòng Tổ chức, cán bộ."""

_CALLED_BY_WORK: Final = frozenset({"ban", "tổ", "đoàn", "đội", "trung", "hội", "chi", "viện"})
"""First words of bodies that are seldom called by fields of work alone."""
_JOINTS: Final = frozenset({",", "và", "&", "+", "cùng", "với"})
_REACH: Final = 6
"""Words behind a comma among which "và" says that a list goes on."""
_LONGEST: Final = 40


def is_outsider(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether people or forces are named at ``place`` whom no list in a name goes on with: hộ kinh doanh."""
    return bool(_OUTSIDERS.length(tokens, place))


def leaves_name(tokens: Sequence[Token], text: str, start: int, place: int, partner: Mapping[int, int]) -> bool:
    """Tell whether small letters behind the joint at ``place`` are no part of the name that begins at ``start``.

    They name people (Công an xã, hội viên), or nothing that a department could list (Phòng Kinh tế, thợ hồ).
    ``partner`` are the brackets' partners.
    """
    if not _goes_on_small(tokens, text, place) or place - start > _LONGEST:
        return False
    if any(_is_about(tokens, text, one, place, partner) for one in range(start, place)):
        return False
    if is_outsider(tokens, place + 1):
        return True
    if not PLURALS.isdisjoint(one.word for one in tokens[start:place]):
        return False
    first = start + head_length(tokens, start)
    if first == place or tokens[place - 1].word in PLACES:
        return True
    if tokens[start].word in _CALLED_BY_WORK or _is_field(tokens, place + 1):
        return False
    if tokens[place].word != ",":
        return first + field_length(tokens, first) == place
    return all(token.word not in {"và", "&"} for token in tokens[place + 1 : place + _REACH])


def may_leave(tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether small letters behind the joint at ``place`` are perhaps no part of the name before it."""
    is_phrase = known_length(tokens, place + 1) > 1
    return _goes_on_small(tokens, text, place) and not (is_phrase or _is_field(tokens, place + 1))


def _goes_on_small(tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether small letters follow at a joint that are no kind, which a group may list, no duty, and no phrase."""
    behind = place + 1
    if tokens[place].word not in _JOINTS or behind >= len(tokens) or not text[tokens[behind].start].islower():
        return False
    is_phrase = place > 0 and known_length(tokens, place - 1) > 1
    return not (is_phrase or kind_length(tokens, behind) or duty_length(tokens, behind))


def _is_about(tokens: Sequence[Token], text: str, one: int, place: int, partner: Mapping[int, int]) -> bool:
    """Tell whether brackets open at ``one`` that are open at ``place``, or people are named there: the name is long."""
    is_people = is_stranger(tokens, one) and text[tokens[one].start].islower() and tokens[one].word != "nhân"
    return is_people or partner.get(one, place) > place


def _is_field(tokens: Sequence[Token], place: int) -> bool:
    return bool(field_length(tokens, place) or _FIELDS.length(tokens, place))
