"""Writing the decision and its plan: the options, the file, and what a final document must not have, in any format."""

from collections.abc import Callable
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.opening import opened_plan, say_drafted
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import refuse_another_ones, target_file
from kshc_cli.cli.template_options import LetterSize, form_of
from kshc_cli.cli.waiting import waiting
from kshc_cli.dataclass import dataclass
from kshc_cli.desk.rendering import readiness
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.errors import EXIT_FINDINGS, WrongArgumentError, as_error, inside
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.workspace import template_bytes

FinalOption = Annotated[
    bool,
    option("--final/--draft", help=_("Refuse blanks that a signed document must not have; a draft shows them.")),
]


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """What the options ask for."""

    final: bool
    out: str | None
    template: str | None
    size: LetterSize | None = None
    landscape: bool = False
    force: bool = False


def write_decision(
    session: Session,
    options: DocumentOptions,
    suffix: str,
    convert: Callable[[bytes, Plan], bytes],
    is_own: Callable[[bytes], bool] | None = None,
) -> int:
    """Write the document of the plan in use, as ``convert`` makes it from the Word file; return the exit status.

    ``is_own`` tells which files of such a format kshc wrote; those of Word if left out.
    """
    if options.template and (options.size or options.landscape):
        raise WrongArgumentError(_("--size and --landscape choose among kshc's own templates; leave out --template."))
    file, plan = opened_plan(session)
    target = target_file(options.out, file.path.with_suffix(suffix), file.path, options.template)
    refuse_another_ones(target, force=options.force, is_own=is_own)
    ready = readiness(file.text, plan, final=options.final)
    if options.final and ready.obstacles:
        session.write(findings_text(FileFindings(str(file.path), ready.obstacles), session.terminal()))
        session.say(as_error(_("Nothing was written: a final document must have none of these.")))
        return EXIT_FINDINGS
    if not options.final:
        say_drafted(session, file.path, file.text)
    del file  # where everything stands in the text takes as much room as the plan itself
    form = form_of(alone=plan.decision is None, size=options.size, landscape=options.landscape)
    with inside(options.template), waiting(session, _("Writing the document")):
        document = render_decision(plan, template_bytes(options.template, form.file_name))
    write_bytes(target, convert(document, plan))
    session.say(_("Written: {file}").format(file=target))
    if count := len(ready.open_places):
        session.say(ngettext("{n} blank is left open.", "{n} blanks are left open.", count).format(n=count))
    return 0
