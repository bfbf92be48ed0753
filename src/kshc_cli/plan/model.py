"""The plan file's records, from the whole document down to one task.

Field names are the YAML keys; the docstring below a field becomes its description in the JSON Schema and in editors,
its ``title`` is what the field is called in Vietnamese offices.
"""

from datetime import date
from typing import Annotated, Final, Literal, Self

from kshc_cli.plan.act import Decision, Issuance, Issuer
from kshc_cli.plan.given import GivenReading
from kshc_cli.plan.record import (
    WHOLE,
    Before,
    Field,
    Identifier,
    IsoDate,
    Record,
    Truth,
    Words,
    WordsRecord,
    Year,
    from_text,
)


class AgencyWords(WordsRecord):
    """The words of an agency cell, with the bodies it names where the words alone cannot say it."""

    agencies: Annotated[tuple[Identifier, ...] | None, Field(title="Các cơ quan", min_length=1)] = None
    """Ids of the bodies that take part; given only where the words hold more than names."""


class TimeWords(WordsRecord):
    """The words of a time cell, with their meaning where the words alone cannot say it."""

    reading: Annotated[tuple[GivenReading, ...] | None, Field(title="Cách hiểu", min_length=1)] = None
    """What the words mean; given only where kshc cannot read it from them."""


AgencyCell = Annotated[AgencyWords, Before(from_text)]
"""An agency cell: the words, or the words with the ids of the bodies."""

TimeCell = Annotated[TimeWords, Before(from_text)]
"""A time cell: the words, or the words with their reading."""


class Agency(Record):
    """A body, or a group of bodies, that the plan's words name."""

    id: Annotated[Identifier, Field(title="Mã")]
    """The id, stable and never reused."""
    name: Annotated[Words, Field(title="Tên đầy đủ")]
    """The full name."""
    aliases: Annotated[tuple[Words, ...], Field(title="Tên gọi khác")] = ()
    """Other names and spellings that the words use; case and the place of tone marks do not matter."""
    members: Annotated[tuple[Identifier, ...], Field(title="Thành viên")] = ()
    """Ids of the bodies in the group; as a lead each of them does the task."""
    open: Annotated[Truth, Field(title="Nhóm mở")] = False
    """Whether the group has more members than are listed here."""
    subordinate: Annotated[Truth, Field(title="Trực thuộc")] = True
    """Whether the body is under the issuer; false for Công an, Thuế, BHXH, Bưu điện, whom a plan asks to take part."""
    valid_from: Annotated[IsoDate | None, Field(title="Hoạt động từ ngày")] = None
    """The first day of the body, if it began after other plans with this registry."""
    valid_to: Annotated[IsoDate | None, Field(title="Hoạt động đến hết ngày")] = None
    """The last day of the body, if it was merged, split or dissolved."""
    succeeded_by: Annotated[tuple[Identifier, ...], Field(title="Cơ quan kế thừa")] = ()
    """Ids of the bodies that took over its duties; several where it was split."""
    source: Annotated[Words | None, Field(title="Nguồn")] = None
    """Where the entry comes from, if not from the words of the plan itself."""

    @property
    def is_group(self) -> bool:
        """Tell whether the entry stands for several bodies."""
        return bool(self.members) or self.open

    def exists_in(self, first: date, last: date) -> bool:
        """Tell whether the body exists on some day of a period."""
        return (self.valid_from or first) <= last and (self.valid_to or last) >= first


class Calendar(Record):
    """How the office counts days: its own days off, and what becomes of a last day that is one."""

    on_day_off: Annotated[
        Literal["keep", "next_working_day", "previous_working_day"], Field(title="Hạn rơi vào ngày nghỉ")
    ] = "keep"
    """The day that counts where the last day is off: that day itself, or the working day behind or before it.

    Bộ luật Dân sự 2015, Điều 148 khoản 5 moves the end of a time limit to the next working day."""
    before: Annotated[Literal["inclusive", "exclusive"], Field(title="Cách tính “trước ngày”")] = "inclusive"
    """Whether a duty that is due “trước ngày 30/6” may still be done on the 30th (inclusive) or not (exclusive)."""
    days_off: Annotated[tuple[IsoDate, ...], Field(title="Ngày nghỉ riêng", max_length=400)] = ()
    """Days off beside Saturdays, Sundays and public holidays."""
    worked_days: Annotated[tuple[IsoDate, ...], Field(title="Ngày làm bù", max_length=400)] = ()
    """Saturdays, Sundays or public holidays on which the office works."""


