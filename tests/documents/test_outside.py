"""A stranger's template takes in nothing that lies elsewhere, however it asks for it."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from kshc_cli.documents.rendering.template import template_parts
from kshc_cli.documents.rendering.template_check import check_template
from kshc_cli.documents.word.errors import WordFileError
from tests.conftest import EXAMPLES, Kshc
from tests.documents.word_file import W, parts, with_part, with_text
from tests.documents.word_xml import p, word_file

ELSEWHERE = "file:///srv/office/secret.png"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VML = "urn:schemas-microsoft-com:vml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def related(name: str, kind: str, mode: str = "External") -> bytes:
    """Return a template with a relationship of a part to the secret."""
    relationship = f'<Relationship Id="r9" Type="{OFFICE}/{kind}" Target="{ELSEWHERE}" TargetMode="{mode}"/>'
    xml = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationship}</Relationships>'
    return with_part(word_file(p("{{ plan.title }}")), name, xml.encode())


def with_run(inside: str, data: bytes | None = None) -> bytes:
    return with_text(data or word_file(p("{{ plan.title }}")), "</w:p>", f"<w:r>{inside}</w:r></w:p>")


def field(words: str) -> str:
    half = len(words) // 2
    texts = "".join(f"<w:instrText>{part}</w:instrText>" for part in (words[:half], words[half:]))
    return f'<w:fldChar w:fldCharType="begin"/>{texts}<w:fldChar w:fldCharType="end"/>'


@pytest.mark.parametrize(
    "name",
    ["word/_rels/document.xml.rels", "word/_rels/header1.xml.rels", "word/_rels/settings.xml.rels", "_rels/x.rels"],
)
@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject", "frame", "subDocument", "mailMergeSource"])
def test_relationships_that_lead_out_are_refused(name: str, kind: str) -> None:
    with pytest.raises(WordFileError, match="secret"):
        check_template(related(name, kind))


@pytest.mark.parametrize(
    "inside",
    [
        field(f'INCLUDEPICTURE "{ELSEWHERE}" \\d'),
        field(f' includetext "{ELSEWHERE}"'),
        field(f"DDEAUTO {ELSEWHERE}"),
        field(f"DDEAUTO {ELSEWHERE}").replace('<w:fldChar w:fldCharType="end"/>', ""),
        f'<w:fldSimple w:instr=" LINK Excel.Sheet {ELSEWHERE} "/>',
        f'<v:imagedata xmlns:v="{VML}" src="{ELSEWHERE}"/>',
        f'<v:fill xmlns:v="{VML}" xmlns:o="urn:schemas-microsoft-com:office:office" o:href="{ELSEWHERE}"/>',
    ],
)
def test_fields_and_addresses_that_lead_out_are_refused(inside: str) -> None:
    with pytest.raises(WordFileError, match="nothing from elsewhere"):
        template_parts(with_run(inside))


def test_the_remedy_is_to_take_it_out(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(related("word/_rels/document.xml.rels", "image"))
    remedy = "Take out the picture, link, field or attached template that names it."
    assert remedy in kshc("template", "check", tmp_path / "mau.docx").out
    plan = EXAMPLES / "sound.yaml"
    printed = kshc("render", "docx", "--plan", plan, "--template", tmp_path / "mau.docx", "--out", tmp_path / "o.docx")
    assert (printed.status, printed.err.rstrip().endswith(remedy)) == (3, True)


def test_a_picture_that_hides_behind_a_link_is_refused() -> None:
    data = related("word/_rels/document.xml.rels", "hyperlink")
    for attribute in ("link", "embed"):
        with pytest.raises(WordFileError, match="secret"):
            template_parts(with_run(f'<a:blip xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" r:{attribute}="r9"/>', data))


SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"


def drawing(inside: str) -> bytes:
    return f'<?xml version="1.0"?>\n<svg xmlns="{SVG}" xmlns:x="{XLINK}"><rect/>{inside}</svg>'.encode()


@pytest.mark.parametrize("name", ["word/media/image1.svg", "word/media/image1.png", "word/fonts/font1.odttf"])
@pytest.mark.parametrize("stored", [bytes, gzip.compress, lambda data: data.decode().encode("utf-16")])
@pytest.mark.parametrize(
    "inside",
    [
        f'<image x:href="{ELSEWHERE}"/>',
        f'<g><use href="{ELSEWHERE}#a"/></g>',
        f'<rect style="fill: url( {ELSEWHERE}#b )"/>',
        f"<style>@import '{ELSEWHERE}';</style>",
        f'<image href="data:image/svg+xml,{ELSEWHERE}"/>',
    ],
)
def test_drawings_that_lead_out_are_refused_under_any_name(
    name: str, stored: Callable[[bytes], bytes], inside: str
) -> None:
    with pytest.raises(WordFileError, match="secret"):
        template_parts(with_part(word_file(p("")), name, stored(drawing(inside))))


def test_the_address_that_a_style_names_is_told() -> None:
    with pytest.raises(WordFileError) as refused:
        template_parts(with_part(word_file(p("")), "a.svg", drawing(f'<rect fill="url( {ELSEWHERE}#b )"/>')))
    assert f"{ELSEWHERE}#b" in str(refused.value)
    assert "url(" not in str(refused.value)


@pytest.mark.parametrize("head", [b"%!PS-Adobe-3.0", b"\xc5\xd0\xd3\xc6", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'])
def test_pictures_that_are_programs_or_name_entities_are_refused(head: bytes) -> None:
    with pytest.raises(WordFileError, match=r"image1\.png"):
        template_parts(with_part(word_file(p("")), "word/media/image1.png", head))


@pytest.mark.parametrize("kind", ["aFChunk", "subDocument"])
@pytest.mark.parametrize("mode", ["Internal", "External"])
def test_whole_documents_are_refused_also_those_that_the_file_holds(kind: str, mode: str) -> None:
    with pytest.raises(WordFileError, match="secret"):
        template_parts(related("word/_rels/document.xml.rels", kind, mode))


@pytest.mark.parametrize(
    "pieces",
    [
        ("<w:instrText>INC</w:instrText>", f"<w:instrText>LUDETEXT {ELSEWHERE}</w:instrText>"),
        ("<w:t>INC</w:t>", f"<w:t>LUDETEXT {ELSEWHERE}</w:t>"),
        ("<w:delInstrText>INC</w:delInstrText>", f"<w:instrText>LUDETEXT {ELSEWHERE}</w:instrText>"),
    ],
)
def test_a_field_around_another_is_put_together(pieces: tuple[str, str]) -> None:
    begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    inner = f"{begin}<w:instrText>QUOTE</w:instrText>{separate}<w:t>x</w:t>{end}"
    outer = f"{begin}{pieces[0]}{inner}{pieces[1]}{separate}<w:t>x</w:t>{end}"
    with pytest.raises(WordFileError, match="LUDETEXT"):
        template_parts(with_run(outer))


def test_a_part_is_known_by_what_it_holds() -> None:
    field = f'<w:hdr xmlns:w="{W[1:-1]}"><w:fldSimple w:instr="INCLUDETEXT {ELSEWHERE}"/></w:hdr>'
    with pytest.raises(WordFileError, match="INCLUDETEXT"):
        template_parts(with_part(word_file(p("")), "word/header1.bin", field.encode()))


@pytest.mark.parametrize(
    "inside",
    [
        field("INC{# #}LUDETEXT /srv/secret"),
        field("{{ 'INC' }}LUDETEXT /srv/secret"),
        f'<v:imagedata xmlns:v="{VML}" src="{{{{ plan.title }}}}"/>',
    ],
)
def test_what_tags_put_together_is_refused_too(kshc: Kshc, tmp_path: Path, inside: str) -> None:
    template = tmp_path / "mine.docx"
    template.write_bytes(with_run(inside))
    result = kshc(
        "render", "docx", "--plan", EXAMPLES / "sound.yaml", "--template", template, "--out", tmp_path / "out.docx"
    )
    assert result.status == 3
    assert "nothing from elsewhere" in result.err
    assert not (tmp_path / "out.docx").exists()


def test_pictures_and_drawings_of_its_own_are_left_alone() -> None:
    own = '<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#b)" style="filter:url(&quot;#c&quot;)"/>'
    link = '<a href="https://example.org"><text>x</text></a><image x:href="data:image/png;base64,AAAA"/>'
    for name, data in {
        "a.svg": drawing(own + link).replace(b"\n", b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">'),
        "a.png": b"\x89PNG\r\n\x1a\n",
        "a.emz": gzip.compress(b"\x01\0\0\0"),
        "a.wmz": b"\x1f\x8bbroken",
        "a.odttf": b"<\x03\x9f",
    }.items():
        assert template_parts(with_part(word_file(p("")), f"word/media/{name}", data))


def test_links_fields_and_pictures_of_its_own_are_left_alone() -> None:
    data = related("word/_rels/document.xml.rels", "hyperlink")
    link = f'<w:hyperlink xmlns:r="{OFFICE}" r:id="r9"/>'
    picture = f'<v:imagedata xmlns:v="{VML}" xmlns:r="{OFFICE}" r:id="r3" title="src"/>'
    assert (
        parts(with_run(link + picture + field("PAGE") + field(" LINKED "), data)).keys()
        == template_parts(with_run(link + picture + field("PAGE") + field(" LINKED "), data)).keys()
    )
    assert template_parts(related("word/_rels/document.xml.rels", "image", "Internal"))
