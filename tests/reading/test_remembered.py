"""Readings that are remembered are those of a reader that has seen nothing else before."""

from itertools import product

import pytest

from kshc_cli.messages import speaking
from kshc_cli.plan.act import Issuer
from kshc_cli.reading.agencies.cell import cut_of
from kshc_cli.reading.agencies.home import Home, phrases_of
from kshc_cli.reading.agencies.name_book import NameBook
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.times.reader import read_time
from tests.reading.test_agency_cells import CELLS, PLANS, agencies

_PLACES = (
    *(("Ủy ban nhân dân phường An Bình", "Ủy ban nhân dân tỉnh Đồng Tháp"), ("UBND xã Hòa Bình", None)),
    *(("UBND Phường 1", "UBND Thành phố Sa Đéc"), ("UBND thành phố Sa Đéc", "UBND tỉnh Đồng Tháp")),
    *(("Sở Giáo dục và Đào tạo", "UBND tỉnh Cà Mau"), ("Trường THPT Số 1", None), ("UBND huyện Tam Nông", None)),
    *(
        ("UBND phường Thành Phố", None),
        ("Ủy ban nhân dân xã Ủy Ban", None),
        ("UBND đặc khu Phú Quốc", "UBND tỉnh An Giang"),
    ),
)
ISSUERS = [
    Issuer.model_validate({"name": name, "parent": parent, "place": name.split()[-1]}) for name, parent in _PLACES
]


@pytest.mark.parametrize("plan", PLANS)
def test_plans_of_other_places_share_no_wrong_reading(plan: str) -> None:
    bodies = agencies(plan)
    texts = sorted({cell.replace("\\n", "\n") for _plan, _bodies, _unread, cell in CELLS[::4]})
    texts += [f"Công an phường ({one.place})" for one in ISSUERS] + [f"Công an & {one.name}" for one in ISSUERS]
    for issuer in (*ISSUERS, Issuer.model_validate(PLANS[plan]["issuer"]), None):
        registry = Registry(bodies, issuer)
        alone = NameBook(bodies, Home(phrases_of(issuer)))
        for text in texts:
            cut = cut_of(text, alone)
            assert registry.read(text).excluded == cut.excluded
            assert registry.cut(text) == cut
            named = tuple(span.agency for span in cut.spans if span.sense.value == "name")
            assert registry.read(text).agencies == named, (text, issuer)


def test_a_time_is_read_for_each_year_and_language() -> None:
    for year, language in product((2024, 2026), ("en", "vi")):
        with speaking(language):
            first, again = (read_time("Thang 8", year=year) for _time in range(2))
        assert first == again
        assert str(year) in repr(first)
    with speaking("en"):
        english = read_time("Thang 8", year=2024).notes
    with speaking("vi"):
        assert english != read_time("Thang 8", year=2024).notes != ()
