"""Tasks that a sentence gives out: “Giao Văn phòng … trước ngày …”, “1. Phòng Nội vụ” with its duties below."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import Final

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.paragraphs.accounts import Accounts
from kshc_cli.documents.importing.paragraphs.items import ITEM_ID
from kshc_cli.documents.importing.paragraphs.prose import HANDING_OUT
from kshc_cli.documents.importing.paragraphs.topics import heads_points, names_topic
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.items import as_task
from kshc_cli.plan.label_words import is_other_time
from kshc_cli.plan.lines import END_MARK, UNMARKED, line_of
from kshc_cli.plan.model import Item, ParagraphWords, Plan, Section
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.folding import canonical
from kshc_cli.reading.sentences.headings import names_somebody
from kshc_cli.reading.sentences.parents import Parents
from kshc_cli.reading.sentences.reader import speech_under
from kshc_cli.reading.sentences.words import GIVES, LATER
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Recurring, Window

_STATUTE: Final = lazy_pattern(r"\b(?:nghị định|thông tư|bộ luật|luật|pháp lệnh|điều lệ|điều) này\b", re.IGNORECASE)
"""How a law speaks of itself: the words are quoted from it."""
_IN_CASE: Final = lazy_pattern(
    r"^\W*(?:\w{1,3}[.)]\s+)?(?:(?:trong\s+)?trường hợp|khi (?:có|cần)|trong quá trình|nếu"
    r"|(?:(?:các|những|mọi)\s+)?(?:khó khăn\W+)?vướng mắc)\b",
    re.IGNORECASE,
)
"""How a sentence begins that asks something only if it happens."""
_ASKED: Final = lazy_pattern(r"(?:yêu cầu|lưu ý|chú ý|giải pháp|biện pháp|nội dung)\b", re.IGNORECASE)
"""Labels of notes behind which something is asked."""
_CALLED: Final = lazy_pattern(
    r"(?:(?:mọi\s+)?thông tin\s+|(?:đầu mối|người)\s+)?liên hệ\b[^:]{0,40}:|(?:số\s+)?điện thoại\b[^:]{0,40}:",
    re.IGNORECASE,
)
"""How a line begins that says whom to call."""
_PEOPLE: Final = lazy_pattern(
    r"(?:(?:các|những|mọi|toàn thể|cán bộ,?)\s+)*(?:nhân dân|người dân|bà con|cử tri|công dân"
    r"|hộ (?:dân|gia đình|kinh doanh)"
    r"|học sinh|phụ huynh|hội viên|đoàn viên|đảng viên|doanh nghiệp|tổ chức, cá nhân)\b",
    re.IGNORECASE,
)
"""Who a sentence may begin with that is no body: Nhân dân trên địa bàn tố giác tội phạm."""
_BY_LAW: Final = lazy_pattern(r"\btheo (?:quy định tại\s+)?(?:điểm|khoản|điều)\s+(?:\d|[a-zđ]\b)", re.IGNORECASE)
"""Words that cite a paragraph of a law for what is done."""

_POINT: Final = lazy_pattern(r"[;,.]\s+[b-hđ][.)]\s+")
"""What stands between points in a line."""


class Sentences:
    """Reads sentences of a plan by the bodies that its other words name, one after the other.

    In a document that has no other tasks whoever gets a duty has one, by when or not (``timed``). Paragraphs of an
    earlier plan that are no tasks there (``texts``) are none.
    """

    def __init__(
        self,
        registry: Registry,
        *,
        year: int,
        issued: date | None,
        timed: bool = True,
        issuer: str = "",
        texts: frozenset[str] = frozenset(),
    ) -> None:
        self.parents = Parents(registry, year=year, issued=issued)
        self.accounts = Accounts(year, issued)
        self._registry = registry
        self._year = year
        self._issued = issued
        self._timed = timed
        self._hands_out = False
        self._issuer = canonical(issuer)
        self._writers = frozenset(registry.read(issuer).leading) if issuer else frozenset()
        self._texts = texts

    def head(self, heading: str | None) -> None:
        """Begin a section; without a heading the one before goes on."""
        self.parents.head(heading)
        self.accounts.head(heading)
        if heading is not None:
            self._hands_out = HANDING_OUT.search(heading) is not None

    def give(self, item: Item, below: str = "") -> bool:
        """Tell whether the words of an item say for sure who does it, or those above it, and by when or how often.

        What only heads the paragraph ``below`` it gives nothing itself.
        """
        opens = self.parents.opens(item.text)
        above = None if opens else self.parents.over(item.text)
        is_led = above is not None and above.lead is not None
        self.accounts.enter(item.text, is_led=opens or is_led)
        if item.text in self._texts or opens or _STATUTE.search(item.text):
            return False
        task = as_task(item, None)
        text = task.content
        speech = speech_under(text, self._registry, year=self._year, issued=self._issued, is_led=is_led)
        bodies = [text[one.start : one.end] for one in speech.said if one.field != "time"]
        leads = [text[one.start : one.end] for one in speech.said if one.field == "lead"]
        if speech.is_doubtful or not (bodies or is_led) or text.endswith(":") or _is_of_several(text):
            return False
        read = map(self._registry.read, bodies)
        times = [one for one in speech.said if one.field == "time"]
        if not bodies and _gives_nothing(item.text, text, below, is_dated=bool(times)):
            return False
        sure = all(one.is_read for one in times) and all(one.agencies and not one.unread for one in read)
        shared = above.time if above and not times else None
        said = (task.time.text if task.time else shared, *(text[one.start : one.end] for one in times))
        dated = any(is_dated(words, year=self._year, issued=self._issued) for words in said if words)
        if self.accounts.is_over(text, said, is_given=is_led):
            return False
        is_own = bool(bodies) and self._is_writer(bodies[0])
        if _only_closes(item.text):
            return sure and dated and bool(times or task.time)
        if not self._may_lack_day(item.text) or is_own or _tells(text):
            return sure and dated
        return sure if self._timed else all(self._registry.read(one).agencies for one in leads)

    def _may_lack_day(self, text: str) -> bool:
        """Tell whether a sentence gives a duty that has no day: below a heading that hands out, or in such a text."""
        hands_out = self._hands_out or not self._timed
        return hands_out and not self.accounts.of_aims and not _IN_CASE.search(text)

    def _is_writer(self, words: str) -> bool:
        """Tell whether words name nobody but who wrote the document: theo đề xuất của A, Bộ Tài chính."""
        leading = self._registry.read(words).leading
        return canonical(words) == self._issuer or (bool(leading) and self._writers.issuperset(leading))


def is_dated(words: str, *, year: int, issued: date | None) -> bool:
    """Tell whether the words of a time name a day or a period, or how often; not only an event."""
    parts = read_time(words, year=year, issued=issued).parts
    return any(isinstance(part, Window | Deadline | Recurring) for part in parts)


def _is_of_several(text: str) -> bool:
    """Tell whether a line holds several points, and a later one begins with somebody: a) A lập; b) B báo cáo."""
    return any(map(names_somebody, _POINT.split(text)[1:]))


def _gives_nothing(words: str, text: str, below: str, *, is_dated: bool) -> bool:
    """Tell whether a paragraph that names no body says what something is about, whom to call, or what people do.

    ``text`` are its words without labels; what only heads the paragraph ``below`` it gives nothing either.
    """
    line = line_of(text, None).words
    told = line_of(words, None).told
    is_others = _PEOPLE.match(line) is not None or _CALLED.match(line) is not None
    is_others = is_others or (bool(told) and is_other_time(told[0].label))
    return is_others or names_topic(text) or (not is_dated and (_is_note(words) or heads_points(words, below)))


def _is_note(text: str) -> bool:
    """Tell whether a line has the label of a cost, a place or whom to call: it asks nobody for anything."""
    line = line_of(text, None)
    return line.role == "note" and _ASKED.match(line.words) is None


def _tells(text: str) -> bool:
    """Tell whether words that give nothing perhaps only tell what a law wants: có trách nhiệm … theo khoản 2 Điều 5."""
    given = (
        GIVES.match(words) or LATER.search(words) for words in (line_of(line, None).words for line in text.split("\n"))
    )
    return _BY_LAW.search(text) is not None and not any(given)


def _only_closes(text: str) -> bool:
    """Tell whether words are the usual last ones of a document: Yêu cầu các đơn vị nghiêm túc thực hiện./."""
    is_last = text.rstrip().endswith(END_MARK) or text.startswith("Trên đây là")
    return is_last and line_of(text, None).rank == UNMARKED


def with_spoken_tasks(plan: Plan, *, timed: bool, like: Plan | None = None) -> Plan:
    """Return a plan with the paragraphs as tasks that say who does what by when, or only who (not ``timed``).

    Those that an earlier plan (``like``) has as paragraphs stay so.
    """
    registry = Registry(plan.agencies, plan.issuer)
    texts = frozenset(as_read(one.text) for each in (like.plan.sections if like else ()) for one in each.paragraphs)
    sentences = Sentences(
        registry, year=plan.year, issued=plan.act.date, timed=timed, issuer=plan.issuer.name, texts=texts
    )
    sections = plan.plan.sections if timed else (*_opened(plan, sentences), *plan.plan.sections)
    parts = [part for section in sections if section != Section() for part in _parted(section, sentences)]
    opening = {} if len(sections) == len(plan.plan.sections) else {"preamble": _kept(plan, sections[0])}
    told = tuple(_numbered(_joined(parts))) or plan.plan.sections
    return plan.model_copy(update={"plan": plan.plan.model_copy(update={"sections": told, **opening})})


def _opened(plan: Plan, sentences: Sentences) -> Iterator[Section]:
    """Yield what a plan says before its first section as one, from where it gives the first duty."""
    preamble = plan.plan.preamble
    for place, words in enumerate(preamble):
        if sentences.parents.opens(words) or sentences.give(Item(id=ITEM_ID, text=words)):
            yield Section(paragraphs=tuple(ParagraphWords(text=one) for one in preamble[place:]))
            return


def _kept(plan: Plan, opened: Section) -> tuple[str, ...]:
    preamble = plan.plan.preamble
    return preamble[: len(preamble) - len(opened.paragraphs)]


def _joined(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections; one that only goes on with tasks is one with the section before it."""
    before: Section | None = None
    for section in sections:
        if before and before.items and not (before.tables or section.heading or section.paragraphs):
            items = (*before.items, *section.items)
            before = before.model_copy(update={"items": items, "tables": section.tables})
            continue
        if before:
            yield before
        before = section
    if before:
        yield before


