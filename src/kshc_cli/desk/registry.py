"""Questions about the registry of a plan: agencies, and what it lacks."""

from collections.abc import Sequence
from typing import NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.reading.proposals import Proposal, proposals
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.columns import AGENCY_COLUMNS, cells_of, keys_of
from kshc_cli.reports.drawing import ColumnHeading, View
from kshc_cli.reports.plain_tables import plain_table
from kshc_cli.reports.plan_record import plan_record
from kshc_cli.reports.proposals import (
    PROPOSAL_FIELDS,
    proposal_cells,
    proposal_headings,
    proposal_record,
    proposals_yaml,
)
from kshc_cli.reports.records import agency_record
from kshc_cli.reports.views import agency_line


class AgenciesQuestion(NamedTuple):
    """The agencies, with how much they take part."""

    asked: Asked
    used: bool = False
    """Whether only those are told that take part in tasks."""

    def answered(self, opened: Opened) -> Answer:
        """Answer with a line for each agency."""
        plan, form = opened.read, self.asked.form
        chosen = [agency for agency in plan.plan.agencies if not self.used or agency.id in plan.used_agencies]
        parts = plan.participations
        if form.output == "json":
            return {"record": _registry_record(plan, chosen), "items": "agencies"}
        if form.output == "csv":
            cells = (cells_of(AGENCY_COLUMNS, (agency, parts[agency.id])) for agency in chosen)
            from kshc_cli.reports.csv_text import in_words
            from kshc_cli.reports.csv_words import code_words

            fields, words = keys_of(AGENCY_COLUMNS), code_words(plan.registry.by_id)
            return {"fields": list(fields), "cells": in_words(fields, cells, form.csv, words)}
        lines = tuple(agency_line(agency, parts[agency.id]) for agency in chosen)
        return {"table": plain_table(View(_headings(), lines))}


def _headings() -> tuple[ColumnHeading, ...]:
    return (
        ColumnHeading(_("ID"), named=False),
        ColumnHeading(_("Name"), 1, named=False),
        ColumnHeading(_("Other names, members"), 1),
        ColumnHeading(_("Lead")),
        ColumnHeading(_("Coop")),
        ColumnHeading(_("By groups")),
    )


def _registry_record(plan: ReadPlan, chosen: Sequence[Agency]) -> dict[str, object]:
    parts = plan.participations
    entries = [
        agency_record(agency, parts[agency.id], groups=plan.registry.groups_with(agency.id)) for agency in chosen
    ]
    return {"schema": "kshc.agencies/1", "plan": plan_record(plan.plan), "agencies": entries}


class UnreadBodiesQuestion(NamedTuple):
    """The words that no agency matches, with what the registry lacks."""

    asked: Asked

    def answered(self, opened: Opened) -> Answer:
        """Answer with a proposal for each."""
        found = proposals(opened.read)
        answer = self._told(opened.read, found)
        return answer if found else {**answer, "empty": _("The registry explains all words of the agency cells.")}

    def _told(self, plan: ReadPlan, found: Sequence[Proposal]) -> Answer:
        match self.asked.form.output:
            case "json":
                told = [proposal_record(one) for one in found]
                record = {"schema": "kshc.agencies/1", "plan": plan_record(plan.plan), "proposals": told}
                return {"record": record, "items": "proposals"}
            case "yaml":
                return {"text": proposals_yaml(found)}
            case "csv":
                return {"fields": list(PROPOSAL_FIELDS), "cells": [list(proposal_cells(one)) for one in found]}
            case _:
                lines = tuple(tuple(proposal_cells(one)) for one in found)
                return {"table": plain_table(View(tuple(proposal_headings()), lines))} if found else {}
