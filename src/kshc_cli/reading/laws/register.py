"""The register of legal texts: lines of text become texts, and a citation finds the one that it means."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import composed, fold
from kshc_cli.reading.laws.cited import cited_texts, numbers_told
from kshc_cli.reading.laws.text import LegalText, is_local, issuer_key, name_key, number_key

COLUMNS: Final = LegalText._fields
"""The columns of a register, in the order in which kshc's own has them."""
_DAYS: Final = ("date", "in_force_from", "ends")
_WORD: Final = lazy_pattern(r"\w+")
_MARKS: Final = frozenset("\"'“”‘’")
"""What a table program sets around a field, and no number has."""


class RegisterError(Exception):
    """A register that cannot be read; its text says in which line, and what to do."""


class Register:
    """Legal texts, found by number or by name. Of texts with the same number the later ones go first."""

    def __init__(self, texts: Iterable[LegalText]) -> None:
        self.texts = tuple(texts)
        self._by_number: dict[str, list[LegalText]] = {}
        self._by_name: dict[tuple[str, date], LegalText] = {}
        for text in self.texts:
            if text.number:
                self._by_number.setdefault(number_key(text.number), []).insert(0, text)
            if text.is_law and text.date is not None:
                self._by_name[name_key(text.name), text.date] = text

    def extended(self, texts: Iterable[LegalText]) -> "Register":
        """Return the register with an office's own texts, which stand in place of those of the same number."""
        own = tuple(texts)
        numbers = {number_key(text.number) for text in own if text.number}
        return Register((*(text for text in self.texts if number_key(text.number) not in numbers), *own))

    def numbered(self, number: str, day: date | None) -> LegalText | None:
        """Return the text that a number means; None where that is not sure.

        Local bodies number alike, and a number without its year comes back each year: there the day has to tell.
        """
        found = self._by_number.get(number_key(number), [])
        same_day = next((text for text in found if day is not None and text.date == day), None)
        if same_day is not None or not found:
            return same_day
        first = found[0]
        if is_local(issuer_key(first.issuer)) or issuer_key(first.issuer) is None:
            return None
        if _has_year(number):
            return first
        return first if day is not None and first.date is not None and first.date.year == day.year else None

    def named(self, name: str, day: date) -> LegalText | None:
        """Return the law of this name and day."""
        return self._by_name.get((name_key(name), day))

    def like(self, name: str, day: date) -> LegalText | None:
        """Return the law of this name whose day is most like another: of its year, or of its day and month."""
        key = name_key(name)
        days = [known for named, known in self._by_name if named == key and _is_near(known, day)]
        return self._by_name[key, min(days, key=lambda known: abs(known - day))] if days else None

    def successor(self, text: LegalText, on: date | None = None) -> LegalText | None:
        """Return the text that took another's place, where both are known; of a chain of them the one in force ``on``.

        Lines of an office may close a circle with others: each text of it is asked once.
        """
        found = self.numbered(text.replaced_by, None) if text.replaced_by else None
        seen = {text}
        while found and found not in seen and on is not None and (ended := self.ended(found)) and ended <= on:
            seen.add(found)
            found = (self.numbered(found.replaced_by, None) if found.replaced_by else None) or found
        return found

    def ended(self, text: LegalText) -> date | None:
        """Return the first day on which a text is no longer in force, by its line or by its successor's."""
        successor = self.successor(text)
        return text.ends or (successor.in_force_from if successor else None)

    def found(self, wish: str) -> list[LegalText]:
        """Return the texts that somebody means: those that a citation names, else those that hold the words.

        Where words stand together in a name or title, texts that hold them scattered are not meant.
        """
        if cited := self._cited(composed(wish)):
            return cited
        shown = [(_shown(text), text) for text in self.texts]
        together = [text for told, text in shown if _apart(wish) in told]
        each = [_apart(word) for word in wish.split()]
        return together or [text for told, text in shown if all(word in told for word in each)]

    def _cited(self, wish: str) -> list[LegalText]:
        numbers = {fold(number_key(number)) for number in numbers_told(wish)}
        known = [key for key in self._by_number if fold(key) in numbers] if numbers else []
        if known:
            return [text for key in known for text in self._by_number[key]]
        laws = ((cited.name, cited.day) for cited in cited_texts(wish, basis=True) if cited.name)
        return [text for name, day in laws if day is not None and (text := self.named(name, day)) is not None]


def _is_near(known: date, day: date) -> bool:
    return known.year == day.year or (known.day, known.month) == (day.day, day.month)


def _shown(text: LegalText) -> str:
    """Return the words under which a text is found: its number, its name with the year, its issuer."""
    name = f"{text.kind} {text.title} năm {text.date.year}" if text.date else f"{text.kind} {text.title}"
    return "|".join(_apart(words) for words in (f"{text.kind} số {text.number}", name, text.issuer))


def _apart(words: str) -> str:
    """Return words as they are compared, parted by single spaces."""
    return f" {' '.join(_WORD.findall(fold(words)))} "


