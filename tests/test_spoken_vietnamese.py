"""In Vietnamese no English stands: no word of the catalogue, no code of a kind, status, rule or period, no ISO date.

What is typed stays as it is typed: commands, options and their values (with their words behind them), YAML, file names.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import docx
import pytest

from kshc_cli.messages import speaking
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reports.readings import reading_text
from kshc_cli.reports.terminal import Terminal
from kshc_cli.tracking.office_calendar import OfficeCalendar
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.speaking import english

TODAY = ("--today", "10/7/2026")
TIMES = (
    *("Trong tháng 6 năm 2026", "Trước ngày 30/6/2026", "trước ngày [?] tháng 01 năm 2026", "Định kỳ hằng quý"),
    *("Ngày 15 các tháng 3, 6, 9 và 12", "Trước ngày 20 hằng tháng; thường xuyên", "Thứ hai hằng tuần", "Hằng năm"),
    *("Định kỳ 6 tháng, năm", "Theo định kỳ và đột xuất", "Khi có yêu cầu", "10 ngày làm việc kể từ ngày nhận hồ sơ"),
    *("Thường xuyên trong năm 2026", "Theo Kế hoạch số 208/KH-UBND ngày 14/9/2018", "Chưa đề xuất", "tuần 2 tháng 01"),
    *("Tháng 3; quý III; 6 tháng cuối năm 2026", "Hằng tháng (từ tháng 3 đến tháng 11)", "Ngày 31 hằng tháng"),
)
TASK = (
    '            - {{id: "1.{n}", number: "{n}", content: Việc số {n}, lead: {lead}, coop: {coop}, time: "{time}"}}\n'
)
PLAN = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường Hoa Sen, place: Hoa Sen}
issuance: {number: "3", symbol: KH-UBND, date: 2026-01-05, recipients: ["Lưu: VT."], signature: {lines: [A], name: ~}}
agencies:
  - {id: van-phong, name: Văn phòng}
  - {id: kinh-te, name: Phòng Kinh tế}
  - {id: y-te, name: Trạm Y tế}
  - {id: cac-phong, name: Các phòng, members: [kinh-te, y-te]}
plan:
  subject: Công tác năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      tables:
        - tasks:
""" + "".join(
    TASK.format(n=n, lead=("Văn phòng", "Các phòng", "Ai đó")[n % 3], coop=("Trạm Y tế", "Ban Z")[n % 2], time=time)
    for n, time in enumerate(TIMES, 1)
)
IDS = [f"1.{n}" for n in range(1, len(TIMES) + 1)]
BY = ("--by", "QĐ số 45/QĐ-UBND")

