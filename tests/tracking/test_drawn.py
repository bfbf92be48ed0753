"""Three hundred drawn logs stand as drawn.tsv has them: whoever changes what is true of logs reads the difference."""

import pytest

from tests.tracking.drawn import COUNT, KEPT, told

LINES = KEPT.read_text(encoding="utf-8").splitlines()
_AT_ONCE = 30


@pytest.mark.parametrize("start", range(0, COUNT, _AT_ONCE))
def test_drawn_logs_stand_as_they_stood(start: int) -> None:
    assert [told(number) for number in range(start, start + _AT_ONCE)] == LINES[start : start + _AT_ONCE]
