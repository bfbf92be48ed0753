"""The redline of two plans: the document of the new one, with the words of the old one as tracked changes."""

from datetime import date

from kshc_cli.compare.kept_rows import TableRows, kept_rows
from kshc_cli.documents.redlining.names import TableNames
from kshc_cli.documents.redlining.redline import redline
from kshc_cli.documents.redlining.revisions import Told
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.properties import day_of_document
from kshc_cli.plan.model import Plan


def redline_of(
    old: Plan, new: Plan, templates: tuple[bytes, bytes], author: str | None, day: date | None
) -> bytes | None:
    """Return the Word file that shows what ``author`` changed on a ``day``; None where both documents say the same.

    Without an author it is who issues the new plan, without a day that of its document. Raises TemplateError,
    WordFileError.
    """
    before, after = render_decision(old, templates[0]), render_decision(new, templates[1])
    told = Told(author or new.issuer.name, day or day_of_document(new))
    rows, others = kept_rows(old, new)
    return redline(before, after, (_names(rows), _names(others)), told)


def _names(tables: list[TableRows]) -> tuple[TableNames, ...]:
    return tuple(TableNames(one.table, one.rows) for one in tables)
