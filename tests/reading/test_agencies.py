"""Agency cells are read by longest match against the registry."""

import re
import sys
import unicodedata
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import Agency, AgencyWords
from kshc_cli.reading.agencies.cell import Sense
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.splitting import pieces_of
from kshc_cli.reading.agencies.vocabulary import CONNECTORS
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.values import Remark


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
        ("UBND Phường 10 (...), Phòng Nội vụ (. )", ["phuong-10", "noi-vu"]),
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
    assert reading.unread == ("Trạm  Y tế",)
    assert reading.duties == (Remark("noi-vu", "cung cấp nội dung"),)


@pytest.mark.parametrize(
    ("words", "scopes"),
    [
        ("UBND phường 1 (khu vực chợ)", [("phuong-1", "khu vực chợ")]),
        ("Phòng Nội vụ (bộ phận một cửa), Sở VH,TT&DL", [("noi-vu", "bộ phận một cửa")]),
        ("Phòng Nội vụ (chi nhánh); Phòng VH-TT ( cơ sở (2) )", [("noi-vu", "chi nhánh"), ("vh-tt", "cơ sở (2)")]),
        ("Phòng Nội vụ (nếu có) (đợt 1) tổng hợp", [("noi-vu", "nếu có"), ("noi-vu", "đợt 1")]),
    ],
)
def test_words_in_brackets_behind_a_body_are_its_scope(words: str, scopes: list[tuple[str, str]]) -> None:
    reading = REGISTRY.read(words)
    assert [(scope.agency, scope.words) for scope in reading.scopes] == scopes
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        (
            "Văn phòng HĐND&UBND tổng hợp; các phòng, ban chuyên môn Thành phố báo cáo kết quả",
            [("van-phong", "tổng hợp"), ("phong-ban", "báo cáo kết quả")],
        ),
        ("Giao Phòng Nội vụ", [("noi-vu", "Giao")]),
        ("Phòng VH-TT, đề nghị Sở VH,TT&DL", [("du-lich", "đề nghị")]),
        ("Chủ trì: Phòng Nội vụ; phối hợp: Phòng VH-TT", [("noi-vu", "Chủ trì"), ("vh-tt", "phối hợp")]),
        ("- Chủ trì Phòng Nội vụ\n- Phối hợp Phòng VH-TT", [("noi-vu", "Chủ trì"), ("vh-tt", "Phối hợp")]),
        ("Phòng Nội vụ phối hợp với Phòng VH-TT", [("noi-vu", "phối hợp")]),
        ("Phòng Nội vụ (chủ trì), Phòng VH-TT (phối hợp)", [("noi-vu", "chủ trì"), ("vh-tt", "phối hợp")]),
        ("Phòng Nội vụ (chủ trì: Phòng VH-TT)", [("vh-tt", "chủ trì")]),
        ("Phòng Nội vụ tổng hợp, phối hợp Phòng VH-TT", [("noi-vu", "tổng hợp"), ("noi-vu", "phối hợp")]),
        (
            "Phòng Nội vụ (bộ phận một cửa) là cơ quan đầu mối, theo dõi (hằng quý), tổ chức thực hiện",
            [("noi-vu", "là cơ quan đầu mối"), ("noi-vu", "theo dõi (hằng quý)"), ("noi-vu", "tổ chức thực hiện")],
        ),
    ],
)
def test_duties_beside_a_body(words: str, duties: list[tuple[str, str]]) -> None:
    reading = REGISTRY.read(words)
    assert [(duty.agency, duty.words) for duty in reading.duties] == duties
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("Phòng Nội vụ (Trạm Y tế)", ["Trạm Y tế"]),
        ("Phòng Nội vụ (qua Hội Nông dân)", ["qua Hội Nông dân"]),
        ("Phòng Nội vụ (Tổ một cửa)", ["Tổ một cửa"]),
        ("Phòng Nội vụ (không gồm bộ phận một cửa)", ["không gồm bộ phận một cửa"]),
        ("Phòng Nội vụ ([?])", ["[?]"]),
        ("Phòng Nội vụ phối hợp Trạm Y tế", ["phối hợp Trạm Y tế"]),
        ("Phòng Nội vụ phối hợp với Viettel", ["phối hợp với Viettel"]),
        ("Phòng Nội vụ phối hợp với các xã", ["phối hợp với các xã"]),
        ("Phòng Nội vụ theo dõi và trạm y tế", ["theo dõi và trạm y tế"]),
        ("Phòng Nội vụ tổng hợp\nTrạm Y tế", ["Trạm Y tế"]),
        ("Phòng Nội vụ tổ chức có liên quan", ["tổ chức có liên quan"]),
        ("Phòng Nội vụ phối hợp với Sở [?]", ["phối hợp với Sở [?]"]),
        ("Phòng Nội vụ tổng hợp, số liệu quý", ["số liệu quý"]),
        ("Phòng Nội vụ ngoại trừ khi nghỉ", ["ngoại trừ khi nghỉ"]),
        ("Trạm Y tế tổng hợp; Phòng Nội vụ", ["Trạm Y tế tổng hợp"]),
        ("Phòng Nội vụ (Trạm Y tế) tổng hợp", ["(Trạm Y tế) tổng hợp"]),
        ("Phòng Nội vụ tổng hợp (bộ phận A", ["bộ phận A"]),
        ("Phòng Nội vụ (VNPT Đồng Tháp, Phường 2)", ["VNPT Đồng Tháp, Phường 2"]),
        ("Phòng Nội vụ (các xã)", ["các xã"]),
        *(
            (f"Phòng Nội vụ ({body})", [body])
            for body in (
                *("Vụ Pháp chế", "Báo Đồng Tháp", "Thuế Sa Đéc", "VCCI, Agribank"),
                *("Quỹ Đầu tư phát triển", "Hải quan", "hải quan", "Nội vụ, Tư pháp", "báo tỉnh", "Kiểm lâm"),
            )
        ),
        *(
            (f"Phòng Nội vụ {duty}", [duty])
            for duty in (
                *("tổng hợp từ Phường 2, Phường 3", "kiểm tra Vụ Pháp chế", "hướng dẫn Phường 2", "phối hợp với xã"),
                *("báo cáo Vụ Pháp chế", "thực hiện theo hợp đồng của Vietinbank", "phối hợp cùng các Vụ"),
            )
        ),
        ("Phòng Nội vụ chủ trì, VNPT phối hợp", ["VNPT phối hợp"]),
    ],
)
def test_where_a_body_could_hide_words_stay_unread(words: str, unread: list[str]) -> None:
    reading = REGISTRY.read(words)
    assert reading.agencies == ("noi-vu",)
    assert list(reading.unread) == unread


