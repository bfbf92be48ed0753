"""Verbs of acts in running text, and which times behind them are their own."""

from enum import Enum, auto
from typing import Final

from kshc_cli.reading.times.cell import Phrasebook, phrases
from kshc_cli.reading.times.verbs import DUTIES, FILLERS


class Asks(Enum):
    """Which times behind an act are its own."""

    END = auto()
    """Any by which it is done: hoàn thành … trong quý I."""
    PERIOD = auto()
    """The same, but for a whole year, which is perhaps its object's: xây dựng kế hoạch công tác trong năm 2025."""
    DAY = auto()
    """A day: gửi … trước ngày 15/6; a period is perhaps what is reported on."""
    LATEST = auto()
    """One that only an act has: rà soát văn bản … chậm nhất ngày 15/6."""


ACTIVITIES: Final = Phrasebook(
    dict.fromkeys(
        phrases("khen thưởng | biểu dương | tôn vinh | bình xét | xét chọn | xét duyệt | xét công nhận | xếp loại")
        | phrases("chấm dứt | kiểm đếm | phát hành | in ấn | trang bị | thi công | xây lắp | đấu thầu | kiểm định")
        | phrases("lựa chọn nhà thầu | lựa chọn | giải phóng mặt bằng | chi trả | gặp mặt | tọa đàm | tuyển chọn")
        | phrases(
            "đào tạo | hiệp thương | niêm yết danh sách | tiếp xúc cử tri | khám sức khỏe | sơ tuyển | khám tuyển"
        )
        | phrases("tiêm phòng | trồng cây | thông xe | thông xe kỹ thuật | thông tuyến")
        | phrases("đăng tải | phát sóng | truyền thông | chấm thi | chấm điểm | cắm mốc")
        | phrases("nhập dữ liệu | nhập liệu | đồng bộ | liên thông | cấu hình | cài đặt | rút kinh nghiệm | cam kết")
        | phrases("nạo vét | tu bổ | tu sửa | duy tu | bảo dưỡng | khởi động | mở lớp | cấp thẻ | cấp tài khoản")
        | phrases("thống nhất | hoàn trả | tất toán | phân khai | đo đạc | tiêu hủy | tháo dỡ | di dời | giải thể")
        | phrases("sáp nhập | diễn tập | cưỡng chế | giải tỏa | thu gom | phát quang | soạn thảo | thử nghiệm")
        | phrases(
            "cụ thể hóa | hỗ trợ | tặng quà | trao quà | thăm hỏi | trao tặng | trồng rừng | ghi hình | luyện tập"
        ),
        Asks.PERIOD,
    )
    | dict.fromkeys(
        phrases("kiểm kê | thu thập | phân tích | phân loại | xác minh | thẩm tra | thanh toán | thanh lý")
        | phrases("xử phạt | chia sẻ | rà soát , bổ sung | rà soát lại | tự đánh giá | giải trình | phúc tra")
        | phrases("khảo sát , đánh giá"),
        Asks.LATEST,
    )
    | dict.fromkeys(
        phrases("kiến nghị | giới thiệu | giao nộp | đăng ký nhu cầu | có văn bản | có văn bản trả lời | có ý kiến")
        | phrases("có ý kiến bằng văn bản | có văn bản góp ý | có văn bản đề xuất | có ý kiến góp ý"),
        Asks.DAY,
    )
)
"""Verbs that names of bodies hold, too, and do not end at: Tổ xét duyệt, Hội đồng khám tuyển. Teach one here."""
VERBS: Final = Phrasebook(
    {**ACTIVITIES.meanings()}
    | dict.fromkeys((" ".join(verb) for verb in FILLERS.phrases() if verb[-1] != "độ"), Asks.PERIOD)
    | dict.fromkeys((" ".join(verb) for verb in DUTIES.phrases()), Asks.DAY)
    | dict.fromkeys(phrases("ban hành | xây dựng | trình | tham mưu | công bố | phê duyệt | họp"), Asks.PERIOD)
    | dict.fromkeys(phrases("công bố kết quả | dự thảo | tiếp công dân | bố trí công chức trực"), Asks.PERIOD)
    | dict.fromkeys(phrases("công nhận kết quả | họp dân | họp dân lấy ý kiến"), Asks.PERIOD)
    | dict.fromkeys(phrases("lập | tập huấn | khảo sát | phát động | khai giảng | ra mắt | tuyên truyền"), Asks.PERIOD)
    | dict.fromkeys(phrases("rà soát | kiểm tra | đánh giá | đôn đốc | cập nhật | công khai | giám sát"), Asks.LATEST)
    | dict.fromkeys(phrases("thống kê | khắc phục | xử lý | giải quyết | thẩm định | hướng dẫn"), Asks.LATEST)
    | dict.fromkeys(phrases("trao giải | trao thưởng | ký kết | thành lập | kiện toàn | củng cố"), Asks.PERIOD)
    | dict.fromkeys(
        phrases("hoàn thiện | chuẩn bị | nhân rộng | giải ngân | quyết toán | ra quân | trình ký | trình phê duyệt")
        | phrases("hoàn chỉnh | tổng duyệt")
        | phrases("sơ khảo | chung khảo | chung kết | ký cam kết | tham mưu trình | triển khai xây dựng | đưa")
        | phrases("xử lý dứt điểm | khắc phục dứt điểm")
        | phrases("giải quyết dứt điểm | thu hồi dứt điểm | khắc phục xong | xử lý xong | giải quyết xong"),
        Asks.PERIOD,
    )
    | dict.fromkeys(
        phrases("niêm yết | theo dõi | chỉ đạo | phối hợp | tiếp thu | thông báo | phổ biến | quán triệt | bồi dưỡng")
        | phrases("đề xuất | góp ý | phản hồi | trả lời | đối thoại | vận động | chấn chỉnh | tự kiểm tra")
        | phrases("chủ trì | phối hợp thực hiện | tăng cường | đẩy mạnh | nghiên cứu | kê khai")
        | phrases("chuẩn hóa | số hóa | sắp xếp | chỉnh lý | tạo lập | bổ sung"),
        Asks.LATEST,
    )
    | dict.fromkeys(
        phrases("nâng cấp | mua sắm | lắp đặt | tích hợp | kết nối")
        | phrases("cấp phát | bố trí | phân bổ | sửa đổi | sửa đổi , bổ sung")
        | phrases("rà soát , sửa đổi , bổ sung | đề xuất sửa đổi , bổ sung"),
        Asks.PERIOD,
    )
    | dict.fromkeys(phrases("cung cấp"), Asks.DAY)
    | dict.fromkeys(phrases("tập trung xử lý | tập trung triển khai | tập trung rà soát"), Asks.LATEST)
    | dict.fromkeys(phrases("thanh toán dứt điểm | chi trả xong"), Asks.PERIOD)
    | dict.fromkeys(phrases("tập trung thực hiện | tập trung hoàn thành"), Asks.PERIOD)
    | dict.fromkeys(
        phrases("treo cờ | treo cờ tổ quốc | nhập học | mở đợt cao điểm | mở cao điểm")
        | phrases("tuyển sinh | trưng bày | tựu trường | sinh hoạt chi bộ | sinh hoạt chuyên đề | tổng vệ sinh"),
        Asks.PERIOD,
    )
    | dict.fromkeys(
        phrases("tuần tra | kiểm soát | quản lý | điều tra")
        | phrases("sửa chữa | cấp giấy phép | cấp phép | cấp giấy chứng nhận | trả kết quả | cấp đổi"),
        Asks.LATEST,
    )
    | dict.fromkeys(phrases("đăng ký | đăng ký tham gia | đăng ký dự"), Asks.DAY)
    | dict.fromkeys(phrases("hoàn thành | hoàn thành 100 % | xong | hoàn tất | cơ bản hoàn thành"), Asks.END)
    | dict.fromkeys(phrases("hoàn thành cơ bản | hoàn thành dứt điểm | phấn đấu hoàn thành"), Asks.END)
    | dict.fromkeys(phrases("hoàn thành đúng tiến độ | bảo đảm hoàn thành đúng tiến độ | hoàn thành xong"), Asks.END)
    | dict.fromkeys(phrases("bảo đảm hoàn thành | đảm bảo hoàn thành"), Asks.END)
)
"""Verbs of acts. Teach one here, beside ``verbs.FILLERS`` and ``verbs.DUTIES``."""
ASKS: Final = Phrasebook(phrases("hướng dẫn | đôn đốc | nhắc nhở | chỉ đạo | theo dõi , đôn đốc | đôn đốc , nhắc nhở"))
"""Verbs behind which others do what is due: đôn đốc các đơn vị nộp báo cáo trước ngày …."""
NOUNS: Final = Phrasebook(
    phrases("báo cáo | tổng hợp | tổng kết | sơ kết | tập huấn | khảo sát | tuyên truyền")
    | phrases("sơ khảo | chung khảo | chung kết | đăng ký")
    | phrases("quyết toán | giải ngân | số hóa | kết nối | tích hợp | sắp xếp | nâng cấp | mua sắm | phân bổ")
    | phrases("khen thưởng | biểu dương | xét duyệt | kiểm kê | kiểm đếm | đấu thầu | kiểm định | giải phóng mặt bằng")
    | phrases("chi trả | gặp mặt | tọa đàm | tuyển chọn | đào tạo | hiệp thương | tiếp xúc cử tri | khám sức khỏe")
    | phrases("tiêm phòng | đăng tải | truyền thông | đồng bộ | liên thông | cấu hình | cài đặt | rút kinh nghiệm")
    | phrases("cam kết | nạo vét | duy tu | bảo dưỡng | khởi động | thống nhất | đo đạc | tháo dỡ | di dời | diễn tập")
    | phrases("cưỡng chế | giải tỏa | thu gom | thử nghiệm | hỗ trợ | trao tặng | thi công | trang bị | lựa chọn")
    | phrases(
        "công nhận kết quả | xếp loại | in ấn | phát hành | sáp nhập | soạn thảo | tuyển sinh | giới thiệu | kiến nghị"
    )
)
"""Verbs that stand behind a noun without dating it: hội nghị tổng kết, lớp tập huấn."""
HELD: Final = Phrasebook(
    phrases("tổ chức | phát động | ra quân | tập huấn | tuyên truyền | khảo sát | lấy ý kiến | kiểm tra")
    | phrases("giám sát | đối thoại | treo cờ | treo cờ tổ quốc | nhập học | nộp hồ sơ | tuyển sinh")
    | phrases("trưng bày | sinh hoạt chi bộ | tổng vệ sinh | mở đợt cao điểm | mở cao điểm")
)
"""Verbs of what takes place in the span or year behind it: tổ chức lấy ý kiến từ ngày … đến ngày …."""
