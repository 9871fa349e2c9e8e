"""A mail's subject without the signs that mail programs put before it."""

import re

PREFIX = re.compile(
    r"^\s*(?:re|sv|aw|vs|fw|fwd|wg|antw|antwort|svar|videresendt|weitergeleitet|vs|tr|rv)"
    r"(?:\s*[\[(]?\d{1,3}[\])]?)?\s*[:：]\s*",
    re.IGNORECASE,
)
FORWARDS = re.compile(r"^\s*(?:fw|fwd|wg|videresendt|weitergeleitet)\s*:", re.IGNORECASE)
MOST_PREFIXES = 50


def bare_subject(subject: str) -> str:
    """Without Re:, SV:, AW:, VS:, Fwd: and the like, however many stand there."""
    left = " ".join(subject.split())
    for _ in range(MOST_PREFIXES):
        shorter = PREFIX.sub("", left, count=1)
        if shorter == left:
            break
        left = shorter
    return left.strip()
