"""The columns of a plan by the words of their headers: what a table with the same header holds."""

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.tables.task_table import Known
from kshc_cli.plan.model import Column, Plan


def known_columns(like: Plan | None) -> Known:
    """Return the columns of an earlier plan by the words of their headers, where these always mean the same."""
    if like is None:
        return {}
    tables = (table.columns for section in like.plan.sections for table in section.tables)
    known: dict[tuple[str, ...], tuple[Column, ...]] = {}
    unsure: set[tuple[str, ...]] = set()
    for columns in filter(None, (like.plan.columns, *tables)):
        header = tuple(as_read(each.header) for each in columns)
        roles = [one.role for one in columns]
        if header in known and [one.role for one in known[header]] != roles:
            unsure.add(header)
        known[header] = columns
    return {header: columns for header, columns in known.items() if header not in unsure}
