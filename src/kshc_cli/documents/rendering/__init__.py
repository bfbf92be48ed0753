"""Plans as Word documents: the words of a plan and the bytes of a template in, the bytes of a document out."""
