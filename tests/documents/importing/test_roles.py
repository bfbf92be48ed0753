"""What the words over a column say that it holds."""

import pytest

from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.importing.tables.roles import columns_read, role_of
from kshc_cli.plan.model import Column, Section, Table, Task, TimeWords
from kshc_cli.plan.walk import Placed
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.foreign import BOLD, HEADER, TASK, cell, plan, row, table, wide
from tests.documents.word_xml import p, read, tr


@pytest.mark.parametrize(
    "header",
    [
        *("Người phụ trách", "Đơn vị phụ trách", "Cán bộ phụ trách", "Cán bộ thực hiện", "Công chức thực hiện"),
        *("Thực hiện", "Trách nhiệm thực hiện", "Cơ quan soạn thảo", "Cơ quan trình", "Cơ quan soạn thảo/trình"),
        *(
            "ĐV thực hiện",
            "ĐVTH",
            "Người TH",
            "Phòng, ban thực hiện",
            "Địa phương thực hiện",
            "Ai làm",
            "Giao cho",
            "Thực hiện\nChính",
        ),
        *(
            "Đơn vị nhận nhiệm vụ",
            "Đơn vị chuẩn bị nội dung",
            "Cơ quan triển khai",
            "Chủ đầu tư",
            "Phòng chuyên môn phụ trách",
        ),
        *("Cơ quan, đơn vị", "Cơ quan,\nđơn vị", "Cá nhân, tổ chức", "Cơ quan\nthực hiện", "Đơn vị được giao"),
        *("Bên đảm nhận", "NGƯỜI ĐẢM NHIỆM", "Đơn vị đảm trách", "Bên nhận việc", "Người làm", "Đảm nhận", "Giao"),
        *("Lực lượng thực hiện", "Bên thực hiện", "Nhóm thực hiện", "Cơ quan, đơn vị đảm nhận"),
        *("Phòng thực hiện", "Khoa/phòng thực hiện", "Bộ phận\nphụ trách", "Các phòng, ban thực hiện", "Xã thực hiện"),
    ],
)
def test_who_leads(header: str) -> None:
    assert role_of(header) == "lead"


@pytest.mark.parametrize(
    "header",
    [
        *("Lộ trình", "Hạn", "HẠN XỬ LÝ", "Hoàn thành", "Dự kiến hoàn thành", "Tháng", "Quý", "Ngày", "Tuần", "Mốc"),
        *(
            "TG hoàn thành",
            "Ngày thực hiện",
            "Tháng thực hiện",
            "Ngày đến hạn",
            "Mốc hoàn thành",
            *("Khi nào", "Khi nào xong", "Bao giờ xong"),
            "Tần suất",
        ),
        *(
            "Mốc cần xong",
            "Mốc xong",
            "Cần xong",
            "Xong trước",
            "Chậm nhất",
            "Trước ngày",
            "T.gian",
            "TGHT",
            "Ngày cần",
        ),
        *("Thời gian\nthực hiện", "Thời gian\nTháng", "Thời hạn\nhoàn thành"),
    ],
)
def test_when(header: str) -> None:
    assert role_of(header) == "time"


@pytest.mark.parametrize("header", ["Tên văn bản", "Tên báo cáo", "Tên cuộc kiểm tra", "Chuyên đề", "Danh mục đề án"])
def test_what_is_to_be_done(header: str) -> None:
    assert role_of(header) == "content"


@pytest.mark.parametrize(
    "header",
    ["Đơn vị tham gia", "Cơ quan hỗ trợ", "Cơ quan phối hợp thực hiện", "Đơn vị phối hợp\nthực hiện", "Phối hợp"],
)
def test_who_cooperates_does_not_lead(header: str) -> None:
    assert role_of(header) == "coop"


@pytest.mark.parametrize(
    "header",
    [
        *("Hạn chế", "Mức độ\nhoàn thành", "Đơn vị tính", "Tháng 3", "Quý I", "Cơ quan ban hành", "Chương trình"),
        *("Thời gian bắt đầu", "Từ ngày", "Số người", "Số cán bộ tham gia", "Địa phương", "Ngày ban hành"),
    ],
)
def test_words_that_tell_none(header: str) -> None:
    assert role_of(header) == "other"


