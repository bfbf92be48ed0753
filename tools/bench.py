"""Measures kshc as a user starts it: whole processes, in turns, as ratios of one run.

Ratios of computing time hold where milliseconds drift, on a busy machine too. Each command runs several times,
interleaved with the others; the median counts. Only where it is said are answers remembered. ``--write`` keeps README's
table in ``docs/speed.tsv``.
"""

import argparse
import csv
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from typing import Final

import pyarrow as pa
from docxtpl import DocxTemplate
from icalendar import Calendar, Component
from jinja2 import Environment
from openpyxl import load_workbook
from pyarrow import parquet
from xlsxwriter import Workbook as XlsxWorkbook

from kshc_cli.compare.values import Comparison
from kshc_cli.desk.comparing import comparison
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import TemplateForm
from kshc_cli.documents.rendering.words import printed
from kshc_cli.editor.completion import completions
from kshc_cli.editor.diagnostics import diagnostics
from kshc_cli.editor.fields import Fields
from kshc_cli.editor.hover import hover
from kshc_cli.editor.symbols import symbols
from kshc_cli.editor.texts import Texts
from kshc_cli.plan.model import Agency, Plan
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reading.times.reader import read_time
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.workspace import progress_path, schema_bytes, template_bytes
from tools import tables

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "plan.yaml"
PHRASES = ROOT / "tests" / "reading" / "phrases.tsv"
SCHEMA = ROOT / "schemas" / "plan.schema.json"


_ROWS_ON_200_PAGES = 1_680
"""Rows of ``large_plan`` that LibreOffice lays out on 200 pages, those of the plan itself included."""


@dataclass
class Contender:
    """A command and the seconds of computing that its runs took."""

    name: str
    command: list[str]
    variables: Mapping[str, str] = field(default_factory=lambda: {"KSHC_CACHE": "0"})
    seconds: list[float] = field(default_factory=list)
    megabytes: int = 0
    """The most memory that a run took."""

    def run(self) -> None:
        """Run it once more."""
        process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT,
            env={**os.environ, "KSHC_LANG": "en", **self.variables},
        )  # fmt: skip
        _process, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds.append(used.ru_utime + used.ru_stime)
        self.megabytes = max(self.megabytes, used.ru_maxrss // 1024)

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)


def _installed(command: str) -> str:
    """Return the command that was installed beside this Python, as users call it."""
    return str(Path(sys.executable).with_name(command))


def kshc(name: str, *arguments: str | Path) -> Contender:
    """Make a contender of a kshc command line."""
    return Contender(name, [_installed("kshc"), *map(str, arguments)])


def check_jsonschema(name: str, plan: Path) -> Contender:
    """Make a contender of the independent validator."""
    return Contender(name, [_installed("check-jsonschema"), "--schemafile", str(SCHEMA), str(plan)])


