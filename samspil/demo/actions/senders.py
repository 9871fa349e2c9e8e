"""Made-up senders: a sample becomes a message from somebody who does not exist."""

from hashlib import sha256

from samspil.core.skill import Senders
from samspil.demo.queries.cast import DOMAIN, Line
from samspil.demo.queries.samples import Sample
from samspil.work.actions import Arrival

FIRST = {
    "da": (
        "anne",
        "peter",
        "kirsten",
        "lars",
        "hanne",
        "michael",
        "inge",
        "jens",
        "susanne",
        "ole",
    ),
    "de": (
        "sabine",
        "thomas",
        "petra",
        "stefan",
        "monika",
        "andreas",
        "ute",
        "jan",
        "silke",
        "uwe",
    ),
    "en": (
        "grace",
        "oliver",
        "ruth",
        "daniel",
        "priya",
        "samuel",
        "helen",
        "marcus",
        "joan",
        "amit",
    ),
}
LAST = {
    "da": ("nielsen", "hansen", "madsen", "kristensen", "lund", "toft", "skov", "bach", "vinther"),
    "de": ("schmidt", "fischer", "weber", "hansen", "koch", "richter", "wolf", "brandt", "peters"),
    "en": ("walker", "hughes", "bennett", "shaw", "patel", "reid", "morgan", "doyle", "foster"),
}
DOMAINS = ("example.com", "example.org", "example.net")
"""Reserved for examples (RFC 2606): no mail can reach anybody there."""


def message_to(line: Line, sample: Sample) -> Arrival:
    """The sample as it arrives; the same sample always comes from the same sender."""
    return Arrival(text=sample.text, external_id=sample.id, sender=sender_to(line, sample))


def sender_to(line: Line, sample: Sample) -> str:
    """The made-up address the sample comes from; that of a colleague where employees write."""
    number = int.from_bytes(sha256(sample.id.encode()).digest()[:8])
    first, last = FIRST[sample.language], LAST[sample.language]
    name = f"{first[number % len(first)]}.{last[number // 10 % len(last)]}"
    if line.senders is Senders.EMPLOYEES:
        return f"{name}@{DOMAIN}"
    return f"{name}{number // 90 % 90 + 10}@{DOMAINS[number // 8100 % len(DOMAINS)]}"