@pytest.mark.parametrize(
    ("words", "ids", "unread"),
    [
        ("Công an: - UBND Phường 10", ["phuong-10"], ["Công an"]),
        ("Công an, - UBND Phường 10", ["phuong-10"], ["Công an"]),
        ("Công an…:\nUBND Phường 10", [], ["Công an…:\nUBND Phường 10"]),
        ("Công an;\n:\nUBND Phường 10", ["phuong-10"], ["Công an"]),
        ("UBND Phường 10,-\n: Các đơn vị", ["phuong-10"], ["Các đơn vị"]),
    ],
)
def test_a_body_behind_an_unknown_one_and_several_marks(words: str, ids: list[str], unread: list[str]) -> None:
    reading = REGISTRY.read(words)
    assert (list(reading.agencies), list(reading.unread)) == (ids, unread)


@pytest.mark.parametrize("place", ["phường 2", "P2", "Phường 2, Phường 3", "TP. Huế", "tại xã Tân Phú", "cũ"])
def test_another_place_or_time_in_brackets_makes_another_body(place: str) -> None:
    reading = REGISTRY.read(f"Phòng Nội vụ ({place})")
    assert (reading.agencies, reading.unread) == ((), (f"Phòng Nội vụ ({place})",))


def test_a_registered_body_in_brackets_takes_part() -> None:
    reading = REGISTRY.read("Phòng Nội vụ (Phòng VH-TT, phường)")
    assert reading.agencies == ("noi-vu", "vh-tt")
    assert reading.unread == ("phường",)


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("Phòng Nội vụ theo dõi TTHC, báo cáo quý IV", ["theo dõi TTHC", "báo cáo quý IV"]),
        ("Phòng Nội vụ thực hiện Đề án 06 và các nhiệm vụ", ["thực hiện Đề án 06 và các nhiệm vụ"]),
    ],
)
def test_capitals_that_are_no_names_stand_in_duties(words: str, duties: list[str]) -> None:
    reading = REGISTRY.read(words)
    assert [duty.words for duty in reading.duties] == duties
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("words", "ids", "unread"),
    [
        ("Phòng Nội vụ UBND Phường 1", [], ["Phòng Nội vụ UBND Phường 1"]),
        ("Phòng Nội vụ Sở VH,TT&DL, UBND Phường 1", ["phuong-1"], ["Phòng Nội vụ Sở VH,TT&DL"]),
        ("Phòng VH-TT tổng hợp Phòng Nội vụ UBND Phường 1", ["vh-tt"], ["tổng hợp Phòng Nội vụ UBND Phường 1"]),
        ("Các đơn vị trừ Phòng Nội vụ UBND Phường 1", ["tat-ca"], ["trừ Phòng Nội vụ UBND Phường 1"]),
        ("Phòng Nội vụ\nUBND Phường 1", ["noi-vu", "phuong-1"], []),
        ("Phòng Nội vụ (UBND Phường 1)", ["noi-vu", "phuong-1"], []),
        ("Phòng Nội vụ - UBND Phường 1", ["noi-vu", "phuong-1"], []),
    ],
)
def test_names_that_touch_are_perhaps_one_longer_name(words: str, ids: list[str], unread: list[str]) -> None:
    reading = REGISTRY.read(words)
    assert list(reading.agencies) == ids
    assert list(reading.unread) == unread


