"""Whether the tags of a template are whole and stand where Word files can hold them: loops, conditions, rows."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.rendering.placed_tags import Tag, is_balanced
from kshc_cli.documents.word.markup import W
from kshc_cli.findings import Finding, Severity, WordPlace
from kshc_cli.messages import _

PAIRED: Final = frozenset({"for", "if", "set", "macro", "call", "filter", "with", "block", "autoescape", "raw"})
"""Commands that an ``end…`` closes."""

_BLOCKS: Final = frozenset({"p", "tr", "tc"})
_ELSE: Final = {"else": {"for", "if"}, "elif": {"if"}}


def fault(rule: str, place: WordPlace | None, message: str, remedy: str = "") -> Finding:
    """Make an error about a place in a template."""
    return Finding(rule, Severity.ERROR, message, remedy, word_place=place)


def opens(tag: Tag) -> bool:
    """Tell whether a command needs an ``end…``; ``set`` does where it assigns nothing itself."""
    return tag.keyword in PAIRED and not (tag.keyword == "set" and "=" in tag.inside)


def is_end(tag: Tag) -> bool:
    """Tell whether a command closes a loop, a condition or another block."""
    return tag.keyword.startswith("end") and tag.keyword.removeprefix("end") in PAIRED


def broken_tags(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield what is wrong with single tags: not whole, split over what cannot be joined, at the wrong level."""
    yield from _halves([tag for tag in tags if not tag.opening])
    for tag in tags:
        if not tag.opening:
            continue
        if not is_balanced(tag.around, tag.end_around):
            yield fault(
                "split-tag",
                tag.place,
                _("“{tag}” begins in a link or tracked change and ends outside it.").format(tag=tag.words),
                _("Accept the changes or remove the link, and type the tag anew in one go."),
            )
        yield from _misplaced(tag)


def _halves(halves: Sequence[Tag]) -> Iterator[Finding]:
    """Yield a finding for each opening without closing and the reverse; one for a tag that goes over paragraphs."""
    waiting: Tag | None = None
    for half in halves:
        if waiting and half.words == {"{{": "}}", "{%": "%}"}[waiting.words] and waiting.place.part == half.place.part:
            yield fault(
                "split-tag",
                waiting.place,
                _("A tag begins here with “{opening}” and ends in paragraph {n}.").format(
                    opening=waiting.words, n=half.place.paragraph
                ),
                _("Write the tag into one paragraph."),
            )
            waiting = None
            continue
        if waiting:
            yield _unclosed(waiting)
        waiting = half if half.words.startswith("{") else None
        if waiting is None:
            yield fault(
                "stray-tag",
                half.place,
                _("“{closing}” closes a tag that was not opened.").format(closing=half.words),
                _("Write the whole tag, or take these signs away: the document would show them."),
            )
    if waiting:
        yield _unclosed(waiting)


def _unclosed(half: Tag) -> Finding:
    closing = {"{{": "}}", "{%": "%}"}[half.words]
    return fault(
        "unclosed-tag",
        half.place,
        _("A tag is opened with “{opening}” and not closed.").format(opening=half.words),
        _("Close it with “{closing}” in the same paragraph.").format(closing=closing),
    )


def _misplaced(tag: Tag) -> Iterator[Finding]:
    if tag.level and tag.opening == "{{":
        yield fault(
            "misplaced-tag",
            tag.place,
            _("“{tag}” would print its words outside any paragraph.").format(tag=tag.words),
            _("Write “{tag}”.").format(tag=f"{{{{ {tag.inside} }}}}"),
        )
    elif tag.level and not tag.beside and _stands_free(tag):
        yield fault(
            "misplaced-tag",
            tag.place,
            _("“{tag}” takes away its table row or cell, but it stands in no table.").format(tag=tag.words),
            _("Write “{tag}” for a paragraph, or move the tag into a table.").format(tag=f"{{%p {tag.inside} %}}"),
        )
    elif tag.level and "%" in tag.inside:
        yield fault(
            "misplaced-tag",
            tag.place,
            _("“{tag}” holds a “%”, which only a tag without “{level}” can.").format(tag=tag.words, level=tag.level),
            _("Compute the value before it, in “{tag}”.").format(tag="{% set … %}"),
        )
    if tag.beside:
        yield fault(
            "lost-words",
            tag.place,
            _("“{words}” would be lost: “{tag}” takes away all that stands beside it.").format(
                words=tag.beside[:60], tag=tag.words
            ),
            _("Give the tag a paragraph, row or cell of its own."),
        )


