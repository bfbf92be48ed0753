"""Ids of new entries: short, read as people call the bodies, and each borne once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.reading.agencies.ids import AgencyIds

WARD = "Ủy ban nhân dân phường Hoa Sen"
CITY = "UBND thành phố Sa Đéc"


@pytest.mark.parametrize(
    ("issuer", "name", "made"),
    [
        (WARD, "Văn phòng HĐND và UBND phường", "van-phong"),
        (CITY, "Văn phòng HĐND&UBND Thành phố", "van-phong"),
        (CITY, "UBND các xã, phường", "xa-phuong"),
        (CITY, "Ủy ban nhân dân phường An Hòa", "phuong-an-hoa"),
        (CITY, "UBND Phường 1", "phuong-1"),
        (CITY, "Các phòng, ban chuyên môn Thành phố", "phong-ban-chuyen-mon"),
        (CITY, "Phòng Nội vụ thành phố Sa Đéc", "phong-noi-vu"),
        (CITY, "Công an tỉnh", "cong-an-tinh"),
        (WARD, "Công an phường", "cong-an"),
        (WARD, "Phòng Kinh tế, Hạ tầng và Đô thị", "phong-kinh-te-ha-tang-do-thi"),
        (WARD, "Thường trực Hội đồng nhân dân phường", "thuong-truc-hdnd"),
        (WARD, "Ủy ban nhân dân phường", "ubnd"),
        (WARD, "phường", "phuong"),
        ("Sở Nội vụ", "Phòng Hành chính phường", "phong-hanh-chinh-phuong"),
        (WARD, "Trung tâm Phục vụ hành chính công", "trung-tam-phuc-vu-hanh-chinh-cong"),
        (WARD, "Ban Chỉ đạo các chương trình về chuyển đổi số", "ban-chi-dao-cac-chuong-trinh"),
        (WARD, "财", "co-quan"),
    ],
)
def test_an_id_is_what_people_call_the_body(issuer: str, name: str, made: str) -> None:
    assert AgencyIds(issuer, ()).new([name]) == made


def test_the_shortest_name_gives_the_id() -> None:
    names = ["Phòng Văn hóa - Thông tin Thành phố", "Phòng VHTT", "Phòng VH-TT"]
    assert AgencyIds(CITY, ()).new(names) == "phong-vhtt"


def test_what_was_left_out_comes_back_before_numbers_do() -> None:
    ids = AgencyIds(WARD, ["cong-an"])
    made = [
        ids.new([name])
        for name in ("Công an phường", "Công an phường Hoa Sen", "Công an phường", "UBND", "UBND phường")
    ]
    assert made == ["cong-an-phuong", "cong-an-phuong-hoa-sen", "cong-an-phuong-2", "ubnd", "ubnd-phuong"]


@given(st.lists(st.text(st.sampled_from("Phòng ban Nội vụ UBND 12-&財"), max_size=60), min_size=1, max_size=12))
def test_ids_are_unique_short_and_of_one_form(names: list[str]) -> None:
    ids = AgencyIds(WARD, ["phong"])
    made = [ids.new([name]) for name in names]
    assert len({*made, "phong"}) == len(made) + 1
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) and len(one) <= 34 for one in made)
