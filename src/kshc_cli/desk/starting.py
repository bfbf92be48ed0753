"""Starting: what an office's repository holds beside its documents, made of texts that kshc carries and a few facts."""

from collections.abc import Mapping
from enum import StrEnum
from shlex import quote
from typing import Any, Final

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _, language_in_use
from kshc_cli.patterns import lazy_pattern


class Forge(StrEnum):
    """Where repositories lie, and what runs their checks."""

    GITHUB = "github"
    GITLAB = "gitlab"


@dataclass(frozen=True, slots=True)
class Start:
    """What a repository begins with."""

    year: int | None
    """The plan's year; None where its plan cannot be read."""
    office: str | None = None
    """The name of the issuing body; None where its plan cannot be read."""
    place: str | None = None
    """The place before the date of a new plan; None where the plan stands already."""
    forge: Forge | None = None
    requirement: str = ""
    """What pip is told to install kshc from."""
    template: str = ""
    """Where the office's own Word template lies."""


_FORGES: Final = {
    Forge.GITHUB: ("github.yml", ".github/workflows/kshc.yml"),
    Forge.GITLAB: ("gitlab.yml", ".gitlab-ci.yml"),
}
"""What kshc's own text of the checks is called, and where they are to lie."""
_FILES: Final = {
    "README.md": "README.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
}
_COMMITTEE: Final = lazy_pattern(r"(?i)^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\b")
_UNKNOWN: Final = "[?]"
"""What stands for words that nobody knows yet: a blank that no final document may have."""
_LEVEL: Final = lazy_pattern(
    r"(?i)\s(?P<level>xã|phường|thị trấn|đặc khu|tỉnh|quận|huyện|thị xã)\s+(?P<name>[^\s,;].*)$"
)


def place_of(office: str) -> str | None:
    """Return the place that stands before the date, as the name of the issuing body tells; None where it does not.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4: the name of the unit; one that is a number stands
    behind the word of its level. Cities are left open: some are called by persons.
    """
    found = _LEVEL.search(" ".join(office.split()))
    if found is None or not (found["name"][0].isupper() or found["name"][0].isdigit()):
        return None
    name = found["name"]
    return f"{found['level'].capitalize()} {name}" if name[0].isdigit() else name


def checks_path(forge: Forge) -> str:
    """Return where a forge looks for its checks."""
    return _FORGES[forge][1]


def starting_files(start: Start, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of a repository by their names, of kshc's own texts by theirs; a plan only where none stands."""
    names = dict(_FILES)
    if start.place is not None:
        names["plan.yaml"] = "plan.yaml"
    if start.forge:
        name, path = _FORGES[start.forge]
        names[name] = path
    environment = _environment(texts)
    facts = _facts(start)
    return {path: environment.get_template(name).render(facts).encode() for name, path in names.items()}


def _environment(texts: Mapping[str, str]) -> Any:  # noqa: ANN401  jinja2 is loaded late
    """Return what fills the texts in: their tags are none that YAML, shells and forges have themselves."""
    from json import dumps

    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(
        variable_start_string="<<", variable_end_string=">>", block_start_string="<%", block_end_string="%>",
        comment_start_string="<#", comment_end_string="#>", trim_blocks=True, keep_trailing_newline=True,
        undefined=StrictUndefined, loader=DictLoader(dict(texts)), autoescape=False,  # noqa: S701  YAML and shell, no HTML
    )  # fmt: skip
    environment.filters |= {"quoted": lambda words: dumps(words, ensure_ascii=False), "shell": quote}
    return environment


def _facts(start: Start) -> dict[str, object]:
    office = None if start.office is None else " ".join(start.office.split())
    is_committee = office is not None and _COMMITTEE.search(office) is not None
    return {
        "year": start.year,
        "office": office,
        "place": start.place,
        "symbol": "KH-UBND" if is_committee else f"KH-{_UNKNOWN}",
        "signer": "CHỦ TỊCH" if is_committee else _UNKNOWN,
        "requirement": start.requirement,
        "template": start.template,
        "language": language_in_use(),
        "words": _words(),
    }


def _words() -> dict[str, str]:
    """Return the sentences of the checks, and of the reminders that they send."""
    return {
        "about": _("Checks each change of the plan, publishes its page and calendar, reminds of what is due."),
        "github": _("Once: Settings, Pages, Source: GitHub Actions."),
        "gitlab": _(
            "Once: a variable KSHC_TOKEN (a project access token with the right “api”), and two pipeline schedules, "
            "daily with KSHC_JOB = publish and weekly with KSHC_JOB = remind."
        ),
        "source": _("KSHC says where kshc is installed from: a version, an address of git, a file."),
        "morning": _("each day at 6 in the morning in Vietnam"),
        "monday": _("each Monday at 7:30 in Vietnam"),
        "title": _("What is late and what is due"),
        "late": _("Late"),
        "soon": _("Due in the next 14 days"),
    }
