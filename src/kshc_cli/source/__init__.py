"""YAML to plan: one pass gives data and positions, mistakes become findings; the JSON Schema of the plan file."""
