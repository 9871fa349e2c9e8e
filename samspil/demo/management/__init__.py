"""What the `demo` command needs beside the demonstration itself: its home, a bar, words."""