@pytest.mark.parametrize(
    ("header", "cell", "words"),
    [
        ("Tháng", "3", "Tháng 3"),
        ("Thời gian\nTháng", " 3-5 ", "Tháng 3-5"),
        ("Quý", "II", "Quý II"),
        ("Tháng", "Quý II", "Quý II"),
        ("Tháng", "3; 6", "3; 6"),
        ("Thời gian", "3", "3"),
    ],
)
def test_bare_numbers_are_months_or_quarters(header: str, cell: str, words: str) -> None:
    column = Column(role="time", header=header)
    task = Task(id="1", number=None, content="a", lead=None, time=TimeWords(text=cell))
    placed = Placed(task, (), Section(), None, Table(tasks=(task,)), columns=(column,))
    assert placed.time_words is not None
    assert placed.time_words.text == words


@pytest.mark.parametrize(
    ("role", "chosen", "others"),
    [
        *(("time", "Thời gian thực hiện", one) for one in ("Thời gian báo cáo", "Thời gian kiểm tra", "Hạn báo cáo")),
        *(
            ("time", "Hạn hoàn thành", one)
            for one in ("Ngày giao", "Ngày hoàn thành", "Tiến độ thực hiện", "Thời gian")
        ),
        *(("time", "Thời hạn", one) for one in ("Ngày hoàn thành", "Tiến độ", "Thời gian hoàn thành thực tế")),
        ("time", "Thời gian", "Tiến độ"),
        *(
            ("time", one, "Ngày hoàn thành")
            for one in ("Hạn ban đầu", "Hạn theo kế hoạch", "Hạn nộp", "Hạn trả lời", "Ngày hết hạn")
        ),
        *(("time", "Hạn nộp", one) for one in ("Hoàn thành", "Ngày nộp thực tế", "Ngày hoàn thành thực tế")),
        ("time", "Tiến độ\nKế hoạch", "Tiến độ\nHoàn thành"),
        ("time", "Thời gian\nHạn", "Thời gian\nHoàn thành"),
        ("time", "Ngày kết thúc", "Hạn báo cáo"),
        *(("time", "Thời hạn mới", one) for one in ("Thời hạn cũ", "Thời hạn", "Ngày hoàn thành")),
        *(("time", "Thời hạn điều chỉnh", one) for one in ("Thời hạn (ban đầu)", "Thời hạn đề nghị lùi")),
        *(("time", one, "Thời hạn") for one in ("Gia hạn đến", "Hạn mới", "Hạn sau gia hạn", "Thời gian gia hạn")),
        ("time", "Thời gian\nGia hạn", "Thời gian\nDự kiến"),
        ("time", "Thời hạn", "Thời hạn đề nghị gia hạn"),
        *(("lead", one, "Chủ trì cũ") for one in ("Chủ trì mới", "Đơn vị thực hiện")),
        *(("lead", one, "Chủ trì") for one in ("Chủ trì mới", "Đơn vị chủ trì (điều chỉnh)")),
        *(
            ("time", "Hạn phường giao", one)
            for one in ("Hạn tỉnh giao", "Hạn Trung ương giao", "Thời hạn cấp trên giao")
        ),
        ("time", "Thời hạn của tỉnh", "Hạn hoàn thành Chính phủ giao"),
        ("time", "Thời gian hoàn thành", "Hạn báo cáo"),
        ("time", "Thời gian kết thúc", "Hạn nghiệm thu"),
        ("time", "Thời gian tiến hành", "Thời hạn thanh tra"),
        ("time", "Thời gian thực hiện", "Thời hạn bảo quản"),
        ("time", "Thời gian\nKết thúc", "Thời gian\nBắt đầu"),
        ("lead", "Cơ quan thực hiện", "Lãnh đạo phụ trách"),
        ("lead", "Đơn vị chủ trì", "Người thực hiện"),
        ("lead", "Chủ trì", "Người chủ trì"),
        ("lead", "Phòng chủ trì", "Cán bộ chủ trì tham mưu"),
        ("lead", "Cơ quan soạn thảo", "Cơ quan trình"),
        ("result", "Sản phẩm", "Kết quả"),
        ("content", "Công việc cụ thể", "Nhiệm vụ"),
        ("content", "Nội dung nhiệm vụ", "Nhóm nhiệm vụ"),
    ],
)
def test_of_two_columns_of_a_role_the_surest_has_it(role: str, chosen: str, others: str) -> None:
    base = [one for one in ("Nội dung", "Người phụ trách") if role_of(one) != role]
    for pair in ((chosen, others), (others, chosen)):
        columns = columns_read((*base, *pair), (1,) * (len(base) + 2))
        assert columns is not None
        assert [one.header for one in columns if one.role == role] == [chosen]


