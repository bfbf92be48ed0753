"""The command line as a whole, and the one place where an error becomes a sentence and an exit status."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from kshc_cli.cli.calls import Call, plain_call
from kshc_cli.cli.session import Color, Session, give_up, named_plans, talk
from kshc_cli.desk.days import spelt_day
from kshc_cli.disk.witness import new_witness, witness
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, KshcError, as_error
from kshc_cli.messages import _, language_of, use_language
from kshc_cli.reports.terminal import uncommanding

_INTERRUPTED: Final = 130
"""What a shell reports for a program that the user stopped (128 + SIGINT)."""


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
        asked = plain_call(arguments) or _parsed(arguments, session)
        return asked if isinstance(asked, int) else asked.answer(session)
    except KshcError as problem:
        return _stop(session.fitted(problem.told()), problem.exit_status)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return 0
    except OSError as problem:
        return refuse(problem)


def _parsed(arguments: list[str], session: Session) -> Call | int:
    """Return what is asked for, or where that was told or refused, the exit status."""
    from kshc_cli.cli.parsing import parsed  # noqa: PLC0415  typer and click take three starts

    return parsed(arguments, session)


def refuse(problem: OSError) -> int:
    """Say why an answer cannot be written; return the exit status."""
    from kshc_cli.disk.reasons import reason  # noqa: PLC0415  streams take what is written

    give_up(sys.stdout)
    _prepare_streams()
    _choose_language()
    sentence = _("The answer cannot be written: {reason}").format(reason=reason(problem))
    return _stop(as_error(sentence), EXIT_UNREADABLE)


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
    """Speak the language of KSHC_LANG, the locale or the system."""
    environment = os.environ
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG")
    wish = environment.get("KSHC_LANG")
    told = None if locale or wish else _told_by_system()
    use_language(language_of(wish, locale or told))


def _told_by_system() -> str | None:
    from kshc_cli.system_language import system_language  # noqa: PLC0415  where the environment names no language

    if told := system_language():
        witness().doubt()
    return told


def _color() -> Color:
    return "never" if os.environ.get("NO_COLOR") else "auto"
