"""A Word template filled with words: every part that can hold tags, then fitted to its page."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from kshc_cli.documents.rendering.charts import CHARTS, PrintedChart, filled_chart
from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.documents.rendering.fitting import fit, shares_by_headers
from kshc_cli.documents.rendering.long_tables import LongTables
from kshc_cli.documents.rendering.outside import refuse_outside, refuse_taking
from kshc_cli.documents.rendering.placed_tags import WITH_TAGS
from kshc_cli.documents.rendering.properties import FileProperties, properties
from kshc_cli.documents.rendering.tags import filled
from kshc_cli.documents.rendering.words import PrintedTable
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.package import DOCUMENT, opened, packed, parsed, serialised
from kshc_cli.documents.word.styles import styles_of


def filled_template(
    template: bytes,
    names: Mapping[str, object],
    tables: Sequence[PrintedTable],
    told: FileProperties,
    chart: PrintedChart | None = None,
) -> bytes:
    """Return the Word file that ``template`` makes of ``names``; the same names give the same bytes.

    ``tables`` are those that the document shows, in order, ``chart`` what its charts show. Raises ``TemplateError``
    where the template is no usable Word file or a tag in it cannot be filled.
    """
    try:
        return _filled(_charted(template_parts(template), chart), names, tables, told)
    except TemplateError:
        raise
    except WordFileError as fault:
        raise TemplateError(fault.reason, remedy=fault.remedy) from fault


def _charted(parts: dict[str, bytes], chart: PrintedChart | None) -> dict[str, bytes]:
    """Return the parts with the figures of a chart in each one of a chart."""
    if chart is None:
        return parts
    return {name: filled_chart(part, chart) if CHARTS.fullmatch(name) else part for name, part in parts.items()}


def template_parts(template: bytes) -> dict[str, bytes]:
    """Return the parts of a template. Raises ``WordFileError`` where it is unusable or takes in what lies elsewhere."""
    parts = opened(template)
    refuse_outside(parts)
    return parts


def _filled(
    parts: dict[str, bytes], names: Mapping[str, object], tables: Sequence[PrintedTable], told: FileProperties
) -> bytes:
    made: dict[str, bytes | Iterable[bytes]] = {}
    for name in filter(WITH_TAGS.fullmatch, parts):
        source = _text_of(parts[name])
        refuse = partial(refuse_taking, name, parts=parts)  # tags may have put it together
        if name == DOCUMENT:
            long_tables = LongTables(refuse, shares_by_headers(tables), is_marked="<?" in source)
            root = long_tables.read(filled(source, names))
            refuse(root)
            made[name] = long_tables.written(root, fit(root, styles_of(parts), tables))
        else:
            root = parsed("".join(filled(source, names)))
            refuse(root)
            made[name] = serialised(root)
    return packed({**parts, **made, **properties(told, parts)})


def _text_of(part: bytes) -> str:
    from lxml import etree

    text: str = etree.tostring(parsed(part), encoding="unicode")
    return text
