"""What a chat does with a turn, from its words alone: nothing here judges how anybody feels."""
