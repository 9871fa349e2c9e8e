"""Codes by which colleagues join: short, and read out aloud without mistakes."""

from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs; not 0 and O, and not 1 and I."""
LENGTH = 6


def drawn(below: Callable[[int], int]) -> str:
    """A code; `below(n)` draws a whole number from 0 up to n."""
    return "".join(ALPHABET[below(len(ALPHABET))] for _ in range(LENGTH))


def typed(text: str) -> str:
    """A code as somebody typed it, without spaces and dashes; empty where it cannot be one."""
    code = "".join(sign for sign in text.upper() if sign not in " -\u2013\u00a0\t")
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def spoken(code: str) -> str:
    """The code as it is shown: ABC-DEF."""
    half = LENGTH // 2
    return f"{code[:half]}-{code[half:]}" if code else ""
