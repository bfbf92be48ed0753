"""What was done to the words of the running text: paragraphs and headings that say something else now, or nothing."""

from collections import Counter
from typing import Final

from kshc_cli.compare.edited import NotTaken
from kshc_cli.documents.editing.lines import BaseLine
from kshc_cli.documents.editing.solving import Said, said_in
from kshc_cli.findings import Path
from kshc_cli.messages import _

LISTS: Final = frozenset(("bases", "articles", "recipients", "lines", "preamble", "paragraphs", "items"))
"""The lists whose items are paragraphs."""
_OPTIONAL: Final = (("issuer", "parent"), ("plan", "reference"))


def item_of(path: Path | None) -> Path | None:
    """Return the item of a list whose words stand at a path; None for what is in no such list."""
    if path is None:
        return None
    at = path[:-1] if path[-1] == "text" else path
    return at if len(at) > 1 and at[-2] in LISTS and isinstance(at[-1], int) else None


class Words:
    """The words of values that the running text shows, line by line, as they are changed."""

    def __init__(self, old: list[BaseLine]) -> None:
        self.not_taken: list[NotTaken] = []
        self._lines: dict[Path, dict[int, list[str]]] = {}
        self._left: Counter[Path] = Counter()
        self._changed: set[Path] = set()
        for one in old:
            for each in said_in(one.paragraph, one.words) or ():
                if each.path is not None:
                    self._lines.setdefault(each.path, {})[each.line] = [each.words]
                    self._left[each.path] += 1
        self._before = {path: {line: [*words] for line, words in lines.items()} for path, lines in self._lines.items()}

    def reword(self, old: BaseLine, words: str) -> None:
        """Take over that a paragraph says ``words`` now."""
        before, after = said_in(old.paragraph, old.words), said_in(old.paragraph, words)
        if before is None or after is None:
            self.not_taken.append(NotTaken(_("these are words of the template, or it is not clear which are"), words))
            return
        for was, now in zip(before, after, strict=True):
            if was.words != now.words:
                self._take(was, now)

    def _take(self, was: Said, now: Said) -> None:
        reason = ""
        if now.path is None:
            reason = _("it is printed of several values of the plan, and has to be written in plan.yaml")
        elif not now.verbatim:
            if was.words.upper() == now.words.upper():
                return
            reason = _("it is printed in capitals, so that it has to be written in plan.yaml")
        elif not now.words:
            self._gone(now.path, now.line, was.words)
            return
        elif self._lines[now.path][now.line][0] not in {was.words, now.words}:
            reason = _("it is one value of the plan, and was changed otherwise elsewhere")
        if reason or now.path is None:
            self.not_taken.append(NotTaken(reason, now.words))
            return
        self._lines[now.path][now.line][0] = now.words
        self._changed.add(now.path)

    def restore(self, old: BaseLine) -> None:
        """Leave a paragraph as it was, whatever it says now."""
        for each in said_in(old.paragraph, old.words) or ():
            if each.path is not None and self._lines[each.path].get(each.line):
                self._lines[each.path][each.line][0] = each.words

    def remove(self, old: BaseLine) -> None:
        """Take over that a paragraph is gone."""
        said = said_in(old.paragraph, old.words)
        if not said:
            self.not_taken.append(NotTaken(_("these are words of the template, which were taken out"), old.words))
        for each in said or ():
            if each.path is not None:
                self._gone(each.path, each.line, each.words)
            else:
                self.not_taken.append(NotTaken(_("a plan cannot be without it"), each.words))

    def _gone(self, path: Path, line: int, words: str) -> None:
        self._left[path] -= 1
        if self._left[path] and len(self._lines[path]) == 1:
            self.not_taken.append(NotTaken(_("it is one value of the plan, and still stands elsewhere"), words))
        elif self._left[path]:
            self._lines[path].pop(line, None)
            self._changed.add(path)
        elif item_of(path) is None and path not in _OPTIONAL and path[-1] not in {"heading", "name"}:
            self.not_taken.append(NotTaken(_("a plan cannot be without it"), words))
        else:
            self._lines[path] = {}
            self._changed.add(path)

    def add(self, path: Path, line: int, words: str) -> None:
        """Add a line behind one of a value."""
        self._lines[path].setdefault(line, []).append(words)
        self._changed.add(path)

    def lines_of(self, path: Path, line: int) -> list[str]:
        """Return what a line says, and what was added behind it; nothing where it is gone."""
        return self._lines.get(path, {}).get(line, [])

    def is_gone(self, path: Path) -> bool:
        """Tell whether nothing is left of a value."""
        return path in self._lines and not self._lines[path]

    def values(self) -> dict[Path, str | None]:
        """Return the values that changed; those of items that are gone are not among them."""
        found: dict[Path, str | None] = {}
        for path in sorted(self._changed, key=str):
            lines = self._lines[path]
            if lines != self._before[path] and (lines or item_of(path) is None):
                found[path] = "\n".join(words for line in sorted(lines) for words in lines[line]) or None
        return found
