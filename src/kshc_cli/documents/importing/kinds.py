"""What a document is by its title and words: whether its paragraphs may hand out duties at all."""

import re
from collections.abc import Iterable
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.importing.words import lines_of, running, typed
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.reading.folding import fold

_HANDING_OUT: Final = frozenset(("chỉ thị", "thông báo", "kết luận", "công điện", "nghị quyết"))
"""Kinds of documents, beside letters, whose sentences give out duties."""
_PLANNING: Final = frozenset(("kế hoạch", "chương trình", "phương án", "đề án"))
"""Kinds of documents that plan, perhaps in sentences alone."""
_EVENT: Final = r"(?:hoi nghi|hoi thao|hop|cuoc hop|phien hop|ky hop|buoi|le|toa dam|dai hoi|tap huan)"
_TELLING: Final = re.compile(
    r"(?:phieu|bao cao|to trinh|giay moi|bien ban|dieu le|luat|bo luat|phap lenh|nghi dinh|thong tu|hop dong)\b"
    rf"|(?:chuong trinh|kich ban|lich)\s+(?:(?:chi tiet|du kien|to chuc)\s+)?{_EVENT}\b"
)
"""How titles begin of forms, reports, statutes, and programmes of meetings."""
_UPWARDS: Final = re.compile(r"\bkính (?:báo cáo|trình)\b", re.IGNORECASE)
"""What a letter says that goes to those above: it hands out nothing."""

_ADDRESS: Final = re.compile(r"\s*kính gửi\s*:?", re.IGNORECASE)


def hands_out(act: Act) -> bool:
    """Tell whether a document is of a kind that hands out duties and does nothing else."""
    return act.kind is ActKind.LETTER or act.name in _HANDING_OUT


def may_plan(act: Act) -> bool:
    """Tell whether a document's sentences may give out duties without a table or labels."""
    return hands_out(act) or act.name in _PLANNING


def title_of_telling(act: Act | None) -> str:
    """Return the title of a text that gives nobody a duty, whatever its paragraphs look like; empty for others."""
    title = running((*act.title, *act.subject)) if act else ""
    return running(act.title or act.subject[:1]) if act and _TELLING.match(fold(title)) else ""


def goes_upwards(act: Act | None, paragraphs: Iterable[Paragraph]) -> bool:
    """Tell whether a text is a letter that reports to those above."""
    is_letter = act is not None and act.kind is ActKind.LETTER
    return is_letter and any(_UPWARDS.search(lines_of((one,))) for one in paragraphs)


def articles_of(act: Act | None) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a decision's articles; none of another text."""
    if act is None or act.kind is not ActKind.DECISION:
        return ()
    return tuple(block for block in act.content if isinstance(block, Paragraph))


def addressed_by(act: Act | None) -> tuple[str, ...]:
    """Return whom a letter goes to, as it names them: Kính gửi: Phòng Kinh tế; Công an xã."""
    if act is None or act.kind is not ActKind.LETTER:
        return ()
    lines = (line for paragraph in act.addressees for line in typed(paragraph).split("\n"))
    words = (_ADDRESS.sub("", line) for line in lines)
    return tuple(name for line in words for one in line.split(";") if (name := one.strip(" -–+*.,:")))
