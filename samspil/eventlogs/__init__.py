"""What a company's event logs show: maps of its processes, waiting, repetition, candidates."""
