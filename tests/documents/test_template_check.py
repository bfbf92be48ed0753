"""``kshc template check``: each mistake of a template is found with its place and a remedy, all in one run."""

import json
from pathlib import Path

import pytest

from kshc_cli.documents.rendering.template_check import check_template
from kshc_cli.documents.rendering.template_form import FORMS, OWN_FILES
from kshc_cli.documents.word.package import packed
from kshc_cli.findings import Finding
from tests.conftest import ROOT, Kshc
from tests.documents.word_file import with_text
from tests.documents.word_xml import p, r, tbl, tc, tr, word_file, word_parts

TEMPLATES = ROOT / "templates"


def check(*blocks: str, **others: str) -> list[Finding]:
    return list(check_template(word_file("".join(blocks), **others)))


def rules(*blocks: str, **others: str) -> list[str]:
    return [finding.rule for finding in check(*blocks, **others)]


@pytest.mark.parametrize("name", [*(form.file_name for form in FORMS), *OWN_FILES.values()])
def test_the_default_templates_are_sound(kshc: Kshc, name: str) -> None:
    result = kshc("template", "check", TEMPLATES / name)
    assert (result.status, result.out, result.err) == (0, "", "1 file, 0 errors, 0 warnings\n")


@pytest.mark.parametrize(
    ("tag", "rule", "message", "remedy"),
    [
        ("{{ decision.titel }}", "unknown-name", "there is no “titel” in what stands before it", "“title”"),
        ("{{ decisoin.title }}", "unknown-name", "there is no “decisoin” here", "Did you mean “decision”?"),
        ("{{ subject }}", "unknown-name", "there is no “subject” here", "Did you mean “decision.subject”?"),
        ("{{ quite_unlike }}", "unknown-name", "there is no “quite_unlike” here", "kshc template fields"),
        ("{{ plan.title.uper() }}", "unknown-name", "there is no “uper”", "kshc template fields"),
        ("{{ plan.sections[0].headin }}", "unknown-name", "there is no “headin”", "“heading”"),
        ("{{ plan['titel'] }}", "unknown-name", "there is no “titel”", "“title”"),
        ("{{ (plan.sections|first).headin }}", "unknown-name", "there is no “headin”", "“heading”"),
        ("{{ plan.sections[1:][0].headin }}", "unknown-name", "there is no “headin”", "“heading”"),
        ("{{ loop.index }}", "unknown-name", "there is no “loop” here", ""),
        ("{{ plan.title|uper }}", "unknown-filter", "there is no filter “uper”", "“upper”"),
        ("{% if plan is definde %}{% endif %}", "unknown-filter", "there is no test “definde”", "“defined”"),
        ("{{ plan.title + }}", "misspelt-tag", "is misspelt: something is missing", ""),
        ("{{ plan.title plan.subject }}", "misspelt-tag", "“plan” cannot stand there", ""),
        ("{{ plan.title }", "unclosed-tag", "opened with “{{” and not closed", "“}}”"),
        ("plan.title }}", "stray-tag", "“}}” closes a tag that was not opened", ""),
        ("{% fro x in plan.sections %}", "misspelt-tag", "there is no command “fro”", "“for”"),
        ("{% for x plan.sections %}{% endfor %}", "misspelt-tag", "is misspelt", ""),
        ("{{ 2 * 3 }}", "forbidden", "multiplies", "Add or join"),
        ("{{ plan.__class__ }}", "forbidden", "“__class__” is not allowed", ""),
        ("{% include 'x.docx' %}", "forbidden", "another file", "Copy"),
        ("{{ plan }}", "not-words", "prints a whole record", "“plan.title”"),
        ("{{ plan.sections }}", "not-words", "prints a whole list", "for … in …"),
        ("{{ plan.own_heading }}", "not-words", "yes or no", "if …"),
        ("{% for x in plan.title %}{% endfor %}", "not-a-list", "no list", ""),
        ("{{p plan.title }}", "misplaced-tag", "outside any paragraph", "Write “{{ plan.title }}”."),
        ("{%tr for x in plan.sections %}", "misplaced-tag", "stands in no table", "“{%p for x in plan.sections %}”"),
        ("{%p if 1 %}{%p endif %}", "lost-words", "“{%p endif %}” would be lost", "of its own"),
        ("{% if plan.title %}", "unclosed-tag", "“{% if plan.title %}” is never closed", "“{% endif %}”"),
        ("{% endfor %}", "stray-tag", "belongs to no loop", ""),
        ("{% else %}", "stray-tag", "belongs to no loop", ""),
        ("{{ 1 // 0 }}", "cannot-be-filled", "it divides by zero", ""),
        ("{{ plan.title|safe }}", "unknown-filter", "no filter “safe”", ""),
    ],
)
def test_a_mistake_is_found_in_its_place(tag: str, rule: str, message: str, remedy: str) -> None:
    found = check(p("{{ plan.title }}"), tbl(tr(tc(p("STT")), tc(p("1")))), p(tag))
    assert {finding.rule for finding in found} >= {rule}
    (first, *_others) = [finding for finding in found if finding.rule == rule]
    assert message in first.message
    assert remedy in first.remedy
    if "XML" not in message:
        assert first.word_place
        assert (first.word_place.paragraph, first.word_place.part, first.word_place.table) == (4, "body", None)
        assert first.word_place.quote == tag


