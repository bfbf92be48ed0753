"""What the words over a column say that it holds."""

import pytest

from kshc_cli.documents.importing.roles import role_of
from kshc_cli.plan.model import Column, Section, Table, Task, TimeWords
from kshc_cli.plan.walk import Placed


@pytest.mark.parametrize(
    "header",
    [
        *("Người phụ trách", "Đơn vị phụ trách", "Cán bộ phụ trách", "Cán bộ thực hiện", "Công chức thực hiện"),
        *("Thực hiện", "Trách nhiệm thực hiện", "Cơ quan soạn thảo", "Cơ quan trình", "Cơ quan soạn thảo/trình"),
        *("Cơ quan, đơn vị", "Cơ quan,\nđơn vị", "Cá nhân, tổ chức", "Cơ quan\nthực hiện", "Đơn vị được giao"),
    ],
)
def test_who_leads(header: str) -> None:
    assert role_of(header) == "lead"


@pytest.mark.parametrize(
    "header",
    [
        *("Lộ trình", "Hạn", "HẠN XỬ LÝ", "Hoàn thành", "Dự kiến hoàn thành", "Tháng", "Quý", "Ngày", "Tuần"),
        *("Thời gian\nthực hiện", "Thời gian\nTháng", "Thời hạn\nhoàn thành"),
    ],
)
def test_when(header: str) -> None:
    assert role_of(header) == "time"


@pytest.mark.parametrize("header", ["Cơ quan phối hợp thực hiện", "Đơn vị phối hợp\nthực hiện", "Phối hợp"])
def test_who_cooperates_does_not_lead(header: str) -> None:
    assert role_of(header) == "coop"


@pytest.mark.parametrize(
    "header",
    [
        *("Hạn chế", "Mức độ\nhoàn thành", "Đơn vị tính", "Tháng 3", "Quý I", "Cơ quan ban hành", "Chương trình"),
        *("Thời gian bắt đầu", "Từ ngày", "Số người"),
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
