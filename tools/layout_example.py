"""Writes tests/examples/layout/mistakes.docx: the document of the sound example plan with some mistakes of clerks."""

from pathlib import Path

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.word.package import DOCUMENT, opened, packed
from kshc_cli.source.plan_text import read_plan_file

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "examples" / "layout" / "mistakes.docx"
PLAN = ROOT / "tests" / "examples" / "sound.yaml"
TEMPLATE = ROOT / "templates" / "quyet-dinh-ke-hoach.docx"
MISTAKES = {
    "Số: 07/QĐ-UBND": "Số: 7/QĐ-UBND",
    "Độc lập - Tự do - Hạnh phúc": "Độc lập – Tự do – Hạnh phúc",
    ">Trần Thị Bình": ">ThS. Trần Thị Bình",
}
"""What is right, and what stands there instead."""


def parts() -> dict[str, bytes]:
    """Return the parts of the file."""
    plan = read_plan_file(PLAN.read_bytes()).plan
    if plan is None:
        raise ValueError(PLAN)
    made = opened(render_decision(plan, TEMPLATE.read_bytes()))
    text = made[DOCUMENT].decode()
    for right, wrong in MISTAKES.items():
        if right not in text:
            raise ValueError(right)
        text = text.replace(right, wrong)
    return {**made, DOCUMENT: text.encode()}


def files() -> dict[Path, bytes]:
    """Return the file by its path."""
    return {EXAMPLE: packed(parts())}
