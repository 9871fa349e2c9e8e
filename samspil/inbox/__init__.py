"""Messages in: by file, and by program."""
