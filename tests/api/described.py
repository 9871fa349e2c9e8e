"""Requests that the API's own document describes, and what lies just beside them.

Schemathesis makes them, at every limit of every value. What every address reads in the same way is
tried at one of them; what is wrong in many fields of a body is tried in one request: the reader
reads each field whatever the others hold, and what it lets pass is of the right type.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import reduce
from operator import getitem
from typing import Any

import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation import GenerationMode
from schemathesis.generation.meta import CoverageScenario

from samspil.config.api import api
from samspil.config.wsgi import application

schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
schema.app = application
schema.config.phases.coverage.unexpected_methods = set()  # tests/api/test_doors.py tries those
OPERATIONS = [schema[address][method] for address in schema for method in schema[address]]
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]

Place = tuple[str | int, ...]
Held = list[tuple[Any, list[Place]]]
"""Requests that are not sent yet, each with the places where it is wrong."""


@schemathesis.serializer("message/rfc822")
def as_it_is(_context, value):
    """A mail is bytes, whatever is in them."""
    return value if isinstance(value, bytes) else str(value).encode()


def requests_for(operation) -> Iterator[Any]:
    """What its description allows, and what lies just beside it."""
    made = schema.iter_coverage_cases(
        operation,
        generation_modes=MODES,
        generation_config=schema.config.generation_for(operation=operation, phase="coverage"),
    )
    headers = bool(operation.body)  # they say how it is read; the door is tried elsewhere
    return together(case for case in made if headers or _where(case) != ParameterLocation.HEADER)


def wrong_part(case) -> str | None:
    """The part of the address that is wrong in this request, if one is."""
    in_path = _where(case) == ParameterLocation.PATH
    wrong = in_path and case.meta.generation.mode.is_negative
    return case.meta.phase.data.parameter if wrong else None


def together(cases: Iterable[Any]) -> Iterator[Any]:
    """The same wrong values in fewer requests; what is wrong in another way stays as it is.

    In an address everything is text, whatever its type was: there the first wrong one will do.
    """
    held: Held = []
    parts: set[str | None] = set()
    seen: set[tuple[Place, str]] = set()
    for case in cases:
        part = wrong_part(case)
        if part is not None:
            if part not in parts:
                yield case
            parts.add(part)
        elif case.meta.phase.data.scenario != CoverageScenario.INCORRECT_TYPE or not _carried(
            case, _place(case.meta.phase.data.location or ""), held, seen
        ):
            yield case
    for case, _ in held:
        yield case


def _where(case: Any) -> ParameterLocation | None:
    where: ParameterLocation | None = case.meta.phase.data.parameter_location
    return where


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


def _carried(case: Any, place: Place, held: Held, seen: set[tuple[Place, str]]) -> bool:
    """Put the wrong value into the first request that is still right there, if it has a place."""
    if not place or not _stands(case.body, place):
        return False
    kind = (place, _kind(_at(place, case.body)))
    if kind in seen:
        return True
    seen.add(kind)
    for other, wrong in held:
        if _stands(other.body, place) and not any(_within(place, one) for one in wrong):
            _at(place[:-1], other.body)[place[-1]] = _at(place, case.body)
            wrong.append(place)
            return True
    case.body = deepcopy(case.body)
    held.append((case, [place]))
    return True


def _kind(value: Any) -> str:
    """Which types a value is made of, in whatever order."""
    inside = sorted(_kind(one) for one in value) if isinstance(value, list) else []
    return f"{type(value).__name__} {inside}"


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
