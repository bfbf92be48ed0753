"""Changes to files that keep every other byte, and files written anew."""
