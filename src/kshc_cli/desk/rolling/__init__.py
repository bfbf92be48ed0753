"""Next year's plan drafted from this year's: which of its texts move, the proof, and the bytes."""
