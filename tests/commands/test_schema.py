"""``kshc schema`` into a file."""

from pathlib import Path

from tests.conftest import ROOT, Kshc, Result


def test_the_schema_goes_into_a_file_byte_for_byte(kshc: Kshc, tmp_path: Path) -> None:
    out = tmp_path / "progress.schema.json"
    assert kshc("schema", "progress", "--out", out) == Result(0, "", f"Written: {out}\n")
    assert out.read_bytes() == (ROOT / "schemas" / "en" / "progress.schema.json").read_bytes()


def test_a_schema_without_a_name_or_folder_is_refused(kshc: Kshc, tmp_path: Path) -> None:
    assert kshc("schema", "--out", "").status == 2
    assert kshc("schema", "--out", tmp_path / "nowhere" / "plan.schema.json").status == 3
