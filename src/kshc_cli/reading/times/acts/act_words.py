"""Words of acts in running text: who acts, what for, and what dates a thing."""

from typing import Final

from kshc_cli.reading.times.cell import Phrasebook, phrases

SYLLABLES: Final = frozenset(
    {"quy", "chương", "lộ", "tờ", "quá", "tiến", "công", "độc", "thiết", "cuộc", "kỳ", "phiên", "thành"}
)
"""What stands before the second half of a word that is a verb elsewhere: quy trình, cuộc họp, công lập."""
ACCOUNTS: Final = frozenset(
    tuple(words.split())
    for words in ("kết quả", "tình hình", "tiến độ", "kế hoạch", "quá trình", "công tác", "đề án", "thành tích")
)
"""What a verb may follow without dating a thing: kết quả thực hiện."""
DRAFTS: Final = (("kế", "hoạch"), ("đề", "án"))
"""Papers that are drafted in the time behind them: ban hành kế hoạch trong tháng 2."""
EVENTS: Final = frozenset({"lễ", "nghị", "buổi", "lớp", "thi", "đợt", "hội", "thảo", "đàm", "cuộc"})
"""The ends of events that a verb behind them names: lễ phát động, hội nghị tổng kết."""
JOINTS: Final = frozenset({",", "và", "việc", "tác", "đồng", "thời", "phải", "sẽ", "cần", "-", "vào"})
"""What stands before a further verb of the same act."""
OF_THINGS: Final = Phrasebook(
    phrases("được | bị | có | phát sinh | xảy ra | diễn ra | tồn đọng | tiếp nhận | nhận | hết hạn | đến hạn | quá hạn")
    | phrases("đang | còn | do | sử dụng | tuyển dụng | bổ nhiệm | kết nạp | vi phạm | trường hợp | cấp cho")
    | phrases(
        "ra đời | mua | hưởng | tham gia | mất | tính | chốt | thành lập | ký | cấp giấy | giao đất | có mặt | xây"
    )
    | phrases("đối với | giao | ngày | đến | tới | tính đến | hằng | mỗi | định kỳ | tuần | tồn tại | khởi công | đóng")
    | phrases("hư hỏng | thiệt hại | đấu giá | nghỉ hưu | tồn kho | tròn | tuổi | trái phép")
    | phrases("sinh trước | sinh trong | sinh từ | sinh vào")
)
"""Words that may date the thing before them: hồ sơ được nộp trước ngày …."""
NO_OF_THINGS: Final = Phrasebook(
    phrases("ban quản lý dự án | ban quản lý dự án đầu tư xây dựng")
    | phrases("tồn tại , hạn chế | tồn tại , vướng mắc | hạn chế , tồn tại")
    | phrases("ngày hội | ngày pháp luật | ngày chuyển đổi số | ngày công | ngày càng | ngày chủ nhật xanh")
    | phrases("thủ tục hành chính | văn bản điện tử | hồ sơ điện tử | cán bộ , công chức , viên chức")
    | phrases(
        "giao quân | giao ban | tham gia ý kiến | đăng ký tham gia | có trách nhiệm | chịu trách nhiệm | tuần tra"
    )
    | phrases("có liên quan | có thẩm quyền | được giao | tính toán | giao thông | giao dịch | giao lưu")
    | phrases("cơ sở dữ liệu | cơ sở hạ tầng | nhà nước")
    | phrases("được nêu tại | được chỉ ra tại | được nêu trong | được chỉ ra trong")
)
_BODIES: Final = (
    *("sở", "cơ quan", "đơn vị", "xã", "phường", "phòng", "ban", "ngành", "địa phương", "trường", "tổ", "hội"),
    *("đoàn", "bộ", "thành viên", "khóm", "ấp", "thôn", "cấp", "huyện"),
)
WHO: Final = Phrasebook(
    {f"{those} {body}": None for those in ("các", "những", "từng") for body in _BODIES}
    | phrases("sở | phòng | ubnd | ủy ban | văn phòng | công an | đơn vị | thủ trưởng | giám đốc | chủ tịch | trưởng")
    | phrases(
        "đề nghị | yêu cầu | giao | phân công | chỉ đạo | trung tâm | cơ quan | địa phương | người đứng đầu | ban"
    )
    | phrases("cấp xã | cấp tỉnh | cấp huyện | cấp phường | khối")
    | phrases("việc | kết quả | lãnh đạo | chi bộ | đảng ủy | hội đồng | các đồng chí | tổ công tác")
)
"""What a sentence begins with that says who does it, or what is done."""
THINGS: Final = Phrasebook(
    phrases("hồ sơ | văn bản | đơn thư | đơn đề nghị | dự án | công trình | tài liệu | hộ | người | nhà | cơ sở | giấy")
    | phrases("học sinh | cán bộ | công chức | thí sinh | công dân | thanh niên | đoàn viên | đảng viên | trẻ | đàn")
    | phrases("bệnh nhân | gói thầu | trạm | điểm | thiết bị | hạng mục | máy | mô hình | đối tượng")
    | phrases("sổ | giấy tờ | bằng | chứng chỉ | hợp đồng | xe | tàu | bia | hóa đơn | thửa | ca | khoản | hầm | mộ")
    | phrases("tập thể | cá nhân | gia đình")
    | phrases("vốn | nhiệm vụ | khối lượng | tài sản | đất | thẻ | doanh nghiệp | hội viên | danh mục | thủ tục")
)
"""What words behind it may date, even ones that no book here knows: hộ dân xây nhà trước ngày …."""
NO_THINGS: Final = Phrasebook(phrases("hộ tịch | hộ khẩu | hộ chiếu | nhà trường | người đứng đầu"))
"""What begins like a thing and is none."""
COMPOUNDS: Final = Phrasebook(
    phrases("hộ kinh doanh | hộ nghèo | hộ cận nghèo | hộ gia đình | thủ tục hành chính | văn bản quy phạm pháp luật")
    | phrases(
        "dự án đường | công trình đường | công trình trường học | công trình cầu | cơ sở kinh doanh | cơ sở giáo dục"
    )
    | phrases(
        "cán bộ cơ sở | cán bộ cấp xã | công chức cấp xã | người lao động | doanh nghiệp nhà nước | vốn đầu tư công"
    )
    | phrases("hồ sơ địa giới | hồ sơ đất đai | hồ sơ cán bộ | văn bản chỉ đạo | văn bản hướng dẫn | giấy chứng nhận")
    | phrases("đào tạo , bồi dưỡng | văn bản triển khai | tồn tại , hạn chế | hạn chế , tồn tại")
    | phrases("nhà văn hóa | dự án đầu tư | dự án đầu tư công | người có công | cán bộ , công chức | danh mục hồ sơ")
    | phrases("cán bộ , công chức , viên chức | tài sản công | đất công | đất đai | cơ sở dữ liệu")
    | phrases("an toàn thực phẩm | vệ sinh môi trường | trật tự đô thị | trật tự xây dựng | phòng cháy chữa cháy")
    | phrases("an ninh trật tự | vệ sinh an toàn thực phẩm | phòng chống thiên tai | quy chế làm việc")
    | phrases("nhà tạm | nhà tạm , nhà dột nát | nhà dột nát | nhà ở xã hội | nhà văn hóa")
    | phrases("kế hoạch sử dụng đất | quy hoạch , kế hoạch sử dụng đất | quyền sử dụng đất | mục đích sử dụng đất")
    | phrases(
        "giấy chứng nhận quyền sử dụng đất | hồ sơ , tài liệu | tài liệu , hồ sơ | công trình công cộng"
        " | thủ tục đất đai"
    )
)
"""Things with the words that say which ones; nothing is dated by them."""
LEVELS: Final = Phrasebook(
    {f"tại các {body}": None for body in _BODIES}
    | phrases("cấp xã | cấp tỉnh | cấp huyện | cấp thôn | trên địa bàn | trên địa bàn xã | trên địa bàn tỉnh | liên xã")
    | phrases(
        "trên địa bàn phường | trên địa bàn toàn xã | của xã | của phường | của tỉnh | của đơn vị | của địa phương"
    )
    | phrases("của ngành | toàn xã | toàn tỉnh | trên địa bàn các xã | thuộc phạm vi quản lý | thuộc thẩm quyền")
)
"""What says where a thing is and dates it no more: cơ sở trên địa bàn xã."""
PLAIN: Final = frozenset(
    {
        "báo",
        "cáo",
        "kết",
        "quả",
        "thực",
        "hiện",
        "tình",
        "hình",
        "hồ",
        "sơ",
        "văn",
        "bản",
        "kế",
        "hoạch",
        "danh",
        "sách",
    }
    | {
        "sử",
        "dụng",
        "phí",
        "liệu",
        "ý",
        "kiến",
        "góp",
        "đăng",
        "ký",
        "dự",
        "thảo",
        "bằng",
        "tổng",
        "hợp",
        "theo",
        "mẫu",
        "đầy",
        "đủ",
        "nội",
        "dung",
    }
    | {
        "các",
        "và",
        ",",
        "đề",
        "xuất",
        "số",
        "chuyển",
        "đổi",
        "cải",
        "cách",
        "hành",
        "chính",
        "kiểm",
        "soát",
        "thủ",
        "tục",
    }
    | {
        "thông",
        "tin",
        "đúng",
        "hạn",
        "tiến",
        "độ",
        "phiếu",
        "biểu",
        "minh",
        "chứng",
        "hình",
        "ảnh",
        "nhu",
        "cầu",
        "thời",
        "gian",
    }
    | {"kinh", "tế", "xã", "hội", "quốc", "phòng", "an", "ninh", "trật", "tự", "nông", "thôn", "mới", "giảm", "nghèo"}
    | {
        "bền",
        "vững",
        "du",
        "lịch",
        "giáo",
        "dục",
        "thi",
        "đua",
        "khen",
        "thưởng",
        "ngân",
        "sách",
        "chuyên",
        "đề",
        "công",
    }
    | {"tác", "điện", "tử", "trực", "tuyến", "dịch", "vụ", "toàn", "diện", "tỉnh", "trên", "môi", "trường"}
)
"""Words of what is sent that nothing dates."""
TO: Final = Phrasebook(phrases("về | cho | lên | qua | gửi | gửi về | đến | với | giữa"))
APPROVES: Final = Phrasebook(
    phrases("phê duyệt | xem xét | ban hành | quyết định | cho ý kiến | thông qua | chỉ đạo | xem xét , chỉ đạo")
    | phrases("cho chủ trương | ký ban hành | ký | ký , ban hành | phê duyệt , ban hành | xem xét , phê duyệt")
)
"""What is done by whom something is laid before: trình UBND tỉnh phê duyệt."""
RECEIVERS: Final = Phrasebook(
    phrases("ban tổ chức | ban chỉ đạo | đoàn kiểm tra | đoàn giám sát | hội đồng thẩm định | tổ thẩm định")
    | phrases("ban kiểm tra | ủy ban kiểm tra | tổ kiểm tra | ban giám khảo")
    | phrases("sở | bộ | phòng | ubnd | ủy ban | văn phòng | công an | ban | trung tâm | chi cục | cục | thường trực")
    | phrases("đảng ủy | hội đồng | hđnd | tỉnh | thành phố | huyện | chính phủ | thủ tướng | cơ quan | đơn vị | tổ")
    | phrases(
        "chủ tịch | trưởng | giám đốc | thanh tra | kho bạc | thuế | cấp trên | cấp có | trưởng khối | đoàn | hội"
    )
    | phrases("lãnh đạo | mặt trận | xã | phường | đại biểu | thành viên | cử tri | nhân dân")
    | phrases("các đại biểu | các thành viên | các cơ quan | các đơn vị | các địa phương")
    | phrases("nhà đầu tư | chủ đầu tư | nhà thầu | đơn vị thi công")
    | phrases("đường link | đường dẫn | phần mềm | hệ thống | hộp thư | thư điện tử | email | cổng dịch vụ")
)
"""What the name of a body that something goes to begins with."""
_OFFICES: Final = (
    "sở", "phòng", "ubnd", "ủy ban", "văn phòng", "công an", "đơn vị", "trung tâm", "cơ quan", "ban", "bộ phận",
    "đảng ủy", "thường trực", "hội đồng", "tổ", "chi cục", "cục", "thanh tra", "lãnh đạo", "cấp trên", "các cơ quan",
)  # fmt: skip
WHAT_FOR: Final = Phrasebook(
    phrases("để | nhằm | phục vụ | làm cơ sở | làm căn cứ | chào mừng | tại | trên | trên địa bàn | qua | thông qua")
    | phrases("đối với | bằng văn bản | bằng hình thức | bằng thư điện tử | theo mẫu | theo biểu mẫu | theo đề cương")
    | {f"{to} {office}": None for to in ("về", "tới", "cho") for office in _OFFICES}
)
"""What says what an act is for, where or how it is done, or whom its report goes to. Teach one here."""
FEASTS: Final = Phrasebook(
    phrases("chào mừng | nhân | nhân dịp | kỷ niệm | hưởng ứng | lập thành tích chào mừng | tháng hành động")
    | phrases("tháng thanh niên | tháng công nhân | tháng khuyến mại | tháng an toàn giao thông")
    | phrases("tháng cao điểm | ngày pháp luật | ngày hội | tuần lễ | ngày chuyển đổi số")
    | phrases("ngày toàn dân | ngày quốc tế | ngày thế giới | ngày truyền thống | ngày thành lập")
)
"""What a feast stands behind, whose day is no time of the act: chào mừng Quốc khánh 2/9."""
PERIODS: Final = Phrasebook(
    {
        " ".join(f"{of} {report} {period}".split()): None
        for of in ("", "đối với")
        for report in ("", "báo cáo", "sơ kết", "tổng kết", "báo cáo sơ kết", "báo cáo tổng kết")
        for period in phrases("tháng | quý | năm | cả năm | 6 tháng | 9 tháng | 6 tháng đầu năm | 6 tháng cuối năm")
    }
)
"""What a report of one period is called by."""
