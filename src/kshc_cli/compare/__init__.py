"""Comparing plans: which parts of two are the same, and what differs between them."""
