"""``kshc init``: from an empty folder to a repository whose checks run."""

import json
import sys
from pathlib import Path

import pytest
import yaml

from kshc_cli.desk.starting import place_of
from tests.conftest import ROOT, Kshc
from tests.on_terminal import on_a_terminal

WARD = "Ủy ban nhân dân phường Hoa Sen"
HOA_SEN = ("--office", WARD, "--year", "2026")
WORD = ROOT / "examples" / "ward-prose" / "ke-hoach.docx"
SHEETS = ROOT / "examples" / "excel-tracker" / "theo-doi.xlsx"
ALWAYS = {
    ".gitattributes", ".gitignore", ".vscode/extensions.json", ".vscode/settings.json", "README.md", "plan.yaml",
    "schemas/plan.schema.json", "schemas/progress.schema.json", "templates/ke-hoach.docx",
}  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_office_without_a_document(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("KSHC_LANG", language)
    office = tmp_path / "kế hoạch 2026"
    assert kshc("init", office, *HOA_SEN).status == 0
    assert set(files(office)) == ALWAYS
    monkeypatch.chdir(office)
    found = kshc("validate")
    assert (found.status, found.out.count("["), found.out.count("[sample-words]")) == (0, 2, 2)
    assert "Việc mẫu" in kshc("due", "--month", "3").out
    assert kshc("render", "docx").status == 0
    assert kshc("template", "check", "templates/ke-hoach.docx").status == 0
    plan = yaml.safe_load(Path("plan.yaml").read_text(encoding="utf-8"))
    assert (plan["year"], plan["issuer"]) == (2026, {"name": WARD, "place": "Hoa Sen"})
    assert (plan["issuance"]["symbol"], plan["issuance"]["signature"]["lines"]) == ("KH-UBND", ["CHỦ TỊCH"])
    schemas = json.loads(Path(".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert all(Path(name).is_file() for name in schemas)
    assert WARD in Path("README.md").read_text(encoding="utf-8").splitlines()[0]


def test_what_nobody_knows_stays_blank_and_is_refused_in_a_final_document(kshc: Kshc, tmp_path: Path) -> None:
    assert kshc("init", tmp_path, "--office", 'Sở "A": #1 {x}', "--year", "2026", "--place", "Sa 'Đéc' #").status == 0
    plan = yaml.safe_load((tmp_path / "plan.yaml").read_text(encoding="utf-8"))
    assert plan["issuer"] == {"name": 'Sở "A": #1 {x}', "place": "Sa 'Đéc' #"}
    answer = kshc("--plan", tmp_path / "plan.yaml", "render", "docx", "--final")
    assert answer.status == 1
    assert answer.err.count("has a gap [?]") + answer.out.count("has a gap [?]") == 2


@pytest.mark.parametrize(("source", "command"), [(WORD, "docx"), (SHEETS, "xlsx")])
def test_a_document_becomes_the_plan_that_import_makes(kshc: Kshc, tmp_path: Path, source: Path, command: str) -> None:
    wanted = kshc("import", command, source, "--year", "2026")
    answer = kshc("init", tmp_path / "new", "--from", source, "--year", "2026")
    assert answer.status == wanted.status
    assert (tmp_path / "new" / "plan.yaml").read_text(encoding="utf-8") == wanted.out
    assert wanted.err.splitlines()[-1] in answer.err


def test_a_decision_gets_the_template_of_decisions(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    answer = kshc("init", tmp_path, "--ci", "github")
    assert answer.status == 0
    assert (tmp_path / "plan.yaml").read_bytes() == (ROOT / "plan.yaml").read_bytes()
    assert (tmp_path / "templates" / "quyet-dinh-ke-hoach.docx").is_file()
    assert "plan.yaml" not in answer.err.partition("Next:")[0]
    assert kshc("--plan", tmp_path / "plan.yaml", "validate").status == 0


def test_what_is_there_is_never_changed(kshc: Kshc, tmp_path: Path) -> None:
    assert kshc("init", tmp_path, *HOA_SEN, "--ci", "gitlab").status == 0
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.suffix != ".yaml":
            path.write_bytes(b"ours")
    before = files(tmp_path)
    assert kshc("init", tmp_path, *HOA_SEN).status == 2
    assert kshc("init", tmp_path, "--from", WORD).status == 2
    assert files(tmp_path) == before
    assert kshc("init", tmp_path, "--ci", "github").status == 0
    after = files(tmp_path)
    assert set(after) - set(before) == {".github/workflows/kshc.yml"}
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 2),
        (("--office", WARD), 2),
        (("--year", "2026"), 2),
        (("--office", WARD, "--year", "hai"), 2),
        (("--office", "Sở Tài chính", "--year", "2026"), 2),
        (("--office", "a\x07b", "--year", "2026", "--place", "x"), 2),
        (("--from", "none.docx"), 3),
        (("--from", __file__), 3),
        (("--from", str(WORD), "--office", WARD), 2),
    ],
)
def test_what_cannot_be_begun_leaves_nothing(
    kshc: Kshc, tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    answer = kshc("init", tmp_path / "new", *arguments)
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.count("\n") <= 2
    assert not (tmp_path / "new").exists()


def test_a_file_in_the_place_of_the_folder(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("ours", encoding="utf-8")
    answer = kshc("init", tmp_path / "new", *HOA_SEN)
    assert (answer.status, answer.err) == (3, f"Error: {tmp_path}/new: this is a file and no folder\n")
    assert files(tmp_path) == {"new": b"ours"}


@pytest.mark.parametrize(
    ("office", "place"),
    [
        (WARD, "Hoa Sen"),
        ("UBND xã An Hòa Đông", "An Hòa Đông"),
        ("Ủy ban nhân dân phường 1", "Phường 1"),
        ("Ủy ban nhân dân tỉnh Đồng Tháp", "Đồng Tháp"),
        ("Ủy ban nhân dân thành phố Sa Đéc", None),
        ("Sở Tài chính", None),
        ("Văn phòng xã hội", None),
    ],
)
def test_places(office: str, place: str | None) -> None:
    assert place_of(office) == place


def test_somebody_at_a_terminal_is_asked(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "kshc_cli", "--today", "2026-11-02", "init", "new")
    screen = on_a_terminal(*command, folder=tmp_path, typed=f"\n{WARD}\nhai nghìn\n\n\n")
    assert screen.count("Who issues the plan, in full: ") == 2
    assert screen.count("The plan's year [2027]: ") == 2
    assert "before the date of the document [Hoa Sen]: " in screen
    plan = yaml.safe_load((tmp_path / "new" / "plan.yaml").read_text(encoding="utf-8"))
    assert (plan["year"], plan["issuer"]) == (2027, {"name": WARD, "place": "Hoa Sen"})


def test_samples_left_standing_are_told_and_a_text_is_no_document(kshc: Kshc, tmp_path: Path) -> None:
    assert kshc("init", tmp_path / "new", "--office", "UBND xã Suối Mây", "--year", "2026").status == 0
    found = kshc("validate", tmp_path / "new" / "plan.yaml")
    assert (found.status, found.out.count("[sample-words]")) == (0, 2)
    (tmp_path / "README.md").write_text("Kế hoạch", encoding="utf-8")
    refused = kshc("init", tmp_path / "other", "--from", tmp_path / "README.md")
    assert (refused.status, (tmp_path / "other").exists()) == (3, False)
    assert "(.docx, .doc, .odt, .rtf) or a workbook (.xlsx, .xls, .ods)" in refused.err
