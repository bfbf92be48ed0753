"""What is asked of the plug-ins that are installed, loaded only where there are any; importing this makes it so."""

from collections.abc import Callable, Iterator

from kshc_cli.findings import Finding
from kshc_cli.plugins.installed import installed
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reading.times.reader import OtherReader, read_also_by


def plugged_findings() -> Callable[[ReadPlan], Iterator[Finding]] | None:
    """Return what asks the rules of other packages; None where there are none."""
    plugins = installed("rules")
    if not plugins:
        return None
    from kshc_cli.plugins.rules import findings  # noqa: PLC0415  most have none

    return lambda plan: findings(plugins, plan)


def reader_of_others() -> OtherReader | None:
    """Return what asks the grammars of other packages for one plan; None where there are none."""
    plugins = installed("phrases")
    if not plugins:
        return None
    from kshc_cli.plugins.phrases import OtherPhrases  # noqa: PLC0415  most have none

    return OtherPhrases(plugins)


read_also_by(reader_of_others)
