"""The records of what is signed: the decision, or the plan by itself, with the body that issues it."""

from typing import Annotated

from kshc_cli.plan.record import Field, IsoDate, IsoMonth, Record, Words


class Issuer(Record):
    """The body that issues the plan."""

    name: Annotated[Words, Field(title="Cơ quan ban hành")]
    """The issuing body's full name, as it stands in the heading (capitals are set by the document)."""
    parent: Annotated[Words | None, Field(title="Cơ quan chủ quản")] = None
    """The body above it, if the heading names one."""
    place: Annotated[Words, Field(title="Địa danh")]
    """The place before the date, for example Sa Đéc."""


class Signature(Record):
    """Who signs, and how."""

    lines: Annotated[tuple[Words, ...], Field(title="Quyền hạn, chức vụ", min_length=1)]
    """The lines above the name, in order: CHỦ TỊCH, or KT. CHỦ TỊCH and PHÓ CHỦ TỊCH."""
    name: Annotated[Words | None, Field(title="Họ và tên")] = None
    """The signer's name, without titles or degrees; null while it is open."""


class Signed(Record):
    """What a text has that is issued: number, day and recipients, and who signs."""

    number: Annotated[Words | None, Field(title="Số")] = None
    """The number without the symbol, for example 05; null until it is stamped."""
    symbol: Annotated[Words, Field(title="Ký hiệu")]
    """The symbol after the number: QĐ-UBND of a decision, KH-UBND of a plan."""
    date: Annotated[IsoDate | None, Field(title="Ngày ban hành")] = None
    """The day of issue; null until it is stamped."""
    month: Annotated[IsoMonth | None, Field(title="Tháng ban hành")] = None
    """The month of issue as far as it is known before the day, written YYYY-MM; what comes back is owed from it
    on. Of no meaning beside a date."""
    recipients: Annotated[tuple[Words, ...], Field(title="Nơi nhận", min_length=1)]
    """The recipients, one a line, with their punctuation and without the hyphen before them."""
    signature: Annotated[Signature, Field(title="Chữ ký")]
    """Who signs."""


class Decision(Signed):
    """The decision that issues the plan (Nghị định 30/2020/NĐ-CP, Mẫu 1.3)."""

    title: Annotated[Words, Field(title="Tên loại")] = "QUYẾT ĐỊNH"
    """The kind of document, in capitals."""
    subject: Annotated[Words, Field(title="Trích yếu")]
    """What the decision is about, the line under its title."""
    authority: Annotated[Words, Field(title="Thẩm quyền ban hành")]
    """The authority, in capitals, for example CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC."""
    bases: Annotated[tuple[Words, ...], Field(title="Căn cứ", min_length=1)]
    """The legal bases and the proposal, one a line, with their punctuation."""
    articles: Annotated[tuple[Words, ...], Field(title="Điều", min_length=1)]
    """The articles, each with its own words “Điều 1.”; a line break begins a new paragraph."""


class Issuance(Signed):
    """How a plan is issued by itself, signed and numbered, without a decision (Nghị định 30/2020/NĐ-CP, Mẫu 1.4)."""
