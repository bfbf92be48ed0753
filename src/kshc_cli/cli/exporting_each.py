"""Exporting for each body: one question put to the plan in use, and what it answers as a folder of files."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.asking import run_of
from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import STDOUT, refuse_errors
from kshc_cli.cli.opening import Fleet, one_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import refuse_sources
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.question import Asked, Form, Question
from kshc_cli.disk.reading import bytes_if_there
from kshc_cli.disk.replacing import Content, refuse_unwritable, write_folder
from kshc_cli.errors import WrongArgumentError
from kshc_cli.fleet.sources import log_of
from kshc_cli.messages import _, language_in_use, ngettext
from kshc_cli.outputs.exports import EXPORTS, Export

EachOption = Annotated[
    bool, option("--all", help=_("One file for each body, named by its id, in the folder that --out names."))
]


def export_each(
    session: Session,
    name: str,
    question: Callable[[Asked], Question],
    parts: Callable[[Answer], Iterable[tuple[str, Answer]]],
    *,
    out: str,
    agency: str | None,
) -> int:
    """Write a file of the kind called ``name`` for each of the ``parts`` of an answer, all or none of them.

    Return the exit status. Raises BrokenPlanError, UnreadableFileError, WrongArgumentError.
    """
    kind, plan = EXPORTS[name], one_plan(session)
    folder = _folder(out)
    asked = Asked(session.now(), language_in_use(), Form(name), agency=agency)
    told = run_of(session, Fleet([str(plan)], many=False), question(asked)).told[0]
    if "files" in told.answer:
        return refuse_errors(session, [(told.file, told.answer["files"])])
    with waiting(session, _("Writing the files")):
        files = ((f"{part}.{name}", kind.write(answer)) for part, answer in parts(told.answer))
        count = write_folder(folder, _checked(files, folder, kind, plan))
    words = ngettext("{n} file written into {folder}.", "{n} files written into {folder}.", count)
    session.say(words.format(n=count, folder=folder))
    return 0


def _folder(out: str) -> Path:
    """Return the folder to write into. Raises WrongArgumentError where it is a file, UnreadableFileError."""
    if out == STDOUT:
        raise WrongArgumentError(_("--out names no file."))
    folder = Path(out)
    if folder.is_dir():
        refuse_unwritable(folder / "kshc")
    elif folder.exists():
        raise WrongArgumentError(_("{file} is a file; --all needs a folder.").format(file=folder))
    elif folder.parent.is_dir():
        refuse_unwritable(folder)
    return folder


def _checked(
    files: Iterable[tuple[str, Content]], folder: Path, kind: Export, plan: Path
) -> Iterator[tuple[str, Content]]:
    """Yield the files; raise WrongArgumentError at one in whose place is something that kshc did not write."""
    for name, data in files:
        target = folder / name
        for source in (plan, Path(log_of(str(plan)))):
            refuse_sources(target, source, None)
        if (there := bytes_if_there(target)) and not kind.is_own(there):
            sentence = _("{file} was not written by this command; name another file, or take it away.")
            raise WrongArgumentError(sentence.format(file=target))
        yield name, data
