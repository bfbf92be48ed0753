"""What ``kshc validate`` writes, for people, programs and GitHub."""

import json
from pathlib import Path

from tests.conftest import EXAMPLES, Kshc

BAD = EXAMPLES / "rules" / "date-outside-year" / "window.yaml"


def test_the_real_plan_has_no_error_and_few_true_warnings(kshc: Kshc, plan_file: Path) -> None:
    result = kshc("validate", plan_file, "--format", "json")
    file = json.loads(result.out)["files"][0]
    assert result.status == 0
    assert file["errors"] == 0
    assert sorted(finding["rule"] for finding in file["findings"]) == ["no-rule", "no-rule", "unread-time"]


def test_text_has_place_line_caret_and_remedy(kshc: Kshc) -> None:
    result = kshc("validate", BAD)
    lines = result.out.splitlines()
    number = next(index for index, line in enumerate(BAD.read_text("utf-8").splitlines(), 1) if "# <- here" in line)
    assert result.status == 1
    assert lines[0].startswith(f"{BAD}:{number}:")
    assert "error" in lines[0]
    assert "[date-outside-year]" in lines[0]
    assert "Trong tháng 3 năm 2025" in lines[1]
    assert lines[1].index("Trong") == lines[2].index("^")
    assert lines[3].startswith("  Correct the date")
    assert "1 file, 1 error, 0 warnings" in result.err


def test_github_annotations(kshc: Kshc) -> None:
    out = kshc("validate", BAD, "--format", "github").out
    assert out.startswith(f"::error file={BAD},line=")
    assert "title=kshc date-outside-year::" in out
    assert out.count("\n") == 1


def test_all_files_are_checked_even_after_an_unreadable_one(kshc: Kshc, tmp_path: Path) -> None:
    result = kshc("validate", tmp_path / "none.yaml", BAD)
    assert result.status == 3
    assert "date-outside-year" in result.out
    assert "none.yaml" in result.err


def test_a_file_that_is_not_there_is_said_once(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "none"
    for output in ("text", "github"):
        answer = kshc("validate", path, "--format", output)
        assert (answer.status, answer.out, answer.err) == (3, "", f"Error: {path}: there is no such file or folder\n")


def test_strict_fails_for_warnings(kshc: Kshc, plan_file: Path) -> None:
    assert kshc("validate", plan_file).status == 0
    assert kshc("validate", plan_file, "--strict").status == 1


def test_an_unknown_key_hides_no_other_finding(kshc: Kshc, tmp_path: Path) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    text = text.replace("- id: 1.1.2", "- id: 1.1.1\n                  ghi_chu: x").replace(
        "tháng 3 năm 2026", "tháng 3 năm 2025"
    )
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    result = kshc("validate", tmp_path / "plan.yaml", "--format", "json")
    rules = [finding["rule"] for finding in json.loads(result.out)["files"][0]["findings"]]
    assert sorted(rules) == ["date-outside-year", "duplicate-task-id", "unknown-key"]
    assert kshc("list", "--plan", tmp_path / "plan.yaml").status == 3


def test_a_comma_inside_braces_needs_quotes(kshc: Kshc, tmp_path: Path) -> None:
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    text = text.replace("lead: Văn phòng\n", "lead: {text: Văn phòng, phường, agencies: [van-phong]}\n")
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    assert "comma" in kshc("validate", tmp_path / "plan.yaml").out


def test_broken_yaml_is_one_finding(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("schema: kshc/1\nyear: [2024\nissuer: x\n", encoding="utf-8")
    result = kshc("validate", path)
    assert result.status == 1
    assert "[syntax]" in result.out
    assert str(path) in result.out


def test_names_of_files_send_no_control_characters_to_a_terminal(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\nb.yaml"
    path.write_text("schema: kshc/1\nyear: [2024\n", encoding="utf-8")
    assert "a [31m b.yaml:2:7: error:" in kshc("validate", path).out
    assert json.loads(kshc("validate", path, "--format", "json").out)["files"][0]["file"] == str(path)
