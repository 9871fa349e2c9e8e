"""Options compared under uncertainty, what they cost, and what was planned and spent."""
