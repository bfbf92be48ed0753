"""A log that is read line by line is what YAML makes of it, and long ones that kshc wrote are read so."""

import random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.source.edit.progress_text import (
    FORMAT,
    LogText,
    are_added,
    entry_line,
    read_by_line,
    read_log,
    read_progress_file,
    with_entries,
)
from kshc_cli.source.yaml.text import read_yaml
from kshc_cli.tracking.progress_log import Entry, What
from tests.tracking.logs import entry

HEAD: Final = f"# Lời đầu: a#b\n\nschema: {FORMAT}\nentries:\n"
LINE: Final = "- {date: 2026-07-01, what: note, task: 1.2.1, note: Đã gửi, entered: 2026-07-02, id: a1}"
PIECES: Final = (
    *(", ", ": ", " ", "  ", "{", "}", "[", "]", '"', "'", "\\", "\\n", "#", " #", "- ", "-", "?", "&a ", "*a", "!x "),
    *(
        "|",
        ">",
        "%",
        "@",
        "`",
        "~",
        "null",
        "true",
        "1.5",
        "0x1F",
        "12",
        ".5",
        "+1",
        "é",
        "e\u0301",
        "\u00a0",
        "\u200b",
    ),
    *(
        "\n",
        "\r\n",
        "\r",
        "\t",
        "note: ",
        "a: b",
        "document: {number: 1/BC, date: 2026-06-30}",
        "document: {}",
        ",",
        ":",
    ),
    *(f"\n{LINE}\n", "\n# ghi chú\n", "\n\n", "\n  ", "...", "---", "=", "<<", "“", "…", "(", "/"),
)


def by_line(text: str) -> LogText | None:
    """Read a log line by line."""
    return read_by_line(text.encode("utf-8", "surrogatepass"))


def by_yaml(log: LogText) -> tuple[Entry, ...]:
    """Return the entries that YAML makes of a log's bytes; that it finds nothing wrong is part of the reading."""
    whole = read_progress_file(log.data)
    assert whole.findings == ()
    assert whole.record is not None
    return tuple(map(Entry.of, whole.record.entries or ()))


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        '- {date: 2026-07-01, what: note, task: "1.2", note: "Hạn: 5, 6 #7", entered: 2026-07-02, id: "007"}',
        "- {date: 2026-07-01, what: note, task: a, note: 'nói \"được\"', entered: 2026-07-02, id: a1}",
        "- {id: a1, date: 2026-07-01, what: done, task: a, document: {number: 1/BC, title: T}, entered: 2026-07-02}",
        '- {date: 2026-07-01, what: note, task: a, note: "hai\\ndòng", entered: 2026-07-02, id: a1}',
        "- {date: 2026-07-01, what: note, task: 1.2, note: x, entered: 2026-07-02, id: a1}  # tay",
        "- {date: 2026-07-01, what: note, task: a, unit: null, note: true đó, who: ~, entered: 2026-07-02, id: a1}",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\r\n", "\n\n  # ghi chú\n"])
def test_an_entry_on_a_line_of_its_own_is_read_by_it(line: str, between: str) -> None:
    found = by_line(HEAD + LINE + between + line + between + LINE)
    assert found is not None
    assert found.entries is not None
    assert len(found.entries) == 3
    assert found.entries == by_yaml(found)


@pytest.mark.parametrize(
    "rest",
    [
        "- {date: 2026-07-01, what: note, task: a, note: x, entered: 2026-07-02,\n  id: a1}",
        '- {date: 2026-07-01, what: note, task: a, note: "x\n- y", entered: 2026-07-02, id: a1}',
        "- date: 2026-07-01\n  what: note",
        "  - {date: 2026-07-01, what: note, task: a, note: x, entered: 2026-07-02, id: a1}",
        "- {date: 2026-07-01, what: note, task: a, task: b, note: x, entered: 2026-07-02, id: a1}",
        "- {date: 2026-07-01, what: note, task: a, note: x, entered: 2026-07-02, id: a1, odd: x}",
        "- {date: 01/7/2026, what: note, task: a, note: x, entered: 2026-07-02, id: a1}",
        "- {date: 2026-07-01, what: note, task: a, note: &n x, entered: 2026-07-02, id: a1}\n- *n",
        "- x",
        "other: x",
    ],
)
def test_any_other_is_left_to_yaml(rest: str) -> None:
    assert by_line(f"{HEAD}{LINE}\n{rest}\n{LINE}\n") is None


