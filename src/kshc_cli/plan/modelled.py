"""What pydantic makes of the records: asked when kshc is built, and for records that nobody froze."""

from typing import TYPE_CHECKING, Any

from kshc_cli.plan.record import FieldOf, Record

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


def schema_of(record: type[Record]) -> "CoreSchema":
    """Return pydantic's core schema of a record, whole."""
    from pydantic import TypeAdapter

    return TypeAdapter(record).core_schema


def json_schema_of(record: type[Record], ref_template: str) -> dict[str, Any]:
    """Return pydantic's JSON Schema of a record."""
    from pydantic import TypeAdapter

    return TypeAdapter(record).json_schema(ref_template=ref_template)


def record_schema(record: type[Record], handler: "GetCoreSchemaHandler") -> "CoreSchema":
    """Return the core schema of one record, as pydantic has that of a model, with references to those in it."""
    from pydantic_core import core_schema

    name = record.__name__
    fields = {key: _field(field, handler) for key, field in record.fields.items()}
    model = core_schema.model_schema(
        record,
        core_schema.model_fields_schema(fields, model_name=name),
        config=core_schema.CoreConfig(title=name, extra_fields_behavior="forbid"),
        ref=name,
    )
    check = getattr(record, "checked", None)
    if check is None:
        return model
    del model["ref"]
    return core_schema.no_info_after_validator_function(check, model, ref=name)


def _field(field: FieldOf, handler: "GetCoreSchemaHandler") -> Any:  # noqa: ANN401  pydantic's
    from pydantic_core import core_schema

    schema = handler.generate_schema(field.annotation)
    if not field.is_needed:
        own = {"default_factory": dict} if field.default == {} else {"default": field.default}
        schema = core_schema.with_default_schema(schema, **own)
    return core_schema.model_field(schema, validation_alias=field.alias, serialization_alias=field.alias)
