"""What answers say when something was given on twice, extended, suspended, or is not what it was taken for."""

import re
from pathlib import Path

import pytest

from kshc_cli.messages import use_language
from tests.conftest import Kshc

TODAY = ("--today", "2024-07-02")
OFFICE, JUSTICE, HOME = "Văn phòng HĐND&UBND Thành phố", "Phòng Tư pháp Thành phố", "Phòng Nội vụ Thành phố"


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan_file: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KSHC_WHO", raising=False)
    path = tmp_path / "plan.yaml"
    path.write_bytes(plan_file.read_bytes())
    return path


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def given_on_twice(kshc: Kshc) -> list[str]:
    to = ("tư pháp", "nội vụ")
    return [kshc("reassign", "1.2.2", "--to", body, "--by", "CV 1", *TODAY).err for body in to]


def test_who_gave_a_duty_on_is_told_with_who_has_it_in_the_end(kshc: Kshc) -> None:
    given_on_twice(kshc)
    shown = kshc("show", "1.2.2", *TODAY).out
    assert f"{OFFICE}, {JUSTICE}: reassigned; now with {HOME}" in shown
    assert f"now with {JUSTICE}" not in shown


def test_what_was_given_back_is_with_who_had_it_first(kshc: Kshc) -> None:
    for body in ("tư pháp", "van-phong"):
        assert kshc("reassign", "1.2.2", "--to", body, "--by", "CV 1", *TODAY).status == 0
    assert f"{JUSTICE}: reassigned; now with {OFFICE}" in kshc("show", "1.2.2", *TODAY).out


def test_a_change_says_from_whom_where_that_is_known(kshc: Kshc) -> None:
    first, second = given_on_twice(kshc)
    assert f"; from {OFFICE}; to {JUSTICE}; by CV 1" in first
    assert f"; from {JUSTICE}; to {HOME}; by CV 1" in second
    changed = lines_of(kshc("show", "1.2.2", *TODAY).out.partition("Changed")[2])
    assert changed[0] == f"given from {OFFICE} to {JUSTICE} (CV 1; 02/07/2024)"
    assert changed[1] == f"given from {JUSTICE} to {HOME} (CV 1; 02/07/2024)"


def test_a_hand_over_says_from_which_body_it_names(kshc: Kshc) -> None:
    said = kshc("reassign", "1.2.1", "--unit", "phuong-2", "--to", "phuong-3", "--by", "CV 1", *TODAY).err
    assert "; from UBND Phường 2; to UBND Phường 3; by CV 1" in said
    assert "from UBND Phường 2; to UBND Phường 3" in kshc("log").out
    assert "given from UBND Phường 2 to UBND Phường 3 (CV 1" in kshc("show", "1.2.1", *TODAY).out


def test_an_extension_names_body_and_period_before_its_days(kshc: Kshc) -> None:
    said = kshc(
        *("extend", "2.1.6", "--unit", "van-phong", "--period", "tháng 6"), "--due", "31/7", "--by", "x", *TODAY
    )
    assert f"; {OFFICE}; month 6; old last day 30/06/2024; new last day 31/07/2024; by x" in said.err


def test_what_goes_on_has_no_last_day_to_extend(kshc: Kshc) -> None:
    said = kshc("extend", "1.3.1", "--due", "30/8", "--by", "x", *TODAY)
    assert (said.status, Path("progress.yaml").exists()) == (2, False)
    assert "It goes on until 31/12/2024 and has no last day that could be extended. Record" in said.err


def test_an_extension_of_what_goes_on_in_an_older_log_warns_and_makes_nobody_late(kshc: Kshc) -> None:
    entry = "{date: 2024-06-20, what: extended, task: 1.3.1, due: 2024-06-30, by: x, entered: 2024-06-20, id: a1}"
    Path("progress.yaml").write_text(f"schema: kshc-progress/1\nentries:\n- {entry}\n", "utf-8")
    checked = kshc("validate", "progress.yaml")
    assert (checked.status, "no-last-day" in checked.out) == (0, True)
    answer = kshc("list", "--status", "overdue", *TODAY)
    assert "1.3.1" not in answer.out
    assert "has errors" not in answer.err
    assert kshc("extend", "1.2.2", "--due", "30/8", "--by", "x", *TODAY).status == 0


def test_days_can_be_computed_of_the_tasks_that_were_looked_at(kshc: Kshc) -> None:
    found = kshc("list", "--search", "phương án").err
    assert found == "A date can be computed for all 2 tasks looked at.\n"


