"""Parallel runs: the same cases go the old way and the new way, and the two are compared."""
