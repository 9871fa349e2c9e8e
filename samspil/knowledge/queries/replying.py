"""Standard answers as replies to customers, and what is known beside their cases."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from samspil.core.knowing import Lapse, Lapsed, Message, ReadyReply
from samspil.core.knowledge.fitting import fits_by_words
from samspil.core.knowledge.messages import asks
from samspil.journal.queries import about
from samspil.knowledge.access import Stranger, standards_for
from samspil.knowledge.models import Secrecy, StandardAnswer
from samspil.knowledge.queries.knowing import Answered, answer_to
from samspil.people.queries import day_of
from samspil.work.models import Case
from samspil.work.queries import text_of

LONGEST_QUESTION = 500


def ready_replies(messages: Mapping[int, Message], *, at: datetime) -> dict[int, ReadyReply]:
    """The standard answer that fits each message, where one does, and only one. Two statements.

    Only what is for everybody, still holds, and is written in the customer's language. Meaning
    plays no part: every word has to fit anyhow.
    """
    read = ((key, asks(one.text)) for key, one in messages.items())
    asked = {key: one for key, one in read if one and len(one.question) <= LONGEST_QUESTION}
    if not asked:
        return {}
    valid = standards_for(Stranger.ANYBODY).filter(valid_until__gte=day_of(at))
    answers = list(valid.order_by("pk"))
    found = {}
    for key, one in asked.items():
        spoken = messages[key].language
        fitting = [
            answer
            for answer in answers
            if answer.texts.get(spoken) and fits_by_words(one.question, answer.wordings)
        ]
        if len(fitting) == 1:
            found[key] = _reply(fitting[0], spoken, whole=one.whole)
    return found


def known_for(case: Case) -> Answered | None:
    """What standard answers and documents for everybody say to a customer's case.

    None where the last message does not ask one thing. Nothing internal: it may go into the reply.
    """
    one = asks(text_of([case]).get(case.pk, ""))
    if one is None or len(one.question) > LONGEST_QUESTION:
        return None
    return answer_to(one.question, reader=Stranger.ANYBODY)


def lapsed_standard(answer: UUID, *, version: int, at: datetime) -> Lapsed | None:
    """What became of a standard answer for customers since this version; None: it still says so.

    One statement where it does, else two at most.
    """
    found = StandardAnswer.objects.filter(public_id=answer).first()
    if found is None:
        removed = about(str(answer)).filter(event="standard_removed").last()
        return Lapsed(lapse=Lapse.WITHDRAWN, day=day_of(removed.at) if removed else None)
    if found.removed_at is not None:
        return Lapsed(lapse=Lapse.WITHDRAWN, day=day_of(found.removed_at))
    if version < found.said_since:
        changed = found.versions.get(number=found.said_since)
        return Lapsed(lapse=Lapse.CHANGED, day=day_of(changed.at))
    if found.secrecy != Secrecy.PUBLIC:
        return Lapsed(lapse=Lapse.CHANGED, day=day_of(found.changed_at))
    if found.valid_until < day_of(at):
        return Lapsed(lapse=Lapse.ENDED, day=found.valid_until)
    return None


def _reply(answer: StandardAnswer, language: str, *, whole: bool) -> ReadyReply:
    return ReadyReply(
        text=answer.texts[language],
        source=_source(answer),
        whole=whole,
        answer=answer.public_id,
        version=answer.version,
        since=answer.said_since,
        language=language,
    )


def _source(answer: StandardAnswer) -> str:
    """Names it in no language, and no colleague: it is kept as long as the case."""
    return f"“{answer.wordings[0]}” · v{answer.version} · {answer.valid_until.isoformat()}"
