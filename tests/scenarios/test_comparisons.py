"""Options are compared, decided on in writing, and nothing that was decided is lost."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from samspil.allocation.actions import Expected, estimate, judge
from samspil.allocation.actions import Said as Judged
from samspil.audit.models import Audit, Figures
from samspil.core.allocation.portfolio import Part, Range
from samspil.core.payback import DAY_HOURS, WEEKS
from samspil.core.roles import NotAllowed
from samspil.core.scenarios.comparing import Assumption
from samspil.core.scenarios.deciding import Change
from samspil.journal.models import Entry
from samspil.scenarios import actions, queries
from samspil.scenarios.actions import StaleFigures, StaleOption, UnfitChoice, UnfitOption
from samspil.scenarios.models import Choice, Option
from tests.allocation.conftest import FREE, ROUTINE, listed
from tests.factories import MONDAY_9
from tests.scenarios.conftest import said

LATER = MONDAY_9 + timedelta(days=30)


def weighed(comparison):
    return queries.weighed(queries.comparison_at(comparison.public_id))


def decide(comparison, option, lene, **said_so):
    now = queries.comparison_at(comparison.public_id)
    given = {"reason": "It begins sooner.", "seen": now.version, "at": MONDAY_9, **said_so}
    return actions.choose(now, option, by=lene, **given)


def test_two_options_are_compared_and_one_alone_is_not(tools, lene):
    found = weighed(tools)
    assert [row.key for row in found.result.rows] == [
        one.option.public_id.int for one in found.options
    ]
    assert found.name(found.result.leader(24).key) == "Tool B"

    actions.remove_option(found.options[1].option, by=lene, at=MONDAY_9)
    assert weighed(tools).result is None

    actions.restore_option(queries.option_at(found.options[1].option.public_id), by=lene, at=LATER)
    assert weighed(tools).figures == found.figures


def test_hours_and_what_it_costs_to_begin_come_from_tasks(tools, lene):
    task = listed("Book invoices", by=lene)
    judge(task, Judged(criteria=ROUTINE, touch=FREE), by=lene, at=MONDAY_9)
    expected = Expected(
        saved=Range(low=0.2, high=0.6), days=Range(low=2, high=4), money=Range(low=0, high=100),
        risk=1, part=Part.AUTOMATE,
    )  # fmt: skip
    estimate(task, expected, by=lene, at=MONDAY_9)
    untyped = replace(said("Tasks", hours=None, one_off=None), tasks=[task])
    actions.add_option(tools, untyped, by=lene, at=MONDAY_9)
    assert weighed(tools).options[2].unknown == [Assumption.ONE_OFF, Assumption.HOURS]

    audit = Audit.objects.create(
        name="Spring", opens=date(2026, 1, 1), closes=date(2026, 1, 9), by=lene, at=MONDAY_9,
        settled_at=MONDAY_9,
    )  # fmt: skip
    Figures.objects.create(audit=audit, task=task, people=5, hours=10, times=5, minutes=3)

    third = weighed(tools).options[2]
    assert third.taken == [Assumption.ONE_OFF, Assumption.HOURS]
    hours, begun = (third.rule.guesses[name] for name in (Assumption.HOURS, Assumption.ONE_OFF))
    assert (hours.low, hours.likely, hours.high) == pytest.approx(
        tuple(share * 10 * WEEKS / 12 for share in (0.2, 0.4, 0.6))
    )
    assert (begun.low, begun.high) == pytest.approx(
        (2 * DAY_HOURS * 400, 4 * DAY_HOURS * 400 + 100)
    )


def test_numbers_that_are_missing_or_too_large_are_refused(tools, lene):
    for wrong in ({"hours": None}, {"share": (0.5, 0.7, 1.2)}, {"months": (1, 2, 61)}):
        with pytest.raises(UnfitOption):
            actions.add_option(tools, said("x", **wrong), by=lene, at=MONDAY_9)

    for name in "CDEF":
        actions.add_option(tools, said(name), by=lene, at=MONDAY_9)
    with pytest.raises(UnfitOption, match="six options"):
        actions.add_option(tools, said("G"), by=lene, at=MONDAY_9)
    assert Option.objects.count() == 6


def test_the_database_itself_keeps_ranges_in_order(tools):
    for wrong in ({"hours_low": 90}, {"one_off_high": -1}, {"share_high": 2}, {"months_low": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Option.objects.filter(name="Tool A").update(**wrong)


def test_of_two_who_change_an_option_the_second_is_told(tools, lene):
    option = weighed(tools).options[0].option
    actions.change_option(option, said("Tool A1"), seen=1, by=lene, at=MONDAY_9)

    with pytest.raises(StaleOption):
        actions.change_option(option, said("Tool A2"), seen=1, by=lene, at=MONDAY_9)
    assert Option.objects.get(pk=option.pk).name == "Tool A1"


def test_nobody_decides_on_figures_that_changed_while_they_read(tools, lene):
    option = weighed(tools).options[0].option
    seen = queries.comparison_at(tools.public_id).version
    actions.change_option(option, said("Tool A", hours=(1, 2, 3)), seen=1, by=lene, at=MONDAY_9)

    with pytest.raises(StaleFigures):
        decide(tools, option, lene, seen=seen)
    assert not Choice.objects.exists()


@pytest.mark.parametrize(
    ("unfit", "told"),
    [
        ({"reason": "  "}, "Write why"),
        ({"look_again_on": MONDAY_9.date(), "otherwise": "x"}, "still to come"),
        ({"look_again_on": LATER.date()}, "what would make you decide otherwise"),
    ],
)
def test_a_decision_without_what_it_needs_is_refused(tools, lene, unfit, told):
    with pytest.raises(UnfitChoice, match=told):
        decide(tools, None, lene, **unfit)
    assert not Choice.objects.exists()


def test_a_decision_stays_with_its_figures_beside_a_later_one(tools, lene):
    first, second = (one.option for one in weighed(tools).options)
    decide(tools, second, lene, otherwise="Half do not use it.", look_again_on=LATER.date())
    before = weighed(tools).figures
    assert weighed(tools).since == []

    actions.change_option(second, said("Tool B", hours=(1, 2, 3)), seen=1, by=lene, at=LATER)
    assert [(one.change, one.name) for one in weighed(tools).since] == [(Change.MOVED, "Tool B")]

    decide(tools, first, lene, reason="B saves next to nothing.", at=LATER)
    kept = weighed(tools).choices
    assert [one.option_name for one in kept] == ["Tool A", "Tool B"]
    assert kept[1].figures == [one.kept() for one in before]
    told = Entry.objects.filter(event="comparison_decided").order_by("pk")
    for option, entry in zip((second, first), told, strict=True):
        assert str(option.public_id) in entry.facts


def test_what_was_to_be_looked_at_again_waits_until_somebody_has(tools, lene):
    choice = decide(tools, None, lene, otherwise="Prices fall.", look_again_on=LATER.date())
    assert queries.to_look_at(on=LATER.date() - timedelta(days=1)) == []
    assert queries.to_look_at(on=LATER.date()) == [choice]

    actions.look_again(choice, by=lene, at=LATER)
    actions.look_again(choice, by=lene, at=LATER + timedelta(days=1))
    choice.refresh_from_db()
    assert (choice.looked_at, choice.looked_by) == (LATER, lene)
    assert queries.to_look_at(on=LATER.date()) == []


def test_an_option_that_is_gone_can_be_decided_no_more(tools, lene):
    option = weighed(tools).options[0].option
    actions.add_option(tools, said("Tool C"), by=lene, at=MONDAY_9)
    actions.remove_option(option, by=lene, at=MONDAY_9)

    with pytest.raises(UnfitChoice, match="left out"):
        decide(tools, option, lene)


def test_who_does_not_share_out_work_sees_and_changes_nothing(tools, emil, client_of):
    with pytest.raises(NotAllowed):
        decide(tools, None, emil)
    there = client_of(emil)
    for path in ("", "new/", f"{tools.public_id}/", f"{tools.public_id}/comparison.csv"):
        assert there.get(f"/scenarios/{path}").status_code == 403
    assert b"Tool A" not in there.get("/scenarios/due/").content


def test_one_comparison_and_three_cost_the_same(tools, lene, django_assert_num_queries):
    decide(tools, None, lene)
    with django_assert_num_queries(4):
        assert len(list(queries.comparisons())) == 1
    for name in "BC":
        made = actions.begin_comparison(
            actions.Wanted(name=name, currency="EUR", hour_cost=Decimal(50)), by=lene, at=MONDAY_9
        )
        actions.add_option(made, said("x"), by=lene, at=MONDAY_9)
        actions.add_option(made, said("y"), by=lene, at=MONDAY_9)
        decide(made, None, lene)
    with django_assert_num_queries(4):
        assert len(list(queries.comparisons())) == 3
