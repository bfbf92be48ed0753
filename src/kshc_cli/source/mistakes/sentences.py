"""Turns what pydantic refuses into findings, in the plan's own words and with what to do about it."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import replace
from kshc_cli.findings import Finding, Path
from kshc_cli.foreign.versions import is_newer, newer, upgrade
from kshc_cli.messages import _, ngettext
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.record import Record
from kshc_cli.reading.folding import fold
from kshc_cli.source.mistakes import wrong_values
from kshc_cli.source.mistakes.fields import record_at
from kshc_cli.source.mistakes.meant import closest_key
from kshc_cli.source.mistakes.mistake import Mistake
from kshc_cli.source.mistakes.wrong_types import words_as_mapping, wrong_type
from kshc_cli.source.places import Reached, spot_of
from kshc_cli.source.yaml.characters import shown
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.tree import Mark

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails, ValidationError


def findings_of(
    error: "ValidationError", lines: Lines, marks: Mark, limit: int, root: type[Record]
) -> Iterator[Finding]:
    """Yield one finding, not yet located, for each mistake; errors that only follow from another are left out.

    ``root`` is the record that the file should be. Beyond ``limit`` the mistakes are counted. Of a file that a newer
    kshc wrote nothing else is said: its fields are that one's.
    """
    details = [detail for detail in error.errors(include_url=False) if not _is_short_by_mistakes(detail)]
    if (version := next(filter(_is_newer, details), None)) is not None:
        yield _newer(_mistake(version, lines, marks, root))
        return
    unquoted = {detail["loc"][:-1] for detail in details if _lacks_quotes(detail, root)}
    misspelt = {meant_path(detail["loc"], root) for detail in details[:limit] if detail["type"] == "extra_forbidden"}
    for detail in details[:limit]:
        path = detail["loc"]
        if path[:-1] in unquoted:
            if detail["type"] == "missing":
                yield words_as_mapping(_mistake({**detail, "loc": path[:-1]}, lines, marks, root))
        elif detail["type"] != "missing" or path not in misspelt:
            yield _SAYINGS.get(detail["type"], wrong_values.not_allowed)(_mistake(detail, lines, marks, root))
    count = len(details) - limit
    if count > 0:
        message = ngettext("{count} more mistake is not shown.", "{count} more mistakes are not shown.", count)
        yield _mistake(details[limit], lines, marks, root).finding("wrong-value", message.format(count=count))


def _is_newer(detail: "ErrorDetails") -> bool:
    return detail["loc"] == ("schema",) and is_newer(detail["input"], _known(detail.get("ctx", {})))


def _known(context: Mapping[str, object]) -> str:
    return str(context.get("expected", "")).strip("'")


def _newer(mistake: Mistake) -> Finding:
    return mistake.finding("newer-format", newer(mistake.value, _known(mistake.context)), upgrade())


_COLONS: Final = 20
"""Words that were taken for a mapping have no more keys."""


def _is_short_by_mistakes(detail: "ErrorDetails") -> bool:
    """Tell whether a list is too short only because its items have mistakes of their own."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _lacks_quotes(detail: "ErrorDetails", root: type[Record]) -> bool:
    """Tell whether a mapping stands for words because of a ``: `` in them."""
    path = detail["loc"]
    if detail["type"] != "missing" or path[-1] != "text" or not isinstance(detail["input"], dict):
        return False
    if len(detail["input"]) > _COLONS:
        return False
    return not any(meant_path((*path[:-1], str(key)), root) for key in detail["input"])


def meant_path(path: Path, root: type[Record]) -> Path | None:
    """Return the path of the field that a key was probably meant to be; a key that is a field is meant."""
    record = record_at(path[:-1], root)
    match = closest_key(str(path[-1]), record) if record else None
    return (*path[:-1], match) if match else None


_LOOKED_AT: Final = 500
"""How many characters of what stands in a wrong place tell what it is."""
_COLUMN_KEY: Final = lazy_pattern(r"[^a-z0-9]+")
"""What no key of a column can hold."""


def _mistake(detail: "ErrorDetails", lines: Lines, marks: Mark, root: type[Record]) -> Mistake:
    spot = spot_of(marks, detail["loc"])
    start = spot.mark[0]
    source = lines.from_here(start, _LOOKED_AT)  # a whole plan may stand on one line
    is_named = spot.key is None or lines.text[spot.key : start].rstrip().endswith(":")
    around = spot_of(marks, detail["loc"][:-1]).mark[2]
    beside = around.keys() if isinstance(around, dict) else ()  # copied, it would cost as much as the file each time
    context = detail.get("ctx", {})
    return Mistake(detail["type"], detail["loc"], root, detail["input"], context, spot, source, is_named, beside)


def _unknown_key(mistake: Mistake) -> Finding:
    key = str(mistake.path[-1])
    meant = meant_path(mistake.path, mistake.root)
    message = _("There is no field “{key}” here.").format(key=shown(key))
    return mistake.finding_on_key("unknown-key", message, _instead(mistake, key, str(meant[-1]) if meant else None))


