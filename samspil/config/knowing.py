"""Who knows what cases need to know."""

from uuid import UUID

from django.urls import reverse

from samspil.core.knowing import BesideCases


class Knowledge:
    """The company's documents and answers."""

    def address(self, case: UUID) -> str:
        """The page beside the case."""
        return reverse("knowledge:beside", args=[case])


BESIDE_CASES: BesideCases = Knowledge()
