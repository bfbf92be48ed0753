"""``kshc export parquet``: all duties of a plan, or of many, as a table for DuckDB, pandas, Spark."""

from importlib.util import find_spec

from kshc_cli.cli.duties_command import FAULTY, duties_command
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _, plain

EXAMPLES = ("kshc export parquet --out nhiem-vu.parquet",)
FINDINGS = FAULTY


def _refuse_without_pyarrow() -> None:
    """Raise WrongArgumentError where pyarrow is missing, or where its own libraries cannot be loaded."""
    if find_spec("pyarrow") is None:
        sentence = _(
            "Parquet needs {package}, which is not installed: pipx inject kshc-cli {package}, or pip install {package}"
        )
        raise WrongArgumentError(sentence.format(package="pyarrow"))
    try:
        import pyarrow.parquet  # noqa: F401  whether it loads
    except (ImportError, OSError) as problem:
        sentence = _(
            "Parquet needs {package}, which is installed but cannot be loaded ({reason}); install it anew: "
            "pipx inject --force kshc-cli {package}, or pip install --force-reinstall {package}"
        )
        raise WrongArgumentError(sentence.format(package="pyarrow", reason=plain(str(problem))[:200])) from problem


command = duties_command("parquet", ready=_refuse_without_pyarrow)
