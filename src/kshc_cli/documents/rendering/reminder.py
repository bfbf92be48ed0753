"""The Word document of a letter that reminds a body of what it owes (Nghị định 30/2020/NĐ-CP, Mẫu 1.5)."""

from dataclasses import fields

from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.documents.rendering.properties import FileProperties
from kshc_cli.documents.rendering.reminder_words import PrintedLetter, printed_reminder
from kshc_cli.documents.rendering.template import filled_template
from kshc_cli.plan.model import Plan
from kshc_cli.query.reminder import Reminder


def render_reminder(reminder: Reminder, plan: Plan, template: bytes, stamp: Stamp) -> bytes:
    """Return the Word file that ``template`` makes of a reminder; the same reminder gives the same bytes.

    Raises ``TemplateError`` where the template is no usable Word file or a tag in it cannot be filled.
    """
    words = printed_reminder(reminder, plan, stamp)
    names = {each.name: getattr(words, each.name) for each in fields(PrintedLetter)}
    told = FileProperties(f"{words.agency.name}: {words.plan.subject}", plan.issuer.name, stamp.day or reminder.day)
    return filled_template(template, names, words.tables, told)
