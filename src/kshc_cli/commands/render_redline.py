"""``kshc render redline``: the new document, with the old one's words as tracked changes."""

from typing import Annotated

from kshc_cli.cli.comparing import SidesArgument, named_sides, opened_sides, say_errors
from kshc_cli.cli.declarations import option
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import (
    ForceOption,
    OutOption,
    TemplateOption,
    target_of_sides,
)
from kshc_cli.cli.template_options import LandscapeOption, SizeOption, form_of
from kshc_cli.cli.values import FILLED
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.days import asked_day
from kshc_cli.desk.redlining import redline_of
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.messages import _, plain
from kshc_cli.workspace import template_bytes

EXAMPLES = (
    "kshc render redline HEAD~3:plan.yaml",
    "kshc render redline plan-cu.yaml plan.yaml --out ban-sua.docx",
)

AuthorOption = Annotated[
    str | None,
    option("--author", reader=FILLED, metavar=_("NAME"), help=_("Who made the changes; who issues NEW if left out.")),
]
DayOption = Annotated[
    str | None,
    option(
        "--date",
        reader=FILLED,
        metavar=_("DATE"),
        help=_("The day of the changes; that of NEW's document if left out."),
    ),
]


def command(
    session: Session,
    sides: SidesArgument = None,
    *,
    author: AuthorOption = None,
    day: DayOption = None,
    out: OutOption = None,
    template: TemplateOption = None,
    size: SizeOption = None,
    landscape: LandscapeOption = False,
    force: ForceOption = False,
) -> int:
    """Write NEW's document with what differs from OLD as tracked changes.

    Word accepts them into NEW's words, and rejects them into OLD's.
    """
    if template and (size or landscape):
        raise WrongArgumentError(_("--size and --landscape choose among kshc's own templates; leave out --template."))
    if author is not None and not author.isprintable():
        raise WrongArgumentError(_("“{name}” is no name.").format(name=plain(author)))
    named = named_sides(session, sides or [], None)
    target = target_of_sides([one.name for one in named], "redline", out, template, force=force)
    sides_opened = opened_sides(session, *named)
    old, new = (one.opened.plan for one in sides_opened)
    moment = asked_day(day, year=new.year)
    forms = [form_of(alone=plan.decision is None, size=size, landscape=landscape) for plan in (old, new)]
    templates = template_bytes(template, forms[0].file_name), template_bytes(template, forms[1].file_name)
    with inside(template), waiting(session, _("Writing the document")):
        made = redline_of(old, new, templates, author, moment)
    if made is None:
        session.say(_("Both documents say the same; nothing was written."))
        return 0
    write_bytes(target, made)
    session.say(_("Written: {file}").format(file=target))
    say_errors(session, sides_opened)
    return 0
