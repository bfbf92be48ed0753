"""Who decides an amendment: told by who issues the plan and who signs it, and never invented."""

import pytest

from kshc_cli.documents.rendering.amending_authority import authority_of
from kshc_cli.plan.record import BLANK
from tests.compare.plans import data_of, sure_plan
from tests.conftest import EXAMPLES


@pytest.mark.parametrize(
    ("issuer", "lines", "authority"),
    [
        ("Chủ tịch Ủy ban nhân dân tỉnh Hải Sơn", ["CHỦ TỊCH"], "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"),
        ("Chủ tịch Uỷ ban nhân dân xã A", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "CHỦ TỊCH UỶ BAN NHÂN DÂN XÃ A"),
        ("Chủ tịch Ủy ban nhân dân xã A", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], BLANK),
        ("Ủy ban nhân dân xã A", ["CHỦ TỊCH"], "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ A"),
        ("Ủy ban nhân dân xã A", ["Q. CHỦ TỊCH"], "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ A"),
        ("Ủy ban nhân dân xã A", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "ỦY BAN NHÂN DÂN XÃ A"),
        ("Ủy ban nhân dân xã A", ["TM. UBND XÃ", "CHỦ TỊCH"], "ỦY BAN NHÂN DÂN XÃ A"),
        ("Ủy ban nhân dân xã A", ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"], BLANK),
        ("Ủy ban nhân dân xã A", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], BLANK),
        ("Ủy ban nhân dân xã A", ["PHÓ CHỦ TỊCH"], BLANK),
        ("Ủy ban nhân dân xã A", ["GIÁM ĐỐC"], BLANK),
        ("Sở Nội vụ", ["GIÁM ĐỐC"], "GIÁM ĐỐC SỞ NỘI VỤ"),
        ("Sở Nội vụ", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "GIÁM ĐỐC SỞ NỘI VỤ"),
        ("Sở Nội vụ", ["CHỦ TỊCH"], BLANK),
        ("Phòng Nội vụ", ["TRƯỞNG PHÒNG"], "TRƯỞNG PHÒNG NỘI VỤ"),
        ("Phòng Nội vụ", ["PHÓ TRƯỞNG PHÒNG"], BLANK),
        ("Văn phòng Ủy ban nhân dân tỉnh", ["CHÁNH VĂN PHÒNG"], "CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH"),
        ("Thanh tra tỉnh", ["CHÁNH THANH TRA"], "CHÁNH THANH TRA TỈNH"),
        ("Chi cục Thuế khu vực X", ["CHI CỤC TRƯỞNG"], "CHI CỤC TRƯỞNG CHI CỤC THUẾ KHU VỰC X"),
        ("Cục Thuế", ["CHI CỤC TRƯỞNG"], BLANK),
        ("Trường Trung học cơ sở A", ["HIỆU TRƯỞNG"], "HIỆU TRƯỞNG TRƯỜNG TRUNG HỌC CƠ SỞ A"),
        ("Trưởng phòng Nội vụ", ["TRƯỞNG PHÒNG"], "TRƯỞNG PHÒNG NỘI VỤ"),
    ],
)
def test_who_decides(issuer: str, lines: list[str], authority: str) -> None:
    data = data_of((EXAMPLES / "prose.yaml").read_text(encoding="utf-8"))
    data["issuer"]["name"] = issuer
    data["issuance"]["signature"]["lines"] = lines
    assert authority_of(sure_plan(data)) == authority
