"""A sound document that lacks one of its components: that it is missing is said, once, and nothing else."""

import re

import pytest

from kshc_cli.findings import Finding
from tests.documents.layout.kinds import SOUND
from tests.documents.layout.offices import FIRST
from tests.documents.layout.test_rules import failed, findings
from tests.documents.layout.test_singles import PART

_PARAGRAPH = re.compile(r"<w:p>(?:(?!</w:p>).)*</w:p>", re.DOTALL)
_WORDS = re.compile(r"<w:t[^>]*>([^<]*)")
COMPONENTS = "nd30.8-components"
MISSING = [
    ("decision", "QUYẾT ĐỊNH", COMPONENTS),
    ("decision", "QUYẾT ĐỊNH:", COMPONENTS),
    ("decision", "Trần Văn Nam", "nd30.I.II.7-signer"),
    ("decision", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", "nd30.I.II.6-authority-named"),
    ("decision by a deputy", "KT. CHỦ TỊCH", "nd30.I.II.7-prefix"),
    ("decision of a department", "KT. GIÁM ĐỐC", "nd30.I.II.7-prefix"),
    ("resolution of a council", "NGHỊ QUYẾT", COMPONENTS),
    ("resolution of a council", "QUYẾT NGHỊ:", COMPONENTS),
    ("report", "BÁO CÁO", COMPONENTS),
    ("report", "ỦY BAN NHÂN DÂN", "nd30.I.II.2-issuer"),
    ("report", "Độc lập - Tự do - Hạnh phúc", COMPONENTS),
    ("plan", "KẾ HOẠCH", COMPONENTS),
    ("plan", "CHỦ TỊCH", "nd30.I.II.7-prefix"),
    ("plan with an annex", "KẾ HOẠCH", COMPONENTS),
    ("plan with an annex", "DANH MỤC NHIỆM VỤ NĂM 2026", "nd30.I.III.1-annex-name"),
    ("notice", "THÔNG BÁO", COMPONENTS),
    ("minutes", "BIÊN BẢN", COMPONENTS),
    ("minutes", "Trần Văn Nam", "nd30.I.II.7-signer"),
    ("letter", "Số: 15/UBND-VP", COMPONENTS),
    ("letter", "CHỦ TỊCH", "nd30.I.II.7-prefix"),
    ("letter", "Trần Văn Nam", "nd30.I.II.7-signer"),
]
"""A kind of document, the line that is taken out of it, and the rule that says so."""


def without(name: str, words: str) -> dict[str, bytes]:
    """Return the document without its first paragraph of these words."""
    xml = SOUND[name][PART].decode()
    found = next(each for each in _PARAGRAPH.finditer(xml) if "".join(_WORDS.findall(each[0])) == words)
    return {**SOUND[name], PART: (xml[: found.start()] + xml[found.end() :]).encode()}


@pytest.mark.parametrize(("name", "words", "rule"), MISSING)
def test_what_is_missing_is_said_once(name: str, words: str, rule: str) -> None:
    found: list[Finding] = findings(without(name, words))
    assert [each.rule for each in found] == [rule], [each.message for each in found]


@pytest.mark.parametrize("cited", ["Công văn số 5/UBND-NC ngày 05 tháng 01 năm 2026", "Lệnh ngày 9 tháng 3 năm 2025"])
def test_the_first_sentence_of_a_letter_to_nobody_is_no_line_of_place_and_date(cited: str) -> None:
    parts = without("letter", "Kính gửi: Sở Nội vụ tỉnh Đồng Tháp")
    begun = f"Thực hiện {cited} của Ủy ban nhân dân tỉnh, {FIRST}"
    said = {**parts, PART: parts[PART].decode().replace(FIRST, begun, 1).encode()}
    assert [each.rule for each in findings(said)] == [COMPONENTS]


def test_only_the_title_before_a_name_is_quoted() -> None:
    parts = {**SOUND["letter"]}
    parts[PART] = parts[PART].decode().replace("Trần Văn Nam", "Ông Trần Văn Nam").encode()
    assert [each.message.partition("“")[2].partition("”")[0] for each in findings(parts)] == ["Ông"]


def test_the_name_of_who_signs_may_be_open_until_number_and_day_are_there() -> None:
    parts = without("letter", "Trần Văn Nam")
    xml = parts[PART].decode()
    draft = {**parts, PART: xml.replace("Số: 15/", "Số:     /").encode()}
    assert failed(draft) == set()
    assert "nd30.I.II.7-signer" in failed(draft, final=True)


def test_who_decides_by_vote_is_signed_for_without_kt() -> None:
    xml = SOUND["letter"][PART].decode()
    voted = xml.replace("TM. ỦY BAN NHÂN DÂN", "TM. BAN CHỈ ĐẠO").replace(">CHỦ TỊCH<", ">PHÓ TRƯỞNG BAN<")
    assert failed({**SOUND["letter"], PART: voted.encode()}) == set()
