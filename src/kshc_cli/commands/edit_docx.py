"""``kshc edit docx``: the plan as a Word file whose changes are taken back into it."""

from kshc_cli.cli.opening import opened_plan, say_drafted
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import ForceOption, OutOption, TemplateOption, refuse_another_ones, target_file
from kshc_cli.cli.template_options import form_of
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.merging import merged
from kshc_cli.desk.opening import Opened
from kshc_cli.disk.reading import bytes_if_there, read_bytes
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.editing.writing import document_to_edit
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.messages import _
from kshc_cli.workspace import template_bytes

EXAMPLES = ("kshc edit docx", "kshc edit docx --out ban-sua.docx")


def command(
    session: Session, *, out: OutOption = None, template: TemplateOption = None, force: ForceOption = False
) -> int:
    """Write the plan as a Word file to be edited; kshc import docx --into takes what was changed back into the plan.

    Its places are marked with hidden bookmarks, and it carries the plan along, so that others can go on with the plan.
    """
    file, plan = opened_plan(session)
    target = target_file(out, file.path.with_name(f"{file.path.stem}-sua.docx"), file.path, template)
    if target.suffix.lower() not in {"", ".docx"}:
        raise WrongArgumentError(_("The file is one of Word: let the name of {file} end in .docx.").format(file=target))
    form = form_of(alone=plan.decision is None, size=None, landscape=False)
    data = read_bytes(file.path)
    there = None if force else bytes_if_there(target)
    if there and _holds_changes(there, data):
        sentence = _(
            "{file} holds changes that the plan has not: take them back with kshc import docx {file} --into {plan}, "
            "name another file with --out, or replace it with --force."
        )
        raise WrongArgumentError(sentence.format(file=target, plan=file.path))
    refuse_another_ones(target, force=force)
    with inside(template), waiting(session, _("Writing the document")):
        document = document_to_edit(plan, data, template_bytes(template, form.file_name))
    write_bytes(target, document)
    say_drafted(session, file.path, file.text)
    session.say(_("Written: {file}").format(file=target))
    sentence = _("Edited, it is taken back with: kshc import docx {file} --into {plan}")
    session.say(sentence.format(file=target, plan=file.path))
    return 0


def _holds_changes(written: bytes, plan: bytes) -> bool:
    """Tell whether a file that was written of this plan to be edited holds changes that the plan has not."""
    try:
        found = merged(edited_document(written), Opened(plan, None))
    except WordFileError:
        return False
    return found.plan != plan or bool(found.not_taken)
