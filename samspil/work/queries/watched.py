"""What the watches have seen, in words and figures."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db.models import QuerySet

from samspil.core.evidence.strangeness import TailWatch, nearest
from samspil.core.evidence.watching import (
    Watch,
    Watched,
    after_all,
    check,
    watch_errors,
    watch_overturned,
)
from samspil.work.models import LoneAnswer, ProcessAutonomy
from samspil.work.queries.autonomy import LoneFigures
from samspil.work.queries.ladder_words import seen_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One watch: what it looks for, its sentence, and how near its alarm is, 0 to 1."""

    watched: Watched
    words: str
    checks: int
    near: float


def as_json(watch: Watch) -> dict[str, Any]:
    """As a watch is stored between two checks."""
    return {**asdict(watch), "winnings": list(watch.winnings)}


def from_json(kept: Mapping[str, Any]) -> Watch:
    """As it was stored."""
    told = {"watched": Watched(kept["watched"]), "winnings": tuple(kept["winnings"])}
    return Watch(**{**kept, **told})


def tails_as_json(watches: Sequence[TailWatch]) -> list[dict[str, Any]]:
    """As the watches of the least sure cases are stored between two checks."""
    return [{"sure": one.sure, "watch": as_json(one.watch)} for one in watches]


def tails_from_json(kept: Sequence[Mapping[str, Any]]) -> tuple[TailWatch, ...]:
    """As they were stored."""
    return tuple(TailWatch(sure=one["sure"], watch=from_json(one["watch"])) for one in kept)


def watched_of(kept: ProcessAutonomy, lone: LoneFigures | None) -> list[Seen]:
    """The watches of a process, where AI finishes anything; `lone` is what it finished."""
    stored = [from_json(one) for one in (kept.watch, kept.unsure_watch) if one]
    stranger = nearest(tails_from_json(kept.strange_watches))
    found = overturned_watch(kept, lone.overturned if lone else ())
    further = (stranger, found if found and found.checks else None)
    return [_seen(one) for one in (*stored, *further) if one is not None]


def watched_again(kept: ProcessAutonomy, before: Watch) -> Watch:
    """What the watch of checks sees when it goes over them again, in the order they were made, as
    they are known now."""
    watch = replace(watch_errors(alpha=before.limit, checks_a_quarter=0), height=before.height)
    made = _lone(kept).filter(checked_at__gte=kept.since).order_by("checked_at", "pk")
    for wrong, weight in made.values_list("wrong", "weight"):
        watch = check(watch, found=bool(wrong), weight=weight)
    return watch


def overturned_watch(kept: ProcessAutonomy, overturned: Sequence[bool]) -> Watch | None:
    """What was found wrong without a check, of what AI finished since its last move; None where it
    finishes nothing.

    It is as patient as the watch of unsure cases: AI finishes no more cases than come.
    """
    if not kept.unsure_watch or kept.certificate_id is None:
        return None
    begun = watch_overturned(alpha=kept.alpha, height=from_json(kept.unsure_watch).height)
    return after_all(begun, overturned)


def _lone(kept: ProcessAutonomy) -> QuerySet[LoneAnswer]:
    """What AI finished under the certificate that holds now."""
    ours = LoneAnswer.objects.filter(process=kept.process, certificate=kept.certificate_id)
    return ours.filter(case__planted=None)


def _seen(watch: Watch) -> Seen:
    words = seen_words(watch.reason, watch.told, limit=100 * watch.limit)
    near = min(1.0, watch.height_reached / watch.height)
    return Seen(watched=watch.watched, words=words, checks=watch.checks, near=near)
