"""A plan and its log, opened: read when somebody first asks for them."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from kshc_cli.compiled.value import Compiled
from kshc_cli.errors import KshcError, UnreadableFileError
from kshc_cli.findings import Finding, Severity, has_errors
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.source.plan_text import PlanText, read_plan_file

if TYPE_CHECKING:  # a check of a plan without a log asks neither, and most plans are without one
    from kshc_cli.query.following import Following
    from kshc_cli.reading.laws.text import LegalText
    from kshc_cli.source.edit.progress_text import LogText
    from kshc_cli.tracking.happenings import Happenings
    from kshc_cli.tracking.progress_log import Entry

File = Literal["plan", "log"]
Plugged = Callable[[ReadPlan], Iterator[Finding]]
"""What asks the rules of other packages."""


_SHOWN: Final = 3
"""Findings that the sentence of an error tells; the error itself has all."""


class FormError(KshcError):
    """A plan or log whose form is so wrong that nothing can be asked of it."""

    def __init__(self, file: File, findings: tuple[Finding, ...]) -> None:
        super().__init__(file, findings)
        self.file: File = file
        self.findings = findings
        self.name: str = file
        """What the file is called, where somebody knows its name."""

    def sentence(self) -> str:
        """Name the file, and say of the first findings where each is, what is wrong, and what to do."""
        wrong = [one for one in self.findings if one.severity is Severity.ERROR]
        told = [_found(one) for one in wrong[:_SHOWN]]
        if more := len(wrong) - len(told):
            told.append(ngettext("({n} more error)", "({n} more errors)", more).format(n=more))
        return _("{name}: {reason}").format(name=self.name, reason=" ".join(told))


def _found(one: Finding) -> str:
    sentence = " ".join(filter(None, (one.message, one.remedy)))
    if one.place is None:
        return sentence
    return _("line {line}: {sentence}").format(line=one.place.line, sentence=sentence)


class Opened:
    """A plan with its log, None where there is none. Raises FormError where what is asked for is in a wrong form.

    With ``compiled``, what is asked of the plan is answered from that, and its bytes are read for a check alone, which
    looks at ``own_texts``, the office's additions to the register of legal texts, and asks what is ``plugged`` in.
    """

    def __init__(
        self,
        plan: bytes | PlanText,
        log: bytes | UnreadableFileError | None,
        compiled: Compiled | None = None,
        own_texts: "tuple[LegalText, ...]" = (),
        plugged: Plugged | None = None,
    ) -> None:
        self._plan = plan
        self.plugged = plugged
        """What asks the rules of other packages, of a check; None where there are none."""
        self._own_texts = own_texts
        self._log = log
        self._compiled = compiled
        self.log_has_errors = False
        """Whether ``check_log`` found an error."""

    @cached_property
    def text(self) -> PlanText:
        """The plan's file."""
        return self._plan if isinstance(self._plan, PlanText) else read_plan_file(self._plan)

    @property
    def compiled(self) -> Compiled | None:
        """The plan as a value to answer from; None where the file holds none."""
        if self._compiled is None and self.text.plan is not None:
            draft = self.draft
            read = draft if draft is not None and draft.plan is self.text.plan else read_plan(self.text.plan)
            self._compiled = Compiled(read, has_errors(self.text.findings))
        return self._compiled

    @property
    def plan(self) -> Plan:
        """The plan as written."""
        return self.read.plan

    @property
    def has_errors(self) -> bool:
        """Whether the form of the plan's file has errors with which it can be used nevertheless."""
        return self.compiled is not None and self.compiled.has_errors

    @cached_property
    def draft(self) -> ReadPlan | None:
        """What the file holds with what its words mean, as far as it can be read: enough to check it."""
        return None if self.text.draft is None else read_plan(self.text.draft, self._own_texts)

    @property
    def read(self) -> ReadPlan:
        """The plan with what its words mean."""
        if self.compiled is None:
            raise FormError("plan", self.text.findings)
        return self.compiled.read

    @property
    def has_log(self) -> bool:
        """Whether there is a log, perhaps one that could not be had."""
        return self._log is not None

    @property
    def log_bytes(self) -> bytes | None:
        """The bytes of the log. Raises UnreadableFileError where they could not be had."""
        if isinstance(self._log, UnreadableFileError):
            raise self._log
        return self._log

    @cached_property
    def entries(self) -> "tuple[Entry, ...]":
        """The entries of the log."""
        data = self.log_bytes
        return () if data is None else entries_of(log_in_form(data))

    @cached_property
    def happenings(self) -> "Happenings":
        """What counts of the entries."""
        from kshc_cli.tracking.happenings import happenings  # noqa: PLC0415  no part of a check without a log

        return happenings(self.entries)

    def check_log(self) -> None:
        """Find out whether the log names what is not there, or says what cannot be true."""
        if not self.entries:
            return
        from kshc_cli.rules.progress import check_log  # noqa: PLC0415  few plans have a log

        self.log_has_errors = has_errors(check_log(self.entries, self.read, self.happenings))

    def following(self, day: date, agency: str | None = None) -> "Following":
        """Return the plan with its log, as it stands on a day for one body or for all."""
        from kshc_cli.query.following import Following  # noqa: PLC0415  no part of a check
        from kshc_cli.tracking.office_calendar import office_calendar  # noqa: PLC0415
        from kshc_cli.tracking.standing import DUE_SOON  # noqa: PLC0415

        return Following(
            plan=self.read,
            office=office_calendar(self.plan),
            day=day,
            soon=DUE_SOON if self.plan.due_soon is None else self.plan.due_soon,
            log=self.happenings,
            is_kept=self.log_bytes is not None,
            agency=agency,
        )


def log_in_form(data: bytes) -> "LogText":
    """Read a progress log. Raises FormError with what stands against its form."""
    from kshc_cli.source.edit.progress_text import read_log  # noqa: PLC0415

    read = read_log(data)
    if read.entries is None:
        raise FormError("log", read.findings)
    return read


def entries_of(log: "LogText | None") -> "tuple[Entry, ...]":
    """Return the entries of a log; none of one that is not there."""
    return () if log is None else log.entries or ()
