"""Tasks printed as paragraphs: which lines say who, what and when."""

import pytest

from kshc_cli.plan.items import as_task
from kshc_cli.plan.lines import bracketed, line_of, quotes
from kshc_cli.plan.model import AgencyWords, Item, Labels, TimeWords
from kshc_cli.reading.times.reader import read_time

KNOWN = {
    "lead": (
        "- Cơ quan chủ trì: A",
        "Đơn vị thực hiện: A",
        "- Phân công thực hiện: A",
        "+ Chủ trì : A",
        "• Cơ quan, đơn vị thực hiện: A",
        "a) Đơn vị chủ trì thực hiện: A",
        "- Người phụ trách: A",
        "- Trách nhiệm thực hiện: A",
        "- CƠ QUAN CHỦ TRÌ: A",
        "- Cơ quan chủ trì, tham mưu: A",
        "- Đơn vị thực hiện chính: A",
        "- Phân công trách nhiệm: A",
        "- Giao nhiệm vụ: A",
        "- Lãnh đạo phụ trách: A",
        "- Cơ quan thường trực: A",
        "- Các đơn vị thực hiện: A",
        "- Đơn vị chủ trì, phối hợp: A",
        "- Chủ trì/Cơ quan phối hợp thực hiện: A",
        "- Cơ quan\u00a0chủ trì: A",
        "- Cơ quan chu\u0309 tri\u0300: A",
    ),
    "coop": (
        *("- Cơ quan phối hợp: A", "Phối hợp: A", "- Đơn vị phối hợp thực hiện: A", "- Cơ quan, đơn vị phối hợp: A"),
        *("- Các cơ quan phối hợp: A", "- Thành phần phối hợp: A", "- Phối hợp với: A", "- Lực lượng phối hợp: A"),
    ),
    "result": (
        "- Sản phẩm: A",
        "- Kết quả: A",
        "- Sản phẩm, kết quả: A",
        "- Kết quả đầu ra: A",
        "- Sản phẩm dự kiến: A",
        "- Dự kiến kết quả: A",
    ),
    "time": (
        "- Thời gian thực hiện: A",
        "- Thời hạn hoàn thành: A",
        "– Lộ trình: A",
        "- Thời gian triển khai thực hiện: A",
        "1.1. Thời gian hoàn thành dự kiến: A",
        "- Hạn hoàn thành: A",
        "Hoàn thành: A",
        "- Tiến độ thực hiện: A",
        "- Thời gian thực hiện, hoàn thành: A",
        "· Thời gian： A",
        "➢ Thời gian: A",
        "(a) Thời gian: A",
        "− Thời gian: A",
        "- Mốc thời gian: A",
        "- Dự kiến thời gian thực hiện: A",
        "- Thời gian tổ chức: A",
        "- Thời gian tổ chức thực hiện: A",
        "- Thời gian và tiến độ thực hiện: A",
        "- Tiến độ, thời gian thực hiện: A",
        "- Thời gian phải hoàn thành: A",
        "- Thời hạn xong: A",
        "- Hạn xử lý: A",
        "- Dự kiến hoàn thành: A",
        "- Thời gian kiểm tra: A",
        "- Thời gian tổng kết: A",
        "- Ngày kết thúc: A",
        "- Nghiệm thu, bàn giao: A",
        "- Đến ngày: A",
        "- Thời gian bắt đầu, kết thúc: A",
        "- Từ ngày: 01/3 đến A",
        "- Hạn chót: A",
        "- Thời hạn cuối cùng: A",
        "- Xong trước: A",
    ),
    "start": ("- Thời gian bắt đầu: A", "- Ngày khởi công: A", "- Khởi công xây dựng: A", "- Từ ngày: A", "- Từ: A"),
    "note": (
        *("- Kinh phí: A", "- Nguồn kinh phí thực hiện: A", "- Địa điểm: A", "- Số lượng: A", "- Đối tượng: A"),
        *("- Yêu cầu: A", "- Ghi chú: A", "- Mục tiêu: A", "Hạn chế: A", "- Tồn tại, hạn chế: A", "- Quy mô: A"),
    ),
    "content": ("- Nội dung: A", "- Nội dung thực hiện: A", "- Nhiệm vụ cụ thể: A", "- Tên nhiệm vụ: A"),
}


