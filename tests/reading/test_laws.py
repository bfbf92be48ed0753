"""Citations held against a register: what is blamed, and what must not be."""

from datetime import date

import pytest

from kshc_cli.reading.laws.cited import cited_texts
from kshc_cli.reading.laws.doubts import doubts_of
from kshc_cli.reading.laws.register import Register, RegisterError, texts_of

HEAD = "number\tkind\ttitle\tissuer\tdate\tin_force_from\tends\treplaced_by\tsource\n"
LINES = (
    "5/2001/NĐ-CP\tNghị định\tvề công tác lưu trữ\tChính phủ\t2001-05-10\t2001-07-01\t2011-01-01\t7/2010/NĐ-CP\ts\n"
    "7/2010/NĐ-CP\tNghị định\tvề quản lý cây xanh đô thị\tChính phủ\t2010-11-20\t2011-01-01\t\t\ts\n"
    "3/2009/TT-BTC\tThông tư\t\tBộ Tài chính\t2009-02-03\t\t\t\ts\n"
    "12/NQ-CP\tNghị quyết\t\tChính phủ\t2009-04-05\t\t\t\ts\n"
    "30/2009/QĐ-UBND\tQuyết định\t\tỦy ban nhân dân tỉnh A\t2009-06-07\t\t2010-01-01\t\ts\n"
    "\tLuật\tCây xanh\t\t2000-01-02\t\t2009-01-01\t\ts\n"
    "9/2012/QH13\tLuật\tCây xanh\tQuốc hội\t2012-03-04\t2012-07-01\t\t\ts\n"
)
REGISTER = Register(texts_of(HEAD + LINES))
SIGNED = date(2012, 4, 1)
DECREE = "Nghị định số 5/2001/NĐ-CP ngày 10 tháng 5 năm 2001 của Chính phủ"


def blamed(words: str, *, basis: bool = True, signed: date | None = SIGNED) -> list[str]:
    return [each.message for each in doubts_of(words, REGISTER, signed, signed, basis=basis)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (f"Căn cứ {DECREE};", "has not been in force since 01/01/2011: Nghị định số 7/2010/NĐ-CP took its place."),
        ("Căn cứ Luật Cây xanh ngày 02 tháng 01 năm 2000;", "has not been in force since 01/01/2009."),
        ("Căn cứ Luật Cây xanh ngày 04 tháng 3 năm 2012;", "is in force from 01/07/2012 on only"),
        ("Căn cứ Luật Cây xanh số 9/2012/QH13 ngày 04/3/2012;", "is in force from 01/07/2012 on only"),
        ("Căn cứ Nghị định số 07/2010/NÐ – CP ngày 21/11/2010 của Chính phủ;", "is of 20/11/2010, not of 21/11/2010."),
        ("Căn cứ Nghị định 7/2010/NĐ-CP, ngày 21/11/2010 của Chính phủ;", "is of 20/11/2010, not of 21/11/2010."),
        ("Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ ngày 21-11-2010;", "is of 20/11/2010, not of 21/11/2010."),
        (
            "Căn cứ Nghị định số 7/2010/NĐ-CP của Thủ tướng Chính phủ;",
            "was issued by Chính phủ, not by Thủ tướng Chính phủ.",
        ),
        (
            "Căn cứ Thông tư số 3/2009/TT-BTC ngày 03/02/2009 của Bộ Nội vụ;",
            "issued by Bộ Tài chính, not by Bộ Nội vụ.",
        ),
        (
            "Căn cứ Nghị định số 8/2010/NĐ-CP ngày 21/11/2011 của Chính phủ;",
            "is of the year 2010, but it is cited as of",
        ),
        ("Căn cứ Quyết định số 7/2010/NĐ-CP ngày 20/11/2010;", "7/2010/NĐ-CP is called Nghị định, not Quyết định."),
        ("Căn cứ Nghị định số 7/2010/NĐ-CP ngày 20/11/2010 của Chính phủ về công tác lưu trữ;", "5/2001/NĐ-CP."),
        ("Căn cứ Nghị định số 7/2010/NĐ-CP ngày 20/11/2010 về chăn nuôi gia cầm;", "has the title “về quản lý cây"),
        ("Căn cứ Nghị quyết số 12/NQ-CP ngày 06/4/2009 của Chính phủ;", "is of 05/04/2009, not of 06/04/2009."),
        ("Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ ngày 21/11/2010 và Kế hoạch ngày 01/4/2012;", "is of 20/11"),
        (
            "Căn cứ Kế hoạch số 1/KH-UBND ngày 5/1/2012 theo Nghị định số 7/2010/NĐ-CP ngày 2/11/2010 của Chính phủ;",
            "is of",
        ),
    ],
)
def test_what_the_register_contradicts_is_told(words: str, said: str) -> None:
    (message,) = blamed(words)
    assert said in message


