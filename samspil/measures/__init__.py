"""What work took before AI, and what it takes since: baselines and series."""
