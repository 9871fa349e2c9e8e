"""What an accepted division lays down, and what a gate would change."""

from decimal import Decimal

import pytest

from samspil.core.allocation.divisions import Division, rank
from samspil.core.pipeline.accepting import NothingToTry, laid_down
from samspil.core.pipeline.arrangement import Arrangement, Part, after, changed

NOW = Arrangement(
    organisation_model="collaborative", judge_first=0.1, money_limit=Decimal(500),
    takers=(("1", "a"), ("2", "b"), ("3", "b")), waits=True,
)  # fmt: skip


def test_the_more_a_person_leads_the_more_they_judge_first():
    shares = [
        laid_down(one)[0].judge_first
        for one in sorted(Division, key=rank)
        if one is not Division.PERSON_ALONE
    ]

    assert shares == [1.0, 0.5, 0.2, 0.2, 0.1]


@pytest.mark.parametrize("division", [one for one in Division if one is not Division.PERSON_ALONE])
def test_only_where_ai_leads_it_may_do_whole_runs_and_later_less_is_judged_first(division):
    pilot, scale = laid_down(division)

    runs = division in (Division.AI_LEADS, Division.AI_ALONE)
    assert (pilot.organisation_model == "supervised") is runs
    assert scale.organisation_model == pilot.organisation_model
    assert scale.judge_first <= pilot.judge_first


def test_what_a_person_does_alone_lays_nothing_down():
    with pytest.raises(NothingToTry):
        laid_down(Division.PERSON_ALONE)


def test_amounts_and_teams_that_a_stage_does_not_name_stay():
    then = after(NOW, Arrangement(organisation_model="supervised", judge_first=0.2))

    assert changed(NOW, then) == (Part.MODEL, Part.FIRST, Part.WAITS)
    assert (then.money_limit, then.takers) == (NOW.money_limit, NOW.takers)


def test_what_it_names_takes_their_place():
    wanted = Arrangement(
        organisation_model="collaborative", judge_first=0.1, money_limit=Decimal(90),
        takers=(("1", "c"),),
    )  # fmt: skip

    then = after(NOW, wanted)

    assert changed(NOW, then) == (Part.LIMIT, Part.TAKERS, Part.WAITS)
    assert then.takers == (("1", "c"), ("2", "b"), ("3", "b"))


@pytest.mark.parametrize("one", [NOW, Arrangement(organisation_model="complementary")])
def test_what_is_kept_comes_back_the_same(one):
    assert Arrangement.of(one.kept()) == one
