"""The models of documents in Nghị định 30/2020/NĐ-CP, Phụ lục III, mục II, and what each of them has no place for."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind


class Model(StrEnum):
    """What a text is by the models; the value names it in the matrix of rules and in JSON."""

    RESOLUTION = "1.1"
    DECISION = "1.2"
    """Mẫu 1.2 and 1.3: whether a decision rules by itself or issues another text changes nothing in its layout."""
    NAMED = "1.4"
    LETTER = "1.5"
    TELEGRAM = "1.6"
    INVITATION = "1.7"
    INTRODUCTION = "1.8"
    MINUTES = "1.9"
    LEAVE = "1.10"
    ATTACHED = "1.3 kèm theo"
    """A text that a decision issues."""
    ANNEX = "2.1"
    SLIP = "phiếu"
    """Phiếu gửi, phiếu chuyển, phiếu báo, giấy ủy quyền: kinds of Điều 7 without a model."""
    NONE = "-"
    """None that can be told."""


_BY_NAME: Final[Mapping[str, Model]] = {
    "nghị quyết": Model.RESOLUTION,
    "quyết định": Model.DECISION,
    "công điện": Model.TELEGRAM,
    "giấy mời": Model.INVITATION,
    "giấy giới thiệu": Model.INTRODUCTION,
    "biên bản": Model.MINUTES,
    "giấy nghỉ phép": Model.LEAVE,
    "phiếu gửi": Model.SLIP,
    "phiếu chuyển": Model.SLIP,
    "phiếu báo": Model.SLIP,
    "giấy ủy quyền": Model.SLIP,
}
_BY_KIND: Final[Mapping[ActKind, Model]] = {
    ActKind.DECISION: Model.DECISION,
    ActKind.NAMED: Model.NAMED,
    ActKind.LETTER: Model.LETTER,
    ActKind.ATTACHED: Model.ATTACHED,
    ActKind.OTHER: Model.NONE,
}

ENACTING: Final = frozenset({Model.RESOLUTION, Model.DECISION})
"""They have an authority that decides, legal bases of their own, enacting words and articles."""
PARTS: Final = frozenset({Model.ATTACHED, Model.ANNEX})
"""They belong to a text above them, which is numbered and signed for them."""
OWN: Final = frozenset(Model) - PARTS - {Model.NONE}
"""They are numbered and signed by themselves."""
JUDGED: Final = frozenset(Model) - {Model.NONE}
"""They can be held to rules; forms inside annexes and what cannot be told are held to none."""
TITLED: Final = frozenset(Model) - {Model.LETTER, Model.NONE}
"""They name their kind, or that they are an annex."""
RULED: Final = ENACTING | {Model.NAMED, Model.ATTACHED}
"""A line under the subject is looked for; the other models have it elsewhere, or not at all (minutes)."""

MISSING: Final[Mapping[Model, frozenset[str]]] = {
    Model.INTRODUCTION: frozenset({"subject"}),
    Model.MINUTES: frozenset({"place_date"}),
    Model.LEAVE: frozenset({"subject"}),
    Model.SLIP: frozenset({"subject", "recipients_label"}),
}
"""The main components, by the fields of ``Act``, that a text of a model may do without."""

ABBREVIATIONS: Final[Mapping[str, str]] = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ", "thông cáo": "TC",
    "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr", "kế hoạch": "KH", "phương án": "PA", "đề án": "ĐA",
    "dự án": "DA", "báo cáo": "BC", "biên bản": "BB", "tờ trình": "TTr", "hợp đồng": "HĐ", "công điện": "CĐ",
    "bản ghi nhớ": "BGN", "bản thỏa thuận": "BTT", "giấy ủy quyền": "GUQ", "giấy mời": "GM", "giấy giới thiệu": "GGT",
    "giấy nghỉ phép": "GNP", "phiếu gửi": "PG", "phiếu chuyển": "PC", "phiếu báo": "PB",
}  # fmt: skip
"""The abbreviation of each kind in Phụ lục III, mục I; a letter (công văn) has none."""


def needs_subject(kind: str) -> bool:
    """Tell whether a document says under its kind (giấy nghỉ phép, canonical) what it is about."""
    return "subject" not in MISSING.get(_BY_NAME.get(kind, Model.NAMED), ())


def model_of(act: Act) -> Model:
    """Return the model that a text follows."""
    if act.is_annex:
        return Model.ANNEX
    if act.kind is ActKind.ATTACHED and act.title and not act.name:
        return Model.NONE  # such as the statutes of an association, which a decision approves
    if act.kind in {ActKind.ATTACHED, ActKind.OTHER}:
        return _BY_KIND[act.kind]
    return _BY_NAME.get(act.name, _BY_KIND[act.kind])
