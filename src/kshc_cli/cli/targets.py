"""What a document is made from, and the file that it becomes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Final

from kshc_cli.cli.declarations import option
from kshc_cli.cli.values import FILLED, out_option
from kshc_cli.disk.reading import LARGEST, bytes_if_there
from kshc_cli.disk.replacing import refuse_unwritable, same_file
from kshc_cli.documents.rendering.properties import is_another_ones
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.workspace import progress_path

_ZIP: Final = b"PK"
"""How Word files begin, which are zips."""

OutOption = Annotated[
    str | None,
    out_option(_("The file to write; beside the plan if left out.")),
]
FolderOption = Annotated[
    str | None,
    out_option(_("The file to write, with --all the folder; beside the plan if left out.")),
]
TemplateOption = Annotated[
    str | None, option("--template", reader=FILLED, metavar=_("FILE"), help=_("A Word template of your own."))
]
ForceOption = Annotated[
    bool, option("--force", help=_("Replace a Word file that another program saved, such as one edited in Word."))
]


def target_file(out: str | None, default: Path, plan: Path, template: str | None) -> Path:
    """Return the file to write. Raises WrongArgumentError where it would replace what the document is made from."""
    if out == "-":
        raise WrongArgumentError(_("--out names no file."))
    target = Path(out) if out else default
    refuse_sources(target, plan, template)
    return target


def refuse_sources(target: Path, plan: Path, template: str | None) -> None:
    """Raise WrongArgumentError where ``target`` is the plan, its log or the template."""
    for source in (plan, progress_path(plan), Path(template) if template else None):
        if source is not None and same_file(source, target):
            raise WrongArgumentError(
                _("{file} is what the document is made from; name another file.").format(file=target)
            )


def refuse_another_ones(target: Path, *, force: bool, is_own: Callable[[bytes], bool] | None = None) -> None:
    """Raise WrongArgumentError where a file would be replaced that kshc did not save, unless by ``force``.

    ``is_own`` tells which it saved; those of Word if left out.
    """
    data = None if force else bytes_if_there(target)
    if data and (len(data) > LARGEST or not (is_own or _is_replaced)(data)):
        raise WrongArgumentError(
            _("{file} was saved by another program; name another file with --out, or replace it with --force.").format(
                file=target
            )
        )


def _is_replaced(data: bytes) -> bool:
    """Tell whether a file may be replaced: one of kshc's own, or what an interrupted copy left of one."""
    return not is_another_ones(data) and data.startswith(_ZIP)


def checked_files(
    files: Iterable[tuple[str, bytes]], folder: Path, plan: Path, template: str | None, *, force: bool
) -> Iterator[tuple[str, bytes]]:
    """Yield the files; raise WrongArgumentError at one that would replace what they are made from, or is another's."""
    for name, data in files:
        refuse_sources(folder / name, plan, template)
        refuse_another_ones(folder / name, force=force)
        yield name, data


def target_of_sides(sides: Sequence[str], kind: str, out: str | None, template: str | None, *, force: bool) -> Path:
    """Return the file that a document about two plans is written into, by default beside the new one.

    ``kind`` ends its name. Raises WrongArgumentError, UnreadableFileError.
    """
    old, new = map(Path, sides)
    if out is None and not new.is_file():
        raise WrongArgumentError(_("NEW is a file of a revision, so that nothing says where to write: --out FILE."))
    target = target_file(out, new.with_name(f"{new.stem}-{kind}.docx"), new, template)
    refuse_sources(target, old, template)
    refuse_another_ones(target, force=force)
    refuse_unwritable(target)
    return target
