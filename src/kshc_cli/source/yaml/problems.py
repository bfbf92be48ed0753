"""The problems of one text, gathered while it is read and turned into findings with places."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.findings import Finding, Severity, in_order
from kshc_cli.messages import ngettext
from kshc_cli.source.yaml.lines import Lines


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at ``offset``; ``also`` are the offsets of other places that belong to it."""

    rule: str
    offset: int
    message: str
    remedy: str = ""
    also: tuple[int, ...] = ()
    severity: Severity = Severity.ERROR


class Problems:
    """A list of problems that shows at most ``limit`` of each rule and counts the others."""

    def __init__(self, lines: Lines, limit: int) -> None:
        self.lines = lines
        self._limit = limit
        self._shown: dict[tuple[str, int], Problem] = {}
        self._counts: Counter[str] = Counter()
        self._first_hidden: dict[str, int] = {}

    def add(self, problem: Problem) -> None:
        """Take ``problem``; a second one of the same rule at the same offset is dropped."""
        if (problem.rule, problem.offset) in self._shown:
            return
        self._counts[problem.rule] += 1
        if self._counts[problem.rule] <= self._limit:
            self._shown[problem.rule, problem.offset] = problem
        else:
            self._first_hidden.setdefault(problem.rule, problem.offset)

    def add_instead(self, problem: Problem, *rules: str) -> None:
        """Take ``problem`` in place of those of ``rules`` on its line, which it explains better."""
        number = self.lines.number(problem.offset)
        for key in [key for key in self._shown if key[0] in rules and self.lines.number(key[1]) == number]:
            del self._shown[key]
        self.add(problem)

    def has(self, rule: str) -> bool:
        """Tell whether a problem of ``rule`` was found."""
        return self._counts[rule] > 0

    def amend(self, rule: str, offset: int, remedy: str) -> None:
        """Give what is shown of ``rule`` on the line of ``offset`` another remedy."""
        number = self.lines.number(offset)
        for key, problem in self._shown.items():
            if key[0] == rule and self.lines.number(key[1]) == number:
                self._shown[key] = replace(problem, remedy=remedy)

    def add_each(self, rule: str, offsets: Iterable[int], problem_at: Callable[[int], Problem]) -> None:
        """Take the problems at ``offsets``, all of one ``rule``, without making those that will not be shown."""
        waiting = iter(offsets)
        for offset in islice(waiting, self._limit):
            self.add(problem_at(offset))
        for offset in islice(waiting, 1):
            self._counts[rule] += 1
            self._first_hidden.setdefault(rule, offset)
        self._counts[rule] += sum(1 for _offset in waiting)

    def on_line_of(self, offset: int, rules: frozenset[str]) -> bool:
        """Tell whether a problem of one of ``rules`` is on the line of ``offset``."""
        number = self.lines.number(offset)
        return any(rule in rules and self.lines.number(at) == number for rule, at in self._shown)

    def findings(self) -> tuple[Finding, ...]:
        """Return the problems in order of place."""
        return in_order([*map(self._finding, self._shown.values()), *map(self._finding, self._summaries())])

    def _summaries(self) -> Iterable[Problem]:
        for rule, offset in self._first_hidden.items():
            count = self._counts[rule] - self._limit
            sentence = ngettext(
                "{count} more place like the ones above.", "{count} more places like the ones above.", count
            )
            shown = {problem.severity for problem in self._shown.values() if problem.rule == rule}
            severity = Severity.WARNING if Severity.WARNING in shown else Severity.ERROR
            yield Problem(rule, offset, sentence.format(count=count), severity=severity)

    def _finding(self, problem: Problem) -> Finding:
        place = self.lines.place
        return Finding(
            problem.rule,
            problem.severity,
            problem.message,
            problem.remedy,
            place=place(problem.offset),
            also=tuple(map(place, problem.also)),
        )
