"""What pydantic refuses in a file, said in the plan's own words."""
