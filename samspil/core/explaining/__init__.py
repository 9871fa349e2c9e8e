"""Explain a case from what was recorded of it; nothing is looked up or thought of anew."""