def labelled(line: str, own: Labels | None) -> tuple[str, str] | None:
    found = line_of(line, own)
    return (found.role, found.said) if found.role else None


@pytest.mark.parametrize(("role", "line"), [(role, line) for role, lines in KNOWN.items() for line in lines])
def test_a_label_says_what_the_line_holds(role: str, line: str) -> None:
    found = labelled(line, None)
    assert found
    assert (found[0], found[1][-1]) == (role, "A")


@pytest.mark.parametrize(
    "line",
    [
        "- Thời gian, địa điểm: A",
        "- Cơ quan chủ trì",
        "Văn phòng chủ trì: A",
        "- Giao: A",
        "- Thời gian qua, kết quả đạt được như sau: A",
        "- Kết quả giải quyết thủ tục hành chính năm 2025: A",
        "- Tổ chức thực hiện: A",
        "- Tổ chức triển khai: A",
        "- Thực hiện: A",
        "- Thời gian qua: A",
        "- Đến dự: A",
        "- Từ đó: A",
        "- Hạn chế cần khắc phục: A",
        "- Lãnh đạo: A",
        "- Thường trực: A",
        "Hoàn thành báo cáo: A",
        "- " + " " * 100_000 + "x",
    ],
)
def test_other_words_before_a_colon_are_no_label(line: str) -> None:
    assert labelled(line, None) is None


def test_a_label_has_at_most_a_hundred_characters() -> None:
    assert labelled("Chủ" + " " * 94 + "trì: A", None) == ("lead", "A")
    assert labelled("Chủ" + " " * 95 + "trì: A", None) is None


def test_a_plan_has_labels_of_its_own() -> None:
    own = Labels(lead=("Giao  cho", "Ban (tổ)"))
    assert labelled("- giao cho: A", own) == ("lead", "A")
    assert labelled("- Ban (tổ): A", own) == ("lead", "A")
    assert labelled("- Chủ trì: A", own) == ("lead", "A")
    assert labelled("- Giao cho: A", None) is None
    assert labelled("- Đơn vị thực hiện: A", Labels(coop=("Đơn vị thực hiện",))) == ("coop", "A")


def test_lines_without_a_label_belong_to_the_content_or_to_the_label_that_goes_on() -> None:
    lines = (
        "1.2. Rà soát thủ tục",
        "Gồm hai đợt.",
        "- Nội dung: rà soát toàn bộ",
        "- Cơ quan chủ trì:",
        "+ Văn phòng",
        "+ Phòng Kinh tế",
        "- Sản phẩm:",
        "Báo cáo",
        "- Thời gian: quý I,",
        "quý III",
        "Ghi chú thêm",
        "- Thời gian: tháng 11",
    )
    task = as_task(Item(id="x", text="\n".join(lines)), None)
    assert task.number == "1.2."
    assert task.content == "Rà soát thủ tục\nGồm hai đợt.\nrà soát toàn bộ\nGhi chú thêm"
    assert task.lead == AgencyWords(text="Văn phòng\nPhòng Kinh tế")
    assert task.result == "Báo cáo"
    assert task.time == TimeWords(text="quý I,\nquý III\ntháng 11")
    assert task.coop is None


@pytest.mark.parametrize(
    "lines",
    [
        ("- Cơ quan chủ trì: A;", "- B cung cấp số liệu;"),
        ("- Cơ quan chủ trì: A;", "B cung cấp số liệu"),
        ("- Cơ quan chủ trì: A,", "- B cung cấp số liệu"),
        ("- Cơ quan chủ trì: A", "+ B cung cấp số liệu"),
    ],
)
def test_other_lines_behind_a_label_are_not_its_own(lines: tuple[str, ...]) -> None:
    task = as_task(Item(id="x", text="\n".join(("1. Việc", *lines))), None)
    assert task.lead is not None
    assert task.lead.text.rstrip(",;") == "A"
    assert "B cung cấp số liệu" in task.content


