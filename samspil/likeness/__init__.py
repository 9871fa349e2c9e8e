"""Similar earlier cases: what was decided when somebody asked nearly the same."""
