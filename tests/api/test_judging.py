"""Programs judge first as well, and are told nothing of AI's answer before."""

import json

import pytest

from samspil.core.roles import Role
from samspil.people.models import TeamMember
from samspil.work.models import FirstJudgement, Proposal
from tests.factories import let_judge_first, make_claimed, make_colleague, make_waiting
from tests.judgements import ais


@pytest.fixture
def case(program, process):
    let_judge_first(process, program.colleague, second_look=True)
    return make_claimed(process, program.colleague)


def test_nothing_of_ais_answer_is_told_before_the_judgement(program, case):
    proposal = Proposal.objects.get(case=case)

    for address in (f"/cases/{case.public_id}", "/cases"):
        status, said = program.get(address)
        told = json.dumps(said)
        assert status == 200
        assert ais(case) not in told
        assert str(proposal.options[0]["confidence"]) not in told
        assert max(proposal.draft.splitlines(), key=len) not in told

    _, said = program.get(f"/cases/{case.public_id}")
    assert (said["judging"], said["reason"], said["proposal"]) == ("first", None, None)
    assert not any("reason" in one["facts"] for one in said["history"])


def test_a_judgement_brings_ais_answer_and_what_both_say(program, case):
    status, said = program.post(f"/cases/{case.public_id}/judgement", {"topic": ais(case)})

    assert (status, said["judging"], said["topic"]) == (200, "judged", ais(case))
    assert said["proposal"]["options"][0]["result"] == ais(case)
    found = said["judgement"]
    assert (found["topic"], found["together"], found["looks"]) == (ais(case), None, 0)
    assert "sure" not in found


def test_a_second_look_sends_the_case_back_and_tells_nothing(program, program_of, team, case):
    bo = make_colleague(Role.REVIEWER, name="Bo Lund")
    TeamMember.objects.create(team=team, colleague=bo)

    status, said = program.post(f"/cases/{case.public_id}/judgement", {"topic": "invoice_question"})

    assert (status, said["stage"], said["judging"]) == (200, "waiting", "second")
    assert (said["proposal"], said["judgement"]) == (None, None)
    assert program.post(f"/cases/{case.public_id}/claim")[0] == 403
    status, said = program_of(colleague=bo).post(f"/cases/{case.public_id}/claim")
    assert (status, said["judging"]) == (200, "second")
    assert str(program.colleague.public_id) not in json.dumps(said["history"])


@pytest.mark.parametrize("topic", ["no such topic", "x" * 81, "", None, 7, ["delivery_status"]])
def test_what_is_no_topic_is_refused(program, case, topic):
    status, _ = program.post(f"/cases/{case.public_id}/judgement", {"topic": topic})

    assert status == 422
    assert not FirstJudgement.objects.exists()


def test_who_comes_second_or_holds_nothing_is_told_so(program, program_of, process, case):
    program.post(f"/cases/{case.public_id}/judgement", {"topic": ais(case)})
    again = program.post(f"/cases/{case.public_id}/judgement", {"topic": "invoice_question"})
    waiting = make_waiting(process)
    unheld = program.post(f"/cases/{waiting.public_id}/judgement", {"topic": ais(case)})

    assert again[0] == unheld[0] == 409
    assert "the first judgement stands" in again[1]["detail"]


def test_deciding_before_judging_is_refused(program, case):
    body = {"answer": "Tomorrow.", "topic": ais(case)}

    status, said = program.post(f"/cases/{case.public_id}/decide", body)

    assert status == 409
    assert said["detail"] == "Say first what the case is about: AI's answer comes after."
