"""What becomes of a turn: an answer from documents, a courtesy, the truth about AI, or a person."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.chat.itself import asks_what_it_is, beside_that
from samspil.core.chat.listed import Topic, listed_topic
from samspil.core.chat.small_talk import Courtesy, courtesy_of

MOST_FAILED = 2
"""After so many questions in a row without an answer a person takes over."""


class Kind(StrEnum):
    """What a turn was answered with."""

    ANSWERED = "answered"
    DECLINED = "declined"
    HELLO = "hello"
    THANKS = "thanks"
    FAREWELL = "farewell"
    ITSELF = "itself"
    PERSON = "person"


class Why(StrEnum):
    """Why a turn goes straight to a person, gravest first."""

    DANGER = "danger"
    HARASSMENT = "harassment"
    DISMISSAL = "dismissal"
    CONFLICT = "conflict"
    ILLNESS = "illness"
    CUSTOMER = "customer"
    WISH = "wish"
    STOPPED = "stopped"
    HIDDEN = "hidden"
    FAILED_TWICE = "failed_twice"


GRAVE = frozenset({*(Why(topic) for topic in Topic), Why.CUSTOMER})
"""An experienced person takes these."""
OF_COURTESY = {
    Courtesy.HELLO: Kind.HELLO,
    Courtesy.THANKS: Kind.THANKS,
    Courtesy.FAREWELL: Kind.FAREWELL,
}
NOT_ASKED = frozenset({Kind.HELLO, Kind.THANKS, Kind.FAREWELL, Kind.ITSELF})
"""Turns that asked the documents nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words of the turn that say outright what its writer wants; empty where there are none.

    `customer` holds words of dissatisfaction or hardship, which are looked for in what customers
    write and never in what employees or applicants do.
    """

    wish: str = ""
    customer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a turn gets. Without a `kind` the documents are asked. `quote` are the words that show
    why it goes to a person."""

    kind: Kind | None
    why: Why | None = None
    quote: str = ""


def step_of(
    text: str, *, cues: Cues, topics: Collection[Topic], stopped: bool, hidden: bool
) -> Step:
    """What this turn gets, before any document is asked.

    `stopped`: AI is stopped here. `hidden`: the text holds characters that nobody sees.
    """
    listed = listed_topic(text, topics=topics)
    if listed:
        return Step(kind=Kind.PERSON, why=Why(listed.kind), quote=listed.quote)
    if cues.customer:
        return Step(kind=Kind.PERSON, why=Why.CUSTOMER, quote=cues.customer)
    if cues.wish and not _only_asks_what_it_is(text):
        return Step(kind=Kind.PERSON, why=Why.WISH, quote=cues.wish)
    if asks_what_it_is(text):
        return Step(kind=Kind.ITSELF)
    if stopped:
        return Step(kind=Kind.PERSON, why=Why.STOPPED)
    if hidden:
        return Step(kind=Kind.PERSON, why=Why.HIDDEN)
    courtesy = courtesy_of(text)
    return Step(kind=OF_COURTESY[courtesy] if courtesy else None)


def failed_too_often(kinds: Collection[Kind]) -> bool:
    """Whether the last questions, `kinds` in order, all went without an answer."""
    asked = [kind for kind in kinds if kind not in NOT_ASKED]
    last = asked[-MOST_FAILED:]
    return len(last) == MOST_FAILED and all(kind is Kind.DECLINED for kind in last)


def _only_asks_what_it_is(text: str) -> bool:
    return asks_what_it_is(text) and not beside_that(text)
