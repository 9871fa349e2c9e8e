"""Calendars as RFC 5545 asks: lines folded, text escaped, nothing slipped in."""

from datetime import UTC, date, datetime

from samspil.core.ical import DayEvent, calendar_file

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def written(summary: str) -> list[str]:
    event = DayEvent(key="a@samspil", day=date(2026, 12, 31), summary=summary, sequence=2)
    return calendar_file([event], name="Plan", at=AT).split("\r\n")


def test_a_day_ends_where_the_next_begins():
    lines = written("Begin the pilot")

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "SEQUENCE:2" in lines


def test_text_is_escaped_and_can_begin_no_line_of_its_own():
    lines = written("a, b; c\\d\r\nEND:VEVENT\nBEGIN:VALARM\u2028x")

    assert "SUMMARY:a\\, b\\; c\\\\d\\nEND:VEVENT\\nBEGIN:VALARMx" in lines
    assert lines.count("END:VEVENT") == 1


def test_long_lines_are_folded_by_bytes_and_unfold_to_what_they_were():
    text = "Måling før AI – " * 20

    lines = written(text)

    assert all(len(line.encode()) <= 75 for line in lines)
    assert f"SUMMARY:{text}" in "\r\n".join(lines).replace("\r\n ", "")
