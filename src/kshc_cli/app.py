"""The table of commands, and the one place where an error becomes a sentence and an exit status."""

import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import bindtextdomain, textdomain
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final

import click
import typer
from click.shell_completion import get_completion_class
from typer.main import get_command as command_of

from kshc_cli import __version__
from kshc_cli.commands.days import spelt_day
from kshc_cli.commands.session import Color, Session, give_up, session_of, talk
from kshc_cli.errors import EXIT_UNREADABLE, EXIT_USAGE, KshcError
from kshc_cli.messages import CATALOGUES, _, language_of, plain, use_language

_INTERRUPTED: Final = 130
"""What a shell reports for a program that the user stopped (128 + SIGINT)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A command of the table: the module that holds it, loaded only when it runs, and what it does.

    A group of commands has a table of its own in place of a module.
    """

    module: str
    summary: str
    group: "Callable[[], Mapping[str, Entry]] | None" = None


def commands() -> Mapping[str, Entry]:
    """Return the table of commands."""
    return {
        "validate": Entry("validate", _("Check plans: every finding with its line and what to do.")),
        "fix": Entry("fix", _("Repair characters that have exactly one right form, and nothing else.")),
        "list": Entry("list_tasks", _("List the tasks, by agency, kind, section or words.")),
        "show": Entry("show", _("Show one task and how kshc reads it.")),
        "due": Entry("due", _("Show what falls due in a month or period.")),
        "overdue": Entry("overdue", _("Show what is late.")),
        "recurring": Entry("recurring", _("Show what comes back, with its dates.")),
        "status": Entry("status", _("Show how the plan stands, on one screen.")),
        "done": Entry("done", _("Record that a task is done.")),
        "event": Entry("event", _("Record an event that a task waits for.")),
        "extend": Entry("extend", _("Record that a deadline was moved.")),
        "reassign": Entry("reassign", _("Record that another body took a task over.")),
        "suspend": Entry("suspend", _("Record that a task rests.")),
        "resume": Entry("resume", _("Record that a suspended task goes on.")),
        "merge": Entry("merge", _("Record that a task is done as a part of another.")),
        "cancel": Entry("cancel", _("Record that a task need not be done any more.")),
        "note": Entry("note", _("Record a note on a task.")),
        "log": Entry("log", _("Show what was recorded.")),
        "undo": Entry("undo", _("Retract an entry.")),
        "agencies": Entry("agencies", _("List the agencies of the plan.")),
        "read": Entry("read", _("Show how a phrase is understood.")),
        "render": Entry("", _("Write documents."), documents),
        "check": Entry("", _("Check documents."), checks),
        "import": Entry("", _("Read documents back into a plan."), imports),
        "template": Entry("", _("Make, check and explain Word templates."), templates),
        "schema": Entry("schema", _("Print the JSON Schema of plan files or progress logs.")),
        "help": Entry("explain", _("Explain kshc, or one command.")),
    }


def documents() -> Mapping[str, Entry]:
    """Return the table of ``kshc render``."""
    return {
        "docx": Entry("render_docx", _("Write the decision and its plan as a Word document.")),
        "pdf": Entry("render_pdf", _("Write the decision and its plan as PDF, through LibreOffice.")),
        "extract": Entry("render_extract", _("Write the tasks of one agency, or of each, as a Word page.")),
    }


def templates() -> Mapping[str, Entry]:
    """Return the table of ``kshc template``."""
    return {
        "new": Entry("template_new", _("Write a template to be changed in Word.")),
        "check": Entry("template_check", _("Check templates: every finding with its place and what to do.")),
        "fields": Entry("template_fields", _("List the fields that tags can name.")),
    }


def imports() -> Mapping[str, Entry]:
    """Return the table of ``kshc import``."""
    return {"docx": Entry("import_docx", _("Read a Word document back into a plan."))}


def checks() -> Mapping[str, Entry]:
    """Return the table of ``kshc check``."""
    return {"docx": Entry("check_docx", _("Check the layout of Word files by Nghị định 30/2020/NĐ-CP."))}


