"""What AI may do in a process, and what it never does there, with the reason."""

from enum import StrEnum

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.organisation_models.contract import OrganisationModel, Route, Step
from samspil.core.skill import Senders


class Limit(StrEnum):
    """Something that AI never does."""

    SEND = "send"
    PROVED = "proved"
    FLOORS = "floors"
    FEELINGS = "feelings"
    PERSONS_TOPIC = "persons_topic"
    DISSATISFIED = "dissatisfied"
    VULNERABLE = "vulnerable"
    URGENT = "urgent"
    WISH = "wish"
    IDENTITY = "identity"
    UNREAD = "unread"
    JUDGE_PEOPLE = "judge_people"


WORDS = {
    Limit.SEND: "It sends no reply: a person reads each one first and answers for it.",
    Limit.PROVED: (
        "It finishes nothing but what its signed certificate covers and it is sure enough of; "
        "people check a part of it."
    ),
    Limit.FLOORS: (
        "It finishes nothing that decides about a person, cannot be taken back, touches on health, "
        "belief or the like, is about more money than agreed, comes with files, or goes on after "
        "an answer: no proof changes that."
    ),
    Limit.FEELINGS: ("It reads nothing of feelings: employees write here, and the law forbids it."),
    Limit.PERSONS_TOPIC: (
        "It takes no topic of level 3: illness, conflict and the like belong to an experienced "
        "person."
    ),
    Limit.DISSATISFIED: (
        "It answers nobody who is dissatisfied: such a customer is never left with a machine."
    ),
    Limit.VULNERABLE: (
        "It answers nobody in a hard place, as after a death, in illness or in debt: an "
        "experienced person does."
    ),
    Limit.URGENT: "It keeps nothing that is urgent: an experienced person is quicker to help.",
    Limit.WISH: "It keeps nobody who asks for a person: the wish alone is enough.",
    Limit.IDENTITY: (
        "It sees no identity number: each is masked before, and a person takes the case."
    ),
    Limit.UNREAD: (
        "It guesses at nothing it cannot read: other languages, hidden signs and very long texts "
        "go to a person."
    ),
    Limit.JUDGE_PEOPLE: "It judges no colleague: what people do is neither counted nor compared.",
}
"""English sentences; translations use the same sentence as their key."""

_OF_ALL = (Limit.URGENT, Limit.WISH, Limit.IDENTITY, Limit.UNREAD, Limit.JUDGE_PEOPLE)


def limits(senders: Senders, *, model: OrganisationModel, level: Autonomy) -> tuple[Limit, ...]:
    """What AI never does where these write, gravest first; the rules of routing see to it."""
    alone = finishes(model, level=level)
    sends = (Limit.PROVED, Limit.FLOORS) if alone else (Limit.SEND,)
    if senders is Senders.EMPLOYEES:
        return (*sends, Limit.FEELINGS, Limit.PERSONS_TOPIC, *_OF_ALL)
    return (*sends, Limit.DISSATISFIED, Limit.VULNERABLE, *_OF_ALL)


def share_of(model: OrganisationModel, *, level: Autonomy) -> dict[Step, Route]:
    """Who takes each step of an ordinary case that AI is sure enough of.

    No reply leaves without a person before careful autonomy, and AI takes no step once it has
    stepped back.
    """
    sort, reply = model.wanted[Step.SORT], model.wanted[Step.REPLY]
    if level is Autonomy.PERSON:
        return {Step.SORT: Route.PERSON, Step.REPLY: Route.PERSON}
    if reply is Route.ALONE and not finishes(model, level=level):
        reply = Route.TOGETHER
    return {Step.SORT: sort, Step.REPLY: reply}


def finishes(model: OrganisationModel, *, level: Autonomy) -> bool:
    """Whether AI may finish cases here: people agreed to it, and the level allows it."""
    return model.wanted[Step.REPLY] is Route.ALONE and level >= Autonomy.CAREFUL
