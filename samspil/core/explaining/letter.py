"""The whole explanation of a case, for colleagues, who may give it to whoever asks."""

from collections.abc import Iterable, Iterator

from samspil.core.explaining.lines import Line, Section, Value
from samspil.core.explaining.record import Decided, Proposed, Round
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Reason, sentence

WORDS = {
    "came_in": "What came in",
    "did": "What AI did",
    "way": "Who took it, and why",
    "people": "Who looked",
    "decided": "What was decided",
    "sent": "What was sent",
    "object": "How to object",
    "came": "A message came in on {at}.",
    "again": "It was opened again on {at}.",
    "filled": "It was filled in on a form.",
    "files": "Files that came along: {n}. AI does not read files.",
    "masked": "Identity numbers that were masked before anybody read it: {n}.",
    "not_looked": "AI has not looked at it.",
    "kept_from_ai": "It was contested, so AI did not read it.",
    "wish": "Its sender had asked for a person, so AI did not read it.",
    "none": "AI made no proposal.",
    "read": "AI ({skill}, version {version}) read it on {at}.",
    "hidden": "What it proposed is shown once a person has judged the case.",
    "guess": "It took it to be about “{topic}”: of 100 such guesses about {percent} are right.",
    "other": "It also thought of “{topic}”: {percent} in 100.",
    "quote": "It went by these words: “{quote}”.",
    "source": "It used: {source}.",
    "draft": "It drafted a reply.",
    "no_draft": "It drafted no reply.",
    "alone_way": "AI was to finish it alone.",
    "together_way": "AI was to propose, and a person to decide.",
    "person_way": "A person was to do it.",
    "look": "{at}: {what} {who}",
    "by_ai": (
        "AI decided on {at}, without a person. {name} had signed that at most {percent} in 100 of "
        "what AI finishes alone may be wrong."
    ),
    "by": "{name} decided on {at}.",
    "by_role": "{name} ({role}) decided on {at}.",
    "agreed": "That was as AI had proposed.",
    "changed": "AI's proposal was changed.",
    "rejected": "It was decided against AI's proposal.",
    "own": "AI's proposal had no part in it.",
    "right": "A person checked what AI had decided, and found it right.",
    "wrong": "A person checked what AI had decided, and found it wrong.",
    "topic": "It was put under “{topic}”.",
    "undecided": "Nobody has decided it yet.",
    "unanswered": "It was closed without a decision.",
    "sent_own": "On {at} a reply was sent that a person wrote.",
    "sent_with": "On {at} a reply was sent, marked as written with AI and approved by a person.",
    "sent_alone": "On {at} a reply was sent, marked as AI's and as read by nobody before.",
    "sent_none": "No reply was sent.",
    "how": (
        "Whoever is concerned can disagree, on the page where they see how it goes or by writing "
        "to us. Another person than whoever decided then looks at it anew."
    ),
}
"""English; translations use the same sentence as their key."""
WAYS = {Route.ALONE: "alone_way", Route.TOGETHER: "together_way", Route.PERSON: "person_way"}


def letter(rounds: Iterable[Round]) -> tuple[Section, ...]:
    """Every round of the case, told in order, and at the end how to object."""
    told = [section for number, one in enumerate(rounds) for section in _round(one, number)]
    return (*told, _section("object", [_line("how")]))


def _round(one: Round, number: int) -> Iterator[Section]:
    yield _section("came_in", _came(one, again=number > 0))
    yield _section("did", _ai(one))
    if one.route is not None:
        yield _section("way", _way(one))
    if one.looked:
        looks = [_line("look", at=each.at, what=each.what, who=each.who) for each in one.looked]
        yield _section("people", looks)
    yield _section("decided", _decision(one))
    if one.closed or one.sent:
        yield _section("sent", _sent(one))


def _came(one: Round, *, again: bool) -> Iterator[Line]:
    yield _line("again" if again else "came", at=one.came_at)
    if one.filled:
        yield _line("filled")
    if one.files:
        yield _line("files", n=one.files)
    if one.masked:
        yield _line("masked", n=one.masked)


def _ai(one: Round) -> Iterator[Line]:
    if one.proposed is not None:
        yield from _proposed(one.proposed)
    elif one.wish:
        yield _line("wish")
    elif one.reason is Reason.CONTESTED:
        yield _line("kept_from_ai")
    else:
        yield _line("none" if one.route is not None else "not_looked")


def _proposed(made: Proposed) -> Iterator[Line]:
    yield _line("read", skill=made.skill, version=made.version, at=made.at)
    if made.hidden:
        yield _line("hidden")
        return
    for place, guess in enumerate(made.guesses):
        yield _line("other" if place else "guess", topic=guess.topic, percent=guess.percent)
    for quote in made.quotes:
        yield _line("quote", quote=quote)
    for source in made.sources:
        yield _line("source", source=source)
    yield _line("draft" if made.drafted else "no_draft")


def _way(one: Round) -> Iterator[Line]:
    if one.route is not None:
        yield _line(WAYS[one.route])
    if one.reason is not None:
        best = one.proposed.guesses[0].percent if one.proposed and one.proposed.guesses else 0
        words = sentence(one.reason, quote=one.quote)
        yield Line(words=words, values={"quote": one.quote, "percent": best})


def _decision(one: Round) -> Iterator[Line]:
    if one.alone is not None:
        yield _line(
            "by_ai", at=one.alone.at, name=one.alone.signed_by, percent=f"{one.alone.percent:g}"
        )
    if one.decided is not None:
        yield from _decided(one.decided, proposed=one.proposed is not None)
    elif one.alone is None:
        yield _line("unanswered" if one.closed else "undecided")


def _decided(made: Decided, *, proposed: bool) -> Iterator[Line]:
    if made.role:
        yield _line("by_role", name=made.by, role=made.role, at=made.at)
    else:
        yield _line("by", name=made.by, at=made.at)
    if made.checks:
        yield _line("right" if made.right else "wrong")
    elif proposed:
        yield _line(made.verdict)
    if made.topic:
        yield _line("topic", topic=made.topic)


def _sent(one: Round) -> Iterator[Line]:
    for each in one.sent:
        with_ai = "sent_with" if each.by_person else "sent_alone"
        yield _line(with_ai if each.with_ai else "sent_own", at=each.at)
    if not one.sent:
        yield _line("sent_none")


def _line(key: str, **values: Value) -> Line:
    return Line(words=WORDS[key], values=values)


def _section(key: str, lines: Iterable[Line]) -> Section:
    return Section(title=WORDS[key], lines=tuple(lines))
