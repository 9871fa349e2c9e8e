"""Initiatives on their way into work: stages, gates that open on evidence, and what stops them."""
