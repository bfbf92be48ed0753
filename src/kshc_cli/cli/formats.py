"""How answers are written."""

from enum import StrEnum
from typing import Annotated, Any

from kshc_cli.cli.declarations import option
from kshc_cli.cli.values import choice
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.reports.csv_form import CsvForm


class Format(StrEnum):
    """How an answer about tasks is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class RegistryFormat(StrEnum):
    """How an answer about agencies is written; as YAML only what is to be pasted into a plan."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    YAML = "yaml"


class PlainFormat(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


class FieldsFormat(StrEnum):
    """How the fields of templates are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class DiffFormat(StrEnum):
    """How differences are written; as a Word document into a file alone."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    DOCX = "docx"


class FindingsFormat(StrEnum):
    """For people, for programs, as GitHub's annotations, GitLab's code quality, SARIF, or a report of tests."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def format_words(form: StrEnum) -> str:
    """Return what a way to write an answer is called; a format of programs goes by its name."""
    return {"table": _("table"), "text": _("text")}.get(form.value, form.value)


def _option(values: type[StrEnum], help: str) -> Any:  # noqa: A002, ANN401  typer's name, typer's type
    return choice("--format", "-f", values=values, words=format_words, metavar=_("FORMAT"), help=help)


FormatOption = Annotated[Format, _option(Format, _("How the answer is written."))]
RegistryOption = Annotated[RegistryFormat, _option(RegistryFormat, _("How the answer is written."))]
JsonOrText = Annotated[PlainFormat, _option(PlainFormat, _("How the answer is written."))]
FieldsOption = Annotated[FieldsFormat, _option(FieldsFormat, _("How the answer is written."))]
FindingsOption = Annotated[FindingsFormat, _option(FindingsFormat, _("How the findings are written."))]
DiffOption = Annotated[DiffFormat, _option(DiffFormat, _("How the differences are written."))]
BomOption = Annotated[bool, option("--bom", help=_("CSV for Excel: begin it with a byte order mark."))]
KeysOption = Annotated[bool, option("--keys", help=_("CSV for programs: headings and codes spelt as in JSON."))]


def csv_form(output: Format | RegistryFormat, *, bom: bool, keys: bool) -> CsvForm:
    """Return how CSV is to be written. Raises WrongArgumentError where something else is."""
    if (bom or keys) and output.value != Format.CSV.value:
        raise WrongArgumentError(_("--bom and --keys are for --format csv."))
    return CsvForm(bom=bom, keys=keys)
