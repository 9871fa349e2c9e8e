"""A program asks the documents, and says whether the answer helped."""

from samspil.core.roles import Role
from samspil.knowledge.models import Question


def test_a_question_is_kept_and_can_be_said_to_have_helped(program_of):
    program = program_of(Role.EMPLOYEE)

    _, said = program.post("/questions", {"question": "How many days of holiday do I have?"})
    status, _ = program.post(f"/questions/{said['question']}/helpful", {"helpful": True})

    kept = Question.objects.get()
    assert (status, kept.asked_in, kept.helpful) == (200, "api", True)
