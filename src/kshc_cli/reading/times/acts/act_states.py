"""Words of an act's object that perhaps say which thing is meant, so that a time behind them may be the thing's.

Di dời các lò gạch | hoạt động | trước ngày …; phân khai kinh phí | cấp | trong quý II.
"""

from typing import Final

from kshc_cli.reading.times.acts.act_verbs import ACTIVITIES, VERBS
from kshc_cli.reading.times.acts.act_words import (
    ACCOUNTS,
    COMPOUNDS,
    DRAFTS,
    EVENTS,
    NO_OF_THINGS,
    NO_THINGS,
    PLAIN,
    RECEIVERS,
    THINGS,
)
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, phrases

_STATES: Final = Phrasebook(
    phrases("hoạt động | neo đậu | dựng lên | cất lên | lắp đặt | đặt cọc | bán ra | mua vào | thuê mướn | vay vốn")
    | phrases("về hưu | nghỉ hưu | nghỉ việc | thôi việc | mất việc | qua đời | nhập ngũ | xuất ngũ | nhập viện")
    | phrases("nhập học | ra trường | tốt nghiệp | trúng thầu | trúng tuyển | trúng cử | trúng đấu giá | đăng ký")
    | phrases("cư trú | tạm trú | thường trú | định cư | chuyển đi | chuyển đến | tách hộ | chia tách | sáp nhập")
    | phrases("hợp nhất | giải thể | ngừng | tạm ngừng | chấm dứt | kết thúc | khởi công | bàn giao | nghiệm thu")
    | phrases("thi hành | áp dụng | hết hạn | hết hiệu lực | đáo hạn | trễ hạn | thụ lý | phát hiện | khởi tố")
    | phrases("xảy ra | gây ra | phát sinh | tồn đọng | sửa chữa | tu sửa | xây dựng | xây cất | hiến đất | góp vốn")
    | phrases("về đích | dẫn đầu | đạt chuẩn | thoát nghèo | chậm | trễ | lập biên bản | xử phạt | tịch thu")
    | phrases("bồi lắng | xuống cấp | hư hỏng | sạt lở | sụt lún | ngập úng | đổ bộ | lấn chiếm | bỏ hoang | bỏ trống")
    | phrases("thu hồi | thu nhận | cho thuê | cho vay | cho mượn | chuyển nhượng | thế chấp | tặng cho | thừa kế")
    | phrases("khai thác | vận hành | tái định cư | bị ảnh hưởng | khai sinh | khai tử | kết hôn | ly hôn | giao vốn")
    | phrases("ứng cử | công tác tại | cho lễ hội | cho hội thi | kê khai | phản ánh | khiếu nại")
    | phrases("tố cáo | giao mặt bằng | quá hạn | biên soạn")
)
"""Verbs and states that a thing may have had by a day, wherever they stand in an object. Teach one here."""
_SHORT: Final = Phrasebook(
    phrases("dựng | cất | lắp | đặt | bán | mua | thuê | mượn | vay | nợ | nghỉ | chết | sinh | nhập | xuất | trúng")
    | phrases("mở | đóng | thu | chi | cấp | phát | nhận | tuyển | dùng | xây | hiến | góp | quá | nuôi | trồng | nêu")
    | phrases("nộp | gửi | lập | ký | giao | thả | đào | làm | chuyển | tách | nhập | rút | ứng | tạm ứng | đậu | đỗ")
    | phrases("sống | ở | đến | đi | về | thi | học | hỏng | vỡ | cháy | gãy | đổ | mọc | bỏ | chở | sử dụng | xin")
    | phrases("tạo | in | đăng | giữ | trả | viết | may | thắng | sạt | lún | hưởng | khai | kể | xét | tặng | trao")
)
"""Verbs of one syllable, which are halves of other words elsewhere; they count right before a time. Teach one here."""
_NEAR: Final = 2
"""Words before a time in which such a verb stands: tiền cọc | thu; các ấp | hiến đất."""
_NO_STATES: Final = Phrasebook(
    phrases(
        "kế hoạch hoạt động | quy chế hoạt động | chương trình hoạt động | xây dựng nông thôn mới | quy chế làm việc"
    )
    | phrases("cấp xã | cấp tỉnh | cấp huyện | cấp thôn | cấp trên | cấp ủy | các cấp | thu nhập | chi bộ | chi hội")
    | phrases("trợ cấp | phụ cấp | cung cấp | trung cấp | sơ cấp | cao cấp | phân cấp | nâng cấp | khẩn cấp")
    | phrases("công nhận | xác nhận | ghi nhận | chứng nhận | nhận thức | hội nhập | doanh thu | nguồn thu | dân sinh")
    | phrases("đại học | khoa học | tiểu học | trường học | năm học | lớp học | tin học | trung học | hóa học | y học")
    | phrases("học phí | học bổng | học kỳ")
    | phrases("nhà ở | đời sống | cuộc sống | kỳ thi | dự thi | thực thi | đề thi | bài thi | thể thao | việc làm")
    | phrases("phòng cháy | chữa cháy | công khai | triển khai | phân khai | tờ khai | bản khai | thiên tai")
    | phrases("đào tạo | cải tạo | sáng tạo | nhận xét | xem xét | cây trồng | vật nuôi | chăn nuôi | trồng trọt")
    | phrases("đáp ứng | cung ứng | thích ứng | hưởng ứng | ảnh hưởng | thụ hưởng | công nợ | tiêu dùng | đồ dùng")
    | phrases("bài viết | bãi bỏ | xóa bỏ | loại bỏ | đóng góp | độc lập | công lập | thư ký | chữ ký | nhật ký")
    | phrases("chi trả | chi tiết | mở rộng | dữ liệu mở | thông tin | buôn bán | vận chuyển | luân chuyển | bàn ghế")
    | phrases("thi hành án | vật liệu xây dựng | hợp đồng xây dựng | liên quan đến | hướng đến | danh thắng")
    | phrases("học sinh | vệ sinh | hộ sinh | sinh hoạt | sinh viên | an sinh | khai báo | dân cư")
    | phrases("tái định cư | làm việc | đầu cấp | cuối cấp | tuyển sinh | nhập khẩu | xuất khẩu | đề xuất | sản xuất")
)
"""Words that hold such a verb and are none."""
_GOES_ON: Final = ACCOUNTS | {("tình", "trạng")}
_DONE: Final = ACCOUNTS.difference(DRAFTS)
_NAMED: Final = frozenset({"nghị", "hoạch", "chế", "án", "trình"} | EVENTS)
"""The ends of papers and events that a verb behind them names: hội nghị tổng kết, đề án sắp xếp."""
_OF_WORK: Final = frozenset({"việc", "tác", "trạng", "nạn", "vi", "các", "những", "mọi"})
"""The ends of what goes on, behind which a verb says what: công tác thu ngân sách, các hoạt động."""
_PAPERS: Final = frozenset(
    {"toán", "hoạch", "án", "sơ", "phí", "bản", "trình", "chế", "định", "đồng", "nghị", "tục", "phiếu", "đơn", "mẫu"}
    | {"sách", "thức", "cáo", "lệ", "liệu", "quỹ"}
)
"""The ends of papers and means that such a verb names, behind verbs that ask for less: dự toán sửa chữa."""
_SAID: Final = PLAIN | frozenset(
    {"toàn", "bộ", "tất", "cả", "các", "những", "từng", "tại", "trên", "địa", "bàn", "xã", "phường", "thị", "trấn"}
    | {"cho", "việc", "mới", "tháng", "quý", "năm"}
)
"""Words of an object behind which no verb is looked for."""
_ONE: Final = 2
"""Syllables of one word that need not be known: nạo vét | kênh mương | trong quý II."""


