"""The table of commands: what kshc can do, in groups, and the help pages that say so."""

import importlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any, Final

import click
import typer
from typer.core import TyperCommand
from typer.main import get_command as command_of

from kshc_cli.cli.global_options import global_options
from kshc_cli.cli.session import session_of
from kshc_cli.cli.values import Chosen
from kshc_cli.dataclass import dataclass
from kshc_cli.messages import _, plain
from kshc_cli.near import nearest
from kshc_cli.reading.folding import squeezed


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

_SHEETS: Final = {"xls": "xlsx", "xlsm": "xlsx", "xlsb": "xlsx", "ods": "xlsx"}
"""Endings of workbooks, and the command that reads them or says what is wrong with them."""


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


class Page(TyperCommand):
    """A command whose help page tells the values that its options take."""

    is_question = False

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the arguments, then the options."""
        write_parameters(self.get_params(ctx), ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse an option given twice that takes one value: click would go by the last one without a word."""
        if not ctx.resilient_parsing:
            _values, _rest, given = self.make_parser(ctx).parse_args(args=list(args))
            for option, times in Counter(given).items():
                if times > 1 and isinstance(option, click.Option) and _takes_one(option):
                    message = _("{option} is there {n} times; give it once.")
                    raise click.UsageError(message.format(option=max(option.opts, key=len), n=times), ctx)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's
        """Run the command; what answers a question may be remembered."""
        status = super().invoke(ctx)
        session_of(ctx).is_answered = self.is_question
        return status


def _takes_one(option: click.Option) -> bool:
    """Tell whether a second value would be lost; of an option for every command, hidden here, an alias may hold one."""
    return not (option.multiple or option.count or option.is_flag or option.hidden)


class Table(click.Group):
    """A group whose commands are loaded when they are called: listing them costs no import."""

    def __init__(
        self,
        name: str,
        groups: Mapping[str, Entries],
        summary: str,
        epilog: str = "",
        **settings: Any,  # noqa: ANN401  click's
    ) -> None:
        super().__init__(
            name=name,
            help=summary,
            epilog=epilog,
            context_settings={"help_option_names": ["-h", "--help"]},
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("COMMAND [ARGS]..."),
            **settings,
        )
        self.groups = groups
        self.entries = {name: entry for entries in groups.values() for name, entry in entries.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Name the commands in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command with its module; an unknown name is a usage error that names the nearest one."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            self._suggest(ctx, cmd_name)
            return None
        if entry.entries:
            groups, more = {_("Commands"): entry.entries()}, _("Options for every command: kshc --help")
            closing = "\n\n".join((examples(entry.examples), statuses(entry.findings), more))
            return Table(cmd_name, groups, entry.summary, closing, no_args_is_help=True)
        module = importlib.import_module(f"kshc_cli.commands.{entry.module}")
        return _command(cmd_name, entry, module)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a file in place of a command for one of that which its ending names: ``kshc check plan.docx``.

        What is for Word files gets those with other endings, too, and says what is wrong with them (.pdf).
        """
        _name, dot, ending = args[0].rpartition(".")
        fitting = [name for name in (_SHEETS.get(ending.lower(), ending.lower()), "docx") if name in self.entries]
        return super().resolve_command(ctx, [*fitting[:1], *args] if dot and args[0] not in self.entries else args)

    def _suggest(self, ctx: click.Context, name: str) -> None:
        if ctx.resilient_parsing:
            return
        if ctx.parent is None and (hint := hints().get(squeezed(name))):
            ctx.fail(_("There is no command “{name}”.").format(name=plain(name)) + " " + hint)
        if near := nearest(name, self.entries):
            ctx.fail(_("There is no command “{name}”. Did you mean “{near}”?").format(name=plain(name), near=near))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without loading any command, then the options."""
        for heading, entries in self.groups.items():
            with formatter.section(heading):
                formatter.write_dl([(name, entry.summary) for name, entry in entries.items()])
        write_parameters(self.get_params(ctx), ctx, formatter)


def write_parameters(parameters: Sequence[click.Parameter], ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write arguments and options into a help page, each with the values that it takes."""
    for heading, kind in ((_("Arguments"), "argument"), (_("Options"), "option")):
        chosen = [_told(one).get_help_record(ctx) for one in parameters if one.param_type_name == kind]
        if records := [record for record in chosen if record]:
            with formatter.section(heading):
                formatter.write_dl(records)


def _told(parameter: click.Parameter) -> click.Parameter:
    """Return a parameter whose help tells its values."""
    if not isinstance(parameter.type, Chosen):
        return parameter
    told, values = copy(parameter), _("Values: {values}.").format(values=parameter.type.told())
    vars(told)["help"] = f"{vars(parameter)['help']} {values}"
    if (spelling := str(parameter.default)) in parameter.type.values:
        vars(told)["default"] = parameter.type.called(spelling)
    return told


def _command(name: str, entry: Entry, module: Any) -> click.Command:  # noqa: ANN401  a module
    loader = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    closing = (
        examples(module.EXAMPLES),
        statuses(getattr(module, "FINDINGS", "")),
        _("Options for every command: kshc --help"),
    )
    loader.command(
        name,
        cls=Page,
        help=entry.summary,
        epilog="\n\n".join(closing),
        no_args_is_help=False,
        options_metavar=_("[OPTIONS]"),
    )(module.command)
    command = command_of(loader)
    vars(command)["is_question"] = entry.is_question
    command.params += [option for option in global_options() if not _is_taken(option, command)]
    return command


def examples(lines: Sequence[str]) -> str:
    """Return the paragraph of a help page that shows examples."""
    return "\n".join(("\b", _("Examples:"), *(f"  {line}" for line in lines)))


def statuses(findings: str) -> str:
    """Return the paragraph of a help page that explains exit statuses; ``findings`` is when a command gives 1."""
    told = (
        _("0 fine"),
        *([f"1 {findings}"] if findings else []),
        _("2 wrong usage"),
        _("3 a file cannot be read or written"),
    )
    return _("Exit status: {statuses}.").format(statuses="; ".join(told))


def _is_taken(option: click.Option, command: click.Command) -> bool:
    return any(name in parameter.opts for parameter in command.params for name in option.opts)
