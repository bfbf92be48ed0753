"""The entry point of the ``kshc`` command and of ``python -m kshc_cli``.

Until it is known that the answer is not remembered, nothing is imported that Python has not loaded by then.
"""

import _signal  # type: ignore[import-not-found]  # signal itself loads enum
import os

from kshc_cli.recall import answer_again

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130
"""What a shell reports for a program that the user stopped (128 + SIGINT)."""
_IMPORTING = "<frozen importlib._bootstrap>"


def run() -> None:
    """Run the command line and leave with its exit status: at once where the answer is remembered."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _stop)
    try:
        problem = answer_again()
        from kshc_cli.process import work  # noqa: PLC0415  with an eye on interrupts

        work(problem)
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


def _stop(number: int, frame: "FrameType | None") -> None:
    """Stop as Python does, but in an import at once: a half loaded module can neither say nor clean up anything."""
    inner = frame
    while inner:
        if inner.f_code.co_filename == _IMPORTING:
            os._exit(INTERRUPTED)
        inner = inner.f_back
    _signal.default_int_handler(number, frame)


if __name__ == "__main__":
    run()
