"""Asking the plans in use a question, and writing what they answer: one plan, or a fleet."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from kshc_cli.cli.inquiry import answers_of
from kshc_cli.cli.opening import BrokenPlanError, Fleet, fleet_of
from kshc_cli.cli.session import Session
from kshc_cli.desk.answers import Answer, finding_of
from kshc_cli.desk.question import Asked, Form, Question
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError, WrongArgumentError, as_error
from kshc_cli.fleet.sources import log_of
from kshc_cli.messages import _, language_in_use, ngettext, plain
from kshc_cli.outputs.registry import output_text
from kshc_cli.outputs.sheet import AnswerSheet, PlacedAnswer, sheet_of
from kshc_cli.reports.csv_form import CsvForm
from kshc_cli.reports.phrases import without_date_line
from kshc_cli.reports.tables import markdown_list

ONE_OF_MANY: Final = _("of several plans, one could not answer")
"""When a question to many plans ends with status 1."""


_NO_CSV: Final = CsvForm()


class Asking(NamedTuple):
    """What became of a question."""

    told: list[PlacedAnswer]
    """The answers of all plans that have one."""
    broken: list[tuple[str, str]]
    """The files that could not answer, with the reason."""
    many: bool

    @property
    def found(self) -> int:
        """How many rows were found in all."""
        return sum(one.answer.get("found", 0) for one in self.told)

    @property
    def status(self) -> int:
        """The exit status: of many plans, whether some could not answer, or none."""
        if self.broken and not self.told:
            return EXIT_UNREADABLE
        return EXIT_FINDINGS if self.broken else 0


def ask(
    session: Session,
    question: Callable[[Asked], Question],
    output: StrEnum,
    *,
    csv: CsvForm = _NO_CSV,
    as_of: str | None = None,
    agency: str | None = None,
) -> Asking:
    """Ask the plans in use, and write what they answer in the form asked for.

    Raises BrokenPlanError, UnreadableFileError and WrongArgumentError where one plan is asked and cannot answer.
    """
    fleet = fleet_of(session)
    asked = asked_of(session, fleet, output, csv=csv, as_of=as_of, agency=agency)
    run = run_of(session, fleet, question(asked))
    write(session, run, asked.form)
    return run


def asked_of(
    session: Session, fleet: Fleet, output: StrEnum, *, csv: CsvForm, as_of: str | None, agency: str | None
) -> Asked:
    """Return what is asked whatever the question: on which day, for whom, and in which form it is to be answered."""
    form = Form(output.value, session.terminal(), csv, fleet.many)
    return Asked(session.now(), language_in_use(), form, as_of, agency)


def run_of(session: Session, fleet: Fleet, question: Question) -> Asking:
    """Return what the plans in use answer; say what stands against those that cannot."""
    if not fleet.many:
        told = zip(fleet.places, answers_of(session, fleet, question), strict=True)
        return Asking([_only(session, file, answer) for file, answer in told], [], many=False)
    run = Asking([], [], many=True)
    refused: list[tuple[str, Answer]] = []
    for file, answer in zip(fleet.places, answers_of(session, fleet, question), strict=True):
        _say_of(session, file, answer)
        if message := _obstacle(file, answer):
            run.broken.append((file, message))
            session.say(as_error(message), level=-2)
        elif "refusal" in answer:
            refused.append((file, answer))
        else:
            run.told.append(PlacedAnswer(file, answer))
    _weigh(session, run, refused)
    from kshc_cli.reports.fleet import offices  # noqa: PLC0415  many plans alone have names

    names = offices([(one.file, one.answer.get("plan", {"issuer": one.file, "year": ""})) for one in run.told])
    return run._replace(told=[one._replace(office=name) for one, name in zip(run.told, names, strict=True)])


def _only(session: Session, file: str, answer: Answer) -> PlacedAnswer:
    """Return the answer of the only plan that is asked; raise what stands against it."""
    _say_of(session, file, answer)
    if "unreadable" in answer:
        raise UnreadableFileError(*answer["unreadable"])
    if "broken" in answer:
        findings = tuple(map(finding_of, answer["findings"]))
        raise BrokenPlanError(_file(file, answer["broken"]), findings, session.terminal(error=True))
    if "refusal" in answer:
        raise WrongArgumentError(answer["refusal"])
    return PlacedAnswer(file, answer)


def _file(plan: str, broken: str) -> str:
    return plan if broken == "plan" else log_of(plan)


def _say_of(session: Session, file: str, answer: Answer) -> None:
    """Say which plan is asked, and whether it or its log has errors."""
    if "plan" in answer:
        session.say(_("Plan: {file}").format(file=file), level=1)
    flawed = [*([file] if answer.get("has_errors") else []), *([log_of(file)] if answer.get("log_has_errors") else [])]
    for name in flawed:
        session.say(_("{file} has errors; run `kshc validate`.").format(file=name))


def _obstacle(file: str, answer: Answer) -> str:
    """Say in a line why a plan cannot answer; nothing where it can."""
    if "unreadable" in answer:
        return UnreadableFileError(*answer["unreadable"]).sentence()
    if "broken" not in answer:
        return ""
    first, *others = map(finding_of, answer["findings"])
    name = plain(_file(file, answer["broken"]))
    place = f"{name}:{first.place.line}:{first.place.column}" if first.place else name
    more = ngettext("(and {n} more finding)", "(and {n} more findings)", len(others)).format(n=len(others))
    return " ".join((f"{place}:", plain(first.message), *([more] if others else [])))


def _weigh(session: Session, run: Asking, refused: Sequence[tuple[str, Answer]]) -> None:
    """Say why plans refused a question that others answer, unless they only lack the name; raise it if all refused."""
    if refused and not run.told:
        raise WrongArgumentError(refused[0][1]["refusal"])
    for file, answer in refused:
        if not answer["unknown"]:
            run.broken.append((file, answer["refusal"]))
            session.say(as_error(f"{plain(file)}: {answer['refusal']}"), level=-2)


def write(session: Session, run: Asking, form: Form) -> None:
    """Write answers in the form asked for, and say what belongs to them."""
    if run.told:
        session.write(output_text(_sheet(run, form), form))
    if run.told and all("empty" in one.answer for one in run.told):
        session.say(run.told[0].answer["empty"])
    _say_notes(session, run, form)
    among = sum(one.answer.get("among", 0) for one in run.told)
    if among and form.output != "json":
        counts: dict[str, int] = {}
        for one in run.told:
            for kind, count in one.answer["without_date"].items():
                counts[kind] = counts.get(kind, 0) + count
        session.say(without_date_line(dict(sorted(counts.items(), key=lambda kind: -kind[1])), among))


def _sheet(run: Asking, form: Form) -> AnswerSheet:
    if not run.many:
        return sheet_of(run.told[0].answer, form)
    from kshc_cli.outputs.joint import joint_sheet

    return joint_sheet(run.told, run.broken, form)


def _say_notes(session: Session, run: Asking, form: Form) -> None:
    """Say what belongs to the answers; in Markdown what the log changed is a list of the page."""
    for listed in (True, False):
        notes = [
            (one.office, note)
            for one in run.told
            for note, changed in one.answer.get("notes", ())
            if (changed and form.output == "markdown") is listed
        ]
        told = _joint(notes) if run.many else [note for _office, note in notes]
        if listed:
            session.write(markdown_list(told))
            continue
        for note in told:
            session.say(note)


def _joint(notes: Sequence[tuple[str, str]]) -> list[str]:
    from kshc_cli.reports.fleet import joint_notes  # noqa: PLC0415  many plans alone say things alike

    return [*joint_notes(notes)]
