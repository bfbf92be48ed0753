"""Words to meaning: times, agencies, and the folding of Vietnamese text."""
