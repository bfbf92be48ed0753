"""Legal texts that are cited by the form have no finding; those against it have one."""

from pathlib import Path

import pytest

from kshc_cli.reading.citations import cited_days
from tests.conftest import EXAMPLES, Kshc

SOUND = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
BASIS = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"


def findings(kshc: Kshc, folder: Path, basis: str) -> int:
    path = folder / "plan.yaml"
    path.write_text(SOUND.replace(BASIS, f"'{basis}'"), encoding="utf-8")
    return kshc("validate", path).out.count("[legal-citation]")


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Bộ luật Dân sự ngày 24 tháng 11 năm 2015;",
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam ngày 28 tháng 11 năm 2013;",
        "Căn cứ Nghị quyết số 05/NQ-HĐND ngày 12 tháng 12 năm 2025 của Hội đồng nhân dân xã;",
        "Căn cứ Nghị quyết số 18-NQ/TW ngày 25 tháng 10 năm 2017 của Ban Chấp hành Trung ương khóa XII;",
        "Căn cứ Nghị định số 35-CP ngày 05 tháng 6 năm 1993 của Chính phủ;",
        "Căn cứ Thông tư liên tịch số 01/2014/TTLT-BNV-BTC ngày 05 tháng 01 năm 2014 của Bộ trưởng Bộ Nội vụ;",
        "Căn cứ Nghị định 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ;",
        "Căn cứ Quyết định số [?]/QĐ-UBND ngày [?] tháng 01 năm 2026 của Ủy ban nhân dân tỉnh;",
        "Căn cứ Luật A ngày 01 tháng 7 năm 2024; Nghị định số 1/2025/NĐ-CP ngày 02 tháng 01 năm 2025 của Chính phủ;",
        "Theo đề nghị của Trưởng phòng Kinh tế;",
    ],
)
def test_correct(kshc: Kshc, tmp_path: Path, basis: str) -> None:
    assert findings(kshc, tmp_path, basis) == 0


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ nghị định số 63/2010/NĐ-CP của Chính phủ;",
        "Căn cứ Căn cứ Nghị định số 61/2018/NĐ-CP của Chính phủ;",
        "Căn cứ Công văn của Ủy ban nhân dân tỉnh;",
        "Căn cứ Kế hoạch số 12 của Ủy ban nhân dân tỉnh;",
        "Căn cứ Luật A ngày 01 tháng 7 năm 2024; Nghị định số 1/2025/NĐ-CP của Chính phủ;",
        "Căn cứ Luật A số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
    ],
)
def test_against_the_form(kshc: Kshc, tmp_path: Path, basis: str) -> None:
    assert findings(kshc, tmp_path, basis) == 1


@pytest.mark.parametrize(("letters", "found"), [(40, 0), (41, 1)])
def test_a_number_stands_near_the_kind(kshc: Kshc, tmp_path: Path, letters: int, found: int) -> None:
    kind = "Quyết định ".ljust(letters - 4, "a") + " "
    basis = f"Căn cứ {kind}số 12/QĐ-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh;"
    assert findings(kshc, tmp_path, basis) == found


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Căn cứ Luật A ngày 16 tháng 6 năm 2025;", [(16, 6, 2025)]),
        ("Căn cứ Nghị định số 1/2025/NĐ-CP ngày 31/6/2025 của Chính phủ", [(31, 6, 2025)]),
        ("Căn cứ Luật A ngày 18 tháng 6 năm 2020; Luật B ngày 25 - 6 - 2025;", [(18, 6, 2020), (25, 6, 2025)]),
        ("Căn cứ Luật A ngày 16 tháng 6 năm 2025, có hiệu lực từ ngày 01 tháng 3 năm 2027;", [(16, 6, 2025)]),
        ("Căn cứ Luật A (hiệu lực ngày 01/3/2027);", []),
        ("Căn cứ Luật A (thi hành ngày 01/3/2027);", []),
        ("Căn cứ Quyết định ban hành ngày 01/3/2025;", [(1, 3, 2025)]),
        ("Căn cứ Chương trình công tác năm 2026;", []),
        ("Căn cứ Công văn ngày [?] tháng 6 năm 2025;", []),
    ],
)
def test_the_days_of_what_is_cited(words: str, days: list[tuple[int, int, int]]) -> None:
    assert [(one.day, one.month, one.year) for one in cited_days(words)] == days
