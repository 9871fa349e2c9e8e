"""An incident in words, and the register as rows of a file."""

from collections.abc import Iterable, Iterator

from samspil.trust.queries import incident_words as words
from samspil.trust.queries.incidents import Standing

HEAD = ("id", "noticed", "use", "what", "concerns", "number", "personal data", "harms", "severity",
        "still to be told", "told", "done", "closed", "closed by", "learned")  # fmt: skip


def shown(one: Standing) -> dict[str, object]:
    """What pages say of an incident; `next` is who has to be told next."""
    return {
        "one": one,
        "incident": one.incident,
        "severity": words.severity_words(one.severity),
        "concerns": words.concerned_words(one.incident.concerns),
        "tellings": [(each, words.duty_words(each.owed.duty)) for each in one.tellings],
        "next": next(((each, words.duty_words(each.owed.duty)) for each in one.open), None),
    }


def rows(standings: Iterable[Standing]) -> Iterator[tuple[str, ...]]:
    """The head, then each incident; times as ISO 8601."""
    yield HEAD
    for one in standings:
        incident, steps = one.incident, list(one.incident.steps.all())
        told = [f"{each.duty} {each.when.isoformat()}: {each.what}" for each in steps if each.duty]
        done = [f"{each.when.isoformat()}: {each.what}" for each in steps if not each.duty]
        yield (
            str(incident.public_id), incident.noticed_at.isoformat(), incident.name, incident.what,
            ", ".join(incident.concerns), "" if incident.number is None else str(incident.number),
            incident.breach, ", ".join(incident.harms), one.severity,
            ", ".join(each.owed.duty for each in one.open), "\n".join(told), "\n".join(done),
            incident.closed_at.isoformat() if incident.closed_at else "",
            incident.closed_by.name if incident.closed_by else "", incident.learned,
        )  # fmt: skip
