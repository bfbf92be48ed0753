"""What programs may build on: load a plan, read its words, ask what is owed, check it, write its document.

Names and signatures here stay as they are within a major version; everything else in the package may change any day.
Nothing here reads the clock: the day is an argument. Sentences in findings and errors are English.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import Final

from kshc_cli.desk.answers import finding_of
from kshc_cli.desk.checking import CheckQuestion
from kshc_cli.desk.days import Today
from kshc_cli.desk.opening import FormError, Opened
from kshc_cli.desk.question import Asked
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import FORMS
from kshc_cli.errors import KshcError, UnreadableFileError, WrongArgumentError
from kshc_cli.findings import Finding
from kshc_cli.fleet.sources import log_of, read_source
from kshc_cli.messages import _
from kshc_cli.plugins.asked import plugged_findings
from kshc_cli.query.duties import DutyRow as Row
from kshc_cli.query.duties import duty_rows
from kshc_cli.query.filters import Choice
from kshc_cli.reading.times.reader import read_cell
from kshc_cli.reading.values import AgencyReading, TimeReading
from kshc_cli.workspace import is_url, template_bytes

__all__ = [
    "AgencyReading", "Finding", "Fleet", "FormError", "KshcError", "Plan", "Row", "TimeReading",
    "check", "load", "read_agencies", "read_time", "render_docx", "rows",
]  # fmt: skip

_ANY_DAY: Final = Asked(Today(date.min), "en")
"""Whatever the day, the findings are the same."""


_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2199
"""Years that a plan can be of."""


class Plan:
    """A plan with the log beside it, as ``load`` read them; it does not change when the files do.

    >>> plan = load("plan.yaml")
    >>> plan.year, plan.office
    (2024, 'Ủy ban nhân dân thành phố Sa Đéc')
    >>> plan.agencies["van-phong"]
    'Văn phòng HĐND&UBND Thành phố'
    """

    def __init__(self, path: str, opened: Opened) -> None:
        self.path = path
        """Where it was read."""
        self._opened = opened

    @property
    def year(self) -> int:
        """The plan's year. Raises FormError, as whatever is asked of a file that is no plan."""
        return self._asked().plan.year

    @property
    def office(self) -> str:
        """The body that issued it."""
        return self._asked().plan.issuer.name

    @property
    def agencies(self) -> dict[str, str]:
        """The names of its bodies, by their ids."""
        return {agency.id: agency.name for agency in self._asked().plan.agencies}

    def _asked(self, *, with_log: bool = False) -> Opened:
        """Return what answers, its form looked at before. Raises FormError, which names the file."""
        with _named(self.path):
            _plan, _entries = self._opened.plan, self._opened.entries if with_log else ()
        return self._opened


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Let what is wrong in the form of a plan or its log name the file."""
    try:
        yield
    except FormError as wrong:
        wrong.name = log_of(path) if wrong.file == "log" else path
        raise


def load(path: str | PathLike[str]) -> Plan:
    """Read a plan file, or what lies at a URL, with the log and the register of legal texts beside it.

    A file in a wrong form is loaded, too, so that ``check`` can say what is wrong. Raises KshcError where it cannot be
    read.

    >>> load("plan.yaml").year
    2024
    >>> load("nowhere.yaml")
    Traceback (most recent call last):
    kshc_cli.errors.UnreadableFileError: nowhere.yaml: there is no such file or folder
    """
    place = str(path)
    source = read_source(place, CheckQuestion(_ANY_DAY))
    if isinstance(source.plan, UnreadableFileError):
        raise source.plan
    if isinstance(source.own_texts, UnreadableFileError):
        raise source.own_texts
    return Plan(place, Opened(source.plan, source.log, own_texts=source.own_texts, plugged=plugged_findings()))


def read_time(words: str, *, year: int, issued: date | None = None) -> TimeReading:
    """Return what the words of a time mean in a plan of ``year`` that was ``issued`` on a day.

    ``parts`` are windows, deadlines, rules …; what neither kshc nor a plug-in (``read_by``) could read stands in
    ``unread``, and is never guessed. Raises
    KshcError for a year that no plan can be of (1990 to 2199), and for a moment (``datetime``) in place of a day.

    >>> reading = read_time("Trước ngày 20 tháng 6", year=2026)
    >>> [(type(part).__name__, str(part.due)) for part in reading.parts], reading.unread
    ([('Deadline', '2026-06-20')], ())
    >>> read_time("Trước ngày 31 tháng 6", year=2026).unread
    ('Trước ngày 31 tháng 6',)
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        sentence = _("{year} is no year of a plan: those are {first} to {last}.")
        raise WrongArgumentError(sentence.format(year=year, first=_FIRST_YEAR, last=_LAST_YEAR))
    _refuse_moment(issued)
    return read_cell(words, year=year, issued=issued)


