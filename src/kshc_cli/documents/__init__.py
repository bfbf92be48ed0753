"""Word documents: written from plans, checked, read back."""
