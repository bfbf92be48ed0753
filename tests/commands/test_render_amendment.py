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


OWN = "These differ and are not amended, as the amending decision states its own: "
GIVEN = "The registry gives duties to these bodies or takes them, which no decision amends: "


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([("ngày 16 tháng 6", "ngày 17 tháng 6")], f"{OWN}basis."),
        ([("- Như Điều 1;", "- Như Điều 1;\n    - Công an xã;")], f"{OWN}recipient."),
        ([("Trần Thị Bình", "Lê Văn An"), ("lines: [CHỦ", "lines: [KT. CHỦ")], f"{OWN}who signs, signer's name."),
        ([("date: 2026-01-12", "date: 2026-02-12"), ("QĐ-UBND", "QĐ-CT")], f"{OWN}symbol, date."),
        ([("(Kèm theo", "(Ban hành kèm theo")], f"{OWN}line that names the decision."),
        ([("members: [kinh-te, van-hoa]", "members: [kinh-te]")], f"{GIVEN}Phòng Văn hóa - Xã hội."),
        ([("[kinh-te, van-hoa]", "[van-hoa]"), ("Thị Bình", "Thị An")], f"{OWN}signer's name. {GIVEN}Phòng Kinh tế."),
    ],
)
def test_what_differs_and_is_not_amended_is_named_alone_and_beside_what_is(
    kshc: Kshc, tmp_path: Path, edits: list[tuple[str, str]], said: str
) -> None:
    new, out, text = tmp_path / "moi.yaml", tmp_path / "out.docx", SOUND.read_text(encoding="utf-8")
    for was, now in edits:
        assert was in text
        text = text.replace(was, now, 1)
    new.write_text(text, encoding="utf-8")
    alone = kshc("render", "amendment", SOUND, new, "--out", out)
    same = "Beside that both print the same words; there is nothing to amend."
    assert (alone.status, alone.err, out.exists()) == (2, f"Error: {said} {same}\n", False)
    new.write_text(text.replace("Trong tháng 3", "Trong tháng 4", 1), encoding="utf-8")
    mixed = kshc("render", "amendment", SOUND, new, "--out", out)
    assert (mixed.status, mixed.out, mixed.err.split()) == (0, "", f"Written: {out} {said}".split())


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("id: kinh-te\n    name: Phòng Kinh tế", "id: kinh-te\n    name: Phòng Kinh tế\n    aliases: [KT]"),
        ("kinh-te", "phong-kt"),
        ("Các phòng chuyên môn", "Các phòng, ban chuyên môn"),
        ("Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng"),
    ],
)
def test_a_registry_that_gives_each_duty_to_the_same_body_is_not_told(
    kshc: Kshc, tmp_path: Path, was: str, now: str
) -> None:
    new, out, text = tmp_path / "moi.yaml", tmp_path / "out.docx", SOUND.read_text(encoding="utf-8")
    assert was in text
    new.write_text(text.replace("Trong tháng 3", "Trong tháng 4", 1).replace(was, now), encoding="utf-8")
    result = kshc("render", "amendment", SOUND, new, "--out", out)
    assert (result.status, result.err) == (0, f"Written: {out}\n")


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
        "b) Bổ sung mục “III. KHÁC” vào sau mục “II. TỔ CHỨC THỰC HIỆN”.",
    ]
    assert f"2. {at}" in lines
    named = "\n".join(lines)
    assert f"Bãi bỏ nhiệm vụ số thứ tự {gone['number']} “{gone['content']}”" in named
    assert "Bổ sung nhiệm vụ số thứ tự 1.9 vào sau nhiệm vụ số thứ tự 1.2: “Việc mới”" in named
    assert "3. Tại mục “III. KHÁC”: bổ sung đoạn “Một đoạn.”." in lines
    back = "\n".join(told(new, old))
    assert "Bãi bỏ mục “III. KHÁC”" in back
    assert "Một đoạn." not in back


def test_a_row_that_is_gone_is_abolished_though_the_ids_behind_it_were_counted_anew() -> None:
    """As those of a Word file are that is imported without ``--like``."""
    old = data(ROOT / "plan.yaml")
    new = deepcopy(old)
    rows = new["plan"]["sections"][0]["tables"][0]["groups"][2]["tasks"]
    del rows[0]
    for number, row in enumerate(rows):
        row["id"] = f"1.3.{number + 1}"
    _first, said, last, *_articles = told(old, new)
    assert ": bãi bỏ nhiệm vụ số thứ tự 3.1 “Cập nhật, niêm yết công khai" in said
    assert last.startswith("Điều 2. ")


