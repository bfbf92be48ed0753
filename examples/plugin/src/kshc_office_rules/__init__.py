"""What an office adds to kshc without changing it."""
