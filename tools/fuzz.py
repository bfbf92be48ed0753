"""Feeds kshc what nobody would write, and counts what it survived: ``python -m tools.fuzz``.

``SEED`` (1) and ``COUNT`` (1000) choose the cases, ``ONLY`` one kind of them, ``CASE`` a single one. A case is a crash
where an error comes through that kshc does not know, where the exit status is none that is documented, where a control
character comes out, where words of a phrase are lost, where a day is read that a sentence put together by chance does
not mean, where an edit made in Word does not arrive or a redline does not come back, or where nothing comes in
``SECONDS``. Each crash is printed with the command that brings it back, its input is kept in ``build/fuzz``, and the
exit status is 1.
"""

import contextlib
import io
import json
import os
import random
import re
import signal
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Final

import yaml

from kshc_cli.app import main
from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.recurrence.occurrences import rule_problem
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Recurring
from tools.composed import composed, read_composed

ROOT: Final = Path(__file__).parents[1]
KEPT: Final = ROOT / "build" / "fuzz"
TESTS: Final = ROOT / "tests"
SECONDS: Final = 60
"""How long a case may take on a busy machine."""
_ACTING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, or turns what follows; tabs and ends of lines part what kshc writes."""
_STRANGE: Final = (
    *("\t", "\x00", "\x1b[31m", "\u202e", "\u2066", "a\u0301", "\ufeff", "\r", "\n", "\u2028", "\x85", "𝟛", "²", "١"),
    *(": ", "- ", "[", "]", "{", "}", "&a ", "*a", "<<: ", "!!python/object:os.system ", "~", "'", '"', "#", "|", ">"),
    *("---\n", "...\n", "%", "? ", "9" * 400, "-1", "0x1F", "2026-02-30", "0000-00-00", "1e999", ".nan", "[?]"),
    *("{number}", "{{ x }}", "{%", "{#", "./.", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    *("Tháng 13", "ngày 31/02/2026", "năm 9999", "(", ")", ";", ",", "và", "trừ", "<", "&", "</w:t>", "]]>", "&#0;"),
)
_TAGS: Final = re.compile(r"<[^<>]*>")


class SlowError(BaseException):
    """A case that has taken too long; no ``except Exception`` on the way stops it."""


@dataclass(frozen=True)
class Kind:
    """A kind of cases: how one is made by chance, and what is done with it in a folder of its own."""

    name: str
    weight: int
    """How many of its cases there are for each of the dearest kind."""
    make: Callable[[random.Random], bytes]
    act: Callable[[bytes, Path], None]


def fuzz(kinds: Sequence[Kind], seed: int, count: int, *, kept: Path = KEPT) -> int:
    """Run ``count`` cases of all kinds together; return how many crashed."""
    crashes, reached = 0, []
    share = count / sum(kind.weight for kind in kinds)
    for kind in kinds:
        number = max(1, round(share * kind.weight))
        crashes += sum(crashed(kind, seed, case, kept) for case in range(number))
        reached.append(f"{kind.name} {number}")
    print(f"SEED={seed}: {', '.join(reached)}; {crashes} crashed", flush=True)
    return crashes


def crashed(kind: Kind, seed: int, case: int, kept: Path = KEPT) -> bool:
    """Run one case; tell whether it crashed, and print how it is brought back."""
    data = kind.make(random.Random(f"{seed} {kind.name} {case}"))  # noqa: S311  no secret
    with tempfile.TemporaryDirectory() as folder:
        try:
            with _in_time():
                kind.act(data, Path(folder))
        except (Exception, SlowError):  # noqa: BLE001  whatever it is, it is a crash
            kept.mkdir(parents=True, exist_ok=True)
            path = kept / f"{kind.name}-{seed}-{case}"
            path.write_bytes(data)
            print(f"crash: make fuzz SEED={seed} ONLY={kind.name} CASE={case}  # {path}", flush=True)
            traceback.print_exc(limit=-6, file=sys.stdout)
            return True
    return False


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise SlowError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def kshc(*arguments: str | Path, statuses: Sequence[int] = (0, 1, 2, 3), given: str = "") -> None:
    """Run kshc; its exit status and what it writes must be what they may be."""
    out, sin = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(given)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            status = main([str(argument) for argument in arguments])
    finally:
        sys.stdin = sin
    if status not in statuses:
        raise AssertionError(f"exit status {status}: {out.getvalue()[-500:]}")
    if found := _ACTING.search(out.getvalue().replace("\r\n", "\n")):
        raise AssertionError(f"{found.group()!r} came out of {arguments}")


def mutated(text: str, chance: random.Random, pieces: Sequence[str] = _STRANGE) -> str:
    """Change a text at a few places: put in, take out, double, move; letters, pieces and lines."""
    for _time in range(chance.randint(1, 6)):
        place, length = chance.randrange(len(text) + 1), chance.randrange(1, 40)
        piece = chance.choice(pieces) if chance.random() < 0.8 else chr(chance.randrange(1, 0x3000))
        lines = text.split("\n")
        first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(7):
            case 0:
                text = text[:place] + piece + text[place:]
            case 1:
                text = text[:place] + text[place + length :]
            case 2:
                text = text[:place] + piece + text[place + length :]
            case 3:
                text = "\n".join([*lines[:first], lines[second], *lines[first:]])
            case 4:
                text = "\n".join([*lines[:first], *lines[first + 1 :]])
            case 5:
                text = text[:place] + text[place : place + length] * chance.choice((2, 2, 50)) + text[place + length :]
            case _:
                blank = len(lines[first]) - len(lines[first].lstrip())
                lines[first] = lines[first][:blank] + piece + lines[first][blank:]
                text = "\n".join(lines)
    return text


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes, or cut some off; of nothing make a byte."""
    changed = bytearray(data)
    for _time in range(chance.randint(1, 8)):
        changed = changed or bytearray(b"-")
        place = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                del changed[place : place + chance.randrange(1, 64)]
            case 1:
                changed[place:place] = bytes(chance.randrange(256) for _byte in range(chance.randrange(1, 9)))
            case _:
                changed[place] = chance.randrange(256)
        if not changed:
            return b""
    return bytes(changed)


