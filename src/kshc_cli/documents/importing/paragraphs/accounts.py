"""Where a text reports what was, names who meets, or says what it is for: nobody gets a duty there.

I. KẾT QUẢ NĂM 2025                          reports, up to II.
- Công an xã chủ trì kiểm tra 20 cơ sở.

Thành phần:                                  names who meets, up to the next line without a mark
- Thư ký: Văn phòng.

I. MỤC ĐÍCH, YÊU CẦU                         says what all is for, up to II.
- Các cơ quan, đơn vị triển khai đồng bộ.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import LETTER, UNMARKED, line_of
from kshc_cli.plan.meetings import names_participants
from kshc_cli.reading.sentences.spoken_times import opens_with_time
from kshc_cli.reading.sentences.words import GIVES, LATER
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, TimePart, Window

_END: Final = r"(?=\s*(?:$|[,:.;(]|(?:và|còn|trong năm|của năm|trong thời gian|cần khắc phục)\b))"
_SPAN: Final = r"(?:(?:0?[69]|sáu|chín)\s+tháng|năm|tháng|quý)"
_REPORTS: Final = lazy_pattern(
    r"(?:(?:tóm tắt|khái quát|một số|những|đánh giá|nhìn lại|sơ lược)\s+)*(?:"
    r"kết quả(?=\s*[:.]?\s*$|\s+"
    rf"(?:thực hiện|công tác|nhiệm vụ|đạt được|triển khai|hoạt động|đã|nổi bật|chủ yếu|{_SPAN})\b)"
    r"|(?:(?:đặc điểm|bối cảnh)\s*,?\s*)?tình hình\b|thực trạng\b|ưu điểm\b|khuyết điểm\b|bài học\b"
    rf"|(?:nguyên nhân|thuận lợi|tồn tại|hạn chế|khó khăn|vướng mắc){_END}"
    r"|(?:việc|mặt|kết quả) (?:đã )?(?:làm được|đạt được|chưa)\b"
    r"|(?<=đánh giá )(?:chung|việc (?:thực hiện|triển khai))\b)",
    re.IGNORECASE,
)
"""How a heading begins below which a text says what was."""
_ASKS: Final = lazy_pattern(
    r"\b(?:gửi|báo cáo|trước ngày|giao|yêu cầu|đề nghị|phương hướng|giải pháp|(?:và|,|;)\s*nhiệm vụ)\b", re.IGNORECASE
)
"""Words of such a line that asks something, too."""
_PLANS: Final = lazy_pattern(
    r"\b(?:nhiệm vụ|phương hướng|giải pháp|kế hoạch|phân công|tổ chức thực hiện)\b", re.IGNORECASE
)
"""Words of a heading below which duties stand."""
_AIM: Final = r"(?:mục đích|yêu cầu|mục tiêu|ý nghĩa|quan điểm|phương châm|nguyên tắc|phạm vi|đối tượng|sự cần thiết)"
_AIMS: Final = lazy_pattern(
    r"(?:tiêu chuẩn|tiêu chí)\b[^,:;.]*[:.]?|"
    rf"{_AIM}(?:\s+(?:chung|tổng quát|cụ thể|chỉ đạo|áp dụng|thực hiện|điều chỉnh))*"
    rf"(?:\s*(?:,|;|-|và|&)\s*{_AIM}(?:\s+(?:chung|cụ thể|chỉ đạo|áp dụng|thực hiện|điều chỉnh))*)*\s*[:.]?",
    re.IGNORECASE,
)
"""A heading below which a text says what it is for, how all is to be done, or who is rewarded."""
_OF_YEAR: Final = lazy_pattern(r"(?:(?:tổ chức\s+)?thực hiện|công tác)(?:\s+trong)?\s+năm\s+(\d{4})\W*", re.IGNORECASE)
_YEARS: Final = lazy_pattern(r"\b(?:19|20)\d\d\b")
_LONGEST: Final = 120
"""Characters of a heading."""
_PART: Final = -2.0
_CAPITAL: Final = -1.0
_OPENING: Final = LETTER - 0.5
"""How high a line without a mark stands that heads others: above a list, below numbers."""
_SINCE: Final = lazy_pattern(
    r"\W*(?:\w{1,4}[.)]\s+)?(?:(?:trong\s+)?(?:(?:những\s+)?năm|thời gian|tháng|quý) (?:vừa )?qua|vừa qua|trước đây"
    r"|(?:tính\s+)?đến nay|từ (?:đầu năm|đó|khi [^,]{1,60}) đến nay)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says what was."""
