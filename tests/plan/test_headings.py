"""Which heading stands above a line of a plan."""

import pytest

from kshc_cli.plan.headings import Headings


@pytest.mark.parametrize(
    ("lines", "above"),
    [
        (["# 3. Văn phòng", "a) Họp", "4. Giao Công an", "5. Trạm Y tế"], ["3.", None, None]),
        (["# II. VIỆC", "# 3. Văn phòng", "Họp", "4. Giao Công an", "- Họp"], ["3.", "II.", "II."]),
        (["# PHẦN HAI", "# 3) Văn phòng", "4) Giao Công an"], ["PHẦN"]),
        (["# 1. Văn phòng", "1. Họp", "2. Báo cáo", "# 2. Công an", "Họp"], ["1.", "1.", "2."]),
        (["# 1. Văn phòng", "2) Họp", "# I. VIỆC", "1. Họp", "2. Họp"], ["1.", "I.", "I."]),
        (["# 1. Văn phòng", "2.1. Họp", "15.3.2026 họp"], ["1.", "1."]),
        (["Họp", "1. Họp"], [None, None]),
        (["# II. VIỆC", "# Kinh tế", "# 3. Văn phòng", "4. Họp", "# III. KHÁC", "- Họp"], ["Kinh", "III."]),
    ],
)
def test_a_number_that_goes_on_ends_what_a_numbered_heading_heads(lines: list[str], above: list[str | None]) -> None:
    headings, found = Headings(), list[str | None]()
    for line in lines:
        if line.startswith("# "):
            headings.begin(line[2:])
            headings.begin(None)
        else:
            heading = headings.over(line)
            assert headings.last == heading
            found.append(heading and heading.split(" ")[0])
    assert found == above
