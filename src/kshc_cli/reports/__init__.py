"""What kshc prints: functions that return text, for people and for machines."""
