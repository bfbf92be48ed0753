"""``kshc laws``, and what an office adds beside its plan."""

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from kshc_cli.reading.laws.register import own_register
from tests.conftest import EXAMPLES, Kshc, Result
from tools.citations import main

SOUND = EXAMPLES / "sound.yaml"
HEAD = "number\tkind\tissuer\tdate\tin_force_from\tends\tsource\n"
OWN = f"{HEAD}63/2010/NĐ-CP\tNghị định\tChính phủ\t2010-06-08\t2010-10-14\t2026-01-01\tCông báo\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SOUND, tmp_path / "plan.yaml")
    return tmp_path


def test_a_text_is_shown_with_its_source_and_what_is_unknown(kshc: Kshc) -> None:
    answer = kshc("laws", "61/2018/nđ-cp", "--on", "2024-01-09")
    assert answer.status == 0
    assert "In force from  21/06/2018" in answer.out
    assert "Ends           unknown" in answer.out
    assert "On 09/01/2024  unknown: it has been in force, and whether it has ended is not known" in answer.out
    assert "Source\n  https://" in answer.out


@pytest.mark.parametrize(
    ("day", "said"),
    [("2025-02-28", "not yet in force"), ("2025-03-01", "in force"), ("16/6/2025", "no longer in force")],
)
def test_how_a_text_stands_on_a_day(kshc: Kshc, day: str, said: str) -> None:
    answer = kshc("laws", "65/2025/QH15", "--on", day)
    assert f"  {said}\n" in answer.out
    assert "Replaced by" in answer.out
    assert "Luật Tổ chức chính quyền địa phương (72/2025/QH15)" in answer.out


def test_programs_get_null_where_nothing_is_known(kshc: Kshc) -> None:
    told = json.loads(kshc("laws", "chinh quyen dia phuong", "--on", "2025-04-01", "--format", "json").out)
    assert told["schema"] == "kshc.laws/1"
    assert told["on"] == "2025-04-01"
    by_number = {text["number"]: text for text in told["texts"]}
    assert by_number["65/2025/QH15"]["in_force"] is True
    assert by_number["72/2025/QH15"]["in_force"] is False
    assert by_number["77/2015/QH13"]["ends"] == "2025-03-01"
    assert by_number["47/2019/QH14"]["in_force"] is None
    assert by_number["47/2019/QH14"]["ends"] is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Nghị định số 30/2020/NĐ-CP ngày 06/3/2020",
            "Nghị định số 30/2020/NĐ-CP is of 05/03/2020, not of 06/03/2020.",
        ),
        ("30/2020/NĐ-CP ngày 05 tháng 4 năm 2020", "Nghị định số 30/2020/NĐ-CP is of 05/03/2020, not of 05/04/2020."),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 31/02/2020",
            "“ngày 31/02/2020” is no day of the calendar. February 2020 has 29",
        ),
        ("Thông tư số 30/2020/NĐ-CP", "30/2020/NĐ-CP is called Nghị định, not Thông tư."),
        ("30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ", "was issued by Chính phủ, not by Thủ tướng"),
    ],
)
def test_what_is_cited_with_a_slip_is_shown_and_told(kshc: Kshc, asked: str, said: str) -> None:
    answer = kshc("laws", asked)
    assert (answer.status, "về công tác văn thư" in answer.out) == (0, True)
    assert said in answer.err
    assert kshc("laws", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ").err == ""


@pytest.mark.parametrize("day", ["31/2/2026", "hôm qua", "2026-13-01"])
def test_a_day_that_there_is_not_is_refused(kshc: Kshc, day: str) -> None:
    answer = kshc("laws", "30/2020/NĐ-CP", "--on", day)
    assert (answer.status, answer.out, "is no day of the calendar" in answer.err) == (2, "", True)


def test_an_unknown_text_is_not_called_wrong(kshc: Kshc) -> None:
    answer = kshc("laws", "999/2031/NĐ-CP")
    assert answer == Result(0, "", "The register knows no such text; that does not mean that there is none.\n")


def test_an_office_adds_lines_beside_its_plan(kshc: Kshc, folder: Path) -> None:
    assert kshc("validate").out == ""
    (folder / "laws.tsv").write_text(OWN, encoding="utf-8")
    found = kshc("validate")
    assert "Nghị định số 63/2010/NĐ-CP has not been in force since 01/01/2026. [basis-in-force]" in found.out
    assert "Ends           01/01/2026" in kshc("laws", "63/2010/NĐ-CP").out


def test_another_register_stands_in_place_of_all(kshc: Kshc, folder: Path) -> None:
    (folder / "other.tsv").write_text(OWN, encoding="utf-8")
    assert kshc("laws", "--file", "other.tsv").out.count("Text number ") == 1


@pytest.mark.parametrize("command", [("validate",), ("laws",)])
def test_a_wrong_line_is_told_with_its_place(kshc: Kshc, folder: Path, command: tuple[str, ...]) -> None:
    (folder / "laws.tsv").write_text(OWN.replace("2010-06-08", "08/6/2010"), encoding="utf-8")
    answer = kshc(*command)
    assert answer.status == 3
    assert "laws.tsv: line 2: “08/6/2010” is no day; write it as in 2024-06-30." in answer.err


def test_a_register_is_text(kshc: Kshc, folder: Path) -> None:
    (folder / "laws.tsv").write_bytes(b"\xff\xfe\x00")
    assert "laws.tsv: it is not written in UTF-8." in kshc("laws").err


def test_the_share_of_citations_that_it_knows_is_counted(
    folder: Path, plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of Sa Đéc's plan, and of a Word file that cites a text of a ministry twice and one of a province."""
    cited = "Thông tư số 5/1990/TT-BNV", "Quyết định số 12/2024/QĐ-UBND"
    document = Document()
    for words in ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;", *(cited * 2)):
        document.add_paragraph(words)
    document.save(str(folder / "a.docx"))
    (folder / "b.docx").write_bytes((folder / "a.docx").read_bytes())
    assert main([str(folder)]) == 0
    first, second, *unknown = capsys.readouterr().out.splitlines()
    assert first == "1 files, 3 citations, 1 (33%) known"
    assert second == "2 texts, 1 (50%) known"
    assert unknown == ["    2  Thông tư số 5/1990/TT-BNV"]
    assert main([str(plan_file)]) == 0
    assert "18 citations, 17 (94%) known" in capsys.readouterr().out


def test_each_line_of_the_register_has_a_public_source() -> None:
    for text in own_register().texts:
        assert all(place.startswith(("https://", "http://")) for place in text.source.split(" ; ")), text.number
        assert text.replaced_by == "" or own_register().successor(text) is not None
