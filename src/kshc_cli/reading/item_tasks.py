"""Tasks in paragraphs: what their sentences and the lines above them say of who does them, and by when."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.plan.label_words import is_other_time
from kshc_cli.plan.lines import ItemLine, line_of
from kshc_cli.plan.model import Duty, Section, Task, TimeWords
from kshc_cli.plan.years import Years
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.neighbours import Cells
from kshc_cli.reading.sentences.deadlines import names_deadline
from kshc_cli.reading.sentences.parents import Parent, Parents
from kshc_cli.reading.sentences.reader import Speech, speech_of, speech_under
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Recurring, Said, Shared, TimeReading, Window

_NO_CELLS: Final = Cells()


class Heard(NamedTuple):
    """What the sentences of a task and the lines above it say of it."""

    said: tuple[Said, ...]
    shared: tuple[Shared, ...]
    meant: Cells = _NO_CELLS
    """The cells of a task above that this one shares, which may state the bodies beside the words."""
    time: TimeReading | None = None
    """What the time is read as, where reading its words as a cell is not all that there is to it."""


class ItemReader:
    """Reads the tasks in paragraphs of a plan, in their order."""

    def __init__(
        self, registry: Registry, *, year: int, issued: date | None, time: Callable[[TimeWords, Years], TimeReading]
    ) -> None:
        """``time`` reads the words of a time of the plan's year, or of others."""
        self._registry = registry
        self._year, self._issued = year, issued
        self._time = time
        self._years: Years = ()
        self._section: Section | None = None
        self._parents = Parents(registry, year=year, issued=issued)

    def heard(self, section: Section, task: Task, text: str, years: Years = ()) -> Heard:
        """Return what is said of a task, whose paragraphs are ``text``, and which is the next of its plan.

        ``years``: those that headings say.
        """
        self._years = years
        if section is not self._section:
            self._section = section
            self._parents.enter(section)
        above = self._parents.over(text)
        speech = self._speech(task, above)
        said = tuple(one for one in speech.said if getattr(task, one.field) is None)
        shared = () if above is None or speech.is_doubtful else tuple(_shared(task, said, above))
        times = [one for one in said if one.field == "time"]
        time = self._spoken(task.content, times) if times else None
        if above is not None and above.when is not None and any(one.field == "time" for one in shared):
            time = above.when
        return Heard(said, shared, _stated(above, shared), time)

    def add(self, text: str, task: Task | Duty, time: TimeReading, heard: Heard) -> None:
        """Let a task, with the words of what was heard, stand above those behind it."""
        coop = task.coop if isinstance(task, Task) else None
        lead, joint, words = (cell.text if cell else None for cell in (task.lead, coop, task.time))
        meant = heard.meant
        parent = Parent(text, lead, joint, words, meant.lead or task.lead, meant.coop or coop, time)
        self._parents.add(text, parent if _holds_below(heard.said, text) else parent._replace(time=None, when=None))

    def _speech(self, task: Task, above: Parent | None) -> Speech:
        """Return what the sentences of a task say, whose lead the plan or a line above it may say."""
        if task.lead and task.time:
            return Speech()
        speech = self._speech_in(_without_notes(task.content), task, above)
        dated = task.time is not None or any(one.field == "time" for one in speech.said)
        return speech if dated else Speech((*speech.said, *_noted(task.content, self._year)), speech.is_doubtful)

    def _speech_in(self, text: str, task: Task, above: Parent | None) -> Speech:
        year, issued = self._years[0] if len(self._years) == 1 else self._year, self._issued
        if task.lead is not None:
            speech = speech_of(text, self._registry, year=year, issued=issued, lead=task.lead.text, is_led=True)
            return Speech(tuple(one for one in speech.said if one.field == "time"), speech.is_doubtful)
        is_led = above is not None and above.lead is not None
        speech = speech_under(text, self._registry, year=year, issued=issued, is_led=is_led)
        if speech.said or speech.is_doubtful or is_led:
            return speech
        return speech_of(text, self._registry, year=year, issued=issued, is_led=True)  # nobody is named

    def _spoken(self, text: str, said: Sequence[Said]) -> TimeReading:
        """Read the times that stand in sentences each for itself; what they say together must be the same."""
        words = [text[one.start : one.end] for one in said if one.is_read]
        whole = self._time(TimeWords(text="; ".join(words)), self._years) if words else TimeReading(())
        parts = tuple(part for one in words for part in self._time(TimeWords(text=one), self._years).parts)
        agrees = whole.parts == parts and not whole.unread
        unread = tuple(text[one.start : one.end] for one in said if not (one.is_read and agrees))
        return TimeReading(parts if agrees else (), unread, whole.notes if agrees else ())


