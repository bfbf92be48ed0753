"""Templates: the default one is fresh and fit for Word; a broken or hostile one gives one clear error."""

import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.documents.rendering.sandbox import MOST_LETTERS, Sandbox, TooMuchError
from kshc_cli.documents.rendering.template_form import FORMS, OWN_FILES, TemplateForm
from kshc_cli.documents.word import package
from kshc_cli.plan.model import Plan
from tests.conftest import ROOT
from tests.documents.conftest import Changed
from tests.documents.word_file import W, body, paragraphs, parts, styled, with_part, with_text
from tests.documents.word_xml import p
from tests.documents.word_xml import word_file as small_file
from tools import make_template

DOCUMENT = "word/document.xml"
TEMPLATES = ROOT / "templates"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file_name)
def test_the_committed_templates_are_what_their_tool_makes(form: TemplateForm) -> None:
    assert parts((TEMPLATES / form.file_name).read_bytes()) == parts(make_template.template(form))
    assert make_template.template(form) == make_template.template(form)
    assert {path.name for path in TEMPLATES.glob("*.docx")} == {form.file_name for form in FORMS} | {
        *OWN_FILES.values()
    }


def test_the_template_shows_its_tags_unsplit(template: bytes) -> None:
    runs = [mark.text or "" for mark in body(template).iter(W + "t")]
    tags = [run for run in runs if "{" in run or "}" in run]
    assert len(tags) > 50
    for run in tags:
        opening, closing = re.findall(r"\{[{%]", run), re.findall(r"[}%]\}", run)
        assert len(opening) == len(closing) >= 1


