"""Words of a time cell to their meaning: days, periods, limits, events."""
