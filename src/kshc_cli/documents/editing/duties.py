"""New paragraphs that give out a duty: whoever added them is told that nobody follows them as tasks."""

from collections import Counter
from collections.abc import Iterator

from kshc_cli.documents.importing.paragraphs.spoken import is_dated, with_spoken_tasks
from kshc_cli.messages import _
from kshc_cli.plan.items import as_task
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import Item, Plan
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.reader import Speech, speech_under


def duties_told(old: Plan, new: Plan) -> Iterator[str]:
    """Say which paragraphs that ``new`` has and ``old`` has not are duties to the importer, or to a body not known.

    What only has another number, or ends otherwise, stood there before.
    """
    known = {words for text in _paragraphs(old) for words in _bare(text)}
    come = {text for text in _paragraphs(new) if not known.issuperset(_bare(text))}
    if not come:
        return
    tasks = Counter(one.text for section in new.plan.sections for one in section.items)
    reading = _Reading(new)
    for section in with_spoken_tasks(new, timed=True, like=old).plan.sections:
        for item in section.items:
            if tasks[item.text]:
                tasks[item.text] -= 1
            elif not known.issuperset(_bare(item.text)):
                come.discard(item.text)
                yield _said(item, is_timed=reading.is_timed(item))
    said = _(
        "“{words}” says by when “{body}”, which the plan does not know, does something, and is a paragraph in the "
        "plan: to have it followed as a task, write it among the items of its section in plan.yaml."
    )
    for text in filter(come.__contains__, _paragraphs(new)):
        if body := reading.stranger(text):
            yield said.format(words=" ".join(text.split()), body=body)


def _paragraphs(plan: Plan) -> list[str]:
    return [one.text for section in plan.plan.sections for one in section.paragraphs]


def _said(item: Item, *, is_timed: bool) -> str:
    said = (
        _(
            "“{words}” says who does what by when, and is a paragraph in the plan: to have it followed as a task, "
            "write it among the items of its section in plan.yaml."
        )
        if is_timed
        else _(
            "“{words}” says who does what, and is a paragraph in the plan: to have it followed as a task, write it "
            "among the items of its section in plan.yaml."
        )
    )
    return said.format(words=" ".join(item.text.split()))


def _bare(text: str) -> frozenset[str]:
    """Return the lines of a paragraph without their numbers and what stands at their ends."""
    return frozenset(" ".join(line_of(line, None).words.split()).rstrip(" ./;,") for line in text.split("\n"))


class _Reading:
    """Reads new paragraphs of a plan as sentences."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._registry = Registry(plan.agencies, plan.issuer)

    def is_timed(self, item: Item) -> bool:
        """Tell whether words name a day or a period, or how often; not only an event."""
        task = as_task(item, None)
        speech = self._speech(task.content, is_led=True)
        return self._is_dated(task.time.text if task.time else "") or self._names_day(task.content, speech)

    def stranger(self, text: str) -> str:
        """Return how words call a body that no name of the plan explains, which does something by a day; or nothing."""
        speech = self._speech(text, is_led=False)
        body = next((text[one.start : one.end] for one in speech.said if one.field == "lead"), "")
        is_meant = bool(body) and not speech.is_doubtful and self._names_day(text, speech)
        return body if is_meant and self._registry.read(body).unread else ""

    def _speech(self, text: str, *, is_led: bool) -> Speech:
        plan = self._plan
        return speech_under(text, self._registry, year=plan.year, issued=plan.act.date, is_led=is_led)

    def _names_day(self, text: str, speech: Speech) -> bool:
        times = (one for one in speech.said if one.field == "time" and one.is_read)
        return any(self._is_dated(text[one.start : one.end]) for one in times)

    def _is_dated(self, words: str) -> bool:
        return is_dated(words, year=self._plan.year, issued=self._plan.act.date)
