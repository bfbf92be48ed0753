"""``kshc render amendment`` as the clerk uses it who has a changed plan signed."""

import random
import re
from copy import deepcopy
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.compare.difference import differences
from kshc_cli.compare.values import Kind
from kshc_cli.documents.rendering.amendment_words import printed_amendment
from kshc_cli.documents.rendering.issued_words import Stamp
from tests.commands.test_render_extract import shown
from tests.compare.plans import SAMPLES, Data, data_of, large, mutate, plan_of, sure_plan
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.documents.word_file import parts, with_text
from tools import make_amendment_template

GOLDEN = ROOT / "tests" / "golden" / "amendment.txt"
TEMPLATE = ROOT / "templates" / "quyet-dinh-sua-doi.docx"
SOUND, PROSE = EXAMPLES / "sound.yaml", EXAMPLES / "prose.yaml"
EDITS = (
    ("Từ tháng 02 đến tháng 6 năm 2024", "Từ tháng 02 đến tháng 7 năm 2024"),
    ("kể từ ngày ký.\n", "kể từ ngày 01/02/2024.\n"),
    ("- heading: III. KINH PHÍ THỰC HIỆN", "- heading: III. KINH PHÍ"),
    ('id: 1.4.2\n                  number: "4.2"', 'id: 1.4.2\n                  number: "4.3"'),
)


def told(old: Data, new: Data) -> list[str]:
    """Return the paragraphs of the articles of the decision that makes one plan of another."""
    plans = sure_plan(old), sure_plan(new)
    words = printed_amendment(*plans, differences(*plans).differences, Stamp())
    return [one.label + one.text for one in words.decision.articles] if words else []


def data(path: Path) -> Data:
    return data_of(path.read_text(encoding="utf-8"))


def test_an_amendment_word_for_word(kshc: Kshc, tmp_path: Path, plan_file: Path) -> None:
    text, new, out = plan_file.read_text(encoding="utf-8"), tmp_path / "moi.yaml", tmp_path / "out.docx"
    for old_words, new_words in EDITS:
        assert old_words in text
        text = text.replace(old_words, new_words, 1)
    new.write_text(text, encoding="utf-8")
    result = kshc("render", "amendment", plan_file, new, "--number", "9", "--date", "2/7", "--out", out)
    assert (result.status, result.out, result.err) == (0, "", f"Written: {out}\n")
    assert "\n".join(shown(out.read_bytes())) + "\n" == GOLDEN.read_text(encoding="utf-8")
    checked = kshc("check", "docx", out, "--strict")
    assert checked.status == 0, checked.out
    first = out.read_bytes()
    kshc("render", "amendment", plan_file, new, "--number", "9", "--date", "2/7", "--out", out)
    assert out.read_bytes() == first


def test_what_prints_no_words_amends_nothing(kshc: Kshc, tmp_path: Path) -> None:
    new = tmp_path / "moi.yaml"
    text = SOUND.read_text(encoding="utf-8")
    new.write_text(text.replace("aliases: [Văn phòng]", "aliases: [Văn phòng, VP]"), encoding="utf-8")
    result = kshc("render", "amendment", SOUND, new)
    assert result.status == 2
    assert result.err == "Error: Both plans print the same words; there is nothing to amend.\n"
    assert [*tmp_path.iterdir()] == [new]


def test_a_plan_in_force_that_nobody_has_signed_is_told(kshc: Kshc, tmp_path: Path) -> None:
    old, new = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    text = SOUND.read_text(encoding="utf-8").replace('number: "07"', "number: null")
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace("Trong tháng 3", "Trong tháng 4", 1), encoding="utf-8")
    result = kshc("render", "amendment", old, new)
    made = tmp_path / "moi-amendment.docx"
    said = "OLD has no number or no day yet, so that the decision names it with blanks."
    assert (result.status, result.err) == (0, f"Written: {made}\n{said}\n")


def test_a_plan_in_paragraphs_is_amended_line_by_line(kshc: Kshc, tmp_path: Path) -> None:
    new, out = tmp_path / "moi.yaml", tmp_path / "out.docx"
    new.write_text(PROSE.read_text(encoding="utf-8").replace("15/9/2026", "30/9/2026"), encoding="utf-8")
    assert kshc("render", "amendment", PROSE, new, "--out", out).status == 0
    lines = shown(out.read_bytes())
    assert (
        "Tại mục “II. NHIỆM VỤ”: sửa đổi nhiệm vụ “a) Rà soát, đánh giá thủ tục hành chính”: từ "
        "“- Thời gian thực hiện: "
        "Trước ngày 15/9/2026.” thành “- Thời gian thực hiện: Trước ngày 30/9/2026.”." in lines
    )
    assert not [line for line in lines if "Phụ lục" in line]
    checked = kshc("check", "docx", out, "--strict")
    assert checked.status == 0, checked.out


