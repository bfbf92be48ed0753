"""``kshc import docx`` as a clerk uses it."""

from pathlib import Path

import pytest

from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES, Kshc
from tests.documents.importing.foreign import HEADER, TASK, ending, head, heading, plan, row, table
from tests.documents.word_xml import p, r, tbl, word_file

TIME = (
    f'<w:del w:id="1" w:author="A"><w:r><w:delText>Quý I</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="A">{r("Quý II")}</w:ins>'
)
SOUND = EXAMPLES / "sound.yaml"


@pytest.fixture
def document(kshc: Kshc, tmp_path: Path) -> Path:
    """The sound plan as a Word document."""
    path = tmp_path / "sound.docx"
    assert kshc("render", "docx", "--plan", SOUND, "--out", path).status == 0
    return path


def foreign(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "foreign.docx"
    path.write_bytes(word_file(body))
    return path


def test_the_plan_goes_to_stdout_and_talk_to_stderr(kshc: Kshc, document: Path) -> None:
    result = kshc("import", "docx", document)
    assert result.status == 0
    read = read_plan_file(result.out.encode())
    assert read.findings == ()
    assert read.plan is not None
    assert read.plan.issuer.name == "Ủy ban nhân dân xã Hòa Bình"
    assert "3 tasks were read.\n1 of them was read from a sentence" in result.err
    assert "# Proposed from the words: check names and ids.\nagencies:\n" in result.out


def test_a_dash_is_standard_output(kshc: Kshc, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no file of that name; what is no text goes into a file only."""
    monkeypatch.chdir(document.parent)
    assert kshc("import", "docx", document, "--out", "-").out == kshc("import", "docx", document).out
    for command in (["render", "docx", "--plan", SOUND], ["render", "pdf", "--plan", SOUND], ["template", "new"]):
        refused = kshc(*command, "--out", "-")
        assert (refused.status, "--out names no file" in refused.err) == (2, True), command
    assert not Path("-").exists()


def test_like_the_earlier_plan_it_is_the_same_plan(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.yaml"
    result = kshc("import", "docx", document, "--like", SOUND, "--out", out)
    assert result.status == 0
    assert result.out == ""
    assert str(out) in result.err
    assert read_plan_file(out.read_bytes()).plan == read_plan_file(SOUND.read_bytes()).plan
    assert kshc("validate", out).status == 0


def test_what_has_no_place_is_listed_and_the_status_is_1(kshc: Kshc, tmp_path: Path) -> None:
    path = foreign(tmp_path, plan(p("Mở đầu.") + table(HEADER, TASK) + table(row("Khoản", "Số tiền"))))
    result = kshc("import", "docx", path)
    assert result.status == 1
    assert (
        f"{path}: paragraph 18, table 3, row 1: warning: This row has no place in the plan. [not-in-plan]" in result.err
    )
    assert "  | Khoản | Số tiền\n" in result.err
    assert "1 place is not in the plan." in result.err
    assert read_plan_file(result.out.encode()).plan is not None


def test_a_table_of_which_nothing_is_in_the_plan_is_listed_once(kshc: Kshc, tmp_path: Path) -> None:
    costs = table(row("Khoản", "Số tiền"), row("In ấn", "2"), row("", ""), row("Tập huấn", "3"))
    tasks = table(HEADER, TASK, row("2", "Báo cáo", "Văn phòng", "Quý II"), row("", "Lập ngày 5/3", "", "Ký tên"))
    result = kshc("import", "docx", foreign(tmp_path, plan(p("Mở đầu.") + tasks + costs + tbl(row("Người lập", "Ký")))))
    listed = [line.partition("warning: ")[2] for line in result.err.splitlines() if "[not-in-plan]" in line]
    assert listed == [
        "This table has no place in the plan: 3 rows. [not-in-plan]",
        "This row has no place in the plan. [not-in-plan]",
    ], result.err
    assert "  | Khoản | Số tiền · In ấn | 2 · Tập huấn | 3\n" in result.err
    assert ", table 3: warning" in result.err


@pytest.mark.parametrize(
    ("title", "subject", "is_told"),
    [
        ("THÔNG TƯ", "Sửa đổi Thông tư số 2442/2007/TT-TTCP ngày 13 tháng 11 năm 2007", True),
        ("PHIẾU KHẢO SÁT", "Nhu cầu đào tạo", True),
        ("BÁO CÁO", "Kết quả công việc", True),
        ("BÁO CÁO", "Bộ phận công tác: văn phòng", True),
        ("KẾ HOẠCH", "Cải cách hành chính", False),
        ("CHƯƠNG TRÌNH CÔNG TÁC", "Của Ủy ban", False),
        ("BẢNG PHÂN CÔNG NHIỆM VỤ", "Cải cách hành chính", False),
        ("LỊCH CÔNG TÁC", "Quý I", False),
        ("THÔNG BÁO", "Về tiến độ thực hiện", False),
    ],
)
def test_what_says_nowhere_that_it_is_a_plan_is_doubted(
    kshc: Kshc, tmp_path: Path, title: str, subject: str, *, is_told: bool
) -> None:
    body = heading("UBND HUYỆN CAO LÃNH", "PHÒNG NỘI VỤ", "Số: 12/PNV") + head(title) + head(subject)
    path = foreign(tmp_path, body + table(HEADER, TASK) + ending("TRƯỞNG PHÒNG"))
    result = kshc("import", "docx", path, "--out", tmp_path / "plan.yaml")
    assert ("No title of this document says that it is a plan. [no-plan-title]" in result.err) == is_told, result.err
    assert (f"  | {title} · {subject}\n" in result.err) == is_told
    assert (result.status == 1) >= is_told
    assert read_plan_file((tmp_path / "plan.yaml").read_bytes()).plan.year == 2024  # type: ignore[union-attr]
    assert ("Check that its tables hold tasks of your office" in result.err) == is_told
    again = kshc("import", "docx", path, "--like", tmp_path / "plan.yaml")
    assert "no-plan-title" not in again.err


def test_a_text_without_tables_is_not_asked_for_them(kshc: Kshc, tmp_path: Path) -> None:
    body = heading("UBND HUYỆN CAO LÃNH", "PHÒNG NỘI VỤ", "Số: 12/PNV") + head("QUY CHẾ") + head("Làm việc")
    lines = ("1. Phòng Nội vụ chủ trì trực ban", "- Thời gian: quý I", "2. Họp giao ban", "- Chủ trì: Phòng Nội vụ")
    result = kshc("import", "docx", foreign(tmp_path, body + "".join(map(p, lines)) + ending("TRƯỞNG PHÒNG")))
    assert "[no-plan-title]" in result.err
    assert "Check that what was read are tasks of your office before you use this plan." in result.err
    assert "1 of them was read from a sentence or a line above it: check who does it, and when (nv.1)." in result.err


def test_tables_without_a_title_are_not_doubted(kshc: Kshc, tmp_path: Path) -> None:
    assert "no-plan-title" not in kshc("import", "docx", foreign(tmp_path, table(HEADER, TASK)), "--year", "2024").err


@pytest.mark.parametrize(
    "words",
    [
        "báo cáo về Phòng trước ngày …… tháng 01 năm 2024.",
        "gửi kết quả chậm nhất là ngày 15/12.",
        "hoàn thành trước 30/6/2024.",
        "báo cáo định kỳ hằng quý.",
        "hoàn thành ngay sau quý IV.",
    ],
)
def test_a_duty_outside_the_tables_is_told_with_its_place(kshc: Kshc, tmp_path: Path, words: str) -> None:
    body = head("I. NỘI DUNG") + table(HEADER, TASK) + head("II. GIẢI PHÁP")
    others = p("Thực hiện Quyết định số 26/2013/QĐ-UBND ngày 13 tháng 8 năm 2013.") + p("Văn phòng theo dõi hằng ngày.")
    result = kshc("import", "docx", foreign(tmp_path, plan(body + others + p(f"Các phòng {words}") + p("Hết./."))))
    told = [line for line in result.err.splitlines() if "[deadline-without-duty]" in line]
    assert len(told) == ("quý IV" not in words), result.err
    assert all("paragraph 21: warning: " in line for line in told), told
    assert result.status == 0


def test_the_duty_that_a_first_import_loses_is_told_and_found_again_like_its_plan(
    kshc: Kshc, plan_file: Path, tmp_path: Path
) -> None:
    document, out = tmp_path / "plan.docx", tmp_path / "out.yaml"
    kshc("render", "docx", "--plan", plan_file, "--out", document)
    first = kshc("import", "docx", document, "--out", out)
    assert (first.status, "36 tasks were read." in first.err) == (0, True)
    assert first.err.count("[deadline-without-duty]") == 1
    assert " trước ngày [?] tháng 01 năm 2024.\n" in first.err
    again = kshc("import", "docx", document, "--like", plan_file, "--out", out, "--force")
    assert ("35 tasks were read." in again.err, "[deadline-without-duty]" in again.err) == (True, False)


def test_nothing_hidden_is_read_silently(kshc: Kshc, tmp_path: Path) -> None:
    task = row("1", "Lập kế hoạch", "Văn phòng", "").replace("</w:p></w:tc></w:tr>", f"{TIME}</w:p></w:tc></w:tr>")
    white = p("Mở đầu", "", '<w:color w:val="FFFFFF"/>')
    path = tmp_path / "changed.docx"
    header = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    path.write_bytes(
        word_file(white + plan(table(HEADER, task)) + header, header1=p("", "", "") + p("Mật", "", "<w:vanish/>"))
    )
    result = kshc("import", "docx", path)
    assert result.status == 1
    assert "time: Quý II\n" in result.out
    changed = "Tracked changes stand open in 1 paragraph. The document was read as if all of them were accepted."
    assert changed in result.err
    assert "Letters are white or too small to be read in 1 paragraph." in result.err
    assert "header" in result.err
    assert "struck through, hidden or set above others, and were left out" in result.err
    assert "  | Mật\n" in result.err


def test_errors_of_the_plan_are_told_and_the_plan_is_written(kshc: Kshc, tmp_path: Path) -> None:
    path = foreign(tmp_path, plan(p("Căn cứ Nghị định về cải cách;") + table(HEADER, TASK)))
    out = tmp_path / "plan.yaml"
    result = kshc("import", "docx", path, "--out", out)
    assert result.status == 1
    assert f"{out}:" in result.err
    assert "[legal-citation]" in result.err
    assert out.exists()


def test_blanks_are_counted(kshc: Kshc, tmp_path: Path) -> None:
    result = kshc("import", "docx", foreign(tmp_path, table(HEADER, TASK)), "--year", "2024")
    assert "blanks are left open." in result.err


def test_the_year_is_asked_for(kshc: Kshc, tmp_path: Path) -> None:
    path = foreign(tmp_path, table(HEADER, TASK))
    result = kshc("import", "docx", path)
    assert (result.status, result.out) == (2, "")
    assert "--year" in result.err
    assert "\nyear: 2025\n" in kshc("import", "docx", path, "--year", "2025").out
    assert kshc("import", "docx", path, "--year", "25").status == 2


@pytest.mark.parametrize("body", [p("Chỉ có lời."), table(row("Khoản", "Số tiền"))])
def test_without_a_task_table_nothing_is_written(kshc: Kshc, tmp_path: Path, body: str) -> None:
    out = tmp_path / "plan.yaml"
    result = kshc("import", "docx", foreign(tmp_path, body), "--out", out)
    assert (result.status, result.out) == (1, "")
    assert "The document has no tasks" in result.err
    assert not out.exists()


def test_an_unreadable_document(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "no.docx").write_bytes(b"PK nothing")
    assert kshc("import", "docx", tmp_path / "no.docx").status == 3
    assert kshc("import", "docx", tmp_path / "missing.docx").status == 3


def test_a_file_that_is_there_is_replaced_only_by_force(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"
    out.write_text("old", encoding="utf-8")
    result = kshc("import", "docx", document, "--out", out)
    assert result.status == 2
    assert "--force" in result.err
    assert out.read_text(encoding="utf-8") == "old"
    assert kshc("import", "docx", document, "--out", out, "--force").status == 0
    assert out.read_text(encoding="utf-8").startswith("schema: kshc/1\n")


@pytest.mark.parametrize("name", ["sound.docx", "like.yaml", "link.yaml", ""])
def test_what_is_read_is_never_replaced(kshc: Kshc, document: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "like.yaml").write_bytes(SOUND.read_bytes())
    (tmp_path / "link.yaml").symlink_to(tmp_path / "like.yaml")
    out = tmp_path / name if name else ""
    before = document.read_bytes()
    result = kshc("import", "docx", document, "--like", tmp_path / "like.yaml", "--out", out, "--force")
    assert result.status == 2
    assert document.read_bytes() == before
    assert (tmp_path / "like.yaml").read_bytes() == SOUND.read_bytes()


def test_duties_that_are_gone_are_named(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    text = SOUND.read_text("utf-8").replace("trước ngày 30 tháng 11", "trước ngày 15 tháng 11")
    (tmp_path / "like.yaml").write_text(text, encoding="utf-8")
    result = kshc("import", "docx", document, "--like", tmp_path / "like.yaml", "--out", tmp_path / "out.yaml")
    assert result.status == 1
    assert "Tasks of the earlier plan that are not in this one: II.1." in result.err


def test_rows_that_are_gone_new_or_changed_are_named(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    old = SOUND.read_text("utf-8")
    more = ("Lập báo cáo", "Rà soát hồ sơ")
    rows = "".join(
        f'                - {{id: 1.1.{place}, number: "1.{place}", content: {words}, lead: Văn phòng, time: Quý I}}\n'
        for place, words in enumerate(more, 3)
    )
    text = old.replace("    - heading: II. TỔ", f"{rows}    - heading: II. TỔ").replace(
        "Trong tháng 3", "Trong tháng 5"
    )
    text = text.replace("Tổng hợp phương án đơn giản hóa", "Lập phương án")
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    assert kshc("note", "1.1.4", "x", "--plan", tmp_path / "plan.yaml").status == 0
    result = kshc("import", "docx", document, "--like", tmp_path / "plan.yaml", "--out", tmp_path / "out.yaml")
    assert result.status == 1
    told = result.err.splitlines()
    assert "Tasks of the earlier plan that are not in this one: 1.1.2, 1.1.3, 1.1.4." in told
    assert [line for line in told if line.startswith("The progress log has entries about tasks that are gone: 1.1.4.")]
    assert "New tasks, which the earlier plan has not: 1.1.5." in told
    assert "Perhaps the same task under a new id: 1.1.2 → 1.1.5." in told
    assert "Tasks with other words than in the earlier plan: 1.1.1 (time)." in told


def test_steps_of_due_soon_are_kept(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    text = SOUND.read_text("utf-8").replace("\nplan:\n", "\ndue_soon: [10, 5]\nplan:\n")
    (tmp_path / "like.yaml").write_text(text, encoding="utf-8")
    result = kshc("import", "docx", document, "--like", tmp_path / "like.yaml")
    assert "due_soon:" in result.out


def test_an_earlier_plan_that_is_none(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("schema: kshc/1\n", encoding="utf-8")
    result = kshc("import", "docx", document, "--like", tmp_path / "bad.yaml")
    assert (result.status, result.out) == (3, "")
    assert "bad.yaml" in result.err


def test_groups_without_members_are_named(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    group = row("2", "Niêm yết", "UBND các xã, phường", "Quý II")
    path = foreign(tmp_path, plan(p("Mở đầu.") + table(HEADER, TASK, group)))
    said = "1 group has no members yet: UBND các xã, phường. To ask for one, add it under agencies"
    assert said in kshc("import", "docx", path).err
    assert "no members yet" not in kshc("import", "docx", document, "--like", SOUND).err


def test_findings_of_what_was_read_are_shown_as_validate_shows_them(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    end = "Trong quá trình thực hiện nếu có khó khăn vướng mắc các cơ quan báo cáo để kịp thời trao đổi xử lý " * 2
    foreign(tmp_path, plan(table(HEADER, row(*TASK)) + p(r(end))))
    told = kshc("--color", "always", "import", "docx", "foreign.docx", "--out", "p.yaml", "--year", "2026").err
    shown = kshc("--color", "always", "validate", "p.yaml").out
    lines = [line for line in shown.splitlines() if line.startswith("  ") and "|" in line]
    assert "[missing-end-mark]\n" in told
    excerpts = [text.partition("[missing-end-mark]")[2].splitlines()[:3] for text in (told, shown)]
    assert excerpts[0] == excerpts[1]
    assert max(map(len, lines)) <= 80


def test_a_long_name_is_told_in_one_piece(kshc: Kshc, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = document.with_name(f"{'ke-hoach-' * 12}2026.yaml")
    assert f"{out.name}\n" in kshc("--color", "always", "import", "docx", document, "--out", out).err


def test_members_that_are_guessed_are_told(kshc: Kshc, document: Path, tmp_path: Path) -> None:
    offices = row("2", "Niêm yết", "Các phòng chuyên môn", "Quý II")
    bank = row("3", "Cho vay", "Phòng giao dịch Ngân hàng; Phòng Kinh tế; Phòng Nội vụ", "Quý II")
    path = foreign(tmp_path, plan(p("Mở đầu.") + table(HEADER, TASK, offices, bank)))
    result = kshc("import", "docx", path)
    said = "Group Các phòng chuyên môn: members guessed by their names; check them: Phòng Kinh tế; Phòng Nội vụ.\n"
    assert said in result.err
    assert "members: [phong-kinh-te, phong-noi-vu]" in result.out
    assert "guessed" not in kshc("import", "docx", document, "--like", SOUND).err


def test_at_the_end_it_is_said_what_became_of_the_paragraphs(kshc: Kshc, tmp_path: Path) -> None:
    prose = p("1. Rà soát thủ tục") + p("- Cơ quan chủ trì: Văn phòng") + p("- Thời gian: Quý I")
    left = (
        *("Các phòng báo cáo trước ngày 15/12.", "Phòng Tư pháp chủ trì theo dõi chung.", "Hết./."),
        *(f"Giao bộ phận {n} lưu hồ sơ." for n in range(6)),
    )
    body = head("I. NỘI DUNG") + table(HEADER, TASK) + head("II. VIỆC KHÁC") + prose + head("III. TỔ CHỨC")
    result = kshc("import", "docx", foreign(tmp_path, plan(body + "".join(map(p, left)))))
    told = result.err[result.err.index("2 tasks were read.") :].splitlines()
    assert told[:3] == [
        "2 tasks were read.",
        "Paragraphs outside the tables: 1 begin a task, 2 go on with one, 9 stay text.",
        "Text that may give duties and is not followed: 1 tells by when (listed above), 7 tell who does it.",
    ]
    assert told[3].endswith(": “Phòng Tư pháp chủ trì theo dõi chung.”")
    assert [line.rpartition("“")[2] for line in told[4:8]] == [f"Giao bộ phận {n} lưu hồ sơ.”" for n in range(4)]
    assert told[8] == "  and 2 more"


def test_tables_alone_tell_of_no_paragraphs(kshc: Kshc, tmp_path: Path) -> None:
    result = kshc("import", "docx", foreign(tmp_path, table(HEADER, TASK)), "--year", "2024")
    assert "Paragraphs" not in result.err
    assert "not followed" not in result.err


def test_missing_columns_are_said(kshc: Kshc, tmp_path: Path) -> None:
    bare = table(row("STT", "Nhiệm vụ", "Sản phẩm"), row("1", "Họp", "Biên bản"))
    periods = table(row("STT", "Nhiệm vụ", "Chủ trì", "Quý I", "Quý II"), row("1", "Họp", "Văn phòng", "x", ""))
    result = kshc("import", "docx", foreign(tmp_path, plan(p("Mở đầu.") + bare + periods + table(HEADER, TASK))))
    assert "1 table of tasks has no column of who leads." in result.err
    assert "1 table of tasks has no column of the time." in result.err
    whole = kshc("import", "docx", foreign(tmp_path, plan(p("Mở đầu.") + periods)))
    assert "no column" not in whole.err
