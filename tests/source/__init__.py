"""Tests of the way from YAML to plan."""
