"""The command line as typer and click read it, with its refusals and its completion; ``pages`` makes its pages."""

import os
from collections.abc import Sequence
from gettext import bindtextdomain, textdomain
from io import StringIO
from typing import Final

import click

from kshc_cli import __version__
from kshc_cli.cli.calls import Call, beginning
from kshc_cli.cli.global_options import global_options
from kshc_cli.cli.help_pages import examples, statuses
from kshc_cli.cli.other_options import hint
from kshc_cli.cli.pages import CommandGroup, option_of, session_of
from kshc_cli.cli.session import Session, talk
from kshc_cli.cli.shells import completion_option
from kshc_cli.cli.table import groups
from kshc_cli.errors import EXIT_USAGE
from kshc_cli.messages import CATALOGUES, _, language_in_use, plain
from kshc_cli.patterns import lazy_pattern

EXAMPLES: Final = (
    "kshc import docx ke-hoach.docx --out plan.yaml",
    'kshc due --month 6 --agency "Phường 1"',
    "kshc done 1.2.2 --doc 123/BC-UBND",
    "kshc render docx --out quyet-dinh.docx",
)

INTERRUPTED: Final = 130
"""What a shell reports for a program that the user stopped (128 + SIGINT)."""

_CLICKS_QUOTES: Final = lazy_pattern(r"(?<!\S)'([\w.-]+)'")
"""Names of options and arguments as click quotes them."""


def parsed(arguments: Sequence[str], session: Session) -> Call | int:
    """Return what is asked for; where that is told or refused by now, as help is, the exit status.

    The options for every command are in the session then. Raises KshcError where the value of one is wrong.
    """
    try:
        asked = command_line().main(list(arguments), "kshc", standalone_mode=False, obj=session)
    except click.ClickException as problem:
        return misused(problem, session)
    except click.Abort:
        return INTERRUPTED
    except SystemExit as left:  # click's way out where nobody reads its help
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        return 0
    return asked if isinstance(asked, Call | int) else 0


def misused(problem: click.ClickException, session: Session) -> int:
    """Say what is wrong with what was typed, or print the help of a group that was called alone; return the status."""
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        told = problem.format_message()
    else:
        vars(problem)["message"] = plain(problem.message) or _purpose(problem)  # it holds what was typed
        if isinstance(problem, click.NoSuchOption):
            said = f"{problem.message} {_options(problem)}".rstrip()
        else:
            said = problem.format_message()
        sentence = _CLICKS_QUOTES.sub(r"“\1”", said)
        vars(problem)["format_message"] = lambda: sentence
        shown = StringIO()
        problem.show(shown)
        told = session.fitted(shown.getvalue().rstrip("\n"))
    with talk() as stream:
        stream.write(told + "\n")
    return EXIT_USAGE


def _options(problem: click.NoSuchOption) -> str:
    """Say which option of a command was meant, or which there are."""
    if problem.ctx is None:
        return ""
    options = [one for one in problem.ctx.command.params if isinstance(one, click.Option)]
    own, everywhere = ([max(one.opts, key=len) for one in options if one.hidden is there] for there in (False, True))
    return hint(problem.option_name, problem.ctx.command_path, own, everywhere)


def _purpose(problem: click.ClickException) -> str:
    """Return what an option or argument is for that is missing."""
    return getattr(problem.param, "help", None) or "" if isinstance(problem, click.MissingParameter) else ""


@click.pass_context
def _begin(context: click.Context) -> Call | None:
    return beginning() if context.invoked_subcommand is None else None


def command_line() -> click.Command:
    """Make the whole command line; from then on click's sentences are said in the language in use, too."""
    _translate_click()
    closing = (
        examples(EXAMPLES),
        statuses(_("something was found, such as errors of a plan")),
        _("Language: KSHC_LANG=en or KSHC_LANG=vi, else that of the system."),
    )
    summary = _("Keep a yearly work plan as one YAML file: check it, ask it, write it out.")
    group = CommandGroup("kshc", groups(), summary, "\n\n".join(closing), invoke_without_command=True, callback=_begin)
    group.params += [option_of(one, hidden=False) for one in global_options()]
    group.params.append(completion_option())
    group.params.append(_version_option())
    return group


def _version_option() -> click.Option:
    """Make the option that tells the version: with ``-v``, wherever that stands, also which plug-ins are installed."""

    def tell(context: click.Context, _parameter: click.Parameter, wanted: object) -> None:
        if wanted and not context.resilient_parsing:
            session = session_of(context)
            session.write(f"kshc {__version__}\n")
            if session.verbosity > 0:
                from kshc_cli.cli.plugins import plugin_lines  # noqa: PLC0415  few ask

                session.write(plugin_lines())
            context.exit()

    told = _("Show the version and exit.")
    return click.Option(["--version"], is_flag=True, expose_value=False, callback=tell, help=told)


def _translate_click() -> None:
    """Let the standard library, which click asks, take sentences from kshc's catalogue, in the language in use."""
    os.environ["LANGUAGE"] = language_in_use()
    bindtextdomain("kshc", str(CATALOGUES))
    textdomain("kshc")
