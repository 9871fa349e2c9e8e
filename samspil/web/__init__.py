"""The shell, the styles and the parts that every page is made of."""
