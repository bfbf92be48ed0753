"""A stranger's template takes in nothing that lies elsewhere, however it asks for it."""

import pytest

from kshc_cli.documents.rendering.template import template_parts
from kshc_cli.documents.rendering.template_check import check_template
from kshc_cli.documents.word.errors import WordFileError
from tests.documents.word_file import parts, with_part, with_text
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
        f'<w:fldSimple w:instr=" LINK Excel.Sheet {ELSEWHERE} "/>',
        f'<v:imagedata xmlns:v="{VML}" src="{ELSEWHERE}"/>',
        f'<v:fill xmlns:v="{VML}" xmlns:o="urn:schemas-microsoft-com:office:office" o:href="{ELSEWHERE}"/>',
    ],
)
def test_fields_and_addresses_that_lead_out_are_refused(inside: str) -> None:
    with pytest.raises(WordFileError, match="nothing from elsewhere"):
        template_parts(with_run(inside))


def test_a_picture_that_hides_behind_a_link_is_refused() -> None:
    data = related("word/_rels/document.xml.rels", "hyperlink")
    for attribute in ("link", "embed"):
        with pytest.raises(WordFileError, match="secret"):
            template_parts(with_run(f'<a:blip xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" r:{attribute}="r9"/>', data))


def test_links_fields_and_pictures_of_its_own_are_left_alone() -> None:
    data = related("word/_rels/document.xml.rels", "hyperlink")
    link = f'<w:hyperlink xmlns:r="{OFFICE}" r:id="r9"/>'
    picture = f'<v:imagedata xmlns:v="{VML}" xmlns:r="{OFFICE}" r:id="r3" title="src"/>'
    assert (
        parts(with_run(link + picture + field("PAGE") + field(" LINKED "), data)).keys()
        == template_parts(with_run(link + picture + field("PAGE") + field(" LINKED "), data)).keys()
    )
    assert template_parts(related("word/_rels/document.xml.rels", "image", "Internal"))
