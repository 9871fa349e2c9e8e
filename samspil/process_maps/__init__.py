"""Maps of processes that people draw: steps that are the same things as elsewhere."""
