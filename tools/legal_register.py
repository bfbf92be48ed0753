"""Writes the register of legal texts (``docs/legal-register.tsv``) into a table that costs no reading of files."""

from pathlib import Path
from typing import Final

from kshc_cli.reading.laws.register import texts_of

ROOT: Final = Path(__file__).parents[1]
_MODULE: Final = ROOT / "src" / "kshc_cli" / "reading" / "laws" / "table.py"
REGISTER: Final = ROOT / "docs" / "legal-register.tsv"


def files() -> dict[Path, bytes]:
    """Return the table by its path. Raises RegisterError where a line of the register is wrong."""
    rows = [
        tuple("" if value is None else str(value) for value in text)
        for text in texts_of(REGISTER.read_text(encoding="utf-8"))
    ]
    lines = (
        '"""The register of legal texts that kshc carries: made by ``make generate`` of docs/legal-register.tsv."""',
        "",
        "TEXTS = [",
        *(f"    {row!r}," for row in rows),
        "]",
        '"""The fields of each ``LegalText`` in order, days as 2024-06-30."""',
        "",
    )
    return {_MODULE: "\n".join(lines).encode()}
