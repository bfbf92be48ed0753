"""What tables say beside what is followed: notes, second columns, times in tables without a column of these."""

import pytest

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.plan.model import Plan
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.foreign import plan, row, table
from tests.documents.word_xml import p, read


@pytest.mark.parametrize(
    ("header", "cells", "rules", "times"),
    [
        ("Chủ trì|Thời hạn|Ghi chú", "Văn phòng|30/4/2024|Gia hạn đến 31/7/2024", ["note-changes-task"], ["30/4/2024"]),
        ("Chủ trì|Thời hạn|Ghi chú", "Văn phòng|Quý II|Chuyển Công an xã thực hiện", ["note-changes-task"], ["Quý II"]),
        ("Chủ trì|Thời hạn|Ghi chú", "Văn phòng|Quý II|Bỏ", ["note-changes-task"], ["Quý II"]),
        ("Chủ trì|Thời hạn|Ghi chú", "Văn phòng|Quý II|Quý III", ["note-changes-task"], ["Quý II"]),
        ("Chủ trì|Thời hạn|Ghi chú", "Văn phòng|Quý II|Không gia hạn", [], ["Quý II"]),
        ("Chủ trì|Thời hạn|Ghi chú", "Văn phòng|Quý II|Nền tảng chuyển đổi số do tỉnh thực hiện", [], ["Quý II"]),
        ("Chủ trì|Thời hạn|Ghi chú", "Văn phòng|Quý II|Thay thế Quyết định số 12", [], ["Quý II"]),
        ("Đơn vị chủ trì|Đơn vị thực hiện|Thời hạn", "Văn phòng|Công an xã|Quý II", ["second-doers"], ["Quý II"]),
        ("Người thực hiện|Chủ trì|Thời hạn", "Nguyễn Văn A|Công an xã|Quý II", [], ["Quý II"]),
        ("Chủ trì|Sản phẩm, thời gian", "Văn phòng|Báo cáo, quý II/2024", ["time-beside-task"], [None]),
        ("Chủ trì|Sản phẩm", "Văn phòng|Báo cáo quý", [], [None]),
        ("Chủ trì|Đợt 1 (tháng 4)|Đợt 2 (tháng 10)", "Văn phòng|x|x", [], ["tháng 4; tháng 10"]),
    ],
)
def test_what_a_table_says_beside_its_tasks_is_told(
    header: str, cells: str, rules: list[str], times: list[str | None]
) -> None:
    rows = table(row("STT", "Nhiệm vụ", *header.split("|")), row("1", "Lắp đèn", *cells.split("|")))
    found = imported(read(plan(p("Mở đầu.") + rows)))
    assert [doubt.rule for doubt in found.doubts] == rules
    words = [one.placed.time_words for one in read_plan(found.plan).tasks]
    assert [one.text if one else None for one in words] == times


def test_second_columns_are_told_beside_an_earlier_plan_too_unless_it_has_these_columns() -> None:
    def read_with(header: str, like: Plan | None) -> Imported:
        cells = row("1", "Lắp đèn", "Văn phòng", "Công an xã", "Quý II")
        rows = table(row("STT", "Nhiệm vụ", *header.split("|")), cells)
        return imported(read(plan(p("Mở đầu.") + rows)), like=like)

    new, old = "Đơn vị chủ trì|Đơn vị thực hiện|Thời hạn", "Chủ trì|Phối hợp|Thời hạn"
    earlier, same = read_with(old, None).plan, read_with(new, None).plan
    assert [one.rule for one in read_with(new, earlier).doubts] == ["second-doers"]
    assert not read_with(new, same).doubts
