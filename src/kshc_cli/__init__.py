"""kshc: a Vietnamese local government's yearly work plan as one YAML file."""

__version__ = "0.1.0"
