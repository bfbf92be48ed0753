"""PyYAML, of which kshc takes the parser's events alone.

Its expressions tell types apart and look for unprintable characters where libyaml is missing. To compile them took more
than half of its loading.
"""

from typing import Any, Final

from kshc_cli.patterns import late_patterns

with late_patterns():
    import yaml as yaml  # noqa: PLC0414  others take it from here

PARSER: Final[type[Any]] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""The parser whose events are read: libyaml's, or PyYAML's own where that was not compiled in."""
