"""Files: read, replaced, shared."""
