"""New paragraphs that give out a duty: whoever added them is told that nobody follows them as tasks."""

from collections import Counter
from collections.abc import Iterator

from kshc_cli.documents.importing.paragraphs.spoken import with_spoken_tasks
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.reader import speech_under


def duties_told(old: Plan, new: Plan) -> Iterator[str]:
    """Say which paragraphs that ``new`` has and ``old`` has not are duties to the importer, or to a body not known."""
    known = {one.text for section in old.plan.sections for one in section.paragraphs}
    come = {one.text for section in new.plan.sections for one in section.paragraphs} - known
    if not come:
        return
    tasks = Counter(one.text for section in new.plan.sections for one in section.items)
    said = _(
        "“{words}” says who does what by when, and is a paragraph in the plan: to have it followed as a task, write it "
        "among the items of its section in plan.yaml."
    )
    for section in with_spoken_tasks(new, timed=True, like=old).plan.sections:
        for item in section.items:
            if tasks[item.text]:
                tasks[item.text] -= 1
            else:
                come.discard(item.text)
                yield said.format(words=" ".join(item.text.split()))
    said = _(
        "“{words}” says by when “{body}”, which the plan does not know, does something, and is a paragraph in the "
        "plan: to have it followed as a task, write it among the items of its section in plan.yaml."
    )
    for text, body in _of_strangers(new, come):
        yield said.format(words=" ".join(text.split()), body=body)


def _of_strangers(plan: Plan, texts: set[str]) -> Iterator[tuple[str, str]]:
    """Yield which paragraphs say what a body that no name of the plan explains does by a day, and how they call it."""
    registry = Registry(plan.agencies, plan.issuer)
    for section in plan.plan.sections:
        for one in section.paragraphs:
            if one.text not in texts:
                continue
            speech = speech_under(one.text, registry, year=plan.year, issued=plan.act.date, is_led=False)
            said = {each.field: one.text[each.start : each.end] for each in reversed(speech.said)}
            body = said.get("lead", "")
            is_timed = any(each.field == "time" and each.is_read for each in speech.said)
            if body and is_timed and not speech.is_doubtful and registry.read(body).unread:
                yield one.text, body
