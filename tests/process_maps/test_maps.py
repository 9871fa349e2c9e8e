"""Maps are drawn step by step; ways follow, nothing is lost, and links bring what is measured."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.allocation.actions import Expected, estimate, judge
from samspil.allocation.actions import Said as Judged
from samspil.core.allocation.law import About, Touch
from samspil.core.allocation.portfolio import Part, Range
from samspil.core.organisation_models.contract import Route
from samspil.core.process_maps.deciding_who import Ground
from samspil.core.process_maps.saying import Said
from samspil.core.roles import NotAllowed
from samspil.eventlogs.models import EventLog
from samspil.measures.queries import last_month_of
from samspil.people.models import Team
from samspil.process_maps import actions
from samspil.process_maps.actions import Linked, Owner, Refused, Spot, Stale, Wanted
from samspil.process_maps.models import Connection, Step
from samspil.process_maps.queries import beside, changes, charted
from samspil.work.models import Case, Decision
from tests.allocation.conftest import FREE, ROUTINE, listed
from tests.factories import MONDAY_9, make_case, make_colleague, make_process, make_team
from tests.process_maps.arranging import drawn, steps_by_name, ways_by_name

IN_MARCH = MONDAY_9 + timedelta(days=30)


def test_a_step_comes_after_before_and_between_others_and_the_ways_follow(inquiries, lene):
    there = steps_by_name(inquiries)
    way = Connection.objects.get(source=there["Receive"])

    def add(name: str, **spot: Any) -> Step:
        return actions.add_step(inquiries, Wanted(name=name), Spot(**spot), by=lene, at=MONDAY_9)

    add("After", after=there["Decide"])
    add("Before", before=there["Receive"])
    add("Between", between=way)
    add("End")
    add("Apart", apart=True)

    assert ways_by_name(inquiries) == {
        ("Before", "Receive"), ("Receive", "Between"), ("Between", "Decide"), ("Decide", "After"),
        ("After", "Answer"), ("Answer", "End"),
    }  # fmt: skip
    order = [row.step.name for row in charted(inquiries, now=MONDAY_9).rows]
    assert order == [
        "Before", "Receive", "Between", "Decide", "After", "Answer", "End", "Apart",
    ]  # fmt: skip


def test_a_step_left_out_is_gone_past_and_comes_back_with_its_ways(inquiries, lene):
    step = steps_by_name(inquiries)["Decide"]

    actions.leave_out(step, by=lene, at=MONDAY_9)
    without = charted(inquiries, now=MONDAY_9)
    actions.put_back(step, by=lene, at=MONDAY_9)

    assert [row.step.name for row in without.rows] == ["Receive", "Answer"]
    (way,) = without.rows[0].ways
    assert (way.target.name, way.share, way.connection) == ("Answer", 1.0, None)
    assert without.totals.minutes == pytest.approx(20)
    assert charted(inquiries, now=MONDAY_9).totals.minutes == pytest.approx(30)


def test_moved_steps_change_places_with_their_ways_and_undoing_is_moving_back(inquiries, lene):
    step = steps_by_name(inquiries)["Answer"]
    before = ways_by_name(inquiries)
    ids = set(Connection.objects.values_list("public_id", flat=True))

    stood = actions.move_step(step, to=0, by=lene, at=MONDAY_9)
    assert (stood, ways_by_name(inquiries)) == (2, {("Answer", "Receive"), ("Receive", "Decide")})
    actions.move_step(step, to=stood, by=lene, at=MONDAY_9)

    assert ways_by_name(inquiries) == before
    assert set(Connection.objects.values_list("public_id", flat=True)) == ids


def test_two_at_once_are_told_of_each_other_and_what_was_said_can_be_taken_back(inquiries, lene):
    step = steps_by_name(inquiries)["Decide"]
    team = make_team(name="Claims")
    wanted = Wanted(name="Judge", owner=Owner(team=team), said=Said(minutes=5, route=Route.PERSON))

    actions.change_step(step, wanted, seen=1, by=lene, at=MONDAY_9)
    with pytest.raises(Stale, match="Somebody else changed this meanwhile"):
        actions.change_step(step, Wanted(name="Mine"), seen=1, by=lene, at=MONDAY_9)
    now = Step.objects.get(pk=step.pk)
    assert (now.name, now.minutes, now.team, now.version) == ("Judge", 5, team, 2)

    actions.take_back_step(now, seen=2, by=lene, at=MONDAY_9)
    with pytest.raises(Stale):
        actions.take_back_step(now, seen=2, by=lene, at=MONDAY_9)

    now.refresh_from_db()
    assert (now.name, now.minutes, now.role, now.team) == ("Decide", 10, "Service", None)
    assert now.was["name"] == "Judge"
    team.delete()
    actions.take_back_step(now, seen=3, by=lene, at=MONDAY_9)
    now.refresh_from_db()
    assert (now.name, now.team) == ("Judge", None)


def test_what_cannot_be_is_refused_by_name_and_nothing_is_kept(inquiries, lene):
    there = steps_by_name(inquiries)
    first, second = there["Receive"], there["Decide"]
    way = Connection.objects.get(source=first)
    actions.change_share(way, 0.8, by=lene, at=MONDAY_9)

    def refused(words: str, do: object, *args: object, **more: object) -> None:
        with pytest.raises(Refused, match=words):
            do(*args, **more, by=lene, at=MONDAY_9)  # type: ignore[operator]

    refused("on the map already", actions.add_step, inquiries, Wanted(name="receive"))
    refused("110 of 100", actions.connect, first, there["Answer"], share=0.3)
    refused("such a way already", actions.connect, first, second, share=0.1)
    refused("0 to 100", actions.connect, first, first, share=1.5)
    other = steps_by_name(drawn(lene, "Elsewhere"))["Elsewhere"]
    refused("not on the map any more", actions.connect, first, other)
    refused("no such topic", actions.link_step, second, Linked(topic="delivery_status"), seen=1)
    actions.leave_out(second, by=lene, at=MONDAY_9)
    refused("put it back first", actions.change_step, second, Wanted(name="x"), seen=1)
    refused("not on the map any more", actions.connect, first, second)

    assert ways_by_name(inquiries) == {("Receive", "Decide"), ("Decide", "Answer")}


def test_ways_are_added_weighted_taken_away_and_come_back(inquiries, lene):
    there = steps_by_name(inquiries)
    back = actions.connect(there["Decide"], there["Receive"], share=0.25, by=lene, at=MONDAY_9)
    assert charted(inquiries, now=MONDAY_9).totals.minutes == pytest.approx(10 / 0.75 * 2 + 10)

    actions.part(back, by=lene, at=MONDAY_9)
    assert charted(inquiries, now=MONDAY_9).totals.minutes == pytest.approx(30)
    actions.rejoin(back, by=lene, at=MONDAY_9)

    rows = charted(inquiries, now=MONDAY_9).rows
    assert {(way.target.name, way.share) for way in rows[1].ways} == {
        ("Receive", 0.25), ("Answer", 0.75),
    }  # fmt: skip


def test_a_step_that_is_a_task_gets_its_potential_the_law_first(inquiries, lene):
    step = steps_by_name(inquiries)["Decide"]
    task, made = actions.make_task(step, seen=1, by=lene, at=MONDAY_9)
    assert (task.title, made) == ("Decide", True)
    again = steps_by_name(inquiries)["Answer"]
    listed("answer", by=lene)
    assert actions.make_task(again, seen=1, by=lene, at=MONDAY_9)[1] is False
    expected = Expected(
        saved=Range(low=0.2, high=0.5), days=Range(low=1, high=2), money=Range(low=0, high=0),
        risk=1, part=Part.ASSIST,
    )  # fmt: skip
    judge(task, Judged(criteria=ROUTINE, touch=FREE), by=lene, at=MONDAY_9)
    estimate(task, expected, by=lene, at=MONDAY_9)

    found = charted(inquiries, now=MONDAY_9)
    assert (found.totals.saved.low, found.totals.saved.high) == (2, 5)
    row = found.rows[1]
    assert (row.who.route, row.who.ground) == (Route.TOGETHER, Ground.MATRIX)
    assert found.rows[0].task is None

    weighs = Touch(about=About.APPLICANTS, decides=True, feels=False)
    judge(task, Judged(criteria=ROUTINE, touch=weighs), by=lene, at=MONDAY_9)
    now = Step.objects.get(pk=step.pk)
    alone = Wanted(name="Decide", said=Said(route=Route.ALONE))
    actions.change_step(now, alone, seen=now.version, by=lene, at=MONDAY_9)
    row = charted(inquiries, now=MONDAY_9).rows[1]
    assert (row.who.route, row.who.ground) == (Route.PERSON, Ground.LAW)


def test_a_live_process_brings_what_is_measured_of_five_people_and_more(inquiries, lene):
    process = make_process(name="Returns")
    step = steps_by_name(inquiries)["Decide"]
    linked = Linked(process=process)
    actions.link_step(step, linked, seen=1, by=lene, at=MONDAY_9)
    case = make_case(process)
    by = [make_colleague() for _ in range(5)]

    def decide(n: int, *, topic: str = "") -> None:
        Decision.objects.bulk_create(
            Decision(
                case=case, round=Decision.objects.count() + number + 1, by=by[number % 5],
                verdict="own", seconds=600, topic=topic, at=MONDAY_9,
            )
            for number in range(n)
        )  # fmt: skip

    decide(4)
    assert charted(inquiries, now=IN_MARCH).rows[1].minutes.known == 10
    decide(6, topic="delivery_status")
    Decision.objects.update(seconds=1200)
    Case.objects.update(route="together", routed_at=IN_MARCH)

    row = charted(inquiries, now=IN_MARCH).rows[1]
    assert (row.minutes.measured, row.minutes.n, row.minutes.guessed) == (20, 10, 10)
    assert (row.errors.measured, row.ai_share.measured, row.ai_share.n) == (0, 0, 1)
    assert (row.who.route, row.who.ground) == (Route.TOGETHER, Ground.MEASURED)
    assert set(last_month_of([process.pk], now=IN_MARCH)) == {(process.pk, "")}


def test_a_plan_is_a_copy_and_says_what_changes(inquiries, lene):
    plan = actions.plan_map(inquiries, "Later", by=lene, at=MONDAY_9)
    there = steps_by_name(plan)
    faster = Wanted(name="Decide", owner=Owner(role="Service"), said=Said(minutes=4))
    actions.change_step(there["Decide"], faster, seen=1, by=lene, at=MONDAY_9)
    actions.leave_out(there["Answer"], by=lene, at=MONDAY_9)
    actions.add_step(plan, Wanted(name="Send", owner=Owner(role="AI")), by=lene, at=MONDAY_9)

    found = beside(inquiries, plan, at=MONDAY_9)

    assert [one.change.value for one in found.pairs] == ["stayed", "changed", "went", "came"]
    assert (found.now.totals.minutes, found.then.totals.minutes) == (30, 14)
    assert (found.now.totals.hand_overs, found.then.totals.hand_overs) == (0, 1)
    assert ways_by_name(inquiries) == {("Receive", "Decide"), ("Decide", "Answer")}


def test_a_map_costs_as_many_statements_with_one_step_as_with_many(lene):
    process, log = (
        make_process(),
        EventLog.objects.create(
            name="x", state="failed", trouble="gone", brought_by=lene, brought_at=MONDAY_9
        ),
    )
    few, many = drawn(lene, "a"), drawn(lene, "b", "c", "d", "e")
    for one in (few, many):
        for step in Step.objects.filter(map=one).select_related("map"):
            task = listed(step.name, by=lene)
            linked = Linked(process=process, task=task, log=log, activity="x")
            actions.link_step(step, linked, seen=1, by=lene, at=MONDAY_9)

    counts = []
    for one in (few, many):
        with CaptureQueriesContext(connection) as asked:
            charted(one, now=MONDAY_9)
            changes(one)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_changes_tell_who_did_what_to_which_step(inquiries, lene):
    actions.leave_out(steps_by_name(inquiries)["Decide"], by=lene, at=MONDAY_9)

    newest, oldest = changes(inquiries)

    assert (newest.text, newest.note, newest.by) == (
        "A step was left out of a map.", "Decide", "Lene Krogh",
    )  # fmt: skip
    assert oldest.text == "A map of a process was begun."


def test_whoever_does_not_share_out_work_draws_nothing(inquiries, emil):
    step = steps_by_name(inquiries)["Decide"]

    for do in (actions.leave_out, actions.put_back):
        with pytest.raises(NotAllowed):
            do(step, by=emil, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.add_step(inquiries, Wanted(name="x"), by=emil, at=MONDAY_9)

    assert Team.objects.count() == 0
    assert Step.objects.filter(removed_at=None).count() == 3
