"""``kshc template fields``: what the tags of a template can name."""

from kshc_cli.cli.formats import FieldsFormat, FieldsOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.template_options import PurposeOption
from kshc_cli.documents.rendering.template_fields import TemplateField, template_fields
from kshc_cli.documents.rendering.template_form import Purpose
from kshc_cli.messages import _
from kshc_cli.reports.drawing import ColumnHeading
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.tables import markdown_text, table_text

EXAMPLES = ("kshc template fields", "kshc template fields --for reminder", "kshc template fields --format json")


def command(
    session: Session, *, purpose: PurposeOption = Purpose.PLAN, output: FieldsOption = FieldsFormat.TEXT
) -> int:
    """List the fields that tags can name, with type, meaning and an example; [] stands for each one of a list."""
    fields = template_fields(purpose)
    match output:
        case FieldsFormat.JSON:
            session.write(json_text({"schema": "kshc.template-fields/1", "fields": [_record(each) for each in fields]}))
        case FieldsFormat.MARKDOWN:
            session.write(markdown_text(headings(), [cells(each) for each in fields]))
        case FieldsFormat.TEXT:
            session.write(table_text(headings(), [cells(each) for each in fields], session.terminal()))
    return 0


def headings() -> tuple[ColumnHeading, ...]:
    """Return the headings of the list."""
    return (
        ColumnHeading(_("Field"), 4, named=False, calls="whole"),
        ColumnHeading(_("Type"), 2),
        ColumnHeading(_("Meaning"), 5, named=False),
        ColumnHeading(_("Example"), 4),
    )


def cells(field: TemplateField) -> tuple[str, ...]:
    """Return a field's line of the list."""
    kinds = {
        "words": _("words"),
        "number": _("number"),
        "yes-or-no": _("yes or no"),
        "record": _("record"),
        "list-of-words": _("list of words"),
        "list-of-numbers": _("list of numbers"),
        "list-of-records": _("list of records"),
    }
    truths = {"yes": _("yes"), "no": _("no")} if field.kind == "yes-or-no" else {}
    return field.name, kinds[field.kind], field.meaning, truths.get(field.example, field.example)


def _record(field: TemplateField) -> dict[str, str]:
    return {"name": field.name, "type": field.kind, "meaning": field.meaning, "example": field.example}
