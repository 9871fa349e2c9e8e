"""Readiness: where the company stands with AI, what key people say, and what is to be solved."""