def _notes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the labelled lines of a task's content that say nothing of who does it, or by when, with their places."""
    start = 0
    for number, line in enumerate(text.split("\n")):
        if number and line_of(line, None).role in {"note", "start"}:
            yield start, line
        start += len(line) + 1


def _without_notes(text: str) -> str:
    """Return a task's content with blanks in place of its notes: a cost is no duty, nor is whoever it is for."""
    for start, line in _notes(text):
        text = f"{text[:start]}{' ' * len(line)}{text[start + len(line) :]}"
    return text


def _noted(text: str, year: int) -> Iterator[Said]:
    """Yield the deadlines in notes, and the times of something else: perhaps they are the task's.

    They are where the task begins with what the label speaks of: Tuyên truyền pháp luật … Thời gian tuyên truyền: ….
    """
    for start, line in _notes(text):
        read = line_of(line, None)
        found = names_deadline(line) if read.role == "note" else None
        is_of_others = is_when_of_others(read, year)
        begin = found.start() if found and not is_of_others else line.find(read.said) if is_of_others else -1
        if begin >= 0:
            is_own = is_of_others and _begins_with(text, read.told[0].label)
            yield Said("time", start + begin, start + len(line.rstrip(" .;,")), is_read=is_own)


def _begins_with(text: str, label: str) -> bool:
    """Tell whether a task begins with what the label of a time speaks of, behind its first two words."""
    act = " ".join(label.split()[2:])
    return text.casefold().removeprefix("tổ chức ").startswith(act)


def is_when_of_others(line: ItemLine, year: int) -> bool:
    """Tell whether a line says when something else is: Thời gian đăng ký: tháng 6; not: Thời gian trực: 8 giờ."""
    parts = read_time(line.said, year=year).parts if line.told and is_other_time(line.told[0].label) else ()
    return any(isinstance(part, Window | Deadline | Recurring) for part in parts)


def _shared(task: Task, said: Iterable[Said], above: Parent) -> Iterator[Shared]:
    """Yield what a line above a task says of it, as far as the task says nothing itself: with the lead who helps."""
    own = {one.field for one in said}
    line = above.line.partition("\n")[0]
    if above.lead and task.lead is None and "lead" not in own:
        yield Shared("lead", above.lead, line)
        if above.coop and task.coop is None and "coop" not in own:
            yield Shared("coop", above.coop, line)
    if above.time and task.time is None and "time" not in own:
        yield Shared("time", above.time, (above.time_line or above.line).partition("\n")[0])


def _stated(above: Parent | None, shared: Iterable[Shared]) -> Cells:
    """Return the cells of a task above that another one shares, which may state the bodies beside the words."""
    fields = {one.field for one in shared} if above else set()
    lead = above.lead_cell if above and "lead" in fields else None
    return Cells(lead, above.coop_cell if above and "coop" in fields else None)


def _holds_below(said: Iterable[Said], text: str) -> bool:
    """Tell whether the time of a task holds for its points: not that of a sentence of its own, which opens none."""
    return text.rstrip().endswith(":") or all(one.field != "time" for one in said)