@cache
def _lines(name: str) -> tuple[str, ...]:
    lines = (TESTS / "reading" / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _words(name: str, column: int) -> tuple[str, ...]:
    return tuple(sorted({word for line in _lines(name) for word in line.split("\t")[column].split()}))


def _worded(name: str, column: int, chance: random.Random) -> bytes:
    """Return words of real ones, alone, joined, shuffled or changed; ready to be encoded."""
    texts = [chance.choice(_lines(name)).split("\t")[column] for _text in range(chance.choice((1, 1, 2, 3)))]
    text = chance.choice((" ", ", ", "; ", "\n", " và ", "")).join(texts)
    if chance.random() < 0.5:
        words = text.split(" ")
        words[chance.randrange(len(words))] = chance.choice(_words(name, column))
        chance.shuffle(words)
        text = " ".join(words)
    if chance.random() < 0.7:
        text = mutated(text, chance, (*_STRANGE, *_words(name, column)))
    return text.encode("utf-8", "surrogatepass")


def _read_times(data: bytes, _folder: Path) -> None:
    text = data.decode("utf-8", "surrogatepass")
    reading = read_time(text, year=2026)
    if not reading.parts and not reading.unread and any(map(str.isalnum, text)):
        raise AssertionError(f"nothing is left of {text!r}")
    for part in reading.parts:
        if isinstance(part, Recurring) and part.rrule is not None and (problem := rule_problem(part.rrule)):
            raise AssertionError(f"{problem}: {part.rrule}")
    if not len(text) % 20:  # the whole way costs more
        kshc("read", "--year", "2026", "--", text)
        kshc("read", "-", "--format", "json", given=text + "\n")


@cache
def _registries() -> tuple[Registry, ...]:
    plans = yaml.safe_load((TESTS / "reading" / "agency_registries.yaml").read_text(encoding="utf-8"))
    return tuple(
        Registry(tuple(map(Agency.model_validate, plan["agencies"])), Issuer.model_validate(plan["issuer"]))
        for plan in plans.values()
    )


def _read_agencies(data: bytes, _folder: Path) -> None:
    for registry in _registries():
        registry.read(data.decode("utf-8", "surrogatepass"))


_SCALAR: Final = re.compile(r"(?m)(?<=: )[^\n#&*{}\[\]|>,]+(?=[\n,}])|(?<=- )[^\n:{}\[\]|>]+$")
_WORDS_OF_PLANS: Final = (
    *(
        "2026-03-31",
        "2027-01-01",
        "1.1.1",
        "1.1.2",
        "II.1",
        "van-phong",
        "kinh-te",
        "cac-phong",
        "a1",
        "2026-03",
        "2026-Q1",
    ),
    *("done", "event", "extended", "reassigned", "suspended", "resumed", "merged", "cancelled", "note", "retracted"),
    *(
        "[?]",
        "…",
        "x" * 5000,
        "=1+1",
        "ẩn",
        "{number}",
        "{date}",
        "0",
        "true",
        "null",
        "Điều 3.",
        "I.",
        "a)",
        "-",
        "./.",
    ),
)


def _other_value(text: str, chance: random.Random) -> str:
    """Put another value in the place of one: a word of plans, a phrase, a cell, or what stands elsewhere."""
    found = list(_SCALAR.finditer(text))
    if not found:
        return text
    values = (
        chance.choice(_WORDS_OF_PLANS),
        json.dumps(_worded("phrases.tsv", 0, chance).decode("utf-8", "ignore")),
        json.dumps(_worded("agency_cells.tsv", 3, chance).decode("utf-8", "ignore")),
        chance.choice(found).group(),
    )
    place = chance.choice(found)
    return text[: place.start()] + chance.choice(values) + text[place.end() :]


@cache
def _plans() -> tuple[str, ...]:
    examples = [*sorted((TESTS / "examples" / "rules").rglob("*.yaml")), TESTS / "tracking" / "followed.yaml"]
    return tuple(path.read_text(encoding="utf-8") for path in (TESTS / "examples" / "sound.yaml", *examples))


def _text(texts: Sequence[str], chance: random.Random) -> bytes:
    """Return a plan or log with other values where values stand, which is mostly read on, or changed anywhere."""
    text = texts[0] if chance.random() < 0.5 else chance.choice(texts)
    if chance.random() < 0.7:
        for _time in range(chance.choice((1, 1, 1, 2))):
            text = _other_value(text, chance)
        return text.encode("utf-8", "surrogatepass")
    data = mutated(text, chance).encode("utf-8", "surrogatepass")
    return spoilt(data, chance) if chance.random() < 0.1 else data


def _ask(folder: Path) -> None:
    plan = ("--plan", folder / "plan.yaml")
    kshc("validate", folder / "plan.yaml", "--format", "json")
    kshc("fix", folder / "plan.yaml")
    for words in (
        "validate",
        "list",
        "due --month 3",
        "overdue --format json",
        "recurring",
        "agencies",
        "status",
        "log",
        "export ics --draft",
        "export html --draft",
    ):
        kshc(*words.split(), *plan, "--today", "2026-06-30")


def _read_plan(data: bytes, folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(data)
    _ask(folder)
    kshc("show", "1.1.1", "--plan", folder / "plan.yaml")
    kshc("render", "docx", "--plan", folder / "plan.yaml", "--out", folder / "out.docx")


@cache
def _logs() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted((TESTS / "examples" / "progress").rglob("*.yaml")))


def _read_log(data: bytes, folder: Path) -> None:
    (folder / "plan.yaml").write_text(_plans()[0], encoding="utf-8")
    (folder / "progress.yaml").write_bytes(data)
    _ask(folder)
    kshc("note", "1.1.1", "ghi chú", "--plan", folder / "plan.yaml", "--today", "2026-06-30")
    kshc("undo", "--plan", folder / "plan.yaml", "--today", "2026-06-30")


@cache
def _documents() -> tuple[bytes, ...]:
    """Return Word files with what Word files hold: the printed plan, a template, one with mistakes."""
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder, "plan.docx")
        kshc("render", "docx", "--plan", TESTS / "examples" / "sound.yaml", "--out", printed, statuses=(0,))
        files = (printed, TESTS / "examples" / "layout" / "mistakes.docx", *sorted((ROOT / "templates").glob("*.docx")))
        return tuple(path.read_bytes() for path in files)


