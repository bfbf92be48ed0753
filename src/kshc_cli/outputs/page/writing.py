"""Writes the page: one file with its style and its script in it, whose sums its own policy names."""

from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from kshc_cli.days import written
from kshc_cli.desk.answers import Answer
from kshc_cli.messages import language_in_use, on_one_line
from kshc_cli.outputs.page.months import grids_of, scale_of, weekday_words
from kshc_cli.outputs.page.pressing import pressing_of
from kshc_cli.outputs.page.timeline import timeline_of
from kshc_cli.outputs.page.words import COUNTED, page_words, script_words
from kshc_cli.reports.day_marks import legend, sign_of_code

if TYPE_CHECKING:
    from jinja2 import Environment

    from kshc_cli.reports.plan_page import PlanPage

_GENERATOR: Final = "kshc export html"
_HEAD: Final = 1000
"""Bytes at the beginning of a file among which it says what wrote it."""
_SHOWN: Final = 8
"""Tasks of a list at the top; the others are counted."""
_ON_WALL: Final = 12
"""The same on a wall, whose script shows those that fit."""


def html_bytes(answer: Answer) -> bytes:
    """Write the page of an answer."""
    page: PlanPage = answer["page"]
    templates = _templates()
    context = _context(page, answer)
    style, script = (
        templates.get_template(f"{name}.jinja").render(context) for name in ("style.css", _script_of(page))
    )
    told = {**context, "style": style, "script": script, "style_sum": _sum_of(style), "script_sum": _sum_of(script)}
    return (templates.get_template(_template_of(page)).render(told) + "\n").encode()


def is_html_of_kshc(data: bytes) -> bool:
    """Tell whether a file holds a page that kshc wrote."""
    return data.startswith(b"<!DOCTYPE html>") and f'name="generator" content="{_GENERATOR}"'.encode() in data[:_HEAD]


def _template_of(page: "PlanPage") -> str:
    return "wall.html.jinja" if page["is_wall"] else "page.html.jinja"


def _script_of(page: "PlanPage") -> str:
    return "wall.js" if page["is_wall"] else "page.js"


def _templates() -> "Environment":
    """Return what fills the templates: every text is escaped, and a misspelt name is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("kshc_cli.outputs.page", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["day"] = _day
    environment.filters["short"] = _short
    return environment


def _sum_of(text: str) -> str:
    """Return by what the page's own policy knows its style or script."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _context(page: "PlanPage", answer: Answer) -> dict[str, object]:
    """Return all that a template may name."""
    tasks = page["tasks"]
    days = [day for task in tasks for duty in task["duties"] for day in (duty["begins"], duty["due"]) if day]
    scale = scale_of(page["year"], days)
    today = date.fromisoformat(page["as_of"])
    shown = _ON_WALL if page["is_wall"] else _SHOWN
    return {
        "page": page,
        "answer_notes": [note for note, _listed in answer.get("notes", ())],
        "language": language_in_use(),
        "generator": _GENERATOR,
        "w": page_words(),
        "js": script_words(),
        **COUNTED,
        "today": f"{weekday_words()[today.weekday()]} {written(today)}",
        "weekdays": weekday_words(),
        "late": pressing_of(tasks, shown, lambda duty: duty["status"] == "overdue"),
        "soon": pressing_of(tasks, shown, lambda duty: duty["is_next"]),
        "led": f"&body={quote(page['agency'])}&role=lead" if page["agency"] else "",
        "undated": sum(answer["without_date"].values()),
        "scale": scale,
        "today_at": scale.place(today) if scale.holds(today) else None,
        "timeline": [*timeline_of(tasks, scale)],
        "months": grids_of(tasks, scale, page["as_of"]),
        "now": page["as_of"][:7],
        "share": _share,
        "sign_of": sign_of_code,
        "signs": legend(),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0


def _day(day: str) -> str:
    return written(date.fromisoformat(day))


def _short(words: str) -> str:
    """Return words on one line, cut between words."""
    one = on_one_line(words)
    return one if len(one) <= 90 else f"{one[:90].rpartition(' ')[0] or one[:90]}…"
