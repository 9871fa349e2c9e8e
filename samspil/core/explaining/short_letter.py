"""The explanation for whoever it is about: short, without figures, and naming nobody unless told.

It says whether AI took part and how, the main reasons, and that a person decided.
"""

from collections.abc import Iterator

from samspil.core.explaining.lines import Line, Value
from samspil.core.explaining.record import Decided, Round
from samspil.core.routing import Reason

WORDS = {
    "no_part": "AI took no part: a person read what you wrote, and decided.",
    "nothing": "AI read what you wrote and suggested nothing. A person read it too, and decided.",
    "unseen": "AI read what you wrote. Whoever decided did so without seeing what it suggested.",
    "sorted": (
        "AI read what you wrote and suggested what it is about. A person read it too, and decided."
    ),
    "drafted": (
        "AI read what you wrote and drafted the answer. A person read both, decided, and answers "
        "for what was sent."
    ),
    "against": "AI read what you wrote and suggested something else than the person decided.",
    "alone": (
        "AI decided this alone, and no person read it before the answer was sent. People approved "
        "the wording beforehand, and check some of what AI does."
    ),
    "checked": "A person has checked it since.",
    "checked_wrong": "A person has checked it since, and decided otherwise.",
    "topic": "It was taken to be about “{topic}”.",
    "quote": "AI went by these words of yours: “{quote}”.",
    "files": "AI did not read the files that you sent.",
    "masked": "An identity number was masked before anybody read it.",
    "by": "Decided on {at} by a person here.",
    "by_name": "Decided on {at} by {name}.",
    "by_role": "Decided on {at} by a person here ({role}).",
    "own_words": "What you wrote (“{quote}”) is answered by a person here.",
    "matter": "What it is about is always decided by a person here.",
    "unread": "AI could not read it as a whole, so a person did.",
    "unsure": "AI was not sure enough for such a matter, so a person decided.",
    "agreed": "A person decides all such matters here; AI only proposes.",
    "stopped": "AI was stopped then, so a person did it.",
    "not_begun": "AI did not work on such matters then, so a person did it.",
    "lot": "A lot gave it to a person, so that it stays known how often AI is right.",
    "contested": "You disagreed, so another person looked at it anew, without AI.",
    "proved": "AI may decide such matters here, since it was shown that it is seldom wrong.",
}
"""English; translations use the same sentence as their key."""
GROUND = {
    Reason.STOPPED: "stopped",
    Reason.NOT_BEGUN: "not_begun",
    Reason.UNREADABLE: "unread",
    Reason.DISSATISFIED: "own_words",
    Reason.VULNERABLE: "own_words",
    Reason.URGENT: "own_words",
    Reason.PERSONS_TOPIC: "matter",
    Reason.WANTS_PERSON: "own_words",
    Reason.IDENTITY_FOUND: "matter",
    Reason.HIDDEN_TEXT: "unread",
    Reason.TOO_LONG: "unread",
    Reason.UNKNOWN_LANGUAGE: "unread",
    Reason.NO_PROPOSAL: "unsure",
    Reason.UNSURE: "unsure",
    Reason.ABOUT_PEOPLE: "matter",
    Reason.IRREVERSIBLE: "matter",
    Reason.SPECIAL_DATA: "matter",
    Reason.MONEY: "matter",
    Reason.FILES: "matter",
    Reason.ANSWERED_BEFORE: "matter",
    Reason.NO_REPLY_READY: "unsure",
    Reason.NOT_COVERED: "unsure",
    Reason.AI_SORTED_PERSON_REPLIES: "agreed",
    Reason.PERSON_DECIDES: "agreed",
    Reason.NOT_CERTIFIED: "agreed",
    Reason.BELOW_LIMIT: "unsure",
    Reason.DRAWN: "lot",
    Reason.STEPPED_BACK: "agreed",
    Reason.PARALLEL: "lot",
    Reason.CERTIFIED: "proved",
    Reason.SPOT_CHECK: "proved",
    Reason.CONTESTED: "contested",
}
"""Why it went where it went, said to whoever wrote it."""


def short_letter(one: Round, *, names: bool) -> tuple[Line, ...]:
    """What the affected person is told of the round that ended; nothing before it is decided.

    `names`: the company names who decided. What was never shown to the person who decided was no
    part of it, and a quote is always of their own words.
    """
    if one.decided is None and one.alone is None:
        return ()
    return tuple(_lines(one, names=names))


def _lines(one: Round, *, names: bool) -> Iterator[Line]:
    yield _line(_part(one))
    if one.reason is not None:
        yield from _reason(one.reason, one.quote)
    yield from _grounds(one)
    if one.decided is None:
        return
    if one.alone is not None:
        yield _line("checked" if one.decided.right else "checked_wrong")
    yield _who(one.decided, names=names)


def _part(one: Round) -> str:
    if one.alone is not None:
        return "alone"
    made = one.proposed
    if made is None:
        return "no_part"
    if made.unseen or made.hidden:
        return "unseen"
    if not made.guesses:
        return "nothing"
    if any(each.with_ai for each in one.sent):
        return "drafted"
    rejected = one.decided is not None and one.decided.verdict == "rejected"
    return "against" if rejected else "sorted"


def _reason(reason: Reason, quote: str) -> Iterator[Line]:
    key = GROUND[reason]
    if key == "own_words" and not quote:
        key = "matter"
    yield _line(key, quote=quote)


def _grounds(one: Round) -> Iterator[Line]:
    topic = _topic(one)
    if topic:
        yield _line("topic", topic=topic)
    if one.proposed is not None and not (one.proposed.hidden or one.proposed.unseen):
        for quote in one.proposed.quotes:
            yield _line("quote", quote=quote)
    if one.files:
        yield _line("files")
    if one.masked:
        yield _line("masked")


def _topic(one: Round) -> Value:
    if one.decided is not None and one.decided.topic:
        return one.decided.topic
    guesses = one.proposed.guesses if one.alone is not None and one.proposed else ()
    return guesses[0].topic if guesses else ""


def _who(made: Decided, *, names: bool) -> Line:
    if names:
        return _line("by_name", at=made.at, name=made.by)
    if made.role:
        return _line("by_role", at=made.at, role=made.role)
    return _line("by", at=made.at)


def _line(key: str, **values: Value) -> Line:
    return Line(words=WORDS[key], values=values)
