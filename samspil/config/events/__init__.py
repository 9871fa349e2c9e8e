"""The event stream: tells open pages that something happened, and nothing of what."""
