"""A plan edited as a sheet of Excel: a row a task, read back as changes of just those tasks."""
