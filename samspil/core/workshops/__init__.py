"""Workshops in which colleagues propose, estimate, vote on and rank what AI might help with."""
