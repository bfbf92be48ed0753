"""The entry point of the ``kshc`` command and of ``python -m kshc_cli``."""

from kshc_cli.recall import answer_again


def run() -> None:
    """Run the command line and leave with its exit status: at once where the answer is remembered."""
    answer_again()
    from kshc_cli.process import work  # noqa: PLC0415  nothing is loaded before it is known to be needed

    work()


if __name__ == "__main__":
    run()
