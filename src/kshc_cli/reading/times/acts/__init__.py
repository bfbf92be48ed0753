"""What is done, beside the time by which it is due."""
