"""Completion offers what the plan holds, and stays silent where there is none."""

from kshc_cli.cli.options import complete_agency, complete_task
from kshc_cli.cli.session import Session
from tests.conftest import EXAMPLES


def asking(plan: str) -> Session:
    return Session(plans=(plan,))


def test_agencies_by_id_and_by_name() -> None:
    offers = dict(complete_agency(asking(str(EXAMPLES / "sound.yaml")), "Văn"))
    assert offers["van-phong"] == "Văn phòng HĐND và UBND"
    assert offers["Văn phòng"] == "van-phong"


def test_ids_with_their_content() -> None:
    assert list(complete_task(asking(str(EXAMPLES / "sound.yaml")), "1.1.2")) == [
        ("1.1.2", "Tổng hợp phương án đơn giản hóa")
    ]


def test_a_broken_plan_offers_nothing() -> None:
    assert list(complete_task(asking("/dev/null"), "1")) == []
    assert list(complete_agency(asking("/no/such/file"), "")) == []
