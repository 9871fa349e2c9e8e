"""What a simulated person answers: they know the true topic, and write as people do."""

from dataclasses import dataclass
from random import Random

from samspil.demo.queries.samples import Sample
from samspil.work.models import Case, Proposal, Topic

KEEPS_DRAFT = 0.8
"""How often a simulated person sends a fitting draft as it is; else they add a sentence."""

GREETING = {"da": "Hej", "de": "Guten Tag,", "en": "Hello,"}
IN_PERSON = {
    "da": "Jeg har selv læst din besked og følger sagen, til den er løst.",
    "de": "Ich habe Ihre Nachricht selbst gelesen und kümmere mich darum, bis alles geklärt ist.",
    "en": "I have read your message myself and will follow it up until it is solved.",
}
ADDED = {
    "da": "Ring gerne, hvis det er nemmere for dig.",
    "de": "Rufen Sie uns gern an, wenn das für Sie einfacher ist.",
    "en": "Do call us if that is easier for you.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the simulated person decides: the topic (empty where none fits) and the reply."""

    topic: str
    text: str


def answer_to(case: Case, sample: Sample, *, chance: Random) -> Answer:
    """Agree with AI where it is right, correct it where not, write oneself where it held back."""
    proposal = Proposal.objects.filter(case=case, round=case.round).first()
    best = proposal.likeliest if proposal else ""
    if proposal is None or not proposal.draft or best != sample.topic:
        return Answer(topic=sample.topic, text=_own_words(case, sample))
    if chance.random() < KEEPS_DRAFT:
        return Answer(topic=sample.topic, text=proposal.draft)
    return Answer(topic=sample.topic, text=f"{proposal.draft}\n\n{ADDED[sample.language]}")


def _own_words(case: Case, sample: Sample) -> str:
    """The reply to the true topic, where there is one, and a personal sentence."""
    topic = Topic.objects.filter(process=case.process_id, key=sample.topic).first()
    written = str(topic.replies.get(sample.language, "")) if topic else ""
    _, _, after_greeting = written.partition("\n\n")
    parts = (GREETING[sample.language], after_greeting, IN_PERSON[sample.language])
    return "\n\n".join(part for part in parts if part)
