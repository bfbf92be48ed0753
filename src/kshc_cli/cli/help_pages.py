"""What stands on help pages beside the lists of commands: options with their values, examples, exit statuses."""

from collections.abc import Sequence
from copy import copy

import click

from kshc_cli.cli.typed import Typed
from kshc_cli.cli.values import Chosen
from kshc_cli.messages import _


def write_parameters(parameters: Sequence[click.Parameter], ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write arguments and options into a help page, each with the values that it takes."""
    for heading, kind in ((_("Arguments"), "argument"), (_("Options"), "option")):
        chosen = [_told(one).get_help_record(ctx) for one in parameters if one.param_type_name == kind]
        if records := [record for record in chosen if record]:
            with formatter.section(heading):
                formatter.write_dl(records)


def _told(parameter: click.Parameter) -> click.Parameter:
    """Return a parameter whose help tells its values."""
    reader = parameter.type.reader if isinstance(parameter.type, Typed) else None
    if not isinstance(reader, Chosen):
        return parameter
    told, values = copy(parameter), _("Values: {values}.").format(values=reader.told())
    vars(told)["help"] = f"{vars(parameter)['help']} {values}"
    if (spelling := str(parameter.default)) in reader.values:
        vars(told)["default"] = reader.called(spelling)
    return told


def examples(lines: Sequence[str]) -> str:
    """Return the paragraph of a help page that shows examples."""
    return "\n".join(("\b", _("Examples:"), *(f"  {line}" for line in lines)))


def statuses(findings: str) -> str:
    """Return the paragraph of a help page that explains exit statuses; ``findings`` is when a command gives 1."""
    told = (
        _("0 fine"),
        *([f"1 {findings}"] if findings else []),
        _("2 wrong usage"),
        _("3 a file cannot be read or written"),
    )
    return _("Exit status: {statuses}.").format(statuses="; ".join(told))
