"""Bytes on disk: read whole and bounded, replaced as a whole with their rights kept, locked against other runs."""
