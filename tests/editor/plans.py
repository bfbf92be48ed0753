"""A small plan with a log, and places in it named by the words that stand there."""

from datetime import date
from pathlib import Path

from kshc_cli.editor.fields import Fields
from kshc_cli.editor.texts import Texts
from kshc_cli.workspace import schema_bytes

PLAN = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường Hoa Sen, place: Hoa Sen}
issuance: {symbol: KH-UBND, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}
agencies:
  - id: van-phong
    name: Văn phòng HĐND và UBND
  - {id: cong-an, name: Công an phường, aliases: [CAP]} # 😀 một biểu tượng
  - id: khu-pho
    name: Các khu phố
    members: [kp1, kp2]
  - {id: kp1, name: Khu phố 1}
  - {id: kp2, name: Khu phố 2}
plan:
  subject: Kiểm soát thủ tục hành chính năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      tables:
        - heading: 1. Rà soát
          tasks:
            - id: "1"
              number: "1"
              content: Rà soát thủ tục
              lead: Văn phòng HĐND và UBND
              coop: Công an phường, Các khu phố
              time: Trong tháng 6 năm 2026
            - id: r.2
              number: "2"
              content: Báo cáo
              lead: {text: Bộ phận một cửa, agencies: [van-phong]}
              time: Quý I
    - heading: II. TỔ CHỨC
      paragraphs:
        - Giao Công an phường theo dõi./.
"""
LOG = """\
schema: kshc-progress/1
entries:
- {date: 2026-06-03, what: note, task: "1", note: đã gửi, entered: 2026-06-03, id: e1}
- {date: 2026-06-04, what: done, task: "1", unit: van-phong, entered: 2026-06-04, id: e2}
"""
DAY = date(2026, 6, 20)


def texts(plan: str = PLAN, log: str | None = LOG) -> Texts:
    """Return a plan and log that are being written."""
    return Texts(plan, log, DAY)


def at(words: str, text: str = PLAN, behind: int = 0) -> int:
    """Return the offset of the bar in words of a text: ``at("lead: Văn| phòng")``; ``behind`` other words like them."""
    before, _bar, after = words.partition("|")
    start = -1
    for _time in range(behind + 1):
        start = text.index(before + after, start + 1)
    return start + len(before)


def fields(kind: str = "plan", language: str = "vi") -> Fields:
    """Return the fields of a kind of files."""
    return Fields(schema_bytes(kind, language))


def path_of(folder: Path) -> Path:
    """Write the plan and its log to a folder; return the plan's path."""
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "progress.yaml").write_text(LOG, encoding="utf-8")
    return folder / "plan.yaml"
