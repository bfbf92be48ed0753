"""What of an edited file cannot be taken over, and what two people changed at once, as sentences."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kshc_cli.compare.edited import NotTaken
from kshc_cli.compare.three_way import Conflict
from kshc_cli.compare.values import Subject
from kshc_cli.findings import Path
from kshc_cli.messages import _, plain
from kshc_cli.reports.comparing.names import field_words, subject_words

_SHORT: Final = 60
"""How much of a paragraph names it."""


def not_taken_lines(found: Iterable[NotTaken]) -> Iterator[str]:
    """Say of each change why it cannot be taken over."""
    for one in found:
        words = plain(" ".join(one.words.split()))
        yield _("not taken over: “{words}”: {reason}").format(words=words, reason=one.sentence)


def conflict_lines(found: Iterable[Conflict], base: Any) -> Iterator[str]:  # noqa: ANN401  plain data
    """Say of each what it was, what it is in the plan now, and what it is in the edited file."""
    for one in found:
        yield _("changed on both sides: {what}").format(what=called(one.path, base, is_place=one.is_place))
        for label, words, none in (
            (_("before"), one.before, _("not there")),
            (_("in the plan"), one.now, _("taken out")),
            (_("in the file"), one.wanted, _("taken out")),
        ):
            said = "“{}”".format(" ".join(words.split())) if words else none
            yield f"  {label}: {plain(said)}"


def called(path: Path, data: Any, *, is_place: bool = False) -> str:  # noqa: ANN401  plain data
    """Name what stands at a path, or its place: by the id of its task, else by the headings over it."""
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
    words = value.get("text", "") if isinstance(value, dict) else value
    if isinstance(path[-1], int) and isinstance(words, str) and words and not (names and _is_record(value)):
        names.append(f"“{_short(words)}”")
    if is_place:
        return " › ".join([*names[-1:], _("where")])
    keys = [step for step in path if isinstance(step, str) and step != "text"]
    if names:
        is_whole = isinstance(path[-1], int) and isinstance(value, dict)
        return plain(" › ".join([*names[-1:], *([] if is_whole else [field_words(keys[-1])])]))
    known = (".".join(keys[start:]) for start in range(len(keys)))
    return plain(next((field_words(one) for one in known if field_words(one) != one), keys[-1]))


def _is_record(value: Any) -> bool:  # noqa: ANN401  plain data
    return isinstance(value, dict) and ("id" in value or "heading" in value)


def _short(words: str) -> str:
    found = " ".join(words.split())
    return found if len(found) <= _SHORT else found[:_SHORT].rpartition(" ")[0] + " …"
