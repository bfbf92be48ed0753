"""Plans edited in Word."""
