"""The page in a browser: what it shows, keeps in its address, asks of a network, tells who cannot see it."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.conftest import ROOT, Kshc
from tests.outputs.browser import browser, faults, looking_at, shown
from tests.tracking.logs import FOLLOWED

__all__ = ["browser"]
TODAY = "2026-07-05"
WIDTHS = (390, 1280, 1920)
PHONES = (320, 360, 375, 390)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "\"><b onmouseover='alert(3)'>&amp; {{ 7 * 7 }} {% raw %}",
    "</style><svg onload=alert(4)>",
)


@pytest.fixture
def plan(kshc: Kshc, tmp_path: Path) -> Path:
    """A plan with a log: done, given away, called off, moved."""
    (tmp_path / "plan.yaml").write_bytes(FOLLOWED.read_bytes())
    for words in (
        ("done", "window", "--unit", "y-te", "--on", "2026-06-29"),
        ("done", "monthly", "--period", "1", "--all-units", "--on", "2026-02-03"),
        ("reassign", "two", "--to", "van-hoa", "--period", "30/9", "--by", "CV 1"),
        ("reassign", "limit", "--to", "y-te", "--by", "CV 2"),
        ("extend", "window", "--unit", "kinh-te", "--due", "2026-07-15", "--by", "CV 3"),
        ("cancel", "own", "--by", "CV 4"),
    ):
        result = kshc(*words, "--plan", tmp_path / "plan.yaml", "--today", "2026-07-01")
        assert result.status == 0, result.err
    return tmp_path / "plan.yaml"


def written(kshc: Kshc, plan: Path, *options: str, today: str = TODAY) -> Path:
    target = plan.with_name("page.html")
    result = kshc("export", "html", "--plan", plan, "--today", today, "--out", target, *options)
    assert result.status == 0, result.err
    return target


def listed(kshc: Kshc, plan: Path, *options: str) -> set[str]:
    told = json.loads(kshc("list", "--plan", plan, "--today", TODAY, "--format", "json", *options).out)["tasks"]
    return {one["id"] for one in told}


def bodies(kshc: Kshc, plan: Path) -> Iterator[tuple[str, str]]:
    for one in json.loads(kshc("agencies", "--plan", plan, "--format", "json").out)["agencies"]:
        yield one["id"], one["name"]


def test_each_filter_shows_what_list_does(kshc: Kshc, plan: Path, browser: Browser) -> None:
    with looking_at(browser, written(kshc, plan)) as page:
        offered = page.evaluate("[...document.querySelectorAll('[name=body] option')].map(one => one.value)")
        for body, name in bodies(kshc, plan):
            for role in ("lead", "coop"):
                tasks = listed(kshc, plan, "--agency", body, "--role", role)
                if name in offered:
                    page.select_option("[name=body]", name)
                    page.select_option("[name=role]", role)
                    assert shown(page).keys() == tasks, (body, role)
                else:
                    assert not tasks, body
        page.click("button[type=reset]")
        for name, option in (("standing", "--status"), ("kind", "--kind")):
            for value in page.evaluate(f"[...document.querySelectorAll('[name={name}] option')].map(one => one.value)"):
                if value not in {"", "next"}:
                    page.select_option(f"[name={name}]", value)
                    assert shown(page).keys() == listed(kshc, plan, option, value), value
            page.select_option(f"[name={name}]", "")


def test_it_counts_duties_as_status_does_and_days_as_due_does(kshc: Kshc, plan: Path, browser: Browser) -> None:
    def status(*options: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(kshc("status", *asked, *options).out)
        return told

    asked = ("--plan", plan, "--today", TODAY, "--format", "json")
    with looking_at(browser, written(kshc, plan)) as page:
        every = status()
        assert every["counts"].get("cancelled")
        assert every["counts"].get("reassigned")
        assert page.inner_text("#found").endswith(f" · duties: {every['total']}")
        for standing in set(every["counts"]) - {"done"}:
            page.select_option("[name=standing]", standing)
            assert page.inner_text("#found").endswith(f" · duties: {every['counts'][standing]}"), standing
        page.click("button[type=reset]")
        offered = page.evaluate("[...document.querySelectorAll('[name=body] option')].map(one => one.value)")
        for body, name in bodies(kshc, plan):
            if name in offered:
                page.select_option("[name=body]", name)
                own = status("--agency", body)
                assert page.inner_text("#found").endswith(f" · duties: {own['total']}"), body
                page.select_option("[name=standing]", "overdue")
                assert page.inner_text("#found").endswith(f" · duties: {own['counts'].get('overdue', 0)}"), body
                late = listed(kshc, plan, "--agency", body, "--role", "lead", "--status", "overdue")
                assert shown(page).keys() == late, body
                page.select_option("[name=standing]", "")
        for month, words in page.evaluate(
            "[...document.querySelectorAll('#which option')].map(one => [one.value, one.text])"
        ):
            due = json.loads(kshc("due", *asked, "--month", month).out)["tasks"]
            assert words.endswith(f" ({len(due)})"), month


def test_a_body_has_the_standing_of_its_own_duties(kshc: Kshc, plan: Path, browser: Browser) -> None:
    file = written(kshc, plan)
    for body, late in (("Phòng Kinh tế", False), ("Phòng Văn hóa", True), ("Trạm Y tế", False), ("Các phòng", True)):
        with looking_at(browser, file, f"#body={body}&standing=overdue") as page:
            assert ("window" in shown(page)) is late, body


@pytest.mark.parametrize("words", ["bao cao", "báo cáo", "BÁO CÁO", "bao cáo", "góp ý du", "van hoa", "nhiem", "đợt"])
def test_words_are_found_with_and_without_diacritics(kshc: Kshc, plan: Path, browser: Browser, words: str) -> None:
    with looking_at(browser, written(kshc, plan)) as page:
        page.fill("[name=q]", words)
        found = shown(page)
        assert listed(kshc, plan, "--search", words) <= found.keys()
        assert len(found) < 9
        assert page.inner_text("#found").startswith(f"Tasks: {len(found)} · ")
        page.fill("[name=q]", "không đâu có")
        assert page.inner_text("#none") == "No task is like that."


def test_the_address_keeps_what_was_asked_for(kshc: Kshc, plan: Path, browser: Browser) -> None:
    with looking_at(browser, written(kshc, plan)) as page:
        every = shown(page)
        page.select_option("[name=body]", "Trạm Y tế")
        page.fill("[name=q]", "ra soat")
        narrow = shown(page)
        assert narrow.keys() == {"window"}
        page.reload()
        assert shown(page) == narrow
        page.click("button[type=reset]")
        page.wait_for_function("location.hash === '' || location.hash === '#'")
        assert shown(page) == every
        page.click("a.tile.s-overdue")
        assert page.url.endswith("#standing=overdue")
        late = shown(page)
        assert late
        page.click(".year a >> nth=0")
        assert shown(page).keys() == {"window"}
        page.go_back()
        assert shown(page) == late


def test_it_can_be_used_by_keyboard_alone(kshc: Kshc, plan: Path, browser: Browser) -> None:
    with looking_at(browser, written(kshc, plan)) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'all'")
        page.keyboard.press("Tab")
        page.keyboard.type("tap huan")
        assert shown(page).keys() == {"two"}
        month = page.input_value("#which")
        page.focus("#behind")
        page.keyboard.press("Enter")
        assert (month, page.input_value("#which")) == ("2026-07", "2026-08")
        assert page.locator(".grid:visible").get_attribute("data-month") == "2026-08"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_is_wider_than_its_screen(
    kshc: Kshc, plan: Path, browser: Browser, width: int, scheme: str
) -> None:
    for options in ((), ("--wall",)):
        with looking_at(browser, written(kshc, plan, *options), width=width, color_scheme=scheme) as page:
            assert faults(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if not options:
                page.fill("[name=q]", "bao cao")
                assert faults(page) == []


def test_in_vietnamese_it_fits_a_phone(
    kshc: Kshc, plan: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    file = written(kshc, plan)
    for width in PHONES:
        with looking_at(browser, file, width=width) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate("document.querySelector('nav.parts ul').scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_a_wall_cuts_no_body_and_says_what_it_leaves_out(
    kshc: Kshc, browser: Browser, tmp_path: Path, width: int, height: int
) -> None:
    file, late = tmp_path / "page.html", ROOT / "examples" / "province-annexes" / "plan.yaml"
    result = kshc("export", "html", "--wall", "--plan", late, "--today", "2026-06-24", "--out", file)
    assert result.status == 0, result.err
    with looking_at(browser, file, width=width) as page:
        page.set_viewport_size({"width": width, "height": height})
        seen = "[...document.querySelectorAll('.card, .whom, .counts .name')].filter(one => one.clientHeight)"
        cut = "one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth"
        page.wait_for_function(f"() => !{seen}.some({cut})", timeout=5_000)  # the page fits itself after a resize
        card = page.locator(".card").first
        shown_tasks = card.locator("li:visible").count()
        told = int(page.locator(".tile .big").first.inner_text())
        assert shown_tasks >= min(told, 3)
        if shown_tasks < told:
            assert card.locator(".more").inner_text().startswith(f"… and {told - shown_tasks} more")


def test_axe_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html><img src='data:,'>", encoding="utf-8")
    with looking_at(browser, tmp_path / "page.html") as page:
        assert any(one.startswith("image-alt") for one in faults(page))


def test_words_of_strangers_stay_words(kshc: Kshc, plan: Path, browser: Browser) -> None:
    text = plan.read_text(encoding="utf-8")
    for words, strange in zip(("Rà soát", "Tập huấn", "Tổng kết"), HOSTILE, strict=False):
        text = text.replace(f"content: {words}", f"content: {json.dumps(strange)}")
    text = text.replace("name: Trạm Y tế", f"name: {json.dumps(HOSTILE[1])}")
    text = text.replace("I. NHIỆM VỤ", json.dumps(HOSTILE[3]))
    plan.write_text(text.replace("Góp ý dự thảo", '"Góp \\u202E ý"'), encoding="utf-8")
    for options in ((), ("--wall",)):
        with looking_at(browser, written(kshc, plan, "--draft", *options)) as page:
            assert page.locator("img, [onmouseover], [onload], script:not(:last-child)").count() == 0
            seen = page.inner_text("body")
            assert "\u202e" not in seen
            assert HOSTILE[0] in seen
            assert HOSTILE[1] in seen
            if not options:
                assert all(strange in seen for strange in HOSTILE)
                page.select_option("[name=body]", HOSTILE[1])
                assert "window" in shown(page)
                page.reload()
                assert page.input_value("[name=body]") == HOSTILE[1]
                assert faults(page) == []


def test_forty_bodies_and_long_words_fit(kshc: Kshc, tmp_path: Path, browser: Browser) -> None:
    names = [f"Ủy ban nhân dân xã Nghĩa Phương {number}" for number in range(40)]
    agencies = "".join(f"  - {{id: xa-{number}, name: {name}}}\n" for number, name in enumerate(names))
    text = FOLLOWED.read_text(encoding="utf-8").replace("agencies:\n", f"agencies:\n{agencies}", 1)
    text = text.replace("lead: Các đơn vị", f"lead: {json.dumps(', '.join(names))}")
    text = text.replace("content: Tập huấn", f"content: {'nghiêng' * 40}")
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    for width in WIDTHS:
        for options in ((), ("--wall",)):
            with looking_at(browser, written(kshc, tmp_path / "plan.yaml", *options), width=width) as page:
                assert page.evaluate("document.documentElement.scrollWidth") <= width
                if options and width > 960:  # what nobody scrolls is not cut
                    cut = "[...document.querySelectorAll('.card')].some(one => one.scrollHeight > one.clientHeight)"
                    assert not page.evaluate(cut)
                if not options:
                    page.select_option("[name=body]", names[39])
                    assert shown(page).keys() == {"window"}


def test_without_scripts_everything_is_there(kshc: Kshc, plan: Path, browser: Browser) -> None:
    with looking_at(browser, written(kshc, plan), java_script_enabled=False) as page:
        assert page.locator("#rows > tr:visible").count() == 9
        assert page.locator(".grid:visible").count() == 12
        assert page.locator("form:visible, button:visible").count() == 0


def test_its_print_is_a4_across_and_has_every_task(kshc: Kshc, browser: Browser) -> None:
    target = ROOT / "build" / "page-printed.html"
    target.parent.mkdir(exist_ok=True)
    assert kshc("export", "html", "--plan", ROOT / "plan.yaml", "--today", "2024-06-24", "--out", target).status == 0
    with looking_at(browser, target) as page:
        pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        ids = shown(page).keys()
    first = pages[0].mediabox
    assert (round(first.width), round(first.height)) == (842, 595)
    words = " ".join(" ".join(one.extract_text().split()) for one in pages)
    assert all(f" {task} " in words for task in ids)
    assert len(pages) < 16


def test_a_page_on_the_wall_reads_its_file_anew(kshc: Kshc, plan: Path, browser: Browser) -> None:
    file = written(kshc, plan, "--wall")
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    page.clock.install()
    page.goto(file.as_uri())
    assert page.inner_text(".asof") == "As of Sun 05/07/2026"
    assert page.evaluate("document.documentElement.scrollHeight") <= 1080
    written(kshc, plan, "--wall", today="2026-07-06")
    page.clock.fast_forward("05:01")
    page.wait_for_function("document.querySelector('.asof').textContent.includes('06/07/2026')")
    context.close()
