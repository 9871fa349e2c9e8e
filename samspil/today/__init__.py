"""What waits, what AI did, and what needs attention today."""
