"""The journal: read it, check it, take it along."""

from samspil.trust.views.exporting import export
from samspil.trust.views.reading import check, journal

__all__ = ["check", "export", "journal"]
