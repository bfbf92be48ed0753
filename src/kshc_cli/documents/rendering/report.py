"""The Word document of a report on a period of a plan (Nghị định 30/2020/NĐ-CP, Mẫu 1.4)."""

from dataclasses import fields

from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.documents.rendering.properties import FileProperties
from kshc_cli.documents.rendering.report_words import PrintedReport, printed_report
from kshc_cli.documents.rendering.template import filled_template
from kshc_cli.plan.model import Plan
from kshc_cli.query.period_report import PeriodReport


def render_report(report: PeriodReport, plan: Plan, template: bytes, stamp: Stamp, rule: str = "") -> bytes:
    """Return the Word file that ``template`` makes of a report; the same report gives the same bytes.

    ``rule`` is the decree that cuts the days of its period. Raises ``TemplateError`` where the template is no usable
    Word file or a tag in it cannot be filled.
    """
    words = printed_report(report, plan, stamp, rule)
    names = {each.name: getattr(words, each.name) for each in fields(PrintedReport)}
    tables = (
        *words.sections,
        *words.bodies,
        *words.earlier.tables,
        *(table for annex in words.annexes for table in annex.tables),
    )
    title = f"Báo cáo {report.period.name}: {words.plan.subject}"
    told = FileProperties(title, plan.issuer.name, stamp.day or report.day)
    return filled_template(template, names, tables, told, words.chart)