def test_the_same_plan_gives_the_same_bytes(plan: Plan, template: bytes, document: bytes) -> None:
    code = (
        "import sys; from pathlib import Path; from kshc_cli.source.plan_text import read_plan_file;"
        "from kshc_cli.documents.rendering.decision import render_decision;"
        "plan = read_plan_file(Path('plan.yaml').read_bytes()).plan;"
        "sys.stdout.buffer.write(render_decision(plan, Path('templates/quyet-dinh-ke-hoach.docx').read_bytes()))"
    )
    assert render_decision(plan, template) == document
    other = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    assert other.stdout == document
    with ZipFile(BytesIO(document)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_the_properties_tell_of_the_plan_and_of_no_machine(document: bytes, changed: Changed, template: bytes) -> None:
    core = parts(document)["docProps/core.xml"].decode()
    assert "<dc:creator>Ủy ban nhân dân thành phố Sa Đéc</dc:creator>" in core
    assert "<dc:title>QUYẾT ĐỊNH Ban hành Kế hoạch kiểm soát" in core
    assert core.count("2024-01-09T00:00:00Z") == 2
    draft = changed(lambda data: data["decision"].update(date=None))
    assert b"2024-01-01T00:00:00Z" in parts(render_decision(draft, template))["docProps/core.xml"]
    machine = {Path.home().name, str(ROOT)} - {""}
    everything = b"".join(parts(document).values()).decode()
    assert not any(name in everything for name in machine if len(name) > 4)


def test_a_restyled_template_with_split_tags_still_works(plan: Plan, template: bytes) -> None:
    """Word splits a tag where the speller or a revision mark falls into it, and names the styles anew."""
    split = '{{ issuer.</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>name|upper }}'
    restyled = with_text(template, "{{ issuer.name|upper }}", split)
    for name in (DOCUMENT, "word/styles.xml"):
        restyled = with_part(restyled, name, parts(restyled)[name].replace(b'"CoQuanBanHanh"', b'"Cquanbanhnh"'))
    document = render_decision(plan, restyled)
    assert styled(document, "Cquanbanhnh") == ["ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC"] * 2
    assert b'<w:pStyle w:val="Cquanbanhnh"/><w:ind ' in parts(document)[DOCUMENT]


def test_a_template_saved_as_dotx_gives_a_document(plan: Plan, template: bytes) -> None:
    kind = "wordprocessingml.document.main"
    dotx = with_text(template, kind, "wordprocessingml.template.main", "[Content_Types].xml")
    assert kind.encode() in parts(render_decision(plan, dotx))["[Content_Types].xml"]


def test_tags_in_headers_are_filled(plan: Plan, template: bytes) -> None:
    tagged = with_text(
        template, "<w:r><w:t>2</w:t></w:r>", "<w:r><w:t>{{ plan.title }}</w:t></w:r>", "word/header1.xml"
    )
    assert "KẾ HOẠCH" in parts(render_decision(plan, tagged))["word/header1.xml"].decode()


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ decision.titel }}", "“{{ decision.titel }}” names nothing that a plan holds"),
        ("{{ decisoin.title }}", "“{{ decisoin.title }}” names nothing that a plan holds"),
        ("{{ decision.title }} {{ a.b }}", "“{{ a.b }}” names nothing that a plan holds"),
        ("{{ decision.title", "a tag near “{{ decision.title{{ decision.subject }}” is misspelt"),
        ("{{ decision.title|uper }}", "a tag near “{{ decision.title|uper }}” is misspelt"),
        ("{% if decision.title %}", "is misspelt"),
        ("{{ 1/0 }}", "a tag near “{{ 1/0 }}” cannot be filled"),
        ("{{ 1/0 }}", "it divides by zero"),
        ("{% include 'x' %}", "cannot be filled: it takes in another file, which a template cannot"),
        ("{{ issuer() }}", "it calls what is no function"),
        ("{{ issuer + 1 }}", "it asks of words, numbers or lists what they cannot do"),
        ("{{ decision.title|slice(3) }}", "there is no filter “slice”"),
        ("{% if decision.title is odder %}{% endif %}", "there is no test “odder”"),
        ("{% do decision.title %}", "there is no command “do”"),
        ("{% if decision.title %}", "a loop, a condition or a bracket is not closed"),
        ("{{ decision.title decision.title }}", "misspelt: “decision” cannot stand there"),
        ("{{ decision.title + }}", "misspelt: something is missing, is too much or stands in the wrong place"),
        (f"{{{{ {'(' * 900}1{')' * 900} }}}}", "nested too deep"),
        ("{{ ''.__class__.__mro__ }}", "“{{ ''.__class__.__mro__ }}” is not allowed in a template"),
        ("{{ decision.__init__.__globals__ }}", "is not allowed in a template"),
        ("{{ ''|attr('__class__') }}", "there is no filter “attr”"),
        ("{{ '{0.__class__}'.format(1) }}", "is not allowed in a template"),
        ("{{ '<w:p>'|safe }}", "there is no filter “safe”"),
    ],
)
def test_a_wrong_tag_is_named(plan: Plan, template: bytes, tag: str, said: str) -> None:
    with pytest.raises(TemplateError) as raised:
        render_decision(
            plan, with_text(template, "{{ decision.title }}", tag.replace("<", "&lt;").replace(">", "&gt;"))
        )
    assert said in raised.value.sentence()
    assert len(raised.value.sentence()) < 300
    assert "“”" not in raised.value.sentence()
    assert str(raised.value).startswith("The template cannot be used: ")
    assert raised.value.exit_status == 3


