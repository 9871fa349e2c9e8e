"""Mails as they come in, whatever is wrong with them: told apart, made small, opened."""
