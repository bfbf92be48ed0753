"""The life of bodies, circles among ids, and the rules that run only where they are asked for."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.rules.circles import in_circles
from tests.conftest import EXAMPLES, Kshc
from tests.reading.test_agencies import calls_of

RULES = EXAMPLES / "rules"
POLICE = RULES / "not-subordinate" / "police.yaml"


def test_an_optional_rule_runs_only_where_it_is_enabled(kshc: Kshc) -> None:
    assert json.loads(kshc("validate", POLICE, "--format", "json").out)["files"][0]["findings"] == []
    result = kshc("validate", POLICE, "--enable", "not-subordinate", "--enable", "unread-time", "--strict")
    assert result.status == 1
    assert "“Công an xã”, which is not under the issuer" in result.out
    assert "đề nghị Công an xã" in result.out


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Văn phòng; đề nghị Công an xã", []),
        ("Văn phòng, mời Công an xã phối hợp", []),
        ("Giao Công an xã", ["not-subordinate"]),
        ("Đề nghị Văn phòng, Công an xã phối hợp", []),
        ("Đề nghị Văn phòng (đợt 1) và Công an xã", []),
        ('"Đề nghị Văn phòng; Công an xã"', ["not-subordinate"]),
        ("{text: Đề nghị Công an xã tham gia cùng các bên, agencies: [cong-an]}", []),
        ("{text: Công an xã và các bên, agencies: [cong-an]}", ["not-subordinate"]),
    ],
)
def test_who_is_asked_is_not_assigned(kshc: Kshc, tmp_path: Path, words: str, rules: list[str]) -> None:
    path = tmp_path / "plan.yaml"
    text = POLICE.read_text(encoding="utf-8").replace("lead: Văn phòng và Công an xã", f"lead: {words}")
    path.write_text(text, encoding="utf-8")
    found = json.loads(kshc("validate", path, "--format", "json", "--enable", "not-subordinate").out)
    assert [finding["rule"] for finding in found["files"][0]["findings"]] == rules


def test_a_rule_that_does_not_exist_cannot_be_enabled(kshc: Kshc) -> None:
    misspelt = kshc("validate", POLICE, "--enable", "not-subordinat")
    assert (misspelt.status, misspelt.out) == (2, "")
    assert "Did you mean not-subordinate?" in misspelt.err
    assert "These can be enabled: not-subordinate." in kshc("validate", POLICE, "--enable", "xyz").err


def test_the_remedy_names_the_successors(kshc: Kshc) -> None:
    known = kshc("validate", RULES / "expired-agency" / "merged.yaml").out
    assert "“Phòng Kinh tế” exists until 30/06/2025 only." in known
    assert "Name who took over its duties: Phòng Văn hóa - Xã hội (van-hoa)." in known
    unknown = kshc("validate", RULES / "expired-agency" / "before-the-deadline.yaml").out
    assert "correct valid_to" in unknown


@pytest.mark.parametrize(
    ("time", "expired"),
    [
        ("Trong tháng 3 năm 2026", False),
        ("Từ tháng 3 đến tháng 9 năm 2026", True),
        ("Trong năm 2026", True),
        ("Trong tháng 7 năm 2026", True),
        ("Trước ngày 01/7/2026", True),
        ("Trước ngày 30/6/2026", False),
        ("Trong tháng 3 và tháng 9 năm 2026", True),
        ("Định kỳ hàng tháng", True),
        ("Ngày 15/3 hằng năm", False),
        ("Trong tháng 9 năm 2026 và khi có yêu cầu", True),
        ("Trước ngày 10/3/2026 và khi có yêu cầu", False),
        ("Thường xuyên", False),
        ("Khi có yêu cầu", False),
    ],
)
def test_a_body_that_ends_in_mid_year(kshc: Kshc, tmp_path: Path, time: str, expired: bool) -> None:
    text = (RULES / "expired-agency" / "before-the-deadline.yaml").read_text(encoding="utf-8")
    assert _rules(kshc, tmp_path, text, time) == ["expired-agency"] * expired


@pytest.mark.parametrize(
    ("time", "early"),
    [
        ("Trước ngày 10/3/2026 và khi có yêu cầu", True),
        ("Định kỳ hàng tháng", True),
        ("Trong năm 2026", False),
        ("Trước ngày 30/9/2026", False),
        ("Thường xuyên", False),
    ],
)
def test_a_body_that_begins_in_mid_year(kshc: Kshc, tmp_path: Path, time: str, early: bool) -> None:
    text = (RULES / "expired-agency" / "before-the-deadline.yaml").read_text(encoding="utf-8")
    text = text.replace("valid_to: 2026-06-30", "valid_from: 2026-07-01")
    assert _rules(kshc, tmp_path, text, time) == ["expired-agency"] * early


def _rules(kshc: Kshc, tmp_path: Path, text: str, time: str) -> list[str]:
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace("Trước ngày 15/10/2026", time), encoding="utf-8")
    found = json.loads(kshc("validate", path, "--format", "json").out)["files"][0]["findings"]
    return [finding["rule"] for finding in found]


LINKS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefx"), max_size=3), max_size=6)


@given(LINKS)
def test_circles_are_what_leads_back_to_itself(links: dict[str, list[str]]) -> None:
    def reached(start: str) -> set[str]:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            fresh = set(links.get(waiting.pop(), ())) - found
            found |= fresh
            waiting += fresh
        return found

    assert in_circles(links) == {one for one in links if one in reached(one)}


def test_circles_are_found_in_linear_time() -> None:
    def chain(length: int) -> dict[str, list[str]]:
        return {str(n): [str(n + 1), "0" if n == length - 1 else str(n + 2)] for n in range(length)}

    assert len(in_circles(chain(2000))) == 2000
    assert calls_of(lambda: in_circles(chain(2000))) <= 4.3 * calls_of(lambda: in_circles(chain(500)))


def test_what_stands_in_running_text_gets_its_body_and_time_from_that_text(kshc: Kshc, tmp_path: Path) -> None:
    prose = (EXAMPLES / "prose.yaml").read_text("utf-8")
    lines = ("- Cơ quan chủ trì: Văn phòng HĐND và UBND phường.", "- Thời gian thực hiện: Trước ngày 15/9/2026.")
    bare = "".join(line for line in prose.splitlines(keepends=True) if line.strip() not in lines)
    path = tmp_path / "plan.yaml"
    path.write_text(bare, "utf-8")
    told = kshc("validate", path).out
    for line, rule in zip(lines, ("blank-lead", "blank-time"), strict=True):
        assert f"[{rule}]" in told
        assert f"Add a line “{line.partition(':')[0]}: …” to its text" in told
    assert "the signed document leaves it blank" not in told
    path.write_text(prose, "utf-8")
    assert "blank" not in kshc("validate", path).out
    sound = (EXAMPLES / "sound.yaml").read_text("utf-8")
    quoted = "lead: Các phòng chuyên môn\n              time: trước ngày 30 tháng 11 năm 2026\n"
    assert quoted in sound
    path.write_text(sound.replace(quoted, "lead: null\n              time: null\n"), "utf-8")
    told = kshc("validate", path).out
    assert "Quote the words of the paragraph that say who" in told
    assert "Quote the words of the paragraph that say when" in told
