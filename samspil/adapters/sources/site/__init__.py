"""The pages of a web site, as its sitemap lists them."""

from samspil.adapters.sources.site.pages import Site, is_address

__all__ = ["Site", "is_address"]
