"""Tasks in paragraphs: labels, sentences, and what gives nobody a duty."""
