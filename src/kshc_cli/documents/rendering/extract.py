"""The Word document of a body's extract: what a plan wants of it, on pages to hang on a wall."""

from kshc_cli.documents.rendering.extract_words import printed_extract
from kshc_cli.documents.rendering.properties import FileProperties, day_of_document
from kshc_cli.documents.rendering.template import filled_template
from kshc_cli.plan.model import Plan
from kshc_cli.query.extract import Extract


def render_extract(extract: Extract, plan: Plan, template: bytes) -> bytes:
    """Return the Word file that ``template`` makes of an extract of ``plan``; the same extract gives the same bytes.

    Raises ``TemplateError`` where the template is no usable Word file or a tag in it cannot be filled.
    """
    words = printed_extract(extract, plan)
    names = {"issuer": words.issuer, "plan": words.plan, "agency": words.agency, "tables": words.tables}
    told = FileProperties(f"{words.agency.name}: {words.plan.subject}", plan.issuer.name, day_of_document(plan))
    return filled_template(template, names, words.tables, told)
