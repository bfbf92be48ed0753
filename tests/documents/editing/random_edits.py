"""Edits that somebody might make in the Word file of a plan, drawn by a seed and made by python-docx."""

import re
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any, TypeAlias

from docx import Document
from docx.oxml.ns import qn

Element: TypeAlias = Any
"""An element of python-docx, for which its types are of no use."""
WORDS = (
    *("rà", "soát", "báo", "cáo", "kết quả", "thực hiện", "kiểm tra", "thủ tục", "hành chính:", "quý", "năm"),
    *("“một cửa”", "HĐND&UBND", "#1", "-", "(nếu có);", "'lưu'", "[x]", "{y}", "100%", "a: b", '"c"'),
)
_ROMAN = re.compile(r"[IVX]+\. ")


class Edited:
    """A Word file while it is edited; it knows which of its rows are which tasks."""

    def __init__(self, data: bytes, ids: list[str], seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  no secret
        self.document = Document(BytesIO(data))
        self.done: list[str] = []
        tables = [table for table in self.document.tables if len(table.columns) > 3]
        self.rows: dict[Element, str | None] = {}
        self.doubled: set[Element] = set()
        """Rows of which there is a copy that bears the same marks."""
        self.worded: set[Element] = set()
        """Rows that say something else is to be done than they did."""
        waiting = iter(ids)
        for table in tables:
            for row in table._tbl.tr_lst[1:]:  # noqa: SLF001  python-docx has no other way
                if len(row.tc_lst) > 1:
                    self.rows[row] = next(waiting)

    def edit(self) -> None:
        """Make one edit."""
        edits = [
            self.reword_cell,
            self.reword_cell,
            self.reword,
            self.add_row,
            self.remove_row,
            self.move_row,
            self.add,
            self.remove,
            self.retype,
            self.copy_table,
            self.cut_table,
            self.exchange,
            self.move_section,
        ]
        made = self.random.choice(edits)
        self.done.append(made.__name__)
        made()

    def save(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def ids(self) -> list[str | None]:
        """Return the tasks of the rows in their order; None for new ones."""
        return [self.rows[row] for row in self.document.element.iter(qn("w:tr")) if row in self.rows]

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 14))).strip("#-: ")

    def row(self) -> Element:
        return self.random.choice([*self.rows])

    def _set(self, paragraph: Element, words: str) -> None:
        texts = list(paragraph.iter(qn("w:t")))
        if not texts:
            run = paragraph.makeelement(qn("w:r"))
            texts = [run.makeelement(qn("w:t"))]
            run.append(texts[0])
            paragraph.append(run)
        for one in texts[1:]:
            one.text = ""
        texts[0].text = words

    def reword_cell(self) -> None:
        cell = self.random.choice(self.row().tc_lst[1:])
        first, *others = cell.p_lst
        for one in others:
            cell.remove(one)
        is_content = cell is cell.getparent().tc_lst[1]
        if is_content:
            self.worded.add(cell.getparent())
        self._set(first, "Việc " + self.words() if is_content else self.words())

    def retype(self) -> None:
        """Type all of a row anew in fresh cells, so that it loses its marks."""
        row = self.row()
        cell = row.tc_lst[-1]
        for paragraph in cell.p_lst:
            for child in list(paragraph):
                if child.tag != qn("w:pPr"):
                    paragraph.remove(child)
        self._set(cell.p_lst[0], self.words())
        for other in cell.p_lst[1:]:
            cell.remove(other)

    def _fresh(self, row: Element) -> Element:
        if self.random.random() < 0.7:
            return bare(row)
        self.doubled.add(row)
        return deepcopy(row)

    def add_row(self) -> None:
        row = self.row()
        new = self._fresh(row)
        row.addnext(new)
        self.rows[new] = None
        self._set(new.tc_lst[1].p_lst[0], f"Việc mới {self.random.random()} {self.words()}")
        for one in new.tc_lst[1].p_lst[1:]:
            new.tc_lst[1].remove(one)

    def _is_alone(self, row: Element) -> bool:
        before, behind = row.getprevious(), row.getnext()
        return before not in self.rows and behind not in self.rows

    def remove_row(self) -> None:
        row = self.row()
        if not self._is_alone(row) and row not in self.doubled:
            row.getparent().remove(row)
            del self.rows[row]

    def move_row(self) -> None:
        row, other = self.row(), self.row()
        if row is not other and not self._is_alone(row):
            other.addnext(row)

    def exchange(self) -> None:
        """Write what two rows say, but for their numbers, into each other's cells: their tasks go along."""
        row, other = self.row(), self.row()
        tasks = {self.rows[row], self.rows[other]} - {None}
        if len(tasks) < 2 or {row, other} & (self.worded | self.doubled) or len(row.tc_lst) != len(other.tc_lst):
            return
        for one, there in zip(row.tc_lst[1:], other.tc_lst[1:], strict=True):
            words = [[bare(p) for p in cell.p_lst] for cell in (one, there)]
            for cell, others in zip((there, one), words, strict=True):
                for p in cell.p_lst:
                    cell.remove(p)
                cell.extend(others)
        self.rows[row], self.rows[other] = self.rows[other], self.rows[row]

    def move_section(self) -> None:
        """Cut a section out as a whole, and put it before or behind another one."""
        moved, other = self.random.sample(sections_of(self.document), 2)
        behind = other[-1].getnext() if self.random.random() < 0.5 else other[0]
        if behind is not moved[0]:
            for one in moved:
                behind.addprevious(one)

    def copy_table(self) -> None:
        """Copy a table with its marks, put it behind another block, and write something else into a row of the copy."""
        table = next(self.row().iterancestors(qn("w:tbl")))
        self.doubled.update(table.iter(qn("w:tr")))
        new = deepcopy(table)
        rows = [row for row in new.tr_lst if len(row.tc_lst) > 1]
        self._set(self.random.choice(rows[1:]).tc_lst[1].p_lst[0], f"Việc chép {self.random.random()}")
        self.random.choice([table, *(one._p for one in self._paragraphs())]).addnext(new)  # noqa: SLF001
        table.addnext(table.makeelement(qn("w:p")))

    def cut_table(self) -> None:
        """Cut a table in two, with an empty paragraph between."""
        row = self.row()
        if row.getprevious() is not None and row not in self.doubled:
            table = next(row.iterancestors(qn("w:tbl")))
            new = deepcopy(table)
            for one in new.tr_lst:
                new.remove(one)
            for one in [row, *row.itersiblings(qn("w:tr"))]:
                new.append(one)
            table.addnext(new)
            table.addnext(table.makeelement(qn("w:p")))

    def _paragraphs(self) -> list[Any]:
        styles = {"Nội dung", "Căn cứ"}
        return [one for one in self.document.paragraphs if _style(one) in styles and not one.text.startswith("Điều")]

    def reword(self) -> None:
        one = self.random.choice([*self._paragraphs(), *[p for p in self.document.paragraphs if _style(p) == "Đề mục"]])
        if self.random.random() < 0.3:
            one.text = f"{one.text.split(' ')[0]} {self.words()}"
        else:
            words = one.text.split(" ")
            at = self.random.randrange(len(words))
            self._set(one._p, " ".join([*words[:at], self.words(), *words[at + 1 :]]))  # noqa: SLF001

    def add(self) -> None:
        one = self.random.choice(self._paragraphs())
        one.insert_paragraph_before(f"Đoạn {self.random.random()} {self.words()}", style=one.style)

    def remove(self) -> None:
        one = self.random.choice(self._paragraphs())
        same = [p for p in self._paragraphs() if _style(p) == _style(one)]
        if len(same) > 3:
            one._p.getparent().remove(one._p)  # noqa: SLF001


def sections_of(document: Element) -> list[list[Element]]:
    """Return what stands in each section that has a heading, up to the next one or to the signature."""
    heads = [one._p for one in document.paragraphs if _style(one) == "Đề mục" and _ROMAN.match(one.text)]  # noqa: SLF001
    sections: list[list[Element]] = []
    for one in document.element.body.iterchildren():
        if one in heads:
            sections.append([])
        if one.tag == qn("w:sectPr") or (sections and "Nơi nhận" in "".join(one.itertext())):
            break
        if sections:
            sections[-1].append(one)
    return sections


def bare(element: Element) -> Element:
    """Return a copy without marks, as Word makes it."""
    new = deepcopy(element)
    for one in [*new.iter(qn("w:bookmarkStart")), *new.iter(qn("w:bookmarkEnd"))]:
        one.getparent().remove(one)
    return new


def _style(paragraph: Element) -> str:
    return str(paragraph.style.name)