def large_plan(tasks: int) -> str:
    """Return the project's plan with its second table grown to ``tasks`` rows, in groups of 50."""
    text = PLAN.read_text(encoding="utf-8")
    head, mark, rest = text.partition("        - heading: 3. Truyền thông về hoạt động KSTTHC.\n")
    if not mark:
        raise SystemExit("plan.yaml has no third table to grow before")
    table = "        - heading: 9. Bảng sinh ra để đo.\n          groups:\n"
    groups = "".join(_group(number, min(50, tasks - 50 * number)) for number in range(-(-tasks // 50)))
    return head + table + groups + mark + rest


def _group(number: int, size: int) -> str:
    times = (
        "Trong tháng 6 năm 2024",
        "Thường xuyên",
        "Từ tháng 02 đến tháng 6 năm 2024",
        "Khi có yêu cầu",
        "Tháng 12/2024",
    )
    rows = "".join(
        f"""                - id: "9.{number + 1}.{row + 1}"
                  number: "{number + 1}.{row + 1}"
                  content: Nhiệm vụ thứ {row + 1} của nhóm {number + 1} về cải cách thủ tục hành chính
                  lead: Văn phòng HĐND&UBND Thành phố
                  coop: Các phòng, ban chuyên môn Thành phố và UBND các xã, phường
                  result: Báo cáo kết quả thực hiện
                  time: {times[row % len(times)]}
"""
        for row in range(size)
    )
    return f"            - heading: {number + 1}. Nhóm {number + 1}.\n              tasks:\n{rows}"


def measured(contenders: Sequence[Contender], rounds: int) -> None:
    """Run all contenders in turns, after one round that does not count."""
    for contender in contenders:
        contender.run()
        contender.seconds.clear()
    for _round in range(rounds):
        for contender in contenders:
            contender.run()


def table(title: str, contenders: Sequence[Contender], unit: Contender) -> None:
    """Print the medians as multiples of ``unit``."""
    print(f"\n{title} (1.0 = {unit.name})")
    for contender in contenders:
        print(f"  {contender.name:<34} {contender.median / unit.median:8.2f}")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rounds: int = asked.rounds
    with tempfile.TemporaryDirectory() as name:
        summary = starts(Path(name), rounds)
        if asked.write:
            write(summary)
        small(Path(name), rounds)
        growth(Path(name), max(3, rounds // 2))
        checking(Path(name), max(3, rounds // 2))
        recording(Path(name), max(3, rounds // 2))
        masses(Path(name), max(3, rounds // 3))
        exporting(Path(name), max(3, rounds // 2))
        workbooks(Path(name), max(3, rounds // 2))
        pages(Path(name), max(3, rounds // 2))

        tabling(Path(name), max(3, rounds // 2))
        fleets(Path(name), max(3, rounds // 2))
    readers(rounds)
    editing(max(3, rounds // 2))
    comparing(max(3, rounds // 2))
    documents(max(3, rounds // 2))
    print(f"\npeak memory of the largest child: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


def starts(folder: Path, rounds: int) -> dict[tuple[str, str], float]:
    """Measure the questions, asked for the first time and again; return the starts of a bare Python that they take.

    The keys are the plan and the command.
    """
    bare = Contender("python -c pass", [sys.executable, "-c", "pass"])
    large = folder / "plan-large.yaml"
    large.write_text(large_plan(10_000), encoding="utf-8")
    contenders: dict[tuple[str, str], Contender] = {}
    for size, plan in (("34 tasks", PLAN), ("10,000 tasks", large)):
        here = ("--plan", plan)
        questions = (
            *(("list", *here), ("due", "--month", "6", *here), ("overdue", *here), ("status", *here)),
            *(("show", "1.2.2", *here), ("validate", plan)),
        )
        for words in questions:
            contenders[size, _called(words)] = kshc(f"{_called(words)}, {size}", *words)
        contenders[size, "check-jsonschema"] = check_jsonschema(f"check-jsonschema, {size}", plan)
        for words in questions:
            again = kshc(f"{_called(words)}, {size}, asked again", *words)
            again.variables = {"XDG_CACHE_HOME": str(folder / "cache")}
            contenders[f"{size}, asked again", _called(words)] = again
    measured([bare, *contenders.values()], rounds)
    table("README", list(contenders.values()), bare)
    return {place: contender.median / bare.median for place, contender in contenders.items()}


def _called(words: Sequence[str | Path]) -> str:
    """Return what a question is called in README, as somebody may type it."""
    return " ".join(("kshc", *map(str, words[: 2 if words[0] == "show" else 1])))


def write(summary: Mapping[tuple[str, str], float]) -> None:
    """Keep what ``starts`` has found, and renew README's table."""
    with (tables.FOLDER / "speed.tsv").open("w", encoding="utf-8", newline="") as stream:
        lines = csv.writer(stream, delimiter="\t", lineterminator="\n")
        lines.writerow(("plan", "command", "starts"))
        lines.writerows((*place, f"{times:.2f}") for place, times in summary.items())
    tables.renew()


def small(folder: Path, rounds: int) -> None:
    """Measure the commands on the real plan of 34 tasks."""
    bare = Contender("python -c pass", [sys.executable, "-c", "pass"])
    validate = kshc("kshc validate", "validate", PLAN)
    other = check_jsonschema("check-jsonschema", PLAN)
    contenders = [
        bare,
        Contender("import kshc_cli", [sys.executable, "-c", "import kshc_cli"]),
        Contender("from kshc_cli import load", [sys.executable, "-c", "from kshc_cli import load"]),
        kshc("kshc --version", "--version"),
        kshc("kshc --help", "--help"),
        kshc("kshc list", "list", "--plan", PLAN),
        kshc("kshc list, drawn", "list", "--plan", PLAN, "--color", "always"),
        kshc("kshc due --month 6", "due", "--month", "6", "--plan", PLAN),
        validate,
        kshc("kshc render docx", "render", "docx", "--plan", PLAN, "--out", folder / "bench.docx"),
        other,
    ]
    measured(contenders, rounds)
    table("34 tasks", contenders, bare)
    print(f"  check-jsonschema takes {other.median / validate.median:.1f} times as long as kshc validate")


def growth(folder: Path, rounds: int) -> None:
    """Measure how the commands grow with the plan."""
    paths = {size: folder / f"plan-{size}.yaml" for size in (1_000, 10_000)}
    for size, path in paths.items():
        path.write_text(large_plan(size), encoding="utf-8")
    contenders = {
        (name, size): kshc(f"kshc {name}, {size:,} tasks", *words)
        for size, path in paths.items()
        for name, words in (("validate", ("validate", path)), ("list", ("list", "--plan", path)))
    }
    others = {size: check_jsonschema(f"check-jsonschema, {size:,} tasks", path) for size, path in paths.items()}
    measured([*contenders.values(), *others.values()], rounds)
    unit = contenders["validate", 1_000]
    table("Growth", [*contenders.values(), *others.values()], unit)
    ratio = others[10_000].median / contenders["validate", 10_000].median
    print(f"  check-jsonschema takes {ratio:.1f} times as long as kshc validate on 10,000 tasks")
    for name in ("validate", "list"):
        steps = contenders[name, 10_000].median / contenders[name, 1_000].median
        print(f"  kshc {name}: 10 times the tasks take {steps:.1f} times as long")


def fleets(folder: Path, rounds: int) -> None:
    """Measure many plans, each of an office of its own, by the CPU of all processes: the first time and once more."""
    text = PLAN.read_text(encoding="utf-8")
    print("\nMany plans, CPU of all processes (1.0 = the same of one plan)")
    for count in (200, 2_000):
        place = folder / f"plans-{count}"
        for number in range(count):
            plan = place / f"{number:04}" / "plan.yaml"
            plan.parent.mkdir(parents=True)
            month = f"Trong tháng {number % 12 + 1} năm 2024"
            plan.write_text(
                text.replace("Sa Đéc", f"Sa Đéc {number}").replace("Trong tháng 6 năm 2024", month), encoding="utf-8"
            )
        cold, warm = os.environ | {"KSHC_CACHE": "0"}, os.environ | {"XDG_CACHE_HOME": str(folder / f"cache-{count}")}
        one = statistics.median(
            _children_cpu(["validate", str(place / "0000" / "plan.yaml")], cold) for _ in range(rounds)
        )
        first = _children_cpu(["validate", str(place)], cold)
        _children_cpu(["validate", str(place)], warm)
        again = _children_cpu(["validate", str(place)], warm)
        (place / "0000" / "plan.yaml").write_text(text, encoding="utf-8")
        changed = _children_cpu(["validate", str(place)], warm)
        print(f"  validate {count:,} plans {first / one:8.2f}")
        print(f"    once more {again / one:.2f}, once more after one has changed {changed / one:.2f}")
        new, known = (1000 * (cpu - one) / count for cpu in (first, changed))
        print(f"    a plan, beside the start: {new:.1f} ms, one that is known {known:.2f} ms")


def _children_cpu(arguments: list[str], environment: dict[str, str]) -> float:
    """Return the seconds of CPU of a run of kshc and of all processes that it began."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "kshc_cli", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def recording(folder: Path, rounds: int) -> None:
    """Measure the recording of an entry, and what is overdue, with a log of 10 and of 10,000 entries."""
    contenders: dict[tuple[str, int], Contender] = {}
    for entries in (10, 10_000):
        plan = folder / f"plan-log-{entries}.yaml"
        plan.write_text(PLAN.read_text(encoding="utf-8"), encoding="utf-8")
        progress_path(plan).write_text(large_log(entries), encoding="utf-8")
        for name, words in (("note", ("note", "1.2.2", "x")), ("overdue", ("overdue", "--as-of", "2024-07-15"))):
            contenders[name, entries] = kshc(f"kshc {name}, {entries:,} entries", *words, "--plan", plan)
    measured(list(contenders.values()), rounds)
    table("The progress log", list(contenders.values()), contenders["note", 10])
    for name in ("note", "overdue"):
        steps = contenders[name, 10_000].median / contenders[name, 10].median
        print(f"  kshc {name}: 1,000 times the entries take {steps:.1f} times as long")


def large_log(entries: int) -> str:
    """Return a progress log with so many entries, about all tasks of the project's plan."""
    tasks = [placed.task.id for placed in placed_tasks(_plan(PLAN.read_bytes()))]
    lines = (
        f"- {{date: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}, what: note, task: {tasks[number % len(tasks)]}, "
        f"note: Ghi chú {number}, entered: 2024-12-31, id: e{number:06}}}"
        for number in range(entries)
    )
    return "\n".join(("schema: kshc-progress/1", "entries:", *lines, ""))


def masses(folder: Path, rounds: int) -> None:
    """Measure what a log of 50,000 and of 100,000 entries costs, and a document of 10,000 and of 20,000 rows."""
    bare = Contender("python -c pass", [sys.executable, "-c", "pass"])
    logs = [_on_a_log(folder, entries) for entries in (50_000, 100_000)]
    rows = [_on_a_document(folder, count) for count in (10_000, 20_000)]
    contenders = [contender for size in (*logs, *rows) for contender in size]
    measured([bare, *contenders], rounds)
    table("Long logs and documents", contenders, bare)
    for once, twice in (*zip(*logs, strict=True), *zip(*rows, strict=True)):
        growth_of = twice.median / once.median
        print(f"  {once.name}: {once.megabytes} MB at most; twice as many: {growth_of:.1f} times, {twice.megabytes} MB")


def _on_a_log(folder: Path, entries: int) -> list[Contender]:
    plan = folder / f"plan-{entries}-entries.yaml"
    plan.write_bytes(PLAN.read_bytes())
    progress_path(plan).write_text(large_log(entries), encoding="utf-8")
    asked = ("status",), ("done", "1.2.2", "--on", "2024-06-28", "--dry-run"), ("log",), ("validate",)
    return [kshc(f"kshc {words[0]}, {entries:,} entries", *words, "--plan", plan) for words in asked]


def _on_a_document(folder: Path, count: int) -> list[Contender]:
    plan, document, out = (folder / f"rows-{count}.{end}" for end in ("yaml", "docx", "out"))
    plan.write_text(large_plan(count), encoding="utf-8")
    asked = (
        ("render", "docx", "--plan", plan, "--out", document),
        ("check", "docx", document),
        ("import", "docx", document, "--out", out, "--force"),
    )
    return [kshc(f"kshc {words[0]} docx, {count:,} rows", *words) for words in asked]


def exporting(folder: Path, rounds: int) -> None:
    """Measure the export of calendars beside the library alone, which writes the same events in this process."""
    sizes = (34, 1_000, 10_000)
    contenders: dict[int, Contender] = {}
    for size in sizes:
        plan, target = folder / f"calendar-{size}.yaml", folder / f"calendar-{size}.ics"
        plan.write_text(PLAN.read_text(encoding="utf-8") if size == sizes[0] else large_plan(size), encoding="utf-8")
        words = ("export", "ics", "--plan", plan, "--out", target)
        contenders[size] = kshc(f"kshc export ics, {size:,} tasks", *words)
    measured([*contenders.values()], rounds)
    table("Calendars", [*contenders.values()], contenders[sizes[0]])
    for size, contender in contenders.items():
        written = Calendar.from_ical((folder / f"calendar-{size}.ics").read_bytes())
        alone = _cpu_seconds(rounds, partial(bare_icalendar, written))
        events = len(written.subcomponents)
        print(
            f"  {size:,} tasks, {events:,} events: {contender.median / alone:.1f} times as long as icalendar alone, "
            f"{contender.megabytes} MB at most"
        )
    for few, many in pairwise(sizes[1:]):
        steps = contenders[many].median / contenders[few].median
        print(f"  kshc export ics: {many // few} times the tasks take {steps:.1f} times as long")


def workbooks(folder: Path, rounds: int) -> None:
    """Measure the export of workbooks beside the library alone, which writes the same cells in this process."""
    sizes = (34, 1_000, 10_000)
    contenders: dict[int, Contender] = {}
    for size in sizes:
        plan, target = folder / f"workbook-{size}.yaml", folder / f"workbook-{size}.xlsx"
        plan.write_text(PLAN.read_text(encoding="utf-8") if size == sizes[0] else large_plan(size), encoding="utf-8")
        words = ("export", "xlsx", "--plan", plan, "--out", target)
        contenders[size] = kshc(f"kshc export xlsx, {size:,} tasks", *words)
    measured([*contenders.values()], rounds)
    table("Workbooks", [*contenders.values()], contenders[sizes[0]])
    for size, contender in contenders.items():
        written = load_workbook(folder / f"workbook-{size}.xlsx")
        sheets = [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in written.worksheets]
        alone = _cpu_seconds(rounds, partial(bare_xlsxwriter, sheets))
        cells = sum(len(row) for rows in sheets for row in rows)
        print(
            f"  {size:,} tasks, {cells:,} cells: {contender.median / alone:.1f} times as long as XlsxWriter alone, "
            f"{contender.megabytes} MB at most"
        )
    for few, many in pairwise(sizes[1:]):
        steps = contenders[many].median / contenders[few].median
        print(f"  kshc export xlsx: {many // few} times the tasks take {steps:.1f} times as long")


def bare_xlsxwriter(sheets: Sequence[Sequence[Sequence[object]]]) -> bytes:
    """Write cells with XlsxWriter and nothing else, each with the one format that shows what it holds."""
    stream = BytesIO()
    with XlsxWorkbook(stream, {"in_memory": True, "strings_to_urls": False}) as workbook:
        words, days = workbook.add_format({"text_wrap": True}), workbook.add_format({"num_format": "dd/mm/yyyy"})
        for rows in sheets:
            sheet = workbook.add_worksheet()
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    sheet.write(number, place, value, days if isinstance(value, date) else words)
    return stream.getvalue()


def bare_icalendar(written: Component) -> bytes:
    """Make the same calendar anew with icalendar and nothing else, and write it."""
    data: bytes = _copied(written).to_ical(sorted=False)
    return data


def _copied(written: Component) -> Component:
    made = type(written)()
    for name, value in written.items():
        made.add(name, value)
    for part in written.subcomponents:
        made.add_component(_copied(part))
    return made


def pages(folder: Path, rounds: int) -> None:
    """Measure the page for browsers beside jinja2 alone, which writes the cells of its table in this process."""
    sizes = (34, 1_000, 10_000)
    contenders: dict[int, Contender] = {}
    for size in sizes:
        plan, target = folder / f"page-{size}.yaml", folder / f"page-{size}.html"
        plan.write_text(PLAN.read_text(encoding="utf-8") if size == sizes[0] else large_plan(size), encoding="utf-8")
        words = ("export", "html", "--plan", plan, "--today", "2024-06-24", "--out", target)
        contenders[size] = kshc(f"kshc export html, {size:,} tasks", *words)
    measured([*contenders.values()], rounds)
    table("Pages", [*contenders.values()], contenders[sizes[0]])
    for size, contender in contenders.items():
        page = (folder / f"page-{size}.html").read_text(encoding="utf-8")
        alone = _cpu_seconds(rounds, partial(bare_jinja, cells_of_page(page)))
        print(
            f"  {size:,} tasks, {len(page) / 1_000_000:.2f} million characters: {contender.median / alone:.0f} times "
            f"as long as jinja2 alone, {contender.megabytes} MB at most"
        )
    for few, many in pairwise(sizes[1:]):
        steps = contenders[many].median / contenders[few].median
        print(f"  kshc export html: {many // few} times the tasks take {steps:.1f} times as long")


def cells_of_page(page: str) -> list[list[str]]:
    """Return the cells of the table of all tasks."""
    body = page.partition('id="rows">')[2].partition("</tbody>")[0]
    return [re.findall(r"<t[dh] [^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in body.split("</tr>")]


def bare_jinja(rows: list[list[str]]) -> str:
    """Write the same cells with jinja2 and nothing else, escaped."""
    source = "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}"
    return Environment(autoescape=True).from_string(source).render(rows=rows)


def tabling(folder: Path, rounds: int) -> None:
    """Measure the tables of all duties beside the library alone, which writes the same cells in this process."""
    sizes = (34, 1_000, 10_000)
    contenders: dict[tuple[str, int], Contender] = {}
    for size in sizes:
        plan = folder / f"table-{size}.yaml"
        plan.write_text(PLAN.read_text(encoding="utf-8") if size == sizes[0] else large_plan(size), encoding="utf-8")
        for kind in _BARE_TABLES:
            words = ("export", kind, "--plan", plan, "--out", folder / f"table-{size}.{kind}")
            contenders[kind, size] = kshc(f"kshc export {kind}, {size:,} tasks", *words)
    measured([*contenders.values()], rounds)
    table("Tables of all duties", [*contenders.values()], contenders["csv", sizes[0]])
    for size in sizes:
        lines = (folder / f"table-{size}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        for kind, bare in _BARE_TABLES.items():
            contender, alone = contenders[kind, size], _cpu_seconds(rounds, partial(bare, rows))
            print(
                f"  {kind}, {size:,} tasks, {len(rows):,} duties: {contender.median / alone:.1f} times as long as the"
                f" library alone, {contender.megabytes} MB at most"
            )
    for kind in _BARE_TABLES:
        steps = contenders[kind, sizes[2]].median / contenders[kind, sizes[1]].median
        print(f"  kshc export {kind}: 10 times the tasks take {steps:.1f} times as long")


def _bare_csv(rows: Sequence[Mapping[str, object]]) -> str:
    stream = StringIO()
    csv.writer(stream).writerows(row.values() for row in rows)
    return stream.getvalue()


def _bare_json(rows: Sequence[Mapping[str, object]]) -> str:
    return json.dumps(rows, ensure_ascii=False)


def _bare_lines(rows: Sequence[Mapping[str, object]]) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _bare_parquet(rows: Sequence[Mapping[str, object]]) -> bytes:
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(rows), sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


_BARE_TABLES: Final[Mapping[str, Callable[[Sequence[Mapping[str, object]]], object]]] = {
    "csv": _bare_csv,
    "json": _bare_json,
    "jsonl": _bare_lines,
    "parquet": _bare_parquet,
}
"""What each library alone makes of the same rows."""


def checking(folder: Path, rounds: int) -> None:
    """Measure the check of a document of about 200 pages beside the command that writes it."""
    plan, document = folder / "plan-200-pages.yaml", folder / "200-pages.docx"
    plan.write_text(large_plan(_ROWS_ON_200_PAGES), encoding="utf-8")
    render = kshc("kshc render docx", "render", "docx", "--plan", plan, "--out", document)
    check = kshc("kshc check docx", "check", "docx", document)
    measured([render, check], rounds)
    table("A document of about 200 pages", [render, check], render)


def readers(rounds: int) -> None:
    """Measure the readers of words in this process, on one core."""
    phrases = [line.split("\t")[0].replace("\\n", "\n") for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    times = _cpu_seconds(rounds, lambda: [read_time(phrase, year=2024) for phrase in phrases])
    cell = "Văn phòng HĐND&UBND Thành phố, Phòng số 7, các phòng, ban và UBND các xã, phường; Trạm Y tế"
    small, large = (_registry(bodies) for bodies in (10, 10_000))
    few = _cpu_seconds(rounds, lambda: [small.read(cell) for _round in range(500)])
    many = _cpu_seconds(rounds, lambda: [large.read(cell) for _round in range(500)])
    long = _cpu_seconds(rounds, lambda: [large.read(f"{cell}; " * 500)])
    growths = []
    for piece in ("tháng 6 năm 2024, ", "khi có yêu cầu; ", "theo kế hoạch số 5, ngày 1/1/2024, ", "tuần thứ hai "):
        short, tall = (_cpu_seconds(1, partial(read_time, piece * times, year=2024)) for times in (1_000, 10_000))
        growths.append(tall / short)
    print("\nReaders, one core")
    print(f"  times: {len(phrases) / times:,.0f} phrases a second ({len(phrases)} distinct ones, none remembered)")
    print(f"  times: 10 times the words of one cell take at most {max(growths):.1f} times as long")
    print(f"  agencies: {500 / many:,.0f} cells a second with 10,000 bodies")
    print(f"  agencies: 10,000 bodies take {many / few:.2f} times as long as 10, one long cell {long / many:.2f}")


def editing(rounds: int) -> None:
    """Measure what the language server computes after an edit of a time: the findings, and what is told of it."""
    print("\nThe language server after an edit of one time, milliseconds of CPU")
    known, words = Fields(schema_bytes("plan", "vi")), "Trong tháng 6 năm 2024"
    for size, text in ((34, PLAN.read_text(encoding="utf-8")), (1_000, large_plan(1_000))):
        place, months = text.index(words), iter(range(1, 10_000))
        answers: dict[str, Callable[[Texts], object]] = {
            "findings": partial(diagnostics, of_log=False),
            "hover": partial(hover, fields=known, offset=place, of_log=False),
            "completion": partial(completions, fields=known, offset=place, of_log=False),
            "outline": partial(symbols, of_log=False),
        }
        for name, answer in answers.items():
            took = _cpu_seconds(rounds, partial(_answer_edited, text, words, months, answer))
            print(f"  {name}, {size:,} tasks {1000 * took:8.1f}")


def _answer_edited(text: str, words: str, months: Iterator[int], answer: Callable[[Texts], object]) -> None:
    """Write another month in place of a time, and answer."""
    answer(Texts(text.replace(words, f"Trong tháng {next(months) % 12 + 1} năm 2024", 1), None, date(2024, 6, 1)))


def comparing(rounds: int) -> None:
    """Measure what differs between two large plans in this process, beside reading both."""
    print("\nTwo plans compared, one core")
    seconds: dict[int, float] = {}
    for size in (1_000, 10_000):
        old = large_plan(size)
        new = edited_plan(old)
        reading = _cpu_seconds(rounds, partial(_read_both, old.encode(), new.encode()))
        seconds[size] = _cpu_seconds(rounds, partial(_compared, old.encode(), new.encode()))
        same = _cpu_seconds(rounds, partial(_compared, old.encode(), old.encode()))
        found = len(_compared(old.encode(), new.encode()).differences)
        print(f"  {size:,} tasks, {found:,} differences: {seconds[size] / reading:.2f} times as long as reading both")
        print(f"  {size:,} tasks, none: {same / reading:.2f} times as long as reading both")
    print(f"  10 times the tasks take {seconds[10_000] / seconds[1_000]:.1f} times as long")


def edited_plan(text: str) -> str:
    """Return a plan with every tenth task reworded, every eleventh at another time, and ids of some given anew."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("                  content: Nhiệm vụ thứ") and number % 10 == 3:
            lines[number] = line.replace("cải cách", "đơn giản hóa")
        elif line == "                  time: Thường xuyên" and number % 11 == 5:
            lines[number] = "                  time: Quý III năm 2024"
        elif line.startswith('                - id: "9.') and number % 13 == 1:
            lines[number] = line.replace('"9.', '"8.')
    return "\n".join(lines)


def _read_both(old: bytes, new: bytes) -> tuple[ReadPlan, ReadPlan]:
    return Opened(old, None).read, Opened(new, None).read


def _compared(old: bytes, new: bytes) -> Comparison:
    return comparison(Opened(old, None), Opened(new, None))[0]


def documents(rounds: int) -> None:
    """Measure the Word document of large plans in this process, beside a bare loop of docxtpl over the same rows."""
    template = template_bytes(None, TemplateForm().file_name)
    few, many = (plan_of(rows) for rows in (1_000, 10_000))
    small, large = (_cpu_seconds(rounds, partial(render_decision, plan, template)) for plan in (few, many))
    bare = _cpu_seconds(rounds, partial(bare_docxtpl, many, template))
    print("\nThe Word document, one core")
    print(f"  10,000 rows take {large / small:.1f} times as long as 1,000")
    print(f"  10,000 rows take {large / bare:.2f} times as long as docxtpl alone, without widths and sandbox")


def plan_of(rows: int) -> Plan:
    """Return a plan with a table of so many rows."""
    return _plan(large_plan(rows).encode())


def _plan(data: bytes) -> Plan:
    plan = read_plan_file(data).plan
    if plan is None:
        raise SystemExit("the plan has errors")
    return plan


def bare_docxtpl(plan: Plan, template: bytes) -> bytes:
    """Render the rows of a plan with docxtpl and nothing else."""
    words = printed(plan)
    document = DocxTemplate(BytesIO(template))
    document.render(
        {"issuer": words.issuer, "decision": words.decision, "issuance": words.issuance, "plan": words.plan},
        autoescape=True,
    )
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _cpu_seconds(rounds: int, work: Callable[[], object]) -> float:
    seconds = []
    for _round in range(rounds + 1):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds[1:])


def _registry(bodies: int) -> Registry:
    names = ["Văn phòng HĐND&UBND Thành phố", "Các phòng, ban", "UBND các xã, phường"]
    names += [f"Phòng số {number}" for number in range(bodies - len(names))]
    return Registry(Agency(id=f"b{number}", name=name) for number, name in enumerate(names))


if __name__ == "__main__":
    main()
