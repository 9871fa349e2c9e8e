"""What a map can begin from, in the reader's language."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.core.process_maps.drafting import Draft, Drafted
from samspil.core.process_maps.of_log import draft_of
from samspil.core.process_maps.outlines import SKETCHES, WORDS, Outline
from samspil.core.process_maps.table import BadTable, Brought, brought
from samspil.eventlogs.models import EventLog, State
from samspil.eventlogs.queries import facts_in
from samspil.eventlogs.queries.listing import there
from samspil.web.table_form import UnfitTable

MOST_LOGS = 50


def outline_name(outline: Outline) -> str:
    """What an outline is called."""
    return _(WORDS[outline])


def outline_draft(outline: Outline) -> Draft:
    """The map that it begins."""
    sketch = SKETCHES[outline]
    steps = [Drafted(name=_(WORDS[step]), owner=_(WORDS[owner])) for step, owner in sketch.steps]
    return Draft(steps=steps, ways=sketch.ways)


def read_logs() -> list[EventLog]:
    """Logs of which a map can be made, the newest first, without their facts."""
    found = there().filter(state=State.MADE).defer("facts", "preview")
    return list(found.order_by("-pk")[:MOST_LOGS])


def log_draft(log: EventLog) -> Draft:
    """The map that a log showed."""
    return draft_of(facts_in(log), other=_("All other activities"))


def read_steps(stream: BinaryIO) -> Brought:
    """What a table of steps says; raises `UnfitTable`."""
    try:
        return brought(read_table(stream))
    except UnreadableTable as why:
        raise UnfitTable(str(why)) from None
    except BadTable as why:
        raise UnfitTable(fault_words(why)) from None


def fault_words(one: BadTable) -> str:
    """What is wrong with a table or a row of it."""
    figures = dict(one.figures)
    if one.fault is not None:
        figures["fault"] = _(one.fault.words).format(**one.fault.figures)
    return _(one.words).format(**figures)
