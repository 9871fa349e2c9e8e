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


def test_a_program_writes_changes_and_removes_a_standard_answer(program):
    body = {
        "wordings": ["Can I return an item?"],
        "texts": {"en": "Yes."},
        "valid_until": "2099-01-01",
    }

    status, made = program.post("/answers", body)
    _, asked = program.post("/questions", {"question": "Can I return items?"})
    changed = program.send("PUT", f"/answers/{made['id']}", {**body, "seen": 1})
    stale = program.send("PUT", f"/answers/{made['id']}", {**body, "seen": 1})

    assert (status, made["version"]) == (201, 1)
    assert (asked["answered"], asked["standard"]["text"]) == (True, "Yes.")
    assert (changed[0], changed[1]["version"], stale[0]) == (200, 2, 409)
    assert program.get("/answers")[1]["answers"][0]["id"] == made["id"]
