"""Where tags run: with what a document needs and no more, and within what a document can hold.

A template may come from a stranger. It reaches the printed words only, changes nothing, and what it makes of them is
counted in letters, so that no template takes all memory or goes on for ever.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import is_dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, pass_context
from markupsafe import Markup

from kshc_cli.documents.rendering.counting import COUNTED, EXPRESSION, FLAT, WEIGHED, counting, letters_of
from kshc_cli.messages import _

if TYPE_CHECKING:
    from jinja2.runtime import Context

MOST_LETTERS: Final = 128_000_000
"""Letters that the tags of a part may handle: twice what a Word file may hold when it is unpacked."""
LONGEST: Final = 100_000
"""Letters of one text, or items of one list, that a tag makes; letters of a paragraph, whatever tags make them."""

_METHODS: Final = frozenset(
    {
        *("capitalize", "casefold", "endswith", "lower", "lstrip", "partition", "removeprefix", "removesuffix"),
        *("rpartition", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper"),
    }
)
"""The methods of words that a tag may call: those that cannot make them longer than they are."""

_FILTERS: Final = frozenset(
    {
        *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "groupby", "int", "join", "last"),
        *("length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round"),
        *("select", "selectattr", "sort", "string", "title", "trim", "truncate", "unique", "upper", "wordcount"),
    }
)
"""The filters of Jinja that make something of words or lists, and not more than was there."""

_LETTERS: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "{": "&#123;", "}": "&#125;"}
)
"""What stands for the letters that XML has for itself, and for the braces that docxtpl takes for its own."""
_HOLDING: Final = (list, tuple, dict)
"""What holds values: none of these holds another one in a template, which could be itself over and over."""
_COMPOSED: Final = (*_HOLDING, Namespace)
"""What makes no words, as records do not: written out, it would have no bounds."""
_FUNCTIONS: Final = frozenset({"dict", "namespace"})
_WORDED: Final = _FILTERS & frozenset(
    {
        *("capitalize", "e", "escape", "lower", "replace", "string", "title", "trim", "truncate", "upper"),
        "wordcount",
    }
)
"""The filters that make words of what they get."""
_ITEMWISE: Final = _FILTERS & frozenset(
    {
        *("groupby", "join", "map", "max", "min", "reject", "rejectattr", "select", "selectattr", "sort"),
        "unique",
    }
)
"""The filters that do something with every item of a list, each of which costs as much as an expression."""


class TooMuchError(SecurityError):
    """A template that makes more than a document can hold."""


class Sandbox(ImmutableSandboxedEnvironment):
    """No private attribute, nothing changed, every name there, and an end to everything; for one part of a file."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=self._printed)
        self.letters = MOST_LETTERS
        self.called = 0
        """Letters of all that a call can print: macros and the blocks that are handed to them."""
        weights = dict.fromkeys(_ITEMWISE, _weight)
        made = {name: make for name, make in self.filters.items() if name in _FILTERS}
        self.filters = {name: self._paid(make, weights.get(name, _size)) for name, make in made.items()}
        self.tests = {name: self._paid(test, _size) for name, test in dict[str, Any](self.tests).items()}
        self.filters |= {name: _worded(self.filters[name]) for name in _WORDED}
        self.filters["replace"] = self._bounded(self.filters["replace"], _replaced)
        self.filters["join"] = self._joining(self.filters["join"])
        self.filters |= {COUNTED: self._counted, FLAT: self._flat, WEIGHED: self._weighed}
        self.globals = {name: value for name, value in self.globals.items() if name in _FUNCTIONS}

    def spend(self, letters: int) -> None:
        """Count what is made. Raises TooMuchError."""
        self.letters -= letters
        if self.letters < 0:
            raise TooMuchError

    def call_binop(self, context: "Context", operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Add, and refuse to multiply; ``%`` is for numbers only, not for words with gaps of any width."""
        if operator == "+":
            size = _size(left) + _size(right)
            if size > LONGEST:
                raise TooMuchError
            self.spend(size)
        elif operator != "%" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f"'{operator}'")
        return super().call_binop(context, operator, left, right)

    def call(self, context: "Context", function: Any, *values: Any, **named: Any) -> Any:  # noqa: ANN401  as Jinja's
        """Call what a tag calls: a macro, or a method of words."""
        self.spend(self.called + _size(getattr(function, "__self__", None)) + sum(map(_size, values)))
        if function is dict:
            _refuse(named.values(), _HOLDING)
        return super().call(context, function, *values, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  as Jinja's
        """Return a field of a printed record without a look at its safety."""
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: object) -> None:  # noqa: ARG002  str.format is no method that may be called
        """Return nothing that could be called."""
        return None  # noqa: RET501

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401  as Jinja's
        """Allow the methods of words that cannot make them longer."""
        if isinstance(obj, str | bytes) and attr not in _METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def _generate(self, source: nodes.Template, *others: Any, **named: Any) -> str:  # noqa: ANN401  as Jinja's
        """Make a program of what was parsed, in which every loop is counted: the place that Jinja leaves for this."""
        self.called = sum(map(letters_of, source.find_all((nodes.Macro, nodes.CallBlock))))
        return super()._generate(counting(source, self), *others, **named)

    @pass_context
    def _counted(self, _context: "Context", items: Iterable[object], letters: int) -> Iterator[object]:
        letters = max(0, letters)
        for item in items:  # as spend does, without a call for each step
            self.letters -= letters
            if self.letters < 0:
                raise TooMuchError
            yield item

    @pass_context
    def _flat(self, _context: "Context", made: Any) -> Any:  # noqa: ANN401  any value of a template
        """Return what a template puts together: a list of lists could hold itself twice, and that one twice again."""
        _refuse(made.values() if isinstance(made, dict) else made, _HOLDING)
        return made

    @pass_context
    def _weighed(self, _context: "Context", value: Any) -> Any:  # noqa: ANN401  any value of a template
        self.spend(_size(value))
        return value

    def _joining(self, make: Callable[..., Any]) -> Callable[..., Any]:
        """Return the filter ``join`` for lists that become no longer than ``LONGEST``."""

        @wraps(make)
        def joining(context: object, items: Iterable[object], d: object = "", attribute: object = None) -> object:
            part = make_attrgetter(self, attribute) if isinstance(attribute, str | int) else None
            words = [part(item) if part else item for item in items]
            _refuse(words, _COMPOSED)
            return bounded(context, words, d)

        bounded = self._bounded(make, _joined)
        return joining

    def _paid(self, make: Callable[..., Any], weight: Callable[[object], int]) -> Callable[..., Any]:
        """Return a filter that counts what it is applied to: at once, or item by item what another filter yields."""

        @wraps(make)
        def paid(*values: Any, **named: Any) -> Any:  # noqa: ANN401  as Jinja's
            self.spend(EXPRESSION + sum(map(weight, values)))
            return make(*(self._yielded(each) if isinstance(each, Iterator) else each for each in values), **named)

        return paid

    def _yielded(self, items: Iterator[object]) -> Iterator[object]:
        for item in items:
            self.spend(EXPRESSION + _size(item))
            yield item

    def _bounded(self, make: Callable[..., Any], sizes: Callable[..., int]) -> Callable[..., Any]:
        """Return a filter that makes nothing longer than ``LONGEST``; ``sizes`` foretells it."""

        @wraps(make)
        def bounded(context: object, *values: Any, **named: Any) -> Any:  # noqa: ANN401  as Jinja's
            size = sizes(*values, **named)
            if size > LONGEST:
                raise TooMuchError
            self.spend(size)
            return make(context, *values, **named)

        return bounded

    def _printed(self, value: object) -> object:
        """Escape words for XML, with their braces, which docxtpl would otherwise take for its own."""
        if not isinstance(value, str):
            _refuse((value,), _COMPOSED)
            self.spend(_size(value))
            return value
        self.spend(len(value))
        if isinstance(value, Markup):
            return value
        return Markup(value.translate(_LETTERS))  # noqa: S704  escaped here


def _size(value: object) -> int:
    """Return how many letters, items or bits make up a value."""
    if isinstance(value, str | list | tuple | dict):
        return len(value)
    return value.bit_length() if isinstance(value, int) else 1


def _weight(value: object) -> int:
    """Return how many letters a list counts for whose items are handled one by one, or another value."""
    return sum(EXPRESSION + _size(item) for item in value) if isinstance(value, list | tuple) else _size(value)


def _refuse(values: Iterable[object], kinds: tuple[type, ...]) -> None:
    """Raise SecurityError where one of some values is of some kinds, or a record if those have no bounds either."""
    if any(isinstance(value, kinds) or (kinds is _COMPOSED and is_dataclass(value)) for value in values):
        raise SecurityError(_("a list or record is no words"))


def _worded(make: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that makes words of words and numbers only: written out, a list or record has no bounds."""

    @wraps(make)
    def worded(*values: Any, **named: Any) -> Any:  # noqa: ANN401  as Jinja's
        _refuse((*values, *named.values()), _COMPOSED)
        return make(*values, **named)

    return worded


def _replaced(words: object, old: object, new: object, *_count: object, **_named: object) -> int:
    text, left, right = str(words), str(old), str(new)
    return len(text) + text.count(left) * max(0, len(right) - len(left))


def _joined(words: Sequence[object], between: object) -> int:
    return sum(map(_size, words)) + _size(str(between)) * len(words)