RECORDED = (
    *(["done", "1.1", "--all-units", "--on", "20/6"], ["done", "1.1", "--all-units"], ["done", "1.3", "--all-units"]),
    *(["done", "1.4"], ["done", "1.4", "--all-units"], ["done", "1.4", "--all-units", "--period", "quý I"]),
    *(["done", "1.4", "--all-units", "--period", "quý IV"], ["done", "1.6", "--period", "tháng 13"], ["done", "1.6"]),
    *(["done", "1.7", "--all-units", "--period", "tuần 2"], ["done", "1.11"], ["event", "1.11", "--on", "1/7"]),
    *(["event", "1.11", "--on", "1/7"], ["event", "1.12", "--on", "2/7", "--due", "1/6"], ["event", "1.12"]),
    *(["event", "1.1"], ["done", "1.12", "--all-units"], ["done", "1.19", "--partly", "--period", "tháng 6"]),
    *(
        ["extend", "1.2", "--due", "30/8", *BY],
        ["extend", "1.2", "--due", "1/2", *BY],
        ["extend", "1.2", "--due", "x", *BY],
    ),
    *(["reassign", "1.2", "--to", "van phong", *BY], ["reassign", "1.2", "--to", "van phong", *BY]),
    *(["suspend", "1.5", *BY], ["suspend", "1.5", *BY], ["resume", "1.5"], ["resume", "1.5"], ["done", "9.9"]),
    *(["merge", "1.8", "--into", "1.9", *BY], ["merge", "1.8", "--into", "1.8", *BY], ["cancel", "1.13", *BY]),
    *(["cancel", "1.13", *BY], ["done", "1.13"], ["note", "1.14", "Đã gửi"], ["undo"], ["undo"], ["undo", "abc"]),
    *(["done", "1.2", "--unit", "y te"], ["done", "1.2", "--unit", "zzz"], ["done", "1.2", "--on", "1/12"]),
    *(["done", "1.17", "--period", "quý III", "--on", "1/2"], ["done", "1.2", "--unit", "phong"], ["note", "1.1", " "]),
)
ASKED: tuple[list[str], ...] = (
    *(
        [],
        ["list"],
        ["list", "--status", "xong"],
        ["list", "--kind", "tuần"],
        ["list", "--kind", "giờ"],
        ["list", "--agency", "x"],
        ["log"],
    ),
    *(["due", "--month", "6"], ["due", "--month", "13"], ["due", "--within", "60d"], ["due", "--within", "x"]),
    *(["due", "--from", "1/1", "--to", "31/12"], ["due", "--from", "2/2", "--to", "1/1"], ["due", "--from", "31/2"]),
    *(["due", "--month", "7", "--open"], ["overdue"], ["overdue", "--as-of", "mai"], ["recurring"], ["agencies"]),
    *(["agencies", "--unread"], ["status"], ["status", "--agency", "kinh te"], ["log", "1.1"], ["log", "1.16"]),
    *(["list", "--role", "boss"], ["show", "zz"], ["list", "--agencie", "x"], ["lits"], ["list", "thêm"]),
    *(["validate", "nothing.yaml"], ["fix"], ["fix", "--dry-run"], ["read", ""], ["read", "x", "--year", "12"]),
    *(["render", "docx", "--out", "a.docx"], ["render", "extract", "--all", "--out", "trich"], ["render", "extract"]),
    *(["render", "docx", "--final", "--out", "b.docx"], ["check", "docx", "a.docx"], ["-v", "check", "docx", "a.docx"]),
    *(["check", "docx", "plan.yaml"], ["import", "docx", "a.docx", "--out", "c.yaml"], ["import", "docx", "plan.yaml"]),
    *(["template", "new", "--out", "m.docx"], ["template", "new", "--out", "m.docx"], ["template", "check", "m.docx"]),
    *(["template", "check", "a.docx"], ["render", "docx", "--template", "a.docx"], ["--plan", "x.yaml", "list"]),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a plan that has a time of every kind; kshc speaks Vietnamese."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_LANG", "vi")
    monkeypatch.delenv("KSHC_WHO", raising=False)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_the_search_finds_what_it_looks_for() -> None:
    for line in ("Hạn 2026-06-30", "kỳ 2026-W03", "kỳ 2026-Q2", "loại window", "định kỳ: FREQ=MONTHLY", "the task"):
        assert list(english(line)), line
    typed = "dùng --unread; xem `kshc list`; kshc done 1.2 --on 1/6; lead (chủ trì); time: {kind: window} [unread-time]"
    assert not list(english(typed))


@pytest.mark.parametrize("drawn", [(), ("--color", "always")], ids=["piped", "drawn"])
def test_answers_and_records(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, drawn: Sequence[str]) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    found: list[str] = []
    for arguments in (*RECORDED, *ASKED, *(["show", one] for one in IDS), *(["read", time] for time in TIMES)):
        answer = kshc(*TODAY, *drawn, *arguments)
        refusal = " ".join(answer.err.split()) if answer.status > 1 else answer.err  # broken between words where drawn
        found += [f"{arguments} {line}" for line in english(answer.out + refusal)]
    for arguments in (["list"], ["due", "--month", "6"], ["overdue"], ["recurring"], ["log"]):
        found += [f"{arguments} {line}" for line in english(kshc(*TODAY, *arguments, "--format", "markdown").out)]
    assert not found, "\n".join(found)


