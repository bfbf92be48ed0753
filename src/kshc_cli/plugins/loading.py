"""Loading what another package declares: once in a process, and what goes wrong then is told each time."""

from collections.abc import Callable
from functools import cache
from typing import Any

from kshc_cli.messages import _, language_in_use
from kshc_cli.plugins.guarded import failure, guarded
from kshc_cli.plugins.installed import Plugin


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
