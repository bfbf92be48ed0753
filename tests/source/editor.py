"""A plan as an editor sees it: YAML 1.2 with the types of its core schema, checked by the JSON Schema."""

import re
from typing import Any, Final

import jsonschema  # type: ignore[import-untyped]
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

_INT: Final = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_WORDS: Final = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def typed(value: str) -> str | float | bool | None:
    """Return what plain words are by the core schema."""
    if value in _WORDS:
        return _WORDS[value]
    if _INT.fullmatch(value):
        return int(value, 0 if value[:2] in ("0o", "0x") else 10)
    if _FLOAT.fullmatch(value):
        return float(re.sub(r"\.(?=inf|nan)", "", value.lower()))
    return value


def loaded(text: str) -> Any:  # noqa: ANN401  whatever YAML holds
    """Return what an editor sees of a text. Raises YAMLError."""
    node = YAML(typ="safe", pure=True).compose(text)
    return None if node is None else _built(node)


def _built(node: Any) -> Any:  # noqa: ANN401  ruamel has no types for nodes
    match node.id:
        case "scalar":
            return node.value if node.style else typed(node.value)
        case "sequence":
            return list(map(_built, node.value))
        case _:
            pairs = [(key.value, _built(value)) for key, value in node.value]
            if len({key for key, _value in pairs}) < len(pairs):
                raise YAMLError("a key stands twice")
            return dict(pairs)


class Editor:
    """Validates texts by one JSON Schema."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)

    def accepts(self, text: str) -> bool:
        """Tell whether nothing is underlined."""
        try:
            data = loaded(text)
        except YAMLError:
            return False
        return bool(self._validator.is_valid(data))
