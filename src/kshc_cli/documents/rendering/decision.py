"""The Word document of a plan: the decision, and the plan attached to it (Nghị định 30/2020/NĐ-CP, Mẫu 1.3)."""

from kshc_cli.documents.rendering.properties import FileProperties, day_of_document
from kshc_cli.documents.rendering.template import filled_template
from kshc_cli.documents.rendering.words import printed
from kshc_cli.plan.model import Plan


def render_decision(plan: Plan, template: bytes) -> bytes:
    """Return the Word file that ``template`` makes of ``plan``; the same plan gives the same bytes.

    Raises ``TemplateError`` where the template is no usable Word file or a tag in it cannot be filled.
    """
    words = printed(plan)
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
