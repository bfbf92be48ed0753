"""What a person probably meant by an unknown key or value: a slip of the pen, or the Vietnamese word for it."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from kshc_cli.near import nearest
from kshc_cli.plan.record import Record
from kshc_cli.reading.folding import squeezed
from kshc_cli.source.yaml.characters import QUOTED_LENGTH

_WORDS: Final[Mapping[str, str]] = {
    "schema": "phiên bản | định dạng",
    "year": "năm",
    "issuer": "cơ quan ban hành | nơi ban hành | đơn vị ban hành",
    "parent": "cơ quan chủ quản | cấp trên",
    "place": "địa danh | nơi",
    "decision": "quyết định",
    "issuance": "ban hành",
    "agencies": "cơ quan | các cơ quan | đơn vị | các đơn vị | danh mục cơ quan",
    "calendar": "lịch",
    "plan": "kế hoạch",
    "sections": "mục | các mục | phần",
    "tables": "bảng | các bảng | bảng nhiệm vụ",
    "table": "bảng",
    "groups": "nhóm | các nhóm",
    "tasks": "nhiệm vụ | các nhiệm vụ | công việc | việc",
    "duties": "nhiệm vụ | việc",
    "columns": "cột | các cột",
    "paragraphs": "đoạn | các đoạn | đoạn văn",
    "preamble": "mở đầu | phần mở đầu",
    "heading": "tiêu đề | đề mục",
    "header": "tiêu đề | tiêu đề cột",
    "width": "độ rộng | rộng",
    "role": "vai trò",
    "key": "khóa",
    "id": "mã | mã số",
    "number": "số | stt | số thứ tự | tt",
    "symbol": "ký hiệu | số ký hiệu",
    "date": "ngày | ngày ban hành | ngày ký",
    "subject": "trích yếu | về việc | chủ đề",
    "title": "tên loại | tên",
    "authority": "thẩm quyền | thẩm quyền ban hành",
    "bases": "căn cứ | các căn cứ",
    "articles": "điều | các điều",
    "recipients": "nơi nhận",
    "signature": "chữ ký | người ký | ký",
    "lines": "chức vụ | dòng",
    "name": "tên | họ tên | họ và tên | tên đầy đủ",
    "aliases": "tên khác | tên gọi khác | viết tắt",
    "members": "thành viên | các thành viên",
    "content": "nội dung | nội dung công việc | công việc | nhiệm vụ",
    "lead": "chủ trì | cơ quan chủ trì | đơn vị chủ trì | đơn vị thực hiện | cơ quan thực hiện | phụ trách",
    "coop": "phối hợp | cơ quan phối hợp | đơn vị phối hợp",
    "result": "kết quả | sản phẩm | kết quả, sản phẩm",
    "time": "thời gian | thời gian thực hiện | thời hạn | hạn | thời hạn hoàn thành | tiến độ",
    "work_by": "hạn nội bộ",
    "others": "khác | các cột khác",
    "text": "lời văn | chữ",
    "reading": "cách hiểu | cách đọc",
    "kind": "loại | loại thời gian",
    "start": "bắt đầu | từ | từ ngày",
    "end": "kết thúc | đến | đến ngày",
    "due": "hạn | ngày đến hạn | đến hạn",
    "until": "đến | đến hết",
    "rrule": "chu kỳ | quy tắc",
    "reference": "kèm theo | dòng kèm theo",
    "entries": "nhật ký | các dòng",
    "what": "việc | loại việc",
    "task": "nhiệm vụ | mã nhiệm vụ",
    "unit": "cơ quan | đơn vị",
    "period": "kỳ",
    "note": "ghi chú",
    # values
    "other": "khác | cột khác | ghi chú",
    "window": "khoảng thời gian | trong khoảng",
    "deadline": "thời hạn | hạn | hạn chót",
    "recurring": "định kỳ | hằng tháng | hàng tháng | hằng quý | hằng năm | hằng tuần",
    "continuous": "thường xuyên | liên tục",
    "on_event": "khi phát sinh | đột xuất | theo sự kiện | khi có yêu cầu",
    "relative": "kể từ | kể từ khi | thời hạn kể từ một sự kiện",
    "undated": "không thời hạn | không ghi thời hạn | chưa xác định",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "month": "tháng",
    "keep": "giữ nguyên",
    "next_working_day": "ngày làm việc sau | ngày làm việc tiếp theo",
    "previous_working_day": "ngày làm việc trước",
    "true": "có | đúng | yes | on",
    "false": "không | sai | no | off",
}
"""What offices call the keys and values; titles of fields count too. The same word may mean several."""


@lru_cache(maxsize=16_384)
def closest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the one of ``known`` that ``word`` probably means: misspelt, or in Vietnamese with or without marks."""
    said = _squeezed(word)
    first, by_word = _called_all(known)
    if said in first:
        return first[said]
    meant = nearest(said, by_word, cutoff=0.7) if said else None
    return by_word[meant] if meant else None


def closest_key(key: str, record: type[Record]) -> str | None:
    """Return the field of a record that ``key`` probably means."""
    titled = _titles(tuple((name, field.title) for name, field in record.keys.items())).get(_squeezed(key))
    return titled or closest(key, tuple(record.keys))


@cache
def _called_all(known: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what each word stands for that names one of ``known``: the first of them, and the last."""
    pairs = [(word, name) for name in known for word in (_squeezed(name), *_called(name))]
    return dict(reversed(pairs)), dict(pairs)


@cache
def _titles(fields: tuple[tuple[str, str | None], ...]) -> dict[str, str]:
    """Return the keys of fields by what the fields are called."""
    return {_squeezed(title): name for name, title in fields if title}


def _called(name: str) -> Iterable[str]:
    return map(_squeezed, _WORDS.get(name, "").split(" | ")) if name in _WORDS else ()


def _squeezed(word: str) -> str:
    """Return a word, or the beginning of a long one, without marks, case and what parts it."""
    return squeezed(word[:QUOTED_LENGTH])
