"""Words of an agency cell to bodies of the plan's registry."""