@pytest.mark.parametrize(
    ("words", "excluded", "unread"),
    [
        ("UBND các xã, phường (trừ UBND Phường 1), Phòng Nội vụ", ["phuong-1"], []),
        ("UBND các xã, phường (ngoại trừ: UBND Phường 1; UBND Phường 10)\nPhòng Nội vụ", ["phuong-1", "phuong-10"], []),
        ("UBND các xã, phường trừ UBND Phường 1; Phòng Nội vụ", ["phuong-1"], []),
        ("UBND các xã, phường trừ UBND Phường 1.\nPhòng Nội vụ", ["phuong-1"], []),
        (
            "UBND các xã, phường, không bao gồm UBND Phường 1, UBND Phường 10; Phòng Nội vụ",
            ["phuong-1"],
            ["không bao gồm UBND Phường 1, UBND Phường 10"],
        ),
        (
            "UBND các xã, phường (trừ UBND Phường 1 và Trạm Y tế); Phòng Nội vụ",
            ["phuong-1"],
            ["trừ UBND Phường 1 và Trạm Y tế"],
        ),
        (
            "UBND các xã, phường\ntrừ UBND Phường 1 (a; b), Phòng VH-TT\nPhòng Nội vụ",
            [],
            ["trừ UBND Phường 1 (a; b), Phòng VH-TT"],
        ),
        (
            "UBND các xã, phường (trừ bộ phận A UBND Phường 1); Phòng Nội vụ",
            [],
            ["trừ bộ phận A UBND Phường 1"],
        ),
        ("UBND các xã, phường ngoài UBND Phường 1; Phòng Nội vụ", [], ["ngoài UBND Phường 1"]),
        ("UBND các xã, phường (chưa tính UBND Phường 1), Phòng Nội vụ", [], ["chưa tính UBND Phường 1"]),
        (
            "UBND các xã, phường, riêng UBND Phường 1 không thực hiện; Phòng Nội vụ",
            [],
            ["riêng UBND Phường 1 không thực hiện"],
        ),
        (
            "UBND các xã, phường, UBND Phường 1 không thực hiện, Phòng Nội vụ",
            [],
            ["UBND Phường 1 không thực hiện"],
        ),
        ("UBND các xã, phường thay cho Phòng VH-TT; Phòng Nội vụ", [], ["thay cho Phòng VH-TT"]),
        ("UBND các xã, phường không phải Phòng VH-TT; Phòng Nội vụ", [], ["không phải Phòng VH-TT"]),
        ("UBND các xã, phường theo dõi khấu trừ, Phòng Nội vụ", [], []),
    ],
)
def test_excluded_bodies_do_not_take_part(words: str, excluded: list[str], unread: list[str]) -> None:
    reading = REGISTRY.read(words)
    assert reading.agencies == ("xa-phuong", "noi-vu")
    assert list(reading.excluded) == excluded
    assert list(reading.unread) == unread


