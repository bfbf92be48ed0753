"""Tasks in paragraphs, edited in Word with and without their marks: no task ever gets the words of another one."""

from collections.abc import Sequence
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
from tests.conftest import ROOT
from tests.documents.editing.random_edits import WORDS
from tests.documents.editing.test_random_edits import plan_of

DATA = (ROOT / "examples" / "ward-prose" / "plan.yaml").read_bytes()
TEMPLATE = (ROOT / "templates" / "ke-hoach.docx").read_bytes()


def tasks(data: bytes) -> dict[str, list[str]]:
    """Return the lines of each task in paragraphs."""
    sections = plan_of(data).plan.sections
    return {
        one.id: [" ".join(line.split()) for line in one.text.split("\n")] for part in sections for one in part.items
    }


@pytest.fixture(scope="module")
def word() -> bytes:
    """Return a ward's plan in paragraphs as a Word file to be edited."""
    return document_to_edit(plan_of(DATA), DATA, TEMPLATE)


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
        made = self.random.choice([self.retype, self.retype, self.reword, self.take_out, self.unmark, self.renumber])
        self.done.append(made.__name__)
        made(self.random.choice([*self.own]))

    def merged(self) -> Merged:
        """Return what becomes of the plan."""
        stream = BytesIO()
        self.document.save(stream)
        return merged(edited_document(stream.getvalue()), Opened(DATA, None))

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

    def bare(self, one: Any) -> None:  # noqa: ANN401  python-docx
        """Take the marks out of a paragraph."""
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            for mark in list(one._p.iter(qn(name))):  # noqa: SLF001
                mark.getparent().remove(mark)


@pytest.mark.parametrize("seed", range(30))
def test_no_task_gets_the_words_of_another_one(word: bytes, seed: int) -> None:
    """Each line of a task is one that it had or that was typed into it; what did not arrive was told."""
    prose = Prose(word, seed)
    for _number in range(prose.random.randint(1, 5)):
        if len({*prose.own.values()}) > 5:
            prose.edit()
    found = prose.merged()
    assert found.plan is not None, prose.done
    before, after = tasks(DATA), tasks(found.plan)
    for name, lines in after.items():
        assert {*lines} <= {*before[name], *prose.lines(name)}, (prose.done, name)
    shown = {name: prose.lines(name) for name in before if prose.lines(name)}
    assert found.not_taken or after == shown, prose.done


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
