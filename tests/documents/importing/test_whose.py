"""Whose a duty is by its sentence, in a document that names no body elsewhere; whose.tsv has a line for each sentence.

A line is who leads, a bar and who helps, nothing where that is told to be not sure; then the sentence.
"""

from pathlib import Path

from kshc_cli.documents.importing.document import imported
from kshc_cli.reading.tasks import read_plan
from tests.documents.importing.handed_out import of_ward
from tests.documents.word_xml import p, read

LINES = [line.split("\t") for line in (Path(__file__).parent / "whose.tsv").read_text(encoding="utf-8").splitlines()]


def test_each_duty_is_theirs_whom_its_sentence_names() -> None:
    body = "".join(p(f"{number}. {words}") for number, (_whose, words) in enumerate(LINES, 1))
    found = imported(read(of_ward("CHỈ THỊ", body)))
    names = {one.id: one.name for one in found.plan.agencies}
    whose = {
        one.task.content: " | ".join(
            "; ".join(names[body] for body in cell.agencies) for cell in (one.lead, one.coop) if cell.agencies
        )
        for one in read_plan(found.plan).tasks
    }
    assert [(whose.get(words, ""), words) for _whose, words in LINES] == [tuple(line) for line in LINES]
