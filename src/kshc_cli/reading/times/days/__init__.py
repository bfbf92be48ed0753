"""Days, and what stands round them: points of the calendar, series, and the words that open them."""
