"""Single changes of sound documents: what somebody who types and formats by hand gets wrong in one place."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from kshc_cli.documents.layout.catalogue import check_layout
from kshc_cli.documents.word.body_reader import body_of
from kshc_cli.findings import Outcome
from tests.documents.layout.kinds import SOUND

KEPT: Final = Path(__file__).parent / "changes.tsv"
"""What is said of each change; ``make generate`` renews it."""
PART: Final = "word/document.xml"
_PARAGRAPH: Final = re.compile(r"<w:p>(?:(?!<w:p>).)*?</w:p>", re.DOTALL)
_TEXT: Final = re.compile(r"(<w:t(?: [^>]*)?>)([^<]+)(</w:t>)")
_SIZE: Final = re.compile(r'<w:sz w:val="(\d+)"/>')
_MOST: Final = 30
"""Changes that are drawn of those of a document."""


class Change(NamedTuple):
    """A change of one paragraph."""

    name: str
    place: int
    """Which paragraph with words it is, from 1."""
    words: str
    """How that begins."""
    xml: str
    """The document with the change."""


def _sized(by: int) -> Callable[[str], str]:
    def change(xml: str) -> str:
        return _SIZE.sub(lambda found: f'<w:sz w:val="{int(found[1]) + 2 * by}"/>', xml)

    return change


def _toggled(tag: str) -> Callable[[str], str]:
    def change(xml: str) -> str:
        if f"<w:{tag}/>" in xml:
            return xml.replace(f"<w:{tag}/>", "")
        return re.sub(
            r"<w:r>(<w:rPr>)?", lambda found: f"<w:r><w:rPr><w:{tag}/>" + ("" if found[1] else "</w:rPr>"), xml
        )

    return change


def _aligned(to: str) -> Callable[[str], str]:
    def change(xml: str) -> str:
        bare = re.sub(r'<w:jc w:val="\w+"/>', "", xml)
        if "<w:pPr>" not in bare:
            bare = bare.replace("<w:p>", "<w:p><w:pPr></w:pPr>", 1)
        return bare.replace("</w:pPr>", f'<w:jc w:val="{to}"/></w:pPr>', 1)

    return change


def _typed(change: Callable[[str], str], *, last: bool = False) -> Callable[[str], str]:
    """Change the words of the first run, or of the last."""

    def changed(xml: str) -> str:
        found = list(_TEXT.finditer(xml))[-1 if last else 0]
        return xml[: found.start(2)] + change(found[2]) + xml[found.end(2) :]

    return changed


def _spaced(attributes: str) -> Callable[[str], str]:
    def change(xml: str) -> str:
        bare = xml if "<w:pPr>" in xml else xml.replace("<w:p>", "<w:p><w:pPr></w:pPr>", 1)
        return bare.replace("<w:pPr>", f"<w:pPr>{attributes}", 1)

    return change


CHANGES: Final[dict[str, Callable[[str], str]]] = {
    "a point larger": _sized(1),
    "a point smaller": _sized(-1),
    "two points smaller": _sized(-2),
    "bold or not": _toggled("b"),
    "italic or not": _toggled("i"),
    "underlined": _toggled('u w:val="single"'),
    "at the left": _aligned("left"),
    "centred": _aligned("center"),
    "at the right": _aligned("right"),
    "on both sides": _aligned("both"),
    "in capitals": _typed(str.upper),
    "in small letters": _typed(str.lower),
    "capitalised": _typed(str.title),
    "without its first word": _typed(lambda words: words.partition(" ")[2] or "x"),
    "without its last word": _typed(lambda words: words.rpartition(" ")[0] or "x", last=True),
    "without its last sign": _typed(lambda words: words[:-1] or "x", last=True),
    "with a full stop": _typed(lambda words: f"{words}.", last=True),
    "with a semicolon": _typed(lambda words: f"{words};", last=True),
    "with two spaces": _typed(lambda words: words.replace(" ", "  ", 1)),
    "with other figures": _typed(lambda words: re.sub(r"\d+", lambda found: str(int(found[0]) + 1), words)),
    "with a zero less": _typed(lambda words: re.sub(r"\b0(\d)", r"\1", words)),
    "with a dash for a hyphen": _typed(lambda words: words.replace("-", "–")),
    "gone": lambda _xml: "",
    "twice": lambda xml: xml + xml,
    "with an empty line": lambda xml: f"{xml}<w:p></w:p>",
    "further in": _spaced('<w:ind w:left="900" w:firstLine="900"/>'),
    "not indented": _spaced('<w:ind w:left="0" w:firstLine="0"/>'),
    "with room": _spaced('<w:spacing w:before="240" w:after="240" w:line="480"/>'),
    "without room": _spaced('<w:spacing w:before="0" w:after="0" w:line="200"/>'),
    "over two lines": _typed(lambda words: words.replace(" ", "</w:t><w:br/><w:t>", 1)),
}
"""What may happen to a paragraph, by its name."""


def changes(name: str) -> Iterator[Change]:
    """Yield changes of a sound document, drawn by its name."""
    xml = SOUND[name][PART].decode()
    spots = [found for found in _PARAGRAPH.finditer(xml) if _TEXT.search(found[0])]
    cases = [(place, change) for place in range(len(spots)) for change in CHANGES]
    for place, change in sorted(random.Random(name).sample(cases, min(_MOST, len(cases)))):  # noqa: S311  no secret
        spot = spots[place]
        new = xml[: spot.start()] + CHANGES[change](spot[0]) + xml[spot.end() :]
        if new != xml:
            words = " ".join(found[2] for found in _TEXT.finditer(spot[0]))
            yield Change(change, place + 1, words[:40], new)


def told(name: str, xml: str) -> str:
    """Return what is said of a document: kinds where rules find something, each with its places."""
    found = check_layout(body_of({**SOUND[name], PART: xml.encode()}))
    failed = [
        f"{one.rule} {one.word_place.paragraph if one.word_place else '-'}"
        for each in found.outcomes
        if each.outcome is Outcome.FAILED
        for one in each.findings
    ]
    return "; ".join((found.origin.name.lower(), *failed))


def lines(name: str) -> Iterator[str]:
    """Yield a line for each change of a document: its name, the paragraph, the change and what is said."""
    for change in changes(name):
        yield f"{name}\t{change.place} {change.words}\t{change.name}\t{told(name, change.xml)}"


def files() -> dict[Path, bytes]:
    """Return what is said of all of them, by the file that keeps it."""
    return {KEPT: "".join(f"{line}\n" for name in SOUND for line in lines(name)).encode()}
