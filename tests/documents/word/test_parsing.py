"""The XML of a Word file takes nothing in from elsewhere, whatever it asks for; files with a DTD are refused before."""

from pathlib import Path

import pytest

from kshc_cli.documents.word.package import parsed


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file whose words no document may show."""
    path = tmp_path / "secret.txt"
    path.write_text("mật", encoding="utf-8")
    return path


def test_an_entity_is_not_read_from_a_file(secret: Path) -> None:
    data = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'
    assert "mật" not in "".join(parsed(data.encode()).itertext(with_tail=False))
    data = '<!DOCTYPE a [<!ENTITY e "mật">]><a>&e;</a>'
    assert parsed(data.encode()).text is None


def test_a_document_type_is_not_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.dtd"
    path.write_text('<!ELEMENT a ANY><!ATTLIST a b CDATA "mật">', encoding="utf-8")
    root = parsed(f'<!DOCTYPE a SYSTEM "{path.as_uri()}"><a/>'.encode())
    assert (root.attrib, root.getroottree().docinfo.externalDTD) == ({}, None)
