"""Plans of any words and shape, to be written as Word documents and read back."""

import unicodedata
from typing import Any, Final

from hypothesis import strategies as st

from kshc_cli.plan.model import Plan
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES

_LETTERS: Final = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậéèẻẽẹíìỉĩịóòỏõọốớờởợúùủũụứừửữựýỳỷỹỵAĂÂĐÊÔƠƯỦ"
_SIGNS: Final = "0123456789 .,;:-–+/()&<>{}%#'\"“”*|@`!?[]=\\"
_PIECES: Final = (
    *("{{ plan }}", "{% if %}", "{number}", "[?]", "…", "HĐND&UBND", "<w:t>", "- ", "Uỷ", "Ủy", "hoà", "hòa", "\u00a0"),
    *("Trong tháng 6", "a: b", " # c", "null", "1.10", "no", "2024-01-09", "''", '"', "&amp;", "I. ", "Quý", "2)"),
)
_HEADERS: Final = {
    "number": ("STT", "TT", "Số TT"),
    "content": ("Nội dung", "Nhiệm vụ", "Nội dung và công việc"),
    "lead": ("Cơ quan chủ trì", "Đơn vị thực hiện", "Chủ trì"),
    "coop": ("Phối hợp", "Cơ quan phối hợp"),
    "result": ("Kết quả", "Sản phẩm đầu ra"),
    "time": ("Thời gian thực hiện", "Tiến độ", "Thời hạn hoàn thành"),
    "other": ("Ghi chú", "Căn cứ pháp lý", "Kinh phí"),
}

_LABELS: Final = ("Cơ quan chủ trì", "Phối hợp", "Sản phẩm", "Thời gian thực hiện", "Nội dung", "Kinh phí")

_REFERENCES: Final = ("(Kèm theo Quyết định số {number} {date} của Ủy ban)", "(Kèm theo văn bản)")

tidy = (
    st.lists(st.text(_LETTERS + _SIGNS, min_size=1, max_size=8) | st.sampled_from(_PIECES), min_size=1, max_size=5)
    .map("".join)
    .map(lambda words: " ".join(unicodedata.normalize("NFC", words).split(" ")).strip())
    .filter(lambda words: any(map(str.isalpha, words)) and "…." not in words and "……" not in words)
    .filter(lambda words: not any(run in words for run in (".....", ".…", "…[?]", "[?]…", "[?][?]")))
)
"""Words as an office types them, with every sign that means something to YAML, XML or a template."""

untidy = (
    st.lists(tidy | st.sampled_from(("  ", "\u00ad", "e\u0302\u0301", "\u200b", " ")), min_size=1, max_size=4)
    .map("\n".join)
    .filter(lambda words: any(map(str.isalpha, words)))
)
"""The same with line breaks, empty lines, invisible signs and decomposed letters."""


def plans(words: st.SearchStrategy[str], lines: st.SearchStrategy[str], *, whole: bool) -> st.SearchStrategy[Plan]:
    """Plans made of ``words`` for a single line and ``lines`` for cells; ``whole``: every section has a heading."""
    return _data(words, lines, whole=whole).map(Plan.model_validate)


@st.composite
def _data(draw: st.DrawFn, words: st.SearchStrategy[str], lines: st.SearchStrategy[str], *, whole: bool) -> Any:  # noqa: ANN401  what YAML gives
    sound = read_plan_file((EXAMPLES / "sound.yaml").read_bytes()).plan
    assert sound is not None
    data = sound.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    decision = data["decision"]
    decision["number"] = draw(st.sampled_from((None, "07", "112", "0[?]")))
    decision["date"] = draw(st.sampled_from((None, "2026-01-12", "2026-11-30")))
    decision["subject"] = f"Ban hành {draw(words)}"
    decision["bases"] = [f"Căn cứ {one};" for one in draw(st.lists(lines, min_size=1, max_size=3))]
    decision["articles"] = [
        f"Điều {number}. {one}" for number, one in enumerate(draw(st.lists(lines, min_size=1, max_size=3)), 1)
    ]
    decision["recipients"] = draw(st.lists(words.map(lambda one: f"x{one}"), min_size=1, max_size=3))
    decision["signature"]["name"] = draw(st.sampled_from((None, "Trần Thị Bình", "Lê Y")))
    data["year"] = draw(st.sampled_from(("2026", "2031")))
    columns = _columns()
    own_columns = draw(columns)
    ids = (f"t{number}" for number in range(1000))
    data["plan"] = {
        "subject": f"Kế hoạch {draw(words)}",
        "reference": draw(
            st.sampled_from(("(Kèm theo Quyết định số {number} {date} của Ủy ban)", "(Kèm theo văn bản)"))
        ),
        "own_heading": draw(st.booleans()),
        "columns": own_columns,
        "preamble": draw(st.lists(lines, max_size=2)),
        "sections": [
            {
                "heading": draw(words if whole else words | st.none()),
                "paragraphs": [_spoken(draw, lines, ids) for _each in range(draw(st.integers(0, 2)))],
                "items": [_item(draw, lines, ids) for _each in range(draw(st.integers(0, 2)))],
                "tables": [
                    _table(draw, words, lines, ids, own_columns, columns)
                    for _each in range(draw(st.integers(int(number == 0), 2)))
                ],
            }
            for number in range(draw(st.integers(1, 3)))
        ],
    }
    if draw(st.booleans()):
        data["issuance"] = {name: decision[name] for name in ("number", "symbol", "date", "recipients", "signature")}
        data["decision"] = None
        data["plan"] |= {"reference": None, "own_heading": True}
    return data


