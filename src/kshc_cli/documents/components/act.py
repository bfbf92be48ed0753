"""A text of an official document, with its components by Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.

A component is a tuple of paragraphs, because words may run on over several; an empty tuple says that there is none.
"""

from enum import StrEnum

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.word.body import Block, Paragraph

Paragraphs = tuple[Paragraph, ...]


class ActKind(StrEnum):
    """What a text is."""

    DECISION = "decision"
    """A decision with articles (Mẫu 1.2, 1.3)."""
    NAMED = "named"
    """A text of a named kind with its own number and signature, such as a plan (Mẫu 1.4)."""
    LETTER = "letter"
    """A letter (công văn): its subject stands under its number, and it says to whom it goes (Mẫu 1.5)."""
    OTHER = "other"
    """A text of a kind that the decree has no model for: what it must have cannot be told."""
    ATTACHED = "attached"
    """A text that a decision issues and that is attached to it: no number, no signature."""


@dataclass(frozen=True, slots=True)
class Act:
    """A text of an official document. The fields stand in the order of the page."""

    kind: ActKind
    name: str = ""
    """The kind that its title names, in canonical spelling: quyết định, kế hoạch, phụ lục.

    Without a title it is what its enacting words or its symbol tell; else nothing.
    """
    parent: Paragraphs = ()
    """Cơ quan chủ quản: the body above the one that issues."""
    issuer: Paragraphs = ()
    """Cơ quan ban hành."""
    nation: Paragraphs = ()
    """Quốc hiệu."""
    motto: Paragraphs = ()
    """Tiêu ngữ."""
    number: Paragraphs = ()
    """The line "Số: …"."""
    place_date: Paragraphs = ()
    """Địa danh và thời gian ban hành."""
    title: Paragraphs = ()
    """Tên loại: QUYẾT ĐỊNH, KẾ HOẠCH."""
    subject: Paragraphs = ()
    """Trích yếu; of a letter V/v …"""
    addressees: Paragraphs = ()
    """Kính gửi: …, with the lines of the list behind it."""
    reference: Paragraphs = ()
    """The line "(Kèm theo Quyết định số …)" of an attached text."""
    authority: Paragraphs = ()
    """Thẩm quyền ban hành: CHỦ TỊCH ỦY BAN NHÂN DÂN …"""
    bases: Paragraphs = ()
    """Căn cứ, with the proposal, as far as they stand before the words QUYẾT ĐỊNH:"""
    enacting: Paragraphs = ()
    """The words QUYẾT ĐỊNH: by themselves."""
    content: tuple[Block, ...] = ()
    """What the text says: a decision's articles, a plan's paragraphs and tables; empty paragraphs are left out."""
    recipients_label: Paragraphs = ()
    """The words Nơi nhận:"""
    recipients: Paragraphs = ()
    """The recipients, one a paragraph, with their hyphens as typed."""
    position: Paragraphs = ()
    """Chức vụ của người ký, with KT., TM. and the like."""
    signer: Paragraphs = ()
    """Họ và tên của người ký."""
    marks: Paragraphs = ()
    """Stamps of secrecy, urgency and circulation; they stand among ``others`` too, for no plan has a place for them."""
    others: Paragraphs = ()
    """Paragraphs beside the components that are none of them, such as words in the cells of the heading."""

    @property
    def is_annex(self) -> bool:
        """Whether it is a Phụ lục."""
        return self.name == "phụ lục"


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A Word file as an official document: its texts in order, the decision or plan first, then what is attached."""

    acts: tuple[Act, ...]
    strays: tuple[Block, ...] = ()
    """Paragraphs and tables that belong to none of the texts, in order."""

    @property
    def main(self) -> Act | None:
        """The text that is signed, if there is one."""
        return next((act for act in self.acts if act.kind is not ActKind.ATTACHED), None)

    @property
    def attached(self) -> Act | None:
        """The first text that is attached, if there is one."""
        return next((act for act in self.acts if act.kind is ActKind.ATTACHED), None)
