"""The words of sentences that give out duties. They are taught here, in one place."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern

_GIVING: Final = r"(?:giao|phân công|yêu cầu|đề nghị|[ủu][yỷ] quyền)"
GIVES: Final = lazy_pattern(rf"(?:{_GIVING}(?:\s+cho)?\s*:?|đối với)\s+", re.IGNORECASE)
"""Words that give the duty to the bodies behind them."""
FOR: Final = lazy_pattern(r"đối với\s+", re.IGNORECASE)
"""The one of them that also says for whom something is done."""
WHOSE: Final = lazy_pattern(r"(?:(?:phân công )?trách nhiệm(?: cụ thể)?) của\s+(?=\S)", re.IGNORECASE)
"""Words of a heading before the bodies whose the duties below it are."""
_WHO_GIVES: Final = (
    r"(?:đồng chí\s+)?(?:chủ tịch|phó chủ tịch|ubnd|ủy ban nhân dân|thường trực|đảng ủy)\b[^,;:.]{0,80}?\s"
)
"""Whoever gives the duty to those whom the sentence names behind it."""
ABOUT: Final = lazy_pattern(r"về\s[^:;.]{3,150}:\s+", re.IGNORECASE)
"""What a sentence is about, before it says who: Về công tác tuyển quân: Ban Chỉ huy Quân sự xã tham mưu …."""
LATER: Final = lazy_pattern(rf"(?<=[,;:]\s)\s*(?:{_WHO_GIVES})?({_GIVING}(?:\s+cho)?\s*:?\s+)", re.IGNORECASE)
"""The same inside a sentence; what gives it is caught."""
BEFORE: Final = lazy_pattern(
    r"(?:trước|chậm nhất|muộn nhất|định kỳ|hằng|hàng|mỗi|trong|đến|từ|vào|"
    r"thay mặt|căn cứ|theo|để|nhằm|trên cơ sở|sau khi|khi|thực hiện|"
    r"tiếp theo|qua|xét|(?:buổi )?(?:sáng|chiều|tối)(?= (?:ngày )?\d)|(?:quý|tháng)(?= [\dIV])|"
    r"ngày(?= \d)|cuối(?= (?:(?:mỗi|hằng|hàng) )?(?:năm|quý|tháng|tuần)\b)|"
    r"(?:(?:buổi )?(?:sáng|chiều|tối) )?thứ(?= (?:hai|ba|tư|năm|sáu|bảy|[2-7]) (?:hằng|hàng|mỗi) tuần))\b",
    re.IGNORECASE,
)
"""What a sentence may begin with before it says who."""
DOES: Final = lazy_pattern(
    r"\s*,?\s+(?:đồng thời|(?:là|làm) (?:cơ quan|đơn vị|đầu mối|bộ phận)|(?:có|chịu) trách nhiệm|căn cứ|"
    r"theo|trên cơ sở|chủ động|"
    r"khẩn trương|nghiêm túc|tập trung|tiếp tục|tăng cường|thường xuyên|kịp thời|phải|cần|sẽ|"
    r"tổ chức|trực tiếp|được giao|"
    r"được phân công|định kỳ|hằng|hàng|mỗi|chỉ đạo|cùng|nghiên cứu|sử dụng|"
    r"khai thác|bảo đảm|đảm bảo|ưu tiên|"
    r"hoàn thành|xây dựng|phối hợp|rà soát|quán triệt|phát huy|huy động|vận động|tuần tra|xử lý|mở|trước|chậm nhất|"
    r"trong(?=\s+(?:(?:quý|tháng|năm)\s+(?:\d|[IVX])|(?:tuần|tháng|quý|năm)\s+(?:này|nay|đầu)))|"
    r"đẩy nhanh|quan tâm|làm tốt|nâng cao|chấn chỉnh|siết chặt|rút kinh nghiệm|thông tin|phản ánh|quyết liệt|sớm|gắn|"
    r"nhanh chóng|giữ|khảo sát|làm việc|liên hệ|tiếp thu|bám sát|nắm|chuyển|lưu ý|tham dự|"
    r"dự(?!\s+(?:án|thảo|toán))|biết|chịu|"
    r"điều tra|đổi mới|khắc phục|nghiên cứu|chuẩn bị|nộp|trực|chi trả|đo đạc|cắm mốc|cưỡng chế|tiếp công dân|xử phạt|"
    r"thẩm tra|thanh lý|đối chiếu|thống kê|xác minh|ký (?:kết|cam kết|hợp đồng)|chỉnh lý|sửa chữa|treo|tiêm|phun|trồng|"
    r"nạo vét|tháo dỡ|giải tỏa|bình xét|họp|kiểm điểm|nhắc nhở|sắp xếp|kiến nghị|nên|đồng thời|luân chuyển|duy tu|"
    r"thu (?:gom|hồi|phí|thuế|nộp|dọn)|phát (?:hành|động|quà|thuốc|tờ)|in (?:ấn|sao)|lắp đặt|mua sắm|nghiệm thu|"
    r"đăng (?:ký|tải|tin|bài|phát)|dán|lưu trữ|lồng ghép|cử|"
    r"niêm yết|giải ngân|khen thưởng|tập huấn|cấp phát|cấp|khám|nhập|lấy|vệ sinh|quét|dọn|bàn giao|tiếp tục)\b",
    re.IGNORECASE,
)
"""Words that say what bodies before them do, beside the duties of agency cells."""
ALSO_DOES: Final = lazy_pattern(
    r"\s*,?\s+(?:phấn đấu|hưởng ứng|thay thế|cho thuê|phục vụ|"
    r"định hướng|tổng (?:kiểm tra|rà soát)|giới thiệu|xem xét|phân tích|khai báo|xác nhận|dự thảo|đăng|"
    r"phát (?:sóng|thanh)|trang trí|chăm sóc|thăm|tặng|trao|giúp|trả (?:lời|kết quả|hồ sơ)|đối thoại|lắng nghe|"
    r"tiếp xúc|phản biện|điều chỉnh|bổ sung|củng cố|sáp nhập|thanh tra|xếp loại|bình chọn|bồi dưỡng|đào tạo|"
    r"huấn luyện|diễn tập|luyện tập|kiểm soát|truy quét|đấu tranh|ngăn chặn|phòng ngừa|cứu trợ|di dời|sơ tán|"
    r"ứng phó|phổ biến|tư vấn|chia sẻ|làm sạch|thi công|đấu thầu|bảo vệ|bảo quản|ứng dụng|ra quân|giao ban|"
    r"đón tiếp|chào mừng|phân loại|giám định|chứng thực|bồi thường|giải phóng|kiểm thử|đưa|tìm kiếm|kêu gọi|"
    r"thu hút|xúc tiến|quảng bá|liên kết|hợp tác|đề cử|tuyển (?:chọn|quân)|gọi nhập ngũ|chốt số liệu|đối soát|"
    r"kiểm kê|tiết kiệm|cắt giảm|đơn giản hóa|tái cấu trúc|xã hội hóa|khánh thành|khởi công|động thổ|tôn vinh|"
    r"biểu dương|phê bình|quan trắc|xét nghiệm|truyền thông|đưa tin|viết bài|biên soạn|sưu tầm|trùng tu|tôn tạo|"
    r"cải tạo|khơi thông|gieo sạ|thu hoạch|chế biến|tiêu thụ|bình ổn|phân phối|vận dụng|nhân rộng|thử nghiệm|"
    r"tự (?:kiểm tra|đánh giá|rà soát)|mời|lựa chọn|tổng (?:vệ sinh|dọn|điều tra)|phát (?:quang|hiện|tán)|"
    r"cắm (?:biển|cờ|cọc)|hòa giải|chốt (?:chặn|giữ)|rào chắn|gia cố|khoanh vùng|dập dịch|phun thuốc|dựng|xóa|"
    r"bốc xếp|vận chuyển|chằng chống|neo đậu|cứu hộ|trinh sát|bắt giữ|thu giữ|tịch thu|đình chỉ|rút|gỡ|bóc|"
    r"tẩy xóa|sơn|quét vôi|lát|đổ bê tông|san (?:lấp|gạt)|đào|đắp|nâng|hạ|cắt tỉa|chặt|tưới|thả|ươm|cấy|"
    r"tiêu hủy|khử|sát trùng|cách ly|truy (?:vết|bắt|thu)|giáo dục|răn đe|cảm hóa|thuyết phục|thăm hỏi|động viên|"
    r"chúc (?:tết|mừng)|hiến|quyên góp|ủng hộ|tiếp (?:nhận|đón|dân)|ghi (?:hình|nhận|danh)|quay|chụp|viết|vẽ)\b",
    re.IGNORECASE,
)
"""The same, where it is sure where the bodies end: such words end names, too (Trung tâm đào tạo)."""
NO_DUTY: Final = lazy_pattern(
    r"\s*:\s*(?:ông|bà|đ/c|đồng chí)\s|"
    r"\s*:\s*\d+\s+(?:người|đồng chí|đ/c|cán bộ|công chức|chiến sĩ|thành viên|xe|chiếc|suất|hộ|bộ|"
    r"máy|triệu|tỷ|nghìn)\b|"
    r"\s+(?:trân trọng|kính|xin|đã|đang|có (?:ý kiến|văn bản|công văn|báo cáo|tờ trình)|thống nhất|đồng ý|nhận|"
    r"thông báo (?:để|kết luận|đến|tới)|kết luận)\b",
    re.IGNORECASE,
)
"""What a body does that writes the document: trân trọng thông báo; or who holds an office: Chủ tịch: Ông …."""
TELLS: Final = lazy_pattern(
    r"(?:thực hiện|căn cứ|theo|tại|xét)\b[^.]*?[;,]\s*(?:trong đó|theo đó)\s*,?\s+[^;]*?\b(?:giao|yêu cầu|đề nghị)\s",
    re.IGNORECASE,
)
"""How a sentence tells what another document gave out: Thực hiện Công văn số …, trong đó, giao Sở …."""
TOGETHER: Final = lazy_pattern(r"\s*(?:cùng|cùng với)\s", re.IGNORECASE)
"""How a sentence begins that names who helps before who leads: Cùng với Công an xã, Trạm Y tế kiểm tra."""
ROLES: Final = lazy_pattern(
    r"[\s,.:;]*(?:(?:giao|cho|chủ trì|thực hiện|đối với|phối hợp|chặt chẽ|với|cùng|và|đề nghị|yêu cầu)[\s,.:;]*)*",
    re.IGNORECASE,
)
"""Words beside bodies that say nothing but who leads and who helps."""
BESIDE: Final = lazy_pattern(
    r"\(\s*(?:(?:giao|do)\s+)?|^(?:việc|nội dung|nhiệm vụ|công tác)\b[^,;:.()]{1,150}?\bdo\s+(?!đó|vậy)",
    re.IGNORECASE,
)
"""What stands before whoever leads, beside what is to be done."""
LABELLED: Final = lazy_pattern(
    r"\(\s*(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:chủ trì|phụ trách|(?:thực hiện|tham mưu)(?=\s*:))\s*:\s*", re.IGNORECASE
)
"""The same as a label in brackets: (Chủ trì: Phòng Kinh tế; phối hợp: Công an xã)."""
CHIEF: Final = lazy_pattern(
    r"\s+(?:(?:là\s+cơ\s+quan\s+|làm\s+)?(?:chủ trì|chịu trách nhiệm|phụ trách)\b|"
    r"thực hiện(?=\s*[,;)]|\s+(?:trong|trước|vào|từ|xong|hoàn thành)\s))",
    re.IGNORECASE,
)
_HOW: Final = r"(?:chặt chẽ|tốt|thường xuyên|kịp thời|đồng bộ|(?:có )?hiệu quả)"
WITH: Final = lazy_pattern(
    rf"\bphối hợp(?:\s+{_HOW}(?:,\s+{_HOW})*)?(?:\s*:\s*|\s+(?:(?:với|cùng)(?:\s+với)?\s+)?)", re.IGNORECASE
)
_ACTIVELY: Final = (
    r"(?:chủ trì|chủ động|tích cực|trực tiếp|thường xuyên|tiếp tục|tăng cường|kịp thời|khẩn trương|đồng thời|"
    r"(?:có|chịu) trách nhiệm)"
)
_LEADS_ON: Final = rf"(?:{_ACTIVELY}\s*,?\s+(?:và\s+)?){{0,4}}phối hợp\b"
LEADS_ON: Final = lazy_pattern(rf"\W*{_LEADS_ON}", re.IGNORECASE)
"""How a sentence begins whose lead a line above it names."""
JOINED_ACT: Final = lazy_pattern(rf"[;,]\s+(?:và\s+)?(?={_LEADS_ON}\s)", re.IGNORECASE)
"""What stands before a further act of that kind: Rà soát hồ sơ; phối hợp với …."""
ASKS: Final = lazy_pattern(r"\b(?:hướng dẫn|đôn đốc|chỉ đạo|yêu cầu|đề nghị|giao|vận động|phân công)\b", re.IGNORECASE)
"""Words behind which somebody else acts: hướng dẫn các xã rà soát, phối hợp với …."""
CONNECTING: Final = lazy_pattern(
    r"\s*(?:(?:và|đồng thời|sau đó|trong đó|cụ thể|bảo đảm|đảm bảo|phấn đấu|dự kiến|thời gian|thời hạn|hạn|"
    r"xong|tiến độ|lộ trình|kết thúc|bắt đầu|nhằm|để)\b[\s,:]*)*",
    re.IGNORECASE,
)
"""Words behind which what is done, or when, goes on."""
OTHERS: Final = lazy_pattern(
    r"\s*(?:và\s+)?(?:riêng|từng|ấp|thôn|khóm|bản|buôn|khu phố|tổ dân phố|tổ trưởng|trưởng|nhà thầu|tư vấn|chủ đầu tư|"
    r"ông|bà|đồng chí|đ/c|cấp ủy|chi bộ)\b",
    re.IGNORECASE,
)
"""What stands for somebody else behind a comma."""
PERHAPS_OTHERS: Final = lazy_pattern(
    r"\s*(?:và\s+)?(?:đơn vị|bên|hai bên|các bên|thành viên|người|tỉnh|huyện|hội|đoàn)\b", re.IGNORECASE
)
"""The same, where an act follows: …, đơn vị thi công hoàn thành; not the end of a list: của cơ quan, đơn vị."""
JOINS: Final = lazy_pattern(r"\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ|tham gia)\b", re.IGNORECASE)
GOES_ON: Final = frozenset(
    {"và", "cùng", "với", "hoặc", "của", "thuộc", "tại", "các", "những", "thành", "tỉnh", "huyện", "xã", "phường"}
    | {"thị"}
)
"""Words behind a name that is longer than what is known of it, or not the last of its list."""
NARROWS: Final = lazy_pattern(
    r"\s+(?:trực thuộc|cấp (?:trên|dưới)|được giao (?:chủ trì|phụ trách|quản lý|nhiệm vụ)|"
    r"sử dụng (?:vốn|ngân sách|kinh phí)|"
    r"có (?:chức năng|công trình|dự án|phát sinh|hồ sơ|trụ sở|vốn)|còn|chưa)\b",
    re.IGNORECASE,
)
"""Words behind a group that make it a smaller one: các cơ quan, đơn vị trực thuộc …."""
_JUDGING: Final = (
    r"biểu dương|tuyên dương|khen(?: ngợi)?(?! thưởng)|hoan nghênh|cảm ơn|đánh giá cao|phê bình|cho phép|miễn"
    r"|rút kinh nghiệm|ghi nhận (?:việc|kết quả|sự|nỗ lực|tinh thần|đề (?:nghị|xuất))"
    r"|(?:(?:không|chưa|cơ bản) )?(?:thống nhất|nhất trí|đồng ý|chấp thuận|chấp nhận)"
    r"(?: với| theo)? (?:đề (?:nghị|xuất)|ý kiến|kiến nghị|báo cáo|nội dung|chủ trương|việc|cho|để|như)"
)
JUDGES: Final = lazy_pattern(rf"\W*(?:(?:{_JUDGING})(?:,| và)\s+)*(?:{_JUDGING})\s", re.IGNORECASE)
"""How a sentence begins that thanks or blames somebody, or agrees with them: nobody else owes what they did."""
EXCEPT: Final = lazy_pattern(r"\W*(?:trừ|ngoại trừ|ngoài|không kể|không bao gồm)\s", re.IGNORECASE)
"""How a sentence begins that names first who does not do it: Trừ Phòng Kinh tế, các cơ quan …."""
TITLES: Final = frozenset(
    {"các", "những", "toàn", "thể", "từng", "chủ", "tịch", "phó", "lãnh", "đạo", "thủ", "trưởng", "giám", "đốc", "đồng"}
    | {"chí", "tất", "cả", "thường", "trực", "ông", "bà", "toàn", "bộ", "cấp", "ban"}
)
"""Words between a body and what says which part it takes."""
DOING: Final = frozenset(
    {"để", "mà", "khi", "nếu", "việc", "rằng", "sau", "trước", "là", "thì", "còn", "riêng", "và", "hoặc"}
)
"""Words behind which a body perhaps does something by a time of its own."""
ADVISING: Final = frozenset({"tham mưu", "báo cáo", "đề xuất", "kiến nghị", "xin ý", "giúp việc", "phối hợp"})
"""Words before a body that is advised: what it does by a day, whoever advises it owes."""
NO_ACTS: Final = lazy_pattern(
    r"trước|trong|chậm nhất|định kỳ|hằng|hàng|mỗi|theo|căn cứ|trên cơ sở|thường xuyên|kịp thời|sớm|biết|cùng",
    re.IGNORECASE,
)
"""Words behind a body that say when or by what, and not what it does."""
HANDING_ON: Final = lazy_pattern(rf"{_WHO_GIVES}(?={_GIVING}\s)", re.IGNORECASE)
NO_HEADS: Final = (
    "thanh tra",
    "kiểm toán",
    "lãnh đạo",
    "địa phương",
    "doanh nghiệp",
    "quân đội",
    "tổ chức",
    "cơ quan",
    "hội",
    "báo",
    "quỹ",
    "đoàn",
    "thuế",
    "tổ",
)
"""Heads of bodies with which a sentence begins that names none, unless a name follows: Hội Nông dân, Tổ Công tác."""
LOOKING: Final = frozenset({"thanh tra", "kiểm toán"})
"""Those of them that are verbs as well, whose object may be a name: Thanh tra Phòng Giáo dục."""
OFFICES: Final = frozenset({"sở", "bộ", "tỉnh", "huyện", "thành", "chính", "nhà"})
"""Words behind which they are no verbs: Thanh tra Sở, Thanh tra tỉnh, Kiểm toán Nhà nước."""


def does_in(text: str, at: int) -> re.Match[str] | None:
    """Find what bodies do whose words end at a character."""
    return DOES.match(text, at) or ALSO_DOES.match(text, at)
