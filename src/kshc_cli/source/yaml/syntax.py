"""Says in one sentence why a text is no YAML: the causes that users meet, told apart by what stands at the place."""

from collections.abc import Callable
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.record import GAP
from kshc_cli.source.yaml import refusals
from kshc_cli.source.yaml.blanks import ODD, odd_space
from kshc_cli.source.yaml.characters import shown
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.parser import yaml
from kshc_cli.source.yaml.problems import Problem
from kshc_cli.source.yaml.tree import Mark

_FIELD: Final = lazy_pattern(r"\s*(?:-\s+)*[^\s:#][^:]*:(?:\s|$)")
_COLON_WITHOUT_SPACE: Final = lazy_pattern(r"\s*(?:-\s+)*[\w.-]+(:)[^\s:/]")
_ODD_SPACE: Final = lazy_pattern(f"(?:^ *|[:-] *|['\"\\]}}] *)([{ODD}])")
_QUOTES: Final = "\"'"
_BRACKETS: Final = "[{"
_JOINED: Final = "-,{"
"""What an item of a list may begin with behind another one, and a comma."""
_INDICATORS: Final = "[]{}-?,&*|>@`%"


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Where and with which words a parser gave up, and how far it had come."""

    lines: Lines
    words: str
    """The parser's own words, its context first."""
    offset: int
    context: int | None
    """Where the value begins that the parser was reading, if it said so."""
    last: Mark
    """Where the last complete value begins and ends."""
    open_at: int | None
    """Where the innermost open list or mapping begins."""

    def character(self, offset: int | None) -> str:
        """Return the character at ``offset``, or nothing at the end."""
        return "" if offset is None else self.lines.text[offset : offset + 1]

    @property
    def number(self) -> int:
        """The number of the line of the fault."""
        return self.lines.number(self.offset)

    @property
    def before(self) -> str:
        """What stands before the fault on its line."""
        return self.lines.text[self.lines.start(self.number) : self.offset]

    @property
    def at_line_start(self) -> bool:
        """Whether only indentation and the dashes of list items stand before the fault on its line."""
        return not self.before.strip("- ")

    def line_above(self) -> int:
        """Return the number of the line with words above the fault, or of the fault's own line."""
        for number in range(self.number - 1, 0, -1):
            line = self.lines.line(number).lstrip()
            if line and not line.startswith("#"):
                return number
        return self.number


def fault_of(error: yaml.YAMLError, lines: Lines, last: Mark, open_at: int | None) -> SyntaxFault:
    """Gather what is known where the parser gave up."""
    end = len(lines.text)
    if not isinstance(error, yaml.MarkedYAMLError):
        return SyntaxFault(lines, "", end, None, last, open_at)
    words = f"{error.context or ''} {error.problem or ''}"
    offset = min(error.problem_mark.index, end) if error.problem_mark else end
    return SyntaxFault(lines, words, offset, error.context_mark.index if error.context_mark else None, last, open_at)


def explain(fault: SyntaxFault) -> Problem:
    """Return the one problem that tells the user what to repair."""
    for diagnosis in _DIAGNOSES:
        problem = diagnosis(fault)
        if problem is not None:
            return problem
    return Problem(
        "syntax",
        fault.offset,
        _("YAML cannot be read here."),
        _("Check indentation, colons and quotes of this line and the one above."),
    )


def _tab(fault: SyntaxFault) -> Problem | None:
    if fault.character(fault.offset) != "\t":
        return None
    return Problem("tab", fault.offset, _("A tab stands where YAML allows only spaces."), _("Replace it by spaces."))


def _directive(fault: SyntaxFault) -> Problem | None:
    line = fault.lines.line(fault.number)
    if line.startswith("%") or "incompatible YAML" in fault.words:
        return refusals.directive(fault.lines.start(fault.number))
    if "document start" not in fault.words:
        return None
    above = fault.lines.line(fault.line_above())
    if above.startswith("%"):
        return refusals.directive(fault.lines.start(fault.line_above()))
    return refusals.second_document(fault.offset)


def _tag(fault: SyntaxFault) -> Problem | None:
    return refusals.tag(fault.offset if fault.context is None else fault.context) if " tag" in fault.words else None


def _escape(fault: SyntaxFault) -> Problem | None:
    if not any(word in fault.words for word in ("escape", "hexdecimal", "hexadecimal")):
        return None
    message = _("In double quotes “\\” begins a special character, and this is none.")
    return Problem("syntax", fault.offset, message, _("Write “\\\\” for “\\”, or put the value in single quotes."))


def _open_quote(fault: SyntaxFault) -> Problem | None:
    if "quoted scalar" not in fault.words or fault.context is None:
        return None
    message = _("The quote that opens here is not closed.")
    return Problem("syntax", fault.context, message, _("Close it with the same quote at the end of the value."))


def _after_value(fault: SyntaxFault) -> Problem | None:
    """Words follow a closing quote or bracket on the same line."""
    start, end, _parts = fault.last
    opening = fault.character(start)
    if not opening or opening not in _QUOTES + _BRACKETS or fault.lines.text[end : fault.offset].strip(" "):
        return None
    if opening in _BRACKETS:
        return _bracket(opening, start, gap=fault.lines.text.startswith(GAP, start))
    if fault.lines.number(start) != fault.lines.number(end):
        message = _("The quote that opens here closes only at a quote several lines below.")
        return Problem("syntax", start, message, _("Close it at the end of its own value."), (fault.offset,))
    message = _("Words follow the closing quote.")
    return Problem(
        "syntax", fault.offset, message, _("Put the whole value in single quotes, and write '' for each ' inside it.")
    )


