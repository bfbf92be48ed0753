"""What of an edited Word file cannot be taken over, and what two people changed at once, as sentences."""

from collections.abc import Iterable, Iterator
from typing import Any

from kshc_cli.compare.edited import NotTaken
from kshc_cli.compare.three_way import Conflict
from kshc_cli.compare.values import Subject
from kshc_cli.findings import Path
from kshc_cli.messages import _, plain
from kshc_cli.reports.comparing.names import field_words, subject_words


def not_taken_lines(found: Iterable[NotTaken]) -> Iterator[str]:
    """Say of each change why it cannot be taken over."""
    for one in found:
        words = plain(" ".join(one.words.split()))
        yield _("not taken over: “{words}”: {reason}").format(words=words, reason=one.sentence)


def conflict_lines(found: Iterable[Conflict], base: Any) -> Iterator[str]:  # noqa: ANN401  plain data
    """Say of each what it was, what it is in the plan now, and what it is in Word."""
    for one in found:
        yield _("changed on both sides: {what}").format(what=called(one.path, base))
        for label, words in ((_("before"), one.before), (_("in the plan"), one.now), (_("in Word"), one.wanted)):
            said = "“{}”".format(" ".join(words.split())) if words else _("taken out")
            yield f"  {label}: {plain(said)}"


def called(path: Path, data: Any) -> str:  # noqa: ANN401  plain data
    """Name what stands at a path: by the id of its task, else by the headings over it."""
    names: list[str] = []
    value = data
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict):
            task = value.get("id")
            name = f"{subject_words(Subject.TASK)} {task}" if isinstance(task, str) else value.get("heading")
            names += [name] if isinstance(name, str) and name else []
    field = ".".join(str(step) for step in path if isinstance(step, str) and step != "text")
    last = field_words(path[-1] if isinstance(path[-1], str) else str(path[-2]))
    return " › ".join([*names[-1:], last]) if names else field_words(field)