def test_what_came_is_gone_or_stands_elsewhere_is_named() -> None:
    old = data(SOUND)
    new = deepcopy(old)
    tasks = new["plan"]["sections"][0]["tables"][0]["groups"][0]["tasks"]
    tasks.append(tasks[0] | {"id": "9.1", "number": "1.9", "content": "Việc mới"})
    gone = tasks.pop(0)
    new["plan"]["sections"].append({"heading": "III. KHÁC", "paragraphs": ["Một đoạn."]})
    new["decision"]["articles"].insert(1, "Điều 1a. Thêm một điều.")
    lines = told(old, new)
    at = "Tại mục “1. Về rà soát”, thuộc “1. Rà soát”, “I. NỘI DUNG”:"
    assert lines[1:4] == [
        "1. Sửa đổi, bổ sung chung:",
        "a) Bổ sung Điều 1a vào Quyết định số 07/QĐ-UBND ngày 12 tháng 01 năm 2026: “Điều 1a. Thêm một điều.”;",
        "b) Bổ sung mục “III. KHÁC”.",
    ]
    assert f"2. {at}" in lines
    named = "\n".join(lines)
    assert f"Bãi bỏ nhiệm vụ số thứ tự {gone['number']} “{gone['content']}”" in named
    assert "Bổ sung nhiệm vụ số thứ tự 1.9: “Việc mới”" in named
    assert "3. Tại mục “III. KHÁC”: bổ sung đoạn “Một đoạn.”." in lines
    back = "\n".join(told(new, old))
    assert "Bãi bỏ mục “III. KHÁC”" in back
    assert "Một đoạn." not in back


def test_two_hundred_changes_are_each_named(kshc: Kshc, tmp_path: Path) -> None:
    old = large(20, 10)
    new = deepcopy(old)
    for group in new["plan"]["sections"][0]["tables"][0]["groups"]:
        for one in group["tasks"]:
            one.update(time="Trong tháng 12 năm 2026", number=f"{one['number']}a")
    lines = told(old, new)
    assert sum("thời gian từ" in line for line in lines) == 200
    assert sum("Sửa đổi số thứ tự các nhiệm vụ: " in line for line in lines) == 20
    assert not [line for line in lines if re.match(r"\W\)", line)]
    files, out = (tmp_path / "cu.yaml", tmp_path / "moi.yaml"), tmp_path / "out.docx"
    for file, plan in zip(files, (old, new), strict=True):
        file.write_text(yaml.safe_dump(plan, allow_unicode=True), encoding="utf-8")
    assert kshc("render", "amendment", *files, "--out", out).status == 0
    assert kshc("check", "docx", out, "--strict").status == 0


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32), sample=st.sampled_from(SAMPLES))
def test_words_of_tasks_and_paragraphs_are_quoted_old_and_new(seed: int, sample: Path) -> None:
    drawn = random.Random(seed)  # noqa: S311  no secret
    old = data(sample)
    new = deepcopy(old)
    mutate(new, drawn)
    if plan_of(new) is None:
        return
    found = differences(sure_plan(old), sure_plan(new)).differences
    lines = "\n".join(told(old, new))
    for one in found:
        if (
            one.kind is Kind.REWORDED
            and one.field in {"content", "time", "result"}
            and one.old
            and "tasks" in one.old.path
        ):
            for side in filter(None, (one.old, one.new)):
                words = " ".join((side.words or "").replace("[?]", "……").split("\n"))
                assert words in lines


@pytest.mark.parametrize("number", ["9", "9/QĐ-UBND"])
def test_its_template_is_known(kshc: Kshc, tmp_path: Path, number: str) -> None:
    assert TEMPLATE.read_bytes() == make_amendment_template.template()
    assert kshc("template", "check", TEMPLATE).status == 0
    mine = tmp_path / "mau.docx"
    assert kshc("template", "new", "--for", "amendment", "--out", mine).status == 0
    assert parts(mine.read_bytes()).keys() == parts(TEMPLATE.read_bytes()).keys()
    assert "amended.subject" in kshc("template", "fields", "--for", "amendment").out
    mine.write_bytes(with_text(mine.read_bytes(), "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH ({{ amended.act }}):"))
    new, out = tmp_path / "moi.yaml", tmp_path / "out.docx"
    new.write_text(SOUND.read_text(encoding="utf-8").replace("Trong tháng 3", "Trong tháng 4", 1), encoding="utf-8")
    made = kshc("render", "amendment", SOUND, new, "--template", mine, "--number", number, "--out", out)
    assert made.status == 0
    lines = shown(out.read_bytes())
    assert "QUYẾT ĐỊNH (Quyết định số 07/QĐ-UBND ngày 12 tháng 01 năm 2026):" in lines
    assert any("Số: 09/QĐ-UBND" in line or "Số: 9/QĐ-UBND" in line for line in lines)
