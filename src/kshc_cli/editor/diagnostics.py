"""What is wrong with a plan or log that somebody is writing, and where: the findings of ``kshc validate``."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kshc_cli.desk.answering import answer_from
from kshc_cli.desk.answers import finding_of
from kshc_cli.desk.checking import CheckQuestion
from kshc_cli.desk.question import Asked
from kshc_cli.editor.texts import Span, Texts
from kshc_cli.findings import Finding, Place
from kshc_cli.messages import language_in_use
from kshc_cli.source.places import spot_of
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.text import YamlText
from kshc_cli.source.yaml.tree import Mark


class Told(NamedTuple):
    """A finding, where it is, and where what belongs to it stands."""

    finding: Finding
    span: Span
    also: tuple[Span, ...] = ()


def diagnostics(texts: Texts, *, of_log: bool) -> Sequence[Told]:
    """Return all findings of the plan, or of the log held against its plan, in order of place."""
    question = CheckQuestion(Asked(texts.today, language_in_use()), of_log=of_log)
    answer = answer_from(texts.opened, question)
    yaml = texts.yaml(of_log=of_log)
    found = (finding_of(one) for file, told in answer.get("files", ()) if file == "named" for one in told)
    return [_told(one, yaml) for one in found]


def _told(finding: Finding, yaml: YamlText) -> Told:
    if finding.place is None:
        return Told(finding, Span(0, 0))
    start = _offset(finding.place, yaml.lines)
    return Told(finding, Span(start, _end(finding, start, yaml)), tuple(_spans(finding.also, yaml.lines)))


def _spans(places: Iterable[Place], lines: Lines) -> Iterable[Span]:
    for place in places:
        start = _offset(place, lines)
        yield Span(start, _line_end(start, lines))


def _offset(place: Place, lines: Lines) -> int:
    return lines.start(min(place.line, len(lines))) + place.column - 1


def _end(finding: Finding, start: int, yaml: YamlText) -> int:
    """Return where what a finding is about ends: a value that begins there, as far as it stands on that line."""
    line_end = _line_end(start, yaml.lines)
    if yaml.marks is None:
        return line_end
    mark = spot_of(yaml.marks, finding.path).mark
    return min(line_end, mark[1]) if _begins(mark, start) else line_end


def _begins(mark: Mark, start: int) -> bool:
    return mark[2] is None and mark[0] <= start < mark[1]


def _line_end(start: int, lines: Lines) -> int:
    number = lines.number(start)
    return max(start + 1, lines.start(number) + len(lines.line(number).rstrip()))
