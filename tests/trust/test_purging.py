"""What is kept for long enough goes, and nothing else: LR6."""

from datetime import timedelta

import pytest

from samspil.core.retention.categories import Category, Country
from samspil.core.retention.holds import HoldOn
from samspil.core.retention.rules import RULES
from samspil.core.roles import NotAllowed, Role
from samspil.governance import actions as governance
from samspil.governance.models import Hold, PurgeReport
from samspil.governance.queries import holds_on, kept_for, reach_of, rule_here
from samspil.journal.models import Entry
from samspil.journal.queries import verify
from samspil.tenancy.actions import enter
from samspil.trust import actions
from samspil.trust.actions import purging
from samspil.trust.queries.retention import OVER, due_everywhere
from samspil.work.models import Case, Cause
from samspil.work.queries.retention import over_cases
from tests.factories import MONDAY_9, make_case, make_colleague, make_process, make_team
from tests.trust.over import HERS, MADE, closed_in

pytestmark = pytest.mark.usefixtures("home")

DAY = timedelta(days=1)
SETTABLE = [one for one in MADE if not RULES[one, Country.EU].fixed]
OF_A_CASE = [
    Category.EXAMPLES,
    Category.CHATS,
    Category.REMOVED,
    Category.NOTICES,
    Category.BATCHES,
]
OF_A_PERSON = [*OF_A_CASE, Category.CUSTOMERS, Category.EMPLOYEES, Category.ACCESS, Category.PACKS]
OF_A_PROCESS = [*OF_A_CASE, Category.CUSTOMERS, Category.IMPORTS]


@pytest.fixture
def case(officer):
    return make_case(make_process(team=make_team(officer)), sender=HERS)


ASKS = (Category.IMPORTS, Category.CUSTOMERS, Category.EMPLOYEES)


def agree(by):
    for category in ASKS:
        governance.agree_to_purge(category, due=0, by=by, at=MONDAY_9)


def usual(category):
    return kept_for(category)


def here(row) -> bool:
    found = type(row)._default_manager.get(pk=row.pk) if _there(row) else None
    if isinstance(found, Case):
        return not hasattr(found, "emptied")
    return found is not None and getattr(found, "stage", "") != "expired"


def _there(row) -> bool:
    return bool(type(row)._default_manager.filter(pk=row.pk).exists())


def hold(on, value, by) -> Hold:
    return governance.put_hold(
        on, value, why="A dispute.", review_on=MONDAY_9.date() + 90 * DAY, by=by, at=MONDAY_9
    )


def take(category, at) -> int:
    if category in purging.CASES:
        over = over_cases(reach_of(category, at=at), purging.CASES[category])
        ids = list(over.values_list("pk", flat=True))
        return actions.empty_cases(ids, why=Cause.OVER, by=None, at=at)
    return sum(sweep(at=at) for sweep in purging.SWEEPS[category])


def rows_of(categories, case, by):
    return {one: MADE[one](case, by, MONDAY_9) for one in categories}


def test_lr6_what_is_over_goes_and_the_rest_stays(case, officer):
    agree(officer)
    for category, row in rows_of(MADE, case, officer).items():
        assert take(category, MONDAY_9 + usual(category) - DAY) == 0
        assert here(row)

        assert take(category, MONDAY_9 + usual(category) + 2 * DAY) == 1
        assert not here(row)


def test_lr6_every_sweep_goes_by_the_organisations_own_period(case, officer):
    agree(officer)
    for category, row in rows_of(SETTABLE, case, officer).items():
        rule = rule_here(category)
        least, usual_days, most = rule.shortest or 0, rule.days or 0, rule.longest or 0
        own = most if most > usual_days else least
        governance.set_period(category, own, why="Our contract.", by=officer, at=MONDAY_9)

        assert take(category, MONDAY_9 + (own - 1) * DAY) == 0
        assert here(row)
        assert take(category, MONDAY_9 + (own + 2) * DAY) == 1


def test_lr6_nothing_of_a_held_category_goes(case, officer):
    agree(officer)
    rows = rows_of(MADE, case, officer)
    held = [hold(HoldOn.CATEGORY, one, officer) for one in MADE]
    late = MONDAY_9 + 4000 * DAY

    assert actions.purge(at=late).counts == {}
    assert all(here(row) for row in rows.values())
    for one in held:
        governance.end_hold(one, why="It is over.", by=officer, at=late)

    assert len(actions.purge(at=late + DAY).counts) == len(MADE)


