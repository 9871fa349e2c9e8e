"""Whether anybody has begun, and the link for whoever is to."""

from base64 import b32encode

from django.conf import settings
from django.urls import reverse

from samspil.tenancy.models import Organisation

BYTES = 15
"""Of the key in the home: 120 bits, which are 24 letters and digits."""


def nothing_founded() -> bool:
    """Whether this installation holds no organisation yet."""
    return not Organisation.objects.exists()


def start_code() -> str:
    """The code that lets its holder found the first organisation."""
    return b32encode(settings.START_KEY[:BYTES]).decode().lower()


def start_link(base: str = "") -> str:
    """Where the first organisation is founded. `base` is where the pages are served, used unless
    the settings say under which address people reach them."""
    known = settings.BASE_URL if settings.BASE_URL_GIVEN or not base else base
    return known.rstrip("/") + reverse("founding:start", args=[start_code()])


def start_words(base: str = "") -> str:
    """What a command tells whoever installed Samspil; empty once somebody has begun."""
    return f"Open {start_link(base)} to begin." if nothing_founded() else ""
