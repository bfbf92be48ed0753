"""All duties as CSV, for spreadsheets, and as JSON, JSON Lines and Parquet, for programs."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final, get_args

from kshc_cli.desk.answers import Answer
from kshc_cli.messages import LANGUAGES, speaking
from kshc_cli.query.duties import DutyRow
from kshc_cli.reports.columns import keys_of
from kshc_cli.reports.csv_form import CsvForm
from kshc_cli.reports.duty_columns import duty_columns
from kshc_cli.reports.json_text import Json, json_line

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA: Final = "kshc.duties/1"
ROW_SCHEMA: Final = "kshc.duty/1"
"""The shape of what is written, with its version: of a whole, and of a line of JSON Lines."""

_FAMILY: Final = b"kshc.duties/"
_LINE: Final = b'{"schema": "kshc.duty/'
_HEAD: Final = 4096
"""How much of a file tells what wrote it, in bytes."""
_GROUP: Final = 16_384
"""Rows of a table in Parquet that are made and written together."""
_TOLD_BY: Final = 4
"""How many headings tell whose a CSV is."""


def joined(answers: Sequence[Answer]) -> Answer:
    """Return one answer of what several plans answered with all their duties, in order; of one plan its own."""
    if len(answers) == 1:
        return answers[0]
    counts: dict[str, int] = {}
    for one in answers:
        for kind, count in one["without_date"].items():
            counts[kind] = counts.get(kind, 0) + count
    answer: Answer = {
        "found": sum(one["found"] for one in answers),
        "among": sum(one["among"] for one in answers),
        "without_date": dict(sorted(counts.items(), key=lambda kind: -kind[1])),
    }
    if answers and "cells" in answers[0]:
        return {**answer, "fields": answers[0]["fields"], "cells": [row for one in answers for row in one["cells"]]}
    plans = [plan for one in answers for plan in one["duties"]["plans"]]
    rows = [row for one in answers for row in one["duties"]["rows"]]
    return {**answer, "duties": {"name": "", "as_of": "", "draft": False, "plans": plans, "rows": rows}}


def csv_pieces(answer: Answer, form: CsvForm = CsvForm()) -> Iterator[bytes]:
    """Write the rows of an answer whose cells are ready as CSV, line by line."""
    from kshc_cli.reports.csv_text import csv_lines

    return map(str.encode, csv_lines(answer["fields"], answer["cells"], form))


def is_csv_of_kshc(data: bytes) -> bool:
    """Tell whether a file begins with the headings of all duties, in any language."""
    return data.removeprefix(BOM_UTF8).startswith(_headings())


@cache
def _headings() -> tuple[bytes, ...]:
    """Return how a CSV of all duties may begin."""
    from kshc_cli.reports.csv_text import csv_text

    found = []
    for language in LANGUAGES:
        with speaking(language):
            for form in (CsvForm(), CsvForm(keys=True)):
                fields = keys_of(duty_columns({}, form))[:_TOLD_BY]
                found.append(csv_text(fields, (), form).removesuffix("\r\n").encode() + b",")
    return tuple(found)


def json_pieces(answer: Answer) -> Iterator[bytes]:
    """Write all duties as one object, a plan and a duty a line, line by line."""
    plans = _listed("plans", iter(answer["duties"]["plans"]))
    head = json_line({"schema": SCHEMA}).rstrip().removesuffix("}")
    return map(str.encode, chain((head,), plans, _listed("duties", _records(answer)), ("}\n",)))


def _listed(name: str, records: Iterator[Json]) -> Iterator[str]:
    """Yield a field that is a list, each item on a line."""
    yield f', "{name}": ['
    before = "\n"
    for record in records:
        yield f"{before}{json_line(record).rstrip()}"
        before = ",\n"
    yield "\n]" if before == ",\n" else "]"


def is_json_of_kshc(data: bytes) -> bool:
    """Tell whether a file holds all duties as one object that kshc wrote."""
    return data.startswith(b'{"schema": "' + _FAMILY)


def jsonl_pieces(answer: Answer) -> Iterator[bytes]:
    """Write each duty as an object on a line of its own, line by line."""
    return (json_line({"schema": ROW_SCHEMA, **record}).encode() for record in _records(answer))


def is_jsonl_of_kshc(data: bytes) -> bool:
    """Tell whether the first line of a file is a duty that kshc wrote."""
    return data.startswith(_LINE)


def _records(answer: Answer) -> Iterator[Json]:
    for row in answer["duties"]["rows"]:
        yield dict(zip(DutyRow._fields, row, strict=True))


def parquet_bytes(answer: Answer) -> bytes:
    """Write all duties as one table of typed columns in Apache Parquet."""
    import pyarrow as pa
    from pyarrow import parquet

    rows, schema, sink = answer["duties"]["rows"], _parquet_schema(), pa.BufferOutputStream()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for first in range(0, len(rows), _GROUP):
            columns = zip(*rows[first : first + _GROUP], strict=True)
            arrays = [_array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _array(column: tuple[object, ...], kind: "pa.DataType") -> "pa.Array":
    """Return a column; days are written 2024-06-30 in the rows."""
    import pyarrow as pa

    if pa.types.is_date32(kind):
        return pa.array(column, pa.string()).cast(kind)
    return pa.array(column, kind)


def _parquet_schema() -> "pa.Schema":
    """Return the columns with their types, of which those that a row always has take no null."""
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int32(), bool: pa.bool_(), date: pa.date32()}
    fields = []
    for name, told in DutyRow.__annotations__.items():
        among = get_args(told) or (told,)
        kind = next((types[one] for one in among if one in types), pa.string())
        fields.append(pa.field(name, kind, nullable=type(None) in among))
    return pa.schema(fields, metadata={"kshc": SCHEMA})


def is_parquet_of_kshc(data: bytes) -> bool:
    """Tell whether a file is a table in Parquet that kshc wrote."""
    return data.startswith(b"PAR1") and _FAMILY in data[-16 * _HEAD :]
