"""LR7, LR10, LR25: a use is settled by a person, recorded about, and begins only then."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samspil.core.ai_act.built import FACTS, WORDS, Built, facts_of_chat, facts_of_process
from samspil.core.ai_act.calendar import Provision
from samspil.core.ai_act.classing import Risk, classify
from samspil.core.ai_act.facts import Affected, Facts, Question, joined
from samspil.core.ai_act.going_live import Need
from samspil.core.ai_act.roles import Own
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import NotAllowed, Role
from samspil.core.routing import Reason
from samspil.journal.models import Entry
from samspil.people.models import Training
from samspil.trust.queries.uses import law, things, use_at, uses, waiting_uses
from samspil.uses import actions
from samspil.uses.models import Use
from samspil.work import actions as work
from samspil.work.models import Proposal
from samspil.work.queries import gate_of
from tests.factories import (
    MONDAY_9,
    let_begin,
    make_case,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

DAY = MONDAY_9.date()
LONG_AGO = DAY - timedelta(days=60)
HOLIDAY = "Hvor mange feriedage har jeg til gode i år?"
NOT_BY_AI = ((Question.ABOUT_TERMS, False),)
DONE = actions.Record(
    people_told=LONG_AGO, people_told_how="by mail", representatives_told=LONG_AGO,
    representatives_told_how="the committee", assessed=LONG_AGO, assessment="see folder 7",
    stop_plan="Anna stops it; HR answers by hand",
)  # fmt: skip


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.OWNER, name="Anna")


@pytest.fixture
def hr(anna):
    """A process of HR of which nobody has said anything yet."""
    process = make_process(team=make_team(anna), starter="hr", name="HR")
    Use.objects.all().delete()
    return process


def of(process, *, on=DAY):
    return use_at(process.public_id, on=on)


def settle(process, by, *answers, **said):
    thing = of(process).thing
    return actions.settle(thing, actions.Said(answers=answers, **said), by=by, at=MONDAY_9)


def test_lr7_ai_does_not_begin_where_nobody_knows_whether_it_decides_about_people(hr):
    case = make_waiting(hr, HOLIDAY)

    assert (case.route, case.reason) == (Route.PERSON, Reason.NOT_BEGUN)
    assert not Proposal.objects.filter(case=case).exists()
    assert of(hr).found.open == (Question.ABOUT_TERMS,)
    assert [one.thing.name for one in waiting_uses(on=DAY)] == ["HR"]


def test_lr7_it_begins_once_a_person_has_answered_and_taken_the_class_on(hr, anna):
    settle(hr, anna, *NOT_BY_AI)

    case = make_waiting(hr, HOLIDAY)
    assert (case.topic, case.reason != Reason.NOT_BEGUN) == ("holiday", True)
    assert of(hr).settled
    assert (of(hr).use.settled_by, of(hr).use.settled_as) == (anna, Risk.TOLD)
    entry = Entry.objects.get(event="use_settled")
    assert entry.actor == str(anna.public_id)
    assert "Art. 50(2)" in entry.facts


def test_lr7_a_high_risk_use_waits_for_every_single_thing(hr, anna):
    by_ai = ((Question.ABOUT_TERMS, True), (Question.PROFILES, False))
    settle(hr, anna, *by_ai)
    thing = of(hr).thing

    assert of(hr).gate.missing == (
        Need.OVERSEERS, Need.NOTICE, Need.REPRESENTATIVES, Need.ASSESSMENT, Need.STOP_PLAN,
    )  # fmt: skip
    actions.record_about(thing, DONE, by=anna, at=MONDAY_9)
    actions.name_overseers(thing, [anna], by=anna, at=MONDAY_9)
    assert of(hr).gate.missing == (Need.TRAINING,)
    assert make_waiting(hr, HOLIDAY).reason == Reason.NOT_BEGUN
    actions.note_trained(thing, anna, what="Overseeing AI", day=DAY, by=anna, at=MONDAY_9)

    assert gate_of(hr).open
    assert make_waiting(hr, HOLIDAY).topic == "holiday"
    assert Training.objects.get().what == "Overseeing AI"


def test_lr12_the_six_weeks_count_from_when_representatives_were_told(hr, anna):
    settle(hr, anna, (Question.ABOUT_TERMS, True))
    thing = of(hr).thing
    actions.name_overseers(thing, [anna], by=anna, at=MONDAY_9)
    actions.note_trained(thing, anna, what="AI", day=DAY, by=anna, at=MONDAY_9)
    told = actions.Record(
        people_told=DAY, representatives_told=DAY, assessed=DAY, assessment="x", stop_plan="y"
    )
    actions.record_about(thing, told, by=anna, at=MONDAY_9)

    assert of(hr).gate.missing == (Need.SIX_WEEKS,)
    assert of(hr).gate.opens_on == DAY + timedelta(days=42)
    assert of(hr, on=DAY + timedelta(days=42)).gate.open


def test_lr7_whoever_watched_over_it_and_left_counts_no_more(hr, anna):
    settle(hr, anna, (Question.ABOUT_TERMS, True))
    emil = make_colleague(Role.REVIEWER)
    actions.name_overseers(of(hr).thing, [emil], by=anna, at=MONDAY_9)
    assert Need.OVERSEERS not in of(hr).gate.missing

    emil.left_at = MONDAY_9
    emil.save()

    assert Need.OVERSEERS in of(hr).gate.missing


def test_lr7_another_fact_and_the_class_has_to_be_taken_on_anew(hr, anna):
    settle(hr, anna, *NOT_BY_AI)
    assert of(hr).settled

    hr.organisation_model = "supervised"
    hr.save()

    assert not of(hr).settled


def test_lr1_nobody_takes_on_reading_how_applicants_feel(anna):
    process = make_process(team=make_team(anna), name="Service")

    with pytest.raises(actions.NotSettled, match="may not be used at all"):
        settle(process, anna, affected=frozenset({Affected.APPLICANTS}))
    Use.objects.create(
        kind="process", thing=str(process.public_id), affected=["employees"],
        settled_facts="x", people_told=DAY, assessed=DAY, assessment="x", stop_plan="x",
    )  # fmt: skip

    assert of(process).gate.missing == (Need.REFUSED,)
    assert make_waiting(process).reason == Reason.NOT_BEGUN
    with pytest.raises(IntegrityError), transaction.atomic():
        Use.objects.update(settled_as="refused", settled_by=anna, settled_at=MONDAY_9)


def test_lr7_nothing_is_taken_on_while_a_question_is_open(hr, anna):
    with pytest.raises(actions.NotSettled, match="open questions"):
        settle(hr, anna)

    assert not Use.objects.exists()


def test_lr7_people_never_talk_away_what_the_program_knows():
    known = facts_of_process(employees=False, about_people=False, alone=True)
    said = Facts(answers=dict.fromkeys(Question, False) | {Question.SMALL_EDITS: True})

    found = classify(joined(known, said))

    assert (found.risk, found.settled) == (Risk.TOLD, True)
    assert classify(joined(known, Facts(answers={Question.OTHER_AREA: True}))).risk is Risk.HIGH


def test_lr7_only_those_who_answer_for_it_settle_and_record(hr):
    emil = make_colleague(Role.REVIEWER, Role.PROCESS_OWNER, Role.HR)

    for does in (
        lambda: settle(hr, emil, *NOT_BY_AI),
        lambda: actions.record_about(of(hr).thing, DONE, by=emil, at=MONDAY_9),
        lambda: actions.name_overseers(of(hr).thing, [emil], by=emil, at=MONDAY_9),
        lambda: actions.look_at_law(Provision.BANS, by=emil, at=MONDAY_9),
    ):
        with pytest.raises(NotAllowed):
            does()
    assert not Use.objects.exists()


@pytest.mark.parametrize(
    "record",
    [
        actions.Record(people_told=DAY + timedelta(days=1)),
        actions.Record(representatives_told=DAY + timedelta(days=1)),
        actions.Record(assessed=DAY),
    ],
)
def test_lr7_what_has_not_happened_is_not_recorded(hr, anna, record):
    with pytest.raises(actions.BadRecord):
        actions.record_about(of(hr).thing, record, by=anna, at=MONDAY_9)


def test_lr7_today_is_the_day_the_company_has(hr, anna):
    half_past_midnight = MONDAY_9.replace(hour=23, minute=30)
    record = actions.Record(people_told=DAY + timedelta(days=1))

    use = actions.record_about(of(hr).thing, record, by=anna, at=half_past_midnight)

    assert use.people_told == DAY + timedelta(days=1)


def test_lr7_customers_processes_and_it_begin_at_once(anna):
    assert gate_of(make_process(team=make_team(anna))).open
    assert gate_of(make_process(team=make_team(anna), starter="it")).open


def test_lr7_a_case_that_came_before_stays_with_people_and_later_ones_do_not(hr):
    first = make_case(hr, HOLIDAY)
    work.propose_and_route([first.pk], at=MONDAY_9)
    let_begin(hr)

    second = make_waiting(hr, HOLIDAY)

    first.refresh_from_db()
    assert (first.reason, second.topic) == (Reason.NOT_BEGUN, "holiday")


def test_lr7_a_use_is_in_the_register_as_soon_as_it_is_there_and_no_longer(anna):
    before = {one.thing for one in things()}
    process = make_process(team=make_team(anna))

    assert {one.thing for one in things()} - before == {str(process.public_id)}
    process.levels.all().delete()
    process.delete()
    assert {one.thing for one in things()} == before


def test_lr7_every_kind_has_one_purpose_and_what_is_known_is_enough(organisation):
    known = [
        *FACTS.values(),
        *(facts_of_chat(one, phrased=True) for one in Affected if one != "nobody"),
    ]

    assert set(WORDS) == set(Built)
    assert all(classify(facts).settled for facts in known)
    assert {classify(facts).risk for facts in known} <= {Risk.TOLD, Risk.MINIMAL}


def test_lr7_the_organisation_becomes_the_provider_of_what_it_turns_to_its_own(hr, anna):
    settle(hr, anna, (Question.ABOUT_TERMS, True), own=frozenset({Own.PURPOSE}))

    assert of(hr).part.articles == ("Art. 25(1)(c)",)
    assert "papers" in [one.duty for one in of(hr).owed]


def test_lr7_the_register_costs_the_same_however_much_there_is(
    anna, django_assert_num_queries, django_assert_max_num_queries
):
    make_process(team=make_team(anna), starter="hr")
    with django_assert_max_num_queries(9) as first:
        uses(on=DAY)
    make_process(team=make_team(anna), starter="hr")
    make_process(team=make_team(anna), starter="it")

    with django_assert_num_queries(len(first)):
        uses(on=DAY)


def test_lr25_what_the_law_says_is_looked_at_again_in_time(anna):
    late = date(2027, 12, 1)
    due = [row.provision for row in law(on=late) if row.due]
    assert Provision.HIGH_RISK in due

    actions.look_at_law(Provision.HIGH_RISK, by=anna, at=MONDAY_9.replace(year=2027, month=11))

    again = [row.provision for row in law(on=late) if row.due]
    assert again == [one for one in due if one is not Provision.HIGH_RISK]
