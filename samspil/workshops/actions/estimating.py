"""What a table says of a proposal."""

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.workshops.estimating import Said
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.proposing import fit_text
from samspil.people.models import Colleague
from samspil.workshops.access import check_joined
from samspil.workshops.actions.refusing import Refused, held, in_words
from samspil.workshops.models import Proposal, TableEstimate


@transaction.atomic
def estimate_proposal(proposal: Proposal, said: Said, *, by: Colleague) -> TableEstimate:
    """Keep what the table says together, in the place of what it said before.

    Raises `Refused` outside of estimating, `NotAllowed` for who sits nowhere.
    """
    now = held(proposal.workshop, Phase.ESTIMATE)
    seat = check_joined(by, now)
    found = Proposal.objects.get(pk=proposal.pk)
    if found.removed_at is not None or found.joined_id is not None:
        raise Refused(_("This proposal is not there any more: look again."))
    with in_words():
        words = {name: fit_text(getattr(said, name), field=name) for name in ("used_for", "better")}
    kept, _new = TableEstimate.objects.update_or_create(
        proposal=found, table=seat.table,
        defaults={
            "times": said.times, "minutes": said.minutes, "persons": said.persons,
            "share_low": said.share.low, "share_high": said.share.high, "days": said.days,
            "risk": said.risk, **words,
        },
    )  # fmt: skip
    return kept
