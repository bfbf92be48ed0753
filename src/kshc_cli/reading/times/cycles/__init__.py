"""What comes back: every month, twice a year, on Fridays."""
