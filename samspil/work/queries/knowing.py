"""What is known about a case beyond what stands in it."""

from django.conf import settings
from django.utils.module_loading import import_string

from samspil.core.knowing import BesideCases


def knowledge() -> BesideCases:
    """Whoever knows the company's documents and answers, as `config` says."""
    known: BesideCases = import_string(settings.BESIDE_CASES)
    return known
