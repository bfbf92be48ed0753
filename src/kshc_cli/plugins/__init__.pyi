from kshc_cli.plugins.surface import *  # noqa: F403  just what it names in __all__
