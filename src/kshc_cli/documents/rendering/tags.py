"""Fills the tags of a template: ``{{ … }}`` and ``{% … %}`` in the text of a Word file, run in Jinja's sandbox."""

import re
from collections.abc import Iterable, Mapping, MutableMapping
from html import escape
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.messages import _

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

_TAG: Final = re.compile(r"\{[{%].*?[%}]\}")
_MARKUP: Final = re.compile(r"<[^>]+>")
_PARAGRAPH: Final = re.compile(r"<w:p([ >])")
_PARAGRAPH_END: Final = "</w:p>"
_BREAK: Final = re.compile(r"[\t\n\a\f]")
"""What docxtpl turns into tabs, line breaks, new paragraphs and new pages."""

_METHODS: Final = frozenset(
    {
        *("capitalize", "casefold", "endswith", "lower", "lstrip", "partition", "removeprefix", "removesuffix"),
        *("rpartition", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper"),
    }
)
"""The methods of words that a tag may call: those that cannot make them longer than they are."""

_PADDING: Final = ("center", "format", "indent", "pprint", "wordwrap", "xmlattr")
"""Filters of Jinja that make words as long as a template wishes, or that mean nothing in a Word file."""

_ENDLESS: Final = ("range", "lipsum", "cycler", "joiner")
"""Functions of Jinja with which loops run on for ever or words come from nowhere; a plan's own lists have an end."""

_LONGEST: Final = 80
"""Characters of the template's text that a message quotes."""


def filled(xml: str, names: Mapping[str, object]) -> str:
    """Return the XML of a part with its tags filled from ``names``; raise ``TemplateError`` with the tag at fault."""
    from jinja2 import TemplateError as JinjaError

    part = _part()
    source = part.patch_xml(xml)
    try:
        return str(part.render_xml_part(source, None, dict(names), sandbox()))
    except (JinjaError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as fault:
        text = _text_at(fault, source)
        raise TemplateError(_reason(fault, text), text) from fault


def _part() -> "DocxTemplate":
    from docxtpl import DocxTemplate

    class Part(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
        """A part in which only paragraphs with breaks are searched for runs to break: three quarters of the work."""

        def resolve_listing(self, xml: str) -> str:
            pieces = xml.split(_PARAGRAPH_END)
            return _PARAGRAPH_END.join(self._broken(piece) if _BREAK.search(piece) else piece for piece in pieces)

        def _broken(self, piece: str) -> str:
            whole: str = super().resolve_listing(piece + _PARAGRAPH_END)
            return whole.removesuffix(_PARAGRAPH_END)

    return Part(None)


def sandbox() -> "SandboxedEnvironment":
    """Return the environment that tags run in: no private attribute, nothing changed, every name must be there."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """A sandbox in which no product can fill the memory; fields of printed records need no look at their safety."""

        intercepted_binops = frozenset({"*", "**"})

        def call_binop(self, context: object, operator: str, left: object, right: object) -> object:  # noqa: ARG002
            raise SecurityError(_("a template cannot multiply ({operator})").format(operator=operator))

        def getattr(self, obj: object, attribute: str) -> object:
            if attribute in getattr(type(obj), "__dataclass_fields__", ()):
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

        def wrap_str_format(self, value: object) -> None:  # noqa: ARG002  str.format is no method that may be called
            return None

        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            if isinstance(obj, str | bytes) and attr not in _METHODS:
                return False
            return bool(super().is_safe_attribute(obj, attr, value))

    environment = Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_to_the_letter)
    _take_away(environment.filters, _PADDING)
    _take_away(environment.globals, _ENDLESS)
    return environment


def _take_away(known: MutableMapping[str, Any], names: Iterable[str]) -> None:
    for name in names:
        known.pop(name, None)


def _to_the_letter(value: object) -> object:
    """Escape words for XML, with their braces, which docxtpl would otherwise take for its own."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    letters = escape(value).replace("{", "&#123;").replace("}", "&#125;")
    return Markup(letters)  # noqa: S704  escaped here


def _reason(fault: Exception, text: str) -> str:
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    said = (getattr(fault, "message", None) or str(fault)).rstrip(".")
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
