"""Minutes of a meeting from its transcript: decisions, actions, open questions, main points."""
