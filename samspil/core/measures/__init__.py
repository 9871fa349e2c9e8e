"""What work took before AI, and what it takes now: minutes and errors, with their doubt."""
