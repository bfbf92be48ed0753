"""``kshc validate --annotate``: the findings of a plan as comments in its document, each at its words."""

import re
from pathlib import Path

import docx
import pytest

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.printed_places import PrintedPlaces
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.package import DOCUMENT, opened
from kshc_cli.plan.model import TimeWords
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES, ROOT, Kshc

PLANS = (
    ROOT / "plan.yaml",
    EXAMPLES / "sound.yaml",
    EXAMPLES / "prose.yaml",
    *sorted(ROOT.glob("examples/*/plan.yaml")),
)


def said(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("file", PLANS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_each_time_of_a_task_is_found_beside_its_content(file: Path) -> None:
    plan = read_plan_file(file.read_bytes()).plan
    assert plan is not None
    template = "ke-hoach.docx" if plan.decision is None else "quyet-dinh-ke-hoach.docx"
    places = PrintedPlaces(plan, read_body(render_decision(plan, (ROOT / "templates" / template).read_bytes())))
    for one in placed_tasks(plan):
        content = places.place((*one.path, "content"))
        assert content is not None
        assert said(str(one.task.content).splitlines()[0]) in said(content.quote)
        time = one.task.time.text if isinstance(one.task.time, TimeWords) else one.task.time
        beside = places.place((*one.path, "time"))
        if time and "[?]" not in time and one.table is not None:
            assert beside is not None
            assert said(time.splitlines()[0]) in said(beside.quote)
            assert (beside.table, beside.row) == (content.table, content.row)
    assert places.place(("year",)) is None


def test_findings_of_a_plan_stand_in_its_document(kshc: Kshc, tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "gop-y.docx"
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    time = re.search(r"time: (Quý .*|Trong .*|Trước .*|Từ .*)", text)
    assert time
    plan.write_text(text.replace(time[1], "Từ hôm nào đó đến lúc xong", 1), encoding="utf-8")
    seen = kshc("validate", plan, "--annotate", out)
    assert (seen.status, "Written:" in seen.err) == (0, True)
    (told,) = [one for one in docx.Document(str(out)).comments if "unread-time" in one.text]
    xml = opened(out.read_bytes())[DOCUMENT].decode()
    number = told.comment_id
    marked = re.search(
        rf'<w:commentRangeStart w:id="{number}"/>(.*?)<w:commentRangeEnd w:id="{number}"', xml, re.DOTALL
    )
    assert marked
    assert re.sub(r"<[^>]+>", "", marked[1]) == "Từ hôm nào đó đến lúc xong"
    assert re.search(r"^line \d+ of the plan$", told.text, re.MULTILINE)


def test_of_a_plan_without_document_nothing_is_written(kshc: Kshc, tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "gop-y.docx"
    plan.write_text("schema: kshc/1\nyear: 2026\n", encoding="utf-8")
    seen = kshc("validate", plan, "--annotate", out)
    assert (seen.status, out.exists()) == (1, False)
    assert "no document can be made of it" in seen.err
    assert kshc("validate", plan, ROOT / "plan.yaml", "--annotate", out).status == 2
    assert kshc("validate", plan, "--annotate", plan).status == 2
