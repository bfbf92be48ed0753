"""Settles before reading what a part says in two ways: deleted paragraph marks, blank controls, hidden rows."""

from typing import TYPE_CHECKING

from kshc_cli.documents.word.changes import changed_paragraphs
from kshc_cli.documents.word.markup import W, descendant, switched_on

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def settle(root: "Element") -> "frozenset[Element]":
    """Blank the prompts that controls show while nothing is filled in, and join paragraphs whose mark was deleted.

    What stands in hidden rows becomes hidden text. Return the ``w:p`` in which a tracked change stands open.
    """
    for mark in list(root.iter(W + "showingPlcHdr")):
        control = next(mark.iterancestors(W + "sdt"), None)
        if control is not None and switched_on(mark):
            for words in control.iter(W + "t"):
                words.text = ""
    for mark in list(root.iter(W + "hidden")):
        row = next(mark.iterancestors(W + "tr"), None)
        if row is not None and switched_on(mark):
            _hide(row)
    changed = set(changed_paragraphs(root))
    for mark in list(root.iter(W + "del", W + "moveFrom")):
        paragraph = _paragraph_of(mark)
        if paragraph is not None and (into := _join_to_next(paragraph)) is not None:
            changed.add(into)
    return frozenset(changed)


def _hide(row: "Element") -> None:
    for run in row.iter(W + "r"):
        look = descendant(run, "rPr")
        if look is None:
            look = run.makeelement(W + "rPr")
            run.insert(0, look)
        look.append(look.makeelement(W + "vanish"))


def _paragraph_of(mark: "Element") -> "Element | None":
    """Return the paragraph whose own mark a revision deletes, or None where it deletes something else."""
    names = (W + "rPr", W + "pPr", W + "p")
    parents = [parent for parent, _name in zip(mark.iterancestors(), names, strict=False)]
    return parents[-1] if tuple(parent.tag for parent in parents) == names else None


def _join_to_next(paragraph: "Element") -> "Element | None":
    """Join a paragraph to the one behind it, where there is one, and return that."""
    following = paragraph.getnext()
    parent = paragraph.getparent()
    if (
        following is None
        or parent is None
        or following.tag != W + "p"
        or paragraph.find(f"{W}pPr/{W}sectPr") is not None
    ):
        return None
    before, behind = _words(paragraph), _words(following)
    if before and behind and not before[-1].isspace() and not behind[0].isspace():
        _add_space(paragraph)
    place = 1 if following.find(W + "pPr") is not None else 0
    following[place:place] = [child for child in paragraph if child.tag != W + "pPr"]
    parent.remove(paragraph)
    return following


def _words(paragraph: "Element") -> str:
    return "".join(mark.text or "" for mark in paragraph.iter(W + "t"))


def _add_space(paragraph: "Element") -> None:
    """Keep apart words that only the deleted mark kept apart."""
    run = paragraph.makeelement(W + "r")
    words = run.makeelement(W + "t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = " "
    run.append(words)
    paragraph.append(run)
