"""Telling which plug-ins are installed."""

from kshc_cli.messages import _
from kshc_cli.plugins.installed import Kind, Plugin, installed
from kshc_cli.plugins.loading import loaded, trouble_with


def plugin_lines() -> str:
    """Return a line for each installed plug-in: its name, its package with the version, and what it is."""
    kinds: dict[Kind, str] = {"exports": _("output"), "phrases": _("phrases"), "rules": _("rule")}
    return "".join(_line(one, kinds[one.kind]) for one in installed()) or _("No plug-ins are installed.") + "\n"


def _line(plugin: Plugin, kind: str) -> str:
    if plugin.damage:
        return " ".join(trouble_with(plugin, loaded(plugin)[1])) + "\n"
    return f"{kind} {plugin.name}: {plugin.package} {plugin.version}\n"