def read_agencies(words: str, plan: Plan) -> AgencyReading:
    """Return which bodies of a plan's registry words name, by their ids, and what could not be read.

    Raises FormError where the plan is in a wrong form.

    >>> plan = load("plan.yaml")
    >>> reading = read_agencies("Văn phòng HĐND&UBND Thành phố và Phòng Sao Hỏa", plan)
    >>> reading.agencies, reading.unread
    (('van-phong',), ('Phòng Sao Hỏa',))
    """
    return plan._asked().read.registry.read(words)


def rows(plan: Plan, *, as_of: date) -> tuple[Row, ...]:
    """Return what each body has to do, or takes part in, on each occasion, and how that stands on a day.

    The fields are those of ``kshc export json``. Raises FormError where the plan or its log is in a wrong form, another
    KshcError for a moment (``datetime``) in place of a day: which day it is depends on where.

    >>> from datetime import date
    >>> late = [row for row in rows(load("plan.yaml"), as_of=date(2024, 3, 1)) if row.status == "overdue"]
    >>> late[0].task, str(late[0].due), late[0].body
    ('2.1.6', '2024-01-31', 'van-phong')
    """
    _refuse_moment(as_of)
    opened = plan._asked(with_log=True)
    opened.check_log()
    draft = opened.has_errors or opened.log_has_errors
    return tuple(duty_rows(opened.following(as_of), Choice(), draft=draft))


def _refuse_moment(day: date | None) -> None:
    if isinstance(day, datetime):
        raise WrongArgumentError(_("“{day}” is a moment; name a day: datetime.date.").format(day=day))


def check(plan: Plan, *, of_log: bool = False) -> tuple[Finding, ...]:
    """Return all findings of the plan's file, or those of its log, in order of place, as ``kshc validate`` has them.

    >>> [(finding.rule, finding.severity.value, finding.place.line) for finding in check(load("plan.yaml"))][:2]
    [('no-rule', 'warning', 275), ('no-rule', 'warning', 284)]
    """
    answer = CheckQuestion(_ANY_DAY).answered(plan._opened)
    wanted = "beside" if of_log else "named"
    return tuple(finding_of(one) for file, found in answer.get("files", ()) if file == wanted for one in found)


def render_docx(plan: Plan) -> bytes:
    """Return the Word document of a plan, a draft with its blanks. Raises FormError where it is in a wrong form.

    >>> render_docx(load("plan.yaml"))[:2]
    b'PK'
    """
    written = plan._asked().plan
    form = next(form for form in FORMS if form.alone == (written.decision is None))
    return render_decision(written, template_bytes(None, form.file_name))


class Fleet:
    """Many plans: files, folders that are searched for plans, patterns, lists (``@list.txt``) or URLs.

    They are read one by one while somebody goes through them. A plan that cannot be read, or that or whose log is in a
    wrong form, does not stop the others: it is left out, and stands in ``broken``. Raises KshcError where something
    names no plan, a file that is not there included.

    >>> fleet = Fleet(".")
    >>> len(fleet), [plan.year for plan in fleet]
    (1, [2024])
    >>> fleet.broken
    {}
    """

    def __init__(self, *named: str | PathLike[str]) -> None:
        from kshc_cli.fleet.finding import find_plans

        self.places: tuple[str, ...] = tuple(find_plans([str(one) for one in named]))
        """Where they lie, each once, in order."""
        for place in {str(one) for one in named} & {*self.places}:
            if not is_url(place) and not Path(place).exists():
                raise UnreadableFileError(place, _("there is no such file or folder"))
        self._broken: dict[str, KshcError] = {}

    @property
    def broken(self) -> Mapping[str, KshcError]:
        """Why plans were left out when somebody last went through them, by their places; ``load`` and ``check`` one."""
        return self._broken

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Plan]:
        self._broken = broken = {}
        for place in self.places:
            try:
                plan = load(place)
                plan._asked(with_log=True)
            except KshcError as why:
                broken[place] = why
            else:
                yield plan
