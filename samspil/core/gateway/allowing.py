"""Whether a text may go to a model server: by its data class, the server, and where that stands.

Closed by default. What the organisation allows is bounded by `CEILINGS`, which no setting lifts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from samspil.core.gateway.tools import Standing
from samspil.core.masking import DataClass


class Place(StrEnum):
    """Where a model server stands, the nearest first."""

    MACHINE = "machine"
    HOUSE = "house"
    EU = "eu"
    ELSEWHERE = "elsewhere"


class Purpose(StrEnum):
    """What a language model may be asked for."""

    ANSWERS = "answers"
    CHATS = "chats"
    SUMMARIES = "summaries"
    TEST = "test"


BRIEF = frozenset({Purpose.CHATS})
"""For these a model is waited for a short while only: it may be too slow for them, and quick enough
for all others."""


class Verdict(StrEnum):
    """What becomes of a text: it goes as it is, goes with names masked, or stays here."""

    ALLOW = "allow"
    MASK = "mask"
    BLOCK = "block"


class Reason(StrEnum):
    """Why a text goes, or stays."""

    ALLOWED = "allowed"
    MASKED = "masked"
    TEST = "test"
    STOPPED = "stopped"
    NO_SERVER = "no_server"
    OFF = "off"
    UNAPPROVED = "unapproved"
    EXPIRED = "expired"
    NOT_FOR_THIS = "not_for_this"
    PLACE = "place"
    NOT_ALLOWED = "not_allowed"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    BUSY = "busy"
    RESTING = "resting"
    TOO_SLOW = "too_slow"
    NO_KEY = "no_key"


WORDS = {
    Reason.ALLOWED: "The allow-list lets this go as it is.",
    Reason.MASKED: "The allow-list lets this go with names, mail addresses and numbers masked.",
    Reason.TEST: "A test: it holds no data of anybody.",
    Reason.STOPPED: "AI is stopped everywhere.",
    Reason.NO_SERVER: "No language model is set up.",
    Reason.OFF: "The language model is switched off.",
    Reason.UNAPPROVED: "The register of tools holds no approval of this language model.",
    Reason.EXPIRED: "What this language model was approved on has run out.",
    Reason.NOT_FOR_THIS: "No language model may be asked for this.",
    Reason.PLACE: "This kind of data never goes to where the language model stands.",
    Reason.NOT_ALLOWED: "The allow-list does not let this kind of data go to a language model.",
    Reason.TOO_LONG: "This is too long for a language model.",
    Reason.TOO_MANY: "The language model was asked too often in the last minute.",
    Reason.BUSY: "The language model is answering others.",
    Reason.RESTING: "The language model failed several times and is left alone for a while.",
    Reason.TOO_SLOW: "The language model was too slow for chats several times, and they do without "
    "it for a while.",
    Reason.NO_KEY: "The key of the language model cannot be read any more: give it again.",
}
"""The English sentence of each reason, which is also the key of its translations."""

_MILDNESS = (Verdict.BLOCK, Verdict.MASK, Verdict.ALLOW)
_OPEN = MappingProxyType(dict.fromkeys(Place, Verdict.ALLOW))
CEILINGS: Mapping[DataClass, Mapping[Place, Verdict]] = MappingProxyType(
    {
        DataClass.PUBLIC: _OPEN,
        DataClass.INTERNAL: _OPEN,
        DataClass.CONFIDENTIAL: {**_OPEN, Place.ELSEWHERE: Verdict.MASK},
        DataClass.PERSONAL: {**_OPEN, Place.ELSEWHERE: Verdict.MASK},
        DataClass.SPECIAL: {
            Place.MACHINE: Verdict.ALLOW,
            Place.HOUSE: Verdict.MASK,
            Place.EU: Verdict.BLOCK,
            Place.ELSEWHERE: Verdict.BLOCK,
        },
        DataClass.SECRET: dict.fromkeys(Place, Verdict.BLOCK),
    }
)
"""The most that can be allowed for data of a class at a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFacts:
    """A model server as the rule sees it; `allowed` says what goes of each class of data.

    `standing` is that of its approval; `rests_until` is None unless it failed several times, and
    `brief_until` unless it was too slow several times where it is waited for a short while only.
    """

    key: int
    place: Place
    on: bool
    standing: Standing
    purposes: frozenset[Purpose]
    allowed: Mapping[DataClass, Verdict] = field(default_factory=dict)
    rests_until: datetime | None = None
    brief_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What becomes of a text and why; `server` is the key of the one it is about, or None."""

    verdict: Verdict
    reason: Reason
    server: int | None = None


def lowered(verdict: Verdict, *, data_class: DataClass, place: Place) -> Verdict:
    """The verdict, or the ceiling where that is stricter."""
    return min(verdict, CEILINGS[data_class][place], key=_MILDNESS.index)


def choices(data_class: DataClass, place: Place) -> tuple[Verdict, ...]:
    """What an organisation may choose for this class at this place, the strictest first."""
    return _MILDNESS[: _MILDNESS.index(CEILINGS[data_class][place]) + 1]


def for_people(place: Place) -> tuple[DataClass, ...]:
    """The classes that people may put into a tool at this place themselves, if it is approved.

    Nobody masks there, so what may only go masked does not.
    """
    return tuple(one for one in DataClass if CEILINGS[one][place] is Verdict.ALLOW)


def judge(
    server: ServerFacts, *, purpose: Purpose, data_class: DataClass, at: datetime
) -> Judgement:
    """Whether a text of this class may go to this server for this purpose now."""
    told = server.allowed.get(data_class, Verdict.BLOCK)
    verdict = lowered(told, data_class=data_class, place=server.place)
    if not server.on:
        reason = Reason.OFF
    elif server.standing is not Standing.VALID:
        reason = Reason(server.standing.value)
    elif purpose not in server.purposes:
        reason = Reason.NOT_FOR_THIS
    elif CEILINGS[data_class][server.place] is Verdict.BLOCK:
        reason = Reason.PLACE
    elif verdict is Verdict.BLOCK:
        reason = Reason.NOT_ALLOWED
    elif _is_later(server.rests_until, than=at):
        reason = Reason.RESTING
    elif purpose in BRIEF and _is_later(server.brief_until, than=at):
        reason = Reason.TOO_SLOW
    else:
        reason = Reason.ALLOWED if verdict is Verdict.ALLOW else Reason.MASKED
        return Judgement(verdict=verdict, reason=reason, server=server.key)
    return Judgement(verdict=Verdict.BLOCK, reason=reason, server=server.key)


def _is_later(moment: datetime | None, *, than: datetime) -> bool:
    return moment is not None and moment > than


def choose(
    servers: Sequence[ServerFacts], *, purpose: Purpose, data_class: DataClass, at: datetime
) -> Judgement:
    """The nearest server that this may go to; else why the one that came furthest is refused."""
    if not servers:
        return Judgement(verdict=Verdict.BLOCK, reason=Reason.NO_SERVER)
    places = list(Place)
    judged = [
        (judge(one, purpose=purpose, data_class=data_class, at=at), places.index(one.place))
        for one in servers
    ]
    passing = [pair for pair in judged if pair[0].verdict is not Verdict.BLOCK]
    if passing:
        return min(passing, key=lambda pair: (pair[1], -_MILDNESS.index(pair[0].verdict)))[0]
    return max(judged, key=lambda pair: (_REFUSALS.index(pair[0].reason), -pair[1]))[0]


_REFUSALS = (
    Reason.OFF,
    Reason.UNAPPROVED,
    Reason.EXPIRED,
    Reason.NOT_FOR_THIS,
    Reason.PLACE,
    Reason.NOT_ALLOWED,
    Reason.RESTING,
    Reason.TOO_SLOW,
)
"""In the order in which `judge` asks: a later one says that more was right."""