@pytest.mark.parametrize(
    "words",
    [
        "Căn cứ Nghị định số 99/2010/NĐ-CP ngày 21/11/2010 của Chính phủ;",
        "Căn cứ Nghị quyết số 99/NQ-CP ngày 21/11/2011 của Chính phủ;",
        "Căn cứ Luật Cây xanh ngày 12 tháng 11 năm 2003;",
        "Căn cứ Nghị quyết số 12/NQ-CP ngày 06/4/2011 của Chính phủ;",
        "Căn cứ Nghị quyết số 12/NQ-CP của Chính phủ;",
        "Căn cứ Quyết định số 30/2009/QĐ-UBND ngày 08/6/2009 của Ủy ban nhân dân tỉnh B;",
        "Căn cứ Quyết định số 30/2009/QĐ-UBND của Ủy ban nhân dân xã C;",
        "Căn cứ Thông tư số 3/2009/TT-BTC ngày 03/02/2009 của Bộ trưởng Bộ Tài chính quy định mức thu;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP ngày 20/11/2010 của Chính phủ về việc quản lý cây xanh;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP ngày 20/11/2010 của Chính phủ về QLCX trong đô thị loại hai;",
        f"Căn cứ {DECREE} (đã hết hiệu lực);",
        f"Căn cứ Nghị định số 7/2010/NĐ-CP ngày 20/11/2010 của Chính phủ thay thế {DECREE};",
        f"Căn cứ Nghị định số 7/2010/NĐ-CP ngày 20/11/2010 của Chính phủ sửa đổi, bổ sung một số điều của {DECREE};",
        "Căn cứ Nghị định số 7/2010/NĐ-CP, ngày 21/11/2010 Ủy ban nhân dân tỉnh họp;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP trước ngày 21/11/2010;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP ngày 31/02/2010 của Chính phủ;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ và Luật Cây xanh ngày 04 tháng 3 năm 2012;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ, Công văn số 12/STP ngày 02 tháng 01 năm 2012 của Sở Tư pháp;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ và ý kiến của Sở Nội vụ ngày 06/12/2011;",
        "Căn cứ Thông tư số 3/2009/TT-BTC của Bộ Tài chính và Nghị quyết của Hội đồng nhân dân ngày 10/12/2011;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ có hiệu lực từ ngày 01 tháng 01 năm 2011;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ được triển khai tại cuộc họp ngày 02/5/2011;",
        "Căn cứ Nghị định số 7/2010/NĐ-CP của Chính phủ, bản hợp nhất ngày 06/12/2011;",
        "Căn cứ Quyết định của UBND tỉnh triển khai Nghị định số 7/2010/NĐ-CP ngày 10/12/2010;",
        "Căn cứ các Nghị định số 5/2001/NĐ-CP và số 7/2010/NĐ-CP của Chính phủ ngày 10/5/2001 và 20/11/2010;",
        "Căn cứ Nghị định số 99/2001/NĐ-CP, 7/2010/NĐ-CP ngày 10/5/2001, ngày 20/11/2010 của Chính phủ;",
        "Căn cứ Nghị định số 99/2001/NĐ-CP và Nghị định số 7/2010/NĐ-CP ngày 10/5/2001 và ngày 20/11/2010;",
    ],
)
def test_what_it_does_not_know_for_sure_is_not_blamed(words: str) -> None:
    assert not blamed(words)


