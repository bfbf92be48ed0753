"""``kshc edit docx`` and ``kshc import docx --into``: a plan edited in Word, by python-docx and by LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
import yaml
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.conftest import ROOT, Kshc

PLAN = (ROOT / "plan.yaml").read_text(encoding="utf-8")
TIME = "Từ tháng 02 đến tháng 6 năm 2024"
FUNDS = "III. KINH PHÍ THỰC HIỆN"
Edit = Callable[[Document], None]


@pytest.fixture
def folder(tmp_path: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a plan and its Word file, and run kshc in it."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    assert kshc("edit", "docx", "--out", "sua.docx").status == 0
    return tmp_path


def edited(edit: Edit) -> None:
    """Edit the Word file."""
    document = docx.Document("sua.docx")
    edit(document)
    document.save("sua.docx")


def plan() -> str:
    """Return the text of the plan."""
    return Path("plan.yaml").read_text(encoding="utf-8")


def cell(document: Document, table: int, row: int, place: int, words: str) -> None:
    """Write words into a cell."""
    document.tables[table].rows[row].cells[place].paragraphs[0].runs[0].text = words


def paragraph(document: Document, start: str, words: str) -> None:
    """Write words in place of a paragraph that begins so."""
    next(one for one in document.paragraphs if one.text.startswith(start)).text = words


def remove_row(document: Document, table: int, row: int) -> None:
    """Take a row out."""
    element = document.tables[table].rows[row]._tr  # noqa: SLF001
    element.getparent().remove(element)


@pytest.mark.usefixtures("folder")
def test_the_plan_changes_where_word_did_and_nowhere_else(kshc: Kshc) -> None:
    """One cell, one line; what it means is shown; again nothing differs."""
    assert "2.1" in docx.Document("sua.docx").tables[3].rows[4].cells[0].text
    edited(lambda document: cell(document, 3, 4, 5, "Trong tháng 7 năm 2024"))
    dry = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run")
    assert (dry.status, plan()) == (0, PLAN)
    unasked = kshc("import", "docx", "sua.docx", "--into", "plan.yaml")
    assert (unasked.status, plan(), "--yes" in unasked.err) == (1, PLAN, True)
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (found.status, found.out) == (0, dry.out)
    assert "last day: 30/06/2024 → 31/07/2024" in found.out
    assert plan() == PLAN.replace(TIME, "Trong tháng 7 năm 2024", 1)
    again = kshc("import", "docx", "sua.docx", "--into", "plan.yaml")
    assert (again.status, again.err) == (0, "The plan was changed since the file was written.\nNothing differs.\n")


@pytest.mark.usefixtures("folder")
def test_both_sides_keep_what_they_changed_elsewhere(kshc: Kshc) -> None:
    """A task that came and a paragraph that went in the plan, a heading, a row and a recipient in Word."""
    mine = PLAN.replace("    - Văn phòng UBND Tỉnh;\n", "").replace("Trong tháng 7 năm 2024", "Trong tháng 8 năm 2024")
    Path("plan.yaml").write_text(mine, encoding="utf-8")

    def edit(document: Document) -> None:
        paragraph(document, FUNDS, "III. KINH PHÍ")
        remove_row(document, 3, 5)
        recipients = document.tables[1].rows[0].cells[0]
        recipients.paragraphs[4].insert_paragraph_before("- Sở Nội vụ;")

    edited(edit)
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    start = mine.index("                - id: 1.2.2\n")
    end = mine.index("                - id: 1.2.3\n")
    theirs = mine[:start] + mine[end:]
    row = "    - Thường trực Thành ủy;\n"
    assert plan() == theirs.replace(FUNDS, "III. KINH PHÍ").replace(row, f"{row}    - Sở Nội vụ;\n")


@pytest.mark.usefixtures("folder")
def test_conflicts_are_told_and_nothing_is_written(kshc: Kshc) -> None:
    """Of the same field, task by task; the same change on both sides is none."""
    mine = PLAN.replace(TIME, "Trong tháng 8 năm 2024", 1).replace("Điều 2. Quyết định này", "Điều 2. Nó")
    Path("plan.yaml").write_text(mine, encoding="utf-8")
    edited(lambda document: cell(document, 3, 4, 5, "Trong tháng 7 năm 2024"))
    edited(lambda document: paragraph(document, "Điều 2", "Điều 2. Nó có hiệu lực thi hành kể từ ngày ký."))
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (1, mine)
    assert found.err == (
        "The plan was changed since the file was written.\n"
        "changed on both sides: Task 1.2.1 › time\n"
        f"  before: “{TIME}”\n"
        "  in the plan: “Trong tháng 8 năm 2024”\n"
        "  in the file: “Trong tháng 7 năm 2024”\n"
        "Nothing was written.\n"
    )
    edited(lambda document: cell(document, 3, 4, 5, "Trong tháng 8 năm 2024"))
    same = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (same.status, "Nothing differs." in same.err) == (0, True)


@pytest.mark.usefixtures("folder")
def test_a_row_moved_on_one_side_and_taken_out_on_the_other_is_a_conflict(kshc: Kshc) -> None:
    """Whoever did which; a row that only one side moved goes there, whatever the other did in that table."""
    start, end = (PLAN.index(f"                - id: {one}\n") for one in ("1.2.2", "1.2.3"))
    row, last = PLAN[start:end], "                - id: 1.5.1\n"
    moved = (PLAN[:start] + PLAN[end:]).replace(last, row + last)
    Path("plan.yaml").write_text(moved, encoding="utf-8")
    whole = Path("sua.docx").read_bytes()
    edited(lambda document: remove_row(document, 3, 5))
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 1
    Path("sua.docx").write_bytes(whole)
    edited(lambda document: remove_row(document, 3, 6))
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    assert plan().count("- id: 1.2.2\n") == 1
    assert "- id: 1.2.3\n" not in plan()


def move_row(document: Document, number: str, before: str) -> None:
    """Move the row with a printed number before the heading that begins so."""
    rows = document.tables[3].rows
    row = next(one for one in rows if one.cells[0].text == number)._tr  # noqa: SLF001
    next(one for one in rows if one.cells[0].text.startswith(before))._tr.addprevious(row)  # noqa: SLF001


@pytest.mark.usefixtures("folder")
def test_a_row_or_paragraph_that_both_moved_stands_once(kshc: Kshc) -> None:
    """To the same place it is one change, with another change of its words too; to others a conflict of places."""
    whole = Path("sua.docx").read_bytes()

    def edit(document: Document) -> None:
        move_row(document, "2.3", "4.")
        found = {one.text[:10]: one for one in document.paragraphs}
        found["1. Căn cứ "]._p.addnext(found["2. Người đ"]._p)  # noqa: SLF001

    edited(edit)
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    moved = plan()
    again = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (again.status, plan(), "Nothing differs." in again.err) == (0, moved, True)
    edited(lambda document: cell(document, 3, 3, 0, "2. Về rà soát quy định."))
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    assert plan() == moved.replace("2. Về rà soát quy định, thủ tục hành chính.", "2. Về rà soát quy định.")
    Path("sua.docx").write_bytes(whole)
    edited(lambda document: move_row(document, "2.3", "5."))
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    told = [line.partition(": ")[2].rpartition(" › ")[2][:3] for line in found.err.splitlines()[2:5]]
    assert found.status == 1
    assert "changed on both sides: Task 1.2.3 › where" in found.err
    assert told == ["2. ", "3. ", "4. "]


@pytest.mark.usefixtures("folder")
def test_rows_that_both_added_stand_both_unless_they_are_the_same(kshc: Kshc) -> None:
    """Of the same row with another time each a conflict tells."""
    whole = Path("sua.docx").read_bytes()

    def add(content: str, time: str) -> int:
        Path("sua.docx").write_bytes(whole)

        def edit(document: Document) -> None:
            row = document.tables[3].rows[4]._tr  # noqa: SLF001
            row.addnext(deepcopy(row))
            cell(document, 3, 5, 1, content)
            cell(document, 3, 5, 5, time)

        edited(edit)
        return kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status

    assert add("Việc X", "Quý III/2024") == 0
    assert add("Việc Y khác hẳn", "Quý II/2024") == 0
    mine = plan()
    assert ("Việc X" in mine, "Việc Y" in mine) == (True, True)
    assert (add("Việc X", "Quý III/2024"), plan()) == (0, mine)
    assert (add("Việc X", "Quý IV/2024"), plan()) == (1, mine)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("is_known", "given"), [(True, "1.5.5"), (False, "1.5.4")])
def test_no_revision_of_the_plan_has_the_id_of_a_new_task(kshc: Kshc, is_known: bool, given: str) -> None:
    """Without a repository nothing remembers a task that was taken out."""
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    commands = (("init", "-q"), ("add", "plan.yaml"), ("commit", "-qm", "một")) if is_known else ()
    for words in commands:
        subprocess.run(["git", *settings, *words], check=True)
    assert '- id: "1.5.4"' in PLAN or "- id: 1.5.4" in PLAN
    edited(lambda document: remove_row(document, 3, len(document.tables[3].rows) - 1))
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    assert "1.5.4" not in plan()
    if is_known:
        subprocess.run(["git", *settings, "commit", "-qam", "hai"], check=True)
    assert kshc("edit", "docx", "--out", "sua.docx", "--force").status == 0

    def add(document: Document) -> None:
        row = document.tables[3].rows[-1]._tr  # noqa: SLF001
        row.addnext(deepcopy(row))
        cell(document, 3, len(document.tables[3].rows) - 1, 1, "Việc khác hẳn")

    edited(add)
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    assert f"id: {given}\n" in plan()


@pytest.mark.usefixtures("folder")
def test_a_conflict_names_the_field_that_the_plan_changed(kshc: Kshc) -> None:
    """Of a row that Word took out."""
    Path("plan.yaml").write_text(PLAN.replace(TIME, "Trong tháng 8 năm 2024", 1), encoding="utf-8")
    edited(lambda document: remove_row(document, 3, 4))
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert found.status == 1
    assert (
        "changed on both sides: Task 1.2.1 › time\n"
        f"  before: “{TIME}”\n"
        "  in the plan: “Trong tháng 8 năm 2024”\n"
        "  in the file: taken out\n"
    ) in found.err


@pytest.mark.parametrize(
    ("old", "new", "status", "quote"),
    [
        ("trước ngày ……… tháng", "trước ngày 20 tháng", 0, "trước ngày 20 tháng 01 năm 2024"),
        ("trước ngày ……… tháng 01 năm 2024", "trong quý I", 0, "trong quý I"),
        (" trước ngày ……… tháng 01 năm 2024", "", 1, ""),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_a_duty_quotes_follows_its_paragraph(kshc: Kshc, old: str, new: str, status: int, quote: str) -> None:
    """Where it is clear; else the paragraph stays as it was, and a dry run says the same."""

    def edit(document: Document) -> None:
        one = next(one for one in document.paragraphs if old.partition("…")[0] in one.text and "tháng 01" in one.text)
        dots = one.text[one.text.index("ngày …") + 5 :].split(" ")[0]
        one.text = one.text.replace(old.replace("………", dots), new)

    edited(edit)
    dry = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run")
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (dry.status, found.status) == (status, status)
    assert "quoted-duty" not in found.err
    assert (plan() == PLAN) == bool(status)
    assert f"time: {quote}\n" in plan() or status


@pytest.mark.usefixtures("folder")
def test_a_dry_run_tells_the_errors_that_writing_would_make(kshc: Kshc) -> None:
    """With the same words and the same exit status."""
    edited(lambda document: cell(document, 3, 4, 2, "Đơn vị lạ"))
    dry = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run")
    assert plan() == PLAN
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (dry.status, dry.err) == (found.status, found.err.replace("Written: plan.yaml\n", ""))


@pytest.mark.usefixtures("folder")
def test_a_row_that_the_log_tells_of_stays_unless_it_was_cancelled(kshc: Kshc) -> None:
    """Removed rows with recorded progress are refused."""
    assert kshc("note", "1.2.2", "Đang làm", "--today", "2024-06-10").status == 0
    edited(lambda document: remove_row(document, 3, 5))
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan(), "1.2.2" in found.err) == (1, PLAN, True)
    assert kshc("cancel", "1.2.2", "--by", "QĐ số 5/QĐ-UBND", "--on", "2024-06-04", "--today", "2024-06-10").status == 0
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run").status == 0


@pytest.mark.usefixtures("folder")
def test_new_words_of_a_task_that_the_log_tells_of_are_told(kshc: Kshc) -> None:
    """A row typed over in Word, but for who leads, keeps its mark: whoever agrees is told what was recorded."""
    assert kshc("done", "1.2.3", "--on", "2024-07-20", "--today", "2024-07-22").status == 0
    told = "The progress log tells of 1.2.3: done 20/07/2024. Check that its new words still mean the same task."
    edited(lambda document: cell(document, 3, 6, 5, "Trong tháng 8 năm 2024"))
    assert told not in kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run").out

    def typed_over(document: Document) -> None:
        for place, words in ((1, "Tổ chức hội nghị tổng kết năm"), (4, "Hội nghị"), (5, "Tháng 11 năm 2024")):
            cell(document, 3, 6, place, words)

    edited(typed_over)
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run")
    assert (found.status, told in found.out) == (0, True)


@pytest.mark.usefixtures("folder")
def test_another_lead_or_time_of_what_the_log_tells_of_is_told(kshc: Kshc) -> None:
    """Whoever agrees is told that what was recorded counts for those who lead now, and which last day counts."""
    day = ("--today", "2024-07-22")
    assert kshc("note", "1.2.3", "Đang làm", "--on", "2024-07-20", *day).status == 0
    extended = ("extend", "1.2.3", "--due", "2024-08-15", "--by", "CV 3/UBND", "--on", "2024-07-21", *day)
    assert kshc(*extended).status == 0
    edited(lambda document: cell(document, 3, 6, 2, "Phòng Nội vụ Thành phố"))
    lead = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run")
    counts = (
        "1.2.3: note 20/07/2024; extended 21/07/2024. What names no body there counts for those who lead by the new"
    )
    assert (lead.status, counts in lead.out, "has an extension of" in lead.out) == (0, True, False)
    edited(lambda document: cell(document, 3, 6, 5, "Trong tháng 9 năm 2024"))
    both = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run")
    extension = "The progress log has an extension of 1.2.3 to 15/08/2024, which counts, whatever the new words say"
    assert (both.status, counts in both.out, extension in both.out) == (0, True, True)
    assert "still mean the same task" not in both.out


def test_new_words_of_a_task_in_paragraphs_that_the_log_tells_of_are_told(
    tmp_path: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As those of a row."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "examples/ward-prose/plan.yaml", "plan.yaml")
    item = next(one for section in yaml.safe_load(plan())["plan"]["sections"] for one in section.get("items", ()))
    assert kshc("edit", "docx", "--out", "sua.docx").status == 0
    assert kshc("note", item["id"], "Đang làm", "--on", "2026-03-02", "--today", "2026-03-02").status == 0
    first = " ".join(item["text"].splitlines()[0].split())

    def edit(document: Document) -> None:
        one = next(one for one in document.paragraphs if " ".join(one.text.split()) == first)
        one.runs[-1].text += " theo quy định"

    edited(edit)
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run")
    assert (found.status, f"The progress log tells of {item['id']}: note 02/03/2026." in found.out) == (0, True)


@pytest.mark.parametrize(
    ("field", "place", "stated", "words"),
    [
        ("time", 5, "reading: [{kind: deadline, due: 2024-06-20}]", "Kỳ họp cuối năm"),
        ("lead", 2, "agencies: [phong-noi-vu]", "Phòng Tư pháp Thành phố"),
    ],
)
def test_what_was_stated_for_other_words_is_told(
    tmp_path: Path, kshc: Kshc, monkeypatch: pytest.MonkeyPatch, field: str, place: int, stated: str, words: str
) -> None:
    """It stays, and may be wrong of the new ones: written, but with the exit status of what is to be looked at."""
    monkeypatch.chdir(tmp_path)
    task = PLAN[PLAN.index("- id: 1.2.2\n") :]
    line = next(one for one in task.splitlines() if one.strip().startswith(f"{field}: "))
    given = f"{line[: line.index(field)]}{field}: {{text: Kỳ họp giữa năm, {stated}}}"
    Path("plan.yaml").write_text(PLAN.replace(task, task.replace(line, given, 1)), encoding="utf-8")
    assert kshc("edit", "docx", "--out", "sua.docx").status == 0
    edited(lambda document: cell(document, 3, 5, place, words))
    for how in ("--dry-run", "--yes"):
        found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", how)
        assert (found.status, f"was stated for “Kỳ họp giữa năm” and stands now beside “{words}”" in found.err) == (
            1,
            True,
        )
    assert f"{field}: {{text: {words}, {stated}}}" in plan()


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_taken_over_is_told(kshc: Kshc) -> None:
    """Capitals, a number without its symbol, words of the template, a paragraph that belongs nowhere."""

    def edit(document: Document) -> None:
        cell(document, 0, 0, 0, "ỦY BAN NHÂN DÂN TỈNH AN GIANG")
        cell(document, 0, 1, 0, "Số hiệu")
        paragraph(document, "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:")
        paragraph(document, FUNDS, "III. KINH PHÍ")
        document.add_paragraph("Cuối văn bản", style="Đề mục")

    edited(edit)
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    told = [line for line in found.err.splitlines() if line.startswith("not taken over")]
    assert sorted(line.split("“")[1].split("”")[0] for line in told) == [
        "Cuối văn bản",
        "QUYẾT NGHỊ:",
        "Số hiệu",
        "ỦY BAN NHÂN DÂN TỈNH AN GIANG",
    ]
    assert (found.status, plan()) == (1, PLAN.replace(FUNDS, "III. KINH PHÍ"))


@pytest.mark.usefixtures("folder")
def test_number_and_day_are_filled_in_where_they_are_printed(kshc: Kshc) -> None:
    """The line that names the decision keeps its marks for both, whether they were filled in there too or not."""

    def edit(document: Document) -> None:
        cell(document, 0, 1, 0, "Số: 05/QĐ-UBND")
        cell(document, 0, 1, 1, "Cao Lãnh, ngày 15 tháng 3 năm 2024")
        words = "của Ủy ban nhân dân thành phố Cao Lãnh)"
        paragraph(document, "(Ban hành", f"(Kèm theo Quyết định số 05/QĐ-UBND ngày 15 tháng 3 năm 2024 {words}")

    edited(edit)
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    assert plan() == (
        PLAN.replace('number: "0[?]"', 'number: "05"')
        .replace("symbol: QĐ-UBND-HC", "symbol: QĐ-UBND")
        .replace("date: 2024-01-09", "date: 2024-03-15")
        .replace("place: Sa Đéc", "place: Cao Lãnh")
        .replace("(Ban hành kèm theo Quyết định số {number} {date}", "(Kèm theo Quyết định số {number} {date}")
        .replace("{date} của Ủy ban nhân dân thành phố Sa Đéc)", "{date} của Ủy ban nhân dân thành phố Cao Lãnh)")
    )


@pytest.mark.usefixtures("folder")
def test_tracked_changes_are_accepted_or_with_original_not(kshc: Kshc) -> None:
    """Words that were put in and taken out, and a row."""
    space = nsdecls("w")
    inside = f'{space} w:id="1" w:author="An" w:date="2024-01-01T00:00:00Z"'

    def edit(document: Document) -> None:
        heading = next(one for one in document.paragraphs if one.text.startswith(FUNDS))
        run = heading.runs[0]._r  # noqa: SLF001
        text = f'<w:del {inside}><w:r><w:delText xml:space="preserve">{FUNDS}</w:delText></w:r></w:del>'
        run.addnext(parse_xml(f"<w:ins {inside}><w:r><w:t>III. KINH PHÍ</w:t></w:r></w:ins>"))
        run.addnext(parse_xml(text))
        heading._p.remove(run)  # noqa: SLF001
        row = document.tables[3].rows[5]._tr  # noqa: SLF001
        row.get_or_add_trPr().append(parse_xml(f"<w:del {inside}/>"))

    edited(edit)
    original = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes", "--original")
    assert (original.status, original.err, plan()) == (0, "Nothing differs.\n", PLAN)
    accepted = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert accepted.status == 0
    assert "Tracked changes stand open" in accepted.err
    assert (FUNDS in plan(), "- id: 1.2.2" in plan()) == (False, False)


@pytest.mark.usefixtures("folder")
def test_what_was_moved_with_tracked_changes_is_back_with_original(kshc: Kshc) -> None:
    """Word keeps moved words as plain text on both sides."""
    inside = f'{nsdecls("w")} w:id="1" w:author="An" w:date="2024-01-01T00:00:00Z"'

    def edit(document: Document) -> None:
        heading = next(one for one in document.paragraphs if one.text.startswith(FUNDS))
        last = document.paragraphs[-1]
        for paragraph, change in ((heading, "moveFrom"), (last, "moveTo")):
            moved = parse_xml(f"<w:{change} {inside}><w:r><w:t>{FUNDS}</w:t></w:r></w:{change}>")
            if change == "moveFrom":
                for run in paragraph.runs:
                    paragraph._p.remove(run._r)  # noqa: SLF001
            paragraph._p.append(moved)  # noqa: SLF001

    edited(edit)
    original = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes", "--original")
    assert (original.status, original.err, plan()) == (0, "Nothing differs.\n", PLAN)
    assert FUNDS in kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--dry-run").out.replace("-]", "")


@pytest.mark.usefixtures("folder")
def test_rows_of_a_heading_that_was_taken_out_stand_under_the_one_before(kshc: Kshc) -> None:
    tables = docx.Document("sua.docx").tables
    heading = next(n for n, row in enumerate(tables[3].rows) if row.cells[0].text.startswith("2. Về rà soát"))
    edited(lambda document: remove_row(document, 3, heading))
    answer = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (answer.status, "changed on both sides" in answer.err) == (0, False)
    (first, *_rest) = yaml.safe_load(plan())["plan"]["sections"][0]["tables"][0]["groups"]
    assert [task["id"] for task in first["tasks"]] == ["1.1.1", "1.2.1", "1.2.2", "1.2.3"]


@pytest.mark.usefixtures("folder")
def test_of_a_row_that_says_no_more_what_is_done_nothing_is_taken_over(kshc: Kshc) -> None:
    def edit(document: Document) -> None:
        for one in document.tables[3].rows[4].cells:
            for run in one.paragraphs[0].runs:
                run.text = ""

    edited(edit)
    answer = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (answer.status, plan()) == (1, PLAN)
    assert "a task has to say what is done" in answer.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("rows", [1, None], ids=["the header", "all rows"])
def test_columns_in_another_order_change_no_row(kshc: Kshc, rows: int | None) -> None:
    """Who leads is not who cooperates because Word shows the columns the other way round."""

    def edit(document: Document) -> None:
        for row in document.tables[3].rows[:rows]:
            cells = row._tr.tc_lst  # noqa: SLF001
            if len(cells) == 6:
                cells[3].addnext(cells[2])

    edited(edit)
    answer = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (answer.status, plan()) == (1, PLAN)
    assert "“Cơ quan phối hợp | Cơ quan chủ trì”: the columns of a table stand in another order" in answer.err


@pytest.mark.usefixtures("folder")
def test_a_new_group_and_rows_that_move_into_it(kshc: Kshc) -> None:
    """The rows keep their ids, new ones get theirs; the plan is sound."""

    def edit(document: Document) -> None:
        table = document.tables[3]
        heading = deepcopy(table.rows[3]._tr)  # noqa: SLF001
        for mark in list(heading.iter("{*}bookmarkStart", "{*}bookmarkEnd")):
            mark.getparent().remove(mark)
        table.rows[6]._tr.addprevious(heading)  # noqa: SLF001
        table.rows[6].cells[0].paragraphs[0].runs[0].text = "2a. Về một việc khác."

    edited(edit)
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert found.status == 0, found.err
    assert "2a. Về một việc khác." in plan()
    assert plan().count("- id: 1.2.") == 3
    assert kshc("validate", "plan.yaml").status == kshc("validate", ROOT / "plan.yaml").status


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("none", "it was not written by `kshc edit docx`"),
        ("damaged", "what it carries of the plan that it was made of is damaged"),
        ("bomb", "what it carries of the plan that it was made of is damaged"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_that_does_not_know_its_plan_is_refused(kshc: Kshc, spoil: str, said: str) -> None:
    """One sentence with what to do, and nothing is written."""
    with ZipFile("sua.docx") as old, ZipFile("xau.docx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("customXml/item9001"):
                if spoil == "none":
                    continue
                data = b'<k:base xmlns:k="urn:kshc:edit">' + (b"QUJD" if spoil == "damaged" else b"&lt;") + b"</k:base>"
            new.writestr(name, data)
    found = kshc("import", "docx", "xau.docx", "--into", "plan.yaml", "--yes")
    assert (found.status, plan()) == (3, PLAN)
    assert said in found.err
    assert "kshc diff --word" in found.err


@pytest.mark.usefixtures("folder")
def test_the_file_of_another_plan_is_refused(kshc: Kshc) -> None:
    """Of another year, or with other tasks."""
    Path("plan.yaml").write_text(PLAN.replace("year: 2024", "year: 2025"), encoding="utf-8")
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    assert (found.status, "it was written of another plan" in found.err) == (3, True)


@pytest.mark.usefixtures("folder")
def test_options_that_do_not_go_together(kshc: Kshc) -> None:
    """--yes without --into; --into with --out."""
    assert kshc("import", "docx", "sua.docx", "--yes").status == 2
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--out", "x.yaml").status == 2
    assert kshc("edit", "docx", "--out", "plan.yaml").status == 2
    assert kshc("edit", "docx", "--out", "sua.pdf").status == 2


def taken_lines(kshc: Kshc) -> list[str]:
    """Take the Word file back and return the words that were told as not taken over."""
    found = kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes")
    told = [line for line in found.err.splitlines() if line.startswith("not taken over")]
    assert found.status == 1 or not told
    return [line.split("“")[1].split("”")[0] for line in told]


TITLE, TIME_LINE = "b) Công khai thủ tục hành chính", "- Thời gian thực hiện: Trước ngày 15/9/2026."
MOVES = [
    ("a) Rà soát", [TIME_LINE], f"chính\n{TIME_LINE}\n- Nội dung"),
    (TITLE, [TIME_LINE], f"{TITLE}\n{TIME_LINE}\nVăn phòng"),
    ("1. Mục đích", [TIME_LINE], None),
    ("+ Thời gian", [TIME_LINE], ""),
    ("1. Rà soát và", [TITLE, "Văn phòng HĐND và UBND phường chủ trì"], "quý I/2026.\na) Rà soát"),
    ("- Cơ quan phối hợp", ["2. Yêu cầu"], ""),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("behind", "moved", "there"), MOVES)
def test_a_line_that_moved_is_taken_over_or_told(kshc: Kshc, behind: str, moved: list[str], there: str | None) -> None:
    """Within its task, into another one, into a section; what cannot stand there stays and is told."""
    text = (ROOT / "tests" / "examples" / "prose.yaml").read_text(encoding="utf-8")
    Path("plan.yaml").write_text(text, encoding="utf-8")
    assert kshc("edit", "docx", "--out", "sua.docx", "--force").status == 0

    def edit(document: Document) -> None:
        def begins(words: str) -> Any:  # noqa: ANN401  python-docx
            return next(one for one in document.paragraphs if one.text.startswith(words))._p  # noqa: SLF001

        for words in reversed(moved):
            begins(behind).addnext(begins(words))

    edited(edit)
    told = taken_lines(kshc)
    if there == "":
        assert ([one.startswith(words) for one, words in zip(told, moved, strict=True)], plan()) == (
            [True] * len(moved),
            text,
        )
        return
    assert not told
    data = yaml.safe_load(plan())["plan"]["sections"]
    assert plan() != text
    assert TIME_LINE not in data[1]["items"][0]["text"] or there == MOVES[0][2]
    said = "\n".join(one["text"] for one in data[1]["items"])
    assert there in said if there else data[0]["paragraphs"][1] == TIME_LINE


@pytest.mark.usefixtures("folder")
def test_what_stands_under_a_new_heading_is_not_written_elsewhere(kshc: Kshc) -> None:
    """The heading is told, with what stands below it."""

    def edit(document: Document) -> None:
        shown = document.paragraphs
        at = next(place for place, one in enumerate(shown) if one.text.startswith(FUNDS))
        after = at + 2
        for words, like in (("Khen thưởng tập thể.", shown[at + 1]), ("KHEN THƯỞNG", shown[at])):
            shown[at + 1]._p.addnext(deepcopy(like._p))  # noqa: SLF001
            document.paragraphs[after].text = words

    edited(edit)
    assert taken_lines(kshc) == ["KHEN THƯỞNG"]
    assert plan() == PLAN


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("number", "day", "told"),
    [("07/QĐ-UBND-HC", "15 tháng 01", 0), ("07/QĐ-UBND-HC", "09 tháng 01", 0), ("07", "09 tháng 01", 1)],
)
def test_number_and_day_in_the_line_that_names_the_decision(kshc: Kshc, number: str, day: str, told: int) -> None:
    """They are filled in, or told; the line keeps its marks."""
    line = f"(Ban hành kèm theo Quyết định số {number} ngày {day} năm 2024 của Ủy ban nhân dân thành phố Sa Đéc)"
    edited(lambda document: paragraph(document, "(Ban hành", line))
    assert len(taken_lines(kshc)) == told
    wanted = PLAN if told else PLAN.replace('number: "0[?]"', 'number: "07"')
    assert plan() == wanted.replace("date: 2024-01-09", f"date: 2024-01-{day[:2]}")


@pytest.mark.usefixtures("folder")
def test_a_heading_without_rows_and_a_table_that_is_gone_are_told_by_their_words(kshc: Kshc) -> None:
    """No empty quotation; and nothing is written."""

    def edit(document: Document) -> None:
        for row in (16, 15):
            remove_row(document, 3, row)
        table = document.tables[4]._tbl  # noqa: SLF001
        table.getparent().remove(table)

    edited(edit)
    told = taken_lines(kshc)
    assert len(told) == 2
    assert all(told)
    assert plan() == PLAN


@pytest.mark.usefixtures("folder")
def test_a_new_group_is_numbered_on_from_those_beside_it(kshc: Kshc) -> None:
    """Its tasks bear the next number of a group."""

    def edit(document: Document) -> None:
        table = document.tables[3]
        rows = [deepcopy(table.rows[17]._tr), deepcopy(table.rows[18]._tr)]  # noqa: SLF001
        table.rows[-1]._tr.addnext(rows[0])  # noqa: SLF001
        rows[0].addnext(rows[1])
        table.rows[-2].cells[0].paragraphs[0].runs[0].text = "6. Chuyển đổi số."
        table.rows[-1].cells[1].paragraphs[0].runs[0].text = "Số hóa hồ sơ"

    edited(edit)
    assert taken_lines(kshc) == []
    assert "- id: 1.6.1\n" in plan()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_saved_by_libreoffice_comes_back(folder: Path, kshc: Kshc) -> None:
    """Marks and base survive; unedited nothing differs, edited only that."""

    def edit(document: Document) -> None:
        cell(document, 3, 4, 5, "Trong tháng 7 năm 2024")
        remove_row(document, 3, 5)

    edited(edit)
    home = (folder / "lo").as_uri()
    command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", "lo-ra", "sua.docx"], check=True, capture_output=True)
    assert kshc("import", "docx", "lo-ra/sua.docx", "--into", "plan.yaml", "--yes").status == 0
    start, end = (PLAN.index(f"                - id: {one}\n") for one in ("1.2.2", "1.2.3"))
    assert plan() == (PLAN[:start] + PLAN[end:]).replace(TIME, "Trong tháng 7 năm 2024", 1)


@pytest.mark.usefixtures("folder")
def test_changes_that_the_plan_has_not_are_written_over_by_force_alone(kshc: Kshc) -> None:
    """Once they were taken back, looks and comments of it still are another program's."""
    again = ("edit", "docx", "--out", "sua.docx")
    assert kshc(*again).status == 0
    edited(lambda document: cell(document, 3, 4, 5, "Trong tháng 7 năm 2024"))
    before = Path("sua.docx").read_bytes()
    refused = kshc(*again)
    assert (refused.status, Path("sua.docx").read_bytes()) == (2, before)
    assert "sua.docx holds changes that the plan has not" in refused.err
    assert kshc("import", "docx", "sua.docx", "--into", "plan.yaml", "--yes").status == 0
    assert "sua.docx was saved by another program" in kshc(*again).err
    edited(lambda document: cell(document, 3, 4, 5, "Trong tháng 8 năm 2024"))
    assert kshc(*again, "--force").status == 0
