"""When a use of AI is reviewed, and how a review may end."""

from datetime import date

import pytest

from samspil.core.ai_reviews import Asked, Conclusion, Due, Fault, Trigger, due, fault_of

NEW_YEAR = date(2026, 1, 1)
YES = dict.fromkeys(Asked, True)


def test_a_use_is_due_every_three_months():
    assert due(since=NEW_YEAR, happened=[]) == Due(on=date(2026, 4, 1), why=Trigger.QUARTER)
    assert due(since=date(2025, 11, 30), happened=[]).on == date(2026, 2, 28)


def test_what_happens_brings_it_forward_the_first_of_it():
    happened = [(Trigger.STOP, date(2026, 2, 9)), (Trigger.INCIDENT, date(2026, 2, 1))]

    assert due(since=NEW_YEAR, happened=happened) == Due(on=date(2026, 2, 15), why=Trigger.INCIDENT)


def test_what_happened_before_the_last_review_does_not_count_again():
    happened = [(Trigger.STOP, date(2025, 12, 31))]

    assert due(since=NEW_YEAR, happened=happened).why is Trigger.QUARTER


def test_what_happens_at_the_quarters_end_does_not_put_it_off():
    happened = [(Trigger.MODEL, date(2026, 3, 30))]

    assert due(since=NEW_YEAR, happened=happened) == Due(on=date(2026, 4, 1), why=Trigger.QUARTER)


@pytest.mark.parametrize(
    ("conclusion", "more", "fault"),
    [
        (Conclusion.GO_ON, {}, None),
        (Conclusion.GO_ON, {"answers": {}}, Fault.UNANSWERED),
        (Conclusion.GO_ON, {"answers": {**YES, Asked.TOLD: False}}, Fault.NO_AND_ON),
        (Conclusion.CONDITIONS, {}, Fault.NO_CONDITION),
        (Conclusion.CONDITIONS, {"conditions": 1, "answers": {**YES, Asked.TOLD: False}}, None),
        (Conclusion.PAUSE, {"words": " "}, Fault.NO_WORDS),
        (Conclusion.PAUSE, {"words": "Too many are wrong."}, None),
        (Conclusion.END, {"words": "Not worth it.", "can_pause": False}, Fault.CANNOT_PAUSE),
    ],
)
def test_a_review_ends_only_in_a_way_that_fits_its_answers(conclusion, more, fault):
    given = {"answers": YES, "conditions": 0, "words": "", "can_pause": True, **more}

    assert fault_of(conclusion, **given) is fault
