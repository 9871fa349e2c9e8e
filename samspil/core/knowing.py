"""What cases need of whoever knows the company's documents and answers.

Knowledge stands above the cases it helps with: `config` says who fulfils this.
"""

from typing import Protocol
from uuid import UUID


class BesideCases(Protocol):
    """What is known about cases."""

    def address(self, case: UUID) -> str:
        """Where it stands what is known about a case; for whoever may see the case."""
