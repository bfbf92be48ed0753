"""Excel workbooks: their sheets as rows of words."""
