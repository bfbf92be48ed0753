"""The language of what kshc says: English sentences in the code, Vietnamese ones in the package's gettext catalogue.

A sentence is marked where it is written, ``_("…")``, and translated when that line runs. Placeholders are named and
filled after translation: ``_("{count} tasks").format(count=3)``. What fills them may come from strangers (file names,
arguments, the environment, words of a document): it stays on its line and says nothing to a terminal or to CI.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePath
from typing import Final
from unicodedata import category

from kshc_cli.translations import Translations

LANGUAGES: Final = ("en", "vi")

CATALOGUES: Final = Path(__file__).with_name("locale")
"""The folder of the gettext catalogues; importlib.resources would cost every command a tenth of its start."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""The kinds of characters that are not seen but do something: control, direction, halves of pairs, breaks."""

_ENDS: Final = (".", ",", ";", ":", "…", "!", "?")
"""What ends a line so that it is read apart from what follows it."""

_catalogue: Translations | None = None
"""None for English, in which the sentences stand in the code."""


def plain(text: str) -> str:
    """Return ``text`` fit for one line: characters that are not seen and line breaks become spaces."""
    if text.isprintable():
        return text
    return " ".join("".join(" " if category(sign) in _UNSEEN else sign for sign in text).split())


def on_one_line(words: str) -> str:
    """Return words of several lines fit for one, a dot between lines whose end no sign tells."""
    lines = list(filter(None, map(plain, words.split("\n")))) if "\n" in words else [plain(words)]
    ends = (*("" if line.endswith(_ENDS) else " ·" for line in lines[:-1]), "")
    return " ".join(f"{line}{end}" for line, end in zip(lines, ends, strict=True))


def inert(value: object) -> object:
    """Return what fills a sentence: words and names fit for one line, all else as it is."""
    if isinstance(value, PurePath):
        value = str(value)
    if isinstance(value, str) and not value.isprintable() and any(category(sign) in _UNSEEN for sign in value):
        return plain(value)
    return value


class Sentence(str):
    """A sentence in the language in use, whose gaps take in nothing that could do more than be read."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        """Fill the gaps."""
        return super().format(*map(inert, values), **{name: inert(value) for name, value in named.items()})


def use_language(language: str) -> None:
    """Let every later sentence be said in ``language``; one that kshc does not speak becomes English."""
    global _catalogue  # noqa: PLW0603  the one switch of the process, set once by the command line
    _catalogue = None if language not in LANGUAGES or language == "en" else _translations(language)


@cache
def _translations(language: str) -> Translations:
    return Translations(language, (CATALOGUES / language / "LC_MESSAGES" / "kshc.mo").read_bytes())


def language_in_use() -> str:
    """Return the language in which sentences are said."""
    return _catalogue.language if _catalogue else "en"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in ``language`` for a while, whatever language is in use: words for a document."""
    global _catalogue  # noqa: PLW0603  it is put back
    before = _catalogue
    use_language(language)
    try:
        yield
    finally:
        _catalogue = before


def language_of(wish: str | None, locale: str | None) -> str:
    """Choose a language from ``KSHC_LANG`` and, without it, from a locale's name.

    POSIX names it ``vi_VN.UTF-8``, Windows ``Vietnamese_Vietnam``.
    """
    for name in (wish, locale):
        if name:
            code = name.replace("-", "_").split("_")[0].split(".")[0].lower()
            code = "vi" if code == "vietnamese" else code
            return code if code in LANGUAGES else "en"
    return "en"


def _(sentence: str) -> str:
    """Translate ``sentence``, an English literal, into the language in use."""
    return Sentence(explained(sentence))


def decimal(value: float, places: int | None = None) -> str:
    """Write a number with so many ``places``, else as many as it needs, with the language's decimal sign."""
    text = f"{value:g}" if places is None else f"{value:.{places}f}"
    return text.replace(".", ",") if language_in_use() == "vi" else text


def explained(prose: str) -> str:
    """Translate a docstring that ``tools.catalogues`` collects, not being a literal: of a record, a field, a rule."""
    return (_catalogue and _catalogue.of(prose)) or prose


def ngettext(one: str, many: str, count: int) -> str:
    """Translate the sentence for ``count`` things; Vietnamese has a single form."""
    return Sentence((_catalogue and _catalogue.of(one)) or (one if count == 1 else many))


def listed(names: Iterable[str], between: str = ", ", most: int = 5) -> str:
    """Name the first of several, and count the others."""
    named = list(names)
    shown, more = between.join(named[:most]), len(named) - most
    return _("{names} (and {n} more)").format(names=shown, n=more) if more > 0 else shown
