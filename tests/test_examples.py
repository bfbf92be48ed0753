"""The plans under examples/: each comes from its document as an office wrote it, and prints every word of it again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import ROOT, Kshc
from tests.documents.pages import squeezed
from tests.documents.word_file import W, body, text

FOLDER = ROOT / "examples"
SOURCES = {
    "ward-prose": "ke-hoach.docx",
    "province-annexes": "quyet-dinh.docx",
    "directive": "chi-thi.docx",
    "excel-tracker": "theo-doi.xlsx",
}
BEGINS = {
    "ward-prose": "KẾ HOẠCH",
    "province-annexes": "QUYẾT ĐỊNH",
    "directive": "CHỈ THỊ",
    "excel-tracker": "KẾ HOẠCH",
}
"""The title, from which on the words stand in the order of the source; above it, letterheads are set in two ways."""

LEADS = {
    "ward-prose": {"nv.1": "van-phong", "nv.8": "van-phong"},
    "province-annexes": {"1.1.1": "van-phong-ubnd", "2.5": "so-tu-phap"},
    "directive": {"nv.5": "van-phong-ubnd", "nv.7": "so-noi-vu"},
    "excel-tracker": {"1.1.1": "trung-tam-phuc-vu-hanh-chinh-cong", "1.2.1": "phong-kinh-te"},
}
DUE_IN_JUNE = {
    "ward-prose": {"nv.1", "nv.5", "nv.6", "nv.9"},
    "province-annexes": {"1.4.2", "1.5.1", "1.5.2", "2.1", "2.3", "2.4"},
    "directive": {"nv.2", "nv.4", "nv.6"},
    "excel-tracker": {"1.2.3", "1.3.2"},
}


@pytest.fixture(params=SOURCES)
def example(request: pytest.FixtureRequest) -> Path:
    return FOLDER / str(request.param)


def plan_in(example: Path) -> Path:
    return example / "plan.yaml"


def source_of(example: Path) -> Path:
    return example / SOURCES[example.name]


def read_back(kshc: Kshc, example: Path, *options: str | Path) -> str:
    kind = "xlsx" if source_of(example).suffix == ".xlsx" else "docx"
    told = kshc("import", kind, source_of(example), *options)
    assert told.status == 0, told.err
    return told.out


def tasks_of(kshc: Kshc, plan: Path, *question: str) -> list[dict[str, object]]:
    tasks: list[dict[str, object]] = json.loads(kshc("--plan", plan, *question, "--format", "json").out)["tasks"]
    return tasks


def pieces(source: Path) -> Iterator[str]:
    """Yield the words of a document, by paragraph or by cell, in order."""
    if source.suffix == ".xlsx":
        for row in load_workbook(source).active.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield f"{cell.value:%d/%m/%Y}" if cell.is_date else str(cell.value)
    else:
        for paragraph in body(source.read_bytes()).iter(W + "p"):
            yield text(paragraph)


def test_the_folder_holds_these_examples_and_no_others() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert folders - {"plugin"} == SOURCES.keys()


def test_nothing_is_found_in_it(kshc: Kshc, example: Path) -> None:
    result = kshc("validate", plan_in(example), "--strict")
    assert (result.status, result.out) == (0, "")


def test_it_is_what_its_document_says(kshc: Kshc, example: Path) -> None:
    assert read_back(kshc, example, "--like", plan_in(example)) == plan_in(example).read_text("utf-8")


def test_a_first_import_finds_the_same_tasks_and_bodies(kshc: Kshc, example: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(read_back(kshc, example), encoding="utf-8")
    for asked in (plan, plan_in(example)):
        (tmp_path / asked.parent.name).mkdir(exist_ok=True)
    mine, theirs = (tasks_of(kshc, one, "list") for one in (plan, plan_in(example)))
    said = ("id", "content", "lead", "coop", "time", "lead_agencies")
    assert [[task[name] for name in said] for task in mine] == [[task[name] for name in said] for task in theirs]


def test_who_does_what_and_when(kshc: Kshc, example: Path) -> None:
    leads = {task["id"]: task["lead_agencies"] for task in tasks_of(kshc, plan_in(example), "list")}
    assert {name: leads[name] for name in LEADS[example.name]} == {
        name: [body] for name, body in LEADS[example.name].items()
    }
    due = {str(task["id"]) for task in tasks_of(kshc, plan_in(example), "due", "--month", "6")}
    assert due == DUE_IN_JUNE[example.name]


def test_its_document_says_every_word_in_order_and_keeps_the_layout(kshc: Kshc, example: Path, tmp_path: Path) -> None:
    document = tmp_path / "plan.docx"
    assert kshc("--plan", plan_in(example), "render", "docx", "--out", document).status == 0
    whole = squeezed(text(body(document.read_bytes())))
    place, is_below = 0, False
    for piece in map(squeezed, pieces(source_of(example))):
        is_below = is_below or piece == squeezed(BEGINS[example.name])
        found = whole.find(piece, place if is_below else 0)
        assert found >= 0, piece
        place = found if is_below else 0
    result = kshc("check", "docx", document)
    assert result.status == 0, result.out
