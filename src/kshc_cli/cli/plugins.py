"""Telling which plug-ins are installed."""

from kshc_cli.messages import _
from kshc_cli.plugins.installed import Kind, installed


def plugin_lines() -> str:
    """Return a line for each installed plug-in: its name, its package with the version, and what it is."""
    kinds: dict[Kind, str] = {"exports": _("output"), "rules": _("rule")}
    told = [f"{kinds[one.kind]} {one.name}: {one.package} {one.version}\n" for one in installed()]
    return "".join(told) or _("No plug-ins are installed.") + "\n"
