"""The JSON Schema of ``kshc export json``, made from the declaration of what it writes."""

from kshc_cli.outputs.duty_tables import SCHEMA
from kshc_cli.query.duties import AllDuties, DutyRow, PlanOfDuties
from kshc_cli.reading.values import Kind
from kshc_cli.source.record_schema import Schema
from kshc_cli.tracking.standing import Status
from tools.tuple_schema import TupleSchema


def duty_schema() -> Schema:
    """Return the schema, explained in the language in use."""
    codes: dict[tuple[type, str], Schema] = {
        (AllDuties, "schema"): {"const": SCHEMA},
        (DutyRow, "kind"): {"enum": [*map(str, Kind), "unread"]},
        (DutyRow, "status"): {"enum": [*map(str, Status)]},
    }
    return TupleSchema(AllDuties, {DutyRow: "duty", PlanOfDuties: "plan"}, codes).schema()
