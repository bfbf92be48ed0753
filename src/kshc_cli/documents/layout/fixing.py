"""Repairs what has one right form in a Word file, and nothing else: what a rule finds and knows the right form of."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.collection import collection_paused
from kshc_cli.documents.components.origin import Origin
from kshc_cli.documents.layout.inspected import inspected
from kshc_cli.documents.layout.rule import LayoutFault, LayoutRule, merged
from kshc_cli.documents.word.body_reader import body_of, read_body
from kshc_cli.documents.word.edits import WordsEdit
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.package import opened, packed
from kshc_cli.documents.word.repairing import Repairing
from kshc_cli.findings import Finding
from kshc_cli.messages import _

_SIGNATURES: Final = "_xmlsignatures/"
_ROUNDS: Final = 12
"""How often a file is looked at again: what is repaired may show what is wrong beside it."""


class Fixed(NamedTuple):
    """A repaired file with what was wrong in it."""

    data: bytes
    """The file; the very bytes that were given where nothing was repaired."""
    repaired: tuple[Finding, ...]
    """What was repaired, with the place that it had; equal faults are one finding."""
    places: int = 0
    """In how many places something was repaired."""


def fixed(data: bytes, rules: tuple[LayoutRule, ...], *, final: bool) -> Fixed:
    """Return a Word file without the faults whose right form is known. Raises ``WordFileError``.

    A fault that does not go is left, with all that belongs to it, as it was.
    """
    read_body(data)
    if any(name.startswith(_SIGNATURES) for name in opened(data)):
        raise WordFileError(_("it has a digital signature, which no change would leave valid"))
    stubborn: set[_Key] = set()
    with collection_paused():
        while True:
            parts, done, staying = _round(opened(data), rules, stubborn, final=final)
            if not staying:
                break
            stubborn |= staying
    if not done:
        return Fixed(data, ())
    told = (finding for rule in rules for finding in merged(rule.id, rule.severity, _of(rule, done)))
    return Fixed(packed(parts), tuple(told), len(done))


_Key = tuple[str, str, str, int]
"""What tells a fault from others: its rule, its message with the words that mend it, its part and its paragraph."""


def _round(
    parts: dict[str, bytes], rules: tuple[LayoutRule, ...], stubborn: set[_Key], *, final: bool
) -> tuple[dict[str, bytes], dict[_Key, LayoutFault], set[_Key]]:
    """Repair until nothing is left to do; return the parts, what was done, and which faults came back."""
    done: dict[_Key, LayoutFault] = {}
    for _number in range(_ROUNDS):
        found = {key: fault for key, fault in _faults(parts, rules, final=final) if key not in stubborn}
        if staying := found.keys() & done.keys():
            return parts, done, set(staying)
        repairing = Repairing(parts)
        made = {key: fault for key, fault in found.items() if fault.edit and repairing.make(fault.edit)}
        if not made:
            break
        done |= made
        parts = repairing.parts()
    return parts, done, set()


def _faults(
    parts: dict[str, bytes], rules: tuple[LayoutRule, ...], *, final: bool
) -> Iterator[tuple[_Key, LayoutFault]]:
    document = inspected(body_of(parts), final=final)
    if document.origin is not Origin.STATE:
        return
    for rule in rules:
        for fault in rule.faults(document):
            if fault.edit is not None and (address := fault.paragraph and fault.paragraph.address):
                words = fault.edit.words if isinstance(fault.edit, WordsEdit) else ""
                yield (rule.id, f"{fault.message} {words}", address.part, address.paragraph), fault


def _of(rule: LayoutRule, done: dict[_Key, LayoutFault]) -> list[LayoutFault]:
    return [fault for key, fault in done.items() if key[0] == rule.id]
