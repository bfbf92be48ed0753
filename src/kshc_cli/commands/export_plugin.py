"""``kshc export plugin``: all duties of a plan, or of many, as another package writes them."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.duties_command import FAULTY
from kshc_cli.cli.exporting import STDOUT, DraftOption, ExportOption, export
from kshc_cli.cli.options import AgencyOption, KindOption, RoleOption, RoleOptionType, SectionOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.duties import DutiesQuestion, duties_of
from kshc_cli.messages import _
from kshc_cli.outputs.exports import Export
from kshc_cli.plugins.exports import export_called, written
from kshc_cli.plugins.installed import installed

EXAMPLES = ("kshc export plugin meeting --out hop.txt",)
FINDINGS = FAULTY


def _completed(_session: Session, begun: str) -> list[str]:
    return [one.name for one in installed("exports") if one.name.startswith(begun)]


NameArgument = Annotated[
    str,
    argument(
        reader=FILLED,
        metavar=_("NAME"),
        help=_("What the output is called; `kshc --version -v` lists those that are installed."),
        completion=_completed,
    ),
]


def command(
    session: Session,
    name: NameArgument,
    *,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    section: SectionOption = None,
    draft: DraftOption = False,
    out: ExportOption = None,
) -> int:
    """Write all duties as a package that is installed beside kshc writes them; never over a file that is there."""
    plugin = export_called(name)

    def write(answer: Answer) -> bytes:
        made, printed = written(plugin, tuple(duties_of(answer)), is_shown=out in {None, STDOUT})
        if printed:
            session.say(printed)
        return made

    question = partial(DutiesQuestion, role=role.value, kind=kind, section=section, is_draft=draft)
    form = Export(write, _is_own, of_many=True)
    return export(session, "plugin", question, out=out, agency=agency, draft=draft, kind=form)


def _is_own(_data: bytes) -> bool:
    """Take no file for one that may be written over: only the other package knows."""
    return False
