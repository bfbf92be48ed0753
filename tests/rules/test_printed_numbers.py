"""Printed numbers that an office may well use are not blamed; one that does not follow is, once."""

from pathlib import Path

import pytest

from tests.conftest import Kshc

HEAD = """\
schema: kshc/1
year: 2026
issuer: {name: Ủy ban nhân dân phường Hoa Sen, place: Hoa Sen}
issuance: {symbol: KH-UBND, recipients: ["Lưu: VT."], signature: {lines: [CHỦ TỊCH]}}
agencies: [{id: van-phong, name: Văn phòng}]
plan:
  subject: Kiểm soát thủ tục hành chính năm 2026
  sections:
"""


def plan_of(*tables: dict[str, list[str]]) -> str:
    """Return a plan of tables: the headings of their groups with the numbers of their tasks."""
    lines = [HEAD.rstrip()]
    ids = iter(range(1, 100))
    for table in tables:
        lines += ["    - tables:", "        - groups:"]
        for heading, numbers in table.items():
            lines += [f"            - heading: {heading}", "              tasks:"]
            for number in numbers:
                name = next(ids)
                words = f"content: Việc số {name}, lead: Văn phòng, time: Quý I, result: Báo cáo {name}"
                lines.append(f'                - {{id: "t{name}", number: "{number}", {words}}}')
    return "\n".join((*lines, ""))


def blamed(text: str, kshc: Kshc, folder: Path) -> list[str]:
    """Return what is said of printed numbers."""
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    lines = kshc("validate", folder / "plan.yaml").out.splitlines()
    return [line.partition("warning: ")[2] for line in lines if "[printed-number-order]" in line]


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param([{"I. Chỉ đạo": ["1", "2"], "II. Rà soát": ["3", "4"]}], id="on-through-groups"),
        pytest.param([{"I. Chỉ đạo": ["1", "2"], "II. Rà soát": ["1", "2"]}], id="anew-in-each-group"),
        pytest.param([{"A. Chỉ đạo": ["1"]}, {"B. Rà soát": ["2", "3"]}], id="on-through-tables"),
        pytest.param([{"I. Chỉ đạo": ["01", "02"], "II. Rà soát": ["03."]}], id="with-a-zero"),
        pytest.param([{"I. Chỉ đạo": ["1", "1.1", "1.2", "2", "2.1"]}], id="points-of-points"),
        pytest.param([{"I. Chỉ đạo": ["1.1", "1.2"], "II. Rà soát": ["2.1"]}], id="figures-below-roman-headings"),
        pytest.param([{"1. Chỉ đạo": ["1.1"]}, {"2. Rà soát": ["2.1"]}], id="headings-on-through-tables"),
        pytest.param([{"1. Chỉ đạo": ["1", "2"], "2. Rà soát": ["1"]}], id="single-figures-below-figures"),
        pytest.param([{"I. Chỉ đạo": ["1", "-", "2"]}], id="a-dash-between"),
        pytest.param([{"I. Chỉ đạo": ["1", "1", "1", "2"]}], id="over-three-merged-rows"),
    ],
)
def test_sound_numbers_are_not_blamed(tables: list[dict[str, list[str]]], kshc: Kshc, tmp_path: Path) -> None:
    assert blamed(plan_of(*tables), kshc, tmp_path) == []


@pytest.mark.parametrize("shared", ["content: Rà soát", "others: {nhom: Thể chế}", "coop: Công an"])
def test_a_number_over_two_rows_is_not_blamed(shared: str, kshc: Kshc, tmp_path: Path) -> None:
    words = "lead: Văn phòng, time: Quý I, result: Báo cáo"
    rows = [
        f'{{id: "t{name}", number: "1", {words}, {shared}{"" if "content" in shared else f", content: Việc {name}"}}}'
        for name in (1, 2)
    ]
    text = plan_of({"I. Chỉ đạo": []}) + "".join(f"                - {row}\n" for row in rows)
    assert blamed(text, kshc, tmp_path) == []


