"""pydantic's core, without the types of its schemas: to load these costs as much as to start Python twice."""

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any, Final

_PACKAGE: Final = "pydantic_core"
_CORE: Final = f"{_PACKAGE}._pydantic_core"


def core() -> Any:  # noqa: ANN401  a module
    """Return the module that validates: the compiled one in its package; the package where that is not found."""
    if _CORE in sys.modules:
        return sys.modules[_CORE]
    package = PathFinder.find_spec(_PACKAGE)
    spec = PathFinder.find_spec(_CORE, package.submodule_search_locations) if package else None
    if spec is None or spec.loader is None:
        import pydantic_core

        return pydantic_core
    module = sys.modules[_CORE] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