class Task(Record):
    """One row of a task table."""

    id: Annotated[Identifier, Field(title="Mã")]
    """The id: table.group.number, stable and never reused."""
    number: Annotated[Words | None, Field(title="Số thứ tự")]
    """The number as printed in the row; text, never the key."""
    content: Annotated[Words, Field(title="Nội dung công việc")]
    """What is to be done; a line break begins a new paragraph in the cell."""
    lead: Annotated[AgencyCell | None, Field(title="Cơ quan chủ trì")]
    """Who leads."""
    coop: Annotated[AgencyCell | None, Field(title="Cơ quan phối hợp")] = None
    """Who cooperates."""
    result: Annotated[Words | None, Field(title="Kết quả, sản phẩm")] = None
    """The product or result."""
    time: Annotated[TimeCell | None, Field(title="Thời gian thực hiện")]
    """When; null if the cell is blank."""
    others: Annotated[dict[Identifier, Words | None], Field(title="Các cột khác")] = {}  # noqa: RUF012  pydantic copies it
    """The words of columns with the role ``other``, by the column's key; a blank cell may be left out."""
    work_by: Annotated[IsoDate | None, Field(title="Hạn nội bộ")] = None
    """The day the office itself works to; never printed in the document."""


class Duty(Record):
    """A duty that stands in a paragraph and not in a table. Its words are quoted from that paragraph."""

    id: Annotated[Identifier, Field(title="Mã")]
    """The id, stable and never reused."""
    content: Annotated[Words, Field(title="Nội dung công việc")]
    """What is to be done, quoted from the paragraph."""
    lead: Annotated[AgencyCell | None, Field(title="Cơ quan chủ trì")]
    """Who has to do it, quoted from the paragraph."""
    time: Annotated[TimeCell | None, Field(title="Thời gian thực hiện")]
    """When, quoted from the paragraph."""
    work_by: Annotated[IsoDate | None, Field(title="Hạn nội bộ")] = None
    """The day the office itself works to; never printed in the document."""


class ParagraphWords(WordsRecord):
    """A paragraph, with the duties that it lays down."""

    duties: Annotated[tuple[Duty, ...], Field(title="Nhiệm vụ")] = ()
    """Duties that the paragraph lays down, so that they can be listed, dated and followed."""


Paragraph = Annotated[ParagraphWords, Before(from_text)]
"""A paragraph: its words, or its words with the duties that it lays down."""

Role = Literal["number", "content", "lead", "coop", "result", "time", "other"]
"""What a table column holds: the task's field of that name, or other words."""


Width = Annotated[int, Field(ge=1, le=100), WHOLE]
"""A share of a table's width."""


class Column(Record):
    """One column of a task table."""

    role: Annotated[Role, Field(title="Vai trò")]
    """The task's field that the column shows; ``other`` for words that kshc only keeps and prints."""
    key: Annotated[Identifier | None, Field(title="Khóa")] = None
    """With the role ``other``: the key in ``others`` under which the tasks hold the column's words."""
    header: Annotated[Words, Field(title="Tiêu đề cột")]
    """The words of the header cell."""
    width: Annotated[Width | None, Field(title="Độ rộng cột")] = None
    """The column's share of the text width, relative to the other columns; that of a usual table if left out."""

    def checked(self) -> Self:
        """Refuse what its fields say of each other."""
        if (self.role == "other") != (self.key is not None):
            from pydantic_core import PydanticCustomError

            raise PydanticCustomError("column_key", "a column has a key if its role is other")
        return self

    @property
    def share(self) -> int:
        """The column's share of the text width, relative to the other columns."""
        return self.width or USUAL_WIDTHS[self.role]


USUAL_WIDTHS: Final[dict[Role, int]] = {
    "number": 7, "content": 36, "lead": 20, "coop": 20, "result": 18, "time": 16, "other": 16,
}  # fmt: skip
"""The shares of a table's columns where the plan states none."""


