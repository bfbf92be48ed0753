"""Parts paragraphs where tabs or line breaks set components side by side or under each other."""

import re
from collections.abc import Iterator

from kshc_cli.dataclass import replace
from kshc_cli.documents.word.body import Paragraph, Run


def pieces(paragraph: Paragraph, signs: str) -> Iterator[Paragraph]:
    """Part a paragraph at each of ``signs``, which are tabs or line breaks; empty pieces are kept."""
    if not any(sign in paragraph.text.strip() for sign in signs):
        yield paragraph
        return
    found: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *others = re.split(f"[{signs}]", run.text)
        found[-1].append(run._replace(text=first))
        found += [[run._replace(text=other)] for other in others]
    yield from (replace(paragraph, runs=tuple(runs)) for runs in found)


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return a paragraph with only the text from ``start`` to ``end``; its label stays with its beginning."""
    runs = []
    offset = 0
    for run in paragraph.runs:
        if run.format.hidden:
            continue
        text = run.text[max(0, start - offset) : max(0, end - offset)]
        offset += len(run.text)
        if text:
            runs.append(run._replace(text=text))
    return replace(paragraph, runs=tuple(runs), label=paragraph.label if start == 0 else "")
