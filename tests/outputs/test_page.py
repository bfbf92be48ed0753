"""What the page says, that it says no more than status and list do, and when none is written."""

import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kshc
from tests.outputs.calendars import COMING_BACK
from tests.tracking.logs import FOLLOWED


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_bytes(FOLLOWED.read_bytes())
    return tmp_path / "plan.yaml"


def page(kshc: Kshc, plan: Path, *options: str, today: str = "2026-07-05") -> str:
    result = kshc("export", "html", "--plan", plan, "--today", today, *options)
    assert result.status == 0, result.err
    return result.out


def test_its_policy_names_its_own_style_and_script_and_nothing_else(kshc: Kshc, plan: Path) -> None:
    for options in ((), ("--wall",)):
        text = page(kshc, plan, *options)
        found = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert found
        policy = found[1]
        for name in ("style", "script"):
            (body,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
            assert f"{name}-src 'sha256-{b64encode(sha256(body.encode()).digest()).decode()}';" in policy
        assert "unsafe" not in policy
        assert policy.startswith("default-src 'none';")
        assert not re.search(r"\son\w+=|\sstyle=|https?:", text)


def test_it_says_of_which_day_it_is_and_looks_at_no_clock(kshc: Kshc, plan: Path) -> None:
    text = page(kshc, plan)
    assert "As of Sun 05/07/2026" in text
    assert not re.search(r"\bDate\b|performance\.", text)
    assert text == page(kshc, plan)
    assert "As of Thu 31/12/2026" in page(kshc, plan, "--wall", today="2026-12-31")


def test_its_totals_are_those_of_status(kshc: Kshc, plan: Path) -> None:
    kshc("done", "window", "--plan", plan, "--unit", "y-te", "--on", "2026-06-29", "--today", "2026-07-01")
    status = json.loads(kshc("status", "--plan", plan, "--today", "2026-07-05", "--format", "json").out)
    text = page(kshc, plan)
    assert f">{status['done']}/{status['total']}<" in text
    for body in status["agencies"]:
        if body["total"]:
            late = body["counts"].get("overdue", "–")
            assert re.search(rf"<td>{body['done']}/{body['total']}</td><td[^>]*>{late}</td>", text), body


def test_a_body_that_owes_nothing_by_a_day_stands_last_with_what_it_has(kshc: Kshc, plan_file: Path) -> None:
    text = page(kshc, plan_file, today="2024-07-15")
    rows = re.findall(r"<tr>(.*?)</tr>", text[text.index('id="progress"') : text.index('id="month"')], re.DOTALL)
    bodies = [one for one in rows if "#body=" in one]
    assert "Trung Tâm tin học TPSĐ" in bodies[-1]
    assert '<td colspan="3">waits for its event: 1</td>' in bodies[-1]
    assert not any("colspan" in one for one in bodies[:-1])
    assert "waits for its event: 1</td>" not in page(kshc, plan_file, "--wall", today="2024-07-15")


def test_a_page_of_a_body_has_its_tasks_and_its_name(kshc: Kshc, plan: Path) -> None:
    text = page(kshc, plan, "--agency", "tram y te")
    listed = json.loads(kshc("list", "--plan", plan, "--agency", "y-te", "--format", "json").out)["tasks"]
    assert set(re.findall(r'data-t="([^"]*)"', text)) == {one["id"] for one in listed}
    assert '<p class="whose">Trạm Y tế</p>' in text


def test_what_a_body_gave_on_is_counted_as_reassigned_everywhere_and_presses_on_its_page_no_more(
    kshc: Kshc, plan: Path
) -> None:
    day = ("--today", "2026-07-05")
    given = ("reassign", "window", "--unit", "y-te", "--to", "kinh-te", "--by", "QĐ 1", "--on", "2026-06-29")
    assert kshc(*given, "--plan", plan, *day).status == 0
    asked = ("--plan", plan, *day, "--agency", "y-te")
    counts = json.loads(kshc("status", *asked, "--format", "json").out)["counts"]
    assert counts["reassigned"] == 1
    rows = json.loads(kshc("export", "json", *asked, "--role", "lead").out)["duties"]
    assert Counter(row["status"] for row in rows) == Counter(counts)
    late = [row["task"] for row in rows if row["status"] == "overdue"]
    tile = r'href="#standing=overdue&body=Tr%E1%BA%A1m%20Y%20t%E1%BA%BF&role=lead">.*?<span class="big">(\d+)<'
    found = re.search(tile, page(kshc, plan, "--agency", "y-te").replace("&amp;", "&"))
    assert found
    assert int(found[1]) == len(set(late))


def test_it_speaks_the_users_language(kshc: Kshc, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    text = page(kshc, plan)
    assert '<html lang="vi">' in text
    assert "Tính đến CN 05/07/2026" in text
    assert "Quá hạn" in text
    assert "Late" not in text


def test_nothing_recorded_and_nothing_due_is_said(kshc: Kshc, plan: Path) -> None:
    text = page(kshc, plan, today="2026-01-10")
    assert "Nothing is recorded yet" in text
    assert "Nothing is late." in text
    assert "Nothing is due within 14 days." in text


def test_a_year_that_is_crossed_has_its_months(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(COMING_BACK, encoding="utf-8")
    text = page(kshc, tmp_path / "plan.yaml")
    months = re.findall(r'data-month="([^"]*)"', text)
    assert (months[0], months[-1], len(months)) == ("2025-12", "2027-01", 14)
    assert "M12/\u200b25" in text
    assert "from 15/12/2025 to 15/01/2027: running" in text


def test_errors_are_told_and_nothing_is_written_but_for_a_draft(kshc: Kshc, plan: Path, tmp_path: Path) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("id: open", "id: two", 1), encoding="utf-8")
    target = tmp_path / "page.html"
    refused = kshc("export", "html", "--plan", plan, "--out", target)
    assert refused.status == 1
    assert "--draft writes it nevertheless" in refused.err
    assert not target.exists()
    for more in ((), ("--wall",)):
        text = page(kshc, plan, "--draft", *more)
        assert "Draft: the plan or its log has errors." in text
        assert "<h1>DRAFT: " in text
        assert "<title>DRAFT: " in text


def test_only_a_page_of_its_own_is_written_over(kshc: Kshc, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    for _time in range(2):
        assert kshc("export", "html", "--plan", plan, "--out", target).status == 0
    target.write_text("<!DOCTYPE html><title>Somebody's</title>", encoding="utf-8")
    refused = kshc("export", "html", "--plan", plan, "--out", target)
    assert refused.status == 2
    assert "was not written by this command" in refused.err
    assert target.read_text(encoding="utf-8").endswith("</title>")


def test_all_tasks_of_the_projects_plan_stand_in_it_with_their_words(kshc: Kshc) -> None:
    text = page(kshc, ROOT / "plan.yaml", today="2024-06-24")
    listed = json.loads(kshc("list", "--plan", ROOT / "plan.yaml", "--format", "json").out)["tasks"]
    assert re.findall(r'data-t="([^"]*)"', text) == [one["id"] for one in listed]
    for one in listed:
        words = one["content"].replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;")
        assert f'<p class="words">{words}</p>' in text


def test_what_was_done_late_looks_otherwise_without_colour(kshc: Kshc, plan: Path) -> None:
    for period, day in (("4", "20/4/2026"), ("5", "20/6/2026")):
        done = ("done", "monthly", "--plan", plan, "--all-units", "--period", period, "--on", day)
        assert kshc(*done, "--today", "2026-06-24").status == 0
    text = page(kshc, plan, today="2026-06-24")
    marks = set(re.findall(r'href="#m-again(-\w+)" x="[^"]*" y="50%" class="mark s-(\w+)"', text))
    assert marks == {("-done", "done"), ("-belated", "done_late")}
    assert re.findall(r'class="due s-done\w*"[^>]*><span class="t"><b aria-hidden="true">(.)</b>', text) == ["✓", "+"]
    late = kshc("timeline", "--plan", plan, "--today", "2026-06-24").out
    assert "+ done late" in kshc("--color", "always", "calendar", "--plan", plan, "--today", "2026-06-24").out
    assert "30✓" in late
    assert "31+" in late
