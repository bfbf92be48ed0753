"""JSON: what is not seen but does something stands there by its number."""

import json

import pytest

from kshc_cli.reports.json_text import json_line
from kshc_cli.reports.terminal import uncommanding


@pytest.mark.parametrize("sign", ["\x7f", "\x85", "\u202e", "\ufeff", "\U000e0041", "\U000e007f"], ids=ascii)
def test_what_is_not_seen_is_written_by_its_number(sign: str) -> None:
    text = json_line({"words": f"Rà{sign} soát"})
    assert sign not in text
    assert "\\u" in text
    assert json.loads(text) == {"words": f"Rà{sign} soát"}


@pytest.mark.parametrize("command", ["::error::q", "##[error]q"])
@pytest.mark.parametrize("before", ["", "   ", "\t", "Rà\n    "])
def test_no_line_is_a_command(command: str, before: str) -> None:
    assert uncommanding(f"{before}{command} soát\n") == f"{before}'{command} soát\n"
