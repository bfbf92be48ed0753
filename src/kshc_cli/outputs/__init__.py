"""How an answer of one plan or many is written: one registry of forms."""
