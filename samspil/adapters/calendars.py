"""Public holidays, from the `holidays` package. Denmark keeps no Store bededag since 2024."""

from datetime import date
from functools import lru_cache

import holidays

COUNTRIES = ("DK", "DE")
STATES = (
    "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH",
)  # fmt: skip
"""The states of Germany, each with holidays of its own."""
YEARS_AHEAD = 2
"""Deadlines further away count later holidays as ordinary days, and so come earlier."""
LANGUAGE = {"da": "da", "de": "de", "en": "en_US"}


class UnknownCalendar(ValueError):
    """Nobody knows the holidays of this country or state."""


@lru_cache(maxsize=256)
def public_holidays(country: str, state: str = "", *, year: int) -> frozenset[date]:
    """The holidays of the year before this one up to two years ahead; none where no country is
    given. Raises `UnknownCalendar`."""
    if not country:
        return frozenset()
    years = range(year - 1, year + YEARS_AHEAD + 1)
    return frozenset(day for one in years for day, _ in holidays_of(country, state, year=one))


@lru_cache(maxsize=256)
def holidays_of(
    country: str, state: str = "", *, year: int, language: str = "en"
) -> tuple[tuple[date, str], ...]:
    """The holidays of one year with their names, in order. Raises `UnknownCalendar`."""
    if country not in COUNTRIES or (state and (country != "DE" or state not in STATES)):
        raise UnknownCalendar(f"No holidays are known for {country} {state}".rstrip() + ".")
    found = holidays.country_holidays(
        country, subdiv=state or None, years=year, language=LANGUAGE.get(language, "en_US")
    )
    return tuple(sorted((day, str(name)) for day, name in found.items()))
