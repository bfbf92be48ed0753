"""Agency cells are read by longest match against the registry."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies import Registry


def agency(id_: str, name: str, *aliases: str, members: tuple[str, ...] = (), open_: bool = False) -> Agency:
    return Agency(id=id_, name=name, aliases=aliases, members=members, open=open_)


AGENCIES = (
    agency("van-phong", "Văn phòng HĐND&UBND Thành phố", "Văn phòng HĐND&UBND", "VP HĐND và UBND Thành phố"),
    agency("vh-tt", "Phòng Văn hóa - Thông tin Thành phố", "Phòng Văn hóa - Thông tin", "Phòng VH-TT", "phòng VHTT"),
    agency("noi-vu", "Phòng Nội vụ Thành phố", "Phòng Nội vụ"),
    agency("nong-nghiep", "Sở Nông nghiệp và Môi trường"),
    agency("du-lich", "Sở VH,TT&DL"),
    agency("phuong-1", "UBND Phường 1"),
    agency("phuong-10", "UBND Phường 10"),
    agency("xa-phuong", "UBND các xã, phường", members=("phuong-1", "phuong-10")),
    agency("phong-ban", "Các phòng, ban chuyên môn Thành phố", members=("vh-tt", "noi-vu"), open_=True),
    agency("tat-ca", "Các đơn vị", members=("phong-ban", "xa-phuong")),
)
REGISTRY = Registry(AGENCIES)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Văn phòng HĐND&UBND Thành phố", ["van-phong"]),
        ("Văn phòng HĐND& UBND và phòng Văn hóa - Thông tin Thành phố", ["van-phong", "vh-tt"]),
        ("Phòng Văn hoá – Thông tin Thành phố ; Văn phòng HĐND&UBND Thành phố", ["vh-tt", "van-phong"]),
        ("VP HĐND và UBND Thành phố", ["van-phong"]),
        (
            "Phòng VH-TT, phòng Nội vụ, các phòng, ban chuyên môn Thành phố, UBND các xã, phường",
            ["vh-tt", "noi-vu", "phong-ban", "xa-phuong"],
        ),
        ("Sở Nông nghiệp và Môi trường; Sở VH,TT&DL", ["nong-nghiep", "du-lich"]),
        ("UBND Phường 10", ["phuong-10"]),
        ("- Văn phòng HĐND&UBND\n- Phòng Nội vụ", ["van-phong", "noi-vu"]),
    ],
)
def test_names_are_found_and_nothing_is_left(words: str, ids: list[str]) -> None:
    reading = REGISTRY.read(words)
    assert list(reading.agencies) == ids
    assert reading.unread == ()
    decomposed = REGISTRY.read(unicodedata.normalize("NFD", words))
    assert decomposed == reading


def test_what_no_name_explains_is_quoted_as_typed() -> None:
    reading = REGISTRY.read("Văn phòng HĐND&UBND, Trạm  Y tế và phòng Nội vụ cung cấp nội dung.")
    assert reading.agencies == ("van-phong", "noi-vu")
    assert reading.unread == ("Trạm  Y tế", "cung cấp nội dung")


def test_a_name_never_matches_inside_a_longer_word_or_number() -> None:
    assert REGISTRY.read("UBND Phường 11").agencies == ()
    assert REGISTRY.read("Phòng Nội vụn").agencies == ()


def test_groups_of_groups() -> None:
    assert REGISTRY.groups_with("phuong-1") == ("xa-phuong", "tat-ca")
    assert REGISTRY.members_below("xa-phuong") == {"phuong-1", "phuong-10"}
    assert REGISTRY.members_below("tat-ca") == {"phong-ban", "xa-phuong", "vh-tt", "noi-vu", "phuong-1", "phuong-10"}


def test_circles_end() -> None:
    circle = Registry((agency("a", "A", members=("b",)), agency("b", "B", members=("a",))))
    assert circle.groups_with("a") == ("b",)
    assert circle.members_below("a") == {"a", "b"}


@given(st.text(max_size=300))
def test_reading_never_raises_and_quotes_only_what_stands_there(text: str) -> None:
    reading = REGISTRY.read(text)
    assert all(rest in text for rest in reading.unread)


@given(st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=6), st.sampled_from([", ", "; ", " và ", "\n- "]))
def test_joined_names_read_back(bodies: list[Agency], joint: str) -> None:
    reading = REGISTRY.read(joint.join(body.name for body in bodies))
    assert reading.agencies == tuple(body.id for body in bodies)
    assert reading.unread == ()
