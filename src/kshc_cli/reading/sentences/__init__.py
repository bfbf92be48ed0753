"""Sentences that give out a duty: who does it, with whom and by when, each with the place of its words."""
