"""``kshc fix``: what has one right form is repaired, every other byte stays; what has none is left and named."""

import os
import random
import re
import shutil
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kshc_cli.app import main
from kshc_cli.disk.locks import locked
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.yaml.characters import REPAIRS
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.source.plans import SMALL
from tests.test_log_safety import run
from tests.tracking.logs import FOLLOWED

ODD = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
UNSEEN = "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
PLANS = [path.read_text(encoding="utf-8") for path in (EXAMPLES / "sound.yaml", ROOT / "plan.yaml")]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.yaml"


def small(old: str, new: str) -> bytes:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new).encode()


LEAD = "lead: Văn phòng HĐND&UBND\n"
TIME = "time: Trong tháng 6 năm 2024\n"
PLACE = "place: Sa Đéc\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LEAD, "lead:\u00a0Văn phòng HĐND&UBND\n"),
        ("number: null\n", "number: null\u00a0\n"),
        ("open: true\n", "open:\u2003true\u202f\n"),
        (LEAD, "lead\u00a0:\u00a0Văn phòng HĐND&UBND\n"),
        (LEAD, "lead: Văn\u202fphòng\u2007HĐND&UBND\n"),
        (LEAD, "lead: Văn phòng HĐND&UBND\u00a0\u00a0\n"),
        (LEAD, "lead: Va\u0306n pho\u0300ng HĐND&UBND\n"),
        (LEAD, "lead: V\u200ba\u0306\u200bn phòng HĐND&UBND\ufeff\n"),
        (LEAD, "lead: Văn\tphòng HĐND&UBND\n"),
        (LEAD, "lead: Văn\u3000phòng HĐND&UBND\n"),
        (LEAD, "lead: Văn phòng HĐND\u2060&\u200eUBND\n"),
        (LEAD, "\u200blead: Văn phòng HĐND&UBND\n"),
        ("                - id: 1.10\n", "                -\u00a0id: 1.10\n"),
        ("                - id: 1.10\n", "                -\tid: 1.10\n"),
        ("                - id: 1.10\n", "              \u00a0\u00a0- id: 1.10\n"),
        ("  place: Sa Đéc\n", "\tplace: Sa Đéc\n"),
        ("  place: Sa Đéc\n", "\u00a0\u00a0place: Sa Đéc\n"),
        ("  place: Sa Đéc\n", "  place: Sa Đéc\n\u00a0\n"),
        ("# A small whole plan", "# A\u00a0small whole plan"),
        ("# A small whole plan", "#\ufeff A small whole plan"),
        ("                    Xây dựng Kế hoạch.\n", "                    Xây\u00a0dựng Kế hoạch.\u00a0\n"),
        ("                    Tổ chức thực hiện.\n", "                    \u00a0Tổ chức thực hiện.\n"),
        ('"UBND các xã, phường"', '"\u00a0UBND các\u2009xã, phường\u00a0"'),
        ("[phuong-1]", "[\u00a0phuong-1\u00a0]"),
        ("[phuong-1]", "[\u3000phuong-1]"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_has_one_right_form_is_repaired_to_the_byte(
    kshc: Kshc, plan: Path, old: str, new: str, line_end: str
) -> None:
    damaged = small(old, new).decode().replace("\n", line_end).encode()
    plan.write_bytes(damaged)
    assert kshc("validate", plan, "--strict").status == 1
    assert kshc("fix", plan, "--dry-run").status == 0
    assert plan.read_bytes() == damaged
    assert kshc("fix", plan).status == 0
    expected = SMALL.replace("\n", line_end)
    if "Đéc\n\u00a0\n" in new:
        expected = expected.replace(f"Đéc{line_end}decision", f"Đéc{line_end}{line_end}decision")
    blanks = re.compile(r"(?<=\[) (?=phuong)|(?<=phuong-1) (?=\])")
    assert blanks.sub("", plan.read_bytes().decode()) == expected
    assert kshc("fix", plan).out == ""


@pytest.mark.parametrize(
    ("escaped", "plain"),
    [
        (r"UBND các\u00a0xã, phường", "UBND các xã, phường"),
        (r"UBND các\_xã, phường", "UBND các xã, phường"),
        (r"UBND các\xa0xã,\U0000202fphường", "UBND các xã, phường"),
        (r"UBND các\txã, phường", "UBND các xã, phường"),
        (r"UBND các\u200b xã, phường\u00a0", "UBND các xã, phường"),
        (r"UBND ca\u0301c xã, phươ\u0300ng", "UBND các xã, phường"),
        (r"\u3000UBND các xã, phường", "UBND các xã, phường"),
        (r"UBND \\u00a0 các\u00a0xã, phường", r"UBND \\u00a0 các xã, phường"),
    ],
)
def test_escapes_are_found_and_repaired(kshc: Kshc, plan: Path, escaped: str, plain: str) -> None:
    plan.write_bytes(small('"UBND các xã, phường"', f'"{escaped}"'))
    assert kshc("validate", plan, "--strict").status == 1
    assert kshc("fix", plan).status == 0
    assert plan.read_bytes() == small('"UBND các xã, phường"', f'"{plain}"')


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (LEAD, "lead: Văn ph\ufffdng HĐND&UBND\n", "control-character"),
        (TIME, "time: Trong tháng \u200f6 năm 2024\n", "control-character"),
        (TIME, "time: \u202eTrong tháng năm\u202c\n", "control-character"),
        (LEAD, "lead: Văn phòng \U0001f469\u200d\U0001f4bb\n", "control-character"),
        (LEAD, "lead: Văn phòng\x0bHĐND\n", "control-character"),
        (LEAD, "lead: Văn phòng\u2028HĐND\n", "control-character"),
        (LEAD, "lead: Văn phòng\x96HĐND\n", "control-character"),
        (LEAD, "lead: Chủ trì:\u00a0Văn phòng\n", "odd-space"),
        (LEAD, "lead: Văn phòng\u00a0# 1\n", "odd-space"),
        ("  place: Sa Đéc\n", "\u3000place: Sa Đéc\n", "odd-space"),
        ("  place: Sa Đéc\n", "\u00a0\u3000place: Sa Đéc\n", "odd-space"),
    ],
)
def test_what_has_no_single_right_form_is_left_and_named(kshc: Kshc, plan: Path, old: str, new: str, rule: str) -> None:
    plan.write_bytes(small(old, new))
    result = kshc("fix", plan)
    assert result.status == 1
    assert f"[{rule}]" in result.out
    assert "nothing was guessed" in result.err
    assert plan.read_bytes() == small(old, new)
    assert "`kshc fix` does it" not in result.out
    assert "Run `kshc fix`" not in result.out


