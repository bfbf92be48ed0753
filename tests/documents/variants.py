"""Plans of all kinds that a template must print well, each made of the plan of Sa Đéc or of a small sound one."""

from collections.abc import Mapping
from typing import Final

from kshc_cli.plan.act import Issuance, Signature
from kshc_cli.plan.model import Column, Plan, Section, Table, Task
from kshc_cli.source.yaml.text import read_yaml
from tests.conftest import EXAMPLES, ROOT


def plan_in(name: str) -> Plan:
    return Plan.model_validate(read_yaml((ROOT / name).read_bytes()).data)


SA_DEC: Final = plan_in("plan.yaml")
SMALL: Final = plan_in(str((EXAMPLES / "sound.yaml").relative_to(ROOT)))

COMMITTEE = Signature(lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Trần Thị Bình")
DEPUTY = Signature(lines=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Nguyễn Văn An")


def signed(plan: Plan, signature: Signature, authority: str) -> Plan:
    decision = plan.decision
    assert decision
    changes = {"signature": signature, "authority": authority}
    return plan.model_copy(update={"decision": decision.model_copy(update=changes)})


def alone(plan: Plan, signature: Signature = COMMITTEE) -> Plan:
    """Return the plan issued by itself."""
    decision = plan.decision
    assert decision
    issuance = Issuance(
        number=decision.number,
        symbol="KH-UBND",
        date=decision.date,
        recipients=decision.recipients,
        signature=signature,
    )
    attached = plan.plan.model_copy(update={"reference": None})
    return plan.model_copy(update={"decision": None, "issuance": issuance, "plan": attached})


def attached(plan: Plan, **changes: object) -> Plan:
    """Return the plan with changes to what is attached to its decision."""
    return plan.model_copy(update={"plan": plan.plan.model_copy(update=changes)})


def sections(plan: Plan, *numbers: int) -> tuple[Section, ...]:
    return tuple(plan.plan.sections[number] for number in numbers)


def ungrouped(plan: Plan) -> Plan:
    """Return the plan with tables without groups."""

    def flat(table: Table) -> Table:
        tasks = (*table.tasks, *(task for group in table.groups for task in group.tasks))
        return table.model_copy(update={"groups": (), "tasks": tasks})

    parts = (section.model_copy(update={"tables": tuple(map(flat, section.tables))}) for section in plan.plan.sections)
    return attached(plan, sections=tuple(parts))


def with_costs(plan: Plan) -> Plan:
    """Return the plan with a column of its own, and without those for cooperation and result."""
    kept = [column for column in plan.plan.columns or () if column.role not in {"coop", "result"}]
    columns = (*kept, Column(role="other", key="kinh-phi", header="Kinh phí thực hiện", width=14))

    def paid(task: Task) -> Task:
        return task.model_copy(update={"others": {"kinh-phi": "Ngân sách Thành phố"}})

    def table(old: Table) -> Table:
        groups = tuple(group.model_copy(update={"tasks": tuple(map(paid, group.tasks))}) for group in old.groups)
        return old.model_copy(update={"groups": groups, "tasks": tuple(map(paid, old.tasks))})

    parts = tuple(
        section.model_copy(update={"tables": tuple(map(table, section.tables))}) for section in plan.plan.sections
    )
    return attached(plan, columns=columns, sections=parts)


def between(plan: Plan) -> Plan:
    """Return the plan with its tables between sections of text, the last one without a heading."""
    first, second, *rest = plan.plan.sections
    *paragraphs, last = second.paragraphs
    ended = last.model_copy(update={"text": f"{last.text}/."})
    bare = second.model_copy(update={"heading": None, "paragraphs": (*paragraphs, ended)})
    return attached(plan, sections=(second, first, *rest, first.model_copy(update={"tables": first.tables[3:]}), bare))


def ending_in_a_table(plan: Plan) -> Plan:
    """Return the plan with its section of tables alone."""
    return attached(plan, sections=sections(plan, 0))


UBND = "ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC"

VARIANTS: Final[Mapping[str, Plan]] = {
    "sa-dec": SA_DEC,
    "committee": signed(SA_DEC, COMMITTEE, UBND),
    "deputy": signed(SMALL, DEPUTY, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA BÌNH"),
    "small": SMALL,
    "alone": alone(SA_DEC),
    "small-alone": alone(SMALL, DEPUTY),
    "alone-ending-in-a-table": alone(ending_in_a_table(SA_DEC)),
    "no-heading-no-reference": attached(SA_DEC, own_heading=False, reference=None),
    "text-only": attached(SA_DEC, sections=sections(SA_DEC, 1, 2, 3)),
    "ending-in-a-table": ending_in_a_table(SA_DEC),
    "one-table": attached(
        SA_DEC, sections=(SA_DEC.plan.sections[0].model_copy(update={"tables": SA_DEC.plan.sections[0].tables[3:]}),)
    ),
    "ungrouped": ungrouped(SA_DEC),
    "costs": with_costs(SA_DEC),
    "tables-between": between(SA_DEC),
    "alone-tables-between": alone(between(SA_DEC)),
}
"""By name."""
