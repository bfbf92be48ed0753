"""What stands against the rows of filled forms, in the words of a form: who fills one in has no kshc."""

from collections.abc import Mapping, Sequence
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.desk.form_wishes import Row, kinds_named, of_kind
from kshc_cli.desk.recording import Recorder, Wish
from kshc_cli.desk.refused_entries import RefusedEntryError
from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Finding, WordPlace
from kshc_cli.messages import _, plain
from kshc_cli.reports.findings import word_place_words
from kshc_cli.reports.form_rows import kind_words
from kshc_cli.tracking.progress_log import Entry

_OF_PATH: Final = {
    "date": "date",
    "period": "period",
    "unit": "task",
    "task": "task",
    "note": "note",
    "document": "number",
}
"""Which column of a form a field of an entry stands in; what else is wrong is wrong with what was done."""
_WRONG_DAY: Final = frozenset({"done-too-early", "future-entry"})
_SAID_ALREADY: Final = frozenset({"done-twice", "closed-duty", "repeated-event"})
_OLD_FORM: Final = frozenset({"unknown-task", "unknown-unit", "unknown-period"})


def refused(
    one: Row,
    wish: Wish,
    refusal: RefusedEntryError,
    recorder: Recorder,
    before: tuple[Entry, ...],
    told: Sequence[tuple[Entry, str, WordPlace]],
) -> Finding:
    """Return what stands against a row.

    ``before`` are the entries of the log, ``told`` those of other rows, with their files and places.
    """
    entry, finding = refusal.entry, refusal.objection.finding
    column = _OF_PATH.get(str(finding.path[0]) if finding.path else "", "kind")
    if rival := _rival(entry, recorder, before, told):
        file, place = rival
        words = _("{task}: this and {file}, {place}, cannot both be true: {message}").format(
            task=entry.task, file=plain(file), place=word_place_words(place), message=finding.message
        )
        return one.fault(column, finding.rule, words, _("Correct one of the two."))
    is_own = refusal.objection.entry.id == entry.id
    words = f"{entry.task}: {finding.message}" if is_own else refusal.sentence()
    known = (*before, *(each for each, _file, _place in told))
    return one.fault(column, finding.rule, words, _remedy(finding.rule, _accepted(one, wish, recorder, known)))


def _rival(
    entry: Entry,
    recorder: Recorder,
    before: tuple[Entry, ...],
    told: Sequence[tuple[Entry, str, WordPlace]],
) -> tuple[str, WordPlace] | None:
    """Return where the first row stands that an entry contradicts; None where it is the log that it contradicts."""
    known = before
    if _is_refused(entry, recorder, known):
        return None
    for other, file, place in told:
        known = (*known, other)
        if other.task == entry.task and _is_refused(entry, recorder, known):
            return file, place
    return None


def _is_refused(entry: Entry, recorder: Recorder, known: tuple[Entry, ...]) -> bool:
    try:
        recorder.refuse(entry, known)
    except RefusedEntryError:
        return True
    return False


def _accepted(one: Row, wish: Wish, recorder: Recorder, known: tuple[Entry, ...]) -> Mapping[str, str]:
    """Return the kinds of entries that the row could be of, with what forms call them."""
    found = dict[str, str]()
    for kind, words in kind_words().items():
        asked = of_kind(replace(wish, note=wish.note or words), kind, one)
        (make,) = recorder.wished(asked)
        try:
            recorder.refuse(make(known), known)
        except (RefusedEntryError, WrongArgumentError):
            continue
        found[kind] = words
    return found


def _remedy(rule: str, kinds: Mapping[str, str]) -> str:
    """Say what to do about a row, to whom fills in the form: ``kinds`` are those that it could be of."""
    named = kinds_named(kinds)
    if rule in _OLD_FORM:
        return _("Ask for a new form (kshc export xlsx --form).")
    if rule in _WRONG_DAY:
        sentence = _("Correct the day, or choose {kinds} in the form.") if kinds else _("Correct the day.")
    elif rule in _SAID_ALREADY:
        sentence = _("Clear the row, or choose {kinds} in the form.") if kinds else _("Clear the row.")
    else:
        sentence = _("Choose {kinds} in the form.") if kinds else _("Correct the row.")
    return sentence.format(kinds=named)