@pytest.mark.parametrize(
    ("new", "promised"),
    [
        ("lead: Chủ trì:\u00a0Văn phòng\n", False),
        ("lead: Văn phòng\u00a0# 1\n", False),
        ("lead: Văn\u00a0phòng\n", True),
        ("lead: 'Chủ trì:\u00a0Văn phòng'\n", True),
        ("lead: |-\n                    Chủ trì:\u00a0Văn phòng\n", True),
        ("lead:\u00a0Văn phòng\n", True),
    ],
)
def test_a_remedy_promises_a_repair_only_where_there_is_one(
    kshc: Kshc, plan: Path, new: str, *, promised: bool
) -> None:
    plan.write_bytes(small(LEAD, new))
    assert ("`kshc fix` does it" in kshc("validate", plan).out) == promised
    fixed = kshc("fix", plan)
    assert (fixed.status == 0) == promised
    if not promised:
        assert "Put the whole value in quotes" in fixed.out
        words = new.removeprefix("lead: ").removesuffix("\n")
        plan.write_bytes(small(LEAD, f'lead: "{words}"\n'))
        assert kshc("fix", plan).status == 0


@pytest.mark.parametrize("sign", [*ODD, *"\u00ad\u200b\u200d\u2060\ufeff\u202e\u2028\x85\u034f"])
def test_what_is_not_seen_is_called_by_a_vietnamese_name(
    kshc: Kshc, plan: Path, monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    plan.write_bytes(small(LEAD, f"lead: Văn{sign} phòng\n"))
    told = re.search(r"\(U\+([0-9A-F]{4}), ([^)]+)\)", kshc("validate", plan).out)
    assert told is not None
    assert chr(int(told[1], 16)) == sign
    assert told[2].startswith(("dấu ", "ký tự "))


def test_tabs_that_could_be_read_in_two_ways_are_left(kshc: Kshc, plan: Path) -> None:
    text = "a:\n  b:\n    c: x\n\td: y\n"
    plan.write_text(text, encoding="utf-8")
    result = kshc("fix", plan)
    assert (result.status, plan.read_text(encoding="utf-8")) == (1, text)
    assert "[tab]" in result.out


def test_a_whole_plan_indented_by_tabs(kshc: Kshc, plan: Path) -> None:
    tabbed = re.sub(r"(?m)^ +", lambda blanks: "\t" * (len(blanks[0]) // 2), PLANS[0])
    plan.write_text(tabbed, encoding="utf-8")
    assert kshc("fix", plan).status == 0
    assert plan.read_text(encoding="utf-8") == PLANS[0]


def test_it_says_what_it_did_and_where(kshc: Kshc, plan: Path) -> None:
    plan.write_bytes(small(LEAD, "lead:\u00a0Va\u0306n\u200b pho\u0300ng HĐND&UBND\n"))
    line = SMALL[: SMALL.index(LEAD)].count("\n") + 1
    result = kshc("fix", plan, "--dry-run")
    assert result.out.splitlines() == [
        f"{plan}:{line}:24: U+00A0 → U+0020 [odd-space]",
        f"{plan}:{line}:26: a U+0306 → ă, o U+0300 → ò [not-nfc]",
        f"{plan}:{line}:29: U+200B → nothing [control-character]",
    ]
    assert "4 places would be repaired; nothing was written" in result.err
    assert kshc("fix", plan, "-q").err == ""


def test_only_the_letter_that_differs_is_named_in_words_of_another_script(kshc: Kshc, plan: Path) -> None:
    plan.write_bytes(small(LEAD, "lead: Вои\u0306нович\n"))
    assert ":27: и U+0306 → й [not-nfc]" in kshc("fix", plan).out


def test_the_plan_in_use_and_its_log(kshc: Kshc, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FOLLOWED, plan)
    log = plan.with_name("progress.yaml")
    sound = (
        "schema: kshc-progress/1\nentries:\n"
        "- {what: note, id: 1t4xk2n8z0q, date: 2026-07-01, entered: 2026-07-01, task: own, note: đã gọi}\n"
    )
    log.write_text(sound.replace("đã gọi", "đa\u0303\u00a0gọi"), encoding="utf-8")
    monkeypatch.chdir(plan.parent)
    result = kshc("fix")
    assert (result.status, log.read_text(encoding="utf-8")) == (0, sound)
    assert plan.read_bytes() == FOLLOWED.read_bytes()
    assert "progress.yaml:3:" in result.out
    log.write_text(sound, encoding="utf-8")
    assert kshc("fix").out == ""


def test_a_blank_before_a_colon_in_words_is_safe_and_one_behind_it_is_not(kshc: Kshc, plan: Path) -> None:
    plan.write_bytes(small(LEAD, "lead: Chủ\u00a0trì\u00a0:\u00a0Văn phòng lúc 8\u00a0:30\n"))
    assert kshc("fix", plan).status == 1
    assert plan.read_bytes() == small(LEAD, "lead: Chủ trì :\u00a0Văn phòng lúc 8 :30\n")


def test_what_kshc_records_itself_needs_no_repair(kshc: Kshc, plan: Path) -> None:
    shutil.copy(FOLLOWED, plan)
    assert kshc("note", "own", "đa\u0303\u00a0gọi\u202fsố\t5", "--plan", plan, "--today", "2026-07-05").status == 0
    assert "note: đã gọi số 5" in plan.with_name("progress.yaml").read_text(encoding="utf-8")
    assert kshc("fix", "--plan", plan).out == ""


def test_a_log_that_another_run_writes_is_waited_for(plan: Path) -> None:
    log = plan.with_name("progress.yaml")
    entry = "- {what: note, id: 1t4xk2n8z0q, date: 2026-07-01, entered: 2026-07-01, task: own, note: đã gọi}\n"
    sound = f"schema: kshc-progress/1\nentries:\n{entry}"
    log.write_text(sound.replace("đã gọi", "đã\u00a0gọi"), encoding="utf-8")
    later = entry.replace("1t4xk2n8z0q", "1t4xk2n8z0r")
    with locked(log):
        process = subprocess.Popen([sys.executable, "-m", "kshc_cli", "fix", str(log)], stdout=subprocess.DEVNULL)
        time.sleep(1.5)
        assert process.poll() is None
        log.write_text(log.read_text(encoding="utf-8") + later, encoding="utf-8")
    assert process.wait(timeout=60) == 0
    assert log.read_text(encoding="utf-8") == sound + later


def test_words_before_a_number_sign_never_become_a_comment(kshc: Kshc, plan: Path) -> None:
    text = "schema: kshc/1\nissuer:\n  name:\u00a0A\u00a0B\u00a0# C\n  place:\u00a0D\n"
    plan.write_text(text, encoding="utf-8")
    result = kshc("fix", plan)
    assert result.status == 1
    assert plan.read_text(encoding="utf-8") == "schema: kshc/1\nissuer:\n  name: A B\u00a0# C\n  place: D\n"


def test_fields_that_run_into_one_value_are_parted_again_beside_other_faults(kshc: Kshc, plan: Path) -> None:
    sound = SMALL.replace("year: 2024", "year: 2024\nfoo: x")
    plan.write_text(re.sub("(?m)^  (name|parent|place): ", "  \\1:\u00a0", sound, count=3), encoding="utf-8")
    assert kshc("fix", plan).status == 0
    assert plan.read_text(encoding="utf-8") == sound


def test_words_with_a_colon_never_become_a_field(kshc: Kshc, plan: Path) -> None:
    damaged = small("    - Như Điều 3;\n", "    - Lưu:\u00a0VT,\u00a0KSTT.\n")
    plan.write_bytes(damaged)
    result = kshc("fix", plan)
    assert (result.status, result.out.count("[odd-space]")) == (1, 2)
    assert "Lưu:\u00a0VT, KSTT.".encode() in plan.read_bytes()


@pytest.mark.parametrize("name", ["templates/ke-hoach.docx", "docs/images/tables.png"])
def test_a_file_of_another_program_stays(kshc: Kshc, tmp_path: Path, name: str) -> None:
    copy = tmp_path / Path(name).name
    shutil.copy(ROOT / name, copy)
    assert kshc("fix", copy).status == 3
    assert copy.read_bytes() == (ROOT / name).read_bytes()


def test_an_escape_is_shown_as_it_stands(kshc: Kshc, plan: Path) -> None:
    plan.write_bytes(small('"UBND các xã, phường"', r'"UBND các xã,\u00a0phường"'))
    assert r":30:24: \u00a0 → U+0020 [odd-space]" in kshc("fix", plan).out


def test_a_mark_at_the_beginning_and_a_missing_last_line_end_stay(kshc: Kshc, plan: Path) -> None:
    sound = b"\xef\xbb\xbf" + SMALL.rstrip("\n").encode()
    plan.write_bytes(sound.replace("Sa Đéc".encode(), "Sa\u00a0Đéc".encode()))
    assert kshc("fix", plan).status == 0
    assert plan.read_bytes() == sound


@pytest.mark.parametrize("data", [b"\xff\xfea\0", b"a: \xe1\n", b"a: [b\n"])
def test_a_file_that_cannot_be_read_stays(kshc: Kshc, plan: Path, data: bytes) -> None:
    plan.write_bytes(data)
    result = kshc("fix", plan)
    assert (result.status, plan.read_bytes()) == (3, data)
    assert "nothing was changed" in result.err


def test_other_faults_of_yaml_keep_a_file_as_it_is(kshc: Kshc, plan: Path) -> None:
    data = small(LEAD, "lead: [Văn\u00a0phòng\n")
    plan.write_bytes(data)
    result = kshc("fix", plan)
    assert (result.status, plan.read_bytes()) == (1, data)
    assert "[syntax]" in result.out


def test_what_is_missing_is_told_and_the_rest_is_repaired(kshc: Kshc, plan: Path) -> None:
    plan.write_bytes(small(PLACE, "place: Sa\u00a0Đéc\n"))
    result = kshc("fix", plan.with_name("none.yaml"), plan)
    assert result.status == 3
    assert "none.yaml" in result.err
    assert plan.read_bytes() == SMALL.encode()


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_disk_that_takes_no_more_leaves_the_file(plan: Path) -> None:
    damaged = small(PLACE, "place: Sa\u00a0Đéc\n")
    plan.write_bytes(damaged)
    result = run([sys.executable, "-m", "kshc_cli", "fix", str(plan)], largest=100)
    assert (result.returncode, plan.read_bytes()) == (3, damaged)
    assert [each.name for each in plan.parent.iterdir()] == ["plan.yaml"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_told_and_stays(kshc: Kshc, plan: Path, what: str) -> None:
    damaged = small(PLACE, "place: Sa\u00a0Đéc\n")
    plan.write_bytes(damaged)
    closed = plan if what == "file" else plan.parent
    mode = closed.stat().st_mode
    closed.chmod(0o555 if what == "folder" else 0o444)
    try:
        result = kshc("fix", plan)
    finally:
        closed.chmod(mode)
    assert (result.status, plan.read_bytes()) == (3, damaged)
    assert [each.name for each in plan.parent.iterdir()] == ["plan.yaml"]


def _damaged(text: str, chance: random.Random) -> str:
    """Put in what has one right form, the original."""

    def some(pattern: str, new: str | None, count: int) -> None:
        nonlocal text
        places = [match.span() for match in re.finditer(pattern, text)]
        if new == "\t":  # one in a comment is no fault
            places = [place for place in places if "#" not in text[text.rfind("\n", 0, place[0]) + 1 : place[0]]]
        for start, end in sorted(chance.sample(places, min(count, len(places))), reverse=True):
            old = text[start:end]
            text = text[:start] + (unicodedata.normalize("NFD", old) if new is None else new) + text[end:]

    some(r"(?<=[^\W\d_]) (?=[^\W\d_])", chance.choice(ODD), 3)
    some(r"(?<=[^\W\d_]) (?=[^\W\d_])", "\t", 1)
    some(r"(?<=[:-]) (?=[^\W\d_])", chance.choice(ODD), 2)
    some(r"(?m)(?<=[^\W\d_])$", chance.choice(ODD), 2)
    some(r"(?m)[^\x00-\x7f]+", None, 5)
    some(r"(?<=[^\W\d_])(?=[^\W\d_])", chance.choice(UNSEEN), 4)
    return text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9), text=st.sampled_from([SMALL, PLANS[0], PLANS[0], PLANS[1]]))
def test_a_sound_plan_that_was_damaged_is_whole_again(plan: Path, seed: int, text: str) -> None:
    damaged = _damaged(text, random.Random(seed))  # noqa: S311  no secret
    plan.write_bytes(damaged.encode())
    assert main(["fix", str(plan), "-q"]) == 0
    assert plan.read_bytes().decode() == text


ANY = [*ODD, *UNSEEN, "\t", "\u0301", "\u0323", "\u202e", "\ufffd", "\x0b", "\u0e01", "\U0001f469", "#", ":", "\\u00a0"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@example(places=[(0, "\u00a0"), (0, "\t")])
@given(places=st.lists(st.tuples(st.integers(0, len(SMALL)), st.sampled_from(ANY)), min_size=1, max_size=6))
def test_anything_anywhere_is_repaired_for_good_or_named(plan: Path, places: list[tuple[int, str]]) -> None:
    text = SMALL
    for offset, sign in places:
        text = text[:offset] + sign + text[offset:]
    plan.write_bytes(text.encode())
    before = read_plan_file(text.encode())
    status = main(["fix", str(plan), "-q"])
    after = read_plan_file(plan.read_bytes())
    left = {finding.rule for finding in after.findings} & REPAIRS.keys()
    assert (status == 1) is bool(left)
    assert before.text.marks is None or after.text.marks is not None
    assert before.plan is None or after.plan is not None
    whole = plan.read_bytes()
    assert main(["fix", str(plan), "-q"]) == status
    assert plan.read_bytes() == whole


@pytest.mark.parametrize("spoilt", [LEAD, "schema: kshc/2\n"])
def test_a_file_of_a_newer_kshc_stays_as_it_is(kshc: Kshc, plan: Path, spoilt: str) -> None:
    text = SMALL.replace("schema: kshc/1\n", "schema: kshc/2\n").replace(spoilt, spoilt.replace(": ", ":\u00a0"))
    assert "kshc/2" in text
    assert "\u00a0" in text
    plan.write_text(text, encoding="utf-8")
    told = kshc("fix", plan)
    assert (told.status, told.out.count("[newer-format]")) == (3, 1)
    assert plan.read_text(encoding="utf-8") == text
