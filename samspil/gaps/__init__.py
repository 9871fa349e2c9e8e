"""What people ask that finds no good answer, what rests on one person, and who is asked to help."""
