"""The workbook of duties: what its cells hold, that nothing in it runs, how it counts, and what is refused."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from kshc_cli.messages import speaking
from kshc_cli.outputs.excel.heights import height_of
from kshc_cli.outputs.excel.names import sheet_name
from kshc_cli.reports.duty_table import duty_table
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.outputs.calendars import COMING_BACK, run
from tests.outputs.workbooks import computed, counts_of, exported, opened, saved_again, table_of
from tests.tracking.logs import FOLLOWED

RUNNING = ("=1+1", "+84", "-7", "@SUM(A1)", '=HYPERLINK("a")', "https://a.vn", "007")
"""What a spreadsheet would take for formulas, an address and a number, were it typed."""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_bytes(FOLLOWED.read_bytes())
    return tmp_path / "plan.yaml"


def record(kshc: Kshc, plan: Path, *words: str, today: str = "2026-07-05") -> None:
    result = kshc(*words, "--plan", plan, "--today", today)
    assert result.status == 0, result.err


def changed(plan: Path, old: str, new: str) -> None:
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new), "utf-8")


def test_each_duty_is_a_row_with_days_that_are_days(kshc: Kshc, plan: Path) -> None:
    record(kshc, plan, "done", "window", "--unit", "y-te", "--on", "2/7/2026", "--doc", "12/BC")
    book = opened(exported(plan))
    assert book.sheetnames == ["Duties", "Summary"]
    rows = table_of(book["Duties"])
    window = {row["Body"]: row for row in rows if row["ID"] == "window"}
    assert list(window) == ["Phòng Kinh tế", "Phòng Văn hóa", "Trạm Y tế", "Văn phòng"]
    told = window["Trạm Y tế"]
    assert (told["Due"], told["Done on"], told["Standing"], told["Document"]) == (
        *(date(2026, 6, 30), date(2026, 7, 2)),
        *("Done late", "12/BC"),
    )
    assert (window["Văn phòng"]["Standing"], window["Văn phòng"]["Days left"]) == ("Overdue", -5)
    assert [row["Period"] for row in rows if row["ID"] == "monthly"][:3] == ["month 1", "month 1", "month 2"]
    due = book["Duties"]["G4"]
    assert (due.is_date, due.number_format) == (True, "dd/mm/yyyy")


def test_rows_stand_as_status_counts_them(kshc: Kshc, plan: Path) -> None:
    record(kshc, plan, "done", "window", "--unit", "y-te", "--on", "29/6/2026")
    record(kshc, plan, "reassign", "two", "--period", "30/9", "--to", "kinh-te", "--by", "QĐ 5")
    record(kshc, plan, "cancel", "own", "--by", "QĐ 6")
    rows = table_of(opened(exported(plan))["Duties"])
    shown = json.loads(kshc("show", "window", "--format", "json", "--plan", plan, "--today", "2026-07-05").out)
    window = [(row["Standing"], row["Due"]) for row in rows if row["ID"] == "window"]
    assert window == [(one["status"].capitalize(), date.fromisoformat(one["due"])) for one in shown["duties"]]
    assert {row["Standing"] for row in rows if row["ID"] == "own"} == {"Cancelled"}
    assert [(row["Body"], row["Standing"]) for row in rows if row["ID"] == "two"][1:] == [
        ("Văn phòng", "Reassigned"),
        ("Phòng Kinh tế", "Running"),
    ]


def test_words_of_the_plan_are_never_formulas_numbers_or_addresses(plan: Path) -> None:
    for words, content in zip(RUNNING, re.findall("content: ([^,\n}]+)", plan.read_text("utf-8")), strict=False):
        changed(plan, f"content: {content}", f"content: '{words}'")
    data = exported(plan)
    sheet = opened(data)["Duties"]
    cells = {cell.value: cell for (cell,) in sheet["C4:C60"] if cell.value}
    assert {words: cells[words].data_type for words in RUNNING} == dict.fromkeys(RUNNING, "s")
    assert [words for words in RUNNING if cells[words].quotePrefix] == [*RUNNING[:5]]
    with ZipFile(plan.with_name("book.xlsx")) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not any("hyperlink" in name.lower() for name in archive.namelist())


def test_the_same_plan_log_and_day_give_the_same_bytes_and_may_be_written_anew(plan: Path) -> None:
    first = exported(plan, "--by-body")
    assert exported(plan, "--by-body") == first
    assert exported(plan, today="2026-08-01") != first


def test_a_workbook_that_somebody_saved_is_not_written_over(kshc: Kshc, plan: Path) -> None:
    target = plan.with_name("book.xlsx")
    target.write_bytes(saved_again(exported(plan)))
    kept = target.read_bytes()
    result = kshc("export", "xlsx", "--plan", plan, "--out", target)
    assert result.status == 2
    assert "was not written by this command" in result.err
    assert target.read_bytes() == kept


def test_the_summary_counts_what_the_rows_say(kshc: Kshc, plan: Path, tmp_path: Path) -> None:
    record(kshc, plan, "done", "window", "--unit", "y-te", "--on", "29/6/2026")
    changed(plan, "name: Văn phòng}", "name: Văn phòng *?}")
    data = exported(plan)
    rows, seen = table_of(opened(data)["Duties"]), opened(data, values=True)["Summary"]
    heads = [cell.value for cell in seen[3]][2:]
    counted = counts_of(seen)
    for body, (total, *counts) in counted.items():
        own = [row for row in rows if body in {"All bodies", row["Body"] or "(no body known)"}]
        assert (total, counts) == (len(own), [sum(row["Standing"] == head for row in own) for head in heads])
    assert {"(no body known)", "Văn phòng *?", "Trạm Y tế"} < set(counted)
    book = opened(data)
    assert all(isinstance(cell.value, str) for cell in book["Summary"][4])
    anew = opened(computed(saved_again(data), tmp_path), values=True)
    assert counts_of(anew["Summary"]) == counted
    sheet = book["Duties"]
    place = next(cell for cell in sheet["H"] if cell.value == "Overdue")
    place.value = "Done"
    again = counts_of(opened(computed(saved_again(book), tmp_path), values=True)["Summary"])
    old, new = counted["All bodies"], again["All bodies"]
    assert (new[heads.index("Done") + 1], new[heads.index("Overdue") + 1]) == (
        old[heads.index("Done") + 1] + 1,
        old[heads.index("Overdue") + 1] - 1,
    )


def test_who_only_cooperates_owes_nothing(plan_file: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(plan_file.read_bytes())
    led = counts_of(opened(exported(plan, today="2024-06-24"), values=True)["Summary"])
    both = exported(plan, "--role", "any", today="2024-06-24")
    assert opened(both)["Summary"]["B3"].value == "Duties led"
    for data in (both, computed(both, tmp_path)):
        counted = counts_of(opened(data, values=True)["Summary"])
        assert {body: counted[body] for body in led} == led
        assert [counts for body, counts in counted.items() if body not in led and any(counts)] == []


def test_more_bodies_than_a_page_holds(plan_file: Path, tmp_path: Path) -> None:
    text = plan_file.read_text(encoding="utf-8")
    names = [f"Ban số {number}" for number in range(25)]
    agencies = "".join(f"\n  - id: ban-{number}\n    name: {name}" for number, name in enumerate(names))
    many = text.replace("\nagencies:", f"\nagencies:{agencies}", 1)
    many = many.replace("lead: Văn phòng HĐND&UBND Thành phố\n", f"lead: {'; '.join(names)}\n", 1)
    (tmp_path / "plan.yaml").write_text(many, encoding="utf-8")
    book = opened(exported(tmp_path / "plan.yaml", today="2024-06-24"))
    assert set(names) <= set(counts_of(book["Summary"]))
    assert book["Summary"].page_setup.fitToHeight == 0


def test_libreoffice_keeps_rows_days_filters_colours_and_chart(plan: Path, tmp_path: Path) -> None:
    data = exported(plan, "--by-body")
    assert opened(data)["Duties"].freeze_panes == "D4"
    kept = opened(computed(data, tmp_path), values=True)
    book = opened(data, values=True)
    assert kept.sheetnames == book.sheetnames
    for name in book.sheetnames:
        assert [[cell.value for cell in row] for row in kept[name].iter_rows()] == [
            [cell.value for cell in row] for row in book[name].iter_rows()
        ]
    sheet = kept["Duties"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3"
    assert any(rule.formula == ['"Overdue"'] for rules in sheet.conditional_formatting for rule in rules.rules)
    with ZipFile(tmp_path / "book.xlsx") as archive:
        assert b"barChart" in archive.read("xl/charts/chart1.xml")


def test_a_page_has_headings_numbers_and_no_cut_words(plan: Path, tmp_path: Path) -> None:
    changed(plan, "content: Tập huấn", f"content: {'Nghiêng ' * 60}cuối")
    computed(exported(plan), tmp_path, "pdf")
    words = subprocess.run(
        ["pdftotext", "-layout", "book.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    pages = words.split("\f")[:-1]
    assert "cuối" in words
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Kiểm soát thủ tục hành chính năm 2026" in page
    assert sum("Standing" in page for page in pages) >= len(pages) - 1


def test_the_workbook_speaks_the_users_language(monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    book = opened(exported(plan))
    assert book.sheetnames == ["Đầu việc", "Tổng hợp"]
    assert {row["Tình hình"] for row in table_of(book.worksheets[0])} >= {"Quá hạn", "Chưa bắt đầu"}
    assert book.properties.title.endswith("Kiểm soát thủ tục hành chính năm 2026")
    assert (book.properties.creator, book.properties.created.date()) == (
        "Ủy ban nhân dân xã Hòa Bình",
        date(2026, 1, 5),
    )


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_two_columns_are_called_alike_and_no_heading_has_signs_of_formulas(language: str) -> None:
    with speaking(language):
        heads = [column.heading.lower() for column in duty_table([], []).columns]
    assert len(set(heads)) == len(heads)
    assert not set("".join(heads)) & set("[]#'@")


def test_one_bodys_rows_by_part_and_kind(plan: Path) -> None:
    def bodies(*options: str) -> set[tuple[str | None, str | None]]:
        return {(row["ID"], row["Body"]) for row in table_of(opened(exported(plan, *options))["Duties"])}

    assert bodies("--agency", "y te") == {("window", "Trạm Y tế"), ("goes-on", "Trạm Y tế")}
    assert bodies("--kind", "continuous") == {("goes-on", "Trạm Y tế")}
    assert bodies("--role", "coop", "--kind", "continuous") == {(None, None)}


def test_parts_are_told_where_they_differ(plan_file: Path, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(plan_file.read_bytes())
    rows = table_of(opened(exported(tmp_path / "plan.yaml", "--role", "any", today="2024-07-05"))["Duties"])
    assert {row["Takes part"] for row in rows} == {"leads", "cooperates"}


def test_each_body_may_have_a_sheet_of_its_own(plan: Path) -> None:
    changed(plan, "name: Phòng Kinh tế}", 'name: "Phòng Kinh tế, Hạ tầng và Đô thị [phường] A/B"}')
    changed(plan, "name: Phòng Văn hóa}", 'name: "Phòng Kinh tế, Hạ tầng và Đô thị [phường] A/C"}')
    book = opened(exported(plan, "--by-body"))
    assert book.sheetnames[2:] == [
        *("Văn phòng", "Phòng Kinh tế, Hạ tầng và Đô t…", "Phòng Kinh tế, Hạ tầng và… (2)"),
        *("Trạm Y tế", "(no body known)"),
    ]
    rows = table_of(book["Duties"])
    own = [row for name in book.sheetnames[2:] for row in table_of(book[name])]
    assert sorted(map(str, own)) == sorted(map(str, rows))
    names = [name for sheet in book for name in sheet.tables]
    assert len(set(names)) == len(names)


def test_names_of_sheets_have_few_letters_and_are_never_alike() -> None:
    taken: set[str] = set()
    wishes = ["A" * 40, "a" * 40, "'x'", "[]", "History", "", "x"]
    names = [sheet_name(wish, taken) for wish in wishes]
    assert len({name.lower() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert "history" not in {name.lower() for name in names}


def test_rows_are_as_high_as_their_words() -> None:
    assert height_of([("a", 10)]) == 16
    assert height_of([("aaaa bbbb cccc", 10), ("x", 3)]) == 31
    assert height_of([("một\nhai\nba", 10)]) == 46
    assert height_of([("a" * 35, 10)]) == 61
    assert height_of([("a" * 10_000, 10)]) == 409


def test_years_without_days_and_plans_without_duties(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(COMING_BACK, "utf-8")
    rows = table_of(opened(exported(plan))["Duties"])
    assert {row["Due"] for row in rows if row["ID"] == "across"} == {date(2027, 1, 15)}
    assert [(row["Due"], row["Standing"]) for row in rows if row["ID"] == "no-time"] == [(None, "Date unknown")]
    assert table_of(opened(exported(plan, "--agency", "van-hoa", "--kind", "on_event"))["Duties"])[0]["ID"] is None


def test_a_plan_with_errors_is_refused_but_for_a_draft(kshc: Kshc, tmp_path: Path) -> None:
    broken = next((EXAMPLES / "rules" / "unknown-unit").glob("*.yaml"), None) or next(
        (EXAMPLES / "rules" / "contradicting-reading").glob("*.yaml")
    )
    target = tmp_path / "book.xlsx"
    result = kshc("export", "xlsx", "--plan", broken, "--out", target)
    assert (result.status, target.exists()) == (1, False)
    assert "error" in result.err
    assert kshc("export", "xlsx", "--plan", broken, "--form", "--by-body", "--out", target, "--draft").status == 0
    book = opened(target.read_bytes())
    shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert len(shown) > 3
    for sheet in shown:
        assert any("DRAFT: " in str(sheet.cell(row, 1).value or sheet.cell(row, 2).value) for row in (1, 2)), sheet
        assert "DRAFT: " in sheet.oddHeader.left.text
    assert str(book["Summary"]["A2"].value).startswith("Draft: the plan or its log has errors. How it stands")


def test_a_file_that_cannot_be_written_is_refused_before_the_plan_is_read(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("schema: [", "utf-8")
    result = kshc("export", "xlsx", "--plan", tmp_path / "plan.yaml", "--out", tmp_path / "none" / "book.xlsx")
    assert result.status == 3
    assert "none" in result.err
    status, _out = run("export", "xlsx", "--plan", ROOT / "plan.yaml", "--out", "-")
    assert status == 2


def test_each_body_has_the_file_that_it_has_alone_and_none_replaces_what_somebody_typed(
    kshc: Kshc, plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "forms"
    run = ("export", "xlsx", "--plan", plan, "--today", "2026-07-05", "--form")
    assert kshc(*run, "--all", "--out", folder).status == 0
    written = sorted(one.name for one in folder.iterdir())
    assert {"kinh-te.xlsx", "y-te.xlsx"} <= {*written}
    for name in written:
        alone = kshc(*run, "--agency", name.removesuffix(".xlsx"), "--out", tmp_path / "alone.xlsx")
        assert alone.status == 0
        assert (folder / name).read_bytes() == (tmp_path / "alone.xlsx").read_bytes()
    before = (folder / "kinh-te.xlsx").read_bytes()
    (folder / "y-te.xlsx").write_bytes(saved_again(opened(before)))
    plan.write_text(plan.read_text(encoding="utf-8").replace("title: KẾ", "title: MỘT KẾ"), encoding="utf-8")
    refused = kshc(*run, "--all", "--out", folder)
    assert (refused.status, (folder / "kinh-te.xlsx").read_bytes()) == (2, before)
    assert "y-te.xlsx was not written by this command" in refused.err
    assert "is a file" in kshc(*run, "--all", "--out", tmp_path / "alone.xlsx").err
