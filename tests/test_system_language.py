"""The language of systems that say it in no environment variable."""

import plistlib
import sys
from pathlib import Path

import pytest

from kshc_cli.messages import language_of
from kshc_cli.system_language import mac_language, system_language, windows_language


@pytest.mark.parametrize(("identifier", "language"), [(0x042A, "vi"), (0x0409, "en"), (0x0809, "en"), (0x040C, None)])
def test_windows_names_languages_by_numbers(identifier: int, language: str | None) -> None:
    assert windows_language(identifier) == language


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_macos_keeps_languages_in_the_order_of_preference(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    path = tmp_path / "preferences.plist"
    path.write_bytes(plistlib.dumps({"AppleLanguages": ["vi-VN", "en-US"], "AppleLocale": "vi_VN"}, fmt=form))
    assert mac_language(path) == "vi-VN"
    assert language_of(None, mac_language(path)) == "vi"


@pytest.mark.parametrize(
    "data", [b"", b"no list", b"bplist00\xff", plistlib.dumps([]), plistlib.dumps({"AppleLanguages": []})]
)
def test_preferences_that_say_nothing_are_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "preferences.plist"
    assert mac_language(path) is None
    path.write_bytes(data)
    assert mac_language(path) is None


def test_this_system_is_asked_without_harm() -> None:
    language = system_language()
    assert language is None or language_of(None, language) in {"en", "vi"}
    assert (language is None) == (sys.platform not in {"win32", "darwin"})
