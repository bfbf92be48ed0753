"""Plain single faults, each in documents of several kinds: none goes unseen."""

import pytest

from tests.documents.layout.kinds import SOUND
from tests.documents.layout.sound import BOLD, ITALIC, size
from tests.documents.layout.test_rules import failed
from tests.documents.layout.test_singles import PART, with_change

KINDS = ("decision", "letter", "report", "submission", "minutes", "notice", "resolution of a council")
WORDS = [
    ("Tự do - Hạnh phúc", "Tự do – Hạnh phúc"),
    ("Độc lập - Tự do", "Độc Lập - Tự Do"),
    ('w:left="1701"', 'w:left="1134"'),
    ('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    ("<w:titlePg/>", ""),
    ("Nơi nhận:", "Nơi gửi:"),
    ("- Lưu: VT", "- VT"),
    ("./.", "."),
]
LOOKS = [
    ("CỘNG HÒA XÃ HỘI", BOLD, ""),
    ("Độc lập", BOLD, ITALIC),
    ("Số: ", size(13), size(14)),
    ("Số: ", size(13), BOLD + size(13)),
    ("Nơi nhận:", ITALIC, ""),
    ("Nơi nhận:", size(12), size(14)),
    ("- Lưu: VT", size(11), size(13)),
    ("XÃ TÂN PHÚ", BOLD, ""),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("old", "new"), WORDS)
def test_plain_faults_of_words_and_pages_are_seen(kind: str, old: str, new: str) -> None:
    assert failed(with_change(kind, old, new))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("words", "old", "new"), LOOKS)
def test_plain_faults_of_letters_are_seen(kind: str, words: str, old: str, new: str) -> None:
    xml = SOUND[kind][PART].decode()
    start = xml.rindex("<w:p>", 0, xml.index(words))
    paragraph = xml[start : xml.index("</w:p>", start)]
    assert old in paragraph
    assert failed(with_change(kind, paragraph, paragraph.replace(old, new)))
