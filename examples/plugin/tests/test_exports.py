"""The output, given the duties of a plan that kshc reads."""

from datetime import date
from pathlib import Path

from kshc_office_rules.exports import meeting

from kshc_cli import load, rows

PLAN = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường A, place: A}
issuance:
  number: "12"
  symbol: KH-UBND
  date: 2026-01-12
  signature: {lines: [CHỦ TỊCH], name: Trần Thị Bình}
  recipients: ["Lưu: VT."]
agencies:
  - {id: van-phong, name: Văn phòng}
plan:
  subject: Công tác năm 2026
  sections:
    - heading: I. NỘI DUNG
      tables:
        - columns:
            - {role: number, header: TT, width: 30}
            - {role: content, header: Nội dung, width: 30}
            - {role: lead, header: Chủ trì, width: 30}
            - {role: time, header: Thời gian, width: 30}
          groups:
            - heading: 1. Báo cáo
              tasks:
                - {id: "1.1", number: "1", content: Báo cáo, lead: Văn phòng, time: Trước ngày 20 tháng 6}
"""


def test_a_line_has_the_day_the_task_and_the_body(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    plan = load(tmp_path / "plan.yaml")
    assert meeting(rows(plan, as_of=date(2026, 1, 1))) == "20/06/2026 1.1 van-phong\n"