def test_a_day_that_the_log_moved_to_another_one_is_no_later_day(kshc: Kshc) -> None:
    months = (*("extend", "2.1.6", "--all-units"), "--by", "x", "--due", "31/7")
    unmoved = kshc("status", "--today", "2024-07-28").out
    assert kshc(*(one for one in months if one != "--all-units"), "--period", "tháng 6", *TODAY).status == 0
    moved = kshc("status", "--today", "2024-07-28").out
    assert re.search(r"2\.1\.6  31/01/2024 \(179 days late\) and 5 later days:", unmoved)
    soon = moved.partition("Due soon")[2]
    assert "2.1.6  31/07/2024 (3 days left) and 1 more time:" in soon
    assert "later day" not in soon


def test_resumed_before_it_was_suspended_says_since_when_it_is(kshc: Kshc) -> None:
    assert kshc("suspend", "1.5.1", "--by", "x", "--on", "24/6", *TODAY).status == 0
    said = kshc("resume", "1.5.1", "--on", "1/6", *TODAY)
    assert said.status == 2
    assert re.search(r"It was suspended on 24/06/2024 only \(entry \w+, x\)\. Correct the day\.", said.err)
    assert "It is not suspended." in kshc("resume", "1.2.2", *TODAY).err


def test_resumed_for_a_body_that_was_not_suspended_later_is_not_suspended(kshc: Kshc) -> None:
    assert kshc("suspend", "1.2.1", "--unit", "phuong-2", "--by", "x", "--on", "24/6", *TODAY).status == 0
    assert "It is not suspended." in kshc("resume", "1.2.1", "--unit", "phuong-3", "--on", "1/6", *TODAY).err
    assert "only" in kshc("resume", "1.2.1", "--unit", "phuong-2", "--on", "1/6", *TODAY).err


@pytest.mark.parametrize("command", [("show", "1.1"), ("list",), ("done", "1.2.2"), ("render", "docx")])
def test_a_log_in_place_of_a_plan_is_called_one(kshc: Kshc, command: tuple[str, ...]) -> None:
    Path("log.yaml").write_text("schema: kshc-progress/1\nentries: []\n", "utf-8")
    said = kshc("--plan", "log.yaml", *command)
    assert said.status in {2, 3}
    assert "This is a progress log of kshc, not a plan." in said.err
    assert said.err.count("log.yaml:") == 1


def test_what_comes_back_on_unknown_days_is_called_alike_and_its_remedy_fits(kshc: Kshc, plan: Path) -> None:
    words = plan.read_text("utf-8")
    assert words.count("time: Trong tháng 6 năm 2024\n") > 0
    plan.write_text(words.replace("time: Trong tháng 6 năm 2024\n", "time: Hai tuần một lần\n", 1), "utf-8")
    term = "comes back, on which days is not said"
    assert term in kshc("recurring").out
    assert term in kshc("read", "Hai tuần một lần").out
    assert term in kshc("show", "1.2.2").out
    assert "rrule: FREQ=WEEKLY;INTERVAL=2, start: …" in kshc("validate", "plan.yaml").out


def test_a_period_that_has_not_begun_is_named(kshc: Kshc) -> None:
    said = kshc("done", "2.1.6", "--all-units", "--period", "tháng 7", "--today", "2024-06-12").err
    assert "The occasion “month 7” begins on 01/07/2024 only." in said


@pytest.mark.parametrize("arguments", [("note", "1.2.2", ""), ("done", "1.2.2", "--doc", "")])
def test_empty_words_are_refused_in_a_sentence_that_fits_option_and_argument(
    kshc: Kshc, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Empty words were given: say something, or leave the option out." in kshc(*arguments, *TODAY).err
    monkeypatch.setenv("KSHC_LANG", "vi")
    use_language("vi")
    assert "Có nội dung bị để trống: ghi nội dung, hoặc bỏ tùy chọn." in kshc(*arguments, *TODAY).err


def test_one_error_of_several_entries_is_told_once(kshc: Kshc) -> None:
    said = kshc("done", "2.1.6", "--unit", "van-phong", "--unit", "phong-vh-tt", "--period", "tháng 13", *TODAY).err
    assert said.count("2.1.6") == 1
    assert said.endswith("all are recorded together, or none.\n")


@pytest.mark.parametrize("typed", ["a", "a)", "(a", "a."])
def test_a_number_is_found_without_its_bracket(kshc: Kshc, plan: Path, typed: str) -> None:
    words = plan.read_text("utf-8")
    numbered = words.replace('number: "2.2"', 'number: "a)"', 1).replace('number: "2.3"', 'number: "b)"', 1)
    assert numbered.count('number: "a)"') == 1
    plan.write_text(numbered, "utf-8")
    assert re.search(r"^Number +a\)$", kshc("show", typed).out, re.MULTILINE)