class Group(Record):
    """Task rows under one heading row."""

    heading: Annotated[Words, Field(title="Tiêu đề nhóm")]
    """The words of the heading row, with their number."""
    tasks: Annotated[tuple[Task, ...], Field(title="Nhiệm vụ", min_length=1)]
    """The rows of the group."""


class Table(Record):
    """A table of tasks, in groups or without."""

    heading: Annotated[Words | None, Field(title="Tiêu đề bảng")] = None
    """The line above the table, with its number."""
    columns: Annotated[tuple[Column, ...] | None, Field(title="Các cột", min_length=1)] = None
    """The columns, where they differ from the plan's."""
    groups: Annotated[tuple[Group, ...], Field(title="Nhóm nhiệm vụ")] = ()
    """The groups, each with its heading row; or ``tasks`` without groups."""
    tasks: Annotated[tuple[Task, ...], Field(title="Nhiệm vụ")] = ()
    """The rows of a table that has no groups."""

    def checked(self) -> Self:
        """Refuse what its fields say of each other."""
        if bool(self.groups) == bool(self.tasks):
            from pydantic_core import PydanticCustomError

            raise PydanticCustomError("groups_or_tasks", "a table has either groups or tasks")
        return self


class Item(Record):
    """A task printed as paragraphs: all its words, with numbers, marks and labels; a line break begins a paragraph.

    What it says of lead, cooperation, result and time is read from lines such as “- Cơ quan chủ trì: …”; the fields of
    these names quote what stands elsewhere in its text, or say what the words alone cannot.
    """

    id: Annotated[Identifier, Field(title="Mã")]
    """The id, stable and never reused."""
    text: Annotated[Words, Field(title="Lời văn")]
    """The words exactly as printed."""
    lead: Annotated[AgencyCell | None, Field(title="Cơ quan chủ trì")] = None
    """Who leads, quoted from the text; left out where a labelled line says it."""
    coop: Annotated[AgencyCell | None, Field(title="Cơ quan phối hợp")] = None
    """Who cooperates, quoted from the text; left out where a labelled line says it."""
    result: Annotated[Words | None, Field(title="Kết quả, sản phẩm")] = None
    """The product or result, quoted from the text; left out where a labelled line says it."""
    time: Annotated[TimeCell | None, Field(title="Thời gian thực hiện")] = None
    """When, quoted from the text; left out where a labelled line says it."""
    work_by: Annotated[IsoDate | None, Field(title="Hạn nội bộ")] = None
    """The day the office itself works to; never printed in the document."""


class Labels(Record):
    """Words before the colon of labelled lines, beside those that kshc knows; case does not matter."""

    content: Annotated[tuple[Words, ...], Field(title="Nội dung công việc")] = ()
    """Labels of lines that say what is to be done."""
    lead: Annotated[tuple[Words, ...], Field(title="Cơ quan chủ trì")] = ()
    """Labels of lines that say who leads."""
    coop: Annotated[tuple[Words, ...], Field(title="Cơ quan phối hợp")] = ()
    """Labels of lines that say who cooperates."""
    result: Annotated[tuple[Words, ...], Field(title="Kết quả, sản phẩm")] = ()
    """Labels of lines that say the product or result."""
    time: Annotated[tuple[Words, ...], Field(title="Thời gian thực hiện")] = ()
    """Labels of lines that say when."""


class Section(Record):
    """A numbered part of the plan: paragraphs, then tasks in paragraphs, then tables.

    What stands in another order goes on in a section without a heading.
    """

    heading: Annotated[Words | None, Field(title="Tiêu đề mục")] = None
    """The heading with its number, for example II. GIẢI PHÁP THỰC HIỆN; left out where the section only goes on."""
    paragraphs: Annotated[tuple[Paragraph, ...], Field(title="Đoạn văn")] = ()
    """The paragraphs, with their numbers."""
    items: Annotated[tuple[Item, ...], Field(title="Nhiệm vụ bằng lời văn")] = ()
    """Tasks that are printed as paragraphs and not in a table."""
    tables: Annotated[tuple[Table, ...], Field(title="Bảng nhiệm vụ")] = ()
    """The task tables, last."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What is printed below the heading, before the tables; a text may have several paragraphs."""
        return (*(one.text for one in self.paragraphs), *(one.text for one in self.items))


