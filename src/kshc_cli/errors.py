"""One family of errors: each knows its facts, makes its own sentence from them and carries its exit status."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from kshc_cli.messages import _

EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_UNREADABLE = 3


class KshcError(Exception):
    """What stops a command and that the user can repair; ``app`` turns it into one line and an exit status."""

    exit_status: ClassVar[int] = EXIT_UNREADABLE

    def sentence(self) -> str:
        """Say in the user's language what is wrong and what to do."""
        raise NotImplementedError

    def told(self) -> str:
        """Return the lines that tell it on stderr."""
        return as_error(self.sentence())

    def __str__(self) -> str:
        return self.sentence()


def as_error(sentence: str) -> str:
    """Let a sentence begin as all errors do, click's among them."""
    return _("Error: {message}").format(message="") + sentence


class FileError(KshcError):
    """What is wrong inside a file whose name its reader does not know: who opened it says it, by ``inside``."""

    name = ""

    def told(self) -> str:
        """Name the file first."""
        sentence = self.sentence()
        return as_error(_("{name}: {reason}").format(name=self.name, reason=sentence) if self.name else sentence)


@contextmanager
def inside(name: str | None) -> Iterator[None]:
    """Let what is wrong inside a file bear its name, if somebody named it."""
    try:
        yield
    except FileError as problem:
        problem.name = name or ""
        raise


class WrongArgumentError(KshcError):
    """An argument that means nothing in this plan: an unknown id, an impossible month."""

    exit_status = EXIT_USAGE

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def sentence(self) -> str:
        """Return the sentence that the place of the error made."""
        return self.text


class UnknownNameError(WrongArgumentError):
    """A name that nothing in this plan bears; another plan may know it."""


class UnreadableFileError(KshcError):
    """A file that cannot be opened, read or written."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def sentence(self) -> str:
        """Name the file and the system's reason."""
        return _("{name}: {reason}").format(name=self.name, reason=self.reason)


class PlanInDoubtError(UnreadableFileError):
    """Something lies where the plan is looked for that is no file, or nobody may look: no plan above it is meant."""

    def sentence(self) -> str:
        """Say what lies there, that no other plan is taken for it, and what to do."""
        sentence = _(
            "{problem}; no plan of a folder above is taken in its place: repair it or take it away, or name the plan "
            "with --plan FILE."
        )
        return sentence.format(problem=super().sentence())


class PlanNotFoundError(KshcError):
    """No plan was named and none lies here or above."""

    def sentence(self) -> str:
        """Say where kshc looked and how to name a plan."""
        return _(
            "No plan.yaml here or in a parent folder; name one with --plan FILE or KSHC_PLAN, "
            "or begin one: kshc init --from KE-HOACH.docx"
        )
