"""How long months are."""

from calendar import monthrange

import pytest

from kshc_cli.days import month_length


def test_months_are_as_long_as_the_standard_library_has_them() -> None:
    for year in (1900, 2000, 2023, 2024, 2100, 9999):
        for month in range(1, 13):
            assert month_length(year, month) == monthrange(year, month)[1]


@pytest.mark.parametrize("month", [0, 13])
def test_there_is_no_other_month(month: int) -> None:
    with pytest.raises(ValueError, match=str(month)):
        month_length(2024, month)
