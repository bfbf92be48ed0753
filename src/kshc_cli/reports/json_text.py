"""JSON as text, with its letters as they are."""

import json
from collections.abc import Mapping

Json = Mapping[str, object]
"""An object of kshc's answers."""


def json_text(record: Json) -> str:
    """Write a record as indented JSON with its letters as they are."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def json_line(record: Json) -> str:
    """Write a record on one line."""
    return json.dumps(record, ensure_ascii=False) + "\n"
