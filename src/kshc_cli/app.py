"""The command line as a whole, and the one place where an error becomes a sentence and an exit status."""

import importlib
import os
import sys
from collections.abc import Sequence
from gettext import bindtextdomain, textdomain
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Final

import click

from kshc_cli import __version__
from kshc_cli.cli.global_options import global_options
from kshc_cli.cli.session import Color, Session, give_up, named_plans, session_of, talk
from kshc_cli.cli.shells import completion_option
from kshc_cli.cli.table import Table, examples, groups, statuses
from kshc_cli.desk.days import spelt_day
from kshc_cli.disk.reasons import reason
from kshc_cli.disk.witness import new_witness, witness
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, EXIT_USAGE, KshcError, as_error
from kshc_cli.messages import CATALOGUES, _, language_of, plain, use_language
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reports.terminal import uncommanding
from kshc_cli.system_language import system_language

EXAMPLES: Final = (
    "kshc import docx ke-hoach.docx --out plan.yaml",
    'kshc due --month 6 --agency "Phường 1"',
    "kshc done 1.2.2 --doc 123/BC-UBND",
    "kshc render docx --out quyet-dinh.docx",
)

_CLICKS_QUOTES: Final = lazy_pattern(r"(?<!\S)'([\w.-]+)'")
"""Names of options and arguments as click quotes them."""

_INTERRUPTED: Final = 130
"""What a shell reports for a program that the user stopped (128 + SIGINT)."""


@click.pass_context
def _begin(context: click.Context) -> int:
    """Say, where no command was named, how the plan stands, or how to begin."""
    if context.invoked_subcommand is not None:
        return 0
    status: int = importlib.import_module("kshc_cli.commands.beginning").command(context)
    session_of(context).is_answered = True
    return status


def command_line() -> click.Command:
    """Make the whole command line, in the language in use."""
    closing = (
        examples(EXAMPLES),
        statuses(_("something was found, such as errors of a plan")),
        _("Language: KSHC_LANG=en or KSHC_LANG=vi, else that of the system."),
    )
    summary = _("Keep a yearly work plan as one YAML file: check it, ask it, write it out.")
    group = Table("kshc", groups(), summary, "\n\n".join(closing), invoke_without_command=True, callback=_begin)
    group.params += global_options(hidden=False)
    group.params.append(completion_option())
    return click.version_option(__version__, "--version", prog_name="kshc", message="%(prog)s %(version)s")(group)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run kshc and return its exit status: 0 fine, 1 findings, 2 usage, 3 unreadable input."""
    status, _session = answer(arguments)
    return status


def answer(arguments: Sequence[str] | None = None) -> tuple[int, Session]:
    """Run kshc; return its exit status, and the session that tells what was said."""
    new_witness()
    session = Session(
        plans=named_plans(os.environ.get("KSHC_PLAN")), scheduler=os.environ.get("KSHC_SCHEDULER"), color=_color()
    )
    status = _answered(session, list(sys.argv[1:] if arguments is None else arguments))
    session.flush()
    if session.lost and not isinstance(session.lost, BrokenPipeError):
        status = refuse(session.lost)
    session.is_answered = session.is_answered and not session.lost and status in {0, EXIT_FINDINGS}
    return status, session


def _answered(session: Session, arguments: list[str]) -> int:
    try:
        _prepare_streams()
        _choose_language()
        if today := os.environ.get("KSHC_TODAY"):
            session.today = spelt_day(today)
        status = command_line().main(arguments, "kshc", standalone_mode=False, obj=session)
    except KshcError as problem:
        return _stop(session.fitted(problem.told()), problem.exit_status)
    except click.ClickException as problem:
        return _misused(problem, session)
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except SystemExit as left:  # click's way out where nobody reads its help
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        return 0
    except OSError as problem:
        return refuse(problem)
    return status if isinstance(status, int) else 0


def _misused(problem: click.ClickException, session: Session) -> int:
    """Say what is wrong with what was typed, or print the help of a group that was called alone; return the status."""
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        told = problem.format_message()
    else:
        vars(problem)["message"] = plain(problem.message) or _purpose(problem)  # it holds what was typed
        sentence = _CLICKS_QUOTES.sub(r"“\1”", problem.format_message())
        vars(problem)["format_message"] = lambda: sentence
        shown = StringIO()
        problem.show(shown)
        told = session.fitted(shown.getvalue().rstrip("\n"))
    with talk() as stream:
        stream.write(told + "\n")
    return EXIT_USAGE


def refuse(problem: OSError) -> int:
    """Say why an answer cannot be written; return the exit status."""
    give_up(sys.stdout)
    _prepare_streams()
    _choose_language()
    sentence = _("The answer cannot be written: {reason}").format(reason=reason(problem))
    return _stop(as_error(sentence), EXIT_UNREADABLE)


def _purpose(problem: click.ClickException) -> str:
    """Return what an option or argument is for that is missing."""
    return getattr(problem.param, "help", None) or "" if isinstance(problem, click.MissingParameter) else ""


def _stop(told: str, status: int) -> int:
    with talk() as stream:
        stream.write(uncommanding("".join(f"{line}\n" for line in told.splitlines())))
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
    """Speak the language of KSHC_LANG, the locale or the system; click's sentences come from the same catalogue."""
    environment = os.environ
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG")
    wish = environment.get("KSHC_LANG")
    told = None if locale or wish else system_language()
    if told:
        witness().doubt()
    language = language_of(wish, locale or told)
    use_language(language)
    environment["LANGUAGE"] = language
    bindtextdomain("kshc", str(CATALOGUES))
    textdomain("kshc")


def _color() -> Color:
    return "never" if os.environ.get("NO_COLOR") else "auto"
