"""Put a proposal to another place than votes and hours gave it, for a reason."""

from datetime import datetime

from django.db import transaction

from samspil.core.workshops.phases import Phase
from samspil.core.workshops.proposing import fit_text
from samspil.core.workshops.ranking import check_move
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.workshops.access import check_may_lead
from samspil.workshops.actions.refusing import held, in_words
from samspil.workshops.models import LONGEST_WHY, PlaceMove, Proposal
from samspil.workshops.queries import open_proposals


@transaction.atomic
def move_to_place(
    proposal: Proposal, to: int, *, why: str, by: Colleague, at: datetime
) -> PlaceMove:
    """Put it to this place; 1 is the first. The room reads why. Raises `Refused`."""
    check_may_lead(by)
    now = held(proposal.workshop, Phase.RESULT)
    with in_words():
        plain = fit_text(why, field="why", most=LONGEST_WHY)
        check_move(to, of=open_proposals(now).count(), why=plain)
    made = PlaceMove.objects.create(proposal=proposal, to=to, why=plain, by=by, at=at)
    note("workshop_reordered", "workshop", now.public_id, by=by, at=at, to=to)
    return made


@transaction.atomic
def undo_move(move: PlaceMove, *, by: Colleague, at: datetime) -> bool:
    """Let what was before hold again; False where it was undone before."""
    check_may_lead(by)
    now = held(move.proposal.workshop, Phase.RESULT)
    if not PlaceMove.objects.filter(pk=move.pk, withdrawn_at=None).update(withdrawn_at=at):
        return False
    note("workshop_order_undone", "workshop", now.public_id, by=by, at=at)
    return True