_IN_YEAR: Final = lazy_pattern(
    r"\W*(?:\w{1,4}[.)]\s+)?(?:trong\s+)?"
    r"(?:(?:quý|tháng|(?:0?6|sáu|0?9|chín) tháng(?: (?:đầu|cuối))?)\s*\w*\s*[/,-]?\s*)?"
    r"(?:năm\s+)?((?:19|20)\d\d)\s*,",
    re.IGNORECASE,
)
"""The same, with its year: Năm 2025, …; Trong quý I/2025, …."""
_DATED: Final = lazy_pattern(r",\s+ngày\s+(\d{1,2})/(\d{1,2})/(\d{4}),\s", re.IGNORECASE)
"""The day of what is told inside a sentence: Xét Báo cáo của A, ngày 14/3/2025, Chủ tịch UBND tỉnh giao B …."""
_GIVES_NOW: Final = lazy_pattern(r"[.;:]\s+(?:giao|phân công|yêu cầu|đề nghị)\s", re.IGNORECASE)
_DONE: Final = lazy_pattern(
    r"[;:(,.]\s*(?:đến nay\s*,?\s+)?(?:kết quả\s*:?\s+(?:đã|đạt(?! được))\b"
    r"|đã (?:hoàn thành|thực hiện|xong|triển khai)\s*(?:100\s*%|đúng hạn)?\s*[.;)]*\s*$)",
    re.IGNORECASE,
)
"""How a sentence ends that says what came of it."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A line above others."""

    rank: float
    tells: bool
    """Whether it reports, or names who meets."""
    plans: bool
    """Whether duties stand below it."""
    aims: bool
    """Whether it says what the plan is for."""


