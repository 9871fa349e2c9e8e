"""Whether AI treats alike what is alike: outcomes of groups, and answers to swapped words."""
