"""Who decides that a plan is amended, as the line below the decision's name says it (Nghị định 30/2020/NĐ-CP, Mẫu 1.3).

It is the head of the body, or the body where it decides together. What neither the plan's own decision nor its
signature says stays blank.
"""

from typing import Final
from unicodedata import normalize

from kshc_cli.documents.rendering.words import shown
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import BLANK
from kshc_cli.reading.folding import canonical

_INSTEAD: Final = lazy_pattern(r"(?:(?:KT|Q)\.\s*)+")
"""What stands before the office of who is stood in for, or of who holds it for a while."""
_TOGETHER: Final = lazy_pattern(r"T/?M\.\s*(.+)")
_SUFFIXED: Final = lazy_pattern(r"(.+) trưởng")
"""A head called after the body, which comes first: Cục trưởng."""
_PREFIXED: Final = lazy_pattern(r"(?:trưởng|chánh) (.+)")
"""A head called after the body, which comes last: Trưởng phòng, Chánh Văn phòng."""
_HEADS: Final = {
    "chủ tịch": ("ủy ban", "hội đồng", "hội", "liên đoàn", "liên minh", "liên hiệp"),
    "giám đốc": (
        *("sở", "trung tâm", "bệnh viện", "công an", "ban quản lý", "bảo hiểm xã hội", "kho bạc", "học viện"),
        *("đại học", "bảo tàng", "thư viện", "nhà hát", "công ty", "văn phòng đăng ký"),
    ),
    "hiệu trưởng": ("trường", "đại học"),
    "chủ nhiệm": ("ủy ban",),
}
"""What the bodies are called that have a head of each name."""


def authority_of(plan: Plan) -> str:
    """Return who decides, in capitals: as the plan's decision says, else as its signature does; a blank otherwise."""
    if plan.decision:
        return shown(plan.decision.authority)
    name = " ".join(shown(plan.issuer.name).split())
    first = " ".join(shown(plan.act.signature.lines[0]).split())
    if together := _TOGETHER.match(first):
        return name.upper() if _begins(canonical(name), canonical(together[1])) else BLANK
    office = _INSTEAD.sub("", first, count=1)
    return _headed(name, office) or BLANK


def _begins(name: str, said: str) -> bool:
    """Tell whether a name begins with what is said, whose first word may stand for the first letters of several."""
    short, _space, rest = said.partition(" ")
    words = name.split()
    length = len(short)
    if "".join(normalize("NFD", word)[0] for word in words[:length]) == short:
        said = " ".join((*words[:length], rest)).strip()
    return f"{name} ".startswith(f"{said} ")


def _headed(name: str, office: str) -> str:
    """Return an office with the name of its body, in capitals; nothing where its head is called otherwise."""
    head, body = canonical(office), canonical(name)
    if f"{body} ".startswith(f"{head} ") and (head in _HEADS or _PREFIXED.fullmatch(head) or _SUFFIXED.fullmatch(head)):
        return name.upper()  # who issues it is called by the office itself: Chủ tịch Ủy ban nhân dân tỉnh
    if (prefixed := _PREFIXED.fullmatch(head)) and f"{body} ".startswith(f"{canonical(prefixed[1])} "):
        return f"{office}{name[len(prefixed[1]) :]}".upper()
    suffixed = _SUFFIXED.fullmatch(head)
    kinds = _HEADS.get(head) or ((canonical(suffixed[1]),) if suffixed else ())
    return f"{office} {name}".upper() if any(f"{body} ".startswith(f"{kind} ") for kind in kinds) else ""