class Accounts:
    """Knows where reports stand while one goes through a plan's lines in order, and which sentences are some."""

    def __init__(self, year: int, issued: date | None) -> None:
        """``year`` is that of the plan, of ``issued``; no report speaks of a later one."""
        self._plan_year = year
        self._issued = issued
        self._year = min(year, issued.year) if issued else year
        self._heads: list[_Head] = []

    @property
    def of_aims(self) -> bool:
        """Whether a line stands below Mục đích, yêu cầu: what it asks of everybody is no task of its own."""
        return bool(self._heads) and self._heads[-1].aims

    def head(self, heading: str | None) -> None:
        """Begin a section; without a heading the one before goes on."""
        if heading is not None:
            line = line_of(heading.partition("\n")[0], None)
            rank: float = _PART if line.rank == UNMARKED else line.rank
            self._enter(_CAPITAL if rank == LETTER and (line.number or "").isupper() else rank, line.words)

    def enter(self, text: str, *, is_led: bool = False) -> None:
        """Go on to a paragraph, which perhaps heads a report.

        What stands below somebody's name (``is_led``) heads none: - Đánh giá kết quả thực hiện.
        """
        line = line_of(text.partition("\n")[0], None)
        is_point = LETTER <= line.rank < UNMARKED and not line.words.endswith(":")
        is_sentence = is_point and (line.number is None or line.words.endswith((".", ";")))
        is_head = names_participants(line.words) or not (is_led or is_sentence)
        self._enter(_OPENING if line.rank == UNMARKED else line.rank, line.words if is_head else "")

    def is_over(self, text: str, times: Iterable[str | None], *, is_given: bool) -> bool:
        """Tell whether a sentence says what was done: by where it stands, its words, or a day before the plan's year.

        No report has a day that is to come. Who is given something by a day that is over has one that is mistyped.
        """
        said = list(filter(None, times))
        is_given = is_given or "\n" in text or GIVES.match(line_of(text, None).words) is not None
        if not is_given and (_tells_past(text, self._year) or self._opens_before(text) or self._narrates(text)):
            return True
        ends = [_end(part) for words in said for part in self._parts(words)]
        is_past = bool(ends) and not is_given and all(end is not None and end.year < self._year for end in ends)
        tells = is_past or self._heads[-1].tells or _DONE.search(text) is not None
        return tells and not any(map(self._is_to_come, said))

    def _opens_before(self, text: str) -> bool:
        """Tell whether a sentence begins with a time that is over: Ngày 05/01/2026, Ủy ban nhân dân xã họp …."""
        opening = opens_with_time(line_of(text, None).words)
        ends = [_end(part) for part in self._parts(opening[0].strip(" ,:")) if part.law is None] if opening else []
        first = self._issued or date(self._plan_year, 1, 1)
        return bool(ends) and all(end is not None and end < first for end in ends) and not _gives(text)

    def _narrates(self, text: str) -> bool:
        """Tell whether a sentence tells what somebody did on a day that is over, and no later one gives a duty."""
        years = [int(found[3]) for found in _DATED.finditer(text)]
        return bool(years) and max(years) < self._year and _GIVES_NOW.search(text) is None

    def _is_to_come(self, words: str) -> bool:
        """Tell whether a time that has its year ends on the day of the plan or later."""
        if self._issued is None or _YEARS.search(words) is None:
            return False
        return any(end is not None and end >= self._issued for end in map(_end, self._parts(words)))

    def _parts(self, words: str) -> tuple[TimePart, ...]:
        return read_time(words, year=self._plan_year, issued=self._issued).parts

    def _enter(self, rank: float, words: str) -> None:
        while self._heads and self._heads[-1].rank >= rank:
            self._heads.pop()
        above = self._heads[-1] if self._heads else _Head(rank, tells=False, plans=False, aims=False)
        is_plan = _PLANS.search(words) is not None and len(words) < _LONGEST
        tells = names_participants(words) or (self._reports(words) and not above.plans) or self._is_of_past_year(words)
        plans = not tells and (is_plan or above.plans)
        aims = _AIMS.fullmatch(words) is not None or (above.aims and not is_plan)
        self._heads.append(_Head(rank, tells=tells or (above.tells and not is_plan), plans=plans, aims=aims))

    def _reports(self, words: str) -> bool:
        head = words.partition(":")[0]
        years = [int(one) for one in _YEARS.findall(head)]
        is_past = not years or min(years) < self._year or "tháng" in head.lower() or "quý" in head.lower()
        return len(head) < _LONGEST and is_past and _REPORTS.match(head) is not None and not _ASKS.search(head)

    def _is_of_past_year(self, words: str) -> bool:
        """Tell whether a heading is nothing but the work of a year that is over: Thực hiện năm 2025."""
        found = _OF_YEAR.fullmatch(words)
        return found is not None and int(found[1]) < self._year


def _tells_past(sentence: str, year: int) -> bool:
    """Tell whether a sentence that gives nothing begins as one on what was: Năm 2025, …; Thời gian qua, …."""
    in_year = _IN_YEAR.match(sentence)
    is_begun = _SINCE.match(sentence) is not None or (in_year is not None and int(in_year[1]) < year)
    return is_begun and not _gives(sentence)


def _gives(text: str) -> bool:
    """Tell whether a clause or sentence gives a duty behind the first one: Đến nay, …. Giao Sở Nội vụ …."""
    return LATER.search(text) is not None or _GIVES_NOW.search(text) is not None


def _end(part: TimePart) -> date | None:
    """Return the last day of a time; None for one that has none."""
    match part:
        case Window():
            return part.end
        case Deadline():
            return part.due
        case _:
            return None
