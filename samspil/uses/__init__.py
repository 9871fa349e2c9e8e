"""What people have said and recorded about each use of AI, and whether it may begin."""
