"""Whether the tags of a template name what a plan holds, inside the loops that they stand in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.rendering.expressions import Expressions
from kshc_cli.documents.rendering.nesting import fault, is_end, opens
from kshc_cli.documents.rendering.placed_tags import Tag
from kshc_cli.documents.rendering.printed_types import Type
from kshc_cli.findings import Finding
from kshc_cli.messages import _

_ELSEWHERE: Final = frozenset({"include", "import", "from", "extends"})
"""Commands that take in other files."""

_CELL: Final = frozenset({"colspan", "cellbg"})
"""docxtpl's commands that print into the properties of their cell."""

_MERGES: Final = frozenset({"vm", "hm"})
"""docxtpl's commands that merge the cells of a loop."""


@dataclass(slots=True)
class _Scope:
    """The names that a block makes."""

    keyword: str
    names: dict[str, Type] = field(default_factory=dict)


def naming(tags: Sequence[Tag], names: Mapping[str, Type]) -> Iterator[Finding]:
    """Yield what the tags of one part name in vain, beside ``names``, and what a template must not do."""
    from kshc_cli.documents.rendering.sandbox import Sandbox

    scopes = [_Scope("", dict(names))]
    environment = Sandbox()
    for tag in tags:
        visible = {name: kind for scope in scopes for name, kind in scope.names.items()}
        reader = Expressions(environment, visible, tag)
        if is_end(tag) or tag.keyword == "else":
            _leave(scopes, tag)
            continue
        yield from reader.command() if opens(tag) else _alone(tag, reader)
        # A condition makes no scope of its own.
        next(scope for scope in reversed(scopes) if scope.keyword != "if").names.update(reader.kept)
        if opens(tag):
            scopes.append(_Scope(tag.keyword, reader.bound))


def _alone(tag: Tag, reader: Expressions) -> Iterator[Finding]:
    """Yield what is wrong with a tag that opens and closes nothing."""
    if tag.opening == "{{" or tag.keyword in _CELL:
        yield from reader.printed(tag.inside.removeprefix(tag.keyword).strip())
    elif tag.keyword in _ELSEWHERE:
        message = _("“{tag}” would take in another file, which a template cannot.").format(tag=tag.words)
        yield fault("forbidden", tag.place, message, _("Copy what it holds into this template."))
    elif tag.opening == "{%" and tag.keyword not in _MERGES:
        yield from reader.command()


def _leave(scopes: list[_Scope], tag: Tag) -> None:
    """Forget the names of the innermost block that a tag ends; whether it is open at all is not asked here."""
    if tag.keyword == "else":
        if scopes[-1].keyword:
            scopes[-1].names.clear()
        return
    ended = [index for index, scope in enumerate(scopes) if index and f"end{scope.keyword}" == tag.keyword]
    del scopes[ended[-1] if ended else len(scopes) :]
