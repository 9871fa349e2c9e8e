"""Colleagues of the demonstration keep track of what waits."""

import pytest

from samspil.demo.actions import bring_in_today, found_company, keep_track
from samspil.demo.management import home
from samspil.demo.queries import SMALL, waiting_today
from samspil.demo.queries.cast import LEADER, SERVICE
from samspil.demo.queries.company import colleague_playing, team_called
from samspil.review.models import CaseTag, Mention, SavedFilter, Tag
from samspil.review.queries.filters import quick_links, with_counts
from samspil.tenancy.actions import enter
from samspil.work import actions as work
from samspil.work.models import Case
from tests.factories import MONDAY_9

pytestmark = pytest.mark.either


def test_some_cases_wear_tags_one_asks_the_leader_and_one_is_put_off_once(db):
    with enter(found_company(password=home.new_password(), at=MONDAY_9)):
        assert not keep_track(sizes=SMALL, at=MONDAY_9)  # nothing waits yet
        bring_in_today(sizes=SMALL, progress=lambda _opened: None)
        work.propose_and_route(list(Case.objects.values_list("pk", flat=True)), at=MONDAY_9)
        team = team_called(SERVICE)
        waiting = sum(case.team == team for case, _sample in waiting_today(SMALL))

        assert keep_track(sizes=SMALL, at=MONDAY_9)
        assert not keep_track(sizes=SMALL, at=MONDAY_9)

        worn = {tag.name: CaseTag.objects.filter(tag=tag).count() for tag in Tag.objects.all()}
        assert worn == {"ring tilbage": -(-waiting // 4), "nøglekunde": -(-waiting // 7)}
        assert Mention.objects.get().colleague == colleague_playing(LEADER)
        leader = colleague_playing(LEADER)
        kept = SavedFilter.objects.get(owner=leader, name="Ring tilbage")
        (link,) = with_counts(quick_links([kept]), colleague=leader)
        assert (link.count or 0) >= max(1, worn["ring tilbage"] - 1)  # one may be put off
        assert Case.objects.filter(snoozed_until__gt=MONDAY_9).count() == 1
