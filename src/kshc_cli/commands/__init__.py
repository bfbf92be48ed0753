"""One module a command, each thin: read the plan, ask, write the answer, return the exit status."""
