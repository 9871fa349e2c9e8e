"""Documents that answers are taken from, and whom to ask where they are silent."""