def test_a_list_below_a_label_has_marks_of_one_rank_or_goes_on_behind_a_comma() -> None:
    text = "1. Việc\n- Chủ trì: các đơn vị sau:\n+ A,\nB\n+ C\nD\n+ E"
    task = as_task(Item(id="x", text=text), None)
    assert task.lead == AgencyWords(text="các đơn vị sau:\nA,\nB\nC")
    assert task.content == "Việc\nD\n+ E"


def test_a_blank_label_takes_no_line_of_its_own_rank() -> None:
    task = as_task(Item(id="x", text="1. Việc\n- Thời gian thực hiện:\n- Báo cáo quý IV"), None)
    assert (task.time, task.content) == (None, "Việc\n- Báo cáo quý IV")


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("quý I", "Nộp trong quý I/2026.", False),
        ("quý I", "Nộp trong quý I.", True),
        ("quý I", "Nộp trong quý III.", False),
        ("Trung tâm", "Trung tâmX", False),
        ("ngày 15/9", "trước ngày 15/9/2026", False),
        ("ngày 15/9", "trước ngày 15/9.", True),
        ("5/9", "ngày 15/9", False),
        ("/9", "ngày 15/9", False),
        ("(a)", "x (a) y", True),
    ],
)
def test_a_quote_begins_and_ends_with_words(words: str, text: str, *, found: bool) -> None:
    assert quotes(words, text) is found


@pytest.mark.parametrize(
    ("text", "number", "content"),
    [
        ("a) Tuyên truyền", "a)", "Tuyên truyền"),
        ("- Tuyên truyền", None, "Tuyên truyền"),
        ("IV. Tuyên truyền", "IV.", "Tuyên truyền"),
        ("2.1 Tuyên truyền", "2.1", "Tuyên truyền"),
        ("2026 là năm thứ hai", None, "2026 là năm thứ hai"),
        ("Tuyên truyền", None, "Tuyên truyền"),
        ("1.500 hồ sơ được số hóa", None, "1.500 hồ sơ được số hóa"),
        ("15.3.2026 họp", None, "15.3.2026 họp"),
        ("(1) Họp", "(1)", "Họp"),
        ("- Chủ trì: A", None, "- Chủ trì: A"),
    ],
)
def test_what_is_to_be_done_stands_behind_its_number(text: str, number: str | None, content: str) -> None:
    task = as_task(Item(id="x", text=text), None)
    assert (task.number, task.content) == (number, content)


def test_fields_beside_the_text_say_more_than_its_lines() -> None:
    item = Item(id="x", text="1. A\n- Chủ trì: B", lead=AgencyWords(text="B", agencies=("b",)))
    assert as_task(item, None).lead == AgencyWords(text="B", agencies=("b",))


@pytest.mark.parametrize(
    ("words", "bare", "told"),
    [
        ("Rà soát (Chủ trì: A; thời gian: quý I).", "Rà soát", {"lead": "A", "time": "quý I"}),
        ("Rà soát (thời gian: 30/6/2024, 15/7/2024)", "Rà soát", {"time": "30/6/2024, 15/7/2024"}),
        ("Rà soát (Chủ trì: A (đầu mối), B; Chủ trì: C)", "Rà soát", {"lead": "A (đầu mối), B\nC"}),
        ("Rà soát (Chủ trì：A);", "Rà soát", {"lead": "A"}),
        ("Rà soát (sau đó, thời gian: quý I)", None, {}),
        ("Rà soát (Chủ trì: )", None, {}),
        ("Rà soát (Chủ trì: A) và báo cáo", None, {}),
        ("Rà soát (ghi chú: A; chủ trì: B)", "Rà soát", {"note": "A", "lead": "B"}),
        ("Rà soát (ghi chú: A)", None, {}),
        ("Rà soát: (theo kế hoạch)", None, {}),
    ],
)
def test_labels_in_brackets_end_a_line(words: str, bare: str | None, told: dict[str, str]) -> None:
    found, parts = bracketed(words, None)
    said: dict[str, str] = {}
    for one in parts:
        said[one.holds] = f"{said[one.holds]}\n{one.words}" if one.holds in said else one.words
    assert (found, said) == (words if bare is None else bare, told)


