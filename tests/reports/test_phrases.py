"""Readings said in words: every kind has its sentence."""

import pytest

from tests.conftest import EXAMPLES, Kshc


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Trong tháng 6 năm 2026", "window  from 01/06/2026 to 30/06/2026"),
        ("Trước ngày 30/11/2026", "deadline  by 30/11/2026"),
        ("trước ngày [?] tháng 01 năm 2026", "deadline  by a day that cannot be read"),
        ("Định kỳ hằng quý", "recurring  comes back: FREQ=MONTHLY;INTERVAL=3"),
        ("Hàng tháng (từ tháng 3 đến tháng 11)", "recurring  comes back: FREQ=MONTHLY, 01/03/2026 to 30/11/2026"),
        ("Theo định kỳ", "recurring  comes back, how often is not said"),
        ("Khi có yêu cầu", "on_event  on event: "),
        ("đột xuất", "on_event  on event"),
        ("Thường xuyên", "continuous  continuous"),
        ("Thường xuyên trong năm 2026", "continuous  continuous, 01/01/2026 to 31/12/2026"),
        ("Bắt đầu triển khai từ năm 2026", "continuous  continuous from 01/01/2026"),
        ("Theo Kế hoạch số 208/KH-UBND ngày 14/9/2018", "reference  set by: Kế hoạch số 208/KH-UBND"),
        ("20 ngày sau khi Tỉnh uỷ ban hành", "relative  20 days after: "),
        ("trong vòng 05 ngày làm việc kể từ ngày nhận Kế hoạch này", "relative  5 working days after: "),
        ("Chưa đề xuất", "undated  no time"),
        ("tuần 2 tháng 01", "unread  tuần 2 tháng 01"),
        ("Tháng 12//2026", "note"),
    ],
)
def test_each_kind_is_said(kshc: Kshc, phrase: str, said: str) -> None:
    result = kshc("read", phrase, "--plan", EXAMPLES / "sound.yaml")
    assert result.status == 0
    assert any(line.startswith(said) for line in result.out.splitlines()), result.out


def test_words_stand_behind_the_arrow(kshc: Kshc) -> None:
    out = kshc("read", "Thường xuyên và theo yêu cầu", "--plan", EXAMPLES / "sound.yaml").out
    assert [line.split("← ")[1] for line in out.splitlines()] == ["Thường xuyên", "theo yêu cầu"]
