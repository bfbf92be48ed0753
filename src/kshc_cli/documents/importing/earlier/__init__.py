"""What an earlier plan knows of the words that a document shows again."""
