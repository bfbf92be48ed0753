"""The text of a moved plan: the old one with what moves, blank stamps, what it follows, comments at what is open."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from kshc_cli.desk.rolling.drafting import RULE, Draft
from kshc_cli.desk.rolling.joining import joined, successors
from kshc_cli.desk.rolling.judged import Left
from kshc_cli.desk.rolling.kinds import Kind, kind_of
from kshc_cli.errors import KshcError
from kshc_cli.findings import Path
from kshc_cli.messages import _, on_one_line, plain
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Plan
from kshc_cli.source.edit.leaves import Leaf, with_values
from kshc_cli.source.plan_text import PlanText, read_plan_file
from kshc_cli.source.yaml.edits import Edit, Edited
from kshc_cli.source.yaml.open_points import SIGN
from kshc_cli.source.yaml.scalars import in_line
from kshc_cli.source.yaml.tree import Data, Mark

_INDENT: Final = lazy_pattern(" *")
_KEY: Final = "follows"
"""The field that says which plan a plan follows."""


class UndraftableError(KshcError):
    """A plan whose file is written so that nothing can be changed in it for sure."""

    def sentence(self) -> str:
        """Say that nothing was written."""
        return _("The plan's file is written so that no draft of it is read as meant; nothing was written.")


def written(text: PlanText, plan: Plan, draft: Draft, left: Iterable[Left], *, marked: bool) -> str:
    """Return the text of the new plan. Raises UndraftableError where it would not be read as meant.

    ``marked``: whether comments tell what is open.
    """
    assert text.text.marks is not None  # noqa: S101  a file without any is no plan
    follows = _followed(plan)
    edits = [*draft.edits(), *_stamp_edits(draft), _follows_edit(draft.source, text.text.marks, follows)]
    stamps: dict[Path, str | None] = {leaf.path: None for leaf in _stamps(draft)}
    expected = with_values(text.text.data, {**draft.values(), **stamps})
    assert isinstance(expected, dict)  # noqa: S101  it was read as a plan
    expected[_KEY] = follows
    points = _points(draft, left) if marked else {}
    for at_top in (False, True):
        comments = _comments(draft.source, points, text.text.marks, at_top=at_top)
        new = Edited(draft.source, sorted((*edits, *comments), key=_place)).text
        if read_plan_file(new.encode()).text.data == expected and (one := joined(new, successors(draft.renamings))):
            return one
    raise UndraftableError


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _stamps(draft: Draft) -> Iterator[Leaf]:
    return (leaf for leaf in draft.leaves if kind_of(leaf.path) is Kind.STAMP)


def _stamp_edits(draft: Draft) -> Iterator[Edit]:
    """Blank number and day: the new plan has neither yet."""
    for leaf in _stamps(draft):
        yield Edit(RULE, leaf.start, leaf.end, "null")


def _followed(plan: Plan) -> dict[str, Data]:
    """Return what identifies the plan that the new one follows, as far as it is known."""
    act = plan.act
    found: dict[str, Data] = {"year": str(plan.year)}
    if act.number:
        found["number"] = act.number
    found["symbol"] = act.symbol
    if act.date:
        found["date"] = act.date.isoformat()
    return found


def _follows_edit(source: str, marks: Mark, follows: dict[str, Data]) -> Edit:
    """Say what the plan follows behind its year, or in place of what it followed itself."""
    parts = marks[2]
    assert isinstance(parts, dict)  # noqa: S101  it was read as a plan
    words = in_line(cast("Data", {**follows, "year": int(str(follows["year"]))}))
    if _KEY in parts:
        start, end, inner = parts[_KEY][1]
        return Edit(RULE, start, end if source[start : start + 1] == "{" else _last_end((start, end, inner)), words)
    key, mark = parts["year"]
    if source[marks[0]] == "{":
        return Edit(RULE, mark[1], mark[1], f", {_KEY}: {words}")
    line_end = source.find("\n", mark[1])
    line_end = len(source) if line_end < 0 else line_end
    line_end -= source[line_end - 1] == "\r"
    indent = source[source.rfind("\n", 0, key) + 1 : key]
    return Edit(RULE, line_end, line_end, f"{_break(source)}{indent}{_KEY}: {words}")


def _last_end(mark: Mark) -> int:
    """Return where the last value of a mapping ends; its own end lies behind the blanks that follow."""
    _start, end, parts = mark
    if isinstance(parts, dict):
        return max((_last_end(part) for _key, part in parts.values()), default=end)
    if isinstance(parts, list):
        return max(map(_last_end, parts), default=end)
    return end


def _break(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"


def _points(draft: Draft, left: Iterable[Left]) -> Mapping[int, list[str]]:
    """Return the comments by the line above which they stand."""
    points: dict[int, list[str]] = {}
    for one in left:
        first = draft.first(one.path)
        head = first.head if first else 0
        points.setdefault(head, []).append(comment(one))
    return points


def comment(one: Left) -> str:
    """Return what a comment tells of words that stay."""
    told = f"“{on_one_line(one.words)}”: {one.why}" if one.words else one.why
    return f"{SIGN} {on_one_line(plain(told))}"


def _comments(source: str, points: Mapping[int, list[str]], marks: Mark, *, at_top: bool) -> Iterator[Edit]:
    """Yield the comments, each above its line; where one would become words, all above the first key."""
    top = source.rfind("\n", 0, marks[0]) + 1
    for head, told in points.items():
        indent = "" if at_top else _INDENT.match(source, head)[0]  # type: ignore[index]  # it matches nothing, too
        place = top if at_top else head
        yield Edit(RULE, place, place, "".join(f"{indent}{one}{_break(source)}" for one in told))
