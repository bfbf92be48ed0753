"""What became of a document's paragraphs: tasks, parts of tasks, or text in which duties may be left."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kshc_cli.compare.printed import as_read
from kshc_cli.dataclass import dataclass
from kshc_cli.documents.importing.ledger import word_place
from kshc_cli.documents.importing.paragraphs.points import Point, planned_points
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.findings import Finding, WordPlace
from kshc_cli.plan.lines import UNMARKED, line_of
from kshc_cli.plan.model import Plan, Section
from kshc_cli.reading.agencies.vocabulary import duty_length
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.sentences.headings import is_others, names_somebody
from kshc_cli.reading.sentences.words import does_in
from kshc_cli.reading.tasks import read_plan

GIVING: Final = re.compile(
    r"(?:^|[.;:]\s)\W*(?:\w{1,4}[.)]\s*)?(?:giao|phân công|yêu cầu|đề nghị)\s+"
    r"(?!(?:rõ|thực hiện|triển khai|nghiêm|nhiệm vụ theo)\b)\w"
    r"|\b(?:chủ trì|có trách nhiệm|chịu trách nhiệm|là đầu mối|làm đầu mối)\b",
    re.IGNORECASE,
)
"""Words that give somebody something to do."""

_DONE: Final = re.compile(r"\bđã(?:\s+(?:trực tiếp|cùng|chủ động|tích cực|kịp thời|thường xuyên))?\s+\Z", re.IGNORECASE)
"""What stands before such words where they say what was done: Chủ tịch UBND phường đã chủ trì …."""
_APART: Final = re.compile(r"\A(?:riêng|ngoài ra,?)\s+(?:đối với\s+)?", re.IGNORECASE)
"""What stands before one of several bodies who does something of its own."""
_LONGEST_NAME: Final = 8
"""Words of a point that is perhaps nothing but somebody's name."""
_FAR_MORE: Final = 3
"""Sentences that give duties beside each task that labels tell, where labels are few."""
HANDING_OUT: Final = re.compile(
    r"\b(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|giao (?:nhiệm vụ|việc))\b", re.IGNORECASE
)
"""Words of a heading below which every sentence says whose duty something is, with a day or without."""


@dataclass(frozen=True, slots=True)
class Prose:
    """How many of a plan's lines outside its tables became what, and where those stand that sound like duties."""

    begun: int
    """Tasks in paragraphs, each of which begins with a line."""
    parts: int
    """Further lines of these."""
    texts: int
    """Paragraphs that stay text."""
    dated: int
    """Those of them that say by when or how often something is due: each is a finding."""
    led: tuple[WordPlace, ...]
    """Those that only say who is to do something, with their words."""
    left: tuple[WordPlace, ...] = ()
    """Those that only say what is to be done, among tasks."""


def prose_of(plan: Plan, paragraphs: Iterable[Paragraph], untold: Iterable[Finding]) -> Prose:
    """Count the lines of a plan; ``paragraphs`` are those of no task, ``untold`` the findings about them."""
    items = [as_read(item.text).split("\n") for section in plan.plan.sections for item in section.items]
    texts = [one for section in plan.plan.sections for one in section.paragraphs]
    dated = {one.word_place.paragraph for one in untold if one.word_place}
    done = {line for lines in items for line in lines}
    done |= {line for one in texts if one.duties for line in as_read(one.text).split("\n")}
    done |= {shared.line for read in read_plan(plan).tasks for shared in read.shared}
    points = tuple(planned_points(plan))
    giving = {point.line for point in points if acts_itself(point.line)}
    rest = [one for one in paragraphs if one.address.paragraph not in dated]
    led = tuple(_led(rest, done, giving))
    told = {one.paragraph for one in led}
    acting = {point.line for point in points if _is_left(point)} - done
    left = (one for one in rest if one.address.paragraph not in told)
    places = tuple(word_place((one,), words) for one in left if (words := lines_of((one,))) in acting)
    parts = sum(len(lines) - 1 for lines in items)
    return Prose(len(items), parts, len(texts) + len(plan.plan.preamble), len(dated), led, places)


def labels_are_few(preamble: Sequence[str], sections: Sequence[Section]) -> bool:
    """Tell whether labels only stand inside sentences, or far more other sentences give somebody something to do."""
    items = [item.text for section in sections for item in section.items]
    texts = (*preamble, *(one.text for section in sections for one in section.paragraphs))
    giving = sum(map(may_give, texts))
    return not any("\n" in text for text in items) or len(items) * _FAR_MORE <= giving


def may_give(words: str) -> bool:
    """Tell whether words perhaps give somebody something to do: a point that begins with somebody says what, too."""
    line = line_of(words, None)
    somebody = _APART.sub("", line.words)
    tells = line.rank < UNMARKED and len(line.words.split()) > _LONGEST_NAME and names_somebody(somebody)
    return tells or any(not _DONE.search(words[: found.start()]) for found in GIVING.finditer(words))


def acts_itself(words: str) -> bool:
    """Tell whether a point has a subject of its own that does something: Tổ công nghệ số hỗ trợ người dân."""
    line = line_of(words, None).words
    if line.endswith(":") or not is_others(line):
        return False
    tokens = words_of(line)
    places = range(1, min(len(tokens), _LONGEST_NAME))
    return any(duty_length(tokens, at) or does_in(line, tokens[at - 1].end) for at in places)


def _is_left(point: Point) -> bool:
    """Tell whether a point among tasks begins with what is done, and heads nothing: - Rà soát quy hoạch."""
    line = line_of(point.line, None).words
    acts = duty_length(words_of(line), 0) or does_in(f" {line}", 0)
    return bool(acts) and point.beside_tasks and not point.heads and not line.endswith(":")


def _led(paragraphs: Iterable[Paragraph], done: set[str], giving: set[str]) -> Iterator[WordPlace]:
    """Yield where paragraphs say who is to do something that no task says; ``giving`` are points that do so."""
    for paragraph in paragraphs:
        words = lines_of((paragraph,))
        gives = may_give(words) or not giving.isdisjoint(words.split("\n"))
        if gives and not done.issuperset(words.split("\n")):
            yield word_place((paragraph,), words)