def test_many_brackets_take_no_time() -> None:
    assert bracketed(":" + "(a" * 50_000, None)[1] == ()


@pytest.mark.parametrize(
    ("line", "head", "told"),
    [
        (
            "1. Xây trường. Cơ quan chủ trì: A. Cơ quan phối hợp: B; C. Thời gian: quý II.",
            "Xây trường.",
            [("lead", "A"), ("coop", "B; C"), ("time", "quý II.")],
        ),
        ("- Chủ trì: Sở A, phối hợp: B, thời gian: quý I", "", [("lead", "Sở A"), ("coop", "B"), ("time", "quý I")]),
        ("Chủ trì: Sở A  Phối hợp: Sở B\tThời gian: T3", "", [("lead", "Sở A"), ("coop", "Sở B"), ("time", "T3")]),
        ("- Phân công: Chủ trì: A; phối hợp: B", "", [("lead", ""), ("lead", "A"), ("coop", "B")]),
        ("- Thời gian: quý I. Địa điểm: hội trường", "", [("time", "quý I"), ("note", "hội trường")]),
        ("- Thời gian bắt đầu: 01/3; kết thúc: 30/9", "", [("start", "01/3"), ("time", "30/9")]),
        ("- Thời gian: từ: 01/3, đến: 30/9", "", [("time", "từ: 01/3, đến: 30/9")]),
        ("- Thời gian: Đợt 1: tháng 3; đợt 2: tháng 6", "", [("time", "Đợt 1: tháng 3; đợt 2: tháng 6")]),
        ("- Thời gian: 7h30: họp; 13:30 kết quả: A", "", [("time", "7h30: họp; 13:30 kết quả: A")]),
        ("1. Đất đai – Chủ trì: A – Thời gian: T3", "Đất đai", [("lead", "A"), ("time", "T3")]),
        ("+ Chủ trì: A + Phối hợp: B + Hạn: T7", "", [("lead", "A"), ("coop", "B"), ("time", "T7")]),
        ("Rà soát. Yêu cầu: đúng hạn", "Rà soát. Yêu cầu: đúng hạn", []),
        ("Rà soát, chủ trì: A", "Rà soát, chủ trì: A", []),
        ("Rà soát (xong. Chủ trì: A)", "Rà soát (xong. Chủ trì: A)", []),
        ("- Nội dung: B (Tổ A; thời gian: T7)", "", [("content", "B (Tổ A; thời gian: T7)")]),
        ("- Nội dung: B (Chủ trì: A; thời gian: T7).", "", [("content", "B"), ("lead", "A"), ("time", "T7")]),
        ("- Chủ trì: A (Tổ B); Thời gian: T7 (dự kiến)", "", [("lead", "A (Tổ B)"), ("time", "T7 (dự kiến)")]),
        ("- Nội dung: B (Tổ A; thời gian: T7", "", [("content", "B (Tổ A"), ("time", "T7")]),
        ("- Kinh phí: 5 triệu (thời gian: T7)", "", [("note", "5 triệu (thời gian: T7)")]),
    ],
)
def test_labels_stand_inside_a_line(line: str, head: str, told: list[tuple[str, str]]) -> None:
    found = line_of(line, None)
    assert (found.head, [(one.holds, one.words) for one in found.told]) == (head, told)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("(Cơ quan chủ trì: Phòng A)", ("lead", "Phòng A")),
        ("- (Thời gian: tháng 11);", ("time", "tháng 11")),
        ("(Kinh phí: không)", None),
        ("(Xem: phụ lục)", None),
        ("(Chủ trì: A) và báo cáo", None),
        ("- Đơn vị tổ chức: A", ("lead", "A")),
        ("- Cơ quan trình: A", ("lead", "A")),
    ],
)
def test_a_line_may_stand_in_brackets(line: str, said: tuple[str, str] | None) -> None:
    assert labelled(line, None) == said


def test_what_no_field_holds_stays_in_the_content_with_its_label() -> None:
    lines = ("1. Tập huấn", "- Kinh phí:", "+ Ngân sách: 20 triệu", "- Thời gian: T3. Địa điểm: xã", "- Khởi công: T1")
    task = as_task(Item(id="x", text="\n".join(lines)), None)
    assert task.content == "Tập huấn\n- Kinh phí:\n+ Ngân sách: 20 triệu\nĐịa điểm: xã\n- Khởi công: T1"
    assert task.time == TimeWords(text="T3")


