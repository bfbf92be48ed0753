"""The text of a YAML file: its characters, lines, events and data, and what is wrong with them."""
