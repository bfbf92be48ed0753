"""How a workbook that bodies fill in is told from others, and its columns from each other: by words in hidden cells."""

from typing import Final

FORM: Final = "kshc-form/"
"""How the mark of a form begins, whichever kshc wrote it."""
MARK: Final = f"{FORM}1"
"""What the first cell of a sheet to be filled in says."""
LIST_MARK: Final = "kshc-form-list/1"
"""What the first cell of the sheet says from which tasks and periods are chosen."""
WHO: Final = "who"
"""What the hidden cell says before the name of the person who fills it in."""
INPUTS: Final = ("kind", "date", "number", "document_date", "note")
"""The columns in which people write."""
COLUMNS: Final = ("key", "task", "period", "due", "standing", *INPUTS)
"""What the columns are called in the row of the mark."""
