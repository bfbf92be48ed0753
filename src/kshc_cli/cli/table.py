"""The table of commands: what kshc can do, in groups."""

from collections.abc import Callable, Mapping
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _


@dataclass(frozen=True, slots=True)
class Entry:
    """A command of the table: the module that holds it, loaded only when it runs, and what it does.

    A command with commands of its own has a table of them in place of a module.
    """

    module: str
    summary: str
    entries: "Callable[[], Entries] | None" = None
    examples: tuple[str, ...] = ()
    """Examples of a command with commands of its own; the others have theirs in their modules."""
    findings: str = ""
    """When one of its commands gives exit status 1; the others say so in their modules."""
    is_question: bool = False
    """Whether it answers and changes nothing, from files alone: the answer can be remembered."""


Entries = Mapping[str, Entry]

_IMPORTS: Final = (
    "kshc import docx ke-hoach.docx --out plan.yaml",
    "kshc import xlsx theo-doi.xlsx --year 2026 --out plan.yaml",
)
_DOCUMENTS: Final = ("kshc render docx", "kshc render pdf --final", "kshc render extract --all --out trich/")
_CHECKS: Final = ("kshc check docx quyet-dinh.docx",)
_MEMORIES: Final = ("kshc cache clear",)
_TEMPLATES: Final = ("kshc template new --out mau.docx", "kshc template check mau.docx")


def groups() -> Mapping[str, Entries]:
    """Return the commands in groups, under what each group is for."""
    return {
        _("Look up"): questions(),
        _("Record progress"): records(),
        _("Documents"): {
            "import": _group(
                _("Read documents back into a plan."),
                imports,
                _IMPORTS,
                _("something found no place in the plan, or is wrong"),
            ),
            "render": _group(
                _("Write documents."), documents, _DOCUMENTS, _("with --final, what a signed document must not have")
            ),
            "check": _group(
                _("Check documents."), checks, _CHECKS, _("the layout has errors, or with --strict warnings")
            ),
            "template": _group(
                _("Make, check and explain Word templates."), templates, _TEMPLATES, _("a template has faults")
            ),
        },
        _("Write the plan"): {
            "validate": Entry(
                "validate", _("Check plans: every finding with its line and what to do."), is_question=True
            ),
            "fix": Entry("fix", _("Repair characters that have exactly one right form, and nothing else.")),
            "agencies": Entry("agencies", _("List the agencies of the plan."), is_question=True),
            "read": Entry("read", _("Show how a phrase is understood.")),
            "schema": Entry("schema", _("Print the JSON Schema of plan files or progress logs.")),
            "cache": _group(_("Forget remembered answers."), memories, _MEMORIES),
            "help": Entry("explain", _("Explain kshc, or one command.")),
        },
    }


def _group(summary: str, entries: "Callable[[], Entries]", examples: tuple[str, ...], findings: str = "") -> Entry:
    return Entry("", summary, entries, examples, findings)


def commands() -> Entries:
    """Return the commands of all groups."""
    return {name: entry for entries in groups().values() for name, entry in entries.items()}


def questions() -> Entries:
    """Return the commands that answer and change nothing."""
    return {
        "status": Entry("status", _("Show how the plan stands, on one screen."), is_question=True),
        "due": Entry("due", _("Show what falls due in a month or period."), is_question=True),
        "overdue": Entry("overdue", _("Show what is late."), is_question=True),
        "list": Entry("list_tasks", _("List the tasks, by agency, kind, section or words."), is_question=True),
        "show": Entry("show", _("Show one task and how kshc reads it."), is_question=True),
        "recurring": Entry("recurring", _("Show what comes back, with its dates."), is_question=True),
        "log": Entry("log", _("Show what was recorded."), is_question=True),
        "fleet": Entry("fleet", _("Show how many plans stand, a line each."), is_question=True),
    }


def records() -> Entries:
    """Return the commands that write the progress log."""
    return {
        "done": Entry("done", _("Record that a task is done.")),
        "event": Entry("event", _("Record an event that a task waits for.")),
        "extend": Entry("extend", _("Record that a deadline was moved.")),
        "reassign": Entry("reassign", _("Record that another body took a task over.")),
        "suspend": Entry("suspend", _("Record that a task rests.")),
        "resume": Entry("resume", _("Record that a suspended task goes on.")),
        "merge": Entry("merge", _("Record that a task is done as a part of another.")),
        "cancel": Entry("cancel", _("Record that a task need not be done any more.")),
        "note": Entry("note", _("Record a note on a task.")),
        "undo": Entry("undo", _("Retract an entry.")),
    }


def documents() -> Entries:
    """Return the table of ``kshc render``."""
    return {
        "docx": Entry("render_docx", _("Write the decision and its plan as a Word document.")),
        "pdf": Entry("render_pdf", _("Write the decision and its plan as PDF, through LibreOffice.")),
        "extract": Entry("render_extract", _("Write the tasks of one agency, or of each, as a Word page.")),
    }


def templates() -> Entries:
    """Return the table of ``kshc template``."""
    return {
        "new": Entry("template_new", _("Write a template to be changed in Word.")),
        "check": Entry("template_check", _("Check templates: every finding with its place and what to do.")),
        "fields": Entry("template_fields", _("List the fields that tags can name.")),
    }


def imports() -> Entries:
    """Return the table of ``kshc import``."""
    return {
        "docx": Entry("import_docx", _("Read a Word document back into a plan.")),
        "xlsx": Entry("import_xlsx", _("Read tables of tasks in an Excel workbook into a plan.")),
    }


def checks() -> Entries:
    """Return the table of ``kshc check``."""
    return {"docx": Entry("check_docx", _("Check the layout of Word files by Nghị định 30/2020/NĐ-CP."))}


def memories() -> Entries:
    """Return the table of ``kshc cache``."""
    return {"clear": Entry("cache_clear", _("Forget remembered answers; KSHC_CACHE=0 remembers none."))}


def hints() -> Mapping[str, str]:
    """Return what to do in place of commands that people try and kshc has not, by those commands."""
    begin = _(
        "No plan yet? Make one of its Word file: kshc import docx KE-HOACH.docx --out plan.yaml; "
        "without one, begin with the ten lines of “A first plan” in README."
    )
    write = _("Tasks are written in plan.yaml, with any editor; then check them: kshc validate")
    return dict.fromkeys(("init", "new", "create", "start", "begin", "tao", "moi"), begin) | dict.fromkeys(
        ("add", "edit", "change", "update", "delete", "remove", "them", "sua", "xoa"), write
    )
