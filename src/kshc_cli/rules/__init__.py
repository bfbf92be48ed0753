"""Checks across the records of a plan. A rule is a generator of findings: its name the id, its docstring the reason."""