def zipped(entries: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


NO_WORD_FILE = "it is not a Word file (.docx)"
ANOTHER_ARCHIVE = "it is an archive, not a Word file (.docx)"
ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def with_entity(template: bytes, encoding: str) -> bytes:
    xml = parts(template)[DOCUMENT].decode().replace("?>", f"?>{ENTITY}", 1).replace("UTF-8", encoding)
    return with_part(template, DOCUMENT, xml.encode(encoding))


def as_docm(template: bytes) -> bytes:
    plain, macro = "vnd.openxmlformats-officedocument.wordprocessingml.document", "vnd.ms-word.document.macroEnabled"
    return with_text(template, f"{plain}.main", f"{macro}.main", "[Content_Types].xml")


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", NO_WORD_FILE),
    "no archive": (lambda _: b"PK\x03\x04 no archive", ANOTHER_ARCHIVE),
    "cut off": (lambda template: template[: len(template) // 2], NO_WORD_FILE),
    "another archive": (lambda _: zipped({"readme.txt": b"hello"}), ANOTHER_ARCHIVE),
    "no body": (lambda template: with_part(template, DOCUMENT, b"<document/>"), NO_WORD_FILE),
    "open tag": (lambda template: with_part(template, DOCUMENT, b"<w:document"), "its XML is broken"),
    "no text": (lambda template: with_part(template, "word/styles.xml", b"\xff"), "its XML is broken"),
    "entity": (lambda template: with_entity(template, "UTF-8"), "declares a document type"),
    "entity in UTF-16": (lambda template: with_entity(template, "UTF-16"), "declares a document type"),
    "macro": (lambda template: with_part(template, "word/vbaProject.bin", b"macro"), "it contains macros"),
    "docm": (as_docm, "it contains macros"),
}


@pytest.mark.parametrize(("spoilt", "said"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_template_is_refused(plan: Plan, template: bytes, spoilt: Callable[[bytes], bytes], said: str) -> None:
    with pytest.raises(TemplateError) as raised:
        render_decision(plan, spoilt(template))
    assert said in raised.value.sentence()


def test_a_bomb_is_refused_before_it_is_unpacked(plan: Plan, template: bytes) -> None:
    bomb = zipped({**parts(template), "word/media/image1.png": bytes(package.LARGEST)})
    assert len(bomb) < 200_000
    with pytest.raises(TemplateError, match="more than 64 MB"):
        render_decision(plan, bomb)


def test_an_encrypted_archive_is_refused(plan: Plan, template: bytes) -> None:
    locked = bytearray(zipped(parts(template), ZIP_STORED))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    locked[6] |= 1
    with pytest.raises(TemplateError, match="not a Word file"):
        render_decision(plan, bytes(locked))


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_template_gives_a_document_or_one_error(plan: Plan, template: bytes, data: st.DataObject) -> None:
    """The parts are stored, so that a changed byte reaches the XML and the tags in it."""
    damaged = bytearray(zipped(parts(template), ZIP_STORED))
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), max_size=4)
    ):
        damaged[place] = byte
    with suppress(TemplateError):
        assert render_decision(plan, bytes(damaged)).startswith(b"PK")


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_xml_gives_a_document_or_one_error(plan: Plan, template: bytes, data: st.DataObject) -> None:
    """As before, but the archive's checksums hold."""
    name = data.draw(st.sampled_from([DOCUMENT, "word/styles.xml", "word/header1.xml", "[Content_Types].xml"]))
    part = bytearray(parts(template)[name])
    for place, byte in data.draw(st.lists(st.tuples(st.integers(0, len(part) - 1), st.integers(32, 126)), max_size=4)):
        part[place] = byte
    with suppress(TemplateError):
        assert render_decision(plan, with_part(template, name, bytes(part))).startswith(b"PK")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 'a'.ljust(99999999999) }}",
        "{{ 'a'.zfill(99999999999) }}",
        "{{ '{:>99999999999}'.format(1) }}",
        "{{ 'x'['ljust'](99999999999) }}",
        "{{ ('a' ~ 'b').replace('a', plan.title) }}",
        "{{ 'a'|center(99999999999) }}",
        "{{ '%99999999999s'|format('a') }}",
        "{{ '%99999999999d' % 1 }}",
        "{{ [1]|slice(99999999999)|list }}",
        "{{ [1]|batch(99999999999, 'a')|list }}",
        f"{{{{ plan.title|replace('', '{'a' * 400}')|replace('a', '{'a' * 400}') }}}}",
        *(
            f"{{% set x = namespace(v={first}) %}}{{% for a in '{'a' * 20}' %}}{{% set x.v = {more} %}}{{% endfor %}}"
            for first, more in (
                ("'aaaaaaaaaa'", "x.v ~ x.v"),
                ("'aaaaaaaaaa'", "x.v + x.v"),
                ("['a']", "x.v + x.v"),
                ("'aaaaaaaaaa'", "[x.v, x.v]|join"),
                ("'aaaaaaaaaa'", "(x.v ~ 'b')|map('string')|join(x.v)"),
                ("'aaaaaaaaaa'", "[{'v': x.v}, {'v': x.v}]|join(attribute='v')"),
            )
        ),
        "{% for a in 'aaaaaaaaaa' * 2 %}{% endfor %}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for a in [[]] recursive %}{{ loop([[]]) }}{% endfor %}",
        "{{ 'aaaa'|map('\x00', -999999999)|list }}",
        "{{ 'aaaa'|truncate(-999999999) }}",
    ],
)
def test_no_tag_can_fill_the_memory(plan: Plan, tag: str) -> None:
    with pytest.raises(TemplateError):
        render_decision(plan, small_file(p(tag)))


