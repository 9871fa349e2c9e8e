"""Options under uncertainty and what is decided of them; budgets and what was spent."""