@pytest.mark.parametrize(
    ("words", "blamed"),
    [
        ("{% for x in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}", "{% for x in [[1]] recursive %}"),
        ("{% if issuer.parent %}a{% endif %}{{ '%99d' % 1 }}", "{{ '%99d' % 1 }}"),
        ("{{ issuer.name }} và {{ [[1]] }}", "{{ issuer.name }} và {{ [[1]] }}"),
    ],
)
def test_no_sound_tag_is_blamed_for_another(words: str, blamed: str) -> None:
    found = check(p("{% if issuer.parent %}{% for x in plan.sections %}{% endfor %}{% endif %}"), p(words))
    assert [finding.rule for finding in found] == ["cannot-be-filled"] * 2
    for finding in found:
        assert f"“{blamed}” is not allowed in a template" in finding.message
        assert finding.word_place
        assert (finding.word_place.paragraph, finding.word_place.quote) == (2, words)


_MANY = f"{{% for i in '{'x' * 400}' %}}{'y' * 400}{{% endfor %}}"


@pytest.mark.parametrize(
    "words",
    [
        _MANY,
        f"{{% filter upper %}}{_MANY}{{% endfilter %}}",
        f"{{% set words %}}{_MANY}{{% endset %}}{{{{ words }}}}",
        f"{{% macro m() %}}{_MANY}{{% endmacro %}}{{{{ m() }}}}",
        f"{{% macro m() %}}{{{{ caller() }}}}{{% endmacro %}}{{% call m() %}}{_MANY}{{% endcall %}}",
        f"{{% with %}}{{% filter lower %}}{{% filter upper %}}{_MANY}{{% endfilter %}}{{% endfilter %}}{{% endwith %}}",
    ],
    ids=["loop", "filter", "set", "macro", "call", "nested"],
)
def test_a_paragraph_has_a_bound(words: str) -> None:
    (finding, *_more) = check(p("{{ plan.title }}"), p(words))
    assert "more of the plan's words than a document can hold" in finding.message
    assert finding.rule == "cannot-be-filled"
    assert check(p("{{ plan.title }}"), p(words.replace("x" * 400, "x" * 20))) == []


def test_a_long_tag_is_quoted_in_part() -> None:
    (finding,) = check(p("{{ plan.title }}"), p(f"{{{{ plan.{'x' * 6000} }}}}"))
    assert finding.rule == "unknown-name"
    assert len(finding.message) < 300


@pytest.mark.parametrize("output", ["json", "github", "text"])
def test_a_file_that_is_no_template_is_among_the_findings(kshc: Kshc, tmp_path: Path, output: str) -> None:
    (tmp_path / "a.docx").write_bytes(b"no Word file")
    names = [str(tmp_path / "a.docx"), str(tmp_path / "missing.docx"), str(TEMPLATES / "ke-hoach.docx")]
    result = kshc("template", "check", *names, "--format", output)
    assert result.status == 3
    for name in names[:2]:
        assert (name in result.out, name in result.err) == (True, False)
    assert result.out.count("unreadable-file") == 2
    if output == "json":
        assert [file["file"] for file in json.loads(result.out)["files"]] == names


@pytest.mark.parametrize(
    "tags",
    [
        ["{{ plan.title|upper }} {{ issuer.name.upper() }} {{ plan['title'] }} {{ plan.sections|length }}"],
        ["{%p for section in plan.sections %}", "{{ loop.index }}. {{ section.heading }}", "{%p endfor %}"],
        ["{%p for a in plan.sections if a.tables %}", "{{ (a.tables|first).headers|join('; ') }}", "{%p endfor %}"],
        ["{% set words = plan.title %}{{ words }}", "{% if words %}{% set more = '!' %}{% endif %}{{ more }}"],
        ["{% set b %}x{% endset %}{{ b }}", "{% with c = plan %}{{ c.title }}{% endwith %}"],
        ["{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(plan.title) }}"],
        ["{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ plan.title }}{% endcall %}"],
        ["{{ 'yes' if plan.own_heading else 'no' }}{# a comment #}", "{{ [1, 2, 3]|join }}"],
        ["{% if decision %}{{ decision.title }}{% elif issuance %}{{ issuance.number }}{% else %}?{% endif %}"],
        ["{{ nothing|default('…') }}", "{{ “quoted” }}"],
        ["{% for key, value in {'a': 1}.items() %}{{ key }}{{ value }}{% endfor %}"],
        ["{% for x in plan.preamble %}{{ x }}{% else %}{{ plan.title }}{% endfor %}"],
    ],
)
def test_sound_tags_are_left_alone(tags: list[str]) -> None:
    assert check(*map(p, tags)) == []


