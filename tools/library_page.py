"""The page on the library, made of its docstrings; ``tests/test_library.py`` runs its examples."""

import inspect
import re
from pathlib import Path
from textwrap import dedent
from typing import Final

from kshc_cli import library

PAGE: Final = Path(__file__).parents[1] / "docs" / "library.md"
INTRODUCTION: Final = """\
# The library

Made by `make generate` of the docstrings; each example is run by the tests, in a folder with the project's
[plan.yaml](../plan.yaml).

    from kshc_cli import load, rows

{about}

Results are frozen records: `Row` has the fields of [`kshc export json`](exporting.md), `TimeReading.parts` are what
[reading-times.md](reading-times.md) explains, a `Finding` has `rule`, `severity`, `message`, `remedy` and `place`.
What goes wrong is a `KshcError`, whose text is the sentence for people; a file that is no plan, or no log, is a
`FormError`, a kind of it: its text has the file and the first findings with their lines, `findings` all of them.
Rules and grammars of other packages are asked, too: [plug-ins](plugins.md).

`import kshc_cli` computes as long as a bare start of Python (1.0 starts), the first name that is taken from it,
`from kshc_cli import load`, as long as twelve: `make bench`, 30/11/2026, a busy virtual machine with two cores (AMD
EPYC), Python 3.11.
"""


def files() -> dict[Path, bytes]:
    """Return the page by its path."""
    own = [name for name in library.__all__ if getattr(library, name).__module__ == library.__name__]
    about = dedent(library.__doc__ or "").strip().replace("\n\n", "\n").replace("``", "`")
    parts = [INTRODUCTION.format(about=about), *map(_entry, sorted(own, key=_place))]
    return {PAGE: "\n".join(parts).encode()}


def _place(name: str) -> int:
    return inspect.getsourcelines(getattr(library, name))[1]


def _entry(name: str) -> str:
    value = getattr(library, name)
    told = inspect.cleandoc(value.__doc__ or "")
    words, mark, example = told.partition("\n>>> ")
    fields = "".join(f"- `{field}`: {' '.join((one.__doc__ or '').split())}\n" for field, one in _properties(value))
    parts = (f"## {name}", f"```python\n{signature(name)}\n```", words.strip(), fields.strip())
    sample = f"```pycon\n{mark.strip()} {example}\n```\n"
    return "\n\n".join([*(part.replace("``", "`") if part[:3] != "```" else part for part in parts if part), sample])


def _properties(value: object) -> list[tuple[str, property]]:
    return [(name, one) for name, one in vars(value).items() if isinstance(one, property)]


def signature(name: str) -> str:
    """Return how something is called, types by their last names; a plan is made by ``load`` alone."""
    if name == library.Plan.__name__:
        return f"class {name}"
    written = f"{name}{inspect.signature(getattr(library, name))}"
    return re.sub(r"\b(?:\w+\.)+(?=\w)", "", written).replace(library.Row.__name__, "Row")
