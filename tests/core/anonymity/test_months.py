"""Figures are of months that are over."""

from datetime import date

from samspil.core.anonymity import last_month, told_together, told_until

TODAY = date(2026, 3, 10)


def days(month: int, people: int) -> list[tuple[date, int]]:
    return [(date(2026, month, 1 + one), one) for one in range(people)]


def test_the_last_month_is_whole_and_ends_before_this_one():
    month = last_month(date(2026, 1, 31))

    assert (month.first, month.after) == (date(2025, 12, 1), date(2026, 1, 1))


def test_a_growing_figure_waits_for_a_month_of_five_people():
    assert told_until(days(1, 5), today=TODAY) == date(2026, 2, 1)
    assert told_until(days(1, 5) + days(2, 4), today=TODAY) == date(2026, 2, 1)
    assert told_until(days(1, 5) + days(2, 5), today=TODAY) == date(2026, 3, 1)


def test_of_this_month_and_of_few_people_it_says_nothing():
    assert told_until(days(3, 9), today=TODAY) is None
    assert told_until(days(2, 4), today=TODAY) is None
    assert told_until([], today=TODAY) is None


def test_one_person_many_times_is_one_person():
    assert told_until([(date(2026, 2, 1 + day), 7) for day in range(20)], today=TODAY) is None


def test_several_months_are_told_together_only_from_those_told_by_themselves():
    told, few = (20, 12, 5), (9, 6, 4)

    assert told_together([told, told]) == (40, 24)
    assert told_together([told, few]) == told_together([told]) == (20, 12)
    assert told_together([few]) == (None, None)
    assert told_together([]) == (0, 0)


def test_a_part_is_told_only_where_every_month_tells_it():
    assert told_together([(20, 12, 5), (20, 18, 5)]) == (40, None)
