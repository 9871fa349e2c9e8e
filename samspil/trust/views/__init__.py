"""The journal, what AI decides, and requests of people to see what is held of them."""

from samspil.trust.views.exporting import export
from samspil.trust.views.overseeing import what_ai_decides, what_ai_decides_file
from samspil.trust.views.reading import check, journal
from samspil.trust.views.requesting import access, access_anew, access_pack, access_request

__all__ = [
    "access",
    "access_anew",
    "access_pack",
    "access_request",
    "check",
    "export",
    "journal",
    "what_ai_decides",
    "what_ai_decides_file",
]
