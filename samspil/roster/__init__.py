"""People and AI colleagues in one picture, and who takes whose work."""
