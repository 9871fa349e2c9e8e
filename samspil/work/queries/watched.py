"""What the watches have seen, in words and figures."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from samspil.core.evidence.watching import Watch, Watched
from samspil.work.models import ProcessAutonomy
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


def watched_of(kept: ProcessAutonomy) -> list[Seen]:
    """Both watches of a process, where AI finishes anything."""
    stored = [one for one in (kept.watch, kept.unsure_watch) if one]
    return [_seen(from_json(one)) for one in stored]


def _seen(watch: Watch) -> Seen:
    words = seen_words(watch.reason, watch.told, limit=100 * watch.limit)
    near = min(1.0, watch.height_reached / watch.height)
    return Seen(watched=watch.watched, words=words, checks=watch.checks, near=near)
