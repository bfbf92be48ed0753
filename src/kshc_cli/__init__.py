"""kshc: a Vietnamese local government's yearly work plan as one YAML file.

For programs: what ``library.py`` declares can be had from here. It is loaded when it is first asked for.
"""

__version__ = "0.1.0"

_SURFACE = (
    "AgencyReading", "Finding", "Fleet", "FormError", "KshcError", "Plan", "Row", "TimeReading",
    "check", "load", "read_agencies", "read_time", "render_docx", "rows",
)  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _SURFACE:
        raise AttributeError(name)
    from importlib import import_module  # noqa: PLC0415  an import of this package alone costs nothing

    return getattr(import_module("kshc_cli.library"), name)


def __dir__() -> list[str]:
    return [*_SURFACE, "__version__"]
