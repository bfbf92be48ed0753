from kshc_cli.plugins.surface import CheckedPlan as CheckedPlan
from kshc_cli.plugins.surface import CheckedTask as CheckedTask
from kshc_cli.plugins.surface import Fault as Fault