def _open_bracket(fault: SyntaxFault) -> Problem | None:
    opening = fault.character(fault.open_at)
    if fault.open_at is None or not opening or opening not in _BRACKETS:
        return None
    return _bracket(opening, fault.open_at, gap=fault.lines.text.startswith(GAP, fault.open_at))


def _bracket(opening: str, offset: int, *, gap: bool) -> Problem:
    if gap:
        message = _("“{gap}” has to stand in quotes.").format(gap=GAP)
        return Problem("syntax", offset, message, _("Put the whole value in quotes."))
    message = _("“{character}” opens a list or mapping here that YAML cannot read to its end.").format(
        character=opening
    )
    return Problem("syntax", offset, message, _("Put the whole value in quotes if the bracket belongs to the words."))


def _odd_space(fault: SyntaxFault) -> Problem | None:
    """Another space stands where YAML needs a plain one: before the words of a line, behind a dash or a colon."""
    begun = fault.number if fault.context is None else fault.lines.number(fault.context)
    for number in (fault.number, fault.line_above(), begun):
        match = _ODD_SPACE.search(fault.lines.line(number))
        if match:
            return odd_space(match[1], fault.lines.start(number) + match.start(1), Severity.ERROR)
    return None


def _second_item(fault: SyntaxFault) -> Problem | None:
    """An item of a list follows on the line of another one, as where the end of a line was lost in a log."""
    is_item = fault.before.lstrip().startswith("- {") and fault.before.rstrip().endswith("}")
    if not is_item or fault.character(fault.offset) not in _JOINED:
        return None
    message = _("Another item follows on the line of this one.")
    return Problem("syntax", fault.offset, message, _("Begin a new line with “- ” for it."))


def _indicator(fault: SyntaxFault) -> Problem | None:
    """A value begins with a character that YAML keeps for itself."""
    scanned = any(word in fault.words for word in ("an anchor", "an alias", "block scalar"))
    offset = fault.context if scanned and fault.context is not None else fault.offset
    character = fault.character(offset)
    if not character or character not in _INDICATORS or (offset == fault.offset and fault.at_line_start):
        return None
    if character in "|>":
        message = _("No words may follow “{character}” on its line.").format(character=character)
        remedy = _("Begin the words on the next line, or put the whole value in quotes.")
        return Problem("syntax", offset, message, remedy)
    message = _("A value that begins with “{character}” has to stand in quotes.").format(character=character)
    return Problem("syntax", offset, message, _("Put the whole value in quotes."))


def _colon(fault: SyntaxFault) -> Problem | None:
    if "mapping values" not in fault.words:
        return None
    if _FIELD.match(fault.before):
        message = _("“: ” stands inside a value that is not in quotes.")
        return Problem("syntax", fault.offset, message, _("Put the whole value in quotes."))
    return _line_without_field(fault, fault.line_above()) or _indentation(fault)


def _no_colon(fault: SyntaxFault) -> Problem | None:
    if "expected ':'" not in fault.words or fault.context is None:
        return None
    return _line_without_field(fault, fault.lines.number(fault.context))


def _line_without_field(fault: SyntaxFault, number: int) -> Problem | None:
    line = fault.lines.line(number)
    if _FIELD.match(line):
        return None
    start = fault.lines.start(number)
    match = _COLON_WITHOUT_SPACE.match(line)
    if match:
        return Problem(
            "syntax", start + match.start(1), _("No space follows the colon."), _("Write a space after the colon.")
        )
    message = _("“{line}” is neither “name: value” nor “- item”.").format(line=shown(line.strip()))
    remedy = _(
        "Indent it deeper than the line above if it continues its words, else write a name and a colon before it."
    )
    return Problem("syntax", start + len(line) - len(line.lstrip()), message, remedy)


def _misfit(fault: SyntaxFault) -> Problem | None:
    expected = any(word in fault.words for word in ("expected key", "expected '-'", "<block end>"))
    if not expected or not fault.at_line_start:
        return None
    return refusals.key_not_text(fault.offset) if fault.character(fault.offset) == ":" else _indentation(fault)


def _indentation(fault: SyntaxFault) -> Problem:
    line = fault.lines.line(fault.number)
    offset = fault.lines.start(fault.number) + len(line) - len(line.lstrip())
    message = _("The indentation of this line fits none of the lines above.")
    remedy = _(
        "Indent it exactly like the fields or items beside it; put words that go on over several lines in quotes."
    )
    return Problem("syntax", offset, message, remedy)


_DIAGNOSES: Final[tuple[Callable[[SyntaxFault], Problem | None], ...]] = (
    _tab,
    _directive,
    _tag,
    _escape,
    _open_quote,
    _odd_space,
    _second_item,
    _after_value,
    _open_bracket,
    _indicator,
    _colon,
    _no_colon,
    _misfit,
)