@pytest.mark.parametrize(
    "header",
    [
        *("Thời hạn bảo quản", "Thời hạn hợp đồng", "Thời gian lưu trữ", "Thời gian phát sinh", "Hạn chế", "Hạn mức"),
        *("Thời gian thực tế", "Thời gian hoàn thành\nthực tế", "Ngày hoàn thành thực tế", "Đã hoàn thành"),
    ],
)
def test_another_time_than_that_of_the_task_is_none(header: str) -> None:
    assert role_of(header) == "other"


@pytest.mark.parametrize("header", ["Thời gian giao", "Ngày nhận việc", "Thời gian cập nhật"])
def test_when_a_task_was_handed_out_is_no_time(header: str) -> None:
    assert role_of(header) == "other"


def test_what_is_reached_while_tasks_are_done_is_no_product() -> None:
    for tracking in ("Trạng thái", "% hoàn thành", "Tình trạng", "Ngày hoàn thành"):
        columns = columns_read(("Nội dung", "Chủ trì", "Hạn", "Kết quả thực hiện", tracking), (1,) * 5)
        assert columns is not None
        assert [one.role for one in columns] == ["content", "lead", "time", "other", "other"]
    columns = columns_read(("Nội dung", "Chủ trì", "Hạn", "Kết quả thực hiện", "Ghi chú"), (1,) * 5)
    assert columns is not None
    assert columns[3].role == "result"


@pytest.mark.parametrize(
    "headers",
    [
        ("STT", "Nội dung thi", "Đơn vị tham gia", "Giải"),
        ("STT", "Tên dự án", "Chủ đầu tư", "Giải ngân"),
        ("STT", "Tên văn bản", "Cơ quan ban hành", "Ngày ban hành"),
        ("STT", "Nội dung chi", "Đơn vị tính", "Thành tiền"),
    ],
)
def test_other_lists_are_no_tasks(headers: tuple[str, ...]) -> None:
    assert columns_read(headers, (1,) * len(headers)) is None


def test_headers_that_mean_two_things_are_judged_by_their_cells_again() -> None:
    percents = (row("1", "Xây dựng kế hoạch", "Văn phòng", "50%"), row("2", "Sơ kết", "Văn phòng", "100%"))
    body = plan(
        p("I. MỘT", "", BOLD) + table(HEADER, TASK, row("2", "Tổng kết", "Văn phòng", "Quý IV"))
        + p("II. HAI", "", BOLD) + table(HEADER, *percents)
    )  # fmt: skip
    found = imported(read(body)).plan
    tables = [one for section in found.plan.sections for one in section.tables]
    roles = [[one.role for one in each.columns or found.plan.columns or ()] for each in tables]
    assert (roles[0][-1], roles[1][-1]) == ("time", "other")
    assert imported(read(body), like=found).plan == found


@pytest.mark.parametrize(
    ("content", "leads"),
    [("Nội dung", ("Văn phòng", "Văn phòng", "Phòng Kinh tế")), ("Đơn vị được kiểm tra", ("", "", ""))],
)
def test_headings_that_name_bodies_lead_where_no_column_does(content: str, leads: tuple[str, ...]) -> None:
    def group(number: str, words: str) -> str:
        return tr(cell(number, "", BOLD), cell(words, wide(2), BOLD))

    below = (row("1", "Việc một", "Quý I"), row("2", "Việc hai", "Quý II"))
    rows = (group("I", "Văn phòng"), *below, group("II", "Phòng Kinh tế"), row("1", "Việc ba", "Quý III"))
    read_back = read_plan(imported(read(plan(p("Mở đầu.") + table(row("STT", content, "Thời gian"), *rows)))).plan)
    names = {one.id: one.name for one in read_back.plan.agencies}
    assert tuple("; ".join(names[body] for body in one.lead.agencies) for one in read_back.tasks) == leads


def test_a_time_beside_who_leads_is_told() -> None:
    rows = (row("1", "Việc một", "- Chủ trì: Văn phòng\n- Thời gian: Quý II/2024"),)
    found = imported(read(plan(p("Mở đầu.") + table(row("STT", "Nội dung", "Tổ chức thực hiện"), *rows))))
    assert [one.rule for one in found.doubts] == ["time-beside-task"]
