"""What an earlier plan adds to a document that was edited since."""

from io import BytesIO
from pathlib import Path

from docx import Document

from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import TemplateForm
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.plan.model import Plan, Task
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.workspace import template_bytes
from tests.conftest import ROOT


def earlier() -> Plan:
    plan = read_plan_file(Path(ROOT / "plan.yaml").read_bytes()).plan
    assert plan is not None
    return plan


def edited(plan: Plan, *changes: tuple[str, str]) -> Imported:
    """Return what comes back of the plan's document once words in it were replaced, or rows copied (``+``)."""
    document = Document(BytesIO(render_decision(plan, template_bytes(None, TemplateForm().file_name))))
    for old, new in changes:
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        paragraphs = [*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
        found = [each for each in paragraphs if old in each.text]
        assert found, old
        if new == "+":
            row = found[0]._p.getparent().getparent()  # noqa: SLF001  python-docx copies no rows
            row.addnext(row.__copy__())
        else:
            for each in found:
                each.runs[-1].text = each.runs[-1].text.replace(old, new)
    stream = BytesIO()
    document.save(stream)
    return imported(read_body(stream.getvalue()), like=plan)


def tasks(plan: Plan) -> dict[str, Task]:
    return {placed.task.id: placed.task for placed in placed_tasks(plan) if isinstance(placed.task, Task)}


def test_a_cell_that_changed_keeps_the_id_and_all_other_cells() -> None:
    old = earlier()
    new = edited(old, ("Thường xuyên và theo lộ trình", "Trong tháng 9 năm 2024")).plan
    changed = {key for key, task in tasks(new).items() if task != tasks(old)[key]}
    assert changed == {"2.1.3"}
    task = tasks(new)["2.1.3"]
    assert task.time is not None
    assert (task.time.text, task.time.reading) == ("Trong tháng 9 năm 2024", None)
    assert task.coop == tasks(old)["2.1.3"].coop
    assert new.agencies == old.agencies
    assert new.model_copy(update={"plan": old.plan}) == old


def test_a_new_row_gets_an_id_of_its_own() -> None:
    old = earlier()
    found = edited(old, ("Xây dựng phương án đơn giản hóa TTHC", "+"))
    new = tasks(found.plan)
    assert set(new) - set(tasks(old)) == {"1.2.4"}
    assert {key: task for key, task in new.items() if key != "1.2.4"} == tasks(old)
    assert list(new).index("1.2.4") == list(new).index("1.2.2") + 1


def test_changed_headings_and_paragraphs_leave_the_rest_as_it_was() -> None:
    old = earlier()
    new = edited(
        old,
        ("III. KINH PHÍ THỰC HIỆN", "III. KINH PHÍ"),
        ("Điều 2. Quyết định này có hiệu lực thi hành", "Điều 2. Quyết định này có hiệu lực"),
        ("2. Người đứng đầu", "2. Thủ trưởng"),
        ("2. Về rà soát quy định", "2. Rà soát quy định"),
        ("Như Điều 3;", "Như Điều 2;"),
    ).plan
    assert new.decision is not None
    assert old.decision is not None
    assert new.decision.bases == old.decision.bases
    assert new.decision.recipients == ("Như Điều 2;", *old.decision.recipients[1:])
    assert [one.heading for one in new.plan.sections][2] == "III. KINH PHÍ"
    assert new.plan.sections[3] == old.plan.sections[3]  # with its duty
    assert new.plan.sections[1].paragraphs[0] == old.plan.sections[1].paragraphs[0]
    assert new.plan.sections[1].paragraphs[1].text.startswith("2. Thủ trưởng")
    groups = new.plan.sections[0].tables[0].groups
    assert groups[1].heading == "2. Rà soát quy định, thủ tục hành chính."
    assert tasks(new) == tasks(old)
    assert new.plan.columns == old.plan.columns


def test_a_duty_is_kept_under_a_changed_heading() -> None:
    old = earlier()
    new = edited(old, ("IV. TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN KẾ HOẠCH")).plan
    assert new.plan.sections[3].heading == "IV. TỔ CHỨC THỰC HIỆN KẾ HOẠCH"
    assert new.plan.sections[3].paragraphs == old.plan.sections[3].paragraphs


def test_the_year_of_a_new_edition_is_its_own() -> None:
    assert edited(earlier(), ("năm 2024 trên địa bàn", "năm 2025 trên địa bàn")).plan.year == 2025


def test_a_table_that_is_new_keeps_its_own_columns() -> None:
    old = earlier()
    found = edited(old, ("Cơ quan phối hợp", "Ghi chú"))
    columns = [table.columns for table in found.plan.plan.sections[0].tables]
    assert found.plan.plan.columns == old.plan.columns
    assert [one.header for one in columns[0] or ()][3] == "Ghi chú"
    assert tasks(found.plan)["1.1.1"].content == tasks(old)["1.1.1"].content
