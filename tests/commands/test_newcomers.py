"""What people try first: keys in Vietnamese, a Word file in place of a plan, a plan of ten lines, one slip."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kshc_cli.messages import use_language
from kshc_cli.plan.act import Decision
from kshc_cli.plan.model import Agency, AttachedPlan, Plan, Task
from kshc_cli.source.mistakes.meant import closest, closest_key
from tests.commands.test_render_extract import shown
from tests.conftest import EXAMPLES, ROOT, Kshc

SOUND = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")

README = (ROOT / "README.md").read_text(encoding="utf-8")
TEN_LINES = next(block for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if block.startswith("schema:"))
"""The first plan that the README shows."""


def findings(kshc: Kshc, path: Path, text: str | bytes) -> list[dict[str, object]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    files = json.loads(kshc("validate", path, "--format", "json").out)["files"]
    return [finding for file in files for finding in file["findings"]]


def test_the_guide_has_the_first_plan_of_readme() -> None:
    first = README.partition("## A first plan")[2].split("```")[1]
    assert f"```{first}```" in (ROOT / "docs" / "moi-nam.md").read_text("utf-8")


def test_a_plan_of_ten_lines_is_complete(kshc: Kshc, tmp_path: Path) -> None:
    path, out = tmp_path / "plan.yaml", tmp_path / "plan.docx"
    assert len(TEN_LINES.splitlines()) == 10
    assert findings(kshc, path, TEN_LINES) == []
    assert json.loads(kshc("--plan", path, "list", "--format", "json").out)["tasks"][0]["lead_agencies"] == [
        "van-phong"
    ]
    assert kshc("--plan", path, "render", "docx", "--out", out).status == 0
    lines = list(shown(out.read_bytes()))
    assert "STT | Nội dung công việc | Cơ quan chủ trì | Thời gian thực hiện" in lines
    assert "1 | Rà soát thủ tục | Văn phòng | Quý I" in lines
    assert kshc("check", "docx", out).status == 0


def test_usual_columns_are_those_that_tasks_fill(kshc: Kshc, tmp_path: Path) -> None:
    path, out = tmp_path / "plan.yaml", tmp_path / "plan.docx"
    path.write_text(TEN_LINES.replace("time: Quý I", "coop: Văn phòng, result: Báo cáo, time: Quý I"), "utf-8")
    assert kshc("--plan", path, "render", "docx", "--out", out).status == 0
    header = next(line for line in shown(out.read_bytes()) if line.startswith("STT"))
    assert header.count("|") == 5


def test_columns_may_leave_out_their_width(kshc: Kshc, tmp_path: Path) -> None:
    shown = {"content": "Việc", "lead": "Ai", "time": "Khi"}
    columns = ", ".join(f"{{role: {role}, header: {header}}}" for role, header in shown.items())
    text = TEN_LINES.replace('number: "1"', "number: null")
    text = text.replace("  sections:", f"  columns: [{columns}]\n  sections:")
    assert findings(kshc, tmp_path / "plan.yaml", text) == []


KEYS = (
    (Task, "lead", "chủ trì", "chu_tri", "Chủ-trì", "CHỦ TRÌ", "cơ quan chủ trì", "Lead", "leed", "đơn vị thực hiện"),
    (Task, "coop", "phối hợp", "phoi_hop", "cơ quan phối hợp", "cooop"),
    (Task, "time", "thời gian", "thoi_gian", "ThờiGian", "thời hạn", "Time"),
    (Task, "content", "nội dung", "noi dung", "noi_dung_cong_viec", "contents"),
    (Task, "result", "sản phẩm", "kết quả", "san_pham", "ket qua"),
    (Task, "number", "stt", "STT", "số thứ tự"),
    (Task, "work_by", "workby", "hạn nội bộ"),
    (Plan, "year", "năm", "nam", "Year"),
    (Plan, "agencies", "cơ quan", "co_quan", "agency", "đơn vị"),
    (Plan, "issuer", "cơ quan ban hành"),
    (AttachedPlan, "sections", "mục", "các mục", "section"),
    (Decision, "bases", "căn cứ", "can_cu"),
    (Decision, "articles", "điều", "dieu"),
    (Decision, "recipients", "nơi nhận", "noi-nhan"),
    (Agency, "aliases", "tên khác", "alias"),
    (Agency, "members", "thành viên"),
)


@pytest.mark.parametrize(("record", "meant", "typed"), [(each[0], each[1], key) for each in KEYS for key in each[2:]])
def test_keys_in_other_words_are_understood(record: type[Task], meant: str, typed: str) -> None:
    assert closest_key(typed, record) == meant


@pytest.mark.parametrize("key", ["xyz", "ghi chú thêm", "123", "", "____"])
def test_other_keys_mean_nothing(key: str) -> None:
    assert closest_key(key, Task) is None


def test_values_in_vietnamese_are_understood() -> None:
    kinds = ("window", "deadline", "recurring", "on_event", "continuous", "undated")
    assert [closest(word, kinds) for word in ("hằng tháng", "đột xuất", "thường xuyên", "Thời hạn")] == [
        *("recurring", "on_event", "continuous", "deadline"),
    ]
    assert closest("chủ trì", ("number", "content", "lead", "coop")) == "lead"


def test_a_misspelt_key_is_found_alone(kshc: Kshc, tmp_path: Path) -> None:
    """What would follow from it is silent, and another mistake elsewhere is found in the same run."""
    for old, new in (("      tables:", "      bảng:"), ("agencies:\n", "cơ quan:\n"), ("  columns:", "  cot:")):
        found = findings(kshc, tmp_path / "plan.yaml", SOUND.replace(old, new, 1))
        assert [one["rule"] for one in found] == ["unknown-key"], new
        both = SOUND.replace(old, new, 1).replace("Trong tháng 3 năm 2026", "Trong tháng 13 năm 2026", 1)
        found = findings(kshc, tmp_path / "plan.yaml", both)
        assert [one["rule"] for one in found] == ["unknown-key", "unread-time"], new


def test_a_required_key_in_vietnamese_is_one_finding(kshc: Kshc, tmp_path: Path) -> None:
    found = findings(kshc, tmp_path / "plan.yaml", SOUND.replace("lead: Văn phòng\n", "chủ trì: Văn phòng\n", 1))
    assert [(one["rule"], one["remedy"]) for one in found] == [("unknown-key", "Did you mean “lead”?")]


def test_what_no_key_is_known_for_is_not_missed_elsewhere(kshc: Kshc, tmp_path: Path) -> None:
    text = SOUND.replace("      tables:", "      qwertz:", 1)
    assert [one["rule"] for one in findings(kshc, tmp_path / "plan.yaml", text)] == ["unknown-key"]


@pytest.mark.parametrize("day", ["2025-12-20", "2026-01-12"])
def test_a_plan_may_be_signed_the_year_before(kshc: Kshc, tmp_path: Path, day: str) -> None:
    assert findings(kshc, tmp_path / "plan.yaml", SOUND.replace("2026-01-12", day)) == []


def test_a_wrong_year_is_one_finding(kshc: Kshc, tmp_path: Path) -> None:
    found = findings(kshc, tmp_path / "plan.yaml", SOUND.replace("year: 2026", "year: 2025"))
    assert [(one["rule"], one["line"]) for one in found] == [("plan-year", 2)]
    last_years = SOUND.replace("year: 2026", "year: 2025").replace(
        "Trong tháng 3 năm 2026", "Trong tháng 3 năm 2019", 1
    )
    found = findings(kshc, tmp_path / "plan.yaml", last_years)
    assert [one["rule"] for one in found] == ["plan-year", "date-outside-year"]


def test_times_that_say_no_year_speak_for_none(kshc: Kshc, tmp_path: Path) -> None:
    text = SOUND.replace("time: Trong tháng 3 năm 2026", "time: Trong tháng 3").replace("tháng 11 năm 2026", "tháng 11")
    assert findings(kshc, tmp_path / "plan.yaml", text) == []
    found = findings(kshc, tmp_path / "plan.yaml", text.replace("year: 2026", "year: 2025"))
    assert [(one["rule"], one["line"]) for one in found] == [("plan-year", 2)]


def others(folder: Path) -> Iterator[tuple[str, bytes, str]]:
    """Yield files of other programs, with a word of the sentence about each."""
    word = next((ROOT / "templates").glob("*.docx")).read_bytes()
    yield "a Word file", word, "kshc import docx"
    yield "an Excel file", zipped(folder, "xl/workbook.xml"), "kshc import xlsx"
    yield (
        "an OpenDocument text (.odt)",
        opendocument(folder, "text"),
        ".docx",
    )
    yield "an archive", zipped(folder, "a.txt"), "Unpack"
    yield "a PDF file", b"%PDF-1.7\n\x00\xff\x9b[2J", "Word file"
    yield "an OpenDocument spreadsheet (.ods)", opendocument(folder, "spreadsheet"), "kshc import xlsx"
    yield ".odp", opendocument(folder, "presentation"), "plan.yaml"
    yield "a PowerPoint file", zipped(folder, "ppt/presentation.xml"), "plan.yaml"
    yield "a Word file", zipped(folder, "word/document.xml")[:-40], "kshc import docx"
    yield "an archive", zipped(folder, "old/word/document.xml"), "Unpack"
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x1b[2J\0" * 99
    yield "of the old kind", compound, ".docx"
    yield "Word file of the old kind (.doc)", compound + "WordDocument".encode("utf-16-le"), "kshc import docx"
    yield "Excel file of the old kind (.xls)", compound + "Workbook".encode("utf-16-le"), "kshc import xlsx"
    yield "(.ppt)", compound + "PowerPoint Document".encode("utf-16-le"), "plan.yaml"
    yield "a password", compound + "EncryptedPackage".encode("utf-16-le"), "without a password"
    yield "an RTF file", b"{\\rtf1 x}", ".docx"
    for start in (
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\xff\xd8\xff",
        b"GIF89a",
        b"BM\x36\1\2\0\0\0\0\0",
        b"II*\0",
        b"RIFF1234WEBP",
    ):
        yield "a picture", start, "plan.yaml"
    yield "a web page", b"<!DOCTYPE html><html></html>", "plan.yaml"
    yield "a binary file", b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\0>\0", "plan.yaml"
    yield "a binary file", b"SQLite format 3\0\x10\0\x01\x01\0@  \0\0\0\x1b\0\0\0\x07", "plan.yaml"
    yield "a binary file", bytes(range(256)) * 2, "plan.yaml"
    yield "UTF-16", "schema: kshc/1".encode("utf-16"), "UTF-8"


def opendocument(folder: Path, kind: str) -> bytes:
    return zipped(folder, "content.xml", mimetype=f"application/vnd.oasis.opendocument.{kind}")


def zipped(folder: Path, name: str, mimetype: str = "") -> bytes:
    with zipfile.ZipFile(folder / "other.zip", "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        archive.writestr(name, "x")
    return (folder / "other.zip").read_bytes()


def test_files_of_other_programs_are_named(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    for name, data, remedy in others(tmp_path):
        path.write_bytes(data)
        for arguments, status in ((["validate", path], 1), (["--plan", path, "list"], 3), (["--plan", path, "due"], 3)):
            answer = kshc(*arguments)
            said = answer.out + answer.err
            assert answer.status == status, name
            assert name in said
            assert remedy in said
            assert not set(said) & set(map(chr, (*range(10), 11, 12, *range(14, 32), *range(127, 160)))), name
            assert len(said) < 1000


def in_place_of_word_files(folder: Path) -> Iterator[tuple[str, bytes, str]]:
    """Yield files that are none of Word, with words of what is said of each, and of the remedy."""
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x1b[2J\0" * 99
    yield "a PDF file", b"%PDF-1.7\n\x00\xff\x9b[2J", "open it in Word, compare it"
    yield "an Excel file", zipped(folder, "xl/workbook.xml"), "kshc import xlsx FILE"
    yield "an Excel file of the old kind (.xls)", compound + "Workbook".encode("utf-16-le"), "kshc import xlsx FILE"
    yield "an OpenDocument text (.odt)", opendocument(folder, "text"), "Save it as .docx first."
    yield "an RTF file", b"{\\rtf1 x}", "Save it as .docx first."
    yield "an archive", zipped(folder, "a.txt"), "Unpack it, and name the Word file (.docx) in it."
    yield "a picture", b"\x89PNG\r\n\x1a\n\0\0", "Name a Word file (.docx)."
    yield "a plan of kshc", SOUND.encode(), "kshc validate FILE. Write its Word file with: kshc render docx."
    yield "a plan of kshc", b"\xef\xbb\xbf# a comment\nschema: 'kshc/1'\n", "kshc validate FILE"
    yield "a progress log of kshc", b"schema: kshc-progress/1\nentries: []\n", "kshc validate FILE"
    yield "a text file", "Quyết định".encode(), "Name a Word file (.docx)."
    yield "a binary file", bytes(range(256)) * 2, "Name a Word file (.docx)."


def test_what_is_named_in_place_of_a_word_file_is_called_what_it_is(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where there is no LibreOffice
    path = tmp_path / "other.pdf"
    for name, data, remedy in in_place_of_word_files(tmp_path):
        path.write_bytes(data)
        for command in (["check"], ["import"], ["check", "docx"], ["import", "docx"], ["template", "check"]):
            answer = kshc(*command, path)
            assert (answer.status, answer.out.count("[unreadable-file]")) == (3, command[0] != "import"), name
            said = " ".join((answer.out + answer.err).split())
            if command[0] == "import" and name.endswith((".odt)", "RTF file")):
                assert f"It is {name}: save it as .docx in the program that it is from, or" in said
                continue
            assert f"it is {name}, not a Word file (.docx)." in said
            assert remedy in said


def test_it_is_said_in_vietnamese_too(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ke-hoach.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.setenv("KSHC_LANG", "vi")
    told = kshc("import", tmp_path / "ke-hoach.pdf").err
    use_language("en")
    assert "đây là tệp PDF, không phải tệp Word (.docx)" in told


@pytest.mark.parametrize("text", ["s\0chema: kshc/1\n", "schema: k\0shc/1\n", "\0\0\0\0\0\0\0\0"])
def test_a_zero_byte_is_no_utf_16(kshc: Kshc, tmp_path: Path, text: str) -> None:
    found = findings(kshc, tmp_path / "plan.yaml", text)
    assert any("U+0000" in str(one["message"]) for one in found)
    assert not any("UTF-16" in str(one["message"]) for one in found)


def test_an_old_charset_with_control_characters_is_a_text_all_the_same(kshc: Kshc, tmp_path: Path) -> None:
    viscii = b"subject: K\xaa ho\xd5ch n\xe5m 2026, B\x02NG PH\x06N\n"
    (found,) = findings(
        kshc, tmp_path / "plan.yaml", viscii + b"note: k\xaa ho\xd5ch n\xe5m 2026 c\xfca ph\xdf\xb6ng\n" * 9
    )
    assert found["rule"] == "not-utf8"


@pytest.mark.parametrize("key", ["số", "stt", "Number"])
def test_a_key_whose_field_is_there_is_not_to_be_renamed(kshc: Kshc, tmp_path: Path, key: str) -> None:
    text = TEN_LINES.replace('number: "1",', f'number: "1", {key}: "2",')
    (found,) = findings(kshc, tmp_path / "plan.yaml", text)
    assert found["remedy"] == "“number” stands here already: delete one of the two."


@pytest.mark.parametrize(
    ("key", "column"),
    [("ghi chú", "ghi-chu"), ("Kinh phí (triệu đồng)", "kinh-phi-trieu-dong"), ("ghi_chu", "ghi-chu"), ("?!", "khac")],
)
@pytest.mark.parametrize("value", ["x", ""])
def test_words_of_another_column_are_pointed_to_others(
    kshc: Kshc, tmp_path: Path, key: str, column: str, value: str
) -> None:
    path = tmp_path / "plan.yaml"
    task = 'tasks:\n            - id: "1"\n              number: "1"\n              content: Rà soát\n'
    tail = "              lead: Văn phòng\n              time: Quý I\n"
    block = TEN_LINES.split("tasks:", maxsplit=1)[0] + task + tail
    (found,) = findings(kshc, path, f"{block}              '{key}': {value}\n")
    assert f"“others: {{{column}: …}}”" in str(found["remedy"])
    columns = (
        "  columns: [{role: number, header: STT}, {role: content, header: Việc}, {role: lead, header: Ai}, "
        f"{{role: time, header: Khi}}, {{role: other, key: {column}, header: Ghi chú}}]\n  sections:"
    )
    followed = f"{block}              others: {{{column}: x}}\n".replace("  sections:", columns)
    assert findings(kshc, path, followed) == []
