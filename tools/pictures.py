"""Makes the README's pictures (pages and a terminal) and the tests' golden ones. Needs LibreOffice and poppler."""

import contextlib
import io
import os
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from kshc_cli.app import main as kshc
from tests.documents.ink import drawn

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
GOLDEN = ROOT / "tests" / "golden" / "pages"


def terminal(command: list[str]) -> None:
    """Draw what a command prints on a terminal of 80 columns."""
    stream = io.StringIO()
    os.environ.update({"COLUMNS": "80", "KSHC_LANG": "en", "KSHC_PLAN": str(ROOT / "plan.yaml")})
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        kshc(["--color", "always", *command])
    console = Console(record=True, width=82, file=io.StringIO())
    console.print(Text(f"$ kshc {' '.join(command)}"))
    console.print(Text.from_ansi(stream.getvalue()))
    console.save_svg(str(IMAGES / "terminal.svg"), title="kshc")
    text = (IMAGES / "terminal.svg").read_text(encoding="utf-8")
    (IMAGES / "terminal.svg").write_text("\n".join(line.rstrip() for line in text.split("\n")), encoding="utf-8")


def decision() -> None:
    """Draw the first page of the decision and a page of tables."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "decision.docx"
        kshc(["render", "docx", "--plan", str(ROOT / "plan.yaml"), "--out", str(document)])
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                document,
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        for name, page in (("decision", "1"), ("tables", "4")):
            subprocess.run(
                [
                    "pdftoppm",
                    "-r",
                    "60",
                    "-f",
                    page,
                    "-l",
                    page,
                    "-singlefile",
                    "-png",
                    document.with_suffix(".pdf"),
                    IMAGES / name,
                ],
                check=True,
            )


def golden_pages() -> None:
    """Draw the pages of the whole document as the tests compare them."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for old in GOLDEN.glob("*.pgm"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "decision.docx"
        kshc(["render", "docx", "--plan", str(ROOT / "plan.yaml"), "--out", str(document)])
        for number, page in enumerate(drawn(document.read_bytes(), Path(folder)), 1):
            (GOLDEN / f"{number:02d}.pgm").write_bytes(page.pgm())


def main() -> None:
    """Draw all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    terminal(["due", "--month", "6"])
    decision()
    golden_pages()


if __name__ == "__main__":
    main()
