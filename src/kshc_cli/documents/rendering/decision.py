"""The Word document of a plan: the decision, and the plan attached to it (Nghị định 30/2020/NĐ-CP, Mẫu 1.3)."""

import re
from typing import Final

from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.documents.rendering.fitting import fit
from kshc_cli.documents.rendering.properties import properties
from kshc_cli.documents.rendering.tags import filled
from kshc_cli.documents.rendering.words import printed
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.package import DOCUMENT, opened, packed, parsed, serialised
from kshc_cli.documents.word.styles import styles_of
from kshc_cli.plan.model import Plan

_WITH_TAGS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


def render_decision(plan: Plan, template: bytes) -> bytes:
    """Return the Word file that ``template`` makes of ``plan``; the same plan gives the same bytes.

    Raises ``TemplateError`` where the template is no usable Word file or a tag in it cannot be filled.
    """
    try:
        return _rendered(plan, opened(template))
    except WordFileError as fault:
        raise TemplateError(fault.reason) from fault


def _rendered(plan: Plan, parts: dict[str, bytes]) -> bytes:
    from lxml import etree

    words = printed(plan)
    names = {
        "issuer": words.issuer,
        "decision": words.decision,
        "issuance": words.issuance,
        "plan": words.plan,
    }
    tables = [table for section in words.plan.sections for table in section.tables]
    for name in filter(_WITH_TAGS.fullmatch, tuple(parts)):
        root = parsed(filled(etree.tostring(parsed(parts[name]), encoding="unicode"), names))
        if name == DOCUMENT:
            fit(root, styles_of(parts), tables)
        parts[name] = serialised(root)
    return packed(parts | properties(plan, parts))
