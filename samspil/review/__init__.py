"""A person's judgement: the queue and the case."""
