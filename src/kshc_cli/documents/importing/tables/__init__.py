"""Tables of tasks: what their columns and rows are, and what is none; sheets of a workbook as such."""
