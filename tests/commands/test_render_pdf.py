"""``kshc render pdf`` with the real LibreOffice, and with programs that are none, hang or fail."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from kshc_cli.documents.rendering.pdf import font_names, settled
from kshc_cli.libreoffice import ConversionError, pdf_of
from tests.conftest import EXAMPLES, Kshc
from tests.documents.pages import office_is_there

SOUND = EXAMPLES / "sound.yaml"


@pytest.fixture
def _office() -> None:
    if not office_is_there():
        pytest.skip("needs LibreOffice, poppler-utils and Liberation fonts")


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder for temporary files, to see what is left in it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def program(folder: Path, *lines: str) -> Path:
    """Write a shell script that stands for LibreOffice."""
    path = folder / "soffice"
    path.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    path.chmod(0o755)
    return path


def fonts_of(page: PageObject) -> list[DictionaryObject]:
    """Return the fonts that a page uses."""
    resources = cast("DictionaryObject", page["/Resources"])
    return [font.get_object() for font in cast("DictionaryObject", resources["/Font"]).values()]


def descriptors(font: DictionaryObject) -> list[DictionaryObject]:
    """Return the descriptors of a font, whether it is simple or composed of others."""
    parts = [each.get_object() for each in font.get("/DescendantFonts", [])] or [font]
    return [part["/FontDescriptor"].get_object() for part in parts]


@pytest.mark.usefixtures("_office")
def test_a_pdf_with_its_fonts_beside_the_plan(kshc: Kshc, tmp_path: Path, plan_file: Path, temporary: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(plan_file.read_bytes())
    result = kshc("render", "pdf", "--plan", plan)
    assert result.status == 0, result.err
    assert str(tmp_path / "plan.pdf") in result.err
    assert "5 blanks are left open." in result.err
    reader = PdfReader(tmp_path / "plan.pdf")
    assert "Kế hoạch này./." in " ".join(reader.pages[-1].extract_text().split())
    fonts = [font for page in reader.pages for font in fonts_of(page)]
    assert len({font["/BaseFont"] for font in fonts}) >= 4
    for font in fonts:
        for descriptor in descriptors(font):
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
    shown = font_names((tmp_path / "plan.pdf").read_bytes())
    assert shown == ("Times New Roman",) or f"The PDF shows {', '.join(shown)} " in result.err
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("QUYẾT ĐỊNH Ban hành Kế hoạch")
    assert str(reader.metadata.creation_date_raw).startswith("D:20240109000000")
    assert list(temporary.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.pdf", "plan.yaml", "temporary"]


@pytest.mark.usefixtures("_office")
def test_the_same_plan_gives_the_same_pdf(kshc: Kshc, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert kshc("render", "pdf", "--final", "--plan", SOUND, "--out", tmp_path / name).status == 0
        time.sleep(1)  # the clock that LibreOffice writes down goes on
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_final_refuses_blanks_before_libreoffice_is_looked_for(
    kshc: Kshc, tmp_path: Path, plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = kshc("render", "pdf", "--final", "--plan", plan_file, "--out", tmp_path / "final.pdf")
    assert result.status == 1
    assert result.out.count("[blank]") == 5
    assert list(tmp_path.iterdir()) == []


def test_without_libreoffice_one_sentence_says_what_to_install(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("KSHC_SOFFICE", raising=False)
    result = kshc("render", "pdf", "--plan", SOUND, "--out", tmp_path / "out.pdf")
    assert result.status == 3
    assert "libreoffice-writer-nogui" in result.err
    assert len(result.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_named_program_that_is_none(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_SOFFICE", str(tmp_path / "nothing"))
    result = kshc("render", "pdf", "--plan", SOUND, "--out", tmp_path / "out.pdf")
    assert result.status == 3
    assert f"KSHC_SOFFICE names {tmp_path / 'nothing'}" in result.err


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["echo first", "echo 'Error: source file could not be loaded'"], "it said “Error: source file could not"),
        (["exit 1"], "it ended without a word"),
    ],
)
def test_a_program_that_makes_no_pdf(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path, lines: list[str], said: str
) -> None:
    monkeypatch.setenv("KSHC_SOFFICE", str(program(tmp_path, *lines)))
    (tmp_path / "out.pdf").write_bytes(b"old")
    result = kshc("render", "pdf", "--plan", SOUND, "--force", "--out", tmp_path / "out.pdf")
    assert result.status == 3
    assert said in result.err
    assert (tmp_path / "out.pdf").read_bytes() == b"old"
    assert list(temporary.iterdir()) == []


def test_a_file_that_cannot_run(tmp_path: Path) -> None:
    path = tmp_path / "soffice"
    path.write_bytes(b"\x7fELF is no program")
    path.chmod(0o755)
    with pytest.raises(ConversionError, match=r"LibreOffice made no PDF: Exec format error\."):
        pdf_of(b"", str(path))


def test_a_program_that_hangs_is_ended_with_what_it_started(tmp_path: Path, temporary: Path) -> None:
    ended = tmp_path / "ended"
    hanging = program(tmp_path, f"(sleep 60; touch {ended}) & echo $! > {tmp_path / 'child'}", "wait")
    with pytest.raises(ConversionError, match=r"it did not end within 0\.5 seconds"):
        pdf_of(b"", str(hanging), seconds=0.5)
    assert not ended.exists()
    assert list(temporary.iterdir()) == []
    assert not lives(int((tmp_path / "child").read_text("utf-8")))


def test_an_interrupt_ends_libreoffice_too(tmp_path: Path) -> None:
    child = tmp_path / "child"
    hanging = program(tmp_path, f"sleep 60 & echo $! > {child}.new", f"mv {child}.new {child}", "wait")
    files = ["--plan", str(SOUND), "--out", str(tmp_path / "out.pdf")]
    command = [sys.executable, "-m", "kshc_cli", "render", "pdf", *files]
    (tmp_path / "temporary").mkdir()
    environment = os.environ | {"KSHC_SOFFICE": str(hanging), "TMPDIR": str(tmp_path / "temporary")}

    def attentive() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that run in the background of a shell ignore it

    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=attentive) as kshc:  # noqa: PLW1509
        for _try in range(300):
            if child.exists():
                break
            time.sleep(0.1)
        kshc.send_signal(signal.SIGINT)
        assert kshc.wait(30) == 130
        assert kshc.stderr is not None
        assert not kshc.stderr.read().strip()
    assert not lives(int(child.read_text("utf-8")))
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (tmp_path / "out.pdf").exists()


def test_a_program_named_from_here(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "printf PDF > document.pdf")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_SOFFICE", "./soffice")
    assert kshc("render", "pdf", "--plan", SOUND, "--out", "out.pdf").status == 0
    assert (tmp_path / "out.pdf").read_bytes() == b"PDF"


def lives(process: int) -> bool:
    """Tell whether a process goes on; a killed one may wait a moment for its parent to take note."""
    for _try in range(50):
        with suppress(ProcessLookupError):
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat")
            if not (state.exists() and state.read_text("utf-8").rpartition(")")[2].split()[0] == "Z"):
                time.sleep(0.1)
                continue
        return False
    os.kill(process, signal.SIGKILL)
    return True


def test_only_the_dates_and_marks_of_a_pdf_change() -> None:
    mark, other = b"0123456789ABCDEF" * 2, b"FEDCBA9876543210" * 2
    made = (
        b"%PDF /CreationDate(D:20261125224639Z') /ID [ <"
        + mark
        + b">\n<"
        + mark
        + b"> ] /DocChecksum /"
        + other
        + b"\n"
    )
    once = settled(made, date(2024, 1, 9))
    assert b"/CreationDate(D:20240109000000Z')" in once
    assert len(once) == len(made)
    assert settled(made.replace(b"224639", b"224640").replace(mark, other), date(2024, 1, 9)) == once
    assert settled(made.replace(b"%PDF", b"%PDG"), date(2024, 1, 9))[40:] != once[40:]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        (b"BAAAAA+LiberationSerif-Bold", "Liberation Serif"),
        (b"CAAAAA+TimesNewRomanPSMT", "Times New Roman"),
        (b"TimesNewRomanPS-BoldItalicMT", "Times New Roman"),
        (b"DAAAAA+ArialMT", "Arial"),
    ],
)
def test_font_families(name: bytes, family: str) -> None:
    assert font_names(b"<</Type/Font/BaseFont/" + name + b"\n/Encoding 1 0 R>>") == (family,)


def test_other_fonts_are_told(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for font, said in (
        ("DejaVuSerif", "and not Times New Roman"),
        ("LiberationSerif", "its letters are as wide"),
        ("TimesNewRomanPSMT", ""),
    ):
        pdf = f"<</BaseFont/BAAAAA+{font} >>"
        monkeypatch.setenv("KSHC_SOFFICE", str(program(tmp_path, f"printf '%s' '{pdf}' > document.pdf")))
        result = kshc("render", "pdf", "--plan", SOUND, "--out", tmp_path / "out.pdf")
        assert result.status == 0
        assert said in result.err
        assert len(result.err.splitlines()) == (2 if said else 1)
        assert (tmp_path / "out.pdf").read_text("utf-8") == pdf
        (tmp_path / "out.pdf").unlink()


def test_a_pdf_of_somebody_else_stays_unless_forced(kshc: Kshc, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    render = ("render", "pdf", "--plan", SOUND, "--out", target)
    assert kshc(*render).status == 0
    assert kshc(*render).status == 0
    signed = target.read_bytes() + b"%signed"
    target.write_bytes(signed)
    refused = kshc(*render)
    assert refused.status == 2
    assert "was saved by another program; name another file with --out, or replace it with --force" in refused.err
    assert target.read_bytes() == signed
    assert kshc(*render, "--force").status == 0
