"""Rows of filled forms as what they ask to record, or what is wrong with their cells, each told at its own."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.days import written
from kshc_cli.desk.days import day_of
from kshc_cli.desk.recording import Recorder, Wish, spelt
from kshc_cli.documents.excel.forms import FilledForm, FilledRow
from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import LANGUAGES, _, plain, speaking
from kshc_cli.reading.folding import squeezed
from kshc_cli.reports.form_rows import FormKey, kind_words
from kshc_cli.tracking.progress_log import What

_DAYS: Final = ("date", "document_date")
_WORDS: Final = ("number", "note")


class Row(NamedTuple):
    """A row with its form and file, and what it is about."""

    file: str
    form: FilledForm
    row: FilledRow
    about: FormKey

    def fault(self, column: str, rule: str, message: str, remedy: str = "") -> Finding:
        """Return what is wrong with one of its cells."""
        place = self.form.place(self.row.number, column)
        return Finding(rule, Severity.ERROR, message, remedy, word_place=place)


def wish_of(one: Row, recorder: Recorder, who: str | None) -> Wish | list[Finding]:
    """Return what a row asks to record, or all that its cells lack or hold that cannot be recorded."""
    if faults := list(_faults(one, recorder)):
        return faults
    inputs = one.row.inputs
    on, note = inputs.get("date"), inputs.get("note")
    wish = Wish(
        _kind(one) or "",
        one.about.task,
        None if on is None else _day(on),
        fields={"document": _document(inputs)},
        note=None if note is None else str(note),
        who=one.form.who or who,
    )
    return of_kind(wish, wish.what, one)


def of_kind(wish: Wish, kind: str, one: Row) -> Wish:
    """Return the wish of a row as one of another kind: an event is true of all bodies, and begins a period."""
    about, is_event = one.about, kind == What.EVENT
    return Wish(
        kind,
        wish.task,
        wish.on,
        [about.unit] if about.unit and not is_event else None,
        period=None if is_event else about.occasion,
        fields=wish.fields,
        note=wish.note,
        who=wish.who,
    )


def person_fault(form: FilledForm) -> Finding | None:
    """Return what is wrong with the name of who filled in a form."""
    try:
        spelt(form.who)
    except WrongArgumentError as refusal:
        place = form.place(form.person, "period")
        return Finding("form-entry", Severity.ERROR, refusal.sentence(), word_place=place)
    return None


def kinds_named(kinds: Mapping[str, str]) -> str:
    """Name kinds of entries as the list of a form does."""
    return " / ".join(f"“{words}”" for words in kinds.values())


def _faults(one: Row, recorder: Recorder) -> Iterator[Finding]:
    inputs, kind = one.row.inputs, _kind(one)
    come = _("Write a day that has come, as 30/6/{year}.")
    if kind is None:
        yield _no_kind(one)
    if "date" not in inputs and kind != What.NOTE:
        yield one.fault("date", "form-date", _("It is not said on which day."), _day_such_as(recorder))
    if kind == What.NOTE and "note" not in inputs:
        yield one.fault("note", "form-note", _("A note without words says nothing."), _("Write the words."))
    for name in (*_DAYS, *_WORDS):
        try:
            if name in inputs and (told := _against(name, inputs[name], recorder)):
                yield one.fault(name, "form-entry", told, come.format(year=recorder.plan.year))
        except WrongArgumentError as refusal:
            yield one.fault(name, "form-entry", refusal.sentence())


def _day_such_as(recorder: Recorder) -> str:
    return _("Write a day such as 30/6/{year}.").format(year=recorder.plan.year)


def _no_kind(one: Row) -> Finding:
    remedy = _("Choose one of the list: {kinds}.").format(kinds=kinds_named(kind_words()))
    told = _("It is not said what was done.")
    if "kind" in one.row.inputs:
        told = _("“{words}” is nothing that a form records.").format(words=plain(str(one.row.inputs["kind"])))
    return one.fault("kind", "form-kind", told, remedy)


def _against(name: str, value: str | date, recorder: Recorder) -> str:
    """Say what is wrong with a cell that can be read. Raises WrongArgumentError for one that cannot."""
    if name in _WORDS:
        spelt(str(value))
        return ""
    day = day_of(_day(value), year=recorder.plan.year)
    return _("{day} has not come yet.").format(day=written(day)) if day > recorder.today else ""


def _document(inputs: Mapping[str, str | date]) -> dict[str, object] | None:
    given = {"number": inputs.get("number"), "date": inputs.get("document_date")}
    return {name: _day(value) for name, value in given.items() if value is not None} or None


def _day(value: str | date) -> str:
    return value.isoformat() if isinstance(value, date) else value


def _kind(one: Row) -> str | None:
    return _kinds().get(squeezed(str(one.row.inputs.get("kind", ""))))


def _kinds() -> dict[str, str]:
    """Return the kinds of entries by what forms of any language call them."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            found |= {squeezed(words): kind for kind, words in kind_words().items()}
    return found
