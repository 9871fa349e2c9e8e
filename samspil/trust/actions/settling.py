"""Keep all that the law asks of a use before it begins, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from samspil.people.models import Colleague
from samspil.uses.actions import Record, Said, name_overseers, note_trained, record_about, settle
from samspil.uses.queries import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """On which day those whom it concerns were told, and how."""

    day: date
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """In what, and on which day, all who watch over a use and were not trained for it were."""

    what: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What was said of a use; None and empty: nothing, and what was recorded before stays."""

    said: Said | None = None
    told: Told | None = None
    watching: Sequence[Colleague] = ()
    trained: Trained | None = None


@transaction.atomic
def settle_at_once(standing: Standing, settled: Settled, *, by: Colleague, at: datetime) -> None:
    """Take the class on and record the rest, all of it or nothing.

    Raises as the actions of `uses` do: `NotSettled`, `BadRecord`.
    """
    thing, use = standing.thing, standing.use
    if settled.said is not None:
        use = settle(thing, settled.said, by=by, at=at)
    if settled.told is not None:
        kept = Record(**{name: getattr(use, name) for name in Record.__slots__})
        told = replace(kept, people_told=settled.told.day, people_told_how=settled.told.how)
        record_about(thing, told, by=by, at=at)
    watching = [one.colleague for one in standing.overseers]
    untrained = [one.colleague for one in standing.overseers if one.training is None]
    new = [one for one in settled.watching if one not in watching]
    if new:
        name_overseers(thing, [*watching, *new], by=by, at=at)
    if settled.trained is not None:
        for one in [*untrained, *new]:
            note_trained(
                thing, one, what=settled.trained.what, day=settled.trained.day, by=by, at=at
            )