class Table(click.Group):
    """A group whose commands are loaded when they are called: listing them costs no import."""

    def __init__(self, name: str, entries: Mapping[str, Entry], summary: str) -> None:
        super().__init__(
            name=name,
            help=summary,
            no_args_is_help=True,
            context_settings={"help_option_names": ["-h", "--help"]},
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("COMMAND [ARGS]..."),
        )
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Name the commands in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command with its module; an unknown name is a usage error that names the nearest one."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            self._suggest(ctx, cmd_name)
            return None
        if entry.group:
            return Table(cmd_name, entry.group(), entry.summary)
        module = importlib.import_module(f"kshc_cli.commands.{entry.module}")
        return _command(cmd_name, entry, module)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a file where a command is expected for one whose ending names the command: ``kshc check plan.docx``."""
        ending = args[0].rpartition(".")[2].lower()
        known = self.entries.keys()
        return super().resolve_command(ctx, args if args[0] in known or ending not in known else [ending, *args])

    def _suggest(self, ctx: click.Context, name: str) -> None:
        from difflib import get_close_matches

        near = get_close_matches(name, self.entries, n=1)
        if near and not ctx.resilient_parsing:
            ctx.fail(_('There is no command "{name}". Did you mean "{near}"?').format(name=plain(name), near=near[0]))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the table into a help page without loading any command."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, entry.summary) for name, entry in self.entries.items()])


def _command(name: str, entry: Entry, module: Any) -> click.Command:  # noqa: ANN401  a module
    loader = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    examples = "".join(f"\n  {example}" for example in module.EXAMPLES)
    epilog = "\b\n" + _("Examples:") + examples + "\n\n" + _("Options for every command: kshc --help")
    loader.command(name, help=entry.summary, epilog=epilog, no_args_is_help=False, options_metavar=_("[OPTIONS]"))(
        module.command
    )
    command = command_of(loader)
    command.params += [option for option in global_options() if not _is_taken(option, command)]
    return command


def _is_taken(option: click.Option, command: click.Command) -> bool:
    return any(name in parameter.opts for parameter in command.params for name in option.opts)


def global_options(*, hidden: bool = True) -> list[click.Option]:
    """Return the options that may stand before or after any command; hidden in the commands' own help pages."""

    def option(*names: str, **settings: Any) -> click.Option:  # noqa: ANN401  click's settings
        return click.Option(names, expose_value=False, is_eager=True, hidden=hidden, **settings)

    switch = {"is_flag": True, "flag_value": "1", "default": None}
    colors = click.Choice(["auto", "always", "never"])
    plan = _("The plan; else KSHC_PLAN, else plan.yaml here or in a parent folder.")
    today = _("The day to take for today; else KSHC_TODAY, else the clock.")
    color = _("Colours and drawn tables: on a terminal, always, or never; NO_COLOR turns colours off.")
    return [
        option("--plan", metavar=_("FILE"), callback=_keeping("plan"), help=plan),
        option("--today", metavar=_("DATE"), callback=_keeping("today", spelt_day), help=today),
        option("--color", type=colors, callback=_keeping("color"), help=color),
        option("--quiet", "-q", callback=_louder(-1), help=_("Only data and errors."), **switch),
        option("--verbose", "-v", callback=_louder(1), help=_("Say which plan is used."), **switch),
    ]


Callback = Callable[[click.Context, click.Parameter, str | None], None]


def _keeping(name: str, read: Callable[[str], object] = str) -> Callback:
    """Make a callback that keeps an option's value in the session."""

    def callback(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None and (read is str or not context.resilient_parsing):
            setattr(session_of(context), name, read(value))

    return callback


def _louder(step: int) -> Callback:
    """Make a callback that changes how much is said."""

    def callback(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        session_of(context).verbosity += step if value is not None else 0

    return callback


def _show_completion(context: click.Context, _parameter: click.Parameter, shell: str | None) -> None:
    if shell is None or context.resilient_parsing:
        return
    writer = get_completion_class(shell)
    if writer is not None:
        click.echo(writer(context.command, {}, "kshc", "_KSHC_COMPLETE").source())
    context.exit()


def command_line() -> click.Command:
    """Make the whole command line, in the language in use."""
    group = Table("kshc", commands(), _("Keep a yearly work plan as one YAML file: check it, ask it, write it out."))
    group.params += global_options(hidden=False)
    group.params.append(
        click.Option(
            ["--show-completion"],
            type=click.Choice(["bash", "zsh", "fish"]),
            expose_value=False,
            is_eager=True,
            callback=_show_completion,
            help=_('Print what completes commands, agencies and ids: eval "$(kshc --show-completion bash)".'),
        )
    )
    return click.version_option(__version__, "--version", prog_name="kshc", message="%(prog)s %(version)s")(group)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run kshc and return its exit status: 0 fine, 1 findings, 2 usage, 3 unreadable input."""
    # Records are ours alone: looking through all installed packages for pydantic plugins would slow every start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        _prepare_streams()
        _choose_language()
        session = Session(plan=os.environ.get("KSHC_PLAN") or None, color=_color())
        if today := os.environ.get("KSHC_TODAY"):
            session.today = spelt_day(today)
        status = command_line().main(
            list(sys.argv[1:] if arguments is None else arguments), "kshc", standalone_mode=False, obj=session
        )
        sys.stdout.flush()
    except KshcError as problem:
        return _stop(problem.sentence(), problem.exit_status)
    except click.ClickException as problem:
        vars(problem)["message"] = plain(problem.message)  # it holds what was typed
        with talk() as stream:
            problem.show(stream)
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        give_up(sys.stdout)
        return 0
    except OSError as problem:
        give_up(sys.stdout)
        return _stop(
            _("The answer cannot be written: {reason}").format(reason=problem.strerror or problem), EXIT_UNREADABLE
        )
    return status if isinstance(status, int) else 0


def _stop(sentence: str, status: int) -> int:
    with talk() as stream:
        stream.write("".join(f"{line}\n" for line in sentence.splitlines()))
    return status


def _prepare_streams() -> None:
    """Speak UTF-8 whatever the locale; a stream that the caller closed swallows what is written."""
    if None in {sys.stdin, sys.stdout, sys.stderr}:
        nowhere = Path(os.devnull).open("r+", encoding="utf-8")  # noqa: SIM115  it lives as long as the process
        sys.stdin, sys.stdout, sys.stderr = sys.stdin or nowhere, sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is not sys.stdin else "replace")


def _choose_language() -> None:
    """Speak the language of KSHC_LANG or of the locale; click's own sentences come from the same catalogue."""
    environment = os.environ
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG")
    language = language_of(environment.get("KSHC_LANG"), locale)
    use_language(language)
    environment["LANGUAGE"] = language
    bindtextdomain("kshc", str(CATALOGUES))
    textdomain("kshc")


def _color() -> Color:
    return "never" if os.environ.get("NO_COLOR") else "auto"
