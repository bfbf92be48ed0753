"""Redlines: of two Word files one that shows both, what the old one has alone as deleted, the new one as inserted."""
