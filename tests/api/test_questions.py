"""A program asks the documents, and says whether the answer helped."""

import pytest

from samspil.core.roles import Role
from samspil.knowledge.actions import Given, Terms, add_documents, read_documents
from samspil.knowledge.models import Question, QuestionCase
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.governance.serving import make_server
from tests.knowledge.conftest import HANDBOOK
from tests.model_server import model_server

QUESTION = "How many days of holiday do I have?"
PHRASED = "Everybody has 25 days of holiday a year [1]. You have 30 days of holiday [1]."


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


@pytest.fixture
def handbook(organisation):
    given = Given(name="handbook.md", content=HANDBOOK.encode())
    leader = make_colleague(Role.LEADER)
    ((document, _),) = add_documents([given], terms=Terms(), by=leader, at=MONDAY_9)
    read_documents([document.pk], embedder=None, at=MONDAY_9)
    return document


def test_a_program_has_an_answer_phrased_like_a_person_on_the_page(program, handbook):
    with model_server(PHRASED) as script:
        make_server(program.colleague, script.url)
        _, plain = program.post("/questions", {"question": QUESTION})
        _, wished = program.post("/questions", {"question": QUESTION, "phrased": True})

    assert plain["phrased"] is None
    assert wished["quotes"] == plain["quotes"]
    (sentence,) = wished["phrased"]["sentences"]
    assert sentence["text"] == "Everybody has 25 days of holiday a year."
    assert sentence["passages"][0]["document"] == str(handbook.public_id)
    assert (wished["phrased"]["left_out"], wished["phrased"]["model"]) == (1, "small")
    assert wished["phrased"]["mark"]


def test_a_program_is_told_why_nothing_was_phrased(program, handbook):
    _, blocked = program.post("/questions", {"question": QUESTION, "phrased": True})
    _, declined = program.post("/questions", {"question": "Who paints roofs?", "phrased": True})

    assert blocked["answered"]
    assert blocked["phrased"]["sentences"] == []
    assert blocked["phrased"]["why"]
    assert declined["phrased"] is None
