"""What AI wrote is recognised, and what it did not write is not."""

from datetime import timedelta

from samspil.governance.actions import approve_mark, mark, mark_chosen
from samspil.governance.models import Fingerprint
from samspil.governance.queries import intake, origin
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9

DRAFT = "Thank you for writing to us. We will book a visit as soon as we can. Best wishes"


def test_a_marked_text_is_recognised(organisation):
    mark([DRAFT], skill="triage", version="1", at=MONDAY_9)

    found = origin(DRAFT)

    assert (found.sentences, found.known, found.first_made_at) == (2, 2, MONDAY_9)
    assert not found.approved


def test_another_text_is_not(organisation):
    mark([DRAFT], skill="triage", version="1", at=MONDAY_9)

    assert origin("A person wrote every word of this by hand.").known == 0


def test_an_edited_text_is_recognised_in_part(organisation):
    mark([DRAFT], skill="triage", version="1", at=MONDAY_9)

    edited = origin("Thank you for writing to us. I will call you tomorrow at nine myself.")

    assert (edited.sentences, edited.known) == (2, 1)


def test_approval_is_remembered(organisation):
    mark([DRAFT], skill="triage", version="1", at=MONDAY_9)

    assert approve_mark(DRAFT, at=MONDAY_9 + timedelta(hours=1))
    assert origin(DRAFT).approved


def test_approving_a_persons_own_text_says_that_it_is_not_ais(organisation):
    assert not approve_mark("A person wrote every word of this by hand.", at=MONDAY_9)


def test_anyone_may_ask_and_no_text_is_kept(organisation, other_organisation):
    mark([DRAFT], skill="triage", version="1", at=MONDAY_9)

    with enter(other_organisation):
        assert origin(DRAFT).known == 2
    assert "visit" not in str(list(Fingerprint.objects.values()))


def test_marking_twice_keeps_the_first_time(organisation):
    mark([DRAFT, DRAFT], skill="triage", version="1", at=MONDAY_9)
    mark([DRAFT], skill="triage", version="2", at=MONDAY_9 + timedelta(days=1))

    assert origin(DRAFT).first_made_at == MONDAY_9
    assert Fingerprint.objects.count() == 2


def test_intake_masks_before_anything_is_stored():
    took = intake("Mit cpr er 010180-1234, ring til mig")

    assert took.text == "Mit cpr er [CPR], ring til mig"
    assert took.masked == ("CPR",)
    assert took.data_class == "special"


HANDBOOK = (
    "The pump runs all day and all night. It stops when the water is gone. Oil it every Monday "
    "before nine. The valve closes by itself within three seconds."
)
CHOSEN = "The pump runs all day and all night. Oil it every Monday before nine."


def test_what_ai_chose_is_known_and_its_sentences_stay_peoples(organisation):
    mark_chosen([CHOSEN], source=HANDBOOK, skill="summaries", version="1", at=MONDAY_9)

    summary, book = origin(CHOSEN), origin(HANDBOOK)

    assert (summary.sentences, summary.known, summary.chosen) == (2, 0, 2)
    assert (book.known, book.chosen, book.first_made_at) == (0, 0, None)


def test_approving_what_ai_chose_is_remembered(organisation):
    mark_chosen([CHOSEN], source=HANDBOOK, skill="summaries", version="1", at=MONDAY_9)

    assert approve_mark(CHOSEN, at=MONDAY_9 + timedelta(hours=1))
    assert origin(CHOSEN).approved
