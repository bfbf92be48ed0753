"""Tables to be drawn as plain values, and back."""

from typing import TypedDict

from kshc_cli.reports.drawing import Calls, ColumnHeading, View

Heads = list[tuple[str, int, bool, bool, Calls, int, bool]]
"""Headings of columns, each as the fields of a Heading."""


class PlainTable(TypedDict):
    """A table to be drawn: headings, the cells of each row, and the colours of the rows, if they have any."""

    headings: Heads
    cells: list[list[str]]
    colors: list[str]


def plain_table(view: View) -> PlainTable:
    """Return a view as plain values."""
    headings = [(one.text, one.share, one.named, one.painted, one.calls, one.wrap, one.prose) for one in view.headings]
    return {"headings": headings, "cells": [list(row) for row in view.cells], "colors": list(view.colors)}


def view_of(table: PlainTable) -> View:
    """Return the view of which ``plain_table`` told."""
    headings = tuple(ColumnHeading(*one) for one in table["headings"])
    return View(headings, tuple(map(tuple, table["cells"])), tuple(table["colors"]))
