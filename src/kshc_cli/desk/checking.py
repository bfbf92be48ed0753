"""The question what is wrong with a plan and its log: validate."""

from collections.abc import Iterator
from typing import NamedTuple

from kshc_cli.desk.answers import Answer, PlainFinding, finding_of, plain_finding
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.errors import UnreadableFileError
from kshc_cli.findings import Finding, Severity, in_order
from kshc_cli.rules.catalogue import check, optional_rules


class CheckQuestion(NamedTuple):
    """Everything that is wrong with a plan and the log beside it."""

    asked: Asked
    enable: tuple[str, ...] = ()
    """The ids of optional rules that are to run too."""
    of_log: bool = False
    """Whether only the log is asked about, held against its plan where there is one."""

    def about_log(self) -> "CheckQuestion":
        """Return it as a question about the log."""
        return self._replace(of_log=True)

    def answered(self, opened: Opened) -> Answer:
        """Answer with the findings of each file; of what can be read, where the log cannot be."""
        files: list[tuple[str, tuple[Finding, ...]]] = []
        answer: Answer = {}
        if not self.of_log:
            files.append(("named", _of_plan(opened, self.enable)))
        try:
            files += (("named" if self.of_log else "beside", findings) for findings in _of_log(opened))
        except UnreadableFileError as problem:
            answer["unreadable"] = (problem.name, problem.reason)
        answer["files"] = [(file, [plain_finding(one) for one in findings]) for file, findings in files]
        return answer


def errors_of(opened: Opened, asked: Asked) -> list[tuple[str, list[PlainFinding]]]:
    """Return the errors of a plan and of its log, as a check answers with them: of files that have any.

    None of a plan that no question is answered from: it cannot be drafted either, and is told as by any question.
    """
    if opened.text.plan is None:
        return []
    files = CheckQuestion(asked).answered(opened).get("files", ())
    errors = ((file, [one for one in told if finding_of(one).severity is Severity.ERROR]) for file, told in files)
    return [(file, told) for file, told in errors if told]


def _of_plan(opened: Opened, enable: tuple[str, ...]) -> tuple[Finding, ...]:
    text = opened.text
    if opened.draft is None:
        return text.findings
    found = check(opened.draft, optional_rules(enable), whole=text.whole)
    plugged = opened.plugged(opened.draft) if opened.plugged else ()
    return in_order((*text.findings, *text.locate((*found, *plugged, *opened.draft.troubles))))


def _of_log(opened: Opened) -> Iterator[tuple[Finding, ...]]:
    """Yield the findings of the log, if there is one, held against its plan as far as that can be read."""
    if opened.log_bytes is None:
        return
    from kshc_cli.rules.progress import check_log  # noqa: PLC0415  most plans are without a log
    from kshc_cli.source.edit.progress_text import read_log  # noqa: PLC0415

    log = read_log(opened.log_bytes)
    findings = log.findings
    if log.draft is not None and opened.draft is not None:
        findings = in_order((*findings, *log.locate(check_log(log.draft, opened.draft))))
    yield findings
