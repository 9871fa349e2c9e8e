"""What the outside gives us behind doors of our own: background work, mail."""
