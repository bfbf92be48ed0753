"""What a Word file's styles, defaults and lists make of a paragraph and its text (ECMA-376, Part 1, 17.7.2)."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.word.formats import FONT_SLOTS, Alignment, DrawnLine, ParagraphFormat, TextFormat
from kshc_cli.documents.word.markup import W, attribute
from kshc_cli.documents.word.numbering import Numbering
from kshc_cli.documents.word.package import parsed
from kshc_cli.documents.word.properties import TOGGLES, Properties, paragraph_properties, text_properties
from kshc_cli.documents.word.theme import theme_fonts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLES: Final = "word/styles.xml"
_THEME: Final = "word/theme/theme1.xml"
_MOST: Final = 20
"""Styles in a chain; a longer one runs in a circle."""

_SOLID: Final = {"single", "thick"}
_BUILT_IN: Final = "Times New Roman"
"""The font where nothing names one (17.3.2.26)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits; the toggles of its chain are settled."""

    name: str = ""
    text: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)


@dataclass(frozen=True)
class Styles:
    """The styles of a Word file by id, and its defaults."""

    root: "Element | None" = None
    theme: Mapping[str, str] = field(default_factory=dict)
    _resolved: dict[str, Style] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> dict[str, "Element"]:
        found = () if self.root is None else self.root.iterchildren(W + "style")
        return {str(style.get(W + "styleId")): style for style in found}

    @cached_property
    def _defaults(self) -> dict[str, str]:
        """The id of the default style of each kind."""
        marked = ((str(style.get(W + "type")), style) for style in self._by_id.values() if _is_default(style))
        return {kind: str(style.get(W + "styleId")) for kind, style in marked}

    @cached_property
    def text_defaults(self) -> Properties:
        """What the file states for all text."""
        found = None if self.root is None else self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return text_properties(found, self.theme)

    @cached_property
    def paragraph_defaults(self) -> Properties:
        """What the file states for all paragraphs."""
        found = None if self.root is None else self.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        return paragraph_properties(found)

    def style(self, style_id: str, kind: str) -> Style:
        """Return the style of an id; without one, or where it is not there, the default one of its kind."""
        wanted = style_id if style_id in self._by_id else self._defaults.get(kind, "")
        if wanted not in self._resolved:
            self._resolved[wanted] = self._inherited(wanted)
        return self._resolved[wanted]

    def chain(self, style_id: str) -> "list[Element]":
        """Return a style with those that it is based on, the farthest first."""
        chain: list[Element] = []
        style = self._by_id.get(style_id)
        while style is not None and len(chain) < _MOST:
            chain.insert(0, style)
            style = self._by_id.get(attribute(style, "basedOn", "val"))
        return chain

    def _inherited(self, style_id: str) -> Style:
        chain = self.chain(style_id)
        text: Properties = {}
        paragraph: Properties = {}
        for each in chain:
            text |= text_properties(each.find(W + "rPr"), self.theme)
            paragraph |= paragraph_properties(each.find(W + "pPr"))
        return Style(attribute(chain[-1], "name", "val") if chain else "", text, paragraph)


def styles_of(parts: Mapping[str, bytes]) -> Styles:
    """Read the styles of a file from its parts. Raises ``WordFileError`` where their XML is broken."""
    root, theme = (parsed(parts[name]) if name in parts else None for name in (_STYLES, _THEME))
    return Styles(root, theme_fonts(theme))


def _is_default(style: "Element") -> bool:
    return style.get(W + "default") in {"1", "true", "on"}


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's own format, the layers under its text, and the list that it belongs to."""

    format: ParagraphFormat
    layers: tuple[Properties, ...]
    """What the table's style and the paragraph's style state for text, the nearest last."""
    list_id: int = 0
    depth: int = 0


def paragraph_look(paragraph: "Element", styles: Styles, lists: Numbering, table_style: str = "") -> Look:
    """Return how a ``w:p`` looks; ``table_style`` is the id of the style of the table that it stands in."""
    stated = paragraph.find(W + "pPr")
    direct = paragraph_properties(stated)
    style = styles.style("" if stated is None else attribute(stated, "pStyle", "val"), "paragraph")
    table = styles.style(table_style, "table") if table_style else Style()
    numbered = {**style.paragraph, **direct}
    list_id, depth = _number(numbered, "numId"), _number(numbered, "ilvl")
    level = lists.level(list_id, depth)
    of_list = level.properties if level is not None else {}
    inner = {**style.paragraph, **of_list} if "numId" in direct else {**of_list, **style.paragraph}
    settled = {**styles.paragraph_defaults, **table.paragraph, **inner, **direct}
    return Look(_paragraph_format(style.name, settled), (table.text, style.text), list_id, depth)


def text_look(stated: "Element | None", look: Look, styles: Styles) -> TextFormat:
    """Return how text looks whose own properties are ``stated`` (a ``w:rPr``), in a paragraph of this look."""
    direct = text_properties(stated, styles.theme)
    character = styles.style(str(direct["rStyle"]), "character").text if "rStyle" in direct else {}
    layers = (*look.layers, character)
    settled: Properties = dict(styles.text_defaults)
    for layer in layers:
        settled |= layer
    for name in TOGGLES:
        settled[name] = _toggled(name, styles.text_defaults, layers)
    return _text_format({**settled, **direct})


def _toggled(name: str, defaults: Properties, layers: tuple[Properties, ...]) -> bool:
    """Switches of styles turn each other off (17.7.3); one that the defaults turn on stays on."""
    return bool(defaults.get(name)) or sum(bool(layer.get(name)) for layer in layers) % 2 == 1


def _text_format(settled: Properties) -> TextFormat:
    fonts = tuple(str(settled.get(slot) or _BUILT_IN) for slot in FONT_SLOTS)
    return TextFormat(
        fonts=cast(tuple[str, str, str, str], fonts),
        points=cast(float, settled.get("points", 10.0)),
        bold=bool(settled.get("b")),
        italic=bool(settled.get("i")),
        underlined=bool(settled.get("u")),
        capitals=bool(settled.get("caps") or settled.get("smallCaps")),
        vanished=bool(settled.get("vanish")),
        hidden=any(map(settled.get, ("vanish", "strike", "dstrike"))),
        color=str(settled.get("color", "auto")),
    )


def _paragraph_format(name: str, settled: Properties) -> ParagraphFormat:
    line, rule = _number(settled, "line", 240), settled.get("lineRule", "auto")
    level = _number(settled, "outlineLvl", 9)
    return ParagraphFormat(
        style=name,
        alignment=cast(Alignment, settled.get("framed", settled.get("jc", "left"))),
        left=_number(settled, "left"),
        right=_number(settled, "right"),
        first_line=_number(settled, "firstLine"),
        before=_number(settled, "before"),
        after=_number(settled, "after"),
        line=line / 240 if rule == "auto" else 0,
        line_height=0 if rule == "auto" else line,
        stretches=rule == "atLeast",
        keep_next=bool(settled.get("keepNext")),
        outline_level=level if level < 9 else None,
        top=_border(settled.get("top")),
        bottom=_border(settled.get("bottom")),
    )


def _border(kind: object) -> DrawnLine | None:
    return None if kind in {None, "", "none", "nil"} else DrawnLine(solid=kind in _SOLID)


def _number(settled: Properties, name: str, default: int = 0) -> int:
    value = settled.get(name, default)
    return value if isinstance(value, int) else default