@pytest.mark.parametrize("words", ["Trừ Phòng Nội vụ, các phòng còn lại", "không phải Phòng Nội vụ"])
def test_an_exclusion_without_a_body_before_it_is_unread(words: str) -> None:
    reading = REGISTRY.read(words)
    assert (reading.agencies, reading.excluded, reading.unread) == ((), (), (words,))


def test_what_is_said_behind_an_exclusion_is_said_of_the_group() -> None:
    reading = REGISTRY.read("UBND các xã, phường (trừ UBND Phường 1) báo cáo kết quả")
    assert reading.duties == (Remark("xa-phuong", "báo cáo kết quả"),)
    assert (reading.excluded, reading.unread) == (("phuong-1",), ())


def test_stated_bodies_keep_what_the_words_say_of_them() -> None:
    cell = AgencyWords(text="Phòng Nội vụ (đợt 1) tổng hợp cùng Phòng VH-TT (đợt 2) và Trạm Y tế", agencies=("noi-vu",))
    reading = REGISTRY.read_cell(cell)
    assert reading.agencies == ("noi-vu",)
    assert reading.unread == ()
    assert reading.scopes == (Remark("noi-vu", "đợt 1"),)
    assert reading.duties == (Remark("noi-vu", "tổng hợp"),)


def test_a_name_never_matches_inside_a_longer_word_or_number() -> None:
    assert REGISTRY.read("UBND Phường 11").agencies == ()
    assert REGISTRY.read("Phòng Nội vụn").agencies == ()


def test_groups_of_groups() -> None:
    assert REGISTRY.groups_with("phuong-1") == ("xa-phuong", "tat-ca")


def test_circles_end() -> None:
    circle = Registry((agency("a", "A", members=("b",)), agency("b", "B", members=("a",))))
    assert circle.groups_with("a") == ("b",)


_SPACE = "[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff]*"
_NUMBER = f"{_SPACE}(?:[0-9]+|[^\\W_][\\u0300-\\u036f]*){_SPACE}"
_ITEM = rf"(?:{_NUMBER}[.)/]|{_SPACE}\({_NUMBER}\))"
_NUMBERING = re.compile(rf"(?m)(?:(?P<head>^|:(?={_SPACE}\(?{_SPACE}[1aiAI]\W))|(?:[:;,.+–-]|\bvà\b)(?!\s*\n)){_ITEM}")
"""The number of an item, at the head of a line or behind what parts items."""


def _without_numbers(text: str) -> str:
    """Blank the numbers of items: any at the head of a line and the first behind a colon, then those that go on."""
    begun = False

    def blank(number: re.Match[str]) -> str:
        nonlocal begun
        begun = begun or number["head"] is not None
        return " " * len(number[0]) if begun else number[0]

    return _NUMBERING.sub(blank, text)


_PIECES = """
Phòng Nội vụ|UBND Phường 1|UBND các xã, phường|Trạm Y tế|Viettel|bộ phận một cửa|khu vực chợ|tổng hợp|phối hợp|với|giao
đề nghị|chủ trì|theo dõi kết quả|trừ|không bao gồm|và|,|;|.|:|-|(|)|[?]|các|phòng|ban|thủ trưởng|Thành phố|1|các phòng
"""
soups = st.lists(st.sampled_from(["\n", *_PIECES.strip().replace("\n", "|").split("|")]), max_size=12).map(" ".join)


