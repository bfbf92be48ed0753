"""The question what a workbook is to show of a plan: export xlsx."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from kshc_cli.desk.answers import Answer, PlainForm, PlainWorkbook
from kshc_cli.desk.duties import DutiesQuestion, duties_of
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.messages import _
from kshc_cli.query.duties import DutyRow
from kshc_cli.query.filters import RoleFilter, Unclear
from kshc_cli.reading.recurrence.cycles import Cycle
from kshc_cli.reading.values import Kind
from kshc_cli.reports.form_rows import form_rows, kind_words

_BODY: Final = DutyRow._fields.index("body")
_NAME: Final = DutyRow._fields.index("body_name")


def parts_by_body(answer: Answer) -> Iterator[tuple[str, Answer]]:
    """Yield what a workbook has of each body, by its id: the same as where that alone is asked for.

    Left out is who has nothing to tell in a form, where there is one.
    """
    duties = answer["duties"]
    bodies: dict[str, list[list[Any]]] = {}
    for row in duties["rows"]:
        if row[_BODY] is not None:
            bodies.setdefault(row[_BODY], []).append(row)
    for body, rows in bodies.items():
        name = f"{duties['name']} – {rows[0][_NAME] or body}"
        part: Answer = {**answer, "duties": {**duties, "name": name, "rows": rows}}
        if answer["workbook"]["form"] is None or form_rows(duties_of(part)):
            yield body, part


class WorkbookQuestion(NamedTuple):
    """All duties that are asked for, with what else stands in their workbook."""

    asked: Asked
    role: RoleFilter = "lead"
    kind: Kind | Cycle | Unclear | None = None
    by_body: bool = False
    with_form: bool = False
    """Whether a sheet is added in which bodies fill in what they did."""
    is_draft: bool = False
    """Whether a plan with errors is answered from too."""

    def answered(self, opened: Opened) -> Answer:
        """Answer with the rows; with the errors alone of a plan or log that has any, but for a draft."""
        answer = DutiesQuestion(self.asked, self.role, self.kind, self.is_draft).answered(opened)
        return {**answer, "workbook": self._workbook(opened)} if "duties" in answer else answer

    def _workbook(self, opened: Opened) -> PlainWorkbook:
        plan = opened.plan
        return {
            "office": plan.issuer.name,
            "day": (plan.act.date or opened.read.first_day).isoformat(),
            "bodies": [agency.name for agency in plan.agencies],
            "by_body": self.by_body,
            "form": self._form(opened) if self.with_form else None,
        }

    def _form(self, opened: Opened) -> PlainForm:
        return {
            "hint": _("Fill in the yellow cells, save the file, and send it back."),
            "kinds": list(kind_words().values()),
            "first_day": opened.read.first_day.isoformat(),
        }
