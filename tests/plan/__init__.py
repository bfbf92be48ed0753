"""The plan file and its records."""
