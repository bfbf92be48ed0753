"""What falls due and when, derived from readings; nothing here is typed by anybody."""