@pytest.mark.parametrize(
    ("on", "categories"),
    [
        (HoldOn.CASE, OF_A_CASE),
        (HoldOn.PROCESS, OF_A_PROCESS),
        (HoldOn.PERSON, OF_A_PERSON),
    ],
)
def test_lr6_nothing_goes_of_what_is_held(case, officer, on, categories):
    agree(officer)
    rows = rows_of(categories, case, officer)
    of = {
        HoldOn.CASE: str(case.public_id),
        HoldOn.PROCESS: str(case.process.public_id),
        HoldOn.PERSON: HERS.upper(),
    }
    hold(on, of[on], officer)

    assert actions.purge(at=MONDAY_9 + 2000 * DAY).counts == {}
    assert all(here(row) for row in rows.values())


def test_lr6_a_held_case_keeps_what_it_was_merged_into_and_nothing_else(case, officer):
    agree(officer)
    into, held, other = (
        closed_in(case.process, by=officer, at=MONDAY_9, sender=one) for one in "abc"
    )
    Case.objects.filter(pk=held.pk).update(merged_into=into)
    hold(HoldOn.CASE, str(held.public_id), officer)

    assert actions.purge(at=MONDAY_9 + 2000 * DAY).counts == {"customers": 1}

    assert here(into)
    assert here(held)
    assert not here(other)


def test_lr6_a_hold_on_what_goes_along_with_cases_holds_the_cases(case, officer):
    agree(officer)
    row = MADE[Category.CUSTOMERS](case, officer, MONDAY_9)
    hold(HoldOn.CATEGORY, Category.EXAMPLES, officer)

    actions.purge(at=MONDAY_9 + 2000 * DAY)

    assert here(row)


def test_lr6_emptying_broken_off_before_it_was_counted_is_counted_by_the_next_run(case, officer):
    agree(officer)
    row = MADE[Category.CUSTOMERS](case, officer, MONDAY_9)
    late = MONDAY_9 + 4000 * DAY
    PurgeReport.objects.create(day=late.date(), began_at=late)
    actions.empty_cases([row.pk], why=Cause.OVER, by=None, at=late)

    assert actions.purge(at=late + timedelta(minutes=5)).counts == {"customers": 1}
    assert actions.purge(at=late + timedelta(minutes=9)).counts == {"customers": 1}


def test_lr6_an_absence_of_a_held_colleague_stays(case, officer):
    row = MADE[Category.ABSENCES](case, officer, MONDAY_9)
    hold(HoldOn.PERSON, officer.user.email, officer)

    actions.purge(at=MONDAY_9 + 400 * DAY)

    assert here(row)


def test_lr6_the_dry_run_says_what_the_run_then_takes(case, officer):
    agree(officer)
    for at in (MONDAY_9, MONDAY_9 + 20 * DAY):
        for category, make in MADE.items():
            if category is not Category.REPORTS:
                make(make_case(case.process), officer, at)
    late = MONDAY_9 + 800 * DAY

    for when in (MONDAY_9 + 35 * DAY, late):
        said = {one.kept.rule.category: one.now for one in due_everywhere(at=when) if one.now}
        assert said
        assert actions.purge(at=when).counts == said


def test_lr6_the_dry_run_deletes_nothing_and_looks_thirty_days_ahead(case, officer):
    row = MADE[Category.CHATS](case, officer, MONDAY_9)

    (chats,) = [
        one
        for one in due_everywhere(at=MONDAY_9 + 10 * DAY)
        if one.kept.rule.category is Category.CHATS
    ]

    assert (chats.now, chats.soon) == (0, 1)
    assert here(row)


def test_lr6_what_asks_first_waits_until_somebody_has_looked(case, officer):
    rows = rows_of(ASKS, case, officer)
    late = MONDAY_9 + 4000 * DAY

    actions.purge(at=late)
    assert all(here(row) for row in rows.values())
    agree(officer)
    actions.purge(at=late + DAY)

    assert not any(here(row) for row in rows.values())


def test_lr6_nothing_of_another_organisation_is_touched(case, officer, other_organisation):
    with enter(other_organisation):
        other = make_colleague(Role.OWNER)
        away = make_case(make_process(team=make_team(other)))
        rows = [make(away, other, MONDAY_9) for make in MADE.values()]
        agree(other)
    agree(officer)

    report = actions.purge(at=MONDAY_9 + 2000 * DAY)

    assert report.counts == {}
    with enter(other_organisation):
        assert all(here(row) for row in rows)


