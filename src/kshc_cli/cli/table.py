"""The table of commands: what kshc can do, in groups."""

from collections.abc import Callable, Mapping
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command of the table: the module that holds it, loaded only when it runs, and what it does.

    A command with commands of its own has a table of them in place of a module.
    """

    module: str
    summary: str
    entries: "Callable[[], CommandEntries] | None" = None
    examples: tuple[str, ...] = ()
    """Examples of a command with commands of its own; the others have theirs in their modules."""
    findings: str = ""
    """When one of its commands gives exit status 1; the others say so in their modules."""
    is_question: bool = False
    """Whether it answers and changes nothing, from files alone: the answer can be remembered."""


CommandEntries = Mapping[str, CommandEntry]

_IMPORTS: Final = (
    "kshc import docx ke-hoach.docx --out plan.yaml",
    "kshc import xlsx theo-doi.xlsx --year 2026 --out plan.yaml",
)
_EXPORTS: Final = (
    "kshc export ics --out ke-hoach.ics",
    "kshc export xlsx --out theo-doi.xlsx",
    "kshc export html --out ke-hoach.html",
)
_DOCUMENTS: Final = (
    "kshc render docx",
    "kshc render pdf --final",
    "kshc render extract --all --out trich/",
    "kshc render reminder --all --out don-doc/",
    "kshc render report --quarter 2",
    "kshc render amendment HEAD~3:plan.yaml --out sua-doi.docx",
    "kshc render redline HEAD~3:plan.yaml",
)
_EDITS: Final = ("kshc edit docx --out ban-sua.docx", "kshc import docx ban-sua.docx --into plan.yaml")
_CHECKS: Final = ("kshc check docx quyet-dinh.docx",)
_MEMORIES: Final = ("kshc cache clear",)
_TEMPLATES: Final = ("kshc template new --out mau.docx", "kshc template check mau.docx")


def groups() -> Mapping[str, CommandEntries]:
    """Return the commands in groups, under what each group is for."""
    return {
        _("Look up"): questions(),
        _("Record progress"): records(),
        _("Documents"): files(),
        _("Write the plan"): plans(),
    }


def files() -> CommandEntries:
    """Return the commands that read, write and check documents and other files."""
    return {
        "import": _group(
            _("Read documents back into a plan."),
            imports,
            _IMPORTS,
            _("something found no place in the plan, or is wrong"),
        ),
        "render": _group(
            _("Write documents."),
            documents,
            _DOCUMENTS,
            _("what a signed document must not have, or errors of the plan or its log"),
        ),
        "export": _group(
            _("Write files for calendars, Excel, browsers and other programs."),
            exports,
            _EXPORTS,
            _("the plan or its log has errors"),
        ),
        "edit": _group(_("Write the plan to be edited in Word or Excel."), edits, _EDITS),
        "check": _group(_("Check documents."), checks, _CHECKS, _("the layout has errors, or with --strict warnings")),
        "template": _group(
            _("Make, check and explain Word templates."), templates, _TEMPLATES, _("a template has faults")
        ),
    }


def plans() -> CommandEntries:
    """Return the commands with which a plan is written and checked."""
    return {
        "init": CommandEntry("init", _("Begin the repository of an office.")),
        "validate": CommandEntry(
            "validate", _("Check plans: every finding with its line and what to do."), is_question=True
        ),
        "diff": CommandEntry("diff", _("Show what differs between two plans, and what that means.")),
        "roll": CommandEntry("roll", _("Draft next year's plan from this year's: move what is sure, mark the rest.")),
        "fix": CommandEntry("fix", _("Repair characters that have exactly one right form, and nothing else.")),
        "migrate": CommandEntry("migrate", _("Bring what an older kshc wrote into the form of today.")),
        "agencies": CommandEntry("agencies", _("List the agencies of the plan."), is_question=True),
        "read": CommandEntry("read", _("Show how a phrase is understood.")),
        "laws": CommandEntry("laws", _("Show what the register of legal texts knows."), is_question=True),
        "schema": CommandEntry("schema", _("Print the JSON Schema of plans, logs, exported duties or differences.")),
        "lsp": CommandEntry("lsp", _("Answer an editor while somebody writes a plan.")),
        "cache": _group(_("Forget remembered answers."), memories, _MEMORIES),
        "help": CommandEntry("explain", _("Explain kshc, or one command.")),
    }


def _group(
    summary: str, entries: "Callable[[], CommandEntries]", examples: tuple[str, ...], findings: str = ""
) -> CommandEntry:
    return CommandEntry("", summary, entries, examples, findings)


def commands() -> CommandEntries:
    """Return the commands of all groups."""
    return {name: entry for entries in groups().values() for name, entry in entries.items()}


def questions() -> CommandEntries:
    """Return the commands that answer and change nothing."""
    return {
        "status": CommandEntry("status", _("Show how the plan stands, on one screen."), is_question=True),
        "due": CommandEntry("due", _("Show what falls due in a month or period."), is_question=True),
        "overdue": CommandEntry("overdue", _("Show what is late."), is_question=True),
        "list": CommandEntry("list_tasks", _("List the tasks, by agency, kind, section or words."), is_question=True),
        "show": CommandEntry("show", _("Show one task and how kshc reads it."), is_question=True),
        "recurring": CommandEntry("recurring", _("Show what comes back, with its dates."), is_question=True),
        "calendar": CommandEntry("calendar", _("Show the months with the days that are due."), is_question=True),
        "timeline": CommandEntry("timeline", _("Show the tasks over the months of the year."), is_question=True),
        "log": CommandEntry("log", _("Show what was recorded."), is_question=True),
        "fleet": CommandEntry("fleet", _("Show how many plans stand, a line each."), is_question=True),
    }


def records() -> CommandEntries:
    """Return the commands that write the progress log."""
    return {
        "done": CommandEntry("done", _("Record that a task is done.")),
        "event": CommandEntry("event", _("Record an event that a task waits for.")),
        "extend": CommandEntry("extend", _("Record that a deadline was moved.")),
        "reassign": CommandEntry("reassign", _("Record that another body took a task over.")),
        "suspend": CommandEntry("suspend", _("Record that a task rests.")),
        "resume": CommandEntry("resume", _("Record that a suspended task goes on.")),
        "merge": CommandEntry("merge", _("Record that a task is done as a part of another.")),
        "cancel": CommandEntry("cancel", _("Record that a task need not be done any more.")),
        "note": CommandEntry("note", _("Record a note on a task.")),
        "undo": CommandEntry("undo", _("Retract an entry.")),
    }


def documents() -> CommandEntries:
    """Return the table of ``kshc render``."""
    return {
        "docx": CommandEntry("render_docx", _("Write the decision and its plan as a Word document.")),
        "pdf": CommandEntry("render_pdf", _("Write the decision and its plan as PDF, through LibreOffice.")),
        "extract": CommandEntry("render_extract", _("Write the tasks of one agency, or of each, as a Word page.")),
        "reminder": CommandEntry("render_reminder", _("Write the letter that reminds an agency of what it owes.")),
        "report": CommandEntry("render_report", _("Write the report on a month, quarter, half-year or year.")),
        "amendment": CommandEntry("render_amendment", _("Write the decision that amends the plan, change by change.")),
        "redline": CommandEntry("render_redline", _("Write the new document with what changed as tracked changes.")),
    }


def exports() -> CommandEntries:
    """Return the table of ``kshc export``; ``outputs/exports`` writes what they answer."""
    return {
        "ics": CommandEntry("export_ics", _("Write the days of the plan for a calendar (iCalendar).")),
        "xlsx": CommandEntry("export_xlsx", _("Write all duties and how they stand as an Excel workbook.")),
        "html": CommandEntry("export_html", _("Write one page that shows the plan, for browser, print or wall.")),
        "csv": CommandEntry("export_csv", _("Write all duties for spreadsheets (CSV).")),
        "json": CommandEntry("export_json", _("Write all duties as one JSON object, by its JSON Schema.")),
        "jsonl": CommandEntry("export_jsonl", _("Write all duties, a JSON object a line.")),
        "parquet": CommandEntry("export_parquet", _("Write all duties as a typed table, for DuckDB, pandas.")),
        "plugin": CommandEntry("export_plugin", _("Write all duties as another installed package writes them.")),
    }


def templates() -> CommandEntries:
    """Return the table of ``kshc template``."""
    return {
        "new": CommandEntry("template_new", _("Write a template to be changed in Word.")),
        "check": CommandEntry("template_check", _("Check templates: every finding with its place and what to do.")),
        "fields": CommandEntry("template_fields", _("List the fields that tags can name.")),
    }


def imports() -> CommandEntries:
    """Return the table of ``kshc import``."""
    return {
        "docx": CommandEntry(
            "import_docx", _("Read a Word document back into a plan, or what was changed in it into its plan.")
        ),
        "xlsx": CommandEntry(
            "import_xlsx",
            _("Read tables of tasks in a workbook into a plan, filled forms into its log, an edited sheet into it."),
        ),
    }


def edits() -> CommandEntries:
    """Return the table of ``kshc edit``."""
    return {
        "docx": CommandEntry("edit_docx", _("Write a Word file whose changes are taken back into the plan.")),
        "xlsx": CommandEntry(
            "edit_xlsx", _("Write an Excel sheet of tasks whose changes are taken back into the plan.")
        ),
    }


def checks() -> CommandEntries:
    """Return the table of ``kshc check``."""
    return {"docx": CommandEntry("check_docx", _("Check the layout of Word files by Nghị định 30/2020/NĐ-CP."))}


def memories() -> CommandEntries:
    """Return the table of ``kshc cache``."""
    return {"clear": CommandEntry("cache_clear", _("Forget remembered answers; KSHC_CACHE=0 remembers none."))}


def hints() -> Mapping[str, str]:
    """Return what to do in place of commands that people try and kshc has not, by those commands."""
    begin = _(
        "No plan yet? kshc init begins one: of a Word or Excel file with --from KE-HOACH.docx, "
        "else for the office that it asks for."
    )
    write = _("Tasks are written in plan.yaml, with any editor; then check them: kshc validate")
    return dict.fromkeys(("new", "create", "start", "begin", "tao", "moi"), begin) | dict.fromkeys(
        ("add", "change", "update", "delete", "remove", "them", "sua", "xoa"), write
    )
