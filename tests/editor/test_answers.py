"""What an editor is told of a plan and log, by the words that the cursor is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.editor.completion import Choice, completions
from kshc_cli.editor.diagnostics import diagnostics
from kshc_cli.editor.fixes import Fix, fixes, repairs
from kshc_cli.editor.hover import hover
from kshc_cli.editor.names import IdKind, declarations, names_at, references, renamed
from kshc_cli.editor.positions import Positions
from kshc_cli.editor.symbols import Symbol, symbols
from kshc_cli.editor.texts import Span
from kshc_cli.errors import WrongArgumentError
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.yaml.lines import Lines
from tests.editor.plans import LOG, PLAN, at, fields, texts


def spanned(span: Span, text: str = PLAN) -> str:
    return text[span.start : span.end]


def edited(text: str, fix: Fix) -> str:
    return text[: fix.span.start] + fix.new + text[fix.span.end :]


def told_of(words: str, *, log: bool = False, behind: int = 0) -> str:
    text = LOG if log else PLAN
    found = hover(texts(), fields("progress" if log else "plan"), at(words, text, behind), of_log=log)
    return "" if found is None else found.text


def test_a_time_is_told_with_its_days_and_standing() -> None:
    told = told_of("Trong tháng| 6")
    assert "01/06/2026" in told
    assert "30/06/2026" in told
    assert "Rà soát thủ tục" not in told
    assert "done" in told


def test_a_cell_of_bodies_is_told_as_it_is_read() -> None:
    told = told_of("coop: Công |an")
    assert "Công an phường (cong-an); Các khu phố (khu-pho)" in told
    assert "2026" not in told
    assert "Văn phòng HĐND và UBND (van-phong)" in told_of("Bộ phận một| cửa")


def test_a_task_is_told_whole_at_its_id_here_and_in_the_log() -> None:
    assert "Rà soát thủ tục" in told_of('- id: "|1"')
    assert "Rà soát thủ tục" in told_of('task: "1|"', log=True)


def test_a_body_is_told_at_its_entry_and_wherever_its_id_stands() -> None:
    told = told_of("- id: khu|-pho")
    assert "Các khu phố (khu-pho)" in told
    assert "stands for: Khu phố 1, Khu phố 2" in told
    assert "cooperates in 1 task" in told
    assert "Khu phố 2 (kp2)" in told_of("members: [kp1, kp|2]")
    assert "belongs to: Các khu phố" in told_of("members: [kp1, kp|2]")
    assert "Văn phòng HĐND và UBND (van-phong)" in told_of("unit: van|-phong", log=True)


def test_a_body_is_told_where_a_paragraph_names_it() -> None:
    assert "Công an phường (cong-an)" in told_of("Giao Công |an phường theo")
    assert not told_of("Gi|ao Công an phường theo")


def test_a_key_is_told_in_the_language_of_the_user() -> None:
    assert told_of("le|ad: Văn").startswith("Cơ quan chủ trì")
    assert told_of("unit|: van", log=True).startswith("Cơ quan")


def test_nothing_is_told_where_nothing_stands() -> None:
    assert not told_of("plan:|\n  subject")
    assert not told_of("# 😀 một| biểu")
    assert hover(texts(""), fields(), 0, of_log=False) is None
    assert hover(texts("a: [", ""), fields(), 2, of_log=False) is None


def test_a_plan_with_errors_is_read_as_far_as_it_can_be() -> None:
    broken = PLAN.replace("year: 2026\n", "year: 2026\nnonsense: 1\n")
    found = hover(texts(broken), fields(), at("Trong tháng| 6", broken), of_log=False)
    assert found is not None
    assert "30/06/2026" in found.text


def choices(marked: str, *, log: bool = False) -> list[Choice]:
    """Return what is offered in a text at its bar."""
    text = marked.replace("|", "", 1)
    both = texts(log=text) if log else texts(text)
    return completions(both, fields("progress" if log else "plan"), marked.index("|"), of_log=log)


@pytest.mark.parametrize(
    ("old", "new", "offered", "not_offered"),
    [
        ("              time: Quý I\n", "              ti|\n", "result", "lead"),
        ("              time: Quý I\n", "              |\n", "time", "number"),
        ("              time: Quý I\n", "              time: Quý I\n              |\n", "coop", "id"),
        ("    members: [kp1, kp2]\n", "    |\n", "members", "name"),
        ("{id: kp1, name: Khu phố 1}", "{id: kp1, name: Khu phố 1, |}", "aliases", "name"),
        ("    - heading: I. NHIỆM VỤ\n", "    - h|\n", "heading", "subject"),
        ("year: 2026\n", "year: 2026\ncal|\n", "calendar", "schema"),
    ],
)
def test_keys_are_offered_that_are_not_there_yet(old: str, new: str, offered: str, not_offered: str) -> None:
    found = {one.label: one for one in choices(PLAN.replace(old, new, 1))}
    assert offered in found
    assert not_offered not in found
    assert found[offered].is_key
    assert found[offered].detail


def test_a_key_comes_with_what_it_is_called() -> None:
    found = {one.label: one for one in choices(PLAN.replace("              time: Quý I\n", "              ti|\n"))}
    assert (found["time"].detail, found["time"].new) == ("Thời gian thực hiện", "time: ")
    assert spanned(found["time"].span, PLAN.replace("time: Quý I", "ti")) == "ti"


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("lead: Văn phòng HĐND và UBND\n", "lead: |\n", "Công an phường"),
        ("lead: Văn phòng HĐND và UBND\n", "lead: Văn ph|\n", "Văn phòng HĐND và UBND"),
        ("coop: Công an phường, Các khu phố\n", "coop: Công an phường, Các|\n", "Các khu phố"),
        ("lead: {text: Bộ phận một cửa, agencies", "lead: {text: |, agencies", "Công an phường"),
        ("members: [kp1, kp2]", "members: [kp1, |]", "kp2"),
        ("members: [kp1, kp2]", "members:\n    - |", "cong-an"),
        ("agencies: [van-phong]", "agencies: [v|]", "van-phong"),
        ("year: 2026\n", "year: 2026\ncalendar: {on_day_off: |}\n", "next_working_day"),
        ("name: Các khu phố\n", "name: Các khu phố\n    open: |\n", "true"),
    ],
)
def test_values_are_offered(old: str, new: str, offered: str) -> None:
    assert offered in {one.label for one in choices(PLAN.replace(old, new, 1))}


def test_a_body_takes_the_place_of_what_was_typed_of_its_name() -> None:
    marked = PLAN.replace("coop: Công an phường, Các khu phố", "coop: Công an phường, Các kh|")
    found = next(one for one in choices(marked) if one.label == "Các khu phố")
    assert spanned(found.span, marked.replace("|", "", 1)) == "Các kh"


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("unit: van-phong", "unit: |", "kp1"),
        ('what: done, task: "1"', "what: done, task: |", "r.2"),
        ("what: done", "what: |", "partly_done"),
        ("what: done", "what: retracted, entry: |", "e1"),
        ("unit: van-phong", "|", "unit"),
    ],
)
def test_a_log_is_completed_from_its_plan(old: str, new: str, offered: str) -> None:
    assert offered in {one.label for one in choices(LOG.replace(old, new, 1), log=True)}


def test_nothing_is_offered_in_words_of_the_document() -> None:
    assert choices(PLAN.replace("content: Báo cáo", "content: Báo |")) == []
    assert choices("|") != []


def test_names_lead_to_their_entry_and_back() -> None:
    (use,) = names_at(texts(), at("coop: Công an phường, Các| khu"), of_log=False)
    assert (use.kind, use.name, spanned(use.span)) == (IdKind.BODY, "khu-pho", "Các khu phố")
    assert [spanned(one.span) for one in declarations(texts(), use)] == ["khu-pho"]
    found = references(texts(), use)
    assert [spanned(one.span) for one in found] == ["khu-pho", "Công an phường, Các khu phố"]


def test_stated_bodies_lead_to_their_entries() -> None:
    (use,) = names_at(texts(), at("text: Bộ phận| một"), of_log=False)
    assert use.name == "van-phong"


def test_an_id_of_the_log_leads_to_the_plan() -> None:
    (use,) = names_at(texts(), at('task: "|1"', LOG), of_log=True)
    (found,) = declarations(texts(), use)
    assert (found.of_log, spanned(found.span)) == (False, '"1"')


def test_an_id_is_renamed_wherever_it_stands() -> None:
    (use,) = names_at(texts(), at("- id: van|-phong"), of_log=False)
    plan, log = PLAN, LOG
    for one, new in sorted(renamed(texts(), use, "vp"), key=lambda each: each[0].span, reverse=True):
        text = log if one.of_log else plan
        text = text[: one.span.start] + new + text[one.span.end :]
        plan, log = (plan, text) if one.of_log else (text, log)
    assert plan == PLAN.replace("van-phong", "vp")
    assert log == LOG.replace("van-phong", "vp")


def test_a_task_is_renamed_in_its_log_too_and_quoted_where_it_must_be() -> None:
    (use,) = names_at(texts(), at("- id: r.|2"), of_log=False)
    assert [new for _one, new in renamed(texts(), use, "7")] == ['"7"']
    (use,) = names_at(texts(), at('task: "|1"', LOG), of_log=True)
    assert [one.of_log for one, _new in renamed(texts(), use, "a")] == [False, True, True]


@pytest.mark.parametrize("new", ["kp 1", "", "Đội", "a" * 61, "cong-an"])
def test_no_id_is_made_that_cannot_be_or_is_there(new: str) -> None:
    (use,) = names_at(texts(), at("- id: van|-phong"), of_log=False)
    with pytest.raises(WrongArgumentError):
        renamed(texts(), use, new)


def offered_fixes(text: str, *, log: bool = False) -> list[str]:
    """Return the file after each fix that is offered."""
    both, kind = (texts(log=text), "progress") if log else (texts(text), "plan")
    found = diagnostics(both, of_log=log)
    return [edited(text, fix) for told in found for fix in fixes(both, told, fields(kind), of_log=log)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("lead: Văn", "laed: Văn"),
        ("lead: Văn", "chủ trì: Văn"),
        ("members: [kp1, kp2]", "members: [kp1, kpp2]"),
        ("agencies: [van-phong]", "agencies: [van-phog]"),
        ("issuance: {symbol", "issuance: {date: 2026-01-05, symbol"),
        ("agencies:\n", "calendar: {on_day_off: next_working_day}\nagencies:\n"),
    ],
)
def test_one_right_form_is_offered(right: str, wrong: str) -> None:
    sound = PLAN
    if right.startswith("issuance"):
        sound, broken = PLAN.replace(right, wrong), PLAN.replace(right, wrong.replace("2026-01-05", "05/01/2026"))
    elif right == "agencies:\n":
        sound, broken = PLAN.replace(right, wrong), PLAN.replace(right, wrong.replace("next_w", "nxt_w"))
    else:
        broken = PLAN.replace(right, wrong, 1)
    assert sound in offered_fixes(broken)


def test_a_wrong_id_of_the_log_is_mended() -> None:
    assert LOG in offered_fixes(LOG.replace("unit: van-phong", "unit: van-phon"), log=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lead: Văn phòng HĐND và UBND", "lead: Trạm Y tế phường"),
        ("coop: Công an phường, Các khu phố", "coop: Công an phường, Hội Nông dân"),
    ],
)
def test_a_new_body_comes_into_the_registry_and_nothing_else_changes(old: str, new: str) -> None:
    broken = PLAN.replace(old, new, 1)
    before = diagnostics(texts(broken), of_log=False)
    assert "unread-agency" in {one.finding.rule for one in before}
    (after,) = offered_fixes(broken)
    assert "unread-agency" not in {one.finding.rule for one in diagnostics(texts(after), of_log=False)}
    assert [line for line in broken.splitlines() if line not in after.splitlines()] == []


def test_a_misspelt_body_is_respelt_or_named_beside_the_words() -> None:
    slip = PLAN.replace("coop: Công an phường, Các", "coop: Công am phường, Các")
    respelt, beside, *others = offered_fixes(slip)
    assert respelt == PLAN
    words = 'coop: {text: "Công am phường, Các khu phố", agencies: [khu-pho, cong-an]}'
    assert beside == slip.replace("coop: Công am phường, Các khu phố", words)
    assert others == [slip.replace("aliases: [CAP]", "aliases: [CAP, Công am phường]")]
    assert not [one for one in diagnostics(texts(beside), of_log=False) if one.finding.rule == "unread-agency"]


def test_characters_are_repaired_in_one_change() -> None:
    broken = PLAN.replace("Rà soát thủ tục", "Rà soát\u00a0thủ tục\u200b")
    (fix,) = repairs(texts(broken), of_log=False)
    assert edited(broken, fix) == PLAN
    assert not list(repairs(texts(), of_log=False))


def test_findings_stand_where_validate_says_and_end_with_their_value() -> None:
    broken = PLAN.replace("time: Quý I\n", "time: Quý XX\n")
    (told,) = (one for one in diagnostics(texts(broken), of_log=False) if one.finding.rule == "unread-time")
    assert spanned(told.span, broken) == "Quý XX"


def names_of(found: tuple[Symbol, ...]) -> list[object]:
    return [[one.name, *names_of(one.children)] for one in found]


def test_the_outline_is_that_of_the_document() -> None:
    bodies, *sections = names_of(symbols(texts(), of_log=False))
    assert bodies == ["Agencies", *([name] for name in ("Văn phòng HĐND và UBND", "Công an phường", "Các khu phố")),
                      ["Khu phố 1"], ["Khu phố 2"]]  # fmt: skip
    assert sections == [["I. NHIỆM VỤ", ["1. Rà soát", ["Rà soát thủ tục"], ["Báo cáo"]]], ["II. TỔ CHỨC"]]
    assert names_of(symbols(texts(), of_log=True)) == [["1"], ["1"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@given(text=st.text(alphabet="aế😀đ\n\r\t", max_size=30), data=st.data())
def test_a_position_is_that_of_its_character(encoding: str, text: str, data: st.DataObject) -> None:
    positions = Positions(Lines(text), encoding)
    offset = data.draw(st.integers(0, len(text)))
    line, _units = position = positions.of(offset)
    inside_break = text[offset - 1 : offset + 1] == "\r\n"
    assert inside_break or positions.offset(position) == offset
    assert 0 <= line <= text.count("\n") + text.count("\r")


def test_units_are_those_of_the_editor() -> None:
    start = at("😀 một| biểu")
    for encoding, units in (("utf-8", 4), ("utf-16", 2), ("utf-32", 1)):
        own, before = Positions(Lines(PLAN), encoding), at("# |😀 một")
        assert own.of(before + 1)[1] - own.of(before)[1] == units
        assert own.offset(own.of(start)) == start


@given(cut=st.integers(0, len(PLAN)), offset=st.integers(0, len(PLAN)))
def test_any_beginning_of_a_plan_gets_an_answer(cut: int, offset: int) -> None:
    both, known = texts(PLAN[:cut]), fields()
    diagnostics(both, of_log=False)
    hover(both, known, offset, of_log=False)
    completions(both, known, min(offset, cut), of_log=False)
    names_at(both, offset, of_log=False)
    symbols(both, of_log=False)
    assert read_plan_file(PLAN[:cut].encode()) is not None