@settings(max_examples=400, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_lines_and_yaml_agree_whatever_is_typed(chance: random.Random, changes: int) -> None:
    text = HEAD + f"{LINE}\n" * 4
    for _change in range(changes):
        place, length = chance.randrange(len(text)), chance.choice((0, 0, 1, 5))
        text = text[:place] + chance.choice(PIECES) + text[place + length :]
    found = by_line(text)
    assert found is None or found.entries == by_yaml(found)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), min_size=1), min_size=1, max_size=4))
def test_what_kshc_writes_is_read_by_line(words: list[str]) -> None:
    made = tuple(entry("note", "06-30", "own", note=each) for each in words)
    data = with_entries(b"", made)
    read = read_log(data)
    if read.findings == ():
        found = by_line(data.decode())
        assert found is not None
        assert found.entries == read.entries == by_yaml(found)


def long_log(entries: int) -> bytes:
    lines = (entry_line(entry("note", "06-30", "own", note=f"Ghi chú {number}")) for number in range(entries))
    return (HEAD + "\n".join(lines) + "\n").encode()


def test_a_log_of_many_entries_is_no_error() -> None:
    data = long_log(100_000)
    read = read_log(data)
    assert read.findings == ()
    assert read.entries is not None
    assert len(read.entries) == 100_000
    assert "yaml" not in vars(read), "it was parsed as YAML"


def test_the_same_log_is_no_error_where_yaml_has_to_read_it() -> None:
    text = HEAD.encode() + b"- {date: 2026-07-01, what: note, task: a, note: x, entered: 2026-07-02, id: a1}\n" * 80_000
    read = read_progress_file(
        text + b"-\n  {date: 2026-07-01, what: note, task: a, note: x, entered: 2026-07-02, id: a}\n"
    )
    assert read.findings == ()


def test_findings_of_a_long_log_have_their_places() -> None:
    lines = long_log(1_000).decode().splitlines()
    lines[700] = lines[700].replace("date: 2026-06-30", "date: 30/6/2026")
    read = read_log("\n".join(lines).encode())
    assert read.entries is None
    assert [finding.place.line for finding in read.findings if finding.place] == [701]


@pytest.mark.parametrize("end", ["", "\n", "\n# hết\n", "\r\n"])
@pytest.mark.parametrize("indent", ["", "    "])
def test_what_is_added_is_proven_by_its_own_lines(end: str, indent: str) -> None:
    lines = long_log(1_000).decode().splitlines()
    data = ("\n".join([*lines[:4], *(indent + line for line in lines[4:])]) + end).encode()
    log, made = read_log(data), (entry("done", "06-30", "own"), entry("note", "06-30", "own", note="a: b\nc"))
    after = with_entries(data, made, log)
    assert are_added(made, log, after)
    assert "yaml" not in vars(log), "the old entries were read again"
    assert read_yaml(after).findings == ()
    assert read_log(after).entries == (*(log.entries or ()), *made)


def test_what_is_added_otherwise_is_not_proven() -> None:
    data = long_log(1_000)
    log, made = read_log(data), (entry("note", "06-30", "own", note="x"),)
    line = entry_line(made[0]).encode()
    assert are_added(made, log, data + line + b"\n")
    for after in (
        data + b"  " + line,
        data + line + b"\n" + line,
        data[:-1] + line,
        data,
        data[:-40] + b"\n" + line,
        b" " + data + line,
        data + line.replace(b"note: x", b"note: y"),
        data + line[:-1],
    ):
        assert not are_added(made, log, after)


def test_an_entry_means_what_its_record_says() -> None:
    made = entry("done", "06-30", "own", document={"number": "1/BC", "date": "2026-06-29"})
    assert made.kind is What.DONE
    assert made.fields()["document"] == {"number": "1/BC", "date": "2026-06-29", "title": None}
    assert entry_line(made).startswith(
        "- {date: 2026-06-30, what: done, task: own, document: {number: 1/BC, date: 2026-06-29}, entered: 2026-12-31, "
    )
