"""What a person should look at before the plan is used, though each word of the document has found its place."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.documents.components.act import Act
from kshc_cli.documents.importing.ledger import warning
from kshc_cli.documents.importing.words import as_read, lines_of, running
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.reading.folding import fold

NO_PLAN: Final = "no-plan-title"
NO_DUTY: Final = "deadline-without-duty"

_PLANS: Final = re.compile(
    r"\b(?:ke hoach|chuong trinh|de an|phuong an|lich (?:cong tac|lam viec|trinh)|nhiem vu|(?<!bo )phan cong|tien do)\b"
)
"""Words by one of which a document that plans calls itself, or what it issues."""
_DEADLINE: Final = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót)\b(?:\W+\w+){0,4}?\W+(?:ngày|tháng|quý)\W+"
    r"(?:\d|\[|…|\.\.|cuối\b)"
    r"|\b(?:trước|chậm nhất|muộn nhất)(?:\W+\w+){0,2}?\W+\d{1,2}[/.-]\d{1,2}\b"
    r"|\bđịnh kỳ\s+(?:(?:hằng|hàng|mỗi|0?[36])\s+)?(?:tuần|tháng|quý|năm)\b",
    re.IGNORECASE,
)
"""Words that say by when or how often something is due."""


def titled_otherwise(acts: Iterable[Act | None]) -> Iterator[Finding]:
    """Yield a warning where a text that issues a plan, or is it, has a title, and none says that it plans."""
    titled = [act for act in acts if act and (act.title or act.subject)]
    words = " ".join(f"{act.name} {running((*act.title, *act.subject, *act.reference))}" for act in titled)
    if titled and not _PLANS.search(fold(words)):
        message = _("No title of this document says that it is a plan.")
        remedy = _("Check that its tables hold tasks of your office before you use this plan.")
        title = (*titled[0].title, *titled[0].subject)
        yield warning(NO_PLAN, title, message, remedy, lines_of(title))


def untold_duties(plan: Plan, paragraphs: Iterable[Paragraph]) -> Iterator[Finding]:
    """Yield a warning for each of a plan's ``paragraphs`` that names a deadline and has no duty that is followed."""
    sections = plan.plan.sections
    followed = {as_read(one.text) for section in sections for one in section.paragraphs if one.duties}
    followed |= {line for section in sections for item in section.items for line in as_read(item.text).split("\n")}
    for paragraph in paragraphs:
        words = lines_of((paragraph,))
        if (found := _DEADLINE.search(words)) and words not in followed:
            message = _("The paragraph says by when or how often something is due, and is no task: it is not followed.")
            remedy = _("To follow it, quote its words as a duty (duties) of the paragraph in the plan.")
            yield warning(NO_DUTY, (paragraph,), message, remedy, words[found.start() :])
