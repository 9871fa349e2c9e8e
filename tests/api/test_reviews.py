"""Reviews of AI by program."""

from samspil.core.ai_reviews import Asked, Conclusion
from samspil.core.roles import Role
from samspil.trust.actions import Judged, conclude_review
from samspil.trust.queries.reviews import waiting_reviews
from tests.factories import MONDAY_9, make_colleague


def test_a_program_reads_what_is_due_and_what_was_reviewed(program_of):
    leader = make_colleague(Role.LEADER)
    first = waiting_reviews(now=MONDAY_9)[0]
    judged = Judged(answers=dict.fromkeys(Asked, True), conclusion=Conclusion.GO_ON)
    conclude_review(first, judged, by=leader, at=MONDAY_9)

    status, said = program_of(Role.STAFF_REPRESENTATIVE).get("/reviews")

    assert (status, len(said["reviews"])) == (200, 1)
    assert said["reviews"][0]["use"] == first.thing.thing
    assert {"fact": "overseers", "n": 0, "of": None} in said["reviews"][0]["facts"]
    assert first.thing.thing in {one["id"] for one in said["due"]}