def test_many_labels_take_no_time() -> None:
    assert len(line_of("- Chủ trì: A. " * 20_000, None).told) == 20_000


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        ("- Thời hạn: 30/6/2026\n- Gia hạn: 30/9/2026", None),
        ("- Thời gian: 30/6/2026\n- Thời gian gia hạn: 30/9/2026", None),
        ("- Thời hạn cũ: 30/6/2026\n- Thời hạn mới: 30/9/2026", None),
        ("- Thời gian: 15/5/2026\n- Điều chỉnh thời gian: 15/8/2026", None),
        ("- Thời gian không thực hiện: tháng 7/2026\n- Thời gian thực hiện: Quý III/2026", "Quý III/2026"),
        ("- Thời gian số liệu: Quý I/2026\n- Thời gian báo cáo: Tháng 4/2026", "Tháng 4/2026"),
        ("- Thời gian dự phòng: 10/12/2026", ""),
    ],
)
def test_of_a_time_that_was_moved_none_is_read_and_others_are_no_times(lines: str, time: str | None) -> None:
    """An extension takes the first day back, and which of two counts is not told: the words are unread."""
    told = as_task(Item(id="x", text=f"1. Rà soát\n{lines}"), None).time
    assert (told.text if told else "") == time if time is not None else told and read_time(told.text, year=2026).unread


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("- Đơn vị: Các khu phố", "Các khu phố"),
        ("- Thực hiện: Phòng Kinh tế, Hạ tầng và Đô thị; Công an xã.", "Phòng Kinh tế, Hạ tầng và Đô thị; Công an xã."),
        ("- Cơ quan, đơn vị: Văn phòng HĐND và UBND xã. Thời gian: T7", "Văn phòng HĐND và UBND xã"),
        ("- Giao: Công an xã", "Công an xã"),
        ("- Giao: Công an xã rà soát, báo cáo", None),
        ("- Đơn vị: triệu đồng", None),
        ("- Đơn vị: ban hành kế hoạch", None),
        ("- Thực hiện: Công văn số 12/UBND", None),
        ("- Thực hiện: Phòng, chống dịch", None),
        ("- Thực hiện: Phòng Kinh tế rà soát hồ sơ", None),
        ("- Thực hiện: Tổ chức tập huấn", None),
        ("- Thực hiện:", None),
    ],
)
def test_a_label_of_anything_says_who_leads_where_bodies_stand_behind_it(line: str, lead: str | None) -> None:
    found = labelled(line, None)
    assert (found[1] if found and found[0] == "lead" else None) == lead


@pytest.mark.parametrize(
    ("lines", "lead", "time"),
    [
        ("Đơn vị thực hiện:\n- Phòng A\n- Công an xã\nThời gian:\n- Quý IV", "Phòng A\nCông an xã", "Quý IV"),
        ("Đơn vị thực hiện:\nĐoàn Thanh niên xã\nThời gian:\nNgày 28/6/2026", "Đoàn Thanh niên xã", "Ngày 28/6/2026"),
        ("- Đơn vị thực hiện:\n- Phòng A\n- Công an xã\n- Thời gian: T7", "Phòng A\nCông an xã", "T7"),
        ("Đơn vị thực hiện:\n- Lập kế hoạch ra quân\nThời gian:\nHọp dân", "", ""),
        ("Đơn vị thực hiện:\n- Hội nghị tổng kết\n2. Công an xã", "", ""),
        ("Thời gian:\nTháng 12/2026\nPhòng A chuẩn bị nội dung.", "", "Tháng 12/2026"),
    ],
)
def test_what_a_lone_label_asks_for_may_stand_below_it_with_any_mark(lines: str, lead: str, time: str) -> None:
    task = as_task(Item(id="x", text=f"1. Hội thi\n{lines}"), None)
    assert (task.lead.text if task.lead else "", task.time.text if task.time else "") == (lead, time)