def test_an_item_whose_number_goes_on_beside_the_heading_does_not_stand_below_it() -> None:
    old = data(ROOT / "examples" / "directive" / "plan.yaml")
    new = deepcopy(old)
    items = new["plan"]["sections"][1]["items"]
    items[0]["text"] = items[0]["text"].replace("30 tháng 6", "31 tháng 7")
    items[3]["text"] = items[3]["text"].replace("tiêu chí", "tiêu chuẩn")
    lines = told(old, new)
    assert lines[1].startswith("1. Tại mục “2. Giao Văn phòng Ủy ban nhân dân tỉnh”: sửa đổi nhiệm vụ từ “a) Chủ trì,")
    assert lines[2].startswith("2. Sửa đổi nhiệm vụ từ “4. Giao Sở Nội vụ")


def test_it_says_beside_what_an_addition_stands() -> None:
    old = data(PROSE)
    new = deepcopy(old)
    section = next(one for one in new["plan"]["sections"] if one.get("items"))
    items = section["items"]
    first = items[0]["text"].split("\n")
    items[0]["text"] = "\n".join([first[0], "- Dòng mới.", *first[1:]])
    items.insert(1, {"id": "9.9", "text": "b) Việc mới\n- Thời gian: Quý III."})
    items.insert(0, {"id": "9.8", "text": "Việc trước tiên"})
    called = f"“{first[0]} …”"
    lines = told(old, new)
    named = "\n".join(lines)
    assert f"Bổ sung nhiệm vụ vào trước nhiệm vụ {called}: “Việc trước tiên”;" in named
    assert f"Bổ sung nhiệm vụ vào sau nhiệm vụ {called}: “b) Việc mới\n- Thời gian: Quý III.”" in named
    assert f"bổ sung “- Dòng mới.” vào sau “{first[0]}”" in named
    back = "\n".join(told(new, old))
    assert "Bãi bỏ nhiệm vụ “b) Việc mới …”" in back


def test_a_row_is_added_behind_the_one_in_force() -> None:
    old = data(SOUND)
    new = deepcopy(old)
    tasks = new["plan"]["sections"][0]["tables"][0]["groups"][0]["tasks"]
    tasks.insert(0, tasks[0] | {"id": "9.1", "number": "0.1", "content": "Việc đầu"})
    tasks.append(tasks[-1] | {"id": "9.2", "number": "9.1", "content": "Việc cuối"})
    tasks.append(tasks[-1] | {"id": "9.3", "number": "9.2", "content": "Việc sau cùng"})
    number = tasks[1]["number"]
    tasks[1] = tasks[1] | {"number": "0.2"}
    new["plan"]["sections"].insert(0, {"heading": "0. MỞ ĐẦU", "paragraphs": ["Một.", "Hai."]})
    named = "\n".join(told(old, new))
    assert f"Bổ sung nhiệm vụ số thứ tự 0.1 vào trước nhiệm vụ số thứ tự {number}: “Việc đầu”" in named
    assert f"Bổ sung nhiệm vụ số thứ tự 9.1 vào sau nhiệm vụ số thứ tự {tasks[-3]['number']}: “Việc cuối”" in named
    assert "số thứ tự 9.2 vào sau nhiệm vụ số thứ tự 9.1 mới được bổ sung: “Việc sau cùng”" in named
    assert "Bổ sung mục “0. MỞ ĐẦU” vào trước mục “I. NỘI DUNG”" in named
    assert "Bổ sung đoạn vào sau đoạn “Một.” mới được bổ sung: “Hai.”" in named


