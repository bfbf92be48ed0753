"""Filled forms as entries of the log: what would be recorded, what is recorded already, and what stands against it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, Literal, NamedTuple

from kshc_cli.desk.opening import entries_of, log_in_form
from kshc_cli.desk.recording import Recorder, Wish
from kshc_cli.desk.refused_entries import RefusedEntryError
from kshc_cli.documents.excel.forms import FilledForm, FilledRow
from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Finding, Severity, WordPlace, in_order
from kshc_cli.messages import LANGUAGES, _, speaking
from kshc_cli.query.plan_ids import plan_id
from kshc_cli.reading.folding import squeezed
from kshc_cli.reports.form_rows import FormKey, kind_words, read_key
from kshc_cli.reports.recorded import recorded_words
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.progress_log import Entry, What

_OF_PATH: Final = {
    "date": "date",
    "period": "period",
    "unit": "task",
    "task": "task",
    "note": "note",
    "document": "number",
}
"""Which column of a form a field of an entry stands in; what else is wrong is wrong with what was done."""


class FormLine(NamedTuple):
    """What a row of a form says, and whether it is new."""

    file: str
    place: WordPlace
    state: Literal["new", "known", "retracted"]
    words: str


class Judged(NamedTuple):
    """What becomes of forms."""

    lines: tuple[FormLine, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    """What stands against their rows, by the file."""
    data: bytes
    """The log with what is new."""
    new: tuple[Entry, ...]


class _Row(NamedTuple):
    """A row with its form and file, and what it is about."""

    file: str
    form: FilledForm
    row: FilledRow
    about: FormKey

    def fault(self, column: str, rule: str, message: str, remedy: str = "") -> Finding:
        place = self.form.place(self.row.number, column)
        return Finding(rule, Severity.ERROR, message, remedy, word_place=place)


def judged(
    recorder: Recorder, log: bytes, name: str, forms: Sequence[tuple[str, FilledForm]], who: str | None
) -> Judged:
    """Hold the rows of forms, with the names of their files, against a plan and its log, each row behind the others.

    ``name`` is the log's. Raises FormError for what is no log.
    """
    before = entries_of(log_in_form(log) if log else None)
    known, lines, faults = before, list[FormLine](), {file: list(form.faults) for file, form in forms}
    for file, form in forms:
        for one in _rows(recorder, file, form, faults.setdefault(file, [])):
            found = _judged(recorder, one, known, who)
            if isinstance(found, Finding):
                faults[file].append(found)
                continue
            entry, state = found
            known = (*known, entry) if state == "new" else known
            place = form.place(one.row.number, "kind")
            lines.append(FormLine(file, place, state, _words(recorder, entry, known)))
    new = known[len(before) :]
    data = recorder.record(log, [partial(_made, entry) for entry in new], name).data if new else log
    told = {file: in_order(several) for file, several in faults.items() if several}
    return Judged(tuple(lines), told, data, new)


def _made(entry: Entry, _known: tuple[Entry, ...]) -> Entry:
    return entry


def _rows(recorder: Recorder, file: str, form: FilledForm, faults: list[Finding]) -> Iterator[_Row]:
    """Yield the rows whose keys are those that kshc wrote for this plan; tell of the others."""
    plan = plan_id(recorder.plan.plan)
    for row in form.rows:
        about = read_key(row.key, row.task, row.period)
        one = _Row(file, form, row, about or FormKey("", "", None, None))
        if about is None:
            told = _("The hidden key of this row is not the one that kshc wrote for its task and period.")
            faults.append(one.fault("key", "changed-key", told, _("Fill in a new form: kshc export xlsx --form.")))
        elif about.plan != plan:
            told = _(
                "This row is of another plan, or of this one before its year, office, title or subject was changed."
            )
            faults.append(
                one.fault("key", "another-plan", told, _("Name its plan with --plan, or fill in a new form."))
            )
        else:
            yield one


def _judged(
    recorder: Recorder, one: _Row, known: tuple[Entry, ...], who: str | None
) -> tuple[Entry, Literal["new", "known", "retracted"]] | Finding:
    """Return the entry that a row makes, and whether it is new; or what stands against it."""
    wish = _wish(one, who)
    if isinstance(wish, Finding):
        return wish
    try:
        (make,) = recorder.wished(wish)
        entry = make(known)
        if twin := next((other for other in known if _says_all(other, entry)), None):
            return twin, "retracted" if twin.id in happenings(known).retracted else "known"
        recorder.refuse(entry, known)
    except RefusedEntryError as refusal:
        finding = refusal.objection.finding
        column = _OF_PATH.get(str(finding.path[0]) if finding.path else "", "kind")
        return one.fault(column, finding.rule, refusal.sentence())
    except WrongArgumentError as refusal:
        return one.fault("date", "form-entry", refusal.sentence())
    return entry, "new"


def _wish(one: _Row, who: str | None) -> Wish | Finding:
    """Return what a row asks to record, or what it lacks."""
    inputs, about = one.row.inputs, one.about
    kind = _kinds().get(squeezed(str(inputs.get("kind", ""))))
    if kind is None:
        told = (
            _("It is not said what was done.") if "kind" not in inputs else _("This is nothing that can be recorded.")
        )
        return one.fault("kind", "form-kind", told, _("Choose from the list."))
    if "date" not in inputs:
        return one.fault("date", "form-date", _("It is not said on which day."), _("Write a day such as 30/6/2024."))
    if kind == What.NOTE and "note" not in inputs:
        return one.fault("note", "form-note", _("A note without words says nothing."), _("Write the words."))
    is_event = kind == What.EVENT
    return Wish(
        kind,
        about.task,
        _day(inputs["date"]),
        [about.unit] if about.unit and not is_event else None,
        period=None if is_event else about.occasion,
        fields={"document": _document(inputs)},
        note=str(inputs["note"]) if "note" in inputs else None,
        who=one.form.who or who,
    )


def _document(inputs: Mapping[str, str | date]) -> dict[str, object] | None:
    given = {"number": inputs.get("number"), "date": inputs.get("document_date")}
    return {name: _day(value) for name, value in given.items() if value is not None} or None


def _day(value: str | date) -> str:
    return value.isoformat() if isinstance(value, date) else value


def _kinds() -> dict[str, str]:
    """Return the kinds of entries by what forms of any language call them."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            found |= {squeezed(words): kind for kind, words in kind_words().items()}
    return found


def _says_all(other: Entry, entry: Entry) -> bool:
    """Tell whether one entry says all that another one does, whoever entered them and when; perhaps of all bodies."""
    about = ("what", "task", "period", "date")
    return (
        all(getattr(other, name) == getattr(entry, name) for name in about)
        and other.unit in {None, entry.unit}
        and entry.document in {None, other.document}
        and entry.note in {None, other.note}
    )


def _words(recorder: Recorder, entry: Entry, known: Sequence[Entry]) -> str:
    course = recorder.course(entry.task or "", known)
    return recorded_words(entry, course, course)
