"""Fills the tags of a template: ``{{ … }}`` and ``{% … %}`` in the text of a Word file, run in Jinja's sandbox."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from traceback import extract_tb
from typing import TYPE_CHECKING, Final, Protocol, cast

from kshc_cli.documents.rendering.causes import cause, shortened
from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.messages import _

if TYPE_CHECKING:
    from jinja2 import Environment

_TAG: Final = re.compile(r"\{[{%].*?[%}]\}")
_MARKUP: Final = re.compile(r"<[^>]+>")
_PARAGRAPH: Final = re.compile(r"<w:p([ >])")
_NEW_LINE: Final = re.compile(r"\n<w:p([ >])")
"""How docxtpl lets each paragraph begin, so that Jinja can name the line of one."""
_PARAGRAPH_END: Final = "</w:p>"
_PIECES: Final = 5_000
"""What is looked at together: words that tags make, and what stands between them."""
_BREAK: Final = re.compile(r"[\t\n\a\f]")
"""What docxtpl turns into tabs, line breaks, new paragraphs and new pages."""

_FAULTS: Final = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError),
)
"""What goes wrong in a tag whose words are not what its filters want."""


def filled(xml: str, names: Mapping[str, object]) -> Iterator[str]:
    """Yield the XML of a part with its tags filled from ``names``, in pieces that end behind paragraphs.

    Raises ``TemplateError`` with the tag at fault.
    """
    from jinja2 import TemplateError as JinjaError

    from kshc_cli.documents.rendering.sandbox import Sandbox, TooMuchError

    part = _part()
    source = part.patch_xml(xml)
    try:
        yield from _pieces(part, source, names, Sandbox())
    except (MemoryError, TooMuchError) as fault:
        raise TemplateError(_too_much(), _text_at(fault, source)) from fault
    except (JinjaError, *_FAULTS) as fault:
        text = _text_at(fault, source)
        raise TemplateError(_reason(fault, text), text) from fault


class _Part(Protocol):
    """docxtpl's part."""

    def patch_xml(self, xml: str) -> str:
        """Put the tags of a part together that Word has cut into runs."""

    def resolve_listing(self, xml: str) -> str:
        """Turn tabs and line breaks in words into Word's."""


def _pieces(part: _Part, source: str, names: Mapping[str, object], environment: "Environment") -> Iterator[str]:
    """Do what docxtpl's ``render_xml_part`` does, some paragraphs at a time."""
    made = environment.from_string(_PARAGRAPH.sub(r"\n<w:p\1", source)).generate(dict(names))
    rest = ""
    while some := "".join(islice(made, _PIECES)):
        whole, end, rest = (rest + some).rpartition(_PARAGRAPH_END)
        yield _settled(part, whole + end)
    yield _settled(part, rest)


def _settled(part: _Part, xml: str) -> str:
    text = _NEW_LINE.sub(r"<w:p\1", xml)
    for ours, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        text = text.replace(ours, meant)
    return part.resolve_listing(text)


def _part() -> _Part:
    from docxtpl import DocxTemplate

    from kshc_cli.documents.rendering.sandbox import LONGEST

    class Part(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
        """A part in which only paragraphs with breaks are searched for runs to break: three quarters of the work."""

        def resolve_listing(self, xml: str) -> str:
            pieces = xml.split(_PARAGRAPH_END)
            if any(len(piece) > LONGEST and len(_MARKUP.sub("", piece)) > LONGEST for piece in pieces):
                raise TemplateError(_too_much())
            return _PARAGRAPH_END.join(self._broken(piece) if _BREAK.search(piece) else piece for piece in pieces)

        def _broken(self, piece: str) -> str:
            whole: str = super().resolve_listing(piece + _PARAGRAPH_END)
            return whole.removesuffix(_PARAGRAPH_END)

    return cast(_Part, Part(None))


def _too_much() -> str:
    return _("it makes more of the plan's words than a document can hold, or goes through lists without an end")


def _reason(fault: Exception, text: str) -> str:
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    near = shortened(text)
    match fault:
        case UndefinedError():
            return _("“{tag}” names nothing that a plan holds").format(tag=_tag_with(str(fault.message), text))
        case SecurityError():
            return _("“{tag}” is not allowed in a template").format(tag=_tag_with(str(fault), text))
        case TemplateSyntaxError() if near:
            return _("a tag near “{text}” is misspelt: {reason}").format(text=near, reason=cause(fault))
        case TemplateSyntaxError():
            return _("a tag is misspelt: {reason}").format(reason=cause(fault))
        case _ if near:
            return _("a tag near “{text}” cannot be filled: {reason}").format(text=near, reason=cause(fault))
        case _:
            return _("a tag cannot be filled: {reason}").format(reason=cause(fault))


def _text_at(fault: Exception, source: str) -> str:
    """Return the paragraph at fault without its markup, nothing where none is known.

    docxtpl hands each paragraph to Jinja as one line.
    """
    lines = [frame.lineno for frame in extract_tb(fault.__traceback__) if frame.filename == "<template>"]
    number = getattr(fault, "lineno", None) or (lines[-1] if lines else None)
    if number is None:
        return ""
    paragraphs = _PARAGRAPH.sub(r"\n<w:p\1", source).split("\n")
    return _MARKUP.sub("", paragraphs[min(number, len(paragraphs)) - 1]).strip()


def _tag_with(message: str, text: str) -> str:
    """Return the tag in ``text`` that holds the name which Jinja's ``message`` quotes, or else what is known of it.

    That is the only tag; of several, the whole text, so that no sound one is blamed; or the name.
    """
    names: list[str] = re.findall(r"'([^']*)'", message)
    tags: list[str] = _TAG.findall(text)
    known = tags if len(tags) == 1 else [text] if tags else []
    found = next((tag for name in reversed(names) for tag in tags if name in tag[2:-2]), (*known, *names, "{{ … }}")[0])
    return shortened(found)
