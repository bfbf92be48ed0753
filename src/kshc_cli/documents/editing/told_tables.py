"""What is told of tables of an edited file that the plan cannot have where they stand."""

from kshc_cli.messages import _


def part_told(line: str) -> str:
    """Say it of a part of a table that stands far from the rest, behind ``line``."""
    reason = _(
        "rows of this table stand in a table of their own behind “{line}”: they stay where they were, and "
        "nothing new there is taken over"
    )
    return reason.format(line=line)


def copy_told(line: str, table: str) -> str:
    """Say it of a copy of a table that is called ``table``."""
    reason = _(
        "behind “{line}” stands a copy of the table “{table}”, which is not taken over: add its rows to a "
        "table that is there, or write it in plan.yaml"
    )
    return reason.format(line=line, table=table)


def new_told(line: str, *, has_rows: bool) -> str:
    """Say it of a new table, which may have rows of others."""
    reason = _(
        "behind “{line}” stands a new table, which is not taken over: add its rows to a table that is there, or "
        "write it in plan.yaml"
    )
    if has_rows:
        reason = _(
            "behind “{line}” stands a new table with rows of others, which stay where they were: move them within "
            "tables that are there, or write it in plan.yaml"
        )
    return reason.format(line=line)
