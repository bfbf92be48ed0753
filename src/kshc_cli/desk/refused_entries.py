"""Why entries are not added to a log."""

from kshc_cli.errors import EXIT_USAGE, KshcError
from kshc_cli.messages import _
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.recorded import entry_sentence
from kshc_cli.tracking.objections import Objection
from kshc_cli.tracking.progress_log import Entry


class RefusedEntryError(KshcError):
    """An entry that names what is not there, or says what cannot be true."""

    exit_status = EXIT_USAGE

    def __init__(self, objection: Objection, entry: Entry, plan: ReadPlan) -> None:
        super().__init__(objection, entry)
        self.objection = objection
        self.entry = entry
        self.plan = plan

    def sentence(self) -> str:
        """Say what stands against the entry, and what to do; or which other one it would make untrue, and why."""
        finding, other = self.objection.finding, self.objection.entry
        if other.id == self.entry.id:
            task = f"{self.entry.task}: " if self.entry.task else ""
            return f"{task}{finding.message} {finding.remedy}".strip()
        return _("It contradicts what stands recorded: {entry}; of it would be true: {message}").format(
            entry=entry_sentence(other, self.plan), message=finding.message
        )


class RefusedEntriesError(KshcError):
    """Several entries that were to be written together, and what stands against some of them."""

    exit_status = EXIT_USAGE

    def __init__(self, refusals: tuple[KshcError, ...]) -> None:
        super().__init__(refusals)
        self.refusals = refusals

    def sentence(self) -> str:
        """Say that none was written."""
        return _("Nothing was written: all are recorded together, or none.")

    def told(self) -> str:
        """Say what stands against each, what holds for several once, and that none was written."""
        told = dict.fromkeys(refusal.told() for refusal in self.refusals)
        return "\n".join([*told, self.sentence()])


class LogLayoutError(KshcError):
    """A log to which a line cannot be added at its end."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def sentence(self) -> str:
        """Say how the file must end."""
        return _(
            "{file}: an entry cannot be added at its end; end the file with “entries:” and one entry a line."
        ).format(file=self.name)
