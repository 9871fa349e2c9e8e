"""Vote, and close a vote: what is told is kept, and ballots are deleted."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samspil.core.workshops.phases import Phase
from samspil.core.workshops.voting import check_ballot, tallied
from samspil.people.models import Colleague
from samspil.workshops.access import check_joined
from samspil.workshops.actions.refusing import held, in_words
from samspil.workshops.models import Ballot, Proposal, Workshop
from samspil.workshops.queries import mark_of, open_proposals


@transaction.atomic
def vote(workshop: Workshop, points: Mapping[int, int], *, by: Colleague) -> int:
    """Put one's points, by the proposals' primary keys, in the place of those given before.

    Returns how many points are spread; of none there is no vote. Raises `Refused` while no vote is
    open or points do not fit, `NotAllowed` for whoever has not joined. The journal does not know.
    """
    now = held(workshop, Phase.VOTE)
    check_joined(by, now)
    there = set(open_proposals(now).values_list("pk", flat=True))
    with in_words():
        given = check_ballot(points, most=now.points, there=there)
    mark = mark_of(by, now)
    Ballot.objects.filter(proposal__workshop=now, mark=mark).delete()
    Ballot.objects.bulk_create(
        Ballot(proposal_id=proposal, mark=mark, points=value)
        for proposal, value in sorted(given.items())
    )
    return sum(given.values())


def close_vote(workshop: Workshop, *, at: datetime) -> None:
    """Keep the sums where they may be told, and nothing of any ballot. The caller saves it."""
    ballots = Ballot.objects.filter(proposal__workshop=workshop)
    proposals = {one.pk: one for one in open_proposals(workshop)}
    rows = ballots.filter(proposal__in=proposals).values_list("mark", "proposal", "points")
    tally = tallied(rows, proposals=proposals)
    workshop.voted_at = at
    if tally is not None:
        workshop.voters = tally.voters
        for pk, one in proposals.items():
            one.points = tally.points[pk]
        Proposal.objects.bulk_update(proposals.values(), ["points"])
    ballots.delete()
