"""Cells worded like those of real plans, and names that a word more makes another body's."""

from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.registry import Registry

HERE = Path(__file__).parent
PLANS = yaml.safe_load((HERE / "agency_registries.yaml").read_text(encoding="utf-8"))
CELLS = [
    line.split("\t")
    for line in (HERE / "agency_cells.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@cache
def agencies(plan: str) -> tuple[Agency, ...]:
    return tuple(Agency.model_validate(entry) for entry in PLANS[plan]["agencies"])


@cache
def registry(plan: str) -> Registry:
    return Registry(agencies(plan), Issuer.model_validate(PLANS[plan]["issuer"]))


def ids(words: str) -> list[str]:
    return [one for one in words.split(",") if one]


@pytest.mark.parametrize(("plan", "bodies", "unread", "cell"), CELLS)
def test_a_cell_names_its_bodies_and_no_others(plan: str, bodies: str, unread: str, cell: str) -> None:
    reading = registry(plan).read(cell.replace("\\n", "\n"))
    leading, _, cooperating = bodies.partition("|")
    assert list(reading.leading) == ids(leading)
    assert list(reading.cooperating) == ids(cooperating)
    assert bool(reading.unread) is (unread == "yes")


_BEHIND = (
    *("Trung ương", "cấp trên", "khu vực 2", "huyện Tam Nông", "tỉnh Cà Mau", "TP. Huế", "xã Mỹ An", "phường Vỹ Dạ"),
    *("thuộc tỉnh Cà Mau", "trực thuộc Bộ Công an", "của Thành ủy", "Tỉnh ủy", "Đảng ủy", "quận 3", "số 7"),
    *("12", "B", "Tân Lập", "liên huyện", "cơ sở 3", "(thuộc Tỉnh ủy)", "giao thông", "dự phòng", "cũ", "khác tỉnh"),
    *("và Phát triển", "& Đào tạo", "- Dân số", "của Tỉnh đoàn", "tại Hà Nội", "các cấp", "toàn quốc", "Quang Trung"),
)
_BEFORE = (
    *(
        "Thanh tra",
        "Trung tâm Hỗ trợ thuộc",
        "Chi cục trực thuộc",
        "Đội Cảnh sát thuộc",
        "Bộ phận Một cửa của",
        "nguyên",
    ),
    *(
        "Ban Giám đốc",
        "Phó",
        "Hội đồng tư vấn",
        "Công đoàn",
        "Đảng ủy",
        "Chi bộ",
        "Quỹ bảo trợ",
        "Tổ giúp việc",
        "liên",
    ),
    *("Phân hiệu", "Cựu", "Các Phó", "chuyên viên", "ý kiến của", "hướng dẫn", "kiểm tra", "trình", "cho", "Cụm", "về"),
    *("theo hướng dẫn của", "Theo Công văn số 12/CV-VP ngày 03/02/2026 của", "Đoàn kiểm tra -", "Tổ một cửa (thuộc"),
)
NAMES = [
    (plan, agency.id, name) for plan in PLANS for agency in agencies(plan) for name in (agency.name, *agency.aliases)
]


@pytest.mark.parametrize(("plan", "name"), [(plan, name) for plan, _agency, name in NAMES])
def test_a_word_more_makes_another_body(plan: str, name: str) -> None:
    """No name is read with another level, place, number or office beside it; the words are unread instead."""
    read = registry(plan).read
    cells = [f"{name} {behind}" for behind in _BEHIND] + [f"{before} {name}" for before in _BEFORE]
    for cell in cells if not name[-1].isdigit() else [cell for cell in cells if not cell.endswith((" 12", " B"))]:
        if cell.endswith("(thuộc Tỉnh ủy)"):
            assert read(cell).unread, cell
        else:
            assert (read(cell).agencies, bool(read(cell).unread)) == ((), True), cell


@pytest.mark.parametrize("joint", [", ", "; ", " và ", "\n- ", " - ", "/ ", ". ", " + ", " chủ trì, phối hợp với "])
@pytest.mark.parametrize("plan", PLANS)
def test_any_two_bodies_of_a_plan_stand_side_by_side(plan: str, joint: str) -> None:
    names = [(agency, name) for one, agency, name in NAMES if one == plan]
    for (first, one), (second, other) in product(names, names):
        reading = registry(plan).read(one + joint + other)
        assert (reading.agencies, reading.unread) == ((first, second), ()), one + joint + other


@pytest.mark.parametrize(
    ("before", "behind"),
    list(
        product(
            ("", "Giao ", "Đề nghị ", "- ", "1. ", "a) ", "phối hợp với ", "Chủ trì: "), ("", ".", ";", " tham mưu")
        )
    ),
)
@pytest.mark.parametrize(("plan", "agency", "name"), NAMES[::4])
def test_what_is_said_of_a_body_leaves_it_what_it_is(
    plan: str, agency: str, name: str, before: str, behind: str
) -> None:
    reading = registry(plan).read(before + name + behind)
    assert (reading.agencies, reading.unread) == ((agency,), ())
