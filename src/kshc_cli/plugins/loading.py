"""Loading what another package declares: once in a process, and what goes wrong then is told each time."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import _, language_in_use, plain
from kshc_cli.plugins.guarded import failure, guarded
from kshc_cli.plugins.installed import Plugin

FAILED: Final = "plugin-failed"
"""The id of what is found where a plug-in cannot be used."""
_LONGEST: Final = 500
"""Characters of a sentence of a plug-in that are shown."""


def loaded(plugin: Plugin) -> tuple[Callable[..., Any] | None, str]:
    """Return what a plug-in is called by, and why it cannot be; blank where nothing stands against it."""
    return (None, failure(plugin.damage).reason) if plugin.damage else _loaded(plugin, language_in_use())


@cache
def _loaded(plugin: Plugin, _language: str) -> tuple[Callable[..., Any] | None, str]:
    def load() -> object:
        from importlib.metadata import EntryPoint  # noqa: PLC0415  only where there is one

        return EntryPoint(plugin.name, plugin.target, f"kshc.{plugin.kind}").load()

    made, trouble = guarded(load)
    if trouble:
        return None, trouble.reason
    if not callable(made):
        return None, _("{target} is nothing that can be called").format(target=plugin.target)
    return made, ""


def trouble_with(plugin: Plugin, reason: str) -> tuple[str, str]:
    """Say that a plug-in cannot be used and why, and what to do."""
    message = _("The plug-in “{name}” of the package {package} {version} cannot be used: {reason}.").format(
        name=plugin.name, package=plugin.package, version=plugin.version, reason=reason
    )
    remedy = _("Tell who wrote it; update or uninstall {package}, or turn all plug-ins off: KSHC_PLUGINS=0.")
    return message, remedy.format(package=plugin.package)


def failed(plugin: Plugin, reason: str) -> Finding:
    """Return what is found where a plug-in cannot be used."""
    message, remedy = trouble_with(plugin, reason)
    return Finding(FAILED, Severity.WARNING, message, remedy)


def shown(sentence: str) -> str:
    """Return a sentence on one line, without what steers a terminal, and cut where it goes on and on."""
    told = " ".join(plain(sentence[: 2 * _LONGEST]).split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
