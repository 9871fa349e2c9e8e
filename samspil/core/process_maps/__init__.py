"""Maps of processes: steps and the ways between them, how often cases come there, what it takes."""