def test_every_refusal_begins_as_an_error(kshc: Kshc, folder: Path) -> None:
    """Whoever refuses, kshc or click; findings of a file tell their severity themselves."""
    (folder / "bad.yaml").write_text("schema: kshc/1\na: [", encoding="utf-8")
    refused = (["show"], ["--nothing"], ["fix", "x.yaml"], ["--plan", "bad.yaml", "list"], ["--plan", "x.docx", "fix"])
    seen = 0
    for arguments in (*RECORDED, *ASKED, *refused):
        answer = kshc(*TODAY, *arguments)
        if answer.status > 1:
            seen += 1
            errors = [line for line in answer.err.splitlines() if line.startswith("Lỗi: ")]
            assert errors or ": lỗi: " in answer.out, (arguments, answer)
    assert seen > 40


def test_what_is_wrong_in_a_file_bears_its_name(kshc: Kshc, folder: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Báo cáo")
    document.save(str(folder / "b.docx"))
    (folder / "c.docx").write_bytes(b"PK")
    for name, arguments in (
        ("plan.yaml", ["import", "docx"]),
        ("b.docx", ["import", "docx"]),
        ("c.docx", ["import"]),
        ("c.docx", ["render", "docx", "--template"]),
        ("c.docx", ["render", "pdf", "--template"]),
        ("c.docx", ["render", "extract", "--all", "--template"]),
        ("c.docx", ["render", "extract", "--agency", "kinh te", "--template"]),
        ("c.docx", ["import", "docx", "b.docx", "--like"]),
        ("c.docx", ["list", "--plan"]),
    ):
        answer = kshc(*TODAY, *arguments, name)
        assert answer.status
        assert any(line.startswith("Lỗi: ") and name in line for line in answer.err.splitlines()), (arguments, answer)
    assert kshc("template", "check", "c.docx").out.startswith("c.docx: lỗi: Không dùng được tệp này: ")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_extracts(kshc: Kshc, folder: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """An extract speaks Vietnamese, whatever its user reads; what the log changed stands in it."""
    for arguments in RECORDED:
        kshc(*TODAY, *arguments)
    monkeypatch.setenv("KSHC_LANG", language)
    assert kshc(*TODAY, "render", "extract", "--all", "--out", folder / "trich").status == 0
    files = sorted((folder / "trich").glob("*.docx"))
    assert len(files) == 3
    for file in files:
        document = docx.Document(str(file))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        found = list(english("\n".join([*(one.text for one in document.paragraphs), *cells])))
        assert not found, found


def test_the_plan_of_sa_dec(kshc: Kshc, folder: Path) -> None:
    (folder / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    tasks = re.findall(r" id: (\d[\d.]+)", (folder / "plan.yaml").read_text(encoding="utf-8"))
    found: list[str] = []
    for arguments in (*ASKED, *(["show", one] for one in tasks)):
        answer = kshc("--today", "10/7/2024", *arguments)
        found += [f"{arguments} {line}" for line in english(answer.out + answer.err)]
    assert len(tasks) > 30
    assert not found, "\n".join(found)


def test_every_phrase_that_tests_know() -> None:
    office = OfficeCalendar(2026, None)
    phrases = (ROOT / "tests" / "reading" / "phrases.tsv").read_text(encoding="utf-8").splitlines()
    with speaking("vi"):
        for phrase in (line.split("\t")[0] for line in phrases):
            reading = read_time(phrase, year=2026)
            told = reading_text(reading, Terminal(), office=office, today=date(2026, 1, 1))
            ours = "\n".join(line.partition("←")[0] for line in told.splitlines() if "chưa đọc được" not in line)
            assert not list(english(ours)), phrase


EXAMPLE_FILES = sorted(str(path.relative_to(EXAMPLES)) for path in EXAMPLES.rglob("*.yaml"))


@pytest.mark.parametrize("name", EXAMPLE_FILES)
def test_findings(kshc: Kshc, name: str) -> None:
    """Sentences only, but about what must be typed as a code: remedies tell what to type, too."""
    answer = kshc("validate", EXAMPLES / name)
    sentences = re.findall(r": (?:lỗi|cảnh báo): (.*)", answer.out.replace(" # <- here", ""))
    assert sentences or not answer.status
    ours = (re.sub("“[^”]*”", "", one) for one in sentences if not one.endswith(("[bad-rrule]", "[date-format]")))
    assert not list(english("\n".join(ours)))
