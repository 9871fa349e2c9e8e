"""A workshop as pages show it."""

from datetime import date

from samspil.people.models import Colleague
from samspil.workshops.actions import Idea, Opening, join, open_workshop, propose
from samspil.workshops.models import Table
from tests.factories import MONDAY_9


def of_workshops(by: Colleague) -> dict[str, str]:
    """The pages of a workshop that gathers, of a proposal in it, and its minutes."""
    opening = Opening(name="Time", question="What?", day=date(2126, 1, 1), tables=["Sales"])
    room = open_workshop(opening, by=by, at=MONDAY_9)
    join(room, Table.objects.get(), by=by)
    made = propose(room, Idea(title="Write quotations"), by=by)
    whole = f"/workshops/{room.public_id}/"
    return {
        "workshop": whole,
        "workshop-seat": f"/workshops/join/?code={room.code}",
        "workshop-minutes": f"{whole}minutes/",
        "workshop-change": f"{whole}proposals/{made.public_id}/change/",
        "workshop-estimate": f"{whole}proposals/{made.public_id}/estimate/",
    }
