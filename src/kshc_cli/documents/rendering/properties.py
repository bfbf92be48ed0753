"""The properties of a rendered file: title and author from the plan, dates from the decision, none from a machine."""

import zlib
from collections.abc import Mapping
from datetime import date
from html import escape
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.word.package import COMPOUND, FIRST_DAY
from kshc_cli.plan.model import Plan

_CORE: Final = "docProps/core.xml"
_APPLICATION: Final = "docProps/app.xml"

_CORE_XML: Final = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>\
<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified><dc:language>vi-VN</dc:language>\
</cp:coreProperties>"""

_LONGEST: Final = 65536
"""How much of a part is looked at, in bytes; Word's own has about 700."""
_OWN: Final = b"<Application>kshc</Application>"
_APPLICATION_XML: Final = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>kshc</Application></Properties>"""


@dataclass(frozen=True, slots=True)
class FileProperties:
    """What a file tells of itself; ``day`` is its first and last."""

    title: str
    author: str
    day: date


def day_of_document(plan: Plan) -> date:
    """Return the day that the files of ``plan`` bear; a draft is dated on the first day of its year."""
    return plan.act.date or date(plan.year, 1, 1)


def properties(told: FileProperties, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the property parts in place of those in ``parts``."""
    core = _CORE_XML.format(
        title=escape(told.title, quote=False),
        author=escape(told.author, quote=False),
        moment=f"{told.day.isoformat()}T00:00:00Z",
    )
    made = {_CORE: core.encode(), _APPLICATION: _APPLICATION_XML.encode()}
    return {name: data for name, data in made.items() if name in parts}


def is_another_ones(data: bytes) -> bool:
    """Tell whether another program saved a Word file last: somebody's document, or edits of kshc's own.

    Word and LibreOffice say their names; a program that leaves kshc's where it was packs the parts on another day.
    """
    if data.startswith(COMPOUND):
        return True
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(_APPLICATION) as stream:
            return _OWN not in stream.read(_LONGEST) or any(part.date_time != FIRST_DAY for part in archive.infolist())
    except (BadZipFile, KeyError, EOFError, RuntimeError, zlib.error):  # no Word file, or one that cannot be read
        return False
