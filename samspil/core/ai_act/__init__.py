"""What the AI Act says of one use of AI: its class, who is what, and what has to be done."""
