"""The only door to an embedding: the one that is installed, or none."""

from samspil.adapters.embedding.choice import chosen, trouble

__all__ = ["chosen", "trouble"]
