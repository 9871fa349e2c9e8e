"""The same cases go the old way and the new way, and both are compared."""
