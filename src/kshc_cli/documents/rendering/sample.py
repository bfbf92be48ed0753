"""Small plans that have everything a document can show: templates are tried with them, fields explained by them."""

from datetime import date
from typing import Final

from kshc_cli.compare.difference import differences
from kshc_cli.compare.values import Difference
from kshc_cli.dataclass import replace
from kshc_cli.plan.model import Plan
from kshc_cli.query.extract import Extract, extracts
from kshc_cli.query.following import Following
from kshc_cli.query.period_report import Compared, Earlier, Figures, Period, PeriodReport, period_report
from kshc_cli.query.reminder import Reminder, reminder_of
from kshc_cli.reading.tasks import read_plan
from kshc_cli.tracking.office_calendar import office_calendar

_COLUMNS: Final = [
    {"role": "number", "header": "STT", "width": 6},
    {"role": "content", "header": "Nội dung công việc", "width": 34},
    {"role": "lead", "header": "Chủ trì", "width": 20},
    {"role": "other", "key": "kinh-phi", "header": "Kinh phí", "width": 10},
    {"role": "result", "header": "Sản phẩm", "width": 20},
    {"role": "time", "header": "Thời gian", "width": 20},
]
_TASK: Final = {
    "id": "1.1.1",
    "number": "1.1",
    "content": "- Rà soát thủ tục hành chính;\n- Báo cáo kết quả <05 bản>.",
    "lead": "Văn phòng HĐND&UBND",
    "result": "Báo cáo",
    "time": "Trong tháng 6 năm 2026",
    "others": {"kinh-phi": "Ngân sách xã"},
}
_SIGNED: Final = {
    "number": "05",
    "date": "2026-01-09",
    "recipients": ["Như Điều 2;", "Lưu: VT, VP."],
    "signature": {"lines": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "name": "Trần Thị Bình"},
}
_DECISION: Final = {
    "symbol": "QĐ-UBND",
    "subject": "Ban hành Kế hoạch kiểm soát thủ tục hành chính năm 2026",
    "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA BÌNH",
    "bases": ["Căn cứ Luật Tổ chức chính quyền địa phương;", "Theo đề nghị của Chánh Văn phòng HĐND&UBND."],
    "articles": ["Điều 1. Ban hành Kế hoạch kèm theo.\nKế hoạch có <03> phần.", "Điều 2. Tổ chức thực hiện./."],
}


_TABLES: Final = [
    {"heading": "1. Rà soát", "groups": [{"heading": "1. Về rà soát", "tasks": [_TASK]}]},
    {"tasks": [_TASK | {"id": "2.0.1", "number": "1", "result": None}]},
]
_SECTIONS: Final = [
    {"tables": _TABLES},
    {"heading": "II. TỔ CHỨC THỰC HIỆN", "paragraphs": ["Văn phòng HĐND&UBND theo dõi./."]},
    {"heading": "Phụ lục I\nDANH MỤC BÁO CÁO\n(Kèm theo Kế hoạch kiểm soát thủ tục hành chính năm 2026)"},
]
_ALONE: Final = {
    "subject": "Kiểm soát thủ tục hành chính năm 2026",
    "columns": _COLUMNS,
    "sections": _SECTIONS,
}
_ATTACHED: Final = {
    "reference": "(Kèm theo Quyết định số {number} {date} của Ủy ban nhân dân xã Hòa Bình)",
    "preamble": ["Thực hiện Nghị định số 63/2010/NĐ-CP, Ủy ban nhân dân xã ban hành Kế hoạch như sau:"],
    "sections": [{"heading": "I. NỘI DUNG", "tables": _TABLES}, *_SECTIONS],
}
_QUARTER: Final = "trong quý II năm 2026"
_BODY: Final = "van-phong"
_PLAN: Final[dict[str, object]] = {
    "schema": "kshc/1",
    "year": 2026,
    "issuer": {
        "name": "Ủy ban nhân dân xã Hòa Bình",
        "parent": "Ủy ban nhân dân tỉnh Đồng Tháp",
        "place": "Hòa Bình",
    },
    "agencies": [{"id": _BODY, "name": "Văn phòng HĐND&UBND"}],
}


def sample_plan() -> Plan:
    """Return a plan that a decision issues; its words hold signs that XML would take for its own."""
    return Plan.model_validate({**_PLAN, "decision": _SIGNED | _DECISION, "plan": _ALONE | _ATTACHED})


def sample_plan_alone() -> Plan:
    """Return a plan issued by itself, without preamble, its first section without heading."""
    return Plan.model_validate({**_PLAN, "issuance": _SIGNED | {"symbol": "KH-UBND"}, "plan": _ALONE})


def sample_extract() -> Extract:
    """Return what the plan with a decision wants of its body."""
    (extract,) = extracts(_followed(date(2026, 1, 1)), [_BODY], role="any")
    return extract


def sample_reminder(*, late: bool = True) -> Reminder:
    """Return what the body owes of that plan, late or due soon."""
    following = _followed(date(2026, 7, 2) if late else date(2026, 6, 25))
    return reminder_of(following, _BODY, date(2026, 7, 9))


def sample_amendment() -> tuple[Plan, Plan, tuple[Difference, ...]]:
    """Return that plan, the same with another time of its task, and what differs."""
    old, task = sample_plan(), _TASK | {"time": "Trong tháng 7 năm 2026"}
    first = {"heading": "1. Rà soát", "groups": [{"heading": "1. Về rà soát", "tasks": [task]}]}
    sections = [{"heading": "I. NỘI DUNG", "tables": [first, _TABLES[1]]}, *_SECTIONS]
    new = Plan.model_validate(
        {**_PLAN, "decision": _SIGNED | _DECISION, "plan": {**_ALONE, **_ATTACHED, "sections": sections}}
    )
    return old, new, differences(old, new).differences


def sample_report() -> PeriodReport:
    """Return what a report tells of that plan at the end of a quarter."""
    period = Period(_QUARTER, "2026-Q2", date(2026, 4, 1), date(2026, 6, 30))
    report = period_report(_followed(period.last), period)
    before = Figures(in_time=2, too_late=1, running=0, late=0, undated=0)
    sections = tuple(Compared(name, before, figures) for name, figures in report.sections)
    earlier = Earlier(2025, date(2025, 4, 1), date(2025, 6, 30), is_kept=True, figures=before, sections=sections)
    return replace(report, is_kept=True, earlier=earlier)


def _followed(day: date) -> Following:
    plan = sample_plan()
    return Following(read_plan(plan), office_calendar(plan), day)
