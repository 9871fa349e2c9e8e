"""Learn to read a question and a passage together, from texts written for it."""