@pytest.mark.parametrize(
    ("tables", "printed", "expected"),
    [
        ([{"I. Chỉ đạo": ["1", "2", "4", "5"]}], "4", "3"),
        ([{"I. Chỉ đạo": ["1", "2"], "II. Rà soát": ["4"]}], "4", "3"),
        ([{"A": ["1", "2"], "B": ["3"], "C": ["5"]}], "5", "4"),
        ([{"2. Chỉ đạo": ["2.1"]}], "2", "1"),
        ([{"1. Chỉ đạo": ["1.1"], "2. Rà soát": ["1.2"]}], "1.2", "2.1"),
        ([{"1. Chỉ đạo": ["1.1"], "3. Rà soát": ["3.1"]}], "3", "2"),
        ([{"I. Chỉ đạo": ["1", "1"]}], "1", "2"),
        ([{"I. Chỉ đạo": ["2"]}], "2", "1"),
        ([{"I. Chỉ đạo": ["1.1", "1.3"]}], "1.3", "1.2"),
    ],
)
def test_a_number_that_does_not_follow_is_blamed_once(
    tables: list[dict[str, list[str]]], printed: str, expected: str, kshc: Kshc, tmp_path: Path
) -> None:
    message = f"The printed number is “{printed}” where “{expected}” is expected. [printed-number-order]"
    assert blamed(plan_of(*tables), kshc, tmp_path) == [message]


@pytest.mark.parametrize(
    ("numbers", "right"),
    [
        (["1", "4", "3", "2", "5"], ["1", "2", "3", "4", "5"]),
        (["1.1", "3.3", "1.2", "1.3"], ["1.1", "1.2", "1.3", "1.4"]),
        (["1.4", "1.5", "1.1", "1.2", "1.3"], ["1.1", "1.2", "1.3", "1.4", "1.5"]),
        (["3", "1", "2"], ["1", "2", "3"]),
        (["1", "3", "2"], ["1", "2", "3"]),
        (["1", "2", "4", "5", "3", "6"], ["1", "2", "3", "4", "5", "6"]),
        (["1", "2", "9", "10", "5", "6"], ["1", "2", "3", "4", "5", "6"]),
        (["1", "3", "4", "6", "5"], ["1", "2", "4", "5", "6"]),
        (["1", "2", "1.2", "1.1"], ["1", "2", "2.1", "2.2"]),
        (["1", "2", "9", "4"], ["1", "2", "3", "4"]),
    ],
)
def test_whoever_does_what_is_said_of_several_rows_has_an_order(
    numbers: list[str], right: list[str], kshc: Kshc, tmp_path: Path
) -> None:
    """Behind a displaced number what it should have been counts; behind a mere gap also what is printed."""
    table = {"1. Chỉ đạo" if "." in numbers[0] else "I. Chỉ đạo": numbers}
    told = [one.split("“") for one in blamed(plan_of(table), kshc, tmp_path)]
    said = {one[1].partition("”")[0]: one[2].partition("”")[0] for one in told}
    assert [said.get(number, number) for number in numbers] == right


@pytest.mark.parametrize(
    ("tables", "right"),
    [
        ([{"1. Chỉ đạo": ["1"], "3. Rà soát": ["1"], "2. Công khai": ["1"]}], {"3": "2", "2": "3"}),
        ([{"1. A": ["1"], "2. B": ["1"], "4. C": ["1"], "5. D": ["1"]}], {"4": "3"}),
        ([{"1. A": ["1"], "3. B": ["1"], "2. C": ["1"]}, {"4. D": ["1"]}], {"3": "2", "2": "3"}),
        (
            [{"1. A": ["1"], "2. B": ["1"]}, {"4. C": ["1"], "3. D": ["1"]}, {"5. E": ["1"]}],
            {"4": "3", "3": "4"},
        ),
        ([{"I. A": ["1", "3", "2"], "II. B": ["4"]}], {"3": "2", "2": "3"}),
        ([{"I. A": ["1", "2"], "II. B": ["3"], "III. C": ["6"], "IV. D": ["5", "7"]}], {"6": "4", "7": "6"}),
        ([{"I. A": ["1", "3", "3", "3", "2"]}], {"3": "2", "2": "3"}),
    ],
)
def test_what_is_said_of_headings_and_of_several_groups_is_one_order(
    tables: list[dict[str, list[str]]], right: dict[str, str], kshc: Kshc, tmp_path: Path
) -> None:
    told = [one.split("“") for one in blamed(plan_of(*tables), kshc, tmp_path)]
    assert {one[1].partition("”")[0]: one[2].partition("”")[0] for one in told} == right