def _instead(mistake: Mistake, key: str, meant: str | None) -> str:
    """Say what to do about a key that no field has."""
    if not mistake.is_named and mistake.value is None:
        return _("Put words with a comma in quotes: it ends a value here.")
    if meant in mistake.beside:
        return _("“{match}” stands here already: delete one of the two.").format(match=meant)
    if meant:
        return _("Did you mean “{match}”?").format(match=meant)
    record = record_at(mistake.path[:-1], mistake.root)
    fields = record.keys if record else {}
    known = _("Fields here: {fields}.").format(fields=", ".join(fields))
    if "others" not in fields:
        return known
    column = _COLUMN_KEY.sub("-", fold(key)).strip("-")[:60] or "khac"
    return _(
        "Words of a column of its own stand under “others: {{{column}: …}}”, and the table's columns have "
        "{{role: other, key: {column}, header: …}}. {known}"
    ).format(column=column, known=known)


def _missing_field(mistake: Mistake) -> Finding:
    *parent, name = mistake.path
    record = record_at(tuple(parent), mistake.root)
    title = record.keys[str(name)].title if record else None
    return _missing(mistake, str(name), title)


def _missing_kind(mistake: Mistake) -> Finding:
    return _missing(mistake, "kind", None)


def _missing(mistake: Mistake, name: str, title: str | None) -> Finding:
    if title:
        message = _("The field “{field}” ({title}) is missing.").format(field=name, title=title)
    else:
        message = _("The field “{field}” is missing.").format(field=name)
    return mistake.finding_on_key("missing-field", message, _("Add “{field}: …” here.").format(field=name))


def _groups_or_tasks(mistake: Mistake) -> Finding:
    parts = mistake.spot.mark[2]
    if isinstance(parts, dict) and {"groups", "tasks"} <= parts.keys():
        message = _("This table has tasks in groups and tasks without a group.")
        return mistake.finding("groups-or-tasks", message, _("Move the tasks into a group, or do without groups."))
    return mistake.finding("groups-or-tasks", _("This table has no tasks."), _("Add “tasks”, or “groups” with tasks."))


def _decision_or_issuance(mistake: Mistake) -> Finding:
    parts = mistake.spot.mark[2]
    if isinstance(parts, dict) and {"decision", "issuance"} <= parts.keys() and _both_said(mistake.value):
        message = _("This plan has a decision that issues it, and is issued by itself as well.")
        remedy = _("Delete “decision” or “issuance”.")
        return replace(mistake, spot=Reached(("issuance",), *parts["issuance"])).finding_on_key(
            "decision-or-issuance", message, remedy
        )
    message = _("This plan does not say how it is issued.")
    remedy = _("Add “decision: …”, or “issuance: …” for a plan that is signed without a decision.")
    return mistake.finding("decision-or-issuance", message, remedy)


def _both_said(value: object) -> bool:
    return isinstance(value, dict) and value.get("decision") is not None


def _column_key(mistake: Mistake) -> Finding:
    parts = mistake.spot.mark[2]
    if isinstance(parts, dict) and "key" in parts:
        message = _("Only a column with the role “other” has a key.")
        return mistake.finding("column-key", message, _("Delete the key, or write “role: other”."))
    message = _("A column with the role “other” needs a key.")
    return mistake.finding("column-key", message, _("Add “key: …”: the tasks hold its words under “others”."))


def _entry_fields(mistake: Mistake) -> Finding:
    name, what = mistake.context["field"], mistake.context["what"]
    record = record_at(mistake.path, mistake.root)
    title = (record.keys[name].title if record else None) or name
    if mistake.context["problem"] == "lacking":
        message = _("An entry “what: {what}” needs the field “{field}” ({title}).")
        remedy = _("Add “{field}: …” here.")
    else:
        message = _("An entry “what: {what}” has no field “{field}” ({title}).")
        remedy = _("Delete the field, or correct “what”.")
    return mistake.finding(
        "entry-fields", message.format(what=what, field=name, title=title), remedy.format(field=name)
    )


_SAYINGS: Final[dict[str, Callable[[Mistake], Finding]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_field,
    "union_tag_not_found": _missing_kind,
    "groups_or_tasks": _groups_or_tasks,
    "decision_or_issuance": _decision_or_issuance,
    "column_key": _column_key,
    "entry_fields": _entry_fields,
    "string_type": wrong_type,
    "tuple_type": wrong_type,
    "model_type": wrong_type,
    "model_attributes_type": wrong_type,
    "int_type": wrong_type,
    "int_parsing": wrong_type,
    "bool_type": wrong_type,
    "bool_parsing": wrong_type,
    "date_type": wrong_type,
    "literal_error": wrong_values.not_one_of,
    "union_tag_invalid": wrong_values.no_such_kind,
    "iso_date": wrong_values.date_format,
    "iso_month": wrong_values.month_format,
    "date_parsing": wrong_values.impossible_date,
    "date_from_datetime_parsing": wrong_values.impossible_date,
    "year": wrong_values.year,
    "string_too_short": wrong_values.empty,
    "too_short": wrong_values.too_few,
    "string_too_long": wrong_values.too_long,
    "too_long": wrong_values.too_many,
    "string_pattern_mismatch": wrong_values.no_id,
    "greater_than_equal": wrong_values.too_small,
    "less_than_equal": wrong_values.too_great,
}
