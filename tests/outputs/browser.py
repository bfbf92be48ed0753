"""Chromium, for the tests of what kshc export html writes."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
Seen = list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's browser."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        assert os.environ.get("CI") != "true", "CI must install chromium"
        pytest.skip("needs chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@contextmanager
def looking_at(
    browser: Browser, file: Path, fragment: str = "", *, width: int = 1280, **options: object
) -> Iterator[Page]:
    """Open a page; in the end fail for what it asked of a network, said on the console, or did wrong."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
    page, seen = context.new_page(), Seen()
    page.on("console", lambda message: seen.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("dialog", lambda dialog: seen.append(f"dialog: {dialog.message}"))
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else seen.append(asked.url))
    page.goto(f"{file.as_uri()}{fragment}")
    yield page
    context.close()
    assert seen == []


def faults(page: Page) -> list[str]:
    """Return what axe-core has against a page."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def shown(page: Page) -> dict[str, int]:
    """Return the tasks of the table that are shown, with how many of their duties."""
    script = """() => Object.fromEntries([...document.querySelectorAll('#rows > tr')].filter(one => !one.hidden)
        .map(one => [one.dataset.t, [...one.querySelectorAll('li')].filter(each => !each.hidden).length]))"""
    told: dict[str, int] = page.evaluate(script)
    return told
