"""Times as files write them, as seconds since 1970 in UTC."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo

EARLIEST, LATEST = 1900, 2200
"""Years; a time outside of them is a slip."""
SLASHED = re.compile(
    r"(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})"
    r"(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?:\s*([AaPp])\.?[Mm]\.?)?)?"
)
SECONDS, THOUSANDTHS, PACKED = 10, 13, 14
"""How many digits a time has that is only a number: since 1970, or year to second."""


class BadTime(ValueError):
    """This is no time."""


def reader(*, zone: tzinfo, month_first: bool) -> Callable[[str], tuple[float, bool]]:
    """What turns a time in words into seconds since 1970, and says whether it named its zone.

    A time that names none is one in `zone`. `month_first` settles what 03/04/2026 is. What it gives
    raises `BadTime`.
    """

    def read(said: str) -> tuple[float, bool]:
        moment = _moment(said.strip(), month_first=month_first)
        if not EARLIEST <= moment.year <= LATEST:
            raise BadTime(said)
        if moment.tzinfo is not None:
            return moment.timestamp(), True
        return moment.replace(tzinfo=zone).timestamp(), False

    return read


def looks_like_time(said: str) -> bool:
    """Whether it can be read as a time, and is more than a number."""
    words = said.strip()
    try:
        _moment(words, month_first=False)
    except BadTime:
        return False
    return not words.isdecimal() or len(words) in (SECONDS, THOUSANDTHS, PACKED)


def writes_month_first(said: Iterable[str]) -> bool:
    """Whether these times can only be read with the month before the day."""
    found = [match for one in said if (match := SLASHED.match(one.strip()))]
    seconds = [int(one[2]) for one in found if len(one[1]) <= 2]
    firsts = [int(one[1]) for one in found if len(one[1]) <= 2]
    return any(one > 12 for one in seconds) and all(one <= 12 for one in firsts)


def _moment(said: str, *, month_first: bool) -> datetime:
    if said.isdecimal():
        return _of_number(said)
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        pass
    if said[-4:].upper() in (" UTC", " GMT"):
        return _moment(said[:-4], month_first=month_first).replace(tzinfo=UTC)
    return _slashed(said, month_first=month_first)


def _of_number(said: str) -> datetime:
    try:
        if len(said) in (SECONDS, THOUSANDTHS):
            return datetime.fromtimestamp(int(said[:SECONDS]), tz=UTC)
        if len(said) == PACKED:
            return datetime.strptime(said, "%Y%m%d%H%M%S")  # noqa: DTZ007 - the zone is added later
    except (ValueError, OverflowError, OSError):
        pass
    raise BadTime(said)


def _slashed(said: str, *, month_first: bool) -> datetime:
    found = SLASHED.fullmatch(said)
    if found is None:
        raise BadTime(said)
    first, middle, last, hour, minute, second, half = found.groups()
    if len(first) == 4:
        year, month, day = int(first), int(middle), int(last)
    else:
        year = int(last) + (2000 if len(last) == 2 else 0)
        month, day = (int(first), int(middle)) if month_first else (int(middle), int(first))
    of_day = int(hour or 0) % 12 + 12 * (half in "Pp") if half else int(hour or 0)
    try:
        return datetime(year, month, day, of_day, int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        raise BadTime(said) from None