def test_all_mistakes_of_a_file_are_found_in_one_run_in_order() -> None:
    found = check(
        p("{{ plan.titel }}"),
        p("{%p for section in plan.sections %}"),
        p("{{ section.headin }}"),
        p("{%p endfor %}"),
        p("{{ section.heading }}"),
        p("{{ plan.title|uper }}"),
    )
    assert [(finding.rule, finding.word_place and finding.word_place.paragraph) for finding in found] == [
        ("unknown-name", 1),
        ("unknown-name", 3),
        ("unknown-name", 5),
        ("unknown-filter", 6),
    ]


def test_the_place_counts_tables_rows_and_cells() -> None:
    (finding,) = check(tbl(tr(tc(p("a")))), tbl(tr(tc(p("b"))), tr(tc(p("c")), tc(p("d") + p("{{ plan.x }}")))))
    place = finding.word_place
    assert place
    assert (place.paragraph, place.table, place.row, place.cell) == (5, 2, 2, 2)


def test_tags_in_headers_footers_and_notes_are_checked() -> None:
    headers = {"header1": p("{{ plan.titel }}"), "footer1": p("{% if 1 %}"), "footnotes": p("{{ issuer.nam }}")}
    found = check(p("{{ plan.title }}"), **headers)
    assert [(finding.rule, finding.word_place and finding.word_place.part) for finding in found] == [
        ("unclosed-tag", "footer"),
        ("unknown-name", "footnotes"),
        ("unknown-name", "header"),
    ]


def test_crossed_loops_are_one_mistake() -> None:
    tags = ["{%p for x in plan.preamble %}", "{%p if x %}", "{{ x }}", "{%p endfor %}", "{%p endif %}"]
    (finding,) = check(*map(p, tags))
    assert finding.rule == "crossed-tags"
    assert finding.message == "“{%p if x %}” is still open where “{%p endfor %}” stands (paragraph 4)."


def test_a_loop_that_leaves_its_cell_or_level_is_uneven() -> None:
    row = tr(tc(p("{%p for x in plan.preamble %}") + p("{{ x }}")), tc(p("{%p endfor %}")))
    assert rules(tbl(row)) == ["uneven-tags"]
    assert rules(p("{%p if plan.title %}"), p("{{ plan.title }}"), p("x {% endif %}")) == ["uneven-tags"]
    assert rules(p("{% if plan.title %}a"), p("b{% endif %}")) == []


def test_a_row_goes_with_its_tag() -> None:
    loop = [tr(tc(p("{%tr for x in plan.preamble %}"))), tr(tc(p("{{ x }}"))), tr(tc(p("{%tr endfor %}")))]
    assert rules(tbl(*loop)) == []
    beside = tr(tc(p("{%tr for x in plan.preamble %}")), tc(p("lost")))
    (finding,) = check(tbl(beside, *loop[1:]))
    assert finding.message.startswith("“lost” would be lost")
    for letters, quoted in (("a" * 60, "a" * 60), ("a" * 60 + "b", "a" * 60)):
        beside = tr(tc(p("{%tr for x in plan.preamble %}")), tc(p(letters)))
        (finding,) = check(tbl(beside, *loop[1:]))
        assert finding.message.startswith(f"“{quoted}” would be lost")
    cells = tr(tc(p("{%tc for x in plan.preamble %}")), tc(p("{{ x }}")), tc(p("{%tc endfor %}")))
    assert rules(tbl(cells)) == []


def test_a_level_with_a_percent_sign_is_explained() -> None:
    assert "misplaced-tag" in rules(p("{%p if plan.preamble|length % 2 %}"), p("x"), p("{%p endif %}"))


def test_a_tag_that_word_split_is_joined_unless_it_leaves_a_link() -> None:
    def split(before: str, after: str) -> str:
        return f"<w:p>{before}{r('{{ plan.')}{after}{r('title }}')}</w:p>"

    assert rules(split("", '<w:proofErr w:type="spellStart"/>')) == []
    (finding,) = check(split("<w:hyperlink>", "</w:hyperlink>"))
    assert finding.rule == "split-tag"
    assert "Accept the changes" in finding.remedy


