"""Questions to a plan, answered in rows: one shape that every output takes."""
