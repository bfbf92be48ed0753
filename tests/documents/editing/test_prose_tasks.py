"""Tasks in paragraphs, edited in Word with and without their marks: no task ever gets the words of another one."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from kshc_cli.desk.merging import Merged, merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.documents.rendering.decision import render_decision
from tests.conftest import ROOT
from tests.documents.editing.random_edits import WORDS, _style, sections_of
from tests.documents.editing.test_random_edits import plan_of, shown

DATA = (ROOT / "examples" / "ward-prose" / "plan.yaml").read_bytes()
TEMPLATE = (ROOT / "templates" / "ke-hoach.docx").read_bytes()


def tasks(data: bytes) -> dict[str, list[str]]:
    """Return the lines of each task in paragraphs."""
    sections = plan_of(data).plan.sections
    return {
        one.id: [" ".join(line.split()) for line in one.text.split("\n")] for part in sections for one in part.items
    }


@cache
def to_edit() -> bytes:
    """Return a ward's plan in paragraphs as a Word file to be edited."""
    return document_to_edit(plan_of(DATA), DATA, TEMPLATE)


@pytest.fixture(scope="module")
def word() -> bytes:
    """Return that file."""
    return to_edit()


class Prose:
    """A Word file while it is edited, which knows of which task each paragraph is."""

    def __init__(self, data: bytes, seed: int = 0) -> None:
        self.random = Random(seed)  # noqa: S311  no secret
        self.document = Document(BytesIO(data))
        self.own: dict[Any, str] = {}
        self.done: list[str] = []
        waiting = iter([(line, name) for name, lines in tasks(DATA).items() for line in lines])
        line, name = next(waiting)
        for one in self.document.paragraphs:
            if one.text == line:
                self.own[one] = name
                line, name = next(waiting, ("", ""))

    def edit(self) -> None:
        """Make one edit."""
        edits = [self.retype, self.retype, self.reword, self.take_out, self.unmark, self.renumber]
        edits += [self.exchange, self.exchange, self.write_over, self.move_section, self.move_line]
        made = self.random.choice([*edits, self.add_section, self.add_task, self.move])
        self.done.append(made.__name__)
        made(self.random.choice([*self.own]))

    def saved(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def merged(self) -> Merged:
        """Return what becomes of the plan."""
        return merged(edited_document(self.saved()), Opened(DATA, None))

    def lines(self, name: str) -> list[str]:
        """Return what the file shows of a task."""
        return [one.text for one, own in self.own.items() if own == name]

    def of(self, name: str) -> list[Any]:
        """Return the paragraphs of a task."""
        return [one for one, own in self.own.items() if own == name]

    def reword(self, one: Any) -> None:  # noqa: ANN401  python-docx
        words = one.text.split(" ")
        words[self.random.randrange(len(words))] = self.random.choice(WORDS[:10])
        for run in one.runs:
            run.text = ""
        (one.runs or [one.add_run()])[0].text = " ".join(words)

    def retype(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Type a paragraph anew, a few of its words or nearly all of them."""
        words = one.text.split(" ")
        for _time in range(self.random.choice((1, 2, len(words) // 2, 2 * len(words)))):
            words[self.random.randrange(len(words))] = self.random.choice(WORDS[:10])
        self.bare(one)
        one.text = " ".join(words)

    def unmark(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Take the marks out of a task and what stands around it."""
        places = [*self.own]
        at = places.index(one)
        for other in places[max(0, at - 8) : at + 8]:
            self.bare(other)

    def take_out(self, one: Any) -> None:  # noqa: ANN401  python-docx
        for other in self.of(self.own[one]):
            other._p.getparent().remove(other._p)  # noqa: SLF001
            del self.own[other]

    def renumber(self, _one: Any) -> None:  # noqa: ANN401  python-docx
        """Give the tasks of a section, typed anew, the numbers that they have now."""
        for number, name in enumerate(dict.fromkeys(self.own.values())):
            first = self.of(name)[0]
            self.bare(first)
            first.text = f"{number + 1}. {first.text.split('. ', 1)[-1]}"

    def add_section(self, _one: Any) -> None:  # noqa: ANN401  python-docx
        """Add a heading with paragraphs before a section or behind the last one."""
        headings = [one for one in self.document.paragraphs if _style(one) == "Đề mục"]
        before = self.random.choice(headings[1:])
        self.insert(before, "X. NỘI DUNG MỚI", "Đề mục")
        for _number in range(self.random.randint(1, 3)):
            self.insert(before, f"Đoạn {self.random.random()} {self.random.choice(WORDS)}", "Nội dung")

    def add_task(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Add a task before another one."""
        before = self.of(self.own[one])[0]
        self.insert(before, f"9. Việc mới {self.random.random()}", "Nội dung")
        for words in ("Tổ chức hội nghị.", "- Thời gian thực hiện: Quý II/2026.")[: self.random.randint(0, 2)]:
            self.insert(before, words, "Nội dung")

    def move(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Move a task before another one."""
        other = self.of(self.own[self.random.choice([*self.own])])[0]
        if self.own[other] != self.own[one]:
            for each in self.of(self.own[one]):
                other._p.addprevious(each._p)  # noqa: SLF001

    def exchange(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Exchange the words of some lines of two tasks: their titles, what is to be done, who, when; all of them."""
        other = self.random.choice([*self.own])
        mine, others = self.of(self.own[one]), self.of(self.own[other])
        lines = [*zip(mine, others, strict=False)]
        chosen = lines if self.random.random() < 0.3 else self.random.sample(lines, self.random.randint(1, len(lines)))
        for here, there in chosen if mine != others else ():
            self.write(here, there.text, there)

    def write_over(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Write the words of a task over those of another one, which are gone."""
        mine, others = self.of(self.own[one]), self.of(self.own[self.random.choice([*self.own])])
        for here, there in zip(mine, others, strict=False) if mine != others else ():
            self.write(here, there.text)

    def write(self, here: Any, words: str, there: Any = None) -> None:  # noqa: ANN401  python-docx
        """Write words into a paragraph, and its own into another one; with the marks of places, or without any."""
        for one, text in [(here, words), *([(there, here.text)] if there is not None else [])]:
            if self.random.random() < 0.5:
                one.text = text
            else:
                for run in one.runs[1:]:
                    run.text = ""
                (one.runs or [one.add_run()])[0].text = text

    def move_section(self, _one: Any) -> None:  # noqa: ANN401  python-docx
        moved, other = self.random.sample(sections_of(self.document), 2)
        for one in moved:
            other[0].addprevious(one)
        self.own = {one: self.own[one] for one in self.document.paragraphs if one in self.own}

    def move_line(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Move a line before another one, of its task or of any."""
        self.random.choice([*self.own])._p.addprevious(one._p)  # noqa: SLF001

    def insert(self, before: Any, words: str, style: str) -> None:  # noqa: ANN401  python-docx
        """Add a paragraph, of which no task is."""
        before.insert_paragraph_before(words, style=style)

    def bare(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Take the marks out of a paragraph."""
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            for mark in list(one._p.iter(qn(name))):  # noqa: SLF001
                mark.getparent().remove(mark)


@pytest.mark.parametrize("seed", range(30))
def test_no_task_is_torn(seed: int) -> None:
    assert_whole(seed)


def edited(seed: int) -> Prose:
    """Return a file with up to four edits."""
    prose = Prose(to_edit(), seed)
    for _number in range(prose.random.randint(1, 4)):
        if len({*prose.own.values()}) > 5:
            prose.edit()
    return prose


def assert_whole(seed: int) -> None:
    """Each task is as it was, or all lines of it are those that stand together in the file; the rest was told."""
    prose = edited(seed)
    document = prose.saved()
    found = merged(edited_document(document), Opened(DATA, None))
    assert found.plan is not None, prose.done
    before, after, said = tasks(DATA), tasks(found.plan), shown(document)
    told = {one.words for one in found.not_taken}
    taken = [words for words in said if words not in told]
    for name, lines in after.items():
        is_there = any(all_[at : at + len(lines)] == lines for all_ in (said, taken) for at in range(len(all_)))
        assert is_there or lines == before.get(name), (prose.done, name, lines)
    if not found.not_taken:
        assert shown(render_decision(plan_of(found.plan), TEMPLATE)) == said, prose.done
    assert merged(edited_document(document), Opened(found.plan, None)).plan == found.plan, prose.done


MOVED_AND_WRITTEN_OVER, EXCHANGED_BESIDE_ONE_THAT_IS_GONE = 1752741001, 1065913613


@pytest.mark.parametrize("seed", [MOVED_AND_WRITTEN_OVER, EXCHANGED_BESIDE_ONE_THAT_IS_GONE])
def test_all_lines_of_tasks_arrive_whose_marks_others_bear(seed: int) -> None:
    """Two tasks changed places or titles, and other words were written where the marks of their lines are."""
    prose = edited(seed)
    found = prose.merged()
    assert found.plan is not None
    assert not found.not_taken
    assert shown(render_decision(plan_of(found.plan), TEMPLATE)) == shown(prose.saved())


def _joined(prose: Prose) -> None:
    first, other = prose.of("nv.9")[0], prose.of("nv.10")[0]
    for child in list(other._p)[1:]:  # noqa: SLF001
        first._p.append(child)  # noqa: SLF001
    other._p.getparent().remove(other._p)  # noqa: SLF001


def _taken_out_and_typed_anew(prose: Prose) -> None:
    prose.take_out(prose.of("nv.9")[0])
    last = prose.of("nv.10")[0]
    prose.bare(last)
    last.text = "2. Tất cả đơn vị tự bố trí nguồn lực để tổ chức."


def _another_duty(prose: Prose) -> None:
    one = prose.of("nv.9")[0]
    prose.bare(one)
    one.text = "2. Đài Truyền thanh xây dựng chuyên mục mỗi tháng 01 lần."


@pytest.mark.parametrize(
    ("edit", "names"),
    [(_joined, ["nv.9", "nv.10"]), (_taken_out_and_typed_anew, ["nv.9", "nv.10"]), (_another_duty, ["nv.9"])],
)
def test_a_task_stays_where_nobody_can_tell_whose_words_they_are(word: bytes, edit: Any, names: Sequence[str]) -> None:  # noqa: ANN401
    """It is told by its id, and nothing changes."""
    prose = Prose(word)
    edit(prose)
    found = prose.merged()
    assert found.plan == DATA
    said = "nobody can tell whether these are words of {} now: change that in plan.yaml, it stays as it was"
    assert [one.sentence for one in found.not_taken] == [said.format(", ".join(names))]


def test_new_sections_and_new_tasks_are_taken_over(word: bytes) -> None:
    """As text in the file's style, a task with an id that nothing had; nothing else changes."""
    prose = Prose(word)
    headings = [one for one in prose.document.paragraphs if _style(one) == "Đề mục"]
    prose.insert(headings[2], "X. KINH PHÍ", "Đề mục")
    prose.insert(headings[2], "Từ ngân sách phường.", "Nội dung")
    last = prose.of("nv.10")[0]
    prose.insert(last, "3. Trạm Y tế phối hợp thực hiện.", "Nội dung")
    found = prose.merged()
    assert found.plan is not None
    assert not found.not_taken
    section = "    - heading: X. KINH PHÍ\n      paragraphs:\n        - Từ ngân sách phường.\n\n"
    task = "        - id: nv.11\n          text: 3. Trạm Y tế phối hợp thực hiện.\n"
    text = DATA.decode()
    for new, behind in ((section, "    - heading: III. TỔ"), (task, "        - id: nv.10\n")):
        text = text.replace(behind, new + behind)
    assert found.plan.decode() == text


@pytest.mark.parametrize(
    ("place", "words"), [(2, ["KINH PHÍ", "Không số."]), (2, ["X. KHÔNG CÓ ĐOẠN"]), (None, ["X. GIỮA MỤC", "Chữ."])]
)
def test_a_new_heading_that_is_not_clear_is_told(word: bytes, place: int | None, words: list[str]) -> None:
    """Without a number like the others', without paragraphs, in the midst of a task: told once, nothing is written."""
    prose = Prose(word)
    headings = [one for one in prose.document.paragraphs if _style(one) == "Đề mục"]
    before = prose.of("nv.4")[2] if place is None else headings[place]
    for each, style in zip(words, ("Đề mục", "Nội dung"), strict=False):
        prose.insert(before, each, style)
    found = prose.merged()
    assert (found.plan, [one.words for one in found.not_taken]) == (DATA, words[:1])


def test_a_task_parted_in_two_paragraphs_keeps_its_words(word: bytes) -> None:
    """The new paragraph is a line of it."""
    prose = Prose(word)
    one = prose.of("nv.9")[0]
    before, _mark, behind = one.text.partition(" báo cáo ")
    one.runs[0].text = before
    new = one.insert_paragraph_before(f"báo cáo {behind}", style=one.style)
    one._p.addnext(new._p)  # noqa: SLF001
    found = prose.merged()
    assert found.plan is not None
    assert tasks(found.plan)["nv.9"] == [before, f"báo cáo {behind}"]
    assert not found.not_taken


def _in_place_of(prose: Prose, name: str, *words: str) -> None:
    """Take a task out, and type another one in its place."""
    behind = prose.of(name)[-1]._p.getnext()  # noqa: SLF001
    prose.take_out(prose.of(name)[0])
    _typed(prose, behind, *words)


def _typed(prose: Prose, behind: Any, *words: str) -> None:  # noqa: ANN401  lxml
    for one in words:
        new = prose.document.add_paragraph(one, style="Nội dung")._p  # noqa: SLF001
        behind.addprevious(new)


def _under_the_same_number(prose: Prose) -> None:
    words = ("5. Mua sắm trang thiết bị", "Mua máy quét.", "- Cơ quan chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị.")
    _in_place_of(prose, "nv.5", *words, "- Sản phẩm: Hợp đồng.", "- Thời gian thực hiện: Quý IV/2026.")


def _elsewhere(prose: Prose) -> None:
    behind = prose.of("nv.7")[-1]._p.getnext()  # noqa: SLF001
    prose.take_out(prose.of("nv.5")[0])
    words = ("- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.", "- Sản phẩm: Hội nghị tập huấn.")
    _typed(prose, behind, "8. Tập huấn chuyển đổi số", *words, "- Thời gian thực hiện: Quý III/2026.")


def _joined_without_marks(prose: Prose) -> None:
    first, other = prose.of("nv.8")[0], prose.of("nv.9")[0]
    first.runs[0].text = f"{first.text} {other.text}"
    for run in first.runs[1:]:
        run.text = ""
    other._p.getparent().remove(other._p)  # noqa: SLF001


def _line_before_the_number(prose: Prose) -> None:
    first, line = prose.of("nv.5")[0], prose.of("nv.5")[2]
    first._p.addprevious(line._p)  # noqa: SLF001


def _moved_in_part(prose: Prose) -> None:
    _moved_with_its_number(prose, 3)


def _moved_with_its_number(prose: Prose, lines: int | None = None) -> None:
    one, other = prose.of("nv.5"), prose.of("nv.6")
    for each in other[:lines]:
        one[0]._p.addprevious(each._p)  # noqa: SLF001
    for first, number in ((one[0], "6"), (other[0], "5")):
        words = first.text
        first.runs[0].text = f"{number}{words[1:]}"
        for run in first.runs[1:]:
            run.text = ""


def _under_a_heading_that_is_not_taken(prose: Prose) -> None:
    last = prose.of("nv.10")[0]._p  # noqa: SLF001
    for words, style in (("4. Văn phòng HĐND và UBND phường khen thưởng.", "Nội dung"), ("KHEN THƯỞNG", "Đề mục")):
        last.addnext(prose.document.add_paragraph(words, style=style)._p)  # noqa: SLF001


def _moved_under_a_heading_that_is_not_taken(prose: Prose) -> None:
    behind = prose.of("nv.10")[0]._p.getnext()  # noqa: SLF001
    behind.addprevious(prose.document.add_paragraph("IV. KIỂM TRA", style="Đề mục")._p)  # noqa: SLF001
    for one in prose.of("nv.7"):
        behind.addprevious(one._p)  # noqa: SLF001


def _parted_in_two_tasks(prose: Prose) -> None:
    """The later ones are numbered anew."""
    words = "- Thời gian hoàn thành: Tháng 4/2026.", "4. Kết nối dữ liệu", "- Cơ quan chủ trì: Phòng Văn hóa - Xã hội."
    _typed(prose, prose.of("nv.3")[3]._p, *words)  # noqa: SLF001
    for name in ("nv.4", "nv.5", "nv.6", "nv.7"):
        first = prose.of(name)[0]
        words = first.text
        first.runs[0].text = f"{int(words[0]) + 1}{words[1:]}"
        for run in first.runs[1:]:
            run.text = ""


def _parted_without_marks(prose: Prose) -> None:
    for one in prose.of("nv.3"):
        prose.bare(one)
    _parted_by_a_number(prose)


def _parted_by_a_number(prose: Prose) -> None:
    _typed(prose, prose.of("nv.3")[-1]._p, "4. Việc cuối")  # noqa: SLF001


@pytest.mark.parametrize(
    "edit",
    [
        *(_under_the_same_number, _joined_without_marks, _line_before_the_number),
        *(_moved_in_part, _under_a_heading_that_is_not_taken, _moved_under_a_heading_that_is_not_taken),
        *(_parted_in_two_tasks, _parted_without_marks, _parted_by_a_number),
    ],
)
def test_what_is_not_clear_changes_no_task(word: bytes, edit: Any) -> None:  # noqa: ANN401
    """Not one of its lines, and not its number."""
    prose = Prose(word)
    edit(prose)
    found = prose.merged()
    assert found.not_taken
    assert found.plan == DATA


def test_a_number_tells_of_the_tasks_of_its_own_list() -> None:
    """Further lines of another list may be numbered so."""
    text = "phòng HĐND và UBND phường trước ngày 20 của tháng cuối quý.\n"
    data = DATA.decode().replace(text, f"{text}\n            1. Báo cáo bằng văn bản.\n").encode()
    prose = Prose(document_to_edit(plan_of(data), data, TEMPLATE))
    _parted_in_two_tasks(prose)
    found = merged(edited_document(prose.saved()), Opened(data, None))
    assert (found.plan == data != DATA, len(found.not_taken)) == (True, 3)


def test_a_task_that_has_lines_of_one_that_is_gone_is_new(word: bytes) -> None:
    """It stands elsewhere, and begins with other words."""
    prose = Prose(word)
    _elsewhere(prose)
    found = prose.merged()
    assert found.plan is not None
    assert not found.not_taken
    assert {*tasks(DATA)} ^ {*tasks(found.plan)} == {"nv.5", "nv.11"}
    assert shown(render_decision(plan_of(found.plan), TEMPLATE)) == shown(prose.saved())


def test_a_task_before_the_first_one_is_a_task(word: bytes) -> None:
    prose = Prose(word)
    prose.insert(prose.of("nv.1")[0], "1. Ban hành văn bản chỉ đạo", "Nội dung")
    prose.insert(prose.of("nv.1")[0], "- Thời gian thực hiện: Tháng 2 năm 2026.", "Nội dung")
    found = prose.merged()
    assert found.plan is not None
    assert not found.not_taken
    assert [*tasks(found.plan)][:2] == ["nv.11", "nv.1"]


def test_a_task_that_was_moved_is_moved(word: bytes) -> None:
    """With all its lines and the numbers that all have now; again nothing differs."""
    prose = Prose(word)
    _moved_with_its_number(prose)
    found = prose.merged()
    assert found.plan is not None
    assert not found.not_taken
    before, after = tasks(DATA), tasks(found.plan)
    assert [*after][3:7] == ["nv.4", "nv.6", "nv.5", "nv.7"]
    assert (after["nv.6"][0], after["nv.5"][0]) == (f"5{before['nv.6'][0][1:]}", f"6{before['nv.5'][0][1:]}")
    assert {name: lines[1:] for name, lines in after.items()} == {name: lines[1:] for name, lines in before.items()}
    assert shown(render_decision(plan_of(found.plan), TEMPLATE)) == shown(prose.saved())
    assert merged(edited_document(prose.saved()), Opened(found.plan, None)).plan == found.plan
