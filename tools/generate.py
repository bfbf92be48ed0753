"""Makes every file that is derived from the code: catalogues, schemas, lists, templates, tables and samples of pages.

Only what changed is made: a step whose files are as it left them, and where nothing that any step stands on has
changed, is left out, and a file is written only where its bytes differ. ``build/generated.json`` remembers both.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from tests.documents.importing import changes as imports
from tests.documents.layout import changes
from tests.reading import drawn as sentences
from tests.reading import edited
from tests.tracking import drawn as logs
from tools import (
    catalogues,
    field_list,
    frozen,
    holiday_table,
    layout_example,
    layout_rule_list,
    legal_register,
    library_page,
    lunar_table,
    make_amendment_template,
    make_extract_template,
    make_reminder_template,
    make_report_template,
    make_template,
    rule_list,
    rule_table,
    samples,
    schemas,
    screens,
    tables,
)

ROOT: Final = Path(__file__).parents[1]

Step = Callable[[], Mapping[Path, bytes]]
"""Returns the bytes of files, by their paths."""

STEPS: Final[Mapping[str, Step]] = {
    "frozen records": frozen.files,
    "holidays": holiday_table.files,
    "lunar calendar": lunar_table.files,
    "legal texts": legal_register.files,
    "catalogues": catalogues.files,
    "schemas": schemas.files,
    "rules": rule_list.files,
    "rule table": rule_table.files,
    "template fields": field_list.files,
    "layout rules": layout_rule_list.files,
    "templates": make_template.files,
    "template of extracts": make_extract_template.files,
    "template of reminders": make_reminder_template.files,
    "template of reports": make_report_template.files,
    "template of amendments": make_amendment_template.files,
    "library": library_page.files,
    "layout example": layout_example.files,
    "tables": tables.files,
    **{page: partial(samples.files, page) for page in samples.PAGES},
    **screens.STEPS,
    "changes of layout": changes.files,
    "changes of imports": imports.files,
    "drawn sentences": sentences.files,
    "edited phrases": edited.files,
    "drawn logs": logs.files,
}
"""What is made, in this order: a step may stand on what those before it make, not on what later ones do."""

STANDS_ON: Final = (
    "src/kshc_cli/**/*.py", "src/kshc_cli/locale/**/*.?o", "tools/*.py", "uv.lock", "pyproject.toml", "plan.yaml",
    "docs/*.tsv", "schemas/**/*.json", "templates/*.docx", "tests/examples/**/*.*", "tests/reading/*.py",
    "tests/reading/said.tsv", "tests/reading/phrases.tsv", "tests/reading/agency_details.tsv", "tests/tracking/*.py",
)  # fmt: skip
"""The files that the steps stand on, beside their own."""


def renew(root: Path, steps: Mapping[str, Step], stands_on: Iterable[str]) -> list[Path]:
    """Take the steps that have something to do; return the files that were written."""
    record, patterns, written = root / "build" / "generated.json", tuple(stands_on), list[Path]()
    known = json.loads(record.read_bytes()) if record.exists() else {}
    ground = _ground(root, patterns)
    made: dict[str, list[str]] = {}
    for name, step in steps.items():
        last = known.get("steps", {}).get(name, {})
        if last and ground == known["ground"] and _digests(root, last) == last:
            made[name] = list(last)
            continue
        files = step()
        made[name] = [path.relative_to(root).as_posix() for path in files]
        if renewed := [path for path, content in files.items() if _differs(path, content)]:
            written += renewed
            ground = _ground(root, patterns)
    steps_now = {name: _digests(root, paths) for name, paths in made.items()}
    record.parent.mkdir(exist_ok=True)
    record.write_text(json.dumps({"ground": ground, "steps": steps_now}), encoding="utf-8")
    return written


def _differs(path: Path, content: bytes) -> bool:
    """Write a file unless it has that content already; tell whether it was written."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _ground(root: Path, patterns: Iterable[str]) -> str:
    """Return what tells one state of the files that steps stand on from another."""
    files = sorted({path for pattern in patterns for path in root.glob(pattern) if path.is_file()})
    found = _digests(root, [path.relative_to(root).as_posix() for path in files])
    return hashlib.sha256(json.dumps([sys.version, found]).encode()).hexdigest()


def _digests(root: Path, names: Iterable[str]) -> dict[str, str]:
    """Return a digest of each file; of one that is not there, none."""
    return {
        name: hashlib.sha256((root / name).read_bytes()).hexdigest() if (root / name).exists() else "" for name in names
    }


def main() -> None:
    """Make what changed, say what was written, and name the sentences that wait for a translation."""
    for path in renew(ROOT, STEPS, STANDS_ON):
        print(path.relative_to(ROOT))
    for message in catalogues.untranslated(catalogues.committed()):
        print(f"untranslated: {message.id}")


if __name__ == "__main__":
    main()