def says_which(cell: TimeCell, verb: int, begin: int, end: int, *, sure: bool) -> bool:
    """Tell whether a word from ``begin`` up to a time at ``end`` perhaps says which thing or body an act is about.

    Words that no book knows may do so, too, behind a verb of ``ACTIVITIES``, unless the act is ``sure``.
    """
    activity = any(ACTIVITIES.end(cell, verb) == place for place in range(verb, begin + 1))
    goes_on = cell.word(begin) == "việc" or cell.words[begin : begin + 2] in _GOES_ON
    strange = 0
    at = begin
    while at < end:
        if (behind := _known_end(cell, at)) is not None:
            at = behind
            continue
        if at > begin and not cell.capital(at) and _is_state(cell, at, end, activity=activity):
            return True
        step = VERBS.end(cell, at) or at + 1
        strange += sum(word.isalpha() and word not in _SAID for word in cell.words[at:step])
        at = step
    return activity and strange > _ONE and not (sure or goes_on)


def _known_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind words at ``at`` that hold no verb of a thing."""
    books = (_NO_STATES, COMPOUNDS, NO_OF_THINGS, NO_THINGS, THINGS, RECEIVERS)
    known = max((end for book in books if (end := book.end(cell, at)) is not None), default=at)
    return known if known > max(at, (VERBS.end(cell, at) or at) - 1) else None


def _is_state(cell: TimeCell, at: int, end: int, *, activity: bool) -> bool:
    """Tell whether a verb at ``at`` may be that of a thing; behind "công tác", "kết quả" it is none."""
    if (cell.word(at - 1) in _OF_WORK and cell.word(at - 2) != "vụ") or cell.words[at - 2 : at] in _DONE:
        return False
    if cell.word(at - 1) == "vào" and cell.word(at - 2) != "đi":
        return False  # đưa Trung tâm vào hoạt động
    named = cell.word(at - 1) in _NAMED or cell.words[at - 2 : at] in ACCOUNTS
    verb = VERBS.end(cell, at)
    stated = _STATES.end(cell, at) is not None and (activity or cell.word(at - 1) not in _PAPERS)
    near = end - at <= _NEAR and _SHORT.end(cell, at) is not None and verb in {None, at + 1}
    short = near and cell.word(at - 1) not in EVENTS
    return short or stated or (activity and not named and verb is not None)