DOUBLED = "{% set x = namespace(v=[1], w=[1]) %}" + "{% set x.v = [x.v, x.v] %}{% set x.w = [x.w, x.w] %}" * 60
LOOPS = "".join(f"{{% for {name} in '{'a' * 40}' %}}" for name in "abc")
LONG = f"{{% set x = [{','.join('1' * 2000)}] %}}"


@pytest.mark.parametrize(
    "end", ["{{ x.v }}", "{{ x.v|string|length }}", "{{ x.v|join }}", "{% if x.v == x.w %}{% endif %}"]
)
@pytest.mark.parametrize(
    "doubled",
    [DOUBLED, DOUBLED.replace("[x.v, x.v]", "(x.v, x.v)"), DOUBLED.replace("[x.v, x.v]", "dict(a=x.v, b=x.v)")],
)
def test_nothing_is_put_together_of_itself_over_and_over(plan: Plan, doubled: str, end: str) -> None:
    with pytest.raises(TemplateError, match="not allowed in a template"):
        render_decision(plan, small_file(p(doubled + end)))


@pytest.mark.parametrize(
    "words",
    ["plan", "plan.sections", "plan|string", "plan.sections|upper", "[plan]|join", "plan ~ ''", "namespace(a=1)"],
)
def test_a_list_or_record_is_no_words(plan: Plan, words: str) -> None:
    with pytest.raises(TemplateError, match="not allowed in a template"):
        render_decision(plan, small_file(p(f"{{{{ {words} }}}}")))


@pytest.mark.parametrize(
    "inside",
    [
        "{% if x == x %}{% endif %}",
        "{% set y = x[1:] %}",
        "{% if 2 in x %}{% endif %}",
        "{% if x is eq x %}{% endif %}",
        "{% if x|sort %}{% endif %}",
        "{% if (x + x)|unique %}{% endif %}",
        "{% if x|select|sort %}{% endif %}",
        "{% if x|select|select|select|select|list %}{% endif %}",
        f"{{% if ['{'Ă' * 5000}', '{'Â' * 5000}']|sort %}}{{% endif %}}",
    ],
)
def test_what_is_done_with_long_lists_in_loops_is_counted(plan: Plan, inside: str) -> None:
    with pytest.raises(TemplateError, match="more of the plan's words than a document can hold"):
        render_decision(plan, small_file(p(LONG + LOOPS + inside + "{% endfor %}" * 3)))


def test_numbers_have_an_end_too(plan: Plan) -> None:
    tag = f"{{% set x = namespace(v=9) %}}{LOOPS}{{% set x.v = x.v + x.v %}}{'{% endfor %}' * 3}"
    with pytest.raises(TemplateError, match="more of the plan's words than a document can hold"):
        render_decision(plan, small_file(p(tag)))


FULL = "a" * 50_000
TOO_MUCH = "more of the plan's words than a document can hold"


