"""A server that keeps failing is left alone, longer each time."""

from datetime import UTC, datetime, timedelta

from samspil.core.gateway.resting import rests_until

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_the_pause_begins_with_the_third_failure_and_doubles_up_to_half_an_hour():
    pauses = [rests_until(failures, at=NOW) for failures in (0, 2, 3, 4, 5, 20)]

    minutes = [one and (one - NOW) / timedelta(minutes=1) for one in pauses]
    assert minutes == [None, None, 1, 2, 4, 30]
