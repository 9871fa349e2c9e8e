"""The answer to whoever asked to be erased, in their language, ready to be copied."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext, override

from samspil.core.access_requests import due_on
from samspil.core.retention.categories import Country, country_of
from samspil.tenancy.queries import current
from samspil.trust.models import Erasure, Phase
from samspil.trust.queries.erasures import ground_words


def letter_of(asked: Erasure) -> str:
    """What to write to them now: received, later, erased, kept in part or refused; as paragraphs.

    Empty while it is being erased.
    """
    with override(asked.language):
        said = list(_said(asked))
        if not said:
            return ""
        day = date_format(asked.received_on, "DATE_FORMAT")
        began = gettext("On %(day)s you asked us to erase what we hold of you.") % {"day": day}
        return "\n\n".join([began, *said, current().name])


def _said(asked: Erasure) -> Iterator[str]:
    if asked.phase == Phase.DONE:
        yield from _done(asked)
    elif asked.phase == Phase.REFUSED:
        yield gettext("We do not erase it.")
        yield from _refused(asked)
    elif asked.phase == Phase.ASKED:
        yield from _waiting(asked)


def _waiting(asked: Erasure) -> Iterator[str]:
    day = date_format(asked.due_on, "DATE_FORMAT")
    if asked.extended_why:
        first = date_format(due_on(asked.received_on), "DATE_FORMAT")
        yield gettext(
            "We need more time than until %(first)s. You have our answer by %(day)s at the latest."
        ) % {"first": first, "day": day}
        yield gettext("The reason: %(why)s") % {"why": asked.extended_why}
        yield _complaint()
    else:
        yield gettext("You have our answer by %(day)s.") % {"day": day}
    if not asked.known:
        yield gettext(
            "So that nobody else can have your data erased, please confirm from the address "
            "that it is about, or tell us how we can be sure that it is you."
        )


def _done(asked: Erasure) -> Iterator[str]:
    if not any(asked.held.values()):
        yield gettext("We looked, and hold nothing under the address that you gave us.")
    elif asked.ground:
        yield gettext("We have erased it, but for a part that we have to keep for now.")
    else:
        yield gettext(
            "We have erased it: your messages, our replies, and all that we kept with them."
        )
    if asked.ground:
        yield from _refused(asked)
    yield gettext(
        "Copies may still lie in backups until these are deleted in their turn. "
        "They are used for nothing else."
    )


def _refused(asked: Erasure) -> Iterator[str]:
    yield gettext("The reason: %(why)s") % {"why": f"{ground_words(asked.ground)} {asked.note}"}
    yield _complaint()


def _complaint() -> str:
    """Article 12(4): of every refusal, and of a delay too, since it costs nothing to say."""
    if country_of(current().time_zone) == Country.DK:
        return gettext(
            "You can complain about this to Datatilsynet, the Danish data protection authority, "
            "and you can take it to court."
        )
    return gettext(
        "You can complain about this to the data protection authority where you live or work, "
        "and you can take it to court."
    )