@pytest.mark.parametrize(
    ("fits", "more"),
    [
        (f"('{FULL}' + '{FULL}')", f"('{FULL}' + '{FULL}b')"),
        (f"['{FULL}', '{FULL}']|join", f"['{FULL}', '{FULL}']|join('b')"),
        (f"'{FULL}'|replace('a', 'aa')", f"'{FULL}b'|replace('a', 'aa')"),
        (f"'{FULL}{FULL}'", f"'{FULL}{FULL}b'"),
    ],
    ids=["sum", "join", "replace", "paragraph"],
)
def test_what_is_put_together_is_as_long_as_a_paragraph_may_be_and_no_longer(plan: Plan, fits: str, more: str) -> None:
    assert paragraphs(render_decision(plan, small_file(p(f"{{{{ {fits} }}}}")))) == [FULL + FULL]
    with pytest.raises(TemplateError, match=TOO_MUCH):
        render_decision(plan, small_file(p(f"{{{{ {more} }}}}")))


@pytest.mark.parametrize(
    ("tag", "letters"),
    [
        ("{{ words }}", 4),
        ("{{ number }}", 10),
        ("{{ words + words }}", 8 + 8),
        ("{{ number + number }}", 20 + 11),
        ("{{ [words, words]|join('-') }}", 50 + 1 + 2 * (50 + 4) + 1 + 10 + 9),
        ("{% if [number]|select|sort %}{% endif %}", (50 + 1 + 60) + (50 + 1 + 1) + 60),
        ("{{ words|replace('o', '--') }}", 50 + 1 + 4 + 1 + 2 + 5 + 5),
        ("{{ words|upper }}", 50 + 4 + 4),
        ("{% if words == number %}{% endif %}", 4 + 10),
        ("{% set part = words[1:] %}", 4),
        ("{% for sign in words %}abc{% endfor %}", 4 * (50 + 50 + 3)),
        (
            "{% for sign in words %}{% if sign %}a{% elif no %}bcd{% else %}ef{% endif %}{% endfor %}",
            4 * (100 + 50 + 53),
        ),
        ("{% for sign in words %}{% for one in sign %}abcd{% endfor %}{% endfor %}", 4 * (150 + 100 + 4)),
        ("{% macro m() %}abcde{% endmacro %}{% set made = m() %}", 5 + 1),
        ("{{ words.upper() }}", 4 + 4),
    ],
)
def test_what_tags_make_is_counted(tag: str, letters: int) -> None:
    sandbox = Sandbox()
    sandbox.from_string(tag).render(words="word", number=1000)
    assert MOST_LETTERS - sandbox.letters == letters


def test_there_is_an_end_to_what_is_counted() -> None:
    sandbox = Sandbox()
    sandbox.spend(128_000_000)
    with pytest.raises(TooMuchError):
        sandbox.spend(1)
    sandbox.letters = 100 * 128_000
    with pytest.raises(TooMuchError):
        sandbox.from_string("{% for a in words %}{% endfor %}").render(words="a" * 128_001)


def test_flat_lists_and_pairs_are_as_in_any_template(plan: Plan) -> None:
    tag = (
        "{% set found = namespace(all=[]) %}{% for one in [plan, plan] %}{% set found.all = found.all + [one.title] %}"
        "{% endfor %}{% set a, b = 1, 2 %}{{ found.all|join(', ') }} {{ a + b }} {{ dict(dict(c=3), d=4).c }}"
        "{% for key, value in {'e': 5}.items() %} {{ key }}{{ value }}{% endfor %}"
        "{% if 1 < a + 1 < 3 and plan.title in found.all and found.all|length is even %}"
        " {{ plan.title[:2] }}{% endif %}"
    )
    assert f"{plan.plan.title}, {plan.plan.title} 3 3 e5 {plan.plan.title[:2]}" in paragraphs(
        render_decision(plan, small_file(p(tag)))
    )


