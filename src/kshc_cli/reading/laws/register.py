"""The register of legal texts: lines of text become texts, and a citation finds the one that it means."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Final

from kshc_cli.messages import _
from kshc_cli.reading.folding import composed, fold
from kshc_cli.reading.laws.text import LegalText, is_local, issuer_key, name_key, number_key

COLUMNS: Final = LegalText._fields
"""The columns of a register, in the order in which kshc's own has them."""
_DAYS: Final = ("date", "in_force_from", "ends")


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
        if number.count("/") > 1:
            return first
        return first if day is not None and first.date is not None and first.date.year == day.year else None

    def named(self, name: str, day: date) -> LegalText | None:
        """Return the law of this name and day."""
        return self._by_name.get((name_key(name), day))

    def successor(self, text: LegalText) -> LegalText | None:
        """Return the text that took another's place, where both are known."""
        return self.numbered(text.replaced_by, None) if text.replaced_by else None

    def ended(self, text: LegalText) -> date | None:
        """Return the first day on which a text is no longer in force, by its line or by its successor's."""
        successor = self.successor(text)
        return text.ends or (successor.in_force_from if successor else None)

    def found(self, wish: str) -> list[LegalText]:
        """Return the texts that somebody means: by number, else those whose number, name or title holds the words."""
        if exact := self._by_number.get(number_key(wish)):
            return list(exact)
        words = fold(wish).split()
        return [text for text in self.texts if all(word in _shown(text) for word in words)]


def _shown(text: LegalText) -> str:
    return fold(f"{text.kind} {text.number} {text.title} {text.issuer}")


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
    _refuse_doubles(zip((number for number, _line in lines[1:]), texts, strict=True))
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
    if not text.number and not (text.is_law and text.title and text.date):
        return _("it names neither a number nor a law by title and day.")
    if text.date and text.in_force_from and text.in_force_from < text.date:
        return _("it is in force before its own day.")
    if text.in_force_from and text.ends and text.ends < text.in_force_from:
        return _("it ends before it is in force.")
    return None


def _refuse_doubles(texts: Iterator[tuple[int, LegalText]]) -> None:
    seen: dict[tuple[str, str, date | None], int] = {}
    for number, text in texts:
        key = (number_key(text.number) or name_key(text.name), name_key(text.issuer), text.date)
        if key in seen:
            sentence = _("line {number}: line {first} tells of the same text.")
            raise RegisterError(sentence.format(number=number, first=seen[key]))
        seen[key] = number
