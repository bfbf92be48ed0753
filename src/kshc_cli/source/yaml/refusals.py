"""What kshc refuses in a file, in sentences: what YAML would allow or take in silence and a plan has no use for."""

from kshc_cli.foreign.kinds import FileKind
from kshc_cli.messages import _
from kshc_cli.source.yaml.characters import shown
from kshc_cli.source.yaml.problems import Problem


def duplicate_key(key: str, offset: int, first: int) -> Problem:
    """Say that ``key`` stands a second time in its mapping; the first one is at ``first``."""
    message = _("“{key}” stands twice in the same mapping.").format(key=shown(key))
    return Problem("duplicate-key", offset, message, _("Delete or rename one of the two."), (first,))


def key_not_text(offset: int) -> Problem:
    """Say that a key is empty, a list or a mapping."""
    message = _("The name of a field is empty, or no text.")
    return Problem(
        "key-not-text", offset, message, _("Write a name before the colon, or put the whole text in quotes.")
    )


def tag(offset: int) -> Problem:
    """Say that a value has a YAML tag."""
    message = _("A value that begins with “!” is a YAML tag, and kshc takes none.")
    return Problem(
        "tag", offset, message, _("Put the whole value in quotes if “!” belongs to the words, else delete the tag.")
    )


def directive(offset: int) -> Problem:
    """Say that the file has a YAML directive."""
    message = _("A line that begins with “%” is a YAML directive, and kshc takes none.")
    return Problem("tag", offset, message, _("Delete the line."))


def too_deep(offset: int, limit: int) -> Problem:
    """Say that lists and mappings are nested beyond ``limit``."""
    message = _("Lists and mappings are nested deeper than {limit} levels.").format(limit=limit)
    return Problem("too-deep", offset, message, _("Check the brackets and the indentation; a plan needs far fewer."))


def too_many_nodes(offset: int, limit: int) -> Problem:
    """Say that the file has more than ``limit`` values."""
    message = _("The file has more than {limit} values.").format(limit=limit)
    return Problem("too-large", offset, message, _("Split the plan into several files."))


def too_many_bytes(limit: int) -> Problem:
    """Say that the file has more than ``limit`` bytes."""
    message = _("The file has more than {limit} bytes, the most that kshc reads.").format(limit=limit)
    return Problem("too-large", 0, message, _("Check that this is a plan; else split it into several files."))


def too_many_aliases(offset: int) -> Problem:
    """Say that the aliases stand for more than kshc repeats."""
    message = _("The aliases (“*name”) of this file repeat more than kshc takes.")
    return Problem("alias-limit", offset, message, _("Write the repeated values out."))


def recursive_alias(offset: int) -> Problem:
    """Say that an alias stands for a value that it is a part of."""
    message = _("This alias stands for a value that contains the alias itself.")
    return Problem("alias-limit", offset, message, _("Write the value out."))


def unknown_alias(name: str, offset: int) -> Problem:
    """Say that no anchor has the name of an alias."""
    message = _("“*{name}” is an alias, and no “&{name}” stands before it.").format(name=shown(name))
    return Problem("syntax", offset, message, _("Put the whole value in quotes if “*” belongs to the words."))


def second_document(offset: int) -> Problem:
    """Say that a second YAML document begins."""
    message = _("A second YAML document begins here; a file holds one plan.")
    return Problem(
        "several-documents", offset, message, _("Delete the line “---” or “...”, or move what follows to its own file.")
    )


def no_document() -> Problem:
    """Say that the file holds nothing."""
    message = _("The file is empty, or has only comments.")
    return Problem("empty-file", 0, message, _("Write a plan into it; a copy of another one is a good start."))


def merge_conflict(offset: int) -> Problem:
    """Say that git left both sides of a conflict in the file."""
    message = _("A merge conflict is not resolved here: the file holds both sides.")
    return Problem("merge-conflict", offset, message, _("Keep the lines that are right and delete git's marks."))


def not_utf8(offset: int) -> Problem:
    """Say that the bytes from ``offset`` on are not UTF-8."""
    message = _("The text is not UTF-8 from here on.")
    return Problem(
        "not-utf8", offset, message, _("Save the file as UTF-8; in an old font encoding (TCVN3, VNI) convert it first.")
    )


def encoded(encoding: str) -> Problem:
    """Say which encoding other than UTF-8 the file has."""
    message = _("The file is saved as {encoding}.").format(encoding=encoding)
    return Problem("not-utf8", 0, message, _("Save the file as UTF-8."))


def no_plan(kind: FileKind) -> Problem:
    """Say which kind of file it is, and what to do to get a plan of it."""
    return Problem("not-a-plan", 0, _("This is {kind}, not a plan.").format(kind=kind.name), kind.to_plan)