def _stands_free(tag: Tag) -> bool:
    """Tell whether nothing of a tag's level is around it: its own place was kept as what stays."""
    return bool(tag.around) and tag.level in {"tr", "tc"} and tag.around[-1].tag == W + "t"


@dataclass(slots=True)
class _Open:
    """A loop or condition that is not closed yet."""

    tag: Tag
    crossed_by: Tag | None = None
    """The end of an outer one that came before its own."""


@dataclass(slots=True)
class _Nesting:
    """What is open at a place."""

    open: list[_Open] = field(default_factory=list)

    def read(self, tag: Tag) -> Iterator[Finding]:
        if opens(tag):
            self.open.append(_Open(tag))
        elif is_end(tag):
            yield from self._close(tag)
        elif tag.keyword in _ELSE and not any(each.tag.keyword in _ELSE[tag.keyword] for each in self.open[-1:]):
            yield _stray(tag)

    def _close(self, tag: Tag) -> Iterator[Finding]:
        matching = [each for each in self.open if each.tag.keyword == tag.keyword.removeprefix("end")]
        if not matching:
            yield _stray(tag)
            return
        # An inner loop that was forgotten to be closed shall not take the end of the outer one.
        closed = next((each for each in reversed(matching) if _stand_alike(each.tag, tag)), matching[-1])
        inner = self.open[self.open.index(closed) + 1 :]
        self.open.remove(closed)
        for each in inner:
            each.crossed_by = each.crossed_by or tag
        if closed.crossed_by:
            yield _crossed(closed.tag, closed.crossed_by)
        elif not _stand_alike(closed.tag, tag):
            yield _uneven(closed.tag, tag)


def _stand_alike(begin: Tag, end: Tag) -> bool:
    """Tell whether what two tags enclose can be repeated or left out: whole paragraphs, rows or cells of one holder."""
    if begin.level in _BLOCKS and end.level == begin.level:
        return begin.around[-1] is end.around[-1]
    return is_balanced(begin.around, end.around)


def nesting(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield what is wrong with the loops and conditions of one part: not closed, not opened, crossed, uneven."""
    walk = _Nesting()
    for tag in tags:
        yield from walk.read(tag)
    for each in walk.open:
        yield fault(
            "unclosed-tag",
            each.tag.place,
            _("“{tag}” is never closed.").format(tag=each.tag.words),
            _("Write “{closing}” behind what it is for.").format(closing=_closing(each.tag)),
        )


def _closing(tag: Tag) -> str:
    return " ".join((f"{{%{tag.level}", f"end{tag.keyword}", "%}"))


def _stray(tag: Tag) -> Finding:
    return fault(
        "stray-tag",
        tag.place,
        _("“{tag}” belongs to no loop or condition that is open here.").format(tag=tag.words),
        _("Take it away, or write the opening before it."),
    )


def _crossed(inner: Tag, outer_end: Tag) -> Finding:
    return fault(
        "crossed-tags",
        inner.place,
        _("“{tag}” is still open where “{end}” stands (paragraph {n}).").format(
            tag=inner.words, end=outer_end.words, n=outer_end.place.paragraph
        ),
        _("Close first what was opened last."),
    )


def _uneven(begin: Tag, end: Tag) -> Finding:
    return fault(
        "uneven-tags",
        begin.place,
        _("“{tag}” and its “{end}” (paragraph {n}) do not stand at the same level.").format(
            tag=begin.words, end=end.words, n=end.place.paragraph
        ),
        _("Put both into paragraphs of the same cell or page, or both into rows or cells of the same table."),
    )
