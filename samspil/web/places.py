"""Languages, countries and time zones, as forms offer them."""

import zoneinfo

from django.utils.translation import gettext_lazy as _

LANGUAGES = [("da", "Dansk"), ("de", "Deutsch"), ("en", "English")]
"""Each in its own words, so that everybody finds theirs."""
LANGUAGE_NAMES = {"da": _("Danish"), "de": _("German"), "en": _("English")}
"""Each in the reader's words."""
COUNTRIES = (("", _("none")), ("DK", _("Denmark")), ("DE", _("Germany")))
"""Whose public holidays are known; empty for none."""
ALSO = ("Atlantic/Faroe", "America/Nuuk", "UTC")
"""Zones that are offered beside those of Europe."""


def zones() -> list[str]:
    """The zones to choose from."""
    known = zoneinfo.available_timezones()
    return sorted(zone for zone in known if zone.startswith("Europe/") or zone in ALSO)