def _numbered(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections whose tasks in paragraphs are numbered as the document has them, by labels or sentences."""
    ids = (f"{ITEM_ID}{number}" for number in count(1))
    for section in sections:
        items = tuple(item.model_copy(update={"id": next(ids)}) for item in section.items)
        yield section.model_copy(update={"items": items})


def _parted(section: Section, sentences: Sentences) -> Iterator[Section]:
    """Yield a section; where paragraphs stand behind a task, another one goes on without a heading."""
    heading, before, items = section.heading, list[ParagraphWords](), list[Item]()
    sentences.head(heading)
    following = (*(one.text for one in section.paragraphs[1:]), "")
    for paragraph, below in zip(section.paragraphs, following, strict=False):
        above = [before[-1].text] if before and not items and _heads(before[-1].text, paragraph.text) else []
        item = Item(id=ITEM_ID, text="\n".join((*above, paragraph.text)))
        if paragraph.duties or not sentences.give(item, below):
            if items:
                yield Section(heading=heading, paragraphs=tuple(before), items=tuple(items))
                heading, before, items = None, [], []
            before.append(paragraph)
            sentences.parents.pass_by(paragraph.text)
            continue
        before = before[: len(before) - len(above)]
        items.append(item)
    for item in section.items:
        sentences.accounts.enter(item.text)
    yield section.model_copy(
        update={"heading": heading, "paragraphs": tuple(before), "items": (*items, *section.items)}
    )


def _heads(above: str, sentence: str) -> bool:
    """Tell whether a numbered line is the heading of the sentence below it, which has no number."""
    is_point = line_of(above, None).number is not None and "\n" not in above
    is_sentence = above.rstrip().endswith((".", ";"))
    return is_point and not is_sentence and line_of(sentence, None).rank == UNMARKED
