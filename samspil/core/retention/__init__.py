"""How long each kind of data is kept, why, and what keeps it longer."""
