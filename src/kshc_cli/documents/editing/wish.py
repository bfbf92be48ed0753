"""What somebody changed in the Word file of a plan."""

from collections.abc import Container, Iterator, Mapping, Sequence

from kshc_cli.compare.edited import Item, Kept, NotTaken, Wish
from kshc_cli.documents.editing.additions import additions
from kshc_cli.documents.editing.arranged import arranged
from kshc_cli.documents.editing.base import Base, base_of
from kshc_cli.documents.editing.edited_file import EditedFile
from kshc_cli.documents.editing.new_columns import NewColumns
from kshc_cli.documents.editing.paragraphs import text_wish, unclear
from kshc_cli.documents.editing.rows import row_wish
from kshc_cli.documents.editing.shown import marks_in, shown_by
from kshc_cli.documents.editing.stamps import with_stamps
from kshc_cli.documents.word.body_reader import body_of
from kshc_cli.documents.word.package import opened
from kshc_cli.documents.word.rejecting import before_changes
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan


def edited_document(data: bytes, *, original: bool = False) -> EditedFile:
    """Return an edited Word file; with ``original`` tracked changes do not count. Raises ``WordFileError``."""
    parts = opened(data)
    base = base_of(parts)
    return EditedFile(
        "docx", base.plan, lambda plan, _logged: wish_of(before_changes(parts) if original else parts, base, plan)
    )


def wish_of(parts: Mapping[str, bytes], base: Base, plan: Plan) -> Wish:
    """Return what is changed in the parts of a Word file of ``plan`` against its base. Raises ``WordFileError``."""
    body = body_of(parts)
    found = arranged(body.blocks, base, marks_in(parts, len(base.paragraphs)), len(plan.plan.sections))
    base, marks, order, parted = found
    if parted:
        return Wish({}, {}, tuple(NotTaken(_moved_in_part(), heading) for heading in parted))
    shown, sections, tables = additions(base, shown_by(body, base, marks), plan, order)
    new_columns = NewColumns(plan, may_share=not (sections or tables))
    text, rows = text_wish(base, shown, plan), row_wish(base, shown.rows, new_columns)
    values = {**text.values, **rows.values}
    lists = {**text.lists, **rows.lists, **tables}
    gone = [*_gone_sections(base, values, lists)]
    lists = {path: items for path, items in lists.items() if path[:3] not in gone}
    values = {path: words for path, words in values.items() if path[:3] not in gone}
    if gone or sections or order != tuple(range(len(order))):
        kept = tuple(_sections(order, gone, sections))
        lists |= {("plan", "sections"): kept} if kept else {}
    values, unread = with_stamps(values, plan)
    untold = [*shown.not_taken.values()]
    named = {one.words for one in untold}
    above = {*shown.above.values()}
    told = (one for one in text.not_taken if one.words not in named and not _is_named(one, above))
    return Wish(values, lists, (*told, *unread, *untold, *rows.not_taken))


def _is_named(one: NotTaken, above: Container[str]) -> bool:
    """Tell whether it is a new paragraph that another finding names, about the table below it."""
    return one.words in above and one.sentence == unclear()


def _moved_in_part() -> str:
    return _(
        "the section was moved, but not all of its tables with it, so that nothing of this file is taken over: move it "
        "as a whole"
    )


def _sections(order: Sequence[int], gone: Container[Path], new: Mapping[int, Sequence[Item]]) -> Iterator[Item]:
    for number in (*order, len(order)):
        yield from new.get(number, ())
        path: Path = ("plan", "sections", number)
        if number < len(order) and path not in gone:
            yield Kept(path)


def _is_section(path: Path) -> bool:
    return path[:2] == ("plan", "sections")


def _gone_sections(base: Base, values: Mapping[Path, str | None], lists: Mapping[Path, tuple[Item, ...]]) -> list[Path]:
    """Return the sections of which nothing is left: neither heading nor paragraphs, and no tables."""
    own: dict[Path, set[Path]] = {}
    for one in base.paragraphs:
        for piece in one.pieces:
            if piece.path is not None and _is_section(piece.path):
                own.setdefault(piece.path[:3], set()).add(piece.path)
    return [
        section
        for section, paths in own.items()
        if not any("tables" in path for path in paths)
        and (*section, "heading") in paths
        and values.get((*section, "heading"), "") is None
        and all(path[-1] == "heading" or lists.get(path[:4]) == () for path in paths)
    ]
