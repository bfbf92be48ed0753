"""Who leads and who only cooperates where one cell says both: Chủ trì: A / Phối hợp: B; A chủ trì, phối hợp với B."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.cell import BodySpan, Sense
from kshc_cli.reading.agencies.labels import says_part
from kshc_cli.reading.agencies.vocabulary import assigns
from kshc_cli.reading.folding import canonical, words_of

_OFFICE: Final = r"(?:(?:các )?(?:cơ quan / đơn vị|cơ quan|đơn vị|bộ phận|cq|đv) )?"
_LEADS: Final = rf"(?:là |làm )?{_OFFICE}(?:chủ trì|đầu mối|chịu trách nhiệm chính)"
_JOINS: Final = rf"(?:là )?{_OFFICE}(?:tham gia |cùng )?phối hợp"
_ROLE: Final = lazy_pattern(rf"(?:(?P<lead>{_LEADS}|^ct$)|(?P<join>{_JOINS}|^ph$))\b")
_TAKES_PART: Final = lazy_pattern(r"(?P<lead>(?!))|(?:là )?(?P<join>tham gia|hỗ trợ|cung cấp|góp ý|cho ý kiến)\b")
"""Words that give cooperation only where the cell says who leads; by themselves they are a duty like others."""
_MEMBER: Final = lazy_pattern(r"(?:là\s+)?thành viên\b", re.IGNORECASE)
"""What brackets say of whoever does not lead where another body does: A (chủ trì), B (thành viên)."""
_WATCHES: Final = lazy_pattern(
    rf"{_OFFICE}(?:giám sát|theo dõi|kiểm tra|đôn đốc|thẩm định|thẩm tra|đánh giá|phê duyệt|nghiệm thu|chỉ đạo)\b"
)
"""What is done to the work of another: whoever does that leads only where the cell names nobody else."""
_DOES: Final = lazy_pattern(rf"{_OFFICE}(?:tổ chức |trực tiếp |cùng )?(?:thực hiện|triển khai|phụ trách)\b")
"""Labels of who does the task, beside whom who watches it does not lead."""
_OPENS: Final = lazy_pattern(rf"(?:^|[,;:(/-] )(?:{_LEADS}|(?P<join>{_JOINS}))\b(?: thực hiện)?(?P<label> :)?")
"""A role that begins a statement of words left unread."""
_CLOSES: Final = lazy_pattern(rf" (?:{_LEADS}|(?P<join>{_JOINS}))(?: thực hiện)?$")
"""A role that ends such a statement: of all whom it lists, registered or not."""
_TO_NAME: Final = frozenset({"", "với", "cùng", "cùng với", "-", "với -", "(", ": ("})
_LISTED: Final = lazy_pattern(r"(?<=[,;])\s*\n", needs=("\n",))
"""The end of a line behind which a list goes on."""
_STATEMENT: Final = frozenset(";.\n/")
"""Marks behind which a statement of its own begins."""
_OWN_LINE: Final = lazy_pattern(r"\n\s*(?=\(\s*$)", needs=("\n",))
"""The end of a line below which brackets say what those above do."""
_LABEL_MARK: Final = lazy_pattern(r"^(?:\s|với|cùng|-)*:", needs=(":",))


class _Part(Enum):
    """What a body does."""

    LEADS = "leads"
    JOINS = "cooperates"
    WATCHES = "watches over the work of another"
    OTHER = "does something else that is told"


def joining(text: str, spans: Sequence[BodySpan]) -> frozenset[int]:
    """Return which of a cell's names, counted from 0, the words give cooperation only.

    None where the words only say that all of them work together: A, B phối hợp.
    """
    if not any(span.sense in {Sense.DUTY, Sense.UNREAD} for span in spans):
        return frozenset()
    return _Charging(text, spans).joining()


class _Charging:
    _chief: int | None = None
    """The name of which brackets say that it leads."""

    def __init__(self, text: str, spans: Sequence[BodySpan]) -> None:
        self._text = text
        self._spans = tuple(_with_whole_labels(text, spans))
        self._parts: dict[int, _Part] = {}
        self._listed: list[int] = []
        """The names of the list that a role behind it speaks of."""
        self._above: list[int] = []
        """The names behind the last role, whatever lines they stand in."""
        self._around: list[int] = []
        """The names of the list outside, while names stand in brackets beside it."""
        self._named = 0
        self._given: _Part | None = None
        """The role that stands before the names that follow."""
        self._lasts = False
        """Whether it is a label, so that it counts for the lines behind it, too."""
        self._outside: tuple[_Part | None, bool] | None = None
        """Both of them as they were before the brackets that are open."""
        self._begun = False
        """Whether a statement has begun behind that role."""
        self._led = False
        """Whether a role behind a list has said who leads."""
        self._says_lead = _says_lead(text, spans)
        self._labelled = self._says_lead
        """Whether the words have said who leads, or a label what those behind it do."""
        self._open = False
        """Whether more than a role behind a list says that somebody cooperates."""

    def joining(self) -> frozenset[int]:
        for index, span in enumerate(self._spans):
            if index:
                between = self._text[self._spans[index - 1].end : span.start]
                self._cross(between)
                self._bracket(between, opens=span.sense is Sense.NAME)
            self._pass(index, span)
        joins = self._with(_Part.JOINS) | self._beside_chief()
        watching = self._with(_Part.WATCHES)
        if watching:
            return frozenset() if len(watching) == self._named else joins | watching
        alone = len(joins) == self._named and not self._open
        return frozenset() if alone else joins

    def _pass(self, index: int, span: BodySpan) -> None:
        match span.sense:
            case Sense.NAME:
                self._name()
            case Sense.DUTY:
                self._duty(index, span)
            case Sense.UNREAD:
                self._unread(index, span)
            case Sense.SCOPE if self._says_lead and _MEMBER.match(self._text[span.start : span.end]):
                self._take(_Part.JOINS, self._text[: span.start])
            case Sense.SCOPE | Sense.EXCLUDED:
                pass

    def _with(self, part: _Part) -> frozenset[int]:
        return frozenset(index for index, one in self._parts.items() if one is part)

    def _beside_chief(self) -> frozenset[int]:
        """Return the names behind the one that leads by its brackets, of which nothing is said: A (chủ trì), B, C."""
        if self._chief is None:
            return frozenset()
        behind = range(self._chief + 1, self._named)
        return frozenset(one for one in behind if one not in self._parts)

    def _cross(self, between: str) -> None:
        """Leave a list at the end of a statement; also the role before it, if that is no label and nothing goes on."""
        between = _LISTED.sub("", _OWN_LINE.sub("", between))
        if any(mark in between for mark in ";.\n"):
            self._listed = []
            self._begun = True
        if not self._lasts and any(mark in between for mark in ".\n"):
            self._given = None

    def _bracket(self, between: str, *, opens: bool) -> None:
        """Keep names in brackets apart from the list outside: a role there is theirs alone, and ends with them."""
        if ")" in between and self._around:
            self._listed = [*self._around, *self._listed] if self._listed else []
            self._around = []
        if ")" in between and self._outside is not None:
            (self._given, self._lasts), self._outside = self._outside, None
        if "(" in between[between.rfind(")") + 1 :]:
            self._outside = self._given, self._lasts
            if opens:
                self._around, self._listed = self._listed, []

    def _name(self) -> None:
        if self._given is not None:
            self._parts[self._named] = self._given
        self._listed.append(self._named)
        self._above.append(self._named)
        self._named += 1

    def _duty(self, index: int, span: BodySpan) -> None:
        words = _words(self._text[span.start : span.end])
        before = self._text[self._spans[index - 1].end if index else 0 : span.start]
        is_aside = before.rstrip().endswith("(") and self._is_label(index, span, before)
        told_apart = self._says_lead or bool(self._around) or is_aside
        roles = tuple(_ROLE.finditer(words)) or (tuple(_TAKES_PART.finditer(words)) if told_apart else ())
        if not roles:
            self._do_other(words, before, label=self._is_label(index, span, before))
        if not roles or (roles[0].start() and roles[-1].end() < len(words)):
            return
        first, last = _part_of(roles[0]), _part_of(roles[-1])
        touching = bool(index) and self._spans[index - 1].sense in {Sense.NAME, Sense.SCOPE} and not before.strip(" (")
        if self._is_label(index, span, before):
            self._labelled = True
            self._give(last, lasts=True)
        elif (
            roles[-1].end() == len(words)
            and self._leads_to_name(index, span)
            and not (touching and last is _Part.LEADS)
        ):
            if first is not last or (touching and first is _Part.LEADS):
                self._take(first, before)
            self._give(last, lasts=not touching and ("\n" in before or not (index or before.strip(" -*•+"))))
        elif not roles[0].start():
            if before.rstrip().endswith("(") and "chủ trì" in words:
                self._chief = self._named - 1
            self._take(first, before)

    def _do_other(self, words: str, before: str, *, label: bool) -> None:
        """Let a duty that is no role end a list; as a label, or in a statement of its own, the role before, too."""
        if label:
            self._label(words)
        elif _WATCHES.match(words) and (self._says_lead or self._around or before.rstrip().endswith("(")):
            self._take(_Part.WATCHES, before)
        elif not before.strip() and self._begun and not self._lasts:
            self._parts.pop(self._named - 1, None)
        self._parts.setdefault(self._named - 1, _Part.OTHER)
        self._listed = []

    def _label(self, words: str) -> None:
        """Let a label that is no role count: whoever does the task leads, who does else does not beside one."""
        self._given = None
        if _DOES.match(words):
            self._labelled = True
        elif _WATCHES.match(words):
            self._give(_Part.WATCHES, lasts=True)
        elif self._says_lead and not assigns(words):
            self._give(_Part.JOINS, lasts=True)

    def _is_label(self, index: int, span: BodySpan, before: str) -> bool:
        behind = self._behind(index, span)
        own_line = (not index or "\n" in before) and behind.lstrip(" ").startswith("\n")
        return own_line or _LABEL_MARK.match(canonical(behind[:20])) is not None

    def _behind(self, index: int, span: BodySpan) -> str:
        end = self._spans[index + 1].start if index + 1 < len(self._spans) else len(self._text)
        return self._text[span.end : end]

    def _leads_to_name(self, index: int, span: BodySpan) -> bool:
        behind = self._spans[index + 1 : index + 2]
        if not behind or behind[0].sense not in {Sense.NAME, Sense.SCOPE, Sense.UNREAD}:
            return False
        return canonical(self._behind(index, span)) in _TO_NAME

    def _give(self, part: _Part, *, lasts: bool) -> None:
        """Let a role count for the names that follow."""
        self._given, self._lasts, self._listed, self._begun = part, lasts, [], False
        self._open = True

    def _take(self, part: _Part, before: str) -> None:
        """Let a role behind a list count for its names; in brackets for the last one, where nobody leads yet."""
        alone = before.rstrip().endswith("(") and not self._led
        listed = self._above if _OWN_LINE.search(before) else self._listed
        listed = listed[-1:] if alone else listed
        self._led |= part is _Part.LEADS
        self._parts |= dict.fromkeys(listed, part)
        self._listed, self._above = [], []
        if not self._lasts:
            self._given = None

    def _unread(self, index: int, span: BodySpan) -> None:
        """Let a role in words left unread count: somebody has it, whoever that is.

        Who stands behind a label that is not known does not lead where another one is told from it.
        """
        self._open = True
        closing = _CLOSES.search(_words(self._text[span.start : span.end]))
        if closing is not None and self._says_lead:
            self._take(_part_of(closing), "")
        self._listed = []
        lines = self._text[span.start : span.end].split("\n")
        words = " ; ".join(_words(line) for line in lines)
        for role in _OPENS.finditer(words):
            self._given = _Part.JOINS if role["join"] is not None else _Part.LEADS
            self._lasts = role["label"] is not None
        if closing is not None and self._leads_to_name(index, span):
            self._give(_part_of(closing), lasts=False)
        label = re.split("[;\n]", self._text[span.start : span.end])[-1]
        if _LABEL_MARK.match(canonical(self._behind(index, span)[:20])) and not says_part(words_of(label)):
            if self._labelled:
                self._give(_Part.JOINS, lasts=True)
            self._labelled = True


def _says_lead(text: str, spans: Sequence[BodySpan]) -> bool:
    """Tell whether words of a cell say who leads."""
    said = (_words(text[one.start : one.end]) for one in spans if one.sense in {Sense.DUTY, Sense.UNREAD})
    return any(role["lead"] for words in said for role in _ROLE.finditer(words))


def _with_whole_labels(text: str, spans: Sequence[BodySpan]) -> Iterator[BodySpan]:
    """Yield the spans of a cell, those of one label as one: | Chủ trì, theo dõi |: A."""
    place = 0
    while place < len(spans):
        last = place
        while last + 1 < len(spans) and _goes_on(text, spans[last], spans[last + 1]):
            last += 1
        opens = not place or not _STATEMENT.isdisjoint(text[spans[place - 1].end : spans[place].start])
        label = last > place and opens and _LABEL_MARK.match(canonical(text[spans[last].end :][:20]))
        yield replace(spans[place], end=spans[last].end) if label else spans[place]
        place = last + 1 if label else place + 1


def _goes_on(text: str, duty: BodySpan, following: BodySpan) -> bool:
    is_list = duty.sense is following.sense is Sense.DUTY
    return is_list and text[duty.end : following.start].strip() == ","


def _part_of(role: re.Match[str]) -> _Part:
    return _Part.JOINS if role["join"] else _Part.LEADS


def _words(text: str) -> str:
    """Return the canonical words and marks of a text with spaces between them."""
    return " ".join(token.word for token in words_of(text))
