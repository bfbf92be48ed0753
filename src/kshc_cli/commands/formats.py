"""How answers are written."""

from enum import StrEnum
from typing import Annotated

import typer

from kshc_cli.messages import _


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


class TextFormat(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


class FieldsFormat(StrEnum):
    """How the fields of templates are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class FindingsFormat(StrEnum):
    """For people, for programs, or as GitHub's annotations."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help=_("How the answer is written."))]
RegistryOption = Annotated[RegistryFormat, typer.Option("--format", "-f", help=_("How the answer is written."))]
JsonOrText = Annotated[TextFormat, typer.Option("--format", "-f", help=_("How the answer is written."))]
FindingsOption = Annotated[FindingsFormat, typer.Option("--format", "-f", help=_("How the findings are written."))]
