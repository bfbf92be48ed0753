"""Words of a plan moved to another year: which years in them move, and the proof that they mean the same a year on."""
