"""Find cases by subject, number or topic."""

from uuid import UUID

from django.db.models import Q

from samspil.work.models import Case, Topic
from samspil.work.queries import topic_name

MOST_FOUND = 50
LEAST_CHARACTERS = 2


def search(words: str) -> list[Case]:
    """The newest fifty cases that match; none for fewer than two characters.

    A subject may hold the words anywhere, a number must begin with them, a topic be named by them.
    """
    wanted = " ".join(words.split())
    if len(wanted) < LEAST_CHARACTERS:
        return []
    matches = _subject(wanted) | Q(external_id__startswith=wanted) | _address(wanted)
    topics = _topics_named(wanted)
    if topics:
        matches |= Q(topic__in=topics)
    found = Case.objects.filter(matches).select_related("process", "team", "claimed_by")
    return list(found.order_by("-opened_at", "pk")[:MOST_FOUND])


def _subject(wanted: str) -> Q:
    """SQLite compares only A to Z without regard to capitals, so others are asked for in each."""
    ways = {wanted, wanted.lower(), wanted.capitalize(), wanted.upper()}
    if wanted.isascii():
        ways = {wanted}
    matches = Q()
    for way in sorted(ways):
        matches |= Q(subject__icontains=way)
    return matches


def _address(wanted: str) -> Q:
    try:
        return Q(public_id=UUID(wanted))
    except ValueError:
        return Q()


def _topics_named(wanted: str) -> list[str]:
    folded = wanted.casefold()
    topics = Topic.objects.all()
    return sorted({topic.key for topic in topics if folded in topic_name(topic).casefold()})
