"""The only door to an embedding: the one that is installed, or none."""

from samspil.adapters.embedding.choice import chosen, for_learning, trouble

__all__ = ["chosen", "for_learning", "trouble"]
