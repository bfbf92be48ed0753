"""Readings said in words: every kind has its sentence."""

import io
import json

import pytest

from tests.conftest import EXAMPLES, Kshc


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Trong tháng 6 năm 2026", "read as  from 01/06/2026 to 30/06/2026"),
        ("Trước ngày 30/11/2026", "read as  by 30/11/2026"),
        ("trước ngày [?] tháng 01 năm 2026", "read as    by a day that is illegible"),
        ("Định kỳ hằng quý", "read as      comes back: each quarter"),
        ("Hàng tháng (từ tháng 3 đến tháng 11)", "read as      comes back: each month, 01/03/2026 to 30/11/2026"),
        ("Hằng tháng từ tháng 3", "read as      comes back: each month, from 01/03/2026"),
        ("Hằng tháng đến hết tháng 6", "read as      comes back: each month, to 30/06/2026"),
        ("Hằng tháng đến hết tháng 6", "  next days  Sat 31/01/2026, Sat 28/02/2026, Tue 31/03/2026, Thu 30/04/2026"),
        ("Theo định kỳ", "read as  comes back, on which days is not said"),
        ("Khi có yêu cầu", "read as  on event: "),
        ("đột xuất", "read as  on event"),
        ("Sau khi có hướng dẫn", "read as  once, after: có hướng dẫn"),
        ("Hoàn thành trước ngày 30/6", "read as  to finish: by 30/06/2026"),
        ("Báo cáo trước cuối năm", "read as  to report: by 31/12/2026 (khoản 3 Điều 146 Bộ luật Dân sự 2015)"),
        ("Vận hành thường xuyên", "read as  to operate: continuous"),
        ("Thí điểm: quý III", "read as  to pilot: from 01/07/2026 to 30/09/2026"),
        ("05 ngày làm việc kể từ ngày 29/04/2026", "  counted  5 working days from Wed 29/04/2026"),
        ("Thường xuyên", "read as  continuous"),
        ("Thường xuyên trong năm 2026", "read as  continuous, 01/01/2026 to 31/12/2026"),
        ("Bắt đầu triển khai từ năm 2026", "read as  continuous from 01/01/2026"),
        ("Theo Kế hoạch số 208/KH-UBND ngày 14/9/2018", "read as  set by: Kế hoạch số 208/KH-UBND"),
        ("20 ngày sau khi Tỉnh uỷ ban hành", "read as  20 days after: "),
        ("trong vòng 05 ngày làm việc kể từ ngày nhận Kế hoạch này", "read as  5 working days after: "),
        ("Chưa đề xuất", "read as  no time"),
        ("tuần 2 tháng 01", "unread  tuần 2 tháng 01"),
        ("Tháng 12//2026", "note"),
    ],
)
def test_each_kind_is_said(kshc: Kshc, phrase: str, said: str) -> None:
    result = kshc("--today", "2026-01-01", "read", phrase, "--plan", EXAMPLES / "sound.yaml")
    assert result.status == 0
    assert any(line.startswith(said) for line in result.out.splitlines()), result.out


def test_words_stand_behind_the_arrow(kshc: Kshc) -> None:
    out = kshc("read", "Thường xuyên và theo yêu cầu", "--plan", EXAMPLES / "sound.yaml").out
    assert [line.split("← ")[1] for line in out.splitlines()] == ["Thường xuyên", "theo yêu cầu"]


def test_the_first_days_are_shown_when_none_is_to_come(kshc: Kshc) -> None:
    out = kshc("--today", "2030-01-01", "read", "Hằng quý", "--plan", EXAMPLES / "sound.yaml").out
    assert "Tue 31/03/2026, Tue 30/06/2026, Wed 30/09/2026, Thu 31/12/2026" in out


def test_the_day_of_issue_and_of_an_event_can_be_given(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = EXAMPLES / "sound.yaml"
    assert "from 15/01/2026" in kshc("read", "Từ nay đến hết năm", "--issued", "2026-01-15", "--plan", plan).out
    limit = kshc("read", "10 ngày kể từ ngày nhận", "--event", "20/02/2026", "--plan", plan)
    assert "end on Mon 02/03/2026" in limit.out
    monkeypatch.setattr("sys.stdin", io.StringIO("10 ngày kể từ ngày nhận\t2026\n"))
    lines = kshc("read", "-", "--event", "2026-02-20", "--plan", plan).out
    assert json.loads(lines)["parts"][0]["due"] == "2026-03-02"


def test_the_plans_own_day_of_issue_counts_in_its_year_only(kshc: Kshc) -> None:
    plan = EXAMPLES / "sound.yaml"
    (own,) = json.loads(kshc("read", "Từ nay đến hết năm", "--plan", plan, "--format", "json").out)["parts"]
    (other,) = json.loads(kshc("read", "Từ nay đến hết năm", "--year", "2027", "--plan", plan, "--format", "json").out)[
        "parts"
    ]
    assert (own["kind"], other["kind"], other["due"]) == ("window", "deadline", "2027-12-31")
