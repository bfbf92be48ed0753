"""Columns of notes whose words change what the row says: another time, another body, or that nothing is to be done."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.documents.importing.tables.grid import GridRow
from kshc_cli.documents.importing.tables.judging import is_time
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.plan.model import Column
from kshc_cli.reading.folding import composed, fold

_NOTES: Final = re.compile(
    r"ghi chu|luu y|chu thich|chu giai|y kien|dieu chinh|thay doi|tinh trang|trang thai|tinh hinh|dien giai|bo sung"
    r"|\bkhac\b|^\W*$"
)
"""Words over a column of notes; or none."""
_CHANGES: Final = re.compile(
    r"(?<!không )(?<!chưa )\b(?:gia\s+hạn|(?:lùi|dời|hoãn|kéo\s+dài)\b(?!\s+(?:lại\s+)?(?:xe|nhà|hộ|dân|mộ))"
    r"|tạm\s+(?:dừng|hoãn|ngừng|ngưng)"
    r"|(?:chuyển|giao)\s+(?:lại|sang|cho|về)"
    r"|thay\s+(?:thế\s+|bằng\s+|cho\s+)+(?:nhiệm\s+vụ|đơn\s+vị|nội\s+dung|thời)|(?:gộp|ghép|nhập|lồng\s+ghép)\s+(?:với|vào|chung)"
    r"|điều\s+chỉnh\s+(?:thời|hạn|tiến\s+độ|đơn\s+vị|sang|thành|đến|từ))\b"
    r"|\b(?:không|thôi|ngừng|dừng)\s+(?:(?:phải|còn|tiếp\s+tục)\s+)*(?:thực\s+hiện|triển\s+khai|tổ\s+chức|làm|ban\s+hành|theo\s+dõi)\b"
    r"|\bchuyển\b(?!\s+(?:đổi|giao|biến|tiền|tiếp)\b).*\b(?:thực\s+hiện|chủ\s+trì|phụ\s+trách|tham\s+mưu|xử\s+lý|theo\s+dõi|quý|tháng|ngày|năm|tuần)\b"
    r"|^\W*(?:đã\s+|đề\s+nghị\s+)?(?:bỏ|hủy|huỷ|dừng)|^\W*thôi\b"
    r"|\b(?:hủy|huỷ|bãi)\s+bỏ\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words of a note after which a task is not as its row says."""


def changing_notes(
    row: GridRow, words: Sequence[str], columns: Sequence[Column]
) -> Iterator[tuple[tuple[Paragraph, ...], str]]:
    """Yield the cells of a row with notes that change its task, or are another time than the row's, with the words."""
    times = {text for text, column in zip(words, columns, strict=True) if column.role == "time"}
    for cell, text, column in zip(row.cells, words, columns, strict=True):
        if column.role != "other" or not text or not cell or not _NOTES.search(fold(column.header)):
            continue
        if _CHANGES.search(composed(text)) or (text not in times and is_time(text)):
            yield cell, lines_of(cell)
