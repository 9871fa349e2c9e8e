"""Believable companies and months of work, built through actions."""