@pytest.mark.parametrize(
    "words",
    [
        f"Tổng kết việc thực hiện {DECREE}",
        "Báo cáo theo Nghị định số 7/2010/NĐ-CP của Ủy ban nhân dân xã về tình hình kinh tế - xã hội năm 2012",
        "Báo cáo theo Nghị định số 7/2010/NĐ-CP ngày 21/11/2010 của Ủy ban nhân dân xã",
        "Hội nghị triển khai Nghị định số 7/2010/NĐ-CP ngày 20/12/2010",
        "Hội nghị của Chính phủ triển khai Nghị định số 7/2010/NĐ-CP ngày 20/12/2010 của Chính phủ",
        "Sơ kết Nghị định số 7/2010/NĐ-CP ngày 20/12/2012 của Chính phủ",
        "Tập huấn Nghị định số 7/2010/NĐ-CP, ngày 20/12/2010",
        "Kiểm tra việc thực hiện Thông tư số 3/2009/TT-BTC ngày 03/02/2009 của Bộ Tư pháp",
        "Thực hiện Nghị định số 7/2010/NĐ-CP từ ngày 15/12/2010",
        "Theo quy định tại Nghị định số 7/2010/NĐ-CP ngày 15/12/2012",
    ],
)
def test_outside_of_bases_a_day_may_be_that_of_doing_something(words: str) -> None:
    assert not blamed(words, basis=False)


@pytest.mark.parametrize(
    "words",
    [
        "Tiếp tục thực hiện Nghị định số 7/2010/NĐ-CP ngày 21/11/2010 của Chính phủ",
        "Thực hiện theo quy định tại Nghị định số 7/2010/NĐ-CP ngày 21/11/2010",
        "Theo Nghị định số 7/2010/NĐ-CP ngày 20/11/2011",
        "Theo điểm a khoản 2 Điều 3 Nghị định số 7/2010/NĐ-CP ngày 21/11/2010",
        "Theo quy định tại Thông tư số 3/2009/TT-BTC ngày 03/02/2009 và Nghị định số 7/2010/NĐ-CP ngày 21/11/2010",
    ],
)
def test_outside_of_bases_what_is_pointed_at_has_its_own_day(words: str) -> None:
    (message,) = blamed(words, basis=False)
    assert "is of 20/11/2010, not of " in message


def test_a_paragraph_rests_on_no_text_that_is_younger() -> None:
    words = "Thực hiện Kế hoạch số 8/KH-UBND ngày 02/4/2012 của Ủy ban nhân dân tỉnh"
    assert blamed(words, basis=False) == [
        "Kế hoạch số 8/KH-UBND is of 02/04/2012, after the document's own day, 01/04/2012."
    ]
    assert not blamed(words.replace("02/4", "01/4"), basis=False)
    assert not blamed(words.replace("Thực hiện", "Hội nghị triển khai"), basis=False)


def test_of_a_chain_of_successors_the_one_in_force_is_named() -> None:
    lines = (
        "1/2001/NĐ-CP\tNghị định\t\tChính phủ\t\t\t2005-01-01\t2/2005/NĐ-CP\ts\n"
        "2/2005/NĐ-CP\tNghị định\t\tChính phủ\t\t2005-01-01\t2010-01-01\t3/2010/NĐ-CP\ts\n"
        "3/2010/NĐ-CP\tNghị định\t\tChính phủ\t\t2010-01-01\t{ends}\t{by}\ts\n"
    )
    register = Register(texts_of(HEAD + lines.format(ends="", by="")))
    (told,) = doubts_of("Căn cứ Nghị định số 1/2001/NĐ-CP;", register, SIGNED, SIGNED, basis=True)
    assert "Nghị định số 3/2010/NĐ-CP took its place" in told.message
    (told,) = doubts_of("Căn cứ Nghị định số 1/2001/NĐ-CP;", register, date(2006, 1, 1), SIGNED, basis=True)
    assert "Nghị định số 2/2005/NĐ-CP took its place" in told.message
    circle = "1/2001/NĐ-CP\tNghị định\t\tChính phủ\t\t\t2005-01-01\t3/2010/NĐ-CP\ts\n"
    closed = Register(texts_of(HEAD + lines.format(ends="2011-01-01", by=""))).extended(texts_of(HEAD + circle))
    assert list(doubts_of("Căn cứ Nghị định số 1/2001/NĐ-CP;", closed, SIGNED, SIGNED, basis=True))


def test_without_a_day_nobody_knows_what_is_in_force() -> None:
    assert not blamed(f"Căn cứ {DECREE};", signed=None)


