"""The commands that write all duties as a table: they differ in the kind of file."""

from collections.abc import Callable
from functools import partial
from typing import Final

from kshc_cli.cli.declarations import REQUIRED, Command, Parameter, with_parameters
from kshc_cli.cli.exporting import DraftOption, ExportOption, FileOption, export
from kshc_cli.cli.formats import BomOption, KeysOption
from kshc_cli.cli.options import AgencyOption, KindOption, KindWish, RoleOption, RoleOptionType, SectionOption
from kshc_cli.cli.session import Session
from kshc_cli.desk.duties import DutiesQuestion
from kshc_cli.messages import _
from kshc_cli.outputs.duty_tables import csv_pieces
from kshc_cli.outputs.exports import EXPORTS
from kshc_cli.reports.csv_form import CsvForm

FAULTY: Final = _("the plan or its log has errors")
"""When such a command ends with status 1."""


def duties_command(name: str, *, ready: Callable[[], None] | None = None) -> Command:
    """Return the command that writes all duties as a file of the kind that goes by ``name``.

    ``ready`` is asked first, and raises where nothing could be written.
    """

    def command(
        session: Session,
        *,
        agency: str | None,
        role: RoleOption,
        kind: KindWish | None,
        section: str | None,
        draft: bool,
        out: str | None,
        bom: bool = False,
        keys: bool = False,
    ) -> int:
        if ready is not None:
            ready()
        csv = CsvForm(bom=bom, keys=keys)
        question = partial(DutiesQuestion, role=role.value, kind=kind, section=section, is_draft=draft)
        write = partial(csv_pieces, form=csv) if name == "csv" else None
        return export(session, name, question, out=out, agency=agency, csv=csv, write=write, draft=draft)

    of_csv = (Parameter("bom", BomOption, default=False), Parameter("keys", KeysOption, default=False))
    out = Parameter("out", ExportOption, None) if EXPORTS[name].is_text else Parameter("out", FileOption, REQUIRED)
    parameters = (
        Parameter("agency", AgencyOption, None),
        Parameter("role", RoleOptionType, RoleOption.ANY),
        Parameter("kind", KindOption, None),
        Parameter("section", SectionOption, None),
        *(of_csv if name == "csv" else ()),
        Parameter("draft", DraftOption, default=False),
        out,
    )
    return with_parameters(command, parameters)
