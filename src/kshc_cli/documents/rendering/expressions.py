"""Reads the expression in a tag with the types of what it names, as Jinja would evaluate it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from kshc_cli.documents.rendering.causes import cause, shortened
from kshc_cli.documents.rendering.nesting import PAIRED, fault, opens
from kshc_cli.documents.rendering.placed_tags import Tag
from kshc_cli.documents.rendering.printed_types import (
    Loop,
    Type,
    fields_of,
    filtered,
    has_attribute,
    is_list,
    item_of,
    whole_name,
)
from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.near import nearest

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

_LOOP: Final = {"begin": "{%p for … in … %}", "end": "{%p endfor %}"}
_CONDITION: Final = {"begin": "{%p if … %}", "end": "{%p endif %}"}
_COMMAND: Final = "{{% {inside} %}}"
_BLOCK: Final = "{{% {inside} %}}{{% end{keyword} %}}"
_ELIF: Final = "{{% if 0 %}}{{% {inside} %}}{{% endif %}}"


class Expressions:
    """Reads the expressions of one tag; ``faults`` are what is wrong with it.

    ``bound`` are the names that it makes for what it encloses, ``kept`` those for all that follows.
    """

    def __init__(self, environment: "Environment", names: Mapping[str, Type], tag: Tag) -> None:
        self.environment = environment
        self.names = dict(names)
        self.tag = tag
        self.bound: dict[str, Type] = {}
        self.kept: dict[str, Type] = {}
        self.faults: list[Finding] = []

    def printed(self, expression: str) -> list[Finding]:
        """Read what is printed: it must be words or a number."""
        for node in self._parsed(f"{{{{ {expression} }}}}"):
            self._print(self.kind(node), expression)
        return self.faults

    def command(self) -> list[Finding]:
        """Read a command such as ``for``, ``if`` or ``set``."""
        from jinja2 import nodes

        for node in self._parsed(self._whole()):
            if isinstance(node, nodes.For):
                self._loop(node)
            else:
                self._bindings(node)
        return self.faults

    def _whole(self) -> str:
        """Return the tag with the opening or closing that its command cannot stand without."""
        tag = self.tag
        if tag.keyword == "elif":
            return _ELIF.format(inside=tag.inside)
        return (_BLOCK if opens(tag) else _COMMAND).format(inside=tag.inside, keyword=tag.keyword)

    def _parsed(self, source: str) -> "list[nodes.Node]":
        from jinja2 import TemplateSyntaxError, nodes

        try:
            body = self.environment.parse(source).body
        except (TemplateSyntaxError, RecursionError) as problem:
            self._misspelt(problem)
            return []
        return [each for node in body for each in (node.nodes if isinstance(node, nodes.Output) else [node])]

    def _misspelt(self, problem: Exception) -> None:
        reason, near = cause(problem), None
        if "unknown tag" in str(problem):
            near = nearest(self.tag.keyword, sorted({*PAIRED, "elif", "else", *(f"end{name}" for name in PAIRED)}))
            reason = _("there is no command “{word}”").format(word=shortened(self.tag.keyword))
        self._add("misspelt-tag", _("“{tag}” is misspelt: {reason}.").format(tag=self.tag.words, reason=reason), near)

    def _add(self, rule: str, message: str, near: str | None = None, remedy: str = "") -> None:
        meant = _("Did you mean “{near}”?").format(near=near) if near else ""
        self.faults.append(fault(rule, self.tag.place, message, meant or remedy))

    def _loop(self, node: "nodes.For") -> None:
        kind = self.kind(node.iter)
        if kind in {str, int, bool} or fields_of(kind):
            message = _("“{tag}” goes through something that is no list.").format(tag=self.tag.words)
            self._add("not-a-list", message, remedy=_("`kshc template fields` shows which names are lists."))
        self._bind(node.target, item_of(kind), self.bound)
        self.bound["loop"] = Loop
        self.names.update(self.bound)
        if node.test:
            self.kind(node.test)

    def _bindings(self, node: "nodes.Node") -> None:
        from jinja2 import nodes

        match node:
            case nodes.Assign(target=target, node=value):
                self._bind(target, self.kind(value), self.kept)
            case nodes.AssignBlock(target=target):
                self._bind(target, str, self.kept)
            case nodes.With(targets=targets, values=values):
                for target, value in zip(targets, values, strict=True):
                    self._bind(target, self.kind(value), self.bound)
            case nodes.Macro(name=name, args=targets):
                self.kept[name] = Any
                self.bound |= dict.fromkeys(("caller", "varargs", "kwargs"), Any)
                for target in targets:
                    self._bind(target, Any, self.bound)
            case _:
                self._children(node)

    def _bind(self, target: "nodes.Node", kind: Type, names: dict[str, Type]) -> None:
        from jinja2 import nodes

        match target:
            case nodes.Name(name=name):
                names[name] = kind
            case nodes.Tuple(items=items):
                for item in items:
                    self._bind(item, Any, names)
            case _:
                self.kind(target)

    def kind(self, node: "nodes.Node") -> Type:
        """Return the type of an expression; what it names in vain is added to ``faults``."""
        from jinja2 import nodes

        match node:
            case nodes.Name(name=name):
                return self._name(name)
            case nodes.Getattr(node=owner, attr=name) | nodes.Getitem(node=owner, arg=nodes.Const(value=str() as name)):
                return self._attribute(self.kind(owner), name)
            case nodes.Getitem(node=owner, arg=argument):
                self._children(argument)
                kind = self.kind(owner)
                return kind if isinstance(argument, nodes.Slice) else item_of(kind)
            case nodes.Filter() | nodes.Test():
                return self._filtered(node)
            case nodes.Mul() | nodes.Pow():
                message = _("“{tag}” multiplies, which a template cannot.").format(tag=self.tag.words)
                self._add("forbidden", message, remedy=_("Add or join instead."))
            case _:
                pass
        self._children(node)
        return Any

    def _children(self, node: "nodes.Node") -> None:
        for child in node.iter_child_nodes():
            self.kind(child)

    def _name(self, name: str) -> Type:
        if name in self.names:
            return self.names[name]
        if name not in self.environment.globals:
            message = _("“{tag}”: there is no “{name}” here.").format(tag=self.tag.words, name=shortened(name))
            self._unknown(message, whole_name(name, self.names) or nearest(name, self.names))
        return Any

    def _unknown(self, message: str, near: str | None) -> None:
        self._add("unknown-name", message, near, _("`kshc template fields` lists the names that there are."))

    def _attribute(self, owner: Type, name: str) -> Type:
        if name.startswith("_"):
            message = _("“{tag}”: “{name}” is not allowed in a template.")
            self._add("forbidden", message.format(tag=self.tag.words, name=shortened(name)))
            return Any
        fields = fields_of(owner)
        if name in fields:
            return fields[name]
        if fields or not has_attribute(owner, name):
            message = _("“{tag}”: there is no “{name}” in what stands before it.")
            self._unknown(message.format(tag=self.tag.words, name=shortened(name)), nearest(name, fields))
        return Any

    def _filtered(self, node: "nodes.Filter | nodes.Test") -> Type:
        from jinja2 import nodes

        is_filter = isinstance(node, nodes.Filter)
        known = self.environment.filters if is_filter else self.environment.tests
        if node.name not in known:
            message = (
                _("“{tag}”: there is no filter “{name}”.") if is_filter else _("“{tag}”: there is no test “{name}”.")
            )
            message = message.format(tag=self.tag.words, name=shortened(node.name))
            self._add("unknown-filter", message, nearest(node.name, known))
        kind = Any if node.node is None else self._tested(node.name, node.node)
        for child in (*node.args, *node.kwargs):
            self.kind(child)
        return filtered(node.name, kind) if is_filter else bool

    def _tested(self, name: str, node: "nodes.Node") -> Type:
        """Return the type of what a filter or test is applied to; some ask whether it is there at all."""
        before = len(self.faults)
        kind = self.kind(node)
        if name in {"default", "d", "defined", "undefined"}:
            self.faults[before:] = [each for each in self.faults[before:] if each.rule != "unknown-name"]
        return kind

    def _print(self, kind: Type, expression: str) -> None:
        tag = self.tag.words
        if fields := fields_of(kind):
            near = next((f"{expression}.{name}" for name, part in fields.items() if part is str), None)
            self._add("not-words", _("“{tag}” prints a whole record.").format(tag=tag), near)
        elif is_list(kind):
            remedy = _("Go through it: “{begin}” … “{end}”.").format(**_LOOP)
            self._add("not-words", _("“{tag}” prints a whole list.").format(tag=tag), remedy=remedy)
        elif kind is bool:
            remedy = _("Use it in a condition: “{begin}” … “{end}”.").format(**_CONDITION)
            message = _("“{tag}” prints yes or no in the words of a program.").format(tag=tag)
            self._add("not-words", message, remedy=remedy)
