"""Websites that may show one of our pages in a frame."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def origins(typed: str) -> list[str]:
    """The origins in these lines, a scheme and a host each; raises `ValidationError`."""
    lines = [line.strip().rstrip("/") for line in typed.split()]
    for line in lines:
        parts = urlsplit(line)
        origin = f"{parts.scheme}://{parts.netloc}"
        odd = any(sign in line for sign in ";,*'\"")
        if parts.scheme not in ("https", "http") or line != origin or odd:
            raise ValidationError(
                _("“%(line)s” is no website: write it like https://www.example.com.")
                % {"line": line[:100]}
            )
    return lines
