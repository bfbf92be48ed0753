"""Plans as Word documents: bytes of a template in, bytes of a document out."""