def test_what_inner_loops_make_is_counted_once(plan: Plan) -> None:
    outer = "".join(f"{{% for {name} in '{'a' * 25}' %}}" for name in "abc")
    ways = f"{{% if a %}}{{% elif b %}}{'x' * 5_000}{{% else %}}{'x' * 5_000}{{% endif %}}"
    tag = f"{outer}{{% for d in '' %}}{'x' * 9_000}{{% endfor %}}{ways}{'{% endfor %}' * 3}"
    assert paragraphs(render_decision(plan, small_file(p(f"a{tag}b")))) == ["ab"]


def test_no_loops_go_on_for_ever(plan: Plan) -> None:
    tag = "".join(f"{{% for {name} in '{'a' * 40}' %}}" for name in "abcdefg") + "{% endfor %}" * 7
    with pytest.raises(TemplateError, match="more of the plan's words than a document can hold"):
        render_decision(plan, small_file(p(tag)))
    few = "{% for a in 'ab' %}{% for b in 'cd' %}{{ a ~ b }}{{ loop.length }} {% endfor %}{% endfor %}"
    assert "ac2 ad2 bc2 bd2 " in paragraphs(render_decision(plan, small_file(p(few))))


SEVEN = "{% endfor %}" * 7
WIDE = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"


@pytest.mark.parametrize(
    "loops",
    [
        "".join(f"{{% for {name} in ({','.join('1' * 40)}) %}}" for name in "abcdefg") + SEVEN,
        "".join(f"{{% for {name} in '{WIDE}'|list %}}" for name in "abcdefg") + SEVEN,
        "".join(f"{{% for {name} in '{WIDE}' if {name} %}}" for name in "abcdefg") + SEVEN,
        "".join(f"{{% for {name} in '{WIDE}'|map('upper') %}}" for name in "abcdefg") + SEVEN,
        "".join(f"{{% for {name} in plan.sections[0].tables[0].groups[0].tasks[0].content %}}" for name in "abcdefg")
        + SEVEN,
        "{% macro m(n) %}{% for a in 'aaaaaaaaaaaa' %}{{ m(n) if n }}{% endfor %}{% endmacro %}{{ m(9) }}",
    ],
)
def test_loops_in_loops_have_an_end_whatever_they_go_through(plan: Plan, loops: str) -> None:
    with pytest.raises(TemplateError):
        render_decision(plan, small_file(p(loops)))


TWICE = "replace('a', 'aaaaaaaaaa')"


@pytest.mark.parametrize(
    "chain",
    [
        "{{ plan.title" + f"|replace('', '{WIDE}')" * 6 + " }}",
        "{{ 'a'" + f"|{TWICE}" * 12 + " }}",
        "{% set x = 'a'" + f"|{TWICE}" * 12 + " %}{{ x|length }}",
        "{% set x = namespace(v='a') %}" + "{% for a in '" + WIDE + "' %}{% set x.v = x.v|" + TWICE + " %}{% endfor %}",
        "{% filter " + "|".join([TWICE] * 12) + " %}a{% endfilter %}",
        "{% macro m(w) %}{{ w|" + TWICE + " }}{% endmacro %}{{ " + "m(" * 12 + "'a'" + ")" * 12 + " }}",
    ],
)
def test_words_put_in_place_of_words_over_and_over_have_an_end(plan: Plan, chain: str) -> None:
    with pytest.raises(TemplateError):
        render_decision(plan, small_file(p(chain)))


def test_a_machine_without_memory_is_told(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_anything: object) -> None:
        raise MemoryError

    monkeypatch.setattr("kshc_cli.documents.rendering.sandbox.Sandbox.spend", none_left)
    with pytest.raises(TemplateError, match="more of the plan's words than a document can hold"):
        render_decision(plan, small_file(p("{{ plan.title }}")))


def test_the_harmless_methods_of_words_may_be_called(plan: Plan) -> None:
    document = render_decision(plan, small_file(p("{{ plan.title.lower() }} {{ plan.title|lower }}")))
    assert "kế hoạch kế hoạch" in paragraphs(document)
