"""Words of agency cells that nothing explains: one finding a name, with the way out that fits it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLES, Kshc

SLIPS = """\
schema: kshc/1
year: 2026
issuer: {{name: Ủy ban nhân dân xã Tân Phú, place: Tân Phú}}
issuance: {{number: "3", symbol: KH-UBND, date: 2026-01-12, recipients: [A], signature: {{lines: [A], name: ~}}}}
agencies:
  - {{id: cong-an, name: Công an xã}}
  - {{id: nong-dan, name: Hội Nông dân xã, aliases: [Hội LHPN xã]}}
plan:
  subject: Công tác năm 2026
  sections:
    - heading: I. NHIỆM VỤ
      tables: [{{tasks: [{{id: "1", number: "1", content: Họp, lead: {lead}, result: Báo cáo, time: Quý I}}]}}]
"""
SOUND = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")


def findings(kshc: Kshc, path: Path, text: str) -> list[Any]:
    path.write_text(text, encoding="utf-8")
    answer = json.loads(kshc("validate", path, "--format", "json").out)
    return [one for one in answer["files"][0]["findings"] if one["rule"] == "unread-agency"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Văn phòng HDND và UBND", "Văn phòng HĐND và UBND (van-phong)"),
        ("Văn phòng HĐND và UBNN", "Văn phòng HĐND và UBND (van-phong)"),
        ("Van phong", "Văn phòng HĐND và UBND (van-phong)"),
        ("Phong Kinh te", "Phòng Kinh tế (kinh-te)"),
        ("Phòng Kinh té", "Phòng Kinh tế (kinh-te)"),
        ("Phòng Văn háa - Xã hội", "Phòng Văn hóa - Xã hội (van-hoa)"),
        ("Các phòng chuyên môm", "Các phòng chuyên môn (cac-phong)"),
    ],
)
def test_a_slip_is_asked_about_and_never_registered(kshc: Kshc, tmp_path: Path, words: str, name: str) -> None:
    text = SOUND.replace("lead: Văn phòng\n", f"lead: {words}\n", 1)
    (finding,) = findings(kshc, tmp_path / "plan.yaml", text)
    assert finding["message"] == f"No agency is called “{words}”. Did you mean {name}?"
    assert finding["remedy"].startswith("Correct the words")
    assert "alias" not in finding["remedy"]
    assert "kshc agencies" not in finding["remedy"]
    id_ = name.rpartition("(")[2].rstrip(")")
    assert f"perhaps    {words} → {name}" in kshc("show", "1.1.1", "--plan", tmp_path / "plan.yaml").out
    proposed = kshc("agencies", "--unread", "--format", "yaml", "--plan", tmp_path / "plan.yaml").out
    assert f": {words} → {id_}\n" in proposed
    assert all(line.strip().startswith("#") for line in proposed.splitlines())


def test_another_way_to_write_a_name_may_become_an_alias(kshc: Kshc, tmp_path: Path) -> None:
    text = SOUND.replace("lead: Văn phòng\n", "lead: VP HĐND-UBND xã\n", 1)
    (finding,) = findings(kshc, tmp_path / "plan.yaml", text)
    assert finding["message"].endswith("Did you mean Văn phòng HĐND và UBND (van-phong)?")
    assert "the aliases of “van-phong”" in finding["remedy"]


@pytest.mark.parametrize("words", ["Phòng Kinh tế huyện", "Công an tỉnh", "Thanh tra Phòng Kinh tế"])
def test_another_body_is_no_slip(kshc: Kshc, tmp_path: Path, words: str) -> None:
    (finding,) = findings(kshc, tmp_path / "plan.yaml", SOUND.replace("lead: Văn phòng\n", f"lead: {words}\n", 1))
    assert finding["message"] == f"No agency is called “{words}”."
    assert "`kshc agencies --unread --format yaml`" in finding["remedy"]


@pytest.mark.parametrize(
    "words",
    [
        "Theo Quyết định số 45/QĐ-UBND ngày 03/02/2026 của UBND tỉnh",
        "Thực hiện theo Kế hoạch số 9/KH-STP ngày 05 tháng 01 năm 2026 của Sở Tư pháp và Công an tỉnh",
        "Công văn 120/VP-KSTT của Văn phòng",
    ],
)
def test_a_citation_is_no_body(kshc: Kshc, tmp_path: Path, words: str) -> None:
    path = tmp_path / "plan.yaml"
    (finding,) = findings(kshc, path, SOUND.replace("lead: Văn phòng\n", f"lead: {words}\n", 1))
    assert finding["message"] == f"“{words}” cites a document and names no body."
    (proposal,) = json.loads(kshc("agencies", "--unread", "--format", "json", "--plan", path).out)["proposals"]
    assert (proposal["entry"], proposal["alias_of"]) == (None, None)


def test_a_name_has_one_finding_however_often_it_stands(kshc: Kshc, tmp_path: Path) -> None:
    text = re.sub(r"(?ms)^agencies:\n.*?(?=^plan:$)", "agencies: []\n", SOUND)
    found = findings(kshc, tmp_path / "plan.yaml", text)
    assert [finding["message"] for finding in found] == [
        "No agency is called “Văn phòng”. (and 1 more place)",
        "No agency is called “Các phòng chuyên môn”. (and 1 more place)",
        "No agency is called “Phòng Kinh tế”.",
        "No agency is called “Phòng Văn hóa - Xã hội”.",
    ]
    assert all("`kshc agencies --unread --format yaml`" in finding["remedy"] for finding in found)


def test_findings_are_bounded(kshc: Kshc, tmp_path: Path) -> None:
    names = "; ".join(f"Phòng Số hóa {number}" for number in range(1, 251))
    found = findings(kshc, tmp_path / "plan.yaml", SOUND.replace("lead: Văn phòng\n", f"lead: {names}\n", 1))
    assert len(found) == 101
    assert found[-1]["message"] == "150 more names are in no entry."


@pytest.mark.parametrize("slip", ["Côn an xã", "Côngg an xã", "Hội Nôg dân xã", "Công am xã"])
def test_a_letter_too_many_or_too_few_is_asked_about(kshc: Kshc, tmp_path: Path, slip: str) -> None:
    """The words are the cause: nobody is taught to register them, nor to delete the body that they mean."""
    path = tmp_path / "plan.yaml"
    path.write_text(SLIPS.format(lead=slip), encoding="utf-8")
    found = kshc("validate", path).out
    assert "Did you mean" in found
    assert found.count("[unused-agency]") == 1
    assert "registry" not in found


@pytest.mark.parametrize(
    "other", ["Công an tỉnh", "Hội Công dân xã", "Hội Nông dân xã 1", "Công an xã An", "Hội LHTN xã"]
)
def test_another_name_is_not_asked_about(kshc: Kshc, tmp_path: Path, other: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SLIPS.format(lead=other), encoding="utf-8")
    assert "Did you mean" not in kshc("validate", path).out
