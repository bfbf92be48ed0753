"""The JSON Schemas of plans, logs, exported duties and differences, in each language, and the explanations in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kshc_cli.documents.rendering.template_fields import template_fields
from kshc_cli.documents.rendering.template_form import Purpose
from kshc_cli.messages import LANGUAGES, speaking
from kshc_cli.source.plan_schema import plan_schema, progress_schema
from kshc_cli.source.record_schema import Schema, schema_text
from kshc_cli.workspace import schema_name
from tools.diff_schema import diff_schema
from tools.duty_schema import duty_schema

FOLDER: Final = Path(__file__).parents[1] / "schemas"
KINDS: Final = {"plan": plan_schema, "progress": progress_schema, "duties": duty_schema, "diff": diff_schema}


def files() -> dict[Path, bytes]:
    """Return each schema by its path."""
    found: dict[Path, bytes] = {}
    for language in LANGUAGES:
        with speaking(language):
            found |= {
                FOLDER / schema_name(kind, language): schema_text(made()).encode() for kind, made in KINDS.items()
            }
    return found


def explanations(language: str) -> list[str]:
    """Return what editors show of records and fields, and what ``kshc template fields`` says, in one language."""
    with speaking(language):
        shown = [text for made in KINDS.values() for text in _descriptions(made())]
        return [*shown, *(field.meaning for purpose in Purpose for field in template_fields(purpose))]


def _descriptions(schema: Schema) -> Iterator[str]:
    """Yield the explanation of a file, then those of its fields, of its records and of their fields."""
    for part in (schema, *schema["definitions"].values()):
        yield part["description"]
        yield from (field["description"] for field in part["properties"].values())
