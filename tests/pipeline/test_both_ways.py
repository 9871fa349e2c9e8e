"""What a parallel run shows counts at the gates of an initiative."""

from datetime import timedelta

import pytest

from samspil.core.pipeline.gates import Need
from samspil.core.pipeline.plan import Item
from samspil.core.pipeline.stages import Stage
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.people.queries import day_of
from samspil.pipeline import actions
from samspil.pipeline.queries import initiative_at, ninety_days, standing_of
from tests.factories import MONDAY_9, make_case, make_verified
from tests.pages import english, words

pytestmark = pytest.mark.either
NOW = MONDAY_9 + timedelta(hours=1)
BOTH = {Need.BOTH_WAYS, Need.BOTH_WAYS_WORSE}


def a_run(process, lene, *, same: int, worse: int = 0, over: bool = True) -> ParallelRun:
    """A run with so many cases whose answers were the same, and so many the new way got wrong."""
    run = ParallelRun.objects.create(
        process=process, share=1, most=100, seed="ab" * 32, began_at=NOW, began_by=lene,
        ended_at=NOW, ended_why="person", over_at=NOW if over else None,
    )  # fmt: skip
    case, before = make_case(process), Pair.objects.count()
    Pair.objects.bulk_create(
        Pair(
            run=run, case=case, round=before + number + 1, reason="parallel", would="together",
            stage="done", drawn_at=NOW, old_seconds=60, same=number < same,
            right="both" if number < same else "old", done_at=NOW,
        )
        for number in range(same + worse)
    )  # fmt: skip
    return run


@pytest.fixture
def live(ready, lene, process):
    """The initiative in its pilot, with all the verified answers that scaling asks for."""
    actions.open_gate(ready, by=lene, at=MONDAY_9)
    make_verified(process, n=60, wrong=0, at=NOW)
    return initiative_at(ready.public_id)


def lacks(live) -> set[Need]:
    return {one.need for one in standing_of(live, on=day_of(NOW)).missing} & BOTH


def test_without_a_parallel_run_none_is_asked_for(live):
    assert lacks(live) == set()


def test_too_little_agreement_or_more_errors_keep_the_gate_shut(live, process, lene):
    a_run(process, lene, same=20, worse=10)

    assert lacks(live) == BOTH
    missing = standing_of(live, on=day_of(NOW)).missing
    shut = next(one for one in missing if one.need is Need.BOTH_WAYS)
    assert (shut.have, shut.want) == (47, 70)


def test_good_agreement_lets_it_pass_and_a_later_small_run_takes_nothing_away(live, process, lene):
    a_run(process, lene, same=20, worse=10)
    a_run(process, lene, same=0, over=False)
    assert lacks(live) == BOTH

    a_run(process, lene, same=40)

    assert lacks(live) == set()
    done = [one for one in ninety_days(now=NOW).items if one.dated.item is Item.BOTH_WAYS]
    assert [one.dated.done for one in done] == [True]


def test_of_too_few_cases_or_before_it_is_over_it_says_nothing(live, process, lene):
    a_run(process, lene, same=10, worse=9)
    assert lacks(live) == set()
    a_run(process, lene, same=10, worse=20, over=False)
    assert lacks(live) == set()


def test_the_page_shows_it_and_offers_to_start_one(live, process, lene, client_of):
    browser = english(client_of(lene))
    address = f"/initiatives/{live.public_id}/"
    shown = browser.get(address).content.decode()
    assert f'href="/parallel-runs/new/?process={process.public_id}"' in shown

    run = a_run(process, lene, same=20, worse=10)

    page = browser.get(address)
    assert "Both ways came to the same answer about 67 in 100" in words(page)
    assert "The new way is wrong more often on the same cases" in words(page)
    assert f'href="/parallel-runs/{run.public_id}/"' in page.content.decode()
    assert live.stage == Stage.PILOT
