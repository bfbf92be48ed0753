"""Reading back: a Word document becomes a plan."""
