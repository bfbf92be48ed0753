"""The pages of the plan of Sa Đéc look as they were found good: run ``make pictures`` after a change that is meant."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.documents.ink import Gray, differences, drawn, picture
from tests.documents.word_file import parts, with_part, with_text

GOLDEN = ROOT / "tests" / "golden" / "pages"
STYLES = "word/styles.xml"


def golden() -> list[Gray]:
    return [picture(path) for path in sorted(GOLDEN.glob("*.pgm"))]


def unlike(document: bytes, folder: Path, *, pages: int = 99) -> dict[int, list[int]]:
    """Return the lines of each page, counted from 1, at which it does not look like the golden one."""
    found = drawn(document, folder, pages=pages)
    compared = zip(golden()[:pages], found, strict=True)
    return {number: lines for number, (one, other) in enumerate(compared, 1) if (lines := differences(one, other))}


def with_style(document: bytes, style: str, old: str, new: str) -> bytes:
    """Return a document with a change in one of its styles."""
    xml = parts(document)[STYLES].decode()
    begin = xml.index(f'w:styleId="{style}"')
    end = xml.index("</w:style>", begin)
    changed = re.sub(old, new, xml[begin:end])
    assert changed != xml[begin:end]
    return with_part(document, STYLES, (xml[:begin] + changed + xml[end:]).encode())


def test_every_page_looks_like_its_golden_picture(document: bytes, tmp_path: Path) -> None:
    assert unlike(document, tmp_path) == {}


def test_pages_may_stand_half_a_millimetre_lower(document: bytes, tmp_path: Path) -> None:
    """Line heights differ that much between versions of LibreOffice."""
    lower = parts(document)["word/document.xml"].replace(b'w:top="1134"', b'w:top="1162"')
    assert unlike(with_part(document, "word/document.xml", lower), tmp_path, pages=5) == {}


BROKEN: dict[str, tuple[int, str, str, str]] = {
    "no line under Tiêu ngữ": (1, "DuongKeDai", "<w:pBdr>.*</w:pBdr>", ""),
    "no line under the issuer": (1, "DuongKeNgan", "<w:pBdr>.*</w:pBdr>", ""),
    "Quốc hiệu on two lines": (1, "QuocHieu", 'sz w:val="26"', 'sz w:val="36"'),
    "Quốc hiệu not bold": (1, "QuocHieu", "<w:b/>", ""),
    "no room for the signature": (2, "NguoiKy", 'w:before="1700"', 'w:before="300"'),
    "the signer at the left": (2, "NguoiKy", 'jc w:val="center"', 'jc w:val="left"'),
    "a table without lines": (3, "BangNhiemVu", "<w:tblBorders>.*</w:tblBorders>", ""),
}


@pytest.mark.parametrize(("page", "style", "old", "new"), BROKEN.values(), ids=BROKEN)
def test_a_broken_style_is_seen(document: bytes, tmp_path: Path, page: int, style: str, old: str, new: str) -> None:
    assert page in unlike(with_style(document, style, old, new), tmp_path, pages=page)


def test_lost_words_are_seen(document: bytes, tmp_path: Path) -> None:
    assert 1 in unlike(with_text(document, "Căn cứ Thông tư số 02/2017", "Thông tư số 02"), tmp_path, pages=1)
