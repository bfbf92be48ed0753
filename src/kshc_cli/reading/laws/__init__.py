"""Legal texts: the register of those that are known, how they are cited, and what stands against a citation."""
