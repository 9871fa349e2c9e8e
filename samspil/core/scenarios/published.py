"""What other companies reported, as context and never as a promise: nothing is worked out from it.

Gathered when Samspil was planned (capability A13); the sources differ, and none was checked here.
"""

CURRENCY = "EUR"
FIRST_YEAR = (1_000, 3_000)
"""For each employee in the first year."""
SHARED_HR = (15_000, 50_000)
"""For HR work shared between people and AI, in the first year."""
PAYBACK_MONTHS = ((6, 9), (12, 18))
"""Months until it was paid back, by one source and by another."""
