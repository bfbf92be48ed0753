"""Tasks in paragraphs of which a part alone would be taken over from an edited file."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from kshc_cli.compare.edited import NotTaken
from kshc_cli.documents.editing.shown import Line
from kshc_cli.documents.editing.text import item_of
from kshc_cli.findings import Path


def torn_tasks(
    values: Mapping[Path, str | None], shown: Sequence[Line], not_taken: Collection[NotTaken]
) -> Iterator[Path]:
    """Yield the tasks whose new words stand nowhere together in the file, nor in what of it was not told."""
    said = [one.words for one in shown]
    told = {one.words for one in not_taken}
    taken = [words for words in said if words not in told]
    for path, words in values.items():
        item = item_of(path)
        if item is None or item[-2] != "items" or not words:
            continue
        lines = words.split("\n")
        if not _stand_together(lines, said) and not _stand_together(lines, taken):
            yield item


def _stand_together(lines: Sequence[str], said: Sequence[str]) -> bool:
    starts = (at for at, words in enumerate(said) if lines[0] in words)
    return any(
        len(said) - at >= len(lines) and all(one in words for one, words in zip(lines, said[at:], strict=False))
        for at in starts
    )
