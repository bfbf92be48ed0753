"""``kshc agencies``: who is used, what is unread, and proposals that can be pasted."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import EXAMPLES, ROOT, Kshc

SOUND = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")


def with_registry(plan: str, registry: str) -> str:
    """Return a plan's text with another list of agencies."""
    text, times = re.subn(r"(?ms)^agencies:\n.*?(?=^plan:$)", f"agencies:{registry}\n", plan)
    assert times == 1
    return text


def findings(kshc: Kshc, path: Path, *options: str) -> list[Any]:
    found: list[Any] = json.loads(kshc("validate", path, "--format", "json", *options).out)["files"][0]["findings"]
    return found


@pytest.mark.parametrize(
    "registry",
    [
        " []",
        "\n  - id: phong-noi-vu\n    name: Phòng Nội vụ Thành phố\n    aliases: [Phòng Nội vụ]",
        "\n  - {id: tin-hoc, name: Trung Tâm tin học TPSĐ}",
        "\n  - {id: khac, name: Sở Tài chính}",
    ],
)
def test_what_is_pasted_makes_the_words_read(kshc: Kshc, plan_file: Path, tmp_path: Path, registry: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(with_registry(plan_file.read_text(encoding="utf-8"), registry), encoding="utf-8")
    assert "unread-agency" in {finding["rule"] for finding in findings(kshc, path)}
    answer = kshc("agencies", "--plan", path, "--unread", "--format", "yaml").out
    assert all(entry.keys() >= {"id", "name"} for entry in yaml.safe_load(answer))
    pasted = f"{registry if registry != ' []' else ''}\n{answer}"
    path.write_text(with_registry(plan_file.read_text(encoding="utf-8"), pasted), encoding="utf-8")
    rules = {finding["rule"] for finding in findings(kshc, path)}
    assert not rules & {"unread-agency", "ambiguous-alias", "duplicate-agency-id", "unknown-member", "syntax"}
    assert kshc("agencies", "--plan", path, "--unread", "--format", "yaml").out == ""
    of_lead = {task["id"]: task["lead_agencies"] for task in tasks(kshc, path)}
    of_plan = {task["id"]: task["lead_agencies"] for task in tasks(kshc, plan_file)}
    assert {id_: len(ids) for id_, ids in of_lead.items()} == {id_: len(ids) for id_, ids in of_plan.items()} | {
        "IV.1": len(of_lead["IV.1"])
    }


def tasks(kshc: Kshc, path: Path) -> list[Any]:
    found: list[Any] = json.loads(kshc("list", "--plan", path, "--format", "json").out)["tasks"]
    return found


@pytest.fixture
def unread_plan(tmp_path: Path) -> Path:
    """A plan with unread words of every kind."""
    cells = (
        "VP HĐND và UBND; UBND các xã, phường, Trạm Y tế\n(Hội Nông dân)",
        "Trạm Y tế và Phòng Kinh tế (trừ bộ phận A); trạm  y tế",
    )
    text = SOUND.replace("lead: Văn phòng\n", f"lead: {json.dumps(cells[0], ensure_ascii=False)}\n")
    text = text.replace("coop: Văn phòng\n", f"coop: {json.dumps(cells[1], ensure_ascii=False)}\n")
    text = text.replace("aliases: [Văn phòng]", "aliases: [Văn phòng UBND xã]")
    text = text.replace("name: Các phòng chuyên môn\n", "name: Các phòng, trạm\n    aliases: [Các phòng chuyên môn]\n")
    path = tmp_path / "unread.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_unread_as_json(kshc: Kshc, unread_plan: Path) -> None:
    answer = json.loads(kshc("agencies", "--plan", unread_plan, "--unread", "--format", "json").out)
    assert answer["schema"] == "kshc.agencies/1"
    by_words = {proposal["words"][0]: proposal for proposal in answer["proposals"]}
    station = by_words["Trạm Y tế"]
    assert station["words"] == ["Trạm Y tế", "trạm  y tế"]
    assert station["count"] == 3
    assert station["places"] == [
        {"task": "1.1.1", "field": "lead"},
        {"task": "1.1.2", "field": "coop"},
        {"task": "1.1.2", "field": "coop"},
    ]
    assert station["entry"] == {"id": "tram-y-te", "name": "Trạm Y tế"}
    assert station["member_of"] == ["cac-phong"]
    office = by_words["VP HĐND và UBND"]
    assert (office["alias_of"], office["alias"], office["entry"]) == ("van-phong", "VP HĐND và UBND", None)
    wards = by_words["UBND các xã, phường"]
    assert wards["entry"] == {"id": "xa-phuong", "name": "UBND các xã, phường", "open": True}
    others = by_words["trừ bộ phận A"]
    assert (others["entry"], others["alias_of"], others["member_of"]) == (None, None, [])


def test_unread_as_text_for_people_and_for_pasting(kshc: Kshc, unread_plan: Path) -> None:
    table = kshc("agencies", "--plan", unread_plan, "--unread")
    lines = table.out.splitlines()
    assert lines[0].split("\t") == ["Unread words", "Times", "Where", "Proposal"]
    assert lines[1].split("\t") == [
        "Trạm Y tế; trạm  y tế",
        "3",
        "1.1.1 (lead), 1.1.2 (cooperating)",
        "{id: tram-y-te, name: Trạm Y tế}; member of cac-phong",
    ]
    assert "alias of van-phong: VP HĐND và UBND" in table.out
    pasted = kshc("agencies", "--plan", unread_plan, "--unread", "--format", "yaml").out
    assert "  # stands 3 times: task 1.1.1 (lead), 1.1.2 (cooperating)\n  # Add its id to the members" in pasted
    assert "members of cac-phong.\n  - {id: tram-y-te" in pasted
    assert "  # {id: van-phong, aliases: [VP HĐND và UBND]}\n" in pasted
    assert "  # stands once: task 1.1.2 (cooperating): trừ bộ phận A\n" in pasted
    assert len(yaml.safe_load(pasted)) == 3
    rows = list(csv.reader(io.StringIO(kshc("agencies", "--plan", unread_plan, "--unread", "-f", "csv").out)))
    assert rows[0] == ["words", "count", "places", "proposal"]
    assert len(rows) == len(lines)
    assert kshc("agencies", "--plan", unread_plan, "--unread", "-f", "markdown").out.startswith("| Unread words |")


def test_a_registry_that_explains_all_words_has_no_proposals(kshc: Kshc, plan_file: Path) -> None:
    result = kshc("agencies", "--plan", plan_file, "--unread")
    assert (result.status, result.out) == (0, "")
    assert "explains all words" in result.err
    assert json.loads(kshc("agencies", "--plan", plan_file, "--unread", "-f", "json").out)["proposals"] == []


def test_used_leaves_out_who_takes_part_in_nothing(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    extra = "  - {id: cu, name: Phòng cũ, valid_to: 2025-06-30, succeeded_by: [kinh-te], subordinate: false}\nplan:\n"
    path.write_text(SOUND.replace("plan:\n", extra, 1), encoding="utf-8")
    every = json.loads(kshc("agencies", "--plan", path, "--format", "json").out)["agencies"]
    used = json.loads(kshc("agencies", "--plan", path, "--used", "--format", "json").out)["agencies"]
    assert [entry["id"] for entry in used] == [entry["id"] for entry in every if entry["id"] != "cu"]
    old = every[-1]
    assert (old["valid_from"], old["valid_to"], old["succeeded_by"]) == (None, "2025-06-30", ["kinh-te"])
    assert old["subordinate"] is False
    counts = {entry["id"]: (entry["lead"], entry["coop"], entry["through_groups"]) for entry in used}
    assert counts == {"van-phong": (1, 1, 0), "kinh-te": (1, 0, 2), "van-hoa": (1, 0, 2), "cac-phong": (1, 1, 0)}
    assert "until 30/06/2025 · → kinh-te · not under the issuer\t0\t0\t0\n" in kshc("agencies", "--plan", path).out
    assert "unused-agency" not in {finding["rule"] for finding in findings(kshc, path)}


def test_a_plan_may_begin_without_agencies(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(with_registry(SOUND, " []"), encoding="utf-8")
    assert {finding["rule"] for finding in findings(kshc, path)} == {"unread-agency"}
    assert kshc("agencies", "--plan", path, "-f", "csv").out.splitlines() == [
        "id,name,aliases,members,open,subordinate,valid_from,valid_to,succeeded_by,lead,coop,through_groups"
    ]


def test_csv_has_ids_and_dates_for_machines(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    extra = (
        "  - {id: cu, name: Phòng cũ, aliases: [P. cũ, Phòng X], valid_to: 2025-06-30,"
        " succeeded_by: [kinh-te, van-hoa], subordinate: false}\n"
        "  - {id: nhom, name: Các ban, members: [kinh-te, van-hoa], open: true, valid_from: 2026-01-01}\nplan:\n"
    )
    path.write_text(SOUND.replace("plan:\n", extra, 1), encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(kshc("agencies", "--plan", path, "-f", "csv", "--keys").out)))
    old, group = rows[-2:]
    assert (old["aliases"], old["succeeded_by"], old["valid_to"]) == ("P. cũ; Phòng X", "kinh-te van-hoa", "2025-06-30")
    assert (old["open"], old["subordinate"], old["valid_from"]) == ("false", "false", "")
    assert (group["members"], group["open"], group["valid_from"]) == ("kinh-te van-hoa", "true", "2026-01-01")
    assert "= kinh-te, van-hoa, …" in kshc("agencies", "--plan", path).out


def through(kshc: Kshc, path: Path, agency: str) -> int:
    """Return in how many tasks ``agencies`` says that a body takes part by groups, as ``list`` does."""
    entries = json.loads(kshc("agencies", "--plan", path, "-f", "json").out)["agencies"]
    count: int = next(entry["through_groups"] for entry in entries if entry["id"] == agency)
    of_agency = json.loads(kshc("list", "--plan", path, "--agency", agency, "-f", "json").out)["tasks"]
    assert count == sum(task["via"] is not None for task in of_agency)
    return count


def test_an_excluded_body_does_not_come_in_through_the_group(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SOUND, encoding="utf-8")
    assert (through(kshc, path, "kinh-te"), through(kshc, path, "van-hoa")) == (2, 2)
    text = SOUND.replace("coop: Các phòng chuyên môn\n", "coop: Các phòng chuyên môn (trừ Phòng Kinh tế)\n")
    assert text != SOUND
    path.write_text(text, encoding="utf-8")
    assert (through(kshc, path, "kinh-te"), through(kshc, path, "van-hoa")) == (1, 2)
    assert findings(kshc, path) == []
    (task,) = (task for task in tasks(kshc, path) if task["excluded"])
    assert task["excluded"] == [{"field": "coop", "agency": "kinh-te"}]
    assert "left out" in kshc("show", task["id"], "--plan", path).out
    through_both = text.replace("lead: Văn phòng\n", "lead: Các phòng chuyên môn\n")
    path.write_text(through_both, encoding="utf-8")
    assert through(kshc, path, "kinh-te") == through(kshc, path, "van-hoa")


def test_an_excluded_group_takes_its_members_out(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    extra = "  - {id: tat-ca, name: Các đơn vị, members: [van-phong, cac-phong]}\nplan:\n"
    text = SOUND.replace("plan:\n", extra, 1)
    path.write_text(text.replace("lead: Văn phòng\n", "lead: Các đơn vị\n"), encoding="utf-8")
    before = through(kshc, path, "kinh-te")
    text = text.replace("lead: Văn phòng\n", "lead: Các đơn vị (trừ Các phòng chuyên môn)\n")
    path.write_text(text.replace("coop: Các phòng chuyên môn\n", "coop: Văn phòng\n"), encoding="utf-8")
    assert through(kshc, path, "kinh-te") < before
    assert through(kshc, path, "van-phong") == 0


def test_who_ended_before_the_year_does_not_come_in_through_a_group(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    ended = SOUND.replace(
        "    name: Phòng Văn hóa - Xã hội\n", "    name: Phòng Văn hóa - Xã hội\n    valid_to: 2025-12-31\n"
    )
    assert ended != SOUND
    path.write_text(ended, encoding="utf-8")
    assert (through(kshc, path, "kinh-te"), through(kshc, path, "van-hoa")) == (2, 0)


@pytest.mark.parametrize("options", [("--used", "--unread"), ("--format", "yaml"), ("--used", "--format", "yaml")])
def test_options_that_mean_nothing(kshc: Kshc, plan_file: Path, options: tuple[str, ...]) -> None:
    result = kshc("agencies", "--plan", plan_file, *options)
    assert (result.status, result.out) == (2, "")
    assert "--unread" in result.err


def test_show_tells_who_was_read_in_which_cell(kshc: Kshc) -> None:
    lead, coop = re.findall(r"read as +(.+)\n", kshc("show", "1.1.1", "--plan", ROOT / "plan.yaml").out)[:2]
    assert lead == "Văn phòng HĐND&UBND Thành phố (van-phong)"
    assert coop == "Các phòng, ban chuyên môn Thành phố (phong-ban); UBND các xã, phường (xa-phuong)"


def test_show_tells_scopes_and_duties(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    cell = "lead: Văn phòng (bộ phận một cửa) tổng hợp\n"
    path.write_text(SOUND.replace("lead: Văn phòng\n", cell), encoding="utf-8")
    out = kshc("show", "1.1.1", "--plan", path).out
    assert re.search(r"scope +Văn phòng HĐND và UBND \(van-phong\)  ← bộ phận một cửa\n", out)
    assert re.search(r"duty +Văn phòng HĐND và UBND \(van-phong\)  ← tổng hợp\n", out)
    task = json.loads(kshc("show", "1.1.1", "--plan", path, "--format", "json").out)["task"]
    assert task["scopes"] == [{"field": "lead", "agency": "van-phong", "words": "bộ phận một cửa"}]
    assert task["duties"] == [{"field": "lead", "agency": "van-phong", "words": "tổng hợp"}]
    assert task["unread"] == []


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("columns", [60, 76, 80, 120])
def test_no_width_shows_a_body_that_owes_through_its_group_as_one_that_owes_nothing(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, plan_file: Path, columns: int, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("KSHC_LANG", language)
    out = re.sub(r"\x1b\[[\d;]*m", "", kshc("--color", "always", "agencies", "--plan", plan_file).out)
    assert max(map(len, out.splitlines())) <= columns
    ward = out.partition("phuong-1 ")[2].partition("phuong-2 ")[0]
    assert re.search(r"\b0\b.*\b0\b.*\b35\b", ward, re.DOTALL)


def test_a_body_that_may_be_a_member_of_a_group_is_told_of_it(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    text = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    groups = "agencies:\n  - {id: xa-phuong, name: 'UBND các xã, phường', open: true}\n"
    path.write_text(text.replace("agencies:\n", groups, 1), encoding="utf-8")
    assert kshc("--plan", path, "list", "--agency", "phuong 1").err.endswith(
        "The plan names no members of: UBND các xã, phường.\n"
    )
    assert "no members" not in kshc("--plan", path, "list", "--agency", "thanh tra").err
