"""Rewrites a template before it runs: its loops and lists go through filters that count what they make."""

from typing import Final

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer

EXPRESSION: Final = 50
"""Letters that each expression counts for whenever a loop or a call comes to it, and each call of a filter."""
COUNTED: Final = "\0"
"""The filter that every loop goes through, which no template can spell."""
FLAT: Final = "\1"
"""The filter that what a template puts together goes through."""
WEIGHED: Final = "\2"
"""The filter that what is compared or cut goes through."""


class ForbiddenError(SecurityError):
    """What a template must not say, seen before it runs; the message quotes it, as Jinja's do."""

    def __init__(self, message: str, lineno: int) -> None:
        super().__init__(message)
        self.lineno = lineno


def counting(template: nodes.Template, environment: Environment) -> nodes.Template:
    """Return a template whose loops, lists and joins count what they make. Raises ForbiddenError."""
    counted: nodes.Template = _Counting(environment).visit(template)
    return counted


class _Counting(NodeTransformer):
    """Lets each loop go through the filter that counts, and joins words with the filter whose length is bounded."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802  Jinja's name
        letters = letters_of(node)
        self.generic_visit(node)
        if node.recursive:
            raise ForbiddenError("'recursive'", node.lineno)
        counted = nodes.Filter(node.iter, COUNTED, [nodes.Const(letters)], [], None, None, lineno=node.lineno)
        node.iter = counted.set_environment(self.environment).set_lineno(node.lineno)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Filter:  # noqa: N802  Jinja's name
        return self._through(FLAT, node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Filter:  # noqa: N802  Jinja's name
        return self._through(FLAT, node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802  Jinja's name
        if node.ctx != "load":
            return node
        return self._through(FLAT, node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802  Jinja's name
        self.generic_visit(node)
        node.expr = self._filter(WEIGHED, node.expr)
        for operand in node.ops:
            operand.expr = self._filter(WEIGHED, operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802  Jinja's name
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = self._filter(WEIGHED, node.node)
        return node

    def _through(self, name: str, node: nodes.Expr) -> nodes.Filter:
        self.generic_visit(node)
        return self._filter(name, node)

    def _filter(self, name: str, node: nodes.Expr) -> nodes.Filter:
        made = nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
        made.set_environment(self.environment).set_lineno(node.lineno)
        return made

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802  Jinja's name
        self.generic_visit(node)
        joined = nodes.Filter(nodes.List(node.nodes), "join", [], [], None, None, lineno=node.lineno)
        joined.set_environment(self.environment).set_lineno(node.lineno)
        return joined


def letters_of(node: nodes.Node) -> int:
    """Return how many letters of the template a step of a loop can make, or a call, with its expressions."""
    return sum(map(_of_part, node.iter_child_nodes()))


def _of_part(node: nodes.Node) -> int:
    """Return the same of a part: of choices the longest, of an inner loop, each of whose steps is counted, its list."""
    match node:
        case nodes.TemplateData():
            return len(node.data)
        case nodes.For():
            return _of_part(node.iter)
        case nodes.If():
            ways = (
                sum(map(_of_part, node.body)),
                sum(map(_of_part, node.else_)),
                *map(_of_part, node.elif_),
            )
            return _of_part(node.test) + max(ways)
        case _:
            return EXPRESSION * isinstance(node, nodes.Expr) + letters_of(node)
