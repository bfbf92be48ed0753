"""What comes back: rules of RFC 5545 and their occurrences."""
