"""What other packages add to kshc."""
