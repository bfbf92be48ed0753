"""Sentences drawn from the words of plans: who, with whom, does what, for whom, by when, and what for.

``make generate`` renews drawn.tsv, which keeps what each says: the difference is to be read.
"""

import random
from datetime import date
from pathlib import Path
from typing import Final

from kshc_cli.messages import use_language
from tests.reading.test_sentences import said

WHO = (
    "Giao Văn phòng {act}",
    "Giao Phòng Kinh tế chủ trì, phối hợp với {coop} {act}",
    "Phòng Văn hóa - Xã hội {act}",
    "Công an xã chủ trì, phối hợp với {coop} {act}",
    "Đề nghị Công an xã {act}",
    "UBND xã giao Phòng Nội vụ {act}",
    "Yêu cầu Phòng Nội vụ, Phòng Kinh tế {act}",
    "- Phòng Kinh tế phối hợp {coop} {act}",
    "a) Văn phòng: {Act}",
    "{Act} (Văn phòng chủ trì, {coop} phối hợp)",
    "Trên cơ sở đó, Phòng Nội vụ {act}",
    "Căn cứ chức năng, nhiệm vụ, các phòng, ban chuyên môn {act}",
    "Văn phòng là cơ quan đầu mối, có trách nhiệm {act}",
    "Trưởng Công an xã chỉ đạo {act}",
    "{Act}",
)
COOP = (
    "Phòng Kinh tế",
    "Công an xã",
    "Văn phòng HĐND và UBND xã, Công an xã",
    "các cơ quan, đơn vị liên quan",
    "Phòng Nội vụ và các đơn vị có liên quan",
    "UBND các xã lân cận",
)
ACT = (
    "rà soát danh mục thủ tục hành chính",
    "xây dựng Kế hoạch cải cách hành chính năm 2026",
    "tham mưu UBND xã ban hành Quy chế làm việc",
    "tổ chức 02 lớp tập huấn cho cán bộ, công chức",
    "tổng hợp kết quả thực hiện",
    "kiểm tra các hộ kinh doanh đã được cấp phép trước ngày 01/01/2026",
    "niêm yết công khai các thủ tục hành chính mới ban hành",
    "hoàn thành việc số hóa hồ sơ tồn đọng năm 2025",
    "quyết toán kinh phí quý I",
    "tuyên truyền Luật Đất đai",
    "đăng ký nhu cầu tuyển dụng năm 2027",
    "theo dõi, đôn đốc việc thực hiện",
)
TO = (
    "",
    "",
    "",
    ", báo cáo UBND xã",
    ", gửi Văn phòng",
    " về Phòng Nội vụ",
    ", trình UBND xã",
    ", gửi Sở Nội vụ (qua Văn phòng)",
)
WHEN = (
    "trước ngày {d}/{m}/2026",
    "trước ngày {d} tháng {m} năm 2026",
    "chậm nhất ngày {d}/{m}",
    "trong tháng {m}/2026",
    "trong quý II/2026",
    "quý III",
    "xong trước {d}/{m}/2026",
    "hoàn thành trong tháng {m}",
    "từ ngày {d}/{m}/2026 đến ngày {e}/{m}/2026",
    "trước ngày {d} hằng tháng",
    "định kỳ hằng quý",
    "định kỳ hằng tháng, quý, năm",
    "trước ngày {d} tháng cuối quý",
    "thường xuyên",
    "trong thời hạn {e} ngày kể từ ngày nhận được văn bản",
    "6 tháng trước ngày 15/6, năm trước ngày 15/12",
    "trước 17 giờ ngày {d}/{m}/2026",
    "vào ngày {d} hằng tháng",
    "đến ngày {d}/{m}/2026",
    "ngay sau khi Kế hoạch được ban hành",
    "hằng năm",
    "khi có yêu cầu",
)
JOINT = (" ", " ", ", ", "; ", "; thời gian ", ", thời hạn: ", " (", ". Thời gian hoàn thành: ")
AIM = (
    "",
    "",
    "",
    " để tổng hợp",
    " theo quy định",
    " để tổng hợp, báo cáo UBND tỉnh",
    " nhằm bảo đảm tiến độ",
    " (nếu có)",
    " tại Hội trường UBND xã",
)
MORE = (
    "",
    "",
    "",
    "; Công an xã hỗ trợ",
    "; kết quả báo cáo UBND xã trước ngày 20/12/2026",
    ". Văn phòng theo dõi",
    ", đồng thời kiểm tra việc thực hiện trong quý IV/2026",
)


COUNT: Final = 700
KEPT: Final = Path(__file__).parent / "drawn.tsv"


def drawn(number: int) -> str:
    """Return the sentence of a number, always the same."""
    chance = random.Random(number)  # noqa: S311  no secret
    pick = chance.choice
    act = pick(ACT) + pick(TO)
    who = pick(WHO).format(act=act, Act=act[0].upper() + act[1:], coop=pick(COOP))
    day = date(2026, chance.randint(2, 12), chance.randint(2, 18))
    when, joint = pick(WHEN).format(d=day.day, e=day.day + 7, m=day.month), pick(JOINT)
    if chance.random() < 0.15 and who[0].isupper():
        return f"{when[0].upper()}{when[1:]}, {who}{pick(AIM)}{pick(MORE)}."
    return f"{who}{joint}{when}{')' if joint == ' (' else ''}{pick(AIM)}{pick(MORE)}."


def spelt(text: str) -> str:
    """Return what a sentence says, as said.tsv has it."""
    return " ; ".join(f"{field}: {' | '.join(words)}" for field, words in said(text).items())


def told(number: int) -> str:
    """Return what the sentence of a number says, a tab, and the sentence."""
    text = drawn(number)
    return f"{spelt(text)}\t{text}"


def files() -> dict[Path, bytes]:
    """Return the file that keeps the lines, as it is now."""
    use_language("en")
    return {KEPT: "".join(f"{told(number)}\n" for number in range(COUNT)).encode()}
