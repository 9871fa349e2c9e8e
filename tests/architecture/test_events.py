"""Whatever the journal can hold has a sentence for people."""

import ast
import re
from collections.abc import Iterator

from samspil.work.queries.events import EVENTS
from samspil.work.queries.happened import event_names
from tests.architecture import tree

WRITERS = re.compile(r"about_case|about_colleague|_?note|note_[a-z]+")
WRITES = re.compile(rf"\b(?:{WRITERS.pattern})\(")


def written_events() -> set[str]:
    """The names of events in calls that put something into the journal."""
    sources = (path.read_text() for path in tree.PACKAGE.rglob("*.py"))
    trees = (ast.parse(source) for source in sources if WRITES.search(source))
    calls = (node for each in trees for node in ast.walk(each) if isinstance(node, ast.Call))
    return {event for call in calls if WRITERS.fullmatch(_name(call)) for event in _event(call)}


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _event(call: ast.Call) -> list[str]:
    """The event comes first, or after what it happened to."""
    places = call.args[:1] if _name(call) == "note" else call.args[:2]
    return next((said for place in places if (said := list(_said(place)))), [])


def _said(place: ast.expr) -> Iterator[str]:
    if isinstance(place, ast.IfExp):
        yield from (*_said(place.body), *_said(place.orelse))
    elif isinstance(place, ast.Constant) and isinstance(place.value, str):
        yield place.value


def test_every_event_has_a_sentence_and_a_name_to_choose_it_by():
    events = written_events()

    assert {"opened", "decided", "colleague_left"} <= events
    assert events - set(EVENTS) == set()
    assert events - set(event_names()) - {"hours_dropped"} == set()
