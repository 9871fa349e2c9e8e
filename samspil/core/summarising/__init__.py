"""Say a long document, or a meeting, in few words: its own sentences, each with its place."""
