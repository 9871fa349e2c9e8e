"""Whatever the journal can hold has a sentence for people."""

import re

from samspil.work.queries.events import EVENTS
from samspil.work.queries.happened import event_names
from tests.architecture import tree

WRITTEN = re.compile(
    r"""(?:about_case|note_case|note_process|note_colleague|about_colleague)\(
        [^"]*?"([a-z]+_?[a-z_]*)\"""",
    re.VERBOSE,
)


def written_events() -> set[str]:
    """The names of events in calls that put something into the journal."""
    sources = (path.read_text() for path in tree.PACKAGE.rglob("*.py"))
    return {event for source in sources for event in WRITTEN.findall(source)}


def test_every_event_has_a_sentence_and_a_name_to_choose_it_by():
    events = written_events()

    assert {"opened", "decided", "colleague_left"} <= events
    assert events - set(EVENTS) == set()
    assert events - set(event_names()) - {"hours_dropped"} == set()
