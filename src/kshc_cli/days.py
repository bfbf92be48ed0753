"""How a day is written for people."""

from datetime import date


def written(day: date) -> str:
    """Write a day as offices do: 30/06/2024."""
    return f"{day:%d/%m/%Y}"
