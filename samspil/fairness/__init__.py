"""Whether AI treats alike what is alike: trials with swapped words, and outcomes of groups."""
