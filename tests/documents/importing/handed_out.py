"""A directive, a letter and a conclusion of an invented ward, as Word files."""

from tests.documents.importing.foreign import CENTRE, ending, head, heading
from tests.documents.word_xml import p

DATE = "Tân Lập, ngày 12 tháng 01 năm 2026"
WARD = ("ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP")


def of_ward(title: str, body: str, subject: str = "Về cải cách hành chính năm 2026") -> str:
    """Return a document of the ward with this title."""
    return heading(*WARD, "Số: 02/CT-UBND", date=DATE) + head(title) + head(subject) + body + ending("CHỦ TỊCH")


DIRECTIVE = of_ward(
    "CHỈ THỊ",
    p("Thời gian qua, công tác cải cách hành chính đã đạt nhiều kết quả. Tuy nhiên, một số đơn vị chưa quan tâm.")
    + p("Để khắc phục tồn tại, Chủ tịch Ủy ban nhân dân xã yêu cầu:")
    + p(
        "1. Thủ trưởng các phòng, ban, đơn vị thuộc xã nghiêm túc quán triệt Chỉ thị; xây dựng kế hoạch thực hiện, "
        "hoàn thành trước ngày 15/02/2026."
    )
    + p("2. Phòng Văn hóa - Xã hội")
    + p("- Tham mưu Ủy ban nhân dân xã ban hành kế hoạch cải cách hành chính trước ngày 31/01/2026.")
    + p("- Theo dõi, đôn đốc.")
    + p(
        "3. Giao Công an xã chủ trì, phối hợp với Văn phòng HĐND và UBND xã rà soát dữ liệu dân cư; "
        "hoàn thành trong quý I/2026."
    )
    + p("4. Văn phòng HĐND và UBND xã: Tổng hợp, báo cáo kết quả trước ngày 10 tháng 12 năm 2026.")
    + p("5. Giao Phòng Kinh tế:")
    + p("a) Rà soát thủ tục đất đai, hoàn thành trước ngày 30/6/2026;")
    + p("b) Công khai quy hoạch.")
    + p("Yêu cầu các phòng, ban, đơn vị thuộc xã nghiêm túc triển khai thực hiện Chỉ thị này./."),
)

LETTER = (
    heading(*WARD, "Số: 15/UBND-VP", "V/v báo cáo công tác tháng", date=DATE)
    + p("Kính gửi: Các phòng, ban chuyên môn thuộc xã.", CENTRE)
    + p(
        "Thực hiện Công văn số 44/SNV-CCHC ngày 05/01/2026 của Sở Nội vụ về báo cáo, Ủy ban nhân dân xã đề nghị "
        "các phòng, ban chuyên môn báo cáo kết quả thực hiện gửi về Văn phòng HĐND và UBND xã trước ngày 20/01/2026."
    )
    + p("Giao Văn phòng HĐND và UBND xã tổng hợp, báo cáo Sở Nội vụ trước ngày 25/01/2026.")
    + p("Ủy ban nhân dân xã trân trọng thông báo./.")
    + ending("CHỦ TỊCH")
)

CONCLUSION = of_ward(
    "THÔNG BÁO",
    p("Ngày 10/01/2026, Chủ tịch UBND xã chủ trì phiên họp thường kỳ. Tham dự có các Phó Chủ tịch.")
    + p("Sau khi nghe Văn phòng báo cáo, ý kiến thảo luận, Chủ tịch UBND xã kết luận:")
    + p("1. Về đầu tư công: Giao Phòng Kinh tế đẩy nhanh tiến độ giải ngân, báo cáo UBND xã trước ngày 25 hằng tháng.")
    + p(
        "2. Về chuyển đổi số: Thống nhất chủ trương; giao Phòng Văn hóa - Xã hội hoàn thiện kế hoạch, trình UBND xã "
        "trước ngày 31/01/2026."
    )
    + p("3. Công an xã tăng cường tuần tra.")
    + p("Trên đây là kết luận của Chủ tịch UBND xã, Văn phòng thông báo để các cơ quan, đơn vị biết, thực hiện./."),
    "Kết luận của Chủ tịch UBND xã tại phiên họp tháng 01/2026",
)
