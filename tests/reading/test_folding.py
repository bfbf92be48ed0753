"""Folding: which spellings are equal, and where words stand in the text as typed."""

import sys
import unicodedata
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.reading.folding import canonical, composed, fold, words_of

VIETNAMESE = (
    "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ 0123456789-–/&,."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("hoá", "hóa"), ("Uỷ ban", "ủy ban"), ("KHOẺ", "khỏe"), ("thuỷ lợi", "thủy lợi"), ("Thuý", "thúy")],
        *[("hòan thành", "hoàn thành"), ("qúy", "quý"), ("ngóai", "ngoái")],
        *[("Văn hóa – Thông tin", "văn  hoá - thông\ttin"), ("a\u00a0b", "a b"), (" a b ", "a b")],
        *[("Quý", unicodedata.normalize("NFD", "QUÝ")), ("a\u200bb", "ab"), ("5−6", "5-6")],
    ],
)
def test_spellings_of_the_same_words_are_equal(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [("quý", "quí"), ("hàng", "hằng"), ("mùa", "muà"), ("ma", "má")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [("Quý IV", "quý iv"), ("hoàn toàn", "hoàn toàn"), ("UỶ BAN", "ủy ban"), ("loài hoa", "loài hoa")],
)
def test_canonical_is_a_right_spelling(text: str, spelt: str) -> None:
    assert canonical(text) == spelt


def test_fold_searches_without_diacritics() -> None:
    assert fold("Văn phòng HĐND&UBND Thành phố") == "van phong hdnd&ubnd thanh pho"
    assert fold("Sở Nông nghiệp – Ưu tiên") == "so nong nghiep - uu tien"


@given(st.text(alphabet=VIETNAMESE) | st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper()))
def test_canonical_does_not_depend_on_composition_or_case(text: str) -> None:
    assert canonical(unicodedata.normalize("NFD", text)) == canonical(text) == canonical(canonical(text))
    assert canonical(text.upper()) == canonical(text)


def test_tokens_do_not_depend_on_spaces() -> None:
    spellings = ("HĐND& UBND", "HĐND&UBND", "hđnd  &\nubnd")
    assert {tuple(token.word for token in words_of(text)) for text in spellings} == {("hđnd", "&", "ubnd")}


def test_letters_and_figures_are_parted() -> None:
    assert [token.word for token in words_of("2026Được 12//2026 [?]")] == [
        *("2026", "được", "12", "/", "/", "2026", "[", "?", "]")
    ]


@given(st.text(alphabet=VIETNAMESE) | st.text())
def test_tokens_quote_the_text_as_typed(text: str) -> None:
    tokens = words_of(text)
    assert [canonical(text[token.start : token.end]) for token in tokens] == [token.word for token in tokens]
    assert all(token.word and not any(letter.isspace() for letter in token.word) for token in tokens)
    ends = [0, *(token.end for token in tokens)]
    between = [text[end : token.start] for end, token in zip(ends, tokens, strict=False)]
    assert not "".join(canonical(part) for part in [*between, text[ends[-1] :]])


@pytest.mark.parametrize("size", [3, 20_000])
def test_composed_is_nfc(size: int) -> None:
    text = unicodedata.normalize("NFD", "Uỷ ban nhân dân ") * size
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_a_stack_of_marks_takes_time_linear_in_its_length() -> None:
    """Composing it at once would be quadratic: 50,000 pairs took 8 seconds."""
    pieces: list[int] = []
    normalize = unicodedata.normalize

    def watch(_frame: FrameType, event: str, called: object) -> None:
        if event == "c_call" and called is normalize:
            pieces.append(1)

    _profiled(watch, lambda: composed("a" + "\u0301\u0323" * 50_000))
    assert len(pieces) >= 500


def _profiled(watch: Callable[[FrameType, str, object], None], work: Callable[[], object]) -> None:
    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
