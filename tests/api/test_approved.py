"""Programs see which standard answer a draft is, and let one be sent without a look."""

from datetime import timedelta

import pytest

from samspil.core.roles import Role
from samspil.knowledge import actions
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team
from tests.knowledge.standing import ANSWER, QUESTION, said


@pytest.fixture
def lene(organisation):
    return make_colleague(Role.LEADER)


@pytest.fixture
def answer(lene):
    return actions.make_standard(said(), by=lene, at=MONDAY_9)


def test_a_draft_that_lapsed_is_sent_only_by_who_was_told(answer, lene, program_of):
    case = make_claimed(make_process(team=make_team(lene)), lene, QUESTION)
    program, address = program_of(colleague=lene), f"/cases/{case.public_id}"
    before = program.get(address)[1]["proposal"]["approved"]
    actions.remove_standards([answer.pk], by=lene, at=MONDAY_9 + timedelta(days=1))

    after = program.get(address)[1]["proposal"]["approved"]
    reply = {"answer": ANSWER, "topic": "delivery_status"}
    refused, _ = program.post(f"{address}/decide", reply)
    taken, _ = program.post(f"{address}/decide", {**reply, "told": True})

    its = {"answer": str(answer.public_id), "version": 1, "verified": None}
    assert before == {**its, "lapsed": None}
    assert after == {**its, "lapsed": "withdrawn"}
    assert (refused, taken) == (409, 200)


def test_whoever_may_agree_agrees_to_the_version_that_was_read(answer, lene, program_of):
    address = f"/answers/{answer.public_id}"
    hr, leader = program_of(Role.HR), program_of(colleague=lene)

    assert hr.post(f"{address}/alone", {"seen": 1})[0] == 403
    assert leader.post(f"{address}/alone", {"seen": 2})[0] == 409
    assert leader.post(f"{address}/alone", {"seen": 1})[1]["alone"] is True
    assert leader.get(address)[1]["alone"] is True
