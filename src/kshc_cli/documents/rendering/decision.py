"""The Word document of a plan: the decision, and the plan attached to it (Nghị định 30/2020/NĐ-CP, Mẫu 1.3)."""

from kshc_cli.documents.rendering.properties import FileProperties, day_of_document
from kshc_cli.documents.rendering.template import filled_template
from kshc_cli.documents.rendering.words import Printed, printed
from kshc_cli.plan.model import Plan


def render_decision(plan: Plan, template: bytes) -> bytes:
    """Return the Word file that ``template`` makes of ``plan``; the same plan gives the same bytes.

    Raises ``TemplateError`` where the template is no usable Word file or a tag in it cannot be filled.
    """
    return document_of(plan, printed(plan), template)


def document_of(plan: Plan, words: Printed, template: bytes) -> bytes:
    """Return the Word file that ``template`` makes of words of ``plan``. Raises ``TemplateError``."""
    names = {
        "issuer": words.issuer,
        "decision": words.decision,
        "issuance": words.issuance,
        "plan": words.plan,
    }
    tables = [table for section in words.plan.sections for table in section.tables]
    signed = plan.decision or plan.plan
    told = FileProperties(f"{signed.title} {signed.subject}", plan.issuer.name, day_of_document(plan))
    return filled_template(template, names, tables, told)
