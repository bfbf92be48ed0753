"""A Word file in which findings stand as comments: the option that names it, and what it may replace.

It loads nothing of Word: ``kshc validate`` needs it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.errors import WrongArgumentError, as_error
from kshc_cli.messages import _
from kshc_cli.reports.findings import FileFindings

AnnotateOption = Annotated[
    str | None,
    option(
        "--annotate",
        reader=FILLED,
        metavar=_("OUT"),
        help=_("Write a Word file in which each finding is a comment at its words."),
    ),
]


def annotated_file(annotate: str | None, files: Sequence[str]) -> Path | None:
    """Return where the findings of the only file are told, if anywhere. Raises WrongArgumentError.

    Raises UnreadableFileError where it cannot be written.
    """
    if annotate is None:
        return None
    from kshc_cli.cli.targets import refuse_sources  # noqa: PLC0415
    from kshc_cli.disk.reading import bytes_if_there  # noqa: PLC0415
    from kshc_cli.disk.replacing import refuse_unwritable  # noqa: PLC0415
    from kshc_cli.documents.word.commenting import is_commented  # noqa: PLC0415

    if len(files) != 1:
        raise WrongArgumentError(_("--annotate tells the findings of one file; name one."))
    target = Path(annotate)
    refuse_sources(target, Path(files[0]), None)
    refuse_unwritable(target)
    if (there := bytes_if_there(target)) and not is_commented(there):
        sentence = _("{file} was not written by this command; name another file, or take it away.")
        raise WrongArgumentError(sentence.format(file=target))
    return target


def annotate_plan(session: Session, file: Path, told: FileFindings, target: Path) -> None:
    """Tell the findings of a plan in its document, of which a draft is made; of one that has none say so."""
    from kshc_cli.cli.template_options import form_of  # noqa: PLC0415
    from kshc_cli.disk.replacing import write_bytes  # noqa: PLC0415
    from kshc_cli.documents.rendering.decision import render_decision  # noqa: PLC0415
    from kshc_cli.documents.rendering.printed_places import remarks_of_plan  # noqa: PLC0415
    from kshc_cli.documents.word.commenting import commented  # noqa: PLC0415
    from kshc_cli.workspace import open_plan, template_bytes  # noqa: PLC0415

    plan = open_plan(file).text.plan
    if plan is None:
        session.say(as_error(_("{file}: nothing was written, for no document can be made of it.").format(file=file)))
        return
    form = form_of(alone=plan.decision is None, size=None, landscape=False)
    document = render_decision(plan, template_bytes(None, form.file_name))
    data = commented(document, [*remarks_of_plan(told.findings, plan, document)], session.day())
    write_bytes(target, data)
    session.say(_("Written: {file}").format(file=target))
