"""How long data is kept: every rule has its reason and its source, and nobody goes beyond it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from samspil.core.retention import categories
from samspil.core.retention.categories import Category, Certainty, Country, Then, country_of
from samspil.core.retention.holds import HoldOn, Holds, holds_of
from samspil.core.retention.periods import NEVER, Problem, problem_with, reach
from samspil.core.retention.rules import RULES, fixed, rule_of

pytestmark = pytest.mark.either
NIGHT = datetime(2027, 3, 1, 2, tzinfo=UTC)
ONE = UUID("0197c1a2-0000-7000-8000-000000000001")
EACH = pytest.mark.parametrize(
    "rule", RULES.values(), ids=lambda one: f"{one.category}-{one.country}"
)


@EACH
def test_lr6_every_rule_names_its_reason_its_source_and_when_it_was_checked(rule):
    assert len(rule.why) > 20
    assert rule.source
    assert rule.checked.year == 2026
    assert categories.WORDS[rule.category]


@EACH
def test_lr6_the_usual_period_lies_within_the_bounds(rule):
    if rule.days is None:
        assert rule.then is Then.STAYS
        assert rule.longest is None
    else:
        assert 1 <= rule.shortest <= rule.days <= rule.longest


@pytest.mark.parametrize("country", list(Country))
def test_lr6_every_kind_of_data_has_a_rule_in_every_country(country):
    rules = [rule_of(category, country) for category in Category]

    assert [one.category for one in rules] == list(Category)
    assert {one.country for one in rules} <= {country, Country.EU}


def test_lr6_logs_are_kept_for_thirteen_months_and_never_less_than_six():
    logs = rule_of(Category.CALLS, Country.DK)

    assert (logs.shortest, logs.days, logs.longest) == (184, 396, 1096)
    assert logs.certainty is Certainty.LAW
    assert "26(6)" in logs.source
    assert problem_with(logs, days=183, why="") is Problem.TOO_SHORT
    assert problem_with(logs, days=184, why="") is None


def test_longer_than_usual_takes_a_reason_and_longer_than_the_longest_nothing_allows():
    chats = rule_of(Category.CHATS, Country.DE)

    assert problem_with(chats, days=31, why=" ") is Problem.NO_REASON
    assert problem_with(chats, days=31, why="Complaints come late.") is None
    assert problem_with(chats, days=366, why="We like to.") is Problem.TOO_LONG
    assert problem_with(chats, days=0, why="") is Problem.TOO_SHORT


@pytest.mark.parametrize("category", [Category.JOURNAL, Category.REMOVED, Category.CONSENTS])
def test_what_is_fixed_nobody_sets(category):
    rule = rule_of(category, Country.EU)

    assert problem_with(rule, days=1, why="Because.") is Problem.FIXED


def test_the_country_follows_from_the_time_zone_and_else_is_the_union():
    assert country_of("Europe/Copenhagen") is Country.DK
    assert country_of("Europe/Berlin") is Country.DE
    assert country_of("Europe/Vienna") is Country.EU
    assert rule_of(Category.SUMMARIES, Country.DK).certainty is Certainty.PRACTICE
    assert rule_of(Category.SUMMARIES, Country.DE).certainty is Certainty.OURS


def test_a_sweep_reaches_back_to_where_the_period_ends():
    rule = rule_of(Category.CHATS, Country.DK)

    assert reach(rule, days=30, holds=Holds(), at=NIGHT).before == NIGHT - timedelta(days=30)


def test_a_sweep_reaches_nothing_of_a_held_category_nor_of_what_stays():
    held = Holds(categories=frozenset({Category.CHATS}))
    chats, journal = (rule_of(one, Country.DK) for one in (Category.CHATS, Category.JOURNAL))

    assert reach(chats, days=30, holds=held, at=NIGHT).before == NEVER
    assert reach(journal, days=None, holds=Holds(), at=NIGHT).before == NEVER


def test_holds_are_told_apart_by_what_they_are_on():
    found = holds_of(
        [
            (HoldOn.PERSON, "Kunde@Example.com "),
            (HoldOn.CASE, str(ONE)),
            (HoldOn.CATEGORY, "chats"),
        ]
    )

    assert found == Holds(
        people=frozenset({"kunde@example.com"}),
        cases=frozenset({ONE}),
        categories=frozenset({Category.CHATS}),
    )
    assert found.of_cases
    assert not Holds(categories=frozenset({Category.CHATS})).of_cases


def test_only_what_is_fixed_has_one_period_for_everybody():
    assert fixed(Category.REMOVED) == timedelta(days=1)
    with pytest.raises(AssertionError, match="can be set"):
        fixed(Category.CHATS)