def test_a_tag_that_goes_over_two_paragraphs_is_one_mistake() -> None:
    (finding,) = check(p("{{ plan."), p("title }}"))
    assert finding.rule == "split-tag"
    assert finding.message == "A tag begins here with “{{” and ends in paragraph 2."
    assert rules(p("{{ a"), p("{{ b"), p("c")) == ["unclosed-tag", "unclosed-tag"]


def test_a_template_without_tags_is_a_warning(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(word_file(p("KẾ HOẠCH")))
    result = kshc("template", "check", tmp_path / "mine.docx")
    assert result.status == 1
    assert "warning: The template has no tags" in result.out


def test_a_template_must_print_the_plans_that_it_speaks_of() -> None:
    assert rules(p("{{ issuance.number }}")) == []
    found = check(p("{{ decision.number }}"), p("{{ issuance.number }}"))
    assert [(finding.message[:14], finding.word_place and finding.word_place.paragraph) for finding in found] == [
        ("A plan with a ", 2),
        ("A plan without", 1),
    ]
    found = check(p("a"), p("{{ (plan.sections|last).tables[0].heading }}"))
    assert [finding.word_place and finding.word_place.paragraph for finding in found] == [2, 2]


def test_a_template_of_an_extract_has_names_of_its_own() -> None:
    assert rules(p("{{ agency.name }}"), p("{{ plan.sections }}")) == ["unknown-name"]
    (finding,) = check(p("{{ agency.name }}{{ tables[5].heading }}"))
    assert finding.message.startswith("An extract cannot be printed: ")


def test_what_a_fallback_repeats_is_counted_once() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    inside = f"<w:txbxContent>{p('{{ plan.titel }}')}</w:txbxContent>"
    found = check(f"<w:p><w:r>{box.format(inside)}</w:r></w:p>", p("{{ plan.x }}"))
    assert [finding.word_place and finding.word_place.paragraph for finding in found] == [2, 3]


def test_findings_are_written_for_people_programs_and_github(kshc: Kshc, tmp_path: Path) -> None:
    template = (TEMPLATES / "ke-hoach.docx").read_bytes()
    name = tmp_path / "mine.docx"
    name.write_bytes(with_text(template, "{{ table.heading }}", "{{ table.headin }}"))
    text = kshc("template", "check", name)
    assert text.status == 1
    assert text.out.splitlines()[0].startswith(f"{name}: paragraph ")
    assert "  | {{ table.headin }}" in text.out
    assert "Did you mean “heading”?" in text.out
    assert '"rule": "unknown-name"' in kshc("template", "check", name, "--format", "json").out
    assert kshc("template", "check", name, "--format", "github").out.startswith("::error file=")


@pytest.mark.parametrize("kind", ["missing", "text", "doc", "xml", "body", "macro"])
def test_a_file_that_cannot_be_read_is_named_beside_the_others(kshc: Kshc, tmp_path: Path, kind: str) -> None:
    parts = word_parts(p("{{ plan.titel }}"))
    made = {
        "text": b"KE HOACH",
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "xml": packed(parts | {"word/styles.xml": b"<"}),
        "body": packed(parts | {"word/document.xml": b"<document/>"}),
        "macro": packed(parts | {"word/vbaProject.bin": b""}),
    }
    if kind in made:
        (tmp_path / "bad.docx").write_bytes(made[kind])
    (tmp_path / "mine.docx").write_bytes(packed(parts))
    result = kshc("template", "check", tmp_path / "bad.docx", tmp_path / "mine.docx")
    assert result.status == 3
    assert f"{tmp_path / 'bad.docx'}: error: The file cannot be used: " in result.out
    assert "unknown-name" in result.out


def test_the_page_on_templates_shows_what_is_printed(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [
        tr(tc(p("{{ table.heading }}"))),
        tr(tc(p("{%tr for row in table.rows %}"))),
        tr(tc(p("{{ row.heading }}"))),
    ]
    loop = "{%p for table in plan.sections[0].tables %}", "{%p endfor %}"
    Path("mau.docx").write_bytes(word_file(p() + p("{{ decision.titel }}") + p(loop[0]) + tbl(*rows) + p(loop[1])))
    result = kshc("template", "check", "mau.docx")
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    assert result.out + result.err == page.split("$ kshc template check mau.docx\n")[1].split("```")[0]


@pytest.mark.parametrize("tag", ["{{ " + 600 * "(" + "1" + 600 * ")" + " }}", "{{ " + 6000 * "-" + "1 }}"])
def test_brackets_without_end_are_a_finding(tag: str) -> None:
    assert rules(p(tag)) == ["misspelt-tag"]


def test_loops_that_no_plan_bounds_are_refused() -> None:
    tag = "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}"
    assert set(rules(p(tag))) == {"unknown-name"}
