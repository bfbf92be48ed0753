"""New paragraphs that give out a duty: whoever added them is told that nobody follows them as tasks."""

from collections.abc import Iterator

from kshc_cli.documents.importing.paragraphs.spoken import with_spoken_tasks
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan


def duties_told(old: Plan, new: Plan) -> Iterator[str]:
    """Say which paragraphs that ``new`` has and ``old`` has not the importer would take for tasks."""
    known = {one.text for section in old.plan.sections for one in section.paragraphs}
    if all(one.text in known for section in new.plan.sections for one in section.paragraphs):
        return
    tasks = {one.text for section in new.plan.sections for one in section.items}
    said = _(
        "“{words}” says who does what by when, and is a paragraph in the plan: to have it followed as a task, write it "
        "among the items of its section in plan.yaml."
    )
    for section in with_spoken_tasks(new, timed=True, like=old).plan.sections:
        for item in section.items:
            if item.text not in tasks:
                yield said.format(words=" ".join(item.text.split()))
