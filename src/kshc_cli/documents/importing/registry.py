"""A registry for a plan that has none: an entry for each name that stands in its agency cells, or in its sentences."""

from collections.abc import Iterator, Sequence

from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import AgencyWords, Item, Plan, Section
from kshc_cli.reading.proposals import proposals
from kshc_cli.reading.sentences.bodies import guessed_bodies
from kshc_cli.reading.tasks import read_plan


def with_registry(plan: Plan) -> Plan:
    """Return a plan with the entries that are proposed for its agency cells, their aliases and members included."""
    entries = (proposal.entry for proposal in proposals(read_plan(plan)))
    return plan.model_copy(update={"agencies": tuple(entry for entry in entries if entry is not None)})


def with_registry_of_sentences(plan: Plan) -> Plan:
    """Return a plan whose sentences give out its duties with the entries that are proposed for their bodies."""
    lines = [line for paragraph in _paragraphs(plan) for line in paragraph.split("\n")]
    bodies = _shortest([words for line in lines for words in guessed_bodies(line_of(line, None).words)])
    items = tuple(
        Item(id=f"x{number}", text=words, lead=AgencyWords(text=words)) for number, words in enumerate(bodies)
    )
    asked = plan.plan.model_copy(update={"sections": (Section(items=items),)})
    found = with_registry(plan.model_copy(update={"plan": asked}))
    return plan.model_copy(update={"agencies": found.agencies})


def _shortest(names: Sequence[str]) -> list[str]:
    """Return names; one that goes on in small letters behind another one of the document is that one, and a verb.

    Phòng Kinh tế nạo vét kênh is Phòng Kinh tế, where that is named elsewhere.
    """
    known = {" ".join(words_of_name) for name in names if (words_of_name := name.split())}
    found = []
    for name in names:
        words = name.split()
        shorter = (
            place for place in range(2, len(words)) if words[place].islower() and " ".join(words[:place]) in known
        )
        found.append(" ".join(words[: next(shorter, len(words))]))
    return found


def with_those_named(plan: Plan) -> Plan:
    """Return a plan with the bodies of its registry that a task names: others were guessed from what is no task."""
    used = read_plan(plan).used_agencies
    return plan.model_copy(update={"agencies": tuple(one for one in plan.agencies if one.id in used)})


def _paragraphs(plan: Plan) -> Iterator[str]:
    yield from plan.plan.preamble
    for section in plan.plan.sections:
        if section.heading:
            yield section.heading
        yield from (one.text for one in section.paragraphs)