def _columns() -> st.SearchStrategy[list[dict[str, Any]]]:
    optional = st.lists(st.sampled_from(("number", "coop", "result", "time")), unique=True)
    return st.builds(
        lambda roles, others, widths, picks: _columns_of(("content", "lead", *roles), others, widths, picks),
        optional,
        st.lists(st.sampled_from(_HEADERS["other"]), unique=True, max_size=2),
        st.lists(st.integers(1, 100), min_size=8, max_size=8),
        st.randoms(use_true_random=False),
    )


def _columns_of(roles: tuple[str, ...], others: list[str], widths: list[int], picks: Any) -> list[dict[str, Any]]:  # noqa: ANN401  random.Random
    columns = [{"role": role, "header": picks.choice(_HEADERS[role])} for role in roles]
    columns += [{"role": "other", "key": f"k{place}", "header": header} for place, header in enumerate(others)]
    picks.shuffle(columns)
    return [{**column, "width": str(width)} for column, width in zip(columns, widths, strict=False)]


def _spoken(draw: st.DrawFn, lines: st.SearchStrategy[str], ids: Any) -> Any:  # noqa: ANN401  what YAML gives
    text = draw(lines)
    if draw(st.booleans()):
        return text
    return {"text": text, "duties": [{"id": next(ids), "content": text, "lead": None, "time": None}]}


def _item(draw: st.DrawFn, lines: st.SearchStrategy[str], ids: Any) -> dict[str, Any]:  # noqa: ANN401  an iterator
    labels = draw(st.lists(st.sampled_from(_LABELS), unique=True))
    said = [f"{draw(st.sampled_from(('- ', '+ ', 'a) ', '')))}{label}: {draw(lines)}" for label in labels]
    lead = draw(lines)
    item: dict[str, Any] = {"id": next(ids), "text": "\n".join((f"1. {lead}", *said))}
    return {**item, "lead": lead, "work_by": "2026-05-31"} if draw(st.booleans()) else item


def _table(
    draw: st.DrawFn,
    words: st.SearchStrategy[str],
    lines: st.SearchStrategy[str],
    ids: Any,  # noqa: ANN401  an iterator
    columns: list[dict[str, Any]],
    others: st.SearchStrategy[list[dict[str, Any]]],
) -> dict[str, Any]:
    own = draw(st.none() | others)
    shown = own or columns

    def tasks() -> list[dict[str, Any]]:
        return [_task(draw, lines, next(ids), shown) for _each in range(draw(st.integers(1, 3)))]

    table: dict[str, Any] = {"heading": draw(words | st.none()), "columns": own}
    if draw(st.booleans()):
        return {**table, "tasks": tasks()}
    return {**table, "groups": [{"heading": draw(words), "tasks": tasks()} for _each in range(draw(st.integers(1, 2)))]}


def _task(
    draw: st.DrawFn, lines: st.SearchStrategy[str], task_id: str, columns: list[dict[str, Any]]
) -> dict[str, Any]:
    task: dict[str, Any] = {"id": task_id, "number": None, "lead": None, "time": None, "others": {}}
    for column in columns:
        said = draw(lines) if column["role"] == "content" else draw(st.none() | lines)
        if column["role"] == "other":
            task["others"] |= {column["key"]: said} if said else {}
        else:
            task[column["role"]] = said
    if draw(st.booleans()) and task["time"]:
        task["time"] = {"text": task["time"], "reading": [{"kind": "continuous"}]}
        task["work_by"] = "2026-05-31"
    return task
