"""Of a group are only those whose own names say all that the group says of them; where unsure nobody is."""

import pytest

from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.home import Home, phrases_of
from kshc_cli.reading.agencies.kinds import Kinds

WARD = Issuer(name="Ủy ban nhân dân phường Bình Minh", parent="Ủy ban nhân dân tỉnh Vĩnh Long", place="Bình Minh")
OFFICES = (
    *("Phòng Kinh tế", "Phòng Kinh tế phường Bình Minh", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội"),
    *("Phòng VH-XH", "Phòng LĐTBXH", "Phòng Quản lý đô thị"),
)
SCHOOLS = ("Trường Mầm non Hoa Sen", "Trường Tiểu học Kim Đồng", "Trường THCS Võ Thị Sáu")
MORE_SCHOOLS = ("Trường Tiểu học và THCS Tân Phú", "Trường THPT Lê Lợi")
OTHERS = (
    *("Trường Chính trị tỉnh", "Trường Đại học Vinh", "Trường Cao đẳng Y tế", "Phòng CSGT", "Phòng PC06"),
    *("Phòng giao dịch Ngân hàng Chính sách xã hội", "Phòng Giao dịch NHCSXH", "Phòng khám đa khoa"),
    *("Phòng Công chứng số 1", "Phòng Nội vụ huyện Cao Lãnh", "Ban Chỉ huy quân sự phường", "Ban Quản lý dự án"),
    *("Ban Kinh tế - Ngân sách HĐND", "Ban nhân dân khóm 1", "Ban quản lý khóm 2", "Sở Tài chính", "Sở VH,TT&DL"),
    *("Sở Giao dịch Ngân hàng", "Bộ Tài chính", "UBND phường 5", "UBND xã An Bình", "Ủy ban nhân dân phường 6"),
    *("Phường 2", "Khóm Hòa Khánh", "Khóm 3", "Trạm Y tế", "Trạm Y tế phường 5", "Trung tâm Y tế thành phố"),
    *("Trung tâm Phục vụ hành chính công", "Trung tâm Văn hóa, Thể thao và Truyền thanh", "Hội Nông dân"),
    *("Công an xã Tân Phú", "Công an phường", "Ngân hàng Chính sách xã hội", "Viettel", "UBND phường Bình Minh"),
)
WARDS = ("UBND phường 5", "UBND xã An Bình", "Ủy ban nhân dân phường 6")


@pytest.mark.parametrize(
    ("group", "members"),
    [
        *((name, OFFICES) for name in ("Các phòng", "Các phòng chuyên môn", "Tất cả các phòng, ban chuyên môn")),
        *((name, OFFICES) for name in ("các phòng ban, đơn vị thuộc phường", "Các phòng, ban, ngành, đoàn thể")),
        *((name, OFFICES) for name in ("Thủ trưởng các phòng, ban, đơn vị", "Các phòng trên địa bàn phường")),
        ("Các phòng, trạm", (*OFFICES, "Trạm Y tế")),
        *((name, ("Sở Tài chính", "Sở VH,TT&DL")) for name in ("Các sở, ngành", "Các sở, ban, ngành tỉnh")),
        ("Các bộ, cơ quan ngang bộ", ("Bộ Tài chính",)),
        ("Các trường tiểu học", ("Trường Tiểu học Kim Đồng",)),
        ("Hiệu trưởng các trường tiểu học", ("Trường Tiểu học Kim Đồng",)),
        ("Các trường THPT", ("Trường THPT Lê Lợi",)),
        ("Các trường mầm non, tiểu học, THCS trên địa bàn phường", SCHOOLS),
        *((name, (*SCHOOLS, *MORE_SCHOOLS)) for name in ("Các trường", "Các trường học trên địa bàn")),
        ("Các trường Đại học và Cao đẳng", ("Trường Đại học Vinh", "Trường Cao đẳng Y tế")),
        ("Các trạm y tế", ("Trạm Y tế", "Trạm Y tế phường 5")),
        ("Trạm Y tế các xã, phường", ("Trạm Y tế phường 5",)),
        ("Các trung tâm", ("Trung tâm Văn hóa, Thể thao và Truyền thanh",)),
        ("Các trung tâm y tế", ("Trung tâm Y tế thành phố",)),
        *((name, WARDS) for name in ("UBND các xã, phường", "Chủ tịch UBND các phường, xã")),
        ("Ủy ban nhân dân các xã phường", WARDS),
        ("Các xã, phường, thị trấn", ("Phường 2",)),
        ("Các khóm, ấp", ("Khóm Hòa Khánh", "Khóm 3")),
        *((name, ("Ban nhân dân khóm 1",)) for name in ("Ban nhân dân các khóm, ấp", "Các ban nhân dân khóm, ấp")),
        ("Các ban quản lý khóm", ("Ban quản lý khóm 2",)),
        ("Công an các xã, phường", ("Công an xã Tân Phú",)),
        *((name, ()) for name in ("Các cơ quan chuyên môn", "Các đơn vị sự nghiệp công lập", "Các hội, đoàn thể")),
        *((name, ()) for name in ("Các ban", "Các ngân hàng trên địa bàn", "Các doanh nghiệp viễn thông")),
        *((name, ()) for name in ("Các phòng, ban thuộc huyện Cao Lãnh", "Các phòng chuyên môn cấp huyện")),
        *((name, ()) for name in ("UBND các phường: 1, 2", "Các phòng khám: A", "Cơ quan, đơn vị có liên quan")),
        *((name, ()) for name in ("Các phòng, ban có liên quan", "Các phòng khác", "UBND các xã, phường nơi có dự án")),
    ],
)
def test_members_are_of_the_kind_that_the_group_lists(group: str, members: tuple[str, ...]) -> None:
    kinds = Kinds([Agency(id="nhom", name=group, open=True)], Home(phrases_of(WARD)))
    named = (*OFFICES, *SCHOOLS, *MORE_SCHOOLS, *OTHERS)
    assert {name for name in named if kinds.groups_for(name)} == set(members)
