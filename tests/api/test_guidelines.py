"""Guidelines by program."""

from samspil.core.guidelines import Topic, Wording
from samspil.core.roles import Role
from samspil.governance.actions import publish_guideline, write_guideline
from tests.factories import MONDAY_9, make_colleague


def test_a_program_reads_what_holds_and_no_counts_unless_it_may(program_of):
    owner = make_colleague(Role.OWNER)
    texts = {"da": Wording(title="Tjek", short="Læs det.", body="Til ende.")}
    made = write_guideline(None, topic=Topic.CHECKING, wordings=texts, by=owner, at=MONDAY_9)
    publish_guideline(made, changed="", matters=False, by=owner, at=MONDAY_9)

    status, (said,) = program_of(Role.EMPLOYEE).get("/guidelines")

    assert (status, said["version"], said["texts"]["da"]["short"]) == (200, 1, "Læs det.")
    assert (said["confirmed"], said["people"]) == (None, None)
    assert program_of(Role.OWNER).get("/guidelines")[1][0]["confirmed"] == 0
