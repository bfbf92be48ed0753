"""Outputs of other packages: each is given all duties, and makes a file or a text of them."""

from collections.abc import Sequence

from kshc_cli.errors import KshcError, WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.near import nearest
from kshc_cli.plugins.guarded import guarded
from kshc_cli.plugins.installed import Plugin, installed
from kshc_cli.plugins.loading import loaded, trouble_with
from kshc_cli.query.duties import DutyRow


class PluginError(KshcError):
    """An output of another package that gave nothing: nothing is written."""

    def __init__(self, plugin: Plugin, reason: str) -> None:
        super().__init__(plugin, reason)
        self.plugin = plugin
        self.reason = reason

    def sentence(self) -> str:
        """Name the package, say why, and what to do."""
        return " ".join(trouble_with(self.plugin, self.reason))


def export_called(name: str) -> Plugin:
    """Return the output that goes by a name, or by ``PACKAGE/NAME``. Raises WrongArgumentError where none does."""
    known = installed("exports")
    called = [one for one in known if name in {one.name, _whole(one)}]
    if len(called) == 1:
        return called[0]
    names = [*map(_whole, called or known)]
    if called:
        sentence = _("Several packages have an output “{name}”; name one of them: {names}.")
    elif not known:
        sentence = _("No output is called “{name}”: no package that is installed adds one.")
    elif near := nearest(name, [one.name for one in known]):
        sentence, names = _("No output is called “{name}”. Did you mean {names}?"), [near]
    else:
        sentence = _("No output is called “{name}”. Those that are installed: {names}.")
    raise WrongArgumentError(sentence.format(name=name, names=", ".join(names)))


def _whole(plugin: Plugin) -> str:
    return f"{plugin.package}/{plugin.name}"


def written(plugin: Plugin, rows: Sequence[DutyRow], *, is_shown: bool) -> tuple[bytes, str]:
    """Return what an output makes of duties, and what is to be said of it. Raises PluginError where it makes nothing.

    Bytes are refused where the answer ``is_shown`` as text, on standard output: they may be no text at all.
    """
    make, reason = loaded(plugin)
    if make is None:
        raise PluginError(plugin, reason)
    made, trouble = guarded(lambda: make(tuple(rows)))
    if made is None and trouble:
        raise PluginError(plugin, trouble.reason)
    said = " ".join(trouble_with(plugin, trouble.reason)) if trouble else ""
    if isinstance(made, str):
        return str.encode(made, "utf-8", "backslashreplace"), said
    if not isinstance(made, bytes):
        raise PluginError(plugin, _("it returned something else than text or bytes"))
    if is_shown:
        raise WrongArgumentError(_("This output is no text; name a file to write: --out FILE."))
    return made, said
