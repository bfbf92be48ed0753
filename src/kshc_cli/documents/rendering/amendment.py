"""The Word document of a decision that amends a plan (Nghị định 30/2020/NĐ-CP, Mẫu 1.3)."""

from kshc_cli.documents.rendering.amendment_words import PrintedAmendment
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.documents.rendering.properties import FileProperties, day_of_document
from kshc_cli.documents.rendering.template import filled_template
from kshc_cli.plan.model import Plan


def render_amendment(words: PrintedAmendment, plan: Plan, template: bytes, stamp: Stamp) -> bytes:
    """Return the Word file that ``template`` makes of an amendment; the same amendment gives the same bytes.

    Raises ``TemplateError`` where the template is no usable Word file or a tag in it cannot be filled.
    """
    names = {name: getattr(words, name) for name in ("issuer", "decision", "amended", "tables")}
    title = f"{words.decision.title} {words.decision.subject}"
    told = FileProperties(title, plan.issuer.name, stamp.day or day_of_document(plan))
    return filled_template(template, names, words.tables, told)
