"""Rollouts: what a pilot showed is taken up by one team after the other, with help at hand."""
