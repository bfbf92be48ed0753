"""A plan edited in Word: written with its places marked, read back as changes of just those places."""
