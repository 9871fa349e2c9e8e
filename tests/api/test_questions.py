"""A program asks the documents, and says whether the answer helped."""

from samspil.core.roles import Role
from samspil.knowledge.models import Question, QuestionCase
from tests.factories import make_process


def test_a_question_is_kept_and_can_be_said_to_have_helped(program_of):
    program = program_of(Role.EMPLOYEE)

    _, said = program.post("/questions", {"question": "How many days of holiday do I have?"})
    status, _ = program.post(f"/questions/{said['question']}/helpful", {"helpful": True})

    kept = Question.objects.get()
    assert (status, kept.asked_in, kept.helpful) == (200, "api", True)


def test_a_program_sends_a_question_on(program_of):
    make_process(name="IT", starter="it")
    program = program_of(Role.EMPLOYEE)

    status, said = program.post("/questions/send", {"question": "Who mends the roof?"})

    made = QuestionCase.objects.get()
    assert (status, said["process"], said["expert"]) == (201, "IT", None)
    assert (str(made.case.public_id), made.asker) == (said["case"], program.colleague)
