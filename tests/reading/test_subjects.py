"""Sentences that have a subject of their own, so that whoever stands above them owes nothing by them: subjects.tsv."""

from pathlib import Path

from kshc_cli.reading.sentences.headings import is_others

LINES = (Path(__file__).parent / "subjects.tsv").read_text(encoding="utf-8").splitlines()


def test_people_and_units_that_begin_a_sentence_are_its_own_subject() -> None:
    sentences = [line.partition("\t")[2] for line in LINES]
    assert [f"{'yes' if is_others(one) else 'no'}\t{one}" for one in sentences] == LINES
