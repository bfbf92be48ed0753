"""What ``kshc export`` writes: one registry of files that other programs read, and of what makes them of an answer."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.outputs.duty_tables import (
    csv_pieces,
    is_csv_of_kshc,
    is_json_of_kshc,
    is_jsonl_of_kshc,
    is_parquet_of_kshc,
    json_pieces,
    jsonl_pieces,
    parquet_bytes,
)
from kshc_cli.outputs.excel.book import is_xlsx_of_kshc, xlsx_bytes
from kshc_cli.outputs.ics import ics_bytes, is_ics_of_kshc
from kshc_cli.outputs.page.writing import html_bytes, is_html_of_kshc


class Export(NamedTuple):
    """A kind of files."""

    write: Callable[[Answer], bytes | Iterable[bytes]]
    """Makes a file of the answer of one plan, at once or piece by piece."""
    is_own: Callable[[bytes], bool]
    """Tells whether kshc wrote a file, so that it may be written anew."""
    is_text: bool = True
    """Whether it may go to the standard output."""
    is_read: bool = True
    """Whether a person can read it in a terminal."""
    of_many: bool = False
    """Whether one file holds the answers of several plans."""


EXPORTS: Final[Mapping[str, Export]] = {
    "ics": Export(ics_bytes, is_ics_of_kshc, is_read=False),
    "xlsx": Export(xlsx_bytes, is_xlsx_of_kshc, is_text=False),
    "html": Export(html_bytes, is_html_of_kshc, is_read=False),
    "csv": Export(csv_pieces, is_csv_of_kshc, of_many=True),
    "json": Export(json_pieces, is_json_of_kshc, of_many=True),
    "jsonl": Export(jsonl_pieces, is_jsonl_of_kshc, of_many=True),
    "parquet": Export(parquet_bytes, is_parquet_of_kshc, is_text=False, of_many=True),
}
"""By the names of the commands. A new kind is one more line, and a command that asks its question."""
