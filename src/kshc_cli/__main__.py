"""The entry point of the ``kshc`` command and of ``python -m kshc_cli``."""

import sys

from kshc_cli.app import main


def run() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
