"""What AI may do in a process, and what it never does there, with the reason."""

from enum import StrEnum

from samspil.core.organisation_models.contract import OrganisationModel, Route, Step
from samspil.core.skill import Senders


class Limit(StrEnum):
    """Something that AI never does."""

    SEND = "send"
    FEELINGS = "feelings"
    PERSONS_TOPIC = "persons_topic"
    DISSATISFIED = "dissatisfied"
    URGENT = "urgent"
    WISH = "wish"
    IDENTITY = "identity"
    UNREAD = "unread"
    JUDGE_PEOPLE = "judge_people"


WORDS = {
    Limit.SEND: "It sends no reply: a person reads each one first and answers for it.",
    Limit.FEELINGS: ("It reads nothing of feelings: employees write here, and the law forbids it."),
    Limit.PERSONS_TOPIC: (
        "It takes no topic of level 3: illness, conflict and the like belong to an experienced "
        "person."
    ),
    Limit.DISSATISFIED: (
        "It answers nobody who is dissatisfied: such a customer is never left with a machine."
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


def limits(senders: Senders) -> tuple[Limit, ...]:
    """What AI never does where these write, gravest first; the rules of routing see to it."""
    if senders is Senders.EMPLOYEES:
        return (Limit.SEND, Limit.FEELINGS, Limit.PERSONS_TOPIC, *_OF_ALL)
    return (Limit.SEND, Limit.DISSATISFIED, *_OF_ALL)


def share_of(model: OrganisationModel) -> dict[Step, Route]:
    """Who takes each step of an ordinary case; no reply leaves without a person."""
    reply = model.wanted[Step.REPLY]
    return {
        Step.SORT: model.wanted[Step.SORT],
        Step.REPLY: Route.TOGETHER if reply is Route.ALONE else reply,
    }
