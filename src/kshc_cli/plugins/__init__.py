"""What other packages add to kshc by entry points: what each is given, and what it may return.

Names and fields of ``surface`` stay as they are within a major version; they can be had from here. It is loaded when
it is first asked for.
"""

_SURFACE = (
    "CheckedPlan",
    "CheckedTask",
    "Continuous",
    "Deadline",
    "Fault",
    "OnEvent",
    "Recurring",
    "Reference",
    "Relative",
    "Role",
    "TimePart",
    "Undated",
    "Window",
)


def __getattr__(name: str) -> object:
    if name not in _SURFACE:
        raise AttributeError(name)
    from importlib import import_module  # noqa: PLC0415  finding plug-ins needs none of it

    return getattr(import_module("kshc_cli.plugins.surface"), name)


def __dir__() -> list[str]:
    return [*_SURFACE]