class AttachedPlan(Record):
    """The plan's own words, attached to the decision or issued by themselves."""

    title: Annotated[Words, Field(title="Tên loại")] = "KẾ HOẠCH"
    """The kind of document, in capitals."""
    subject: Annotated[Words, Field(title="Trích yếu")]
    """What the plan is about, the line under its title."""
    reference: Annotated[Words | None, Field(title="Dòng kèm theo")] = None
    """The line that names the decision; none where the plan is issued by itself.

    ``{number}`` and ``{date}`` stand for the decision's own, so that they are stated once:
    ``(Kèm theo Quyết định số {number} {date} của …)`` gives ``số 05/QĐ-UBND ngày 09 tháng 01 năm 2024``."""
    own_heading: Annotated[Truth, Field(title="Có phần đầu riêng")] = True
    """Whether a plan that is attached to a decision repeats the issuer and Quốc hiệu above its title."""
    columns: Annotated[tuple[Column, ...] | None, Field(title="Các cột", min_length=1)] = None
    """The columns of the task tables; if left out the usual ones, coop and result only where a table has them."""
    labels: Annotated[Labels | None, Field(title="Nhãn của dòng")] = None
    """Labels of this plan's lines that say who, what and when, beside those that kshc knows."""
    preamble: Annotated[tuple[Words, ...], Field(title="Phần mở đầu")] = ()
    """The paragraphs before the first section."""
    sections: Annotated[tuple[Section, ...], Field(title="Các mục", min_length=1)]
    """The sections, in order."""


class Followed(Record):
    """The plan of an earlier year that a plan goes on from: its ids are this one's."""

    year: Annotated[Year, Field(title="Năm kế hoạch")]
    """The year of that plan."""
    number: Annotated[Words | None, Field(title="Số")] = None
    """The number of what it was issued by, without the symbol."""
    symbol: Annotated[Words | None, Field(title="Ký hiệu")] = None
    """The symbol after that number."""
    date: Annotated[IsoDate | None, Field(title="Ngày ban hành")] = None
    """The day on which it was issued."""


Days = Annotated[int, Field(ge=0, le=366), WHOLE]
"""A number of days."""


class Plan(Record):
    """A yearly plan with the decision that issues it, or issued by itself: the whole of ``plan.yaml``."""

    format: Annotated[Literal["kshc/1"], Field(alias="schema", title="Phiên bản")]
    """The version of this file format."""
    year: Annotated[Year, Field(title="Năm kế hoạch")]
    """The year of the plan; times that name no year mean this one."""
    follows: Annotated[Followed | None, Field(title="Tiếp theo kế hoạch")] = None
    """The plan of the year before from which this one was drafted (kshc roll); equal ids mean the same task."""
    issuer: Annotated[Issuer, Field(title="Cơ quan ban hành")]
    """Who issues the plan."""
    decision: Annotated[Decision | None, Field(title="Quyết định")] = None
    """The decision that issues the plan."""
    issuance: Annotated[Issuance | None, Field(title="Ban hành không kèm quyết định")] = None
    """How the plan is issued without a decision; a file has either ``decision`` or ``issuance``."""
    agencies: Annotated[tuple[Agency, ...], Field(title="Danh mục cơ quan")]
    """The bodies that the words name, each with an id; `[]` while a plan is being drafted (kshc agencies --unread)."""
    calendar: Annotated[Calendar | None, Field(title="Lịch làm việc")] = None
    """How the office counts days; without it days count as the words say, by the public holidays."""
    due_soon: Annotated[tuple[Days, ...] | None, Field(title="Nhắc trước (ngày)", max_length=10)] = None
    """How many days before its last one a duty is due soon, in steps; 7, 3 and 1 if left out."""
    plan: Annotated[AttachedPlan, Field(title="Kế hoạch")]
    """The plan."""

    def checked(self) -> Self:
        """Refuse what its fields say of each other."""
        if (self.decision is None) == (self.issuance is None):
            from pydantic_core import PydanticCustomError

            raise PydanticCustomError("decision_or_issuance", "a plan has either a decision or an issuance")
        return self

    @property
    def act(self) -> Decision | Issuance:
        """What is signed and numbered: the decision, or the plan itself."""
        act = self.decision or self.issuance
        if act is None:  # a plan without either is none
            raise AssertionError
        return act
