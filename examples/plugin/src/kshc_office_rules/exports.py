"""An output of one office: what each body owes, as the lines that are read out in the weekly meeting."""

from kshc_cli import Row


def meeting(rows: tuple[Row, ...]) -> str:
    """Return a line for each duty with a day, by days."""
    dated = [(row.due, row.task, row.body or "?") for row in rows if row.due is not None and row.role == "lead"]
    return "".join(f"{due:%d/%m/%Y} {task} {body}\n" for due, task, body in sorted(dated))