@settings(max_examples=600, deadline=None)
@given(st.text(max_size=300) | soups)
@example("(" * 50 + "trừ" + ")" * 50)
@example(":1/")
@example("và\n0/")
@example("Phòng Nội vụ " + "(" * 30 + "a" + ")" * 20)
def test_any_text_is_read_and_nothing_is_lost(text: str) -> None:
    """Every letter and figure stands in a name, a scope, a duty or the unread words, or in a word that joins them."""
    spans = REGISTRY.cut(text).spans
    reading = REGISTRY.read(text)
    ends = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    text = _without_numbers(text)
    between = [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
    assert {token.word for words in between for token in words_of(words) if token.word.isalnum()} <= CONNECTORS
    excluded = [span.agency for span in spans if span.sense is Sense.EXCLUDED]
    duties = [span for span in spans if span.sense is Sense.DUTY]  # a duty stands beside each body of its list
    told = sum(map(len, (reading.agencies, reading.unread, reading.scopes, excluded)))
    assert len(spans) == told + len(duties)
    assert bool(duties) == bool(reading.duties)
    assert set(excluded) <= set(reading.excluded)
    assert all(remark.agency in REGISTRY.by_id for remark in (*reading.scopes, *reading.duties))


@settings(max_examples=300, deadline=None)
@given(soups)
def test_no_unregistered_body_hides(text: str) -> None:
    """Strange names stand in the unread words, whatever is round them, unless a longer name or a scope holds them."""
    reading = REGISTRY.read(text)
    for name in ("Trạm Y tế", "[?]"):
        assert text.count(name) == sum(words.count(name) for words in reading.unread)


HOSTILE = (
    *(
        "Phòng Nội vụ ",
        "Phòng ",
        "UBND các xã, ",
        "tổng hợp, ",
        "Phòng Nội vụ tổng hợp, ",
        "(",
        ")",
        "()",
        "( ",
        "(a) ",
    ),
    *("trừ ", "(trừ ", "Phòng Nội vụ (trừ a) ", "Phòng Nội vụ ((a) ", "giao Phòng Nội vụ; ", "với các ", "a\n", "[?] "),
    *("theo Kế hoạch số 5/KH-UBND ngày 1/2/2026 của Phòng Nội vụ, ", "theo ", "Kế hoạch của ", "UBND Phường 1, 10, "),
    *(
        "UBND Phường 1, a và ",
        "các phòng: ",
        "tham mưu UBND tỉnh ",
        "thuộc UBND tỉnh ",
        "tỉnh Đồng Tháp, ",
        "1. ",
        "\n2) ",
    ),
    *(
        "có liên quan ",
        "Phòng Nội vụ thuộc tỉnh, ",
        "Thủ trưởng ",
        "phối hợp: Trạm Y tế, ",
        "chủ trì Phòng Nội vụ, ",
        "và - ",
    ),
    *("Phòng Nội vụ tỉnh Đồng Tháp thuộc ", "a - Phòng Nội vụ ", "x (Phòng Nội vụ) ", "với Phòng Nội vụ cùng "),
)
ISSUER = Issuer(name="Ủy ban nhân dân tỉnh Đồng Tháp", place="Đồng Tháp")
AT_HOME = Registry(AGENCIES, ISSUER)


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls of functions that ``work`` makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("work", [AT_HOME.read, pieces_of], ids=["reading", "splitting"])
def test_reading_takes_time_linear_in_the_text(piece: str, work: Callable[[str], object]) -> None:
    for end in ("", ")", "Phòng Nội vụ"):
        work(piece * 50 + end * 5)  # makes what is kept for all cells
        large, small = piece * 1600 + end * 160, piece * 400 + end * 40  # longer than what is remembered
        assert calls_of(partial(work, large)) <= 4.3 * calls_of(partial(work, small))


def test_the_size_of_the_registry_costs_a_reader_nothing() -> None:
    text = ", ".join(body.name for body in AGENCIES)
    large = Registry((*AGENCIES, *(agency(f"xa-{number}", f"UBND xã số {number}") for number in range(10_000))))
    assert large.read(text) == REGISTRY.read(text)
    assert calls_of(lambda: large.read(text)) == calls_of(lambda: REGISTRY.read(text))


def test_many_groups_are_walked_in_linear_time() -> None:
    def chain(length: int) -> Registry:
        return Registry(agency(f"g-{n}", f"Nhóm {n}", members=(f"g-{n + 1}", "last")) for n in range(length))

    small, large = chain(500), chain(2000)
    assert len(large.groups_with("last")) == 2000
    assert calls_of(lambda: large.groups_with("last")) <= 4.3 * calls_of(lambda: small.groups_with("last"))


@given(st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=6), st.sampled_from([", ", "; ", " và ", "\n- "]))
def test_joined_names_read_back(bodies: list[Agency], joint: str) -> None:
    reading = REGISTRY.read(joint.join(body.name for body in bodies))
    assert reading.agencies == tuple(body.id for body in bodies)
    assert reading.unread == ()
