"""Days as other calendars take them: iCalendar, RFC 5545."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST = 75
"""So many bytes a line may hold, its end not counted."""
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEvent:
    """Something on a whole day. `key` stays the same when the day moves; `sequence` grows then."""

    key: str
    day: date
    summary: str
    sequence: int = 0


def calendar_file(events: Iterable[DayEvent], *, name: str, at: datetime) -> str:
    """A calendar with these events, written at this instant."""
    stamp = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samspil//Samspil//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}",
    ]  # fmt: skip
    for one in events:
        lines += [
            "BEGIN:VEVENT", f"UID:{one.key}", f"DTSTAMP:{stamp}", f"SEQUENCE:{one.sequence}",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(one.summary)}", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]  # fmt: skip
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _text(text: str) -> str:
    """Without anything that could begin another line."""
    return "".join(one for one in text.translate(ESCAPED) if one.isprintable())


def _folded(line: str) -> Iterable[str]:
    """The line in pieces of at most `LONGEST` bytes; no character is cut in two."""
    piece, room = "", LONGEST
    for one in line:
        size = len(one.encode())
        if size > room:
            yield piece
            piece, room = " ", LONGEST - 1
        piece += one
        room -= size
    yield piece
