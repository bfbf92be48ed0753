"""What a final document must not leave open, each with its place and its name."""

from typing import Any

from kshc_cli.documents.rendering.blanks import blanks
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.findings import Severity
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import BLANK
from tests.documents.conftest import Changed
from tests.documents.word_file import paragraphs


def filled(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
    """Fill all the gaps of the plan of Sa Đéc."""
    data["decision"]["number"] = "05"
    recipients = data["decision"]["recipients"]
    data["decision"]["recipients"] = [words.replace("[?]", "I") for words in recipients]
    task = data["plan"]["sections"][0]["tables"][1]["groups"][0]["tasks"][2]
    task["coop"] = {"text": "Sở"} if isinstance(task["coop"], str) else task["coop"] | {"text": "Sở"}
    paragraph = data["plan"]["sections"][3]["paragraphs"][0]
    paragraph["text"] = paragraph["text"].replace("[?]", "20")


def test_the_plan_of_sa_dec_has_its_known_gaps(plan: Plan) -> None:
    found = blanks(plan)
    assert [finding.path for finding in found] == [
        ("decision", "number"),
        ("decision", "recipients", 7),
        ("decision", "recipients", 11),
        ("plan", "sections", 3, "paragraphs", 0),
        ("plan", "sections", 0, "tables", 1, "groups", 0, "tasks", 2, "coop"),
    ]
    assert {(finding.rule, finding.severity, finding.words) for finding in found} == {("blank", Severity.ERROR, "[?]")}
    assert found[-1].message == "Cơ quan phối hợp (coop) has a gap [?]."
    assert all(finding.remedy for finding in found)


def test_a_filled_plan_has_none_and_prints_none(changed: Changed, template: bytes) -> None:
    plan = changed(filled)
    assert blanks(plan) == ()
    assert BLANK not in "".join(paragraphs(render_decision(plan, template)))


def test_number_date_and_name_must_not_be_null(changed: Changed) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        filled(data)
        data["decision"] |= {"number": None, "date": None}
        data["decision"]["signature"]["name"] = None

    found = blanks(changed(edit))
    assert [(finding.path, finding.message) for finding in found] == [
        (("decision", "number"), "Số (number) is blank."),
        (("decision", "date"), "Ngày ban hành (date) is blank."),
        (("decision", "signature", "name"), "Họ và tên (name) is blank."),
    ]


def test_gaps_count_wherever_words_are_printed_and_nowhere_else(changed: Changed) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        filled(data)
        data["agencies"][0]["source"] = "[?]"
        data["decision"]["signature"]["name"] = "Nguyễn Văn [?]"
        data["plan"]["columns"][4]["header"] = "Kết quả [?]"
        table = data["plan"]["sections"][0]["tables"][3]
        table["heading"] = "4. [?]"
        table["columns"] = [{"role": "content", "header": "[?]", "width": "1"}]
        table["tasks"][0]["result"] = "[?] not printed here"
        data["plan"]["sections"][0]["tables"][0]["groups"][1]["heading"] = "2. [?]"

    assert [finding.path for finding in blanks(changed(edit))] == [
        ("decision", "signature", "name"),
        ("plan", "columns", 4, "header"),
        ("plan", "sections", 0, "tables", 0, "groups", 1, "heading"),
        ("plan", "sections", 0, "tables", 3, "heading"),
        ("plan", "sections", 0, "tables", 3, "columns", 0, "header"),
    ]


def test_headers_that_no_table_shows_may_have_gaps(changed: Changed) -> None:
    def edit(data: Any) -> None:  # noqa: ANN401  whatever YAML holds
        filled(data)
        for table in data["plan"]["sections"][0]["tables"]:
            table["columns"] = [{"role": "content", "header": "Việc", "width": "1"}]
        data["plan"]["columns"][0]["header"] = "[?]"

    assert blanks(changed(edit)) == ()