def test_annexes_are_called_by_their_numbers(kshc: Kshc, tmp_path: Path) -> None:
    plan, new, out = ROOT / "examples" / "province-annexes" / "plan.yaml", tmp_path / "m.yaml", tmp_path / "out.docx"
    text = plan.read_text(encoding="utf-8")
    for was in ("Trong tháng 02 năm 2026", "Trước ngày 30 tháng 7 năm 2026"):
        assert was in text
        text = text.replace(was, "Quý III năm 2026")
    new.write_text(text, encoding="utf-8")
    assert kshc("render", "amendment", plan, new, "--out", out).status == 0
    lines = shown(out.read_bytes())
    assert any(
        line.startswith("1. Tại mục “I. Công tác chỉ đạo, điều hành”, thuộc Phụ lục I: sửa đổi") for line in lines
    )
    assert any(line.startswith("2. Tại Phụ lục II: sửa đổi nhiệm vụ số thứ tự 5: ") for line in lines)
    assert "Phụ lục II. DANH MỤC THỦ TỤC HÀNH CHÍNH RÀ SOÁT, ĐÁNH GIÁ NĂM 2026" in lines
    assert not [line for line in lines if "Kèm theo Kế hoạch" in line]
    gone, back = data(plan), data(plan)
    annex = gone["plan"]["sections"].pop()
    name = " ".join(annex["heading"].split("\n")[1:-1])
    assert "Bãi bỏ Phụ lục II." in "\n".join(told(back, gone))
    assert f"Bổ sung Phụ lục II “{name}” vào sau Phụ lục I" in "\n".join(told(gone, back))


def test_a_task_that_moves_where_no_heading_is_and_a_renamed_annex() -> None:
    old = data(ROOT / "examples" / "ward-prose" / "plan.yaml")
    new = deepcopy(old)
    items = next(one["items"] for one in new["plan"]["sections"] if len(one.get("items", [])) > 1)
    new["plan"]["sections"][-1].setdefault("items", []).append(items.pop())
    assert " đến phần cuối của Kế hoạch." in "\n".join(told(old, new))
    old = data(ROOT / "examples" / "province-annexes" / "plan.yaml")
    new = deepcopy(old)
    annex = new["plan"]["sections"][-1]
    annex["heading"] = annex["heading"].replace("DANH MỤC", "BẢNG")
    line = next(line for line in told(old, new) if "tên Phụ lục II" in line)
    assert "tên Phụ lục II từ “DANH MỤC" in line
    assert "Kèm theo" not in line.partition(" từ ")[2]


def test_nothing_is_amended_before_it_is_issued(kshc: Kshc, tmp_path: Path) -> None:
    new = tmp_path / "moi.yaml"
    new.write_text(SOUND.read_text(encoding="utf-8").replace("Trong tháng 3", "Trong tháng 4", 1), encoding="utf-8")
    result = kshc("render", "amendment", SOUND, new, "--date", "11/1/2026")
    said = "Error: --date 11/01/2026 is before the day of OLD, 12/01/2026: nothing is amended before it is issued.\n"
    assert (result.status, result.err) == (2, said)
    assert [*tmp_path.iterdir()] == [new]
    assert kshc("render", "amendment", SOUND, new, "--date", "12/1/2026").status == 0


@pytest.mark.parametrize("kind", ["amendment", "redline"])
def test_errors_of_a_side_are_told(kshc: Kshc, tmp_path: Path, kind: str) -> None:
    new = tmp_path / "moi.yaml"
    text = SOUND.read_text(encoding="utf-8").replace("Trong tháng 3", "Trong tháng 4", 1)
    first, second = re.findall(r"id: (\d\S*)", text)[:2]
    new.write_text(text.replace(f"id: {second}\n", f"id: {first}\n", 1), encoding="utf-8")
    result = kshc("render", kind, SOUND, new)
    assert result.status == 0
    assert f"{new} has 1 error, which stands in the document, too; run `kshc validate`.\n" in result.err
    assert f"{SOUND} has" not in result.err


def test_a_kind_that_decisions_seldom_amend_is_told(kshc: Kshc, tmp_path: Path) -> None:
    old, new = ROOT / "examples" / "directive" / "plan.yaml", tmp_path / "moi.yaml"
    new.write_text(old.read_text(encoding="utf-8").replace("31 tháng 3", "30 tháng 4"), encoding="utf-8")
    told = kshc("render", "amendment", old, new).err
    assert "OLD is a CHỈ THỊ that no decision issued: have it checked whether a decision can amend it.\n" in told


@pytest.mark.parametrize(
    ("words", "other", "told"),
    [
        ("  name: Ủy ban nhân dân", "  name: Hội đồng nhân dân", "OLD is issued by Ủy ban nhân dân "),
        ("  place: ", "  place: Tân ", "OLD is issued by Ủy ban nhân dân "),
        ("\nyear: 2026\n", "\nyear: 2027\n", "OLD is a plan of 2026 and NEW one of 2027"),
    ],
)
def test_a_plan_of_another_office_or_year_amends_none(
    kshc: Kshc, tmp_path: Path, words: str, other: str, told: str
) -> None:
    text, new = SOUND.read_text(encoding="utf-8"), tmp_path / "moi.yaml"
    assert words in text
    new.write_text(text.replace(words, other, 1), encoding="utf-8")
    same = kshc("render", "amendment", SOUND, new)
    assert same.status == 2
    assert told in same.err
    assert "Beside that both print the same words" in same.err
    new.write_text(text.replace(words, other, 1).replace("Trong tháng 3", "Trong tháng 4", 1), encoding="utf-8")
    written = kshc("render", "amendment", SOUND, new)
    assert written.status == 0
    assert told in written.err


