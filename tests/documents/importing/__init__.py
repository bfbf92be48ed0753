"""Tests of reading Word documents back into plans."""
