"""The last line of ``make demo``, in the language that kshc speaks there: where kshc is, and how it is called."""

import os
import sys

from kshc_cli.messages import language_of
from kshc_cli.system_language import system_language

SENTENCES = {
    "en": "kshc is installed in {folder}; to call it by its name: . {folder}/activate",
    "vi": "kshc đã được cài vào {folder}; để gọi bằng tên: . {folder}/activate",
}


def language() -> str:
    """Return the language of KSHC_LANG, the locale or the system, as kshc chooses it."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    return language_of(os.environ.get("KSHC_LANG"), locale or system_language())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a file or a terminal
    print(SENTENCES[language()].format(folder=sys.argv[1]))
