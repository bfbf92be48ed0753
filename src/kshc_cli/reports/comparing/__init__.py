"""What differs between two plans, said for people and programs."""
