"""The look of every component (Phụ lục I, phần II; Phụ lục V): its sizes to the half point, its weight, its slope."""

import re

import pytest

from kshc_cli.documents.word.body_reader import body_of
from kshc_cli.documents.word.metrics import width
from tests.documents.layout.kinds import SOUND
from tests.documents.layout.sound import BOLD, CENTRED, ITALIC, size
from tests.documents.layout.test_rules import failed, findings
from tests.documents.layout.test_singles import PART, with_change

LOOKS = [
    ("decision", "CỘNG HÒA", "nd30.I.II.1-quoc-hieu", 12, 13, BOLD),
    ("decision", "Độc lập", "nd30.I.II.1-tieu-ngu", 13, 14, BOLD),
    ("letter of a department", "TỈNH ĐỒNG THÁP", "nd30.I.II.2-parent", 12, 13, ""),
    ("decision", "XÃ TÂN PHÚ", "nd30.I.II.2-issuer", 12, 13, BOLD),
    ("decision", "Số: ", "nd30.I.II.3-number", 13, 13, ""),
    ("decision", "Tân Phú, ngày", "nd30.I.II.4-place-date", 13, 14, ITALIC),
    ("decision", ">QUYẾT ĐỊNH<", "nd30.I.II.5-title", 13, 14, BOLD),
    ("plan", ">KẾ HOẠCH<", "nd30.I.II.5-title", 13, 14, BOLD),
    ("plan", "Chuyển đổi số năm 2026<", "nd30.I.II.5-subject", 13, 14, BOLD),
    ("plan with an annex", ">Phụ lục I<", "nd30.I.II.5-title", 14, 14, BOLD),
    ("plan with an annex", "DANH MỤC NHIỆM VỤ", "nd30.I.II.5-subject", 13, 14, BOLD),
    ("plan with an annex", "(Kèm theo", "nd30.mau-1.3-reference", 13, 14, ITALIC),
    ("letter", "V/v", "nd30.I.II.5-letter-subject", 12, 13, ""),
    ("decision", "Căn cứ Luật", "nd30.I.II.6-bases", 13, 14, ITALIC),
    ("decision", "QUYẾT ĐỊNH:", "nd30.I.II.6-enacting", 13, 14, BOLD),
    ("plan", "TM. ỦY", "nd30.I.II.7-position", 13, 14, BOLD),
    ("decision", ">CHỦ TỊCH<", "nd30.I.II.7-position", 13, 14, BOLD),
    ("decision", "Trần Văn Nam", "nd30.I.II.7-signer", 13, 14, BOLD),
    ("letter", "Kính gửi", "nd30.I.II.9-addressees", 13, 14, ""),
    ("decision", "Nơi nhận:", "nd30.I.II.9-label", 12, 12, BOLD + ITALIC),
    ("decision", "- Lưu", "nd30.I.II.9-letters", 11, 11, ""),
]
LINED = {"Độc lập", "XÃ TÂN PHÚ", "Chuyển đổi số năm 2026<", "DANH MỤC NHIỆM VỤ", "(Kèm theo"}
"""Components with a line under them, which some draw as an underline."""
UNDERLINED = '<w:u w:val="single"/>'
LETTERS = re.compile(r"<w:r>(?:<w:rPr>.*?</w:rPr>)?")


def broken(kind: str, words: str, look: str) -> set[str]:
    """Return the rules that the paragraph of these words breaks in this look."""
    xml = SOUND[kind][PART].decode()
    start = xml.rindex("<w:p>", 0, xml.index(words))
    paragraph = xml[start : xml.index("</w:p>", start)]
    changed = with_change(kind, paragraph, LETTERS.sub(f"<w:r><w:rPr>{look}</w:rPr>", paragraph))
    return failed(changed) - {"nd30.I.I.5-sizes"}


@pytest.mark.parametrize(("kind", "words", "rule", "least", "most", "look"), LOOKS)
def test_a_component_has_the_sizes_the_weight_and_the_slope_of_the_decree(
    kind: str, words: str, rule: str, least: float, most: float, look: str
) -> None:
    for points in {least, most}:
        assert broken(kind, words, look + size(points)) == set()
    for points in (least - 0.5, most + 0.5):
        assert broken(kind, words, look + size(points)) == {rule}
    for sign in (BOLD, ITALIC):
        other = look.replace(sign, "") if sign in look else look + sign
        assert broken(kind, words, other + size(most)) == {rule}


@pytest.mark.parametrize(
    ("kind", "words", "rule", "most", "look"), [(*names, most, look) for *names, _least, most, look in LOOKS]
)
def test_no_component_is_underlined_but_those_that_have_a_line(
    kind: str, words: str, rule: str, most: float, look: str
) -> None:
    assert broken(kind, words, look + size(most) + UNDERLINED) == (set() if words in LINED else {rule})


OFF_THE_MIDDLE = [
    (kind, words, rule)
    for kind, words, rule, *_look in LOOKS
    if re.search(r"tieu-ngu|3-number|4-|5-|mau|6-enacting|7-signer", rule)
]


@pytest.mark.parametrize(("kind", "words", "rule"), OFF_THE_MIDDLE)
def test_a_component_of_the_middle_is_found_at_the_left(kind: str, words: str, rule: str) -> None:
    xml = SOUND[kind][PART].decode()
    start = xml.rindex("<w:p>", 0, xml.index(words))
    paragraph = xml[start : xml.index("</w:p>", start)]
    assert CENTRED in paragraph
    assert failed(with_change(kind, paragraph, paragraph.replace(CENTRED, ""))) == {rule}


@pytest.mark.parametrize("rest", [0, 1])
def test_a_title_set_from_the_right_is_in_the_middle_with_half_the_rest_as_indent(rest: int) -> None:
    xml = SOUND["decision"][PART].decode()
    room = body_of(SOUND["decision"]).sections[0].text_width
    indent = rest * round(room - width("QUYẾT ĐỊNH", 14, bold=True)) // 2
    start = xml.rindex("<w:p>", 0, xml.index(">QUYẾT ĐỊNH<"))
    paragraph = xml[start : xml.index("</w:p>", start)]
    right = f'<w:ind w:right="{indent}"/><w:jc w:val="right"/>'
    found = failed(with_change("decision", paragraph, paragraph.replace(CENTRED, right)))
    assert found == (set() if rest else {"nd30.I.II.5-title"})


@pytest.mark.parametrize(
    ("words", "wanted"), [("Nơi nhận:", "not in 12."), ("Trần Văn Nam", "not in 13 to 14."), ("Số: ", "not in 13.")]
)
def test_a_wrong_size_is_told_with_the_one_or_the_two_of_the_decree(words: str, wanted: str) -> None:
    xml = SOUND["decision"][PART].decode()
    start = xml.rindex("<w:p>", 0, xml.index(words))
    paragraph = xml[start : xml.index("</w:p>", start)]
    large = LETTERS.sub(f"<w:r><w:rPr>{size(16)}</w:rPr>", paragraph)
    said = [finding.message for finding in findings(with_change("decision", paragraph, large))]
    assert any("set in 16 points" in each and each.endswith(wanted) for each in said)
