"""What other packages add to kshc by entry points: what each is given, and what it may return.

Names and fields of ``surface`` stay as they are within a major version; they can be had from here. It is loaded when
it is first asked for.
"""

from types import ModuleType


def __getattr__(name: str) -> object:
    is_of_surface = name[:1].isupper()  # else a module of this package, which need not load the surface
    if not is_of_surface or name not in __dir__():
        raise AttributeError(name)
    return getattr(_surface(), name)


def __dir__() -> list[str]:
    return [*_surface().__all__]


def _surface() -> ModuleType:
    from importlib import import_module  # noqa: PLC0415  finding plug-ins needs none of it

    return import_module("kshc_cli.plugins.surface")
