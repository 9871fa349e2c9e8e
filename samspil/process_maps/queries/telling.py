"""What was changed on a map, by whom and when."""

import json

from samspil.journal.queries import about
from samspil.process_maps.models import ProcessMap, Step
from samspil.web.parts import Kind, Moment
from samspil.work.queries.happened import KINDS, icon_of, names_in, sentence, who

NEWEST = 50


def changes(one: ProcessMap) -> list[Moment]:
    """The newest changes first, from the journal; in a fixed number of statements."""
    entries = list(about(str(one.public_id)).order_by("-sequence")[:NEWEST])
    known = names_in(entries)
    steps = {
        str(public_id): name
        for public_id, name in Step.objects.filter(map=one).values_list("public_id", "name")
    }
    return [
        Moment(
            at=entry.at,
            text=sentence(entry, known),
            icon=icon_of(entry),
            kind=KINDS.get(entry.actor_kind, Kind.RULE),
            by=who(entry, known),
            note=steps.get(json.loads(entry.facts).get("step", ""), ""),
        )
        for entry in entries
    ]
