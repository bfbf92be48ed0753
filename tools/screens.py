"""What kshc shows of a busy plan (``tests/examples/busy``), by the width of the terminal and the language.

``tests/golden/screens`` keeps it, word for word: what nobody wanted to change is seen in the difference.
"""

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tools.samples import ROOT, output

FOLDER: Final = ROOT / "tests" / "golden" / "screens"
_COLOURS: Final = FOLDER / "painted.txt"
_BUSY: Final = ROOT / "tests" / "examples" / "busy"
_DAY: Final = "2026-06-30"

_DRAWN: Final = (
    "kshc",
    "kshc status",
    "kshc due --month 7",
    "kshc overdue",
    "kshc recurring --from 15/6 --to 15/7",
    *("kshc list", "kshc log", "kshc agencies"),
    *(f"kshc show {task}" for task in (2, 9, 11, 14, 17, 20)),
)
"""What is fitted to the width."""

_ONCE: Final = (
    *("kshc status --agency phong", "kshc status --as-of 31/3", "kshc due --within 2w --open", "kshc due --from 1/9"),
    *("kshc overdue --agency kp2", "kshc overdue --as-of 1/4", "kshc list --kind recurring"),
    *("kshc list --agency truong-1 --role any", "kshc list --agency cong-an", "kshc list --search 'số hóa'"),
    *("kshc list --status overdue", "kshc due --month 7 --format markdown", "kshc due --month 9 --format csv"),
    *(
        "kshc recurring --from 1/1 --to 15/2",
        "kshc log 11",
        "kshc agencies --used",
        "kshc agencies --unread",
    ),
    *("kshc validate", "kshc validate --format github", "kshc agencies --unread --format yaml"),
    *(f"kshc show {task}" for task in (1, 3, 4, 5, 6, 7, 8, 10, 12, 13, 15, 16, 18, 19, 21, 22)),
)
"""What is shown once, at the usual width."""

_OTHER_FORMS: Final = (
    *("kshc list --format csv", "kshc list --format markdown", "kshc due --month 7 --format json"),
    *("kshc overdue --format csv", "kshc recurring --from 15/6 --to 15/7 --format json", "kshc log --format json"),
    *("kshc log --format csv", "kshc agencies --format json", "kshc agencies --unread --format json"),
    *(f"kshc show {task} --format json" for task in (2, 11, 20)),
    *("kshc validate --format json", "kshc fleet", "kshc fleet --format json", "kshc template fields"),
    *("kshc read 'Trước ngày 20 tháng cuối quý'", "kshc read 'Từ tháng 3 đến tháng 6, khi có yêu cầu'"),
    "kshc read 'Trong thời hạn 05 ngày làm việc kể từ ngày ban hành' --format json",
)
"""What other programs read, and tables of other things than tasks."""

_REFUSED: Final = (
    *(
        "kshc done 4",
        "kshc done 13",
        "kshc done 2",
        "kshc done 11",
        "kshc done 1",
        "kshc done 21",
        "kshc done 20 --dry-run",
    ),
    *("kshc done 11 --unit kp1", "kshc done 11 --unit y-te", "kshc done 4 --period 54", "kshc done 4 --period 8"),
    *("kshc done 3 --period Q2", "kshc done 10 --period 2026", "kshc event 1", "kshc resume 4", "kshc undo x"),
    *("kshc extend 8 --due 1/12 --by A", "kshc extend 2 --period Q3 --due 1/5 --by A", "kshc suspend 20 --by A"),
    *("kshc reassign 12 --to hanh-chinh --by A", "kshc merge 1 --into 1 --by A", "kshc cancel 21 --by A"),
    *(
        "kshc show nghiệm",
        "kshc show 99",
        "kshc list --agency phòng",
        "kshc list --agency trường",
        "kshc due --month 13",
    ),
)
"""What is not recorded or answered, and why."""

_PAINTED: Final = (
    *("kshc status", "kshc due --month 7", "kshc overdue", "kshc list --status overdue", "kshc log 11"),
    *("kshc validate", "kshc show 11", "kshc fleet", "kshc done 20 --dry-run"),
)
"""What is told by colours, too."""

FILES: Final = {
    **{FOLDER / f"{width}.txt": (width, "en", _DRAWN) for width in (40, 60, 76, 100, 140)},
    FOLDER / "80.txt": (80, "en", (*_ONCE, *_REFUSED)),
    FOLDER / "80-vi.txt": (80, "vi", (*_DRAWN, *_REFUSED)),
    FOLDER / "forms.txt": (80, "en", _OTHER_FORMS),
    _COLOURS: (80, "en", _PAINTED),
}
"""The width, the language and the commands of each file."""


def shown(path: Path) -> bytes:
    """Run the commands of a file; return what they show, each under its command line."""
    width, language, commands = FILES[path]
    settings = {"COLUMNS": str(width), "KSHC_LANG": language, "KSHC_TODAY": _DAY, "KSHC_WHO": "Lan"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in _BUSY.iterdir():
            shutil.copy(file, folder)

        def told() -> Iterator[str]:
            for command in commands:
                lines, status = output(command, folder, settings, painted=path == _COLOURS)
                yield from (f"$ {command}", *lines, *([f"[{status}]"] if status else []), "")

        return "\n".join(told()).encode()


def step(path: Path) -> dict[Path, bytes]:
    """Return a file with what kshc shows, by its path."""
    return {path: shown(path)}


STEPS: Final = {f"screens {path.stem}": partial(step, path) for path in FILES}