def test_lr6_a_run_that_died_left_a_true_report_and_goes_on(case, officer, monkeypatch):
    first, second = (MADE[one](case, officer, MONDAY_9) for one in (Category.CHATS, Category.CALLS))
    late = MONDAY_9 + 500 * DAY
    sweeps = dict(purging.SWEEPS)

    def dies(*, at):
        raise KeyboardInterrupt

    monkeypatch.setattr(purging, "SWEEPS", {**sweeps, Category.CALLS: (dies,)})
    with pytest.raises(KeyboardInterrupt):
        actions.purge(at=late)
    report = PurgeReport.objects.get()
    assert (report.counts, report.ended_at) == ({"chats": 1}, None)
    assert not here(first)
    assert here(second)

    monkeypatch.setattr(purging, "SWEEPS", sweeps)
    report = actions.purge(at=late + timedelta(minutes=5))

    assert report.counts == {"chats": 1, "calls": 1}
    assert not here(second)
    assert PurgeReport.objects.count() == 1


def test_what_goes_wrong_with_one_kind_keeps_no_other_waiting(case, officer, monkeypatch):
    row = MADE[Category.CALLS](case, officer, MONDAY_9)

    def fails(*, at):
        raise OSError

    monkeypatch.setattr(purging, "SWEEPS", {Category.CHATS: (fails,), **purging.SWEEPS})
    monkeypatch.setitem(purging.SWEEPS, Category.CHATS, (fails,))
    with pytest.raises(ExceptionGroup):
        actions.purge(at=MONDAY_9 + 500 * DAY)

    assert not here(row)
    assert PurgeReport.objects.get().failed == ["chats"]


def test_lr6_the_report_and_the_journal_hold_counts_only(case, officer):
    MADE[Category.CHATS](case, officer, MONDAY_9)

    actions.purge(at=MONDAY_9 + 100 * DAY)

    entry = Entry.objects.get(event="purged")
    assert entry.facts == '{"chats":1}'
    assert verify().whole


def test_only_owner_and_data_protection_set_periods_and_holds(organisation):
    for role in (Role.LEADER, Role.HR, Role.OPERATOR, Role.EMPLOYEE):
        other = make_colleague(role)
        with pytest.raises(NotAllowed):
            governance.set_period(Category.CHATS, 20, why="", by=other, at=MONDAY_9)
        with pytest.raises(NotAllowed):
            hold(HoldOn.PERSON, HERS, other)
        with pytest.raises(NotAllowed):
            governance.agree_to_purge(Category.IMPORTS, due=0, by=other, at=MONDAY_9)


def test_a_period_beyond_the_bounds_is_refused_with_its_source(officer):
    with pytest.raises(governance.BadPeriod, match=r"184 days .*AI Act Art. 12"):
        governance.set_period(Category.CALLS, 30, why="", by=officer, at=MONDAY_9)
    with pytest.raises(governance.BadPeriod, match="longer than usual"):
        governance.set_period(Category.CHATS, 60, why="", by=officer, at=MONDAY_9)


def test_a_hold_needs_a_reason_and_a_day_and_ends_with_a_reason(officer):
    later = MONDAY_9.date() + DAY
    for on, value, why, day in (
        (HoldOn.PERSON, " ", "A dispute.", later),
        (HoldOn.PERSON, HERS, " ", later),
        (HoldOn.PERSON, HERS, "A dispute.", MONDAY_9.date()),
    ):
        with pytest.raises(governance.BadHold):
            governance.put_hold(on, value, why=why, review_on=day, by=officer, at=MONDAY_9)
    held = hold(HoldOn.PERSON, HERS, officer)
    with pytest.raises(governance.BadHold):
        hold(HoldOn.PERSON, HERS.upper(), officer)
    with pytest.raises(governance.BadHold):
        governance.end_hold(held, why="", by=officer, at=MONDAY_9)

    assert [one.pk for one in holds_on(HERS.title())] == [held.pk]
    assert governance.end_hold(held, why="Settled.", by=officer, at=MONDAY_9)
    assert holds_on(HERS) == []
    assert HERS not in "".join(Entry.objects.values_list("facts", flat=True))


@pytest.mark.either
def test_lr6_every_kind_of_data_is_swept_as_the_dry_run_counts_it():
    assert {*purging.SWEEPS, *purging.CASES} == set(OVER) == set(MADE)
    for category, sweeps in purging.SWEEPS.items():
        assert len(sweeps) == len(OVER[category])
