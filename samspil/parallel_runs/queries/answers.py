"""The two answers to a case that goes both ways."""

from samspil.core.parallel_runs.answers import Answer, same
from samspil.parallel_runs.models import Pair
from samspil.work.models import Decision


def old_answer(pair: Pair) -> Answer:
    """What was decided the old way, and went out; raises `Decision.DoesNotExist` where it was
    taken back."""
    made = Decision.objects.get(case=pair.case_id, round=pair.round)
    return Answer(topic=made.topic, text=made.answer)


def new_answer(pair: Pair) -> Answer:
    """What was answered the new way, and went nowhere."""
    return Answer(topic=pair.new_topic, text=pair.new_text)


def is_same(pair: Pair, *, replies: bool) -> bool:
    """Whether both ways came to the same."""
    return same(old_answer(pair), new_answer(pair), replies=replies)