def test_a_list_in_another_order_is_one_sentence() -> None:
    old = data(ROOT / "plan.yaml")
    groups = old["plan"]["sections"][0]["tables"][0]["groups"]
    new = deepcopy(old)
    new["plan"]["sections"][0]["tables"][0]["groups"][2]["tasks"].reverse()
    (line,) = (one for one in told(old, new) if "thứ tự" in one)
    assert line.endswith(
        ": sắp xếp lại thứ tự các nhiệm vụ như sau: 3.6, 3.5, 3.4, 3.3, 3.2, 3.1 (theo số thứ tự hiện hành)."
    )
    new = deepcopy(old)
    new["plan"]["sections"][0]["tables"][0]["groups"].reverse()
    (line,) = (one for one in told(old, new) if "thứ tự" in one)
    names = "; ".join(f"“{group['heading']}”" for group in reversed(groups))
    assert line.endswith(f": sắp xếp lại thứ tự các nhóm nhiệm vụ như sau: {names}.")
    long = large(1, 40)
    new = deepcopy(long)
    tasks = new["plan"]["sections"][0]["tables"][0]["groups"][0]["tasks"]
    for place in (30, 20, 10):
        tasks.insert(0, tasks.pop(place))
    (line,) = (one for one in told(long, new) if "vị trí" in one)
    assert line.count("chuyển") == 1
    assert line.count(" từ vị trí thứ ") == 3


def test_articles_in_another_order_are_named() -> None:
    old = data(ROOT / "plan.yaml")
    new = deepcopy(old)
    new["decision"]["articles"].reverse()
    lines = told(old, new)
    assert any("Chuyển Điều 2 của" in line and line.endswith("vào sau Điều 3.") for line in lines)


def test_a_heading_that_came_or_is_gone_has_one_side() -> None:
    old = data(ROOT / "plan.yaml")
    new = deepcopy(old)
    section, table = new["plan"]["sections"][1], new["plan"]["sections"][0]["tables"][0]
    names = [(f"mục “{section['heading']}”"), (f"bảng “{table['heading']}”")]
    section["heading"] = table["heading"] = None
    gone, come = "\n".join(told(old, new)), "\n".join(told(new, old))
    for name in names:
        assert f"ỏ tên {name}." in gone
        assert f"ổ sung tên {name}." in come
    assert "từ  thành" not in gone + come


def test_how_a_plan_is_issued_is_no_part_of_an_amendment() -> None:
    old = data(ROOT / "plan.yaml")
    new = deepcopy(old)
    decision = new.pop("decision")
    new["issuance"] = {key: decision[key] for key in ("number", "symbol", "date", "recipients", "signature")}
    assert told(old, new) == told(new, old) == []


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


@pytest.mark.parametrize(
    ("articles", "effect"),
    [
        (
            ["Điều 2. Quyết định này có hiệu lực từ ngày ban hành.", "Điều 3. Các phòng chịu trách nhiệm thi hành./."],
            "từ ngày ban hành",
        ),
        (["Điều 2. Các phòng chịu trách nhiệm thi hành Quyết định này./."], "kể từ ngày ký"),
        (["Điều 2. Quyết định có hiệu lực từ 01/3/2024; các phòng chịu trách nhiệm thi hành./."], "kể từ ngày ký"),
        (["Điều 2. Quyết định có hiệu lực từ ngày ký; các phòng chịu trách nhiệm thi hành./."], "từ ngày ký; các"),
    ],
)
def test_it_says_once_from_when_it_is_in_force(articles: list[str], effect: str) -> None:
    """By itself, where the amended plan says a day of its own or none."""
    old = data(SOUND)
    old["decision"]["articles"][1:] = articles
    new = deepcopy(old)
    new["plan"]["sections"][0]["heading"] += " CHUNG"
    said = [line for line in told(old, new) if "có hiệu lực" in line]
    assert len(said) == 1
    assert effect in said[0]
