"""A Word file (ECMA-376): its parts, and what stands in them, with the formatting that each letter ends up with."""
