"""Readiness: where the company stands, what key people say, and what is solved in twelve months."""
