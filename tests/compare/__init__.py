"""Tests of what compares plans."""
