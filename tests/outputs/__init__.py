"""What is written of answers for other programs."""