def test_a_text_is_known_with_its_place() -> None:
    words = "Theo quy định tại Nghị định số 5/2001/NĐ-CP ngày 10/5/2001 và số 7/2010/NĐ-CP của Chính phủ"
    first, second = cited_texts(words, basis=False)
    assert (first.words, first.day, first.heads) == ("Nghị định số 5/2001/NĐ-CP", date(2001, 5, 10), False)
    assert (second.words, second.kind, second.issuer) == ("số 7/2010/NĐ-CP", "", "")


def test_the_offices_lines_go_first() -> None:
    line = "7/2010/NĐ-CP\tNghị định\t\tChính phủ\t2010-11-21\t\t\t\tcông báo\n"
    register = REGISTER.extended(texts_of(HEAD + line))
    words = "Căn cứ Nghị định số 7/2010/NĐ-CP ngày 21/11/2010 của Chính phủ;"
    assert not list(doubts_of(words, register, SIGNED, SIGNED, basis=True))
    (other,) = doubts_of(words.replace("21/11", "20/11"), register, SIGNED, SIGNED, basis=True)
    assert other.message == "Nghị định số 7/2010/NĐ-CP is of 21/11/2010, not of 20/11/2010."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1/2001/NĐ-CP\tNghị định\t\t\t2001-13-01\t\t\t\ts", "line 2: “2001-13-01” is no day"),
        ("1/2001/NĐ-CP\tNghị định\t\t\t2001-02-01\t2001-01-01\t\t\ts", "line 2: it is in force before its own day."),
        ("1/2001/NĐ-CP\tNghị định\t\t\t\t2001-01-01\t2000-01-01\t\ts", "line 2: it ends before it is in force."),
        ("1/2001/NĐ-CP\tNghị định\t\t\t\t\t\t\t", "line 2: it names no kind or no source"),
        ("\tNghị định\tvề cây\t\t2001-01-01\t\t\t\ts", "line 2: it names neither a number nor a law"),
        ("1\tLuật\t\t\t\t\t\t\ts\t\tmore", "line 2: it has more fields than there are columns."),
        ("1/2001/A\tLuật\t\t\t\t\t\t01/2001/A\ts", "line 2: it takes its own place"),
        (
            "1/2001/A\tLuật\t\t\t\t\t\t2/2001/A\ts\n2/2001/A\tLuật\t\t\t\t\t\t1/2001/A\ts",
            "line 3: it and the text of line 2 take each other's place.",
        ),
        ('"1/2001/A\tLuật\t\t\t\t\t\t\ts', 'line 2: “"1/2001/A” has a quotation mark in it'),
        ("1/A\tLuật\t\t\t\t\t\t\ts\n01/A\tLuật\t\t\t\t\t\t\ts", "line 3: line 2 tells of the same text."),
    ],
)
def test_a_wrong_line_is_told(line: str, said: str) -> None:
    with pytest.raises(RegisterError, match="line") as problem:
        texts_of(HEAD + line)
    assert said in str(problem.value)


@pytest.mark.parametrize(
    ("wish", "numbers"),
    [
        ("Nghị định số 7/2010/NĐ-CP ngày 20 tháng 11 năm 2010 của Chính phủ", ["7/2010/NĐ-CP"]),
        ("12/NQ-CP ngày 5/4/2009", ["12/NQ-CP"]),
        ("nghi dinh 07/2010/nd-cp", ["7/2010/NĐ-CP"]),
        ("Căn cứ Luật Cây xanh ngày 04 tháng 3 năm 2012;", ["9/2012/QH13"]),
        ("luat cay xanh nam 2012", ["9/2012/QH13"]),
        ("cây xanh", ["7/2010/NĐ-CP", "", "9/2012/QH13"]),
        ("lưu trữ", ["5/2001/NĐ-CP"]),
        ("đô thị cây", ["7/2010/NĐ-CP"]),
        ("ưu", []),
        ("99/2010/NĐ-CP", []),
    ],
)
def test_a_text_is_found_as_it_is_cited_or_by_words_that_stand_together(wish: str, numbers: list[str]) -> None:
    assert [text.number for text in REGISTER.found(wish)] == numbers


def test_the_columns_have_names() -> None:
    with pytest.raises(RegisterError, match="so_hieu — the first line names the columns"):
        texts_of("so_hieu\tkind\n")
    assert texts_of("# nothing yet\n") == ()
