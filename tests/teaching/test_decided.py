"""What people decided becomes examples once somebody looked at it; played decisions never do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.teaching import actions
from samspil.teaching.models import Example, Version
from samspil.teaching.queries.decided import decided_page
from samspil.teaching.queries.overview import using_of
from samspil.work import actions as work
from samspil.work.models import Decision, VerifiedAnswer
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, teach

TEXT = "When will my heat pump number {0} be delivered? I ordered it in March."


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER)


@pytest.fixture
def process(owner):
    return make_process(name="Shop", team=form_team(name="All", members=[owner]))


def decide(process, by, text, *, topic="", simulated=False):
    case = make_claimed(process, by, text)
    work.decide(
        case,
        answer="We look into it.",
        topic=topic or case.topic,
        by=by,
        at=MONDAY_9,
        simulated=simulated,
    )
    VerifiedAnswer.objects.update(drawn=False)  # whatever lots said
    return case


def listed(process, **narrow):
    wanted = {"corrected": False, "left_out": False, "before": None, "at": MONDAY_9, **narrow}
    return decided_page(process, **wanted).rows


def test_a_decision_is_shown_with_what_ai_said_and_what_the_person_said(process, owner):
    agreed = decide(process, owner, TEXT.format(1))
    decide(process, owner, TEXT.format(2), topic="invoice_question")

    both = listed(process)
    corrected = listed(process, corrected=True)

    assert [(one.proposed, one.topic) for one in both] == [
        ("delivery_status", "invoice_question"),
        ("delivery_status", "delivery_status"),
    ]
    assert [one.text for one in corrected] == [TEXT.format(2)]
    assert both[1].case_id == agreed.public_id


def test_played_decisions_never_become_examples(process, owner):
    decide(process, owner, TEXT.format(1), simulated=True)

    shown = decided_page(process, corrected=False, left_out=False, before=None, at=MONDAY_9)
    kept = actions.take_decisions(process, None, by=owner, at=MONDAY_9)

    assert (shown.rows, shown.simulated) == ([], 1)
    assert (kept.added, Example.objects.count()) == (0, 0)


def test_kept_decisions_are_examples_tied_to_their_case_and_offered_once(process, owner):
    case = decide(process, owner, TEXT.format(1), topic="invoice_question")
    decide(process, owner, TEXT.format(1), topic="invoice_question")

    actions.take_decisions(process, None, by=owner, at=MONDAY_9)

    one = Example.objects.get()
    assert (one.topic, one.source, one.added_by) == ("invoice_question", "decision", owner)
    assert one.case is not None
    assert listed(process) == []
    assert case.process == process


def test_what_is_left_out_is_not_offered_again_but_can_be_kept_after_all(process, owner):
    decide(process, owner, TEXT.format(1))
    [one] = listed(process)

    actions.leave_decisions_out(process, [one.pk], by=owner, at=MONDAY_9)
    assert listed(process) == []
    assert [each.pk for each in listed(process, left_out=True)] == [one.pk]

    actions.take_decisions(process, [one.pk], by=owner, at=MONDAY_9)
    assert Example.objects.count() == 1
    assert listed(process, left_out=True) == []


def test_decisions_of_another_process_are_never_taken(process, owner):
    other = make_process(name="Other", team=form_team(name="Theirs", members=[owner]))
    decide(other, owner, TEXT.format(1))
    [one] = listed(other)

    kept = actions.take_decisions(process, [one.pk], by=owner, at=MONDAY_9)

    assert kept.added == 0


def test_the_page_keeps_what_is_ticked(process, owner, client_of):
    for number in range(3):
        decide(process, owner, TEXT.format(number))
    ids = [one.pk for one in listed(process)]
    client = client_of(owner)
    address = f"/skills/{process.public_id}/decisions/"

    page = client.get(address).content.decode()
    client.post(address, {"do": "keep", "decision": [str(ids[0]), "nonsense"]})
    client.post(address, {"do": "leave", "decision": [str(ids[1])]})

    assert page.count('name="decision"') == 3
    assert [one.text for one in Example.objects.all()] == [TEXT.format(2)]
    assert [one.pk for one in listed(process)] == [ids[2]]


def test_daily_work_counts_real_decisions_since_the_version_is_in_use(process, owner):
    teach(process, texts=["Where is it?", "Pay"], topics=["delivery_status", "bill"])
    decide(process, owner, "where is it now?")
    decide(process, owner, "where is it, then?", topic="bill")
    decide(process, owner, "where is it at last?", simulated=True)
    Decision.objects.update(at=timezone.now())

    live = using_of(process).live
    starter = Version.objects.get(origin="starter")
    actions.use_version(starter, by=owner, at=MONDAY_9 + timedelta(minutes=2))
    afterwards = using_of(process).live

    assert (live.judged, live.rejected, live.simulated) == (2, 1, 1)
    assert (afterwards.judged, afterwards.simulated) == (0, 0)


def test_the_list_costs_the_same_for_one_row_and_for_three(process, owner):
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            listed(process)
        return len(captured)

    decide(process, owner, TEXT.format(0))
    one = statements()
    for number in (1, 2):
        decide(process, owner, TEXT.format(number))

    assert statements() == one
