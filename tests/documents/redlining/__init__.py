"""Redlines."""
