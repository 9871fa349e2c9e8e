"""Values of a wrong type, tried in many fields of a request at once.

The reader reads each field of a body whatever the others hold, and what it lets pass is of the
right type. So one request tells of all its fields what one request for each would tell.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import reduce
from operator import getitem
from typing import Any

from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import CoverageScenario

Place = tuple[str | int, ...]
Held = list[tuple[Any, list[Place]]]
"""Requests that are not sent yet, each with the places where it is wrong."""


def together(cases: Iterable[Any]) -> Iterator[Any]:
    """The same wrong values in fewer requests; what is wrong in another way stays as it is.

    In an address everything is text, whatever its type was: there the first wrong one will do.
    """
    held: Held = []
    tried: set[str | None] = set()
    for case in cases:
        what = case.meta.phase.data
        if what.scenario != CoverageScenario.INCORRECT_TYPE:
            yield case
        elif what.parameter_location == ParameterLocation.PATH:
            if what.parameter not in tried:
                yield case
            tried.add(what.parameter)
        elif not _carried(case, _place(what.location or ""), held):
            yield case
    for case, _ in held:
        yield case


def _place(location: str) -> Place:
    """`/properties/rows/items/properties/name/type` is where `body["rows"][0]["name"]` stands."""
    place: list[str | int] = []
    steps = iter(location.strip("/").split("/"))
    for step in steps:
        if step in ("properties", "additionalProperties"):
            place.append(next(steps))
        elif step == "items":
            place.append(0)
        elif step in ("anyOf", "allOf"):
            next(steps)
    return tuple(place)


def _carried(case: Any, place: Place, held: Held) -> bool:
    """Put the wrong value into the first request that is still right there, if it has a place."""
    if not place or not _stands(case.body, place):
        return False
    for other, wrong in held:
        if _stands(other.body, place) and not any(_within(place, one) for one in wrong):
            _at(place[:-1], other.body)[place[-1]] = _at(place, case.body)
            wrong.append(place)
            return True
    case.body = deepcopy(case.body)
    held.append((case, [place]))
    return True


def _at(place: Place, body: Any) -> Any:
    return reduce(getitem, place, body)


def _within(one: Place, other: Place) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _stands(body: Any, place: Place) -> bool:
    for step in place:
        if isinstance(step, int):
            if not isinstance(body, list) or not body:
                return False
        elif not isinstance(body, dict) or step not in body:
            return False
        body = body[step]
    return True
