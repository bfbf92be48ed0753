"""Fills the tags of a template: ``{{ … }}`` and ``{% … %}`` in the text of a Word file, run in Jinja's sandbox."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from traceback import extract_tb
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.messages import _

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_TAG: Final = re.compile(r"\{[{%].*?[%}]\}")
_MARKUP: Final = re.compile(r"<[^>]+>")
_PARAGRAPH: Final = re.compile(r"<w:p([ >])")
_BRACES: Final = str.maketrans({"{": "&#123;", "}": "&#125;"})
_LONGEST: Final = 80
"""Characters of the template's text that a message quotes."""


def filled(xml: str, names: Mapping[str, object]) -> str:
    """Return the XML of a part with its tags filled from ``names``; raise ``TemplateError`` with the tag at fault."""
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError as JinjaError

    part = DocxTemplate(None)
    source = part.patch_xml(xml)
    try:
        return str(part.render_xml_part(source, None, dict(names), _sandbox()))
    except (JinjaError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as fault:
        raise TemplateError(_reason(fault, source)) from fault


def _sandbox() -> "SandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """A sandbox in which no product can fill the memory."""

        intercepted_binops = frozenset({"*", "**"})

        def call_binop(self, context: object, operator: str, left: object, right: object) -> object:  # noqa: ARG002
            raise SecurityError(_("a template cannot multiply ({operator})").format(operator=operator))

    return Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_to_the_letter)


@dataclass(frozen=True, slots=True)
class _Letters:
    """Words that escape themselves for XML, with their braces, which docxtpl would otherwise take for its own."""

    words: str

    def __html__(self) -> str:
        return escape(self.words).translate(_BRACES)


def _to_the_letter(value: object) -> object:
    return _Letters(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _reason(fault: Exception, source: str) -> str:
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    text, said = _text_at(fault, source), (getattr(fault, "message", None) or str(fault)).rstrip(".")
    match fault:
        case UndefinedError():
            return _("“{tag}” names nothing that a plan holds").format(tag=_tag_with(said, text))
        case SecurityError():
            return _("“{tag}” is not allowed in a template").format(tag=_tag_with(said, text))
        case TemplateSyntaxError():
            return _("a tag near “{text}” is misspelt: {reason}").format(text=text[:_LONGEST], reason=said)
        case _:
            return _("a tag near “{text}” cannot be filled: {reason}").format(text=text[:_LONGEST], reason=said)


def _text_at(fault: Exception, source: str) -> str:
    """Return the paragraph at fault without its markup: docxtpl hands each paragraph to Jinja as one line."""
    lines = [frame.lineno for frame in extract_tb(fault.__traceback__) if frame.filename == "<template>"]
    number = getattr(fault, "lineno", None) or (lines[-1] if lines else None) or 1
    paragraphs = _PARAGRAPH.sub(r"\n<w:p\1", source).split("\n")
    return _MARKUP.sub("", paragraphs[min(number, len(paragraphs)) - 1]).strip()


def _tag_with(message: str, text: str) -> str:
    """Return the tag in ``text`` that holds the name which Jinja's ``message`` quotes, or else that name."""
    names: list[str] = re.findall(r"'([^']*)'", message)
    tags: list[str] = _TAG.findall(text)
    return next((tag for name in reversed(names) for tag in tags if name in tag), tags[0] if tags else message)