def _document(data: bytes, chance: random.Random) -> bytes:
    """Return a Word file whose bytes, or the XML of one of its parts, are changed."""
    if chance.random() < 0.1:
        return spoilt(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(sorted(parts), k=chance.choice((1, 1, 2))):
        name = "word/document.xml" if chance.random() < 0.6 else name  # noqa: PLW2901  where most stands
        parts[name] = _markup(parts[name].decode("utf-8", "replace"), chance).encode("utf-8", "replace")
    if chance.random() < 0.1:
        del parts[chance.choice(sorted(parts))]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _markup(xml: str, chance: random.Random) -> str:
    """Change XML: mostly so that it stays well-formed, with values, words and elements where they do not belong."""
    for _time in range(chance.randint(1, 5)):
        found = list(_ELEMENTS.finditer(xml)) or list(_TAGS.finditer(xml))
        if not found:
            return xml
        one, other = chance.choice(found), chance.choice(found)
        match chance.randrange(20):
            case 0 | 6 | 7:
                xml = xml[: one.start()] + xml[one.end() :]
            case 1 | 8 | 9:
                xml = xml[: one.start()] + other.group() * chance.choice((1, 2, 60)) + xml[one.start() :]
            case 2 | 10 | 11 | 12:
                xml = xml[: one.start()] + _revalued(one.group(), chance) + xml[one.end() :]
            case 3 | 13 | 14 | 15:
                xml = xml[: one.start()] + _WRAPS[chance.randrange(len(_WRAPS))] % one.group() + xml[one.end() :]
            case 4:
                xml = mutated(xml, chance)
            case _:
                xml = xml[: one.start()] + other.group() + xml[one.end() :]
    return xml


_ELEMENTS: Final = re.compile(r"<(w:[A-Za-z]+)(?:\s[^<>]*)?(?:/>|>(?:(?!<\1[ >/]).){0,400}?</\1>)", re.DOTALL)
_VALUES: Final = re.compile(r'="[^"<>]*"')
_WORDS: Final = re.compile(r">[^<>]+<")
_WRAPS: Final = tuple(
    f"<w:{name}>%s</w:{name}>"
    for name in ("ins", "del", "moveFrom", "sdt", "sdtContent", "p", "r", "tc", "tr", "tbl", "txbxContent", "pPr", "t")
)


def _revalued(element: str, chance: random.Random) -> str:
    values = ("-1", "0", "99999999999999999999", "", "NaN", "1.5", "2cm", "true", "\u202e", "restart", "&#x10FFFF;")
    if chance.random() < 0.5:
        return _VALUES.sub(lambda _found: f'="{chance.choice(values)}"', element)
    pieces = (
        "{{ plan.title }}",
        "{% if x %}",
        "{%tr for task in tasks %}",
        "{{ x",
        "…",
        "\u202e",
        "Điều 1.",
        "Số: /QĐ-",
    )
    return _WORDS.sub(lambda _found: f">{chance.choice(pieces)}<", element)


def _read_document(data: bytes, folder: Path) -> None:
    (folder / "a.docx").write_bytes(data)
    kshc("check", "docx", folder / "a.docx")
    kshc("check", "docx", "--final", "--format", "json", folder / "a.docx")
    kshc("import", "docx", folder / "a.docx", "--year", "2026")


def _use_template(data: bytes, folder: Path) -> None:
    (folder / "a.docx").write_bytes(data)
    plan = ("--plan", TESTS / "examples" / "sound.yaml")
    kshc("template", "check", folder / "a.docx")
    kshc("render", "docx", *plan, "--template", folder / "a.docx", "--out", folder / "b.docx")
    if (folder / "b.docx").exists():
        kshc("check", "docx", folder / "b.docx")


def _edit(data: bytes, _folder: Path) -> None:
    """Take files back that were edited by chance: one of rows in Word, one of tasks in paragraphs, two in Excel."""
    from tests.documents.editing import test_random_sheet_edits as sheets  # noqa: PLC0415  it loads the tests' tools
    from tests.documents.editing.test_prose_tasks import assert_whole  # noqa: PLC0415  as above
    from tests.documents.editing.test_random_edits import assert_arrives  # noqa: PLC0415  as above

    assert_arrives(int(data))
    assert_whole(int(data))
    sheets.assert_arrives(int(data))
    sheets.assert_arrives_sorted(int(data))


def _redline(data: bytes, _folder: Path) -> None:
    """Settle the redline of two plans, one changed by chance to the other, in both ways."""
    from tests.compare.plans import SAMPLES  # noqa: PLC0415  as above
    from tests.documents.redlining.test_redline import assert_comes_back  # noqa: PLC0415

    assert_comes_back(int(data), SAMPLES[int(data) % len(SAMPLES)], turned=int(data) % 2 == 0)


def _number(chance: random.Random) -> bytes:
    return str(chance.randrange(1 << 32)).encode()


KINDS: Final = (
    Kind("times", 40, lambda chance: _worded("phrases.tsv", 0, chance), _read_times),
    Kind("composed", 20, composed, read_composed),
    Kind("agencies", 20, lambda chance: _worded("agency_cells.tsv", 3, chance), _read_agencies),
    Kind("yaml", 4, lambda chance: _text(_plans(), chance), _read_plan),
    Kind("log", 4, lambda chance: _text(_logs(), chance), _read_log),
    Kind("docx", 4, lambda chance: _document(chance.choice(_documents()[:2]), chance), _read_document),
    Kind("edits", 1, _number, _edit),
    Kind("redlines", 1, _number, _redline),
    Kind("template", 1, lambda chance: _document(chance.choice(_documents()[2:]), chance), _use_template),
)


def run() -> int:
    """Fuzz as the environment asks; return the exit status."""
    settings = os.environ
    settings["KSHC_LANG"] = settings.get("KSHC_LANG") or "en"
    seed = int(settings.get("SEED") or 1)
    kinds = [kind for kind in KINDS if settings.get("ONLY") in {None, "", kind.name}]
    if not kinds:
        print(f"ONLY names one of: {', '.join(kind.name for kind in KINDS)}")
        return 2
    if case := settings.get("CASE"):
        return int(sum(crashed(kind, seed, int(case)) for kind in kinds) > 0)
    return int(fuzz(kinds, seed, int(settings.get("COUNT") or 1000)) > 0)


if __name__ == "__main__":
    sys.exit(run())
