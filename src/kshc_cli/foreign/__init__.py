"""Files of other programs, and of kshc in the place of others: what they are, and what to do about them."""
