"""The page of one case: text, evidence, reason, proposal, and why one may not."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.ids import new_id
from samspil.core.roles import Role
from samspil.people.actions import take_on_ai
from samspil.review.queries import evidence_in
from samspil.skills.triage.skill import CODE
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Proposal
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import source, words
from tests.review.test_queue import MOST_STATEMENTS

pytestmark = pytest.mark.either

IDENTITY = "My number is 010180-1234 and I am very dissatisfied with the pump."
FEELINGS = re.compile(r"\b(emotion|feeling|mood|sentiment|angry|anger)", re.IGNORECASE)


def test_the_words_ai_went_by_are_marked_where_they_stand(annas, process):
    case = make_waiting(process, ANGRY)

    page = source(annas.get(f"/work/{case.public_id}/"))

    assert re.search(r'<mark class="lead-dissatisfied[^>]*>.*?dissatisfied', page)
    assert "says that the customer is dissatisfied" in page


def test_marks_stand_right_behind_a_masked_number(annas, process):
    case = make_waiting(process, IDENTITY)

    answer = annas.get(f"/work/{case.public_id}/")

    assert "1 identity number was masked before anyone read this." in words(answer)
    assert "[CPR]" in words(answer)
    assert "010180" not in source(answer)
    assert re.search(r'<mark class="lead-dissatisfied[^>]*>.*?dissatisfied', source(answer))


def test_a_quote_that_stands_elsewhere_is_left_out(process):
    case = make_waiting(process, ANGRY)
    proposal = Proposal.objects.get(case=case)

    assert evidence_in(f"  {ANGRY}", proposal) == []
    assert len(evidence_in(ANGRY, proposal)) == len(proposal.evidence)


def test_the_page_says_why_what_and_how_sure(annas, process):
    case = make_waiting(process, ORDINARY)

    said = words(annas.get(f"/work/{case.public_id}/"))

    assert "AI proposes and a person decides, as agreed for this process." in said
    assert re.search(r"Delivery status (about|more than) \d\d in 100", said)
    assert "AI draft" in said
    assert f"triage, version {CODE}-" in said


def test_nothing_is_said_about_feelings(annas, process):
    case = make_waiting(process, "I am waiting, and it is urgent that somebody calls me at once!")

    assert FEELINGS.findall(source(annas.get(f"/work/{case.public_id}/"))) == []


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("<script>alert(1)</script> where is my order?", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("</textarea><img src=x> where is my order?", "&lt;/textarea&gt;&lt;img src=x&gt;"),
        ("مرحبا where is my order?", "مرحبا"),
    ],
)
def test_hostile_text_is_shown_as_text(annas, process, hostile, shown):
    case = make_waiting(process, hostile)

    page = source(annas.get(f"/work/{case.public_id}/"))

    assert shown in page
    assert "<script>alert" not in page
    assert "<img src=x>" not in page


def test_a_very_long_message_is_shown_whole(annas, process):
    case = make_waiting(process, "Where is it? " * 8_000)

    answer = annas.get(f"/work/{case.public_id}/")

    assert words(answer).count("Where is it?") >= 8_000
    assert "The message is longer than AI reads as a whole." in words(answer)


def test_another_organisations_case_does_not_exist(annas, other_organisation):
    with enter(other_organisation):
        case = make_waiting(make_process())

    for address in ("", "history/"):
        assert annas.get(f"/work/{case.public_id}/{address}").status_code == 404
    for address in ("take/", "give-back/", "agree/", "decide/", "hand-over/"):
        assert annas.post(f"/work/{case.public_id}/{address}").status_code == 404


def test_a_case_nobody_opened_does_not_exist(annas):
    assert annas.get(f"/work/{new_id()}/").status_code == 404


def test_the_page_says_which_team_a_case_waits_for(annas):
    other = make_process(team=make_team(name="Specialists"))
    case = make_waiting(other)

    answer = annas.get(f"/work/{case.public_id}/")

    assert "This case waits for Specialists." in words(answer)
    assert "/take/" not in source(answer)
    assert annas.post(f"/work/{case.public_id}/take/").status_code == 403


def test_a_member_of_the_team_may_take_it(annas, anna, process):
    case = make_waiting(process)

    assert "Take this case" in words(annas.get(f"/work/{case.public_id}/"))
    assert annas.post(f"/work/{case.public_id}/take/").status_code == 302
    case.refresh_from_db()
    assert case.claimed_by == anna


def test_a_leader_may_take_a_case_of_any_team(browser_of, process):
    leader = make_colleague(Role.LEADER)
    case = make_waiting(process)

    browser_of(leader).post(f"/work/{case.public_id}/take/")

    case.refresh_from_db()
    assert case.claimed_by == leader


def test_the_page_says_who_has_a_case(annas, process, team):
    berit = make_colleague(name="Berit Lund")
    team.members.add(berit)
    case = make_claimed(process, berit)

    said = words(annas.get(f"/work/{case.public_id}/"))

    assert "Berit Lund has had this case since" in said


def test_a_case_ai_has_not_looked_at_says_so(annas, process):
    case = make_case(process)

    assert "AI has not looked at this case yet." in words(annas.get(f"/work/{case.public_id}/"))


def test_the_history_tells_what_happened_with_names(annas, anna, process):
    take_on_ai(name="Triage", skill="triage")
    case = make_claimed(process, anna)
    actions.hand_over(case, to=make_team(name="Specialists"), note="", by=anna, at=MONDAY_9)

    said = words(annas.get(f"/work/{case.public_id}/history/"))

    happened = ["The message arrived.", "Sorted as “Delivery status”.", "Triage"]
    happened += ["Taken from the queue.", "· Anna Holm", "Handed over to Specialists."]
    places = [said.find(each) for each in happened]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("shown", ["", "?change", "?hand"])
def test_a_case_costs_the_same_whatever_waits_beside_it(annas, anna, process, shown):
    case = make_claimed(process, anna)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_waiting(process)
        with CaptureQueriesContext(connection) as statements:
            assert annas.get(f"/work/{case.public_id}/{shown}").status_code == 200
        counts.append(len(statements))

    assert counts[0] == counts[1] <= MOST_STATEMENTS


def test_a_waiting_case_costs_no_more(annas, process):
    case = make_waiting(process)

    with CaptureQueriesContext(connection) as statements:
        annas.get(f"/work/{case.public_id}/")

    assert len(statements) <= MOST_STATEMENTS
