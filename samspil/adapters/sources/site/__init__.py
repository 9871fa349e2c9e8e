"""The pages of a web site, as its sitemap lists them."""

from samspil.adapters.sources.site.pages import DELAY_S, Site, is_address

__all__ = ["DELAY_S", "Site", "is_address"]
