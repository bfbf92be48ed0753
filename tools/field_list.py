"""The page that lists the fields of templates, made from the docstrings of what is printed and from a sample plan."""

from pathlib import Path

from kshc_cli.commands.template_fields import cells, headings
from kshc_cli.documents.rendering.template_fields import template_fields
from kshc_cli.documents.rendering.template_form import Purpose
from kshc_cli.messages import use_language
from kshc_cli.reports.tables import markdown_text

PAGE = Path(__file__).parents[1] / "docs" / "template-fields.md"

INTRODUCTION = """\
# The fields of templates

Made by `make generate`; `kshc template fields` prints the same, with `--for` those of another document than
the plan. How a template is made: [templates.md](templates.md).

`[]` in a name stands for each one of a list: `{%p for section in plan.sections %}` … `{{ section.heading }}` …
`{%p endfor %}` prints `plan.sections[].heading`.

"""


_TITLES = {
    Purpose.PLAN: "A plan (`kshc render docx`)",
    Purpose.EXTRACT: "An extract (`kshc render extract`)",
    Purpose.REMINDER: "A letter that reminds (`kshc render reminder`)",
    Purpose.REPORT: "A report (`kshc render report`)",
    Purpose.AMENDMENT: "A decision that amends (`kshc render amendment`)",
}


def fields_page() -> str:
    """Return the page as Markdown."""
    use_language("en")
    return INTRODUCTION + "\n".join(map(_part, Purpose))


def _part(purpose: Purpose) -> str:
    table = markdown_text(headings(), [cells(field) for field in template_fields(purpose)])
    return f"## {_TITLES[purpose]}\n\n{table}"


def files() -> dict[Path, bytes]:
    """Return the page by its path."""
    return {PAGE: fields_page().encode()}
