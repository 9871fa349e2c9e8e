"""Teach AI: examples, what they taught, and which version of it is in use."""
