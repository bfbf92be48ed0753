"""What has no day: illegible, unread, without a time, after an event; each called alike on every screen."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kshc

TODAY = ("--today", "2024-07-10")
TERMS = {
    "IV.1": ("illegible", "bị mờ"),
    "1.2.2": ("unread", "chưa đọc được"),
    "1.2.3": ("no time", "không ghi thời hạn"),
    "1.5.3": ("after an event", "thời hạn kể từ một sự kiện"),
}
TIMES = {
    "time: Trong tháng 6 năm 2024": "time: Tuần 2 tháng 01",
    "time: Trong tháng 7 năm 2024": "time: null",
    "time: Tháng 12/2024": "time: 20 ngày kể từ một sự kiện",
}


@pytest.fixture(params=["en", "vi"])
def term(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """Speak one language, in the folder of a plan that has all four; what each is called, by the task's id."""
    monkeypatch.setenv("KSHC_LANG", request.param)
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "plan.yaml").read_text(encoding="utf-8")
    for old, new in TIMES.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    Path("plan.yaml").write_text(text, encoding="utf-8")
    return {task: terms[request.param == "vi"] for task, terms in TERMS.items()}


def test_each_is_counted_by_its_own_name(kshc: Kshc, term: dict[str, str]) -> None:
    for command in ("due", "list"):
        (foot,) = [line for line in kshc(*TODAY, command).err.splitlines() if f"{term['IV.1']} 1" in line]
        assert all(f"{name} 1" in foot for name in term.values())
    counts = json.loads(kshc(*TODAY, "list", "--format", "json").out)["without_date"]
    assert {"deadline": 1, "unread": 1, "undated": 1, "relative": 1}.items() <= counts.items()
    assert "illegible" not in counts, "an answer in json tells the kind of a time"


def test_each_is_asked_for_by_its_own_name(kshc: Kshc, term: dict[str, str]) -> None:
    for task, name in term.items():
        assert [line.split("\t")[0] for line in kshc(*TODAY, "list", "--kind", name).out.splitlines()[1:]] == [task]


def test_words_are_called_alike_where_they_are_shown(kshc: Kshc, term: dict[str, str]) -> None:
    illegible, unread = term["IV.1"], term["1.2.2"]
    for shown in (kshc("show", "IV.1").out, kshc("read", "trước ngày [?] tháng 01 năm 2024").out):
        assert f"{illegible} [?]" in " ".join(shown.split())
        assert shown.count(illegible) == 2
        assert unread not in shown
    assert illegible in kshc("validate").out
    assert f"{unread} Tuần 2 tháng 01" in " ".join(kshc("show", "1.2.2").out.split())
    assert illegible not in kshc("show", "1.2.2").out
    assert term["1.2.3"] in kshc("show", "1.2.3").out


def test_a_fleet_counts_tasks_and_duties_apart(kshc: Kshc, term: dict[str, str]) -> None:
    headings, plan, _sum = (line.split("\t") for line in kshc(*TODAY, "fleet").out.splitlines())
    told = dict(zip(headings, plan, strict=True))
    assert [value for name, value in told.items() if term["1.2.2"] in name] == ["1"]
    tasks, duties = (
        list(told).index(name) for name in (("Tasks", "Duties") if "Tasks" in told else ("Nhiệm vụ", "Đầu việc"))
    )
    counts = json.loads(kshc(*TODAY, "fleet", "--format", "json").out)["total"]
    assert plan[tasks:duties] == [str(counts[name]) for name in ("tasks", "without_date", "unread")]
    assert (counts["illegible"], counts["unread"]) == (1, 1)
    assert plan[duties:] == [str(counts[name]) for name in ("duties", "done", "overdue", "due_soon")]


def test_a_duty_whose_day_is_illegible_has_one_that_is_not_known(kshc: Kshc, term: dict[str, str]) -> None:
    unknown = "date unknown" if term["IV.1"] == "illegible" else "chưa rõ hạn"
    assert kshc(*TODAY, "note", "IV.1", "hỏi lại").status == 0
    for asked in (("show", "IV.1"), ("status",), ("list", "--status", unknown)):
        assert unknown in kshc(*TODAY, *asked).out


def test_an_illegible_body_is_called_so_too(kshc: Kshc, term: dict[str, str]) -> None:
    text = Path("plan.yaml").read_text(encoding="utf-8")
    words = "lead: Trung Tâm tin học TPSĐ và UBND các xã, phường"
    assert words in text
    Path("plan.yaml").write_text(text.replace(words, 'lead: "UBND phường [?]"'), encoding="utf-8")
    shown = " ".join(kshc("show", "1.3.2").out.split())
    assert f"{term['IV.1']} UBND phường [?]" in shown
    (said,) = [
        line for line in kshc("validate").out.splitlines() if "UBND phường [?]" in line and "[unread-agency]" in line
    ]
    assert term["IV.1"] in said


def test_names_that_differ_only_where_they_would_be_cut_stand_whole(
    kshc: Kshc, tmp_path: Path, plan_file: Path
) -> None:
    text, plan = plan_file.read_text(encoding="utf-8"), tmp_path / "long.yaml"
    long = "Phòng phụ trách lĩnh vực di sản, thể dục thể thao, du lịch và thông tin cơ sở tại khu vực số "
    for number, name in enumerate(("Phòng Văn hóa - Thông tin Thành phố", "Phòng Nội vụ Thành phố"), 1):
        text = text.replace(f"    name: {name}\n", f"    name: {long}{number}\n", 1)
    plan.write_text(text, encoding="utf-8")
    told = kshc("status", "--plan", plan, "--today", "2024-07-15").out.splitlines()
    for number in (1, 2):
        place = told.index(f"  {long}{number}")
        assert told[place + 1].startswith("    ")
        assert "/" in told[place + 1]
