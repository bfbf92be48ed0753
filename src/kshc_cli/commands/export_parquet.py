"""``kshc export parquet``: all duties of a plan, or of many, as a table for DuckDB, pandas, Spark."""

from importlib.util import find_spec

from kshc_cli.cli.exporting import DraftOption, FileOption, export_duties
from kshc_cli.cli.options import AgencyOption, KindOption, RoleOption, RoleOptionType, SectionOption
from kshc_cli.cli.session import Session
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _

EXAMPLES = ("kshc export parquet --out nhiem-vu.parquet",)
FINDINGS = _("the plan or its log has errors")


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    section: SectionOption = None,
    draft: DraftOption = False,
    out: FileOption,
) -> int:
    """Write all duties as one table of typed columns in Apache Parquet."""
    if find_spec("pyarrow") is None:
        sentence = _(
            "Parquet needs {package}, which is not installed: pipx inject kshc-cli {package}, or pip install {package}"
        )
        raise WrongArgumentError(sentence.format(package="pyarrow"))
    return export_duties(session, "parquet", agency=agency, role=role, kind=kind, section=section, draft=draft, out=out)
