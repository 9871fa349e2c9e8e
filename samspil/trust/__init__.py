"""Whatever reads everything: the journal for people."""
