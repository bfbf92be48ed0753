"""Filled forms as entries of the log: what would be recorded, what is recorded already, and what stands against it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, Literal, NamedTuple

from kshc_cli.dataclass import replace
from kshc_cli.desk.form_refusals import refused
from kshc_cli.desk.form_wishes import Row, person_fault, wish_of
from kshc_cli.desk.opening import entries_of, log_in_form
from kshc_cli.desk.recording import Recorder
from kshc_cli.desk.refused_entries import RefusedEntryError
from kshc_cli.documents.excel.forms import FilledForm
from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Finding, WordPlace
from kshc_cli.messages import _
from kshc_cli.query.plan_ids import plan_id
from kshc_cli.reports.form_rows import FormKey, read_key
from kshc_cli.reports.recorded import recorded_words
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.progress_log import Entry

_ABOUT: Final = ("what", "task", "period")


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


def judged(
    recorder: Recorder, log: bytes, name: str, forms: Sequence[tuple[str, FilledForm]], who: str | None
) -> Judged:
    """Hold the rows of forms, with the names of their files, against a plan and its log, each row behind the others.

    ``name`` is the log's. Raises FormError for what is no log.
    """
    before = entries_of(log_in_form(log) if log else None)
    known, lines = before, list[FormLine]()
    faults = {file: list[Finding]() for file, _form in forms}
    told = list[tuple[Entry, str, WordPlace]]()
    for file, read in forms:
        form, found = read, list(read.faults)
        if fault := person_fault(form):
            found, form = [*found, fault], replace(form, who=None)
        for one in _rows(recorder, file, form, found):
            answer = _judged(recorder, one, before, told, who)
            if isinstance(answer, list):
                found += answer
                continue
            entry, state = answer
            place = form.place(one.row.number, "kind")
            if state == "new":
                told.append((entry, file, place))
            known = (*before, *(each for each, _file, _place in told))
            lines.append(FormLine(file, place, state, _words(recorder, entry, known)))
        faults[file] += sorted(found, key=_place)
    new = known[len(before) :]
    data = recorder.record(log, [partial(_made, entry) for entry in new], name).data if new else log
    return Judged(tuple(lines), {file: tuple(found) for file, found in faults.items() if found}, data, new)


def _place(finding: Finding) -> tuple[int, int]:
    """Return the row and column of a finding; the forms of a file come in the order of its sheets."""
    place = finding.word_place
    return (place.row or 0, place.cell or 0) if place else (0, 0)


def _made(entry: Entry, _known: tuple[Entry, ...]) -> Entry:
    return entry


def _rows(recorder: Recorder, file: str, form: FilledForm, faults: list[Finding]) -> Iterator[Row]:
    """Yield the rows whose keys are those that kshc wrote for this plan; tell of the others."""
    plan = plan_id(recorder.plan.plan)
    for row in form.rows:
        about = read_key(row.key, row.task, row.period)
        one = Row(file, form, row, about or FormKey("", "", None, None))
        if about is None:
            told = _("The hidden key of this row is not the one that kshc wrote for its task and period.")
            faults.append(one.fault("key", "changed-key", told, _("Ask for a new form (kshc export xlsx --form).")))
        elif about.plan != plan:
            told = _(
                "This row is of another plan, or of this one before its year, office, title or subject was changed."
            )
            faults.append(
                one.fault("key", "another-plan", told, _("Name its plan with --plan, or ask for a new form."))
            )
        else:
            yield one


def _judged(
    recorder: Recorder,
    one: Row,
    before: tuple[Entry, ...],
    told: Sequence[tuple[Entry, str, WordPlace]],
    who: str | None,
) -> tuple[Entry, Literal["new", "known", "retracted"]] | list[Finding]:
    """Return the entry that a row makes, and whether it is new; or what stands against it."""
    wish = wish_of(one, recorder, who)
    if isinstance(wish, list):
        return wish
    known = (*before, *(each for each, _file, _place in told))
    try:
        (make,) = recorder.wished(wish)
        entry = make(known)
        if twin := next((other for other in known if _says_all(other, entry, dated=wish.on is not None)), None):
            return twin, "retracted" if twin.id in happenings(known).retracted else "known"
        recorder.refuse(entry, known)
    except RefusedEntryError as refusal:
        return [refused(one, wish, refusal, recorder, before, told)]
    except WrongArgumentError as refusal:
        return [one.fault("task", "form-entry", refusal.sentence())]
    return entry, "new"


def _says_all(other: Entry, entry: Entry, *, dated: bool) -> bool:
    """Tell whether one entry says all that another one does, whoever entered them and when; perhaps of all bodies.

    A note whose row is not ``dated`` is of the day on which it is read, and says nothing new on another one.
    """
    return (
        all(getattr(other, name) == getattr(entry, name) for name in _ABOUT)
        and (other.date == entry.date or not dated)
        and other.unit in {None, entry.unit}
        and entry.document in {None, other.document}
        and entry.note in {None, other.note}
    )


def _words(recorder: Recorder, entry: Entry, known: Sequence[Entry]) -> str:
    course = recorder.course(entry.task or "", known)
    return recorded_words(entry, course, course)