@cache
def own_register() -> Register:
    """Return the register that kshc carries."""
    from kshc_cli.reading.laws.table import TEXTS  # noqa: PLC0415  most runs cite nothing

    return Register(_text(dict(zip(COLUMNS, row, strict=True))) for row in TEXTS)


def register_with(own: tuple[LegalText, ...]) -> Register:
    """Return the register that kshc carries, with an office's own texts."""
    return own_register().extended(own) if own else own_register()


def texts_of(written: str) -> tuple[LegalText, ...]:
    """Read the lines of a register: columns parted by tabs under their names; lines with # are remarks.

    Raises RegisterError.
    """
    lines = [
        (number, line.rstrip("\r\n"))
        for number, line in enumerate(composed(written).removeprefix("\ufeff").split("\n"), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        return ()
    columns = [name.strip() for name in lines[0][1].split("\t")]
    if wrong := sorted(set(columns) - set(COLUMNS)) or sorted({"number", "kind", "source"} - set(columns)):
        raise RegisterError(_no_columns(lines[0][0], wrong))
    texts = tuple(_read(number, line, columns) for number, line in lines[1:])
    numbered = tuple(zip((number for number, _line in lines[1:]), texts, strict=True))
    _refuse_doubles(numbered)
    _refuse_circles(numbered)
    return texts


def _no_columns(number: int, wrong: list[str]) -> str:
    sentence = _("line {number}: {columns} — the first line names the columns, parted by tabs: {known}.")
    return sentence.format(number=number, columns=", ".join(wrong), known=", ".join(COLUMNS))


def _read(number: int, line: str, columns: list[str]) -> LegalText:
    values = [value.strip() for value in line.split("\t")]
    if len(values) > len(columns):
        raise RegisterError(_("line {number}: it has more fields than there are columns.").format(number=number))
    fields = dict(zip(columns, values, strict=False))
    try:
        text = _text(fields)
    except ValueError:
        days = (fields.get(name, "") for name in _DAYS)
        wrong = next(day for day in days if day and not _is_day(day))
        raise RegisterError(
            _("line {number}: “{day}” is no day; write it as in 2024-06-30.").format(number=number, day=wrong)
        ) from None
    if problem := _problem(text):
        raise RegisterError(_("line {number}: {problem}").format(number=number, problem=problem))
    return text


def _text(fields: dict[str, str]) -> LegalText:
    days = {name: _day(fields.get(name, "")) for name in _DAYS}
    return LegalText(
        fields.get("number", ""), fields.get("kind", ""), fields.get("title", ""), fields.get("issuer", ""),
        days["date"], days["in_force_from"], days["ends"],
        fields.get("replaced_by", ""), fields.get("source", ""),
    )  # fmt: skip


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _problem(text: LegalText) -> str | None:
    """Say what cannot be true of a line, or lacks."""
    if not text.kind or not text.source:
        return _("it names no kind or no source; what nobody has read anywhere does not belong into a register.")
    if marked := next((number for number in (text.number, text.replaced_by) if _MARKS & set(number)), None):
        sentence = _("“{number}” has a quotation mark in it; write the number by itself, as in 61/2018/NĐ-CP.")
        return sentence.format(number=marked)
    if text.replaced_by and _has_year(text.number) and number_key(text.number) == number_key(text.replaced_by):
        return _("it takes its own place; replaced_by is the number of another text.")
    if not text.number and not (text.is_law and text.title and text.date):
        return _("it names neither a number nor a law by title and day.")
    if text.date and text.in_force_from and text.in_force_from < text.date:
        return _("it is in force before its own day.")
    if text.in_force_from and text.ends and text.ends < text.in_force_from:
        return _("it ends before it is in force.")
    return None


def _refuse_doubles(texts: Iterable[tuple[int, LegalText]]) -> None:
    seen: dict[tuple[str, str, date | None], int] = {}
    for number, text in texts:
        key = (number_key(text.number) or name_key(text.name), name_key(text.issuer), text.date)
        if key in seen:
            sentence = _("line {number}: line {first} tells of the same text.")
            raise RegisterError(sentence.format(number=number, first=seen[key]))
        seen[key] = number


def _refuse_circles(texts: Iterable[tuple[int, LegalText]]) -> None:
    """Refuse texts that take each other's place, of one chain the line that closes it; numbers without year recur."""
    next_of = {
        number_key(text.number): (line, number_key(text.replaced_by))
        for line, text in texts
        if text.replaced_by and _has_year(text.number) and _has_year(text.replaced_by)
    }
    done: set[str] = set()
    for start in next_of:
        chain: dict[str, int] = {}
        number = start
        while number in next_of and number not in done:
            line, after = next_of[number]
            done.add(number)
            chain[number] = line
            number = after
        if number in chain:
            first, *_between, last = sorted(chain[each] for each in list(chain)[list(chain).index(number) :])
            sentence = _("line {number}: it and the text of line {first} take each other's place.")
            raise RegisterError(sentence.format(number=last, first=first))


def _has_year(number: str) -> bool:
    """Tell whether a number holds its year; others come back each year."""
    return number.count("/") > 1
