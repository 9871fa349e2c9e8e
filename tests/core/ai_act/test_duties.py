"""LR7, LR25: who is what, what is owed since when, the gate, and when to look at the law again."""

from datetime import date, timedelta
from enum import StrEnum

import pytest

from samspil.core.ai_act import calendar, classing, duties, facts, going_live, roles
from samspil.core.ai_act.calendar import CALENDAR, Provision, Status, look_again_on, to_look_at
from samspil.core.ai_act.classing import Risk, classify
from samspil.core.ai_act.duties import Done, Duty, duties_of
from samspil.core.ai_act.facts import Affected, Does, Facts, Question
from samspil.core.ai_act.going_live import Need, Recorded, gate_of, not_recorded
from samspil.core.ai_act.roles import Own, part_of

DAY = date(2026, 12, 1)
NO = dict.fromkeys(Question, False)
ALL = Recorded(
    settled=True, overseers=2, trained=2, people_told=DAY, representatives_told=DAY,
    assessed=DAY, stop_plan=True,
)  # fmt: skip


def use(affected=Affected.EMPLOYEES, does=Does.EVALUATES, **answers):
    said = NO | {Question(name): says for name, says in answers.items()}
    return Facts(affected=frozenset({affected}), does=frozenset({does}), answers=said)


def gate(given, recorded, *, on=DAY):
    return gate_of(classify(given), given, recorded, on=on)


@pytest.mark.parametrize("table", [calendar, classing, duties, facts, going_live, roles])
def test_everything_has_its_words(table):
    kind: type[StrEnum] = type(next(iter(table.WORDS)))

    assert set(table.WORDS) == set(kind)


def test_lr7_an_organisation_is_the_provider_of_what_it_made():
    assert part_of(frozenset(), risk=Risk.HIGH).provider is False
    made = part_of(frozenset({Own.MADE}), risk=Risk.MINIMAL)

    assert (made.provider, made.articles) == (True, ("Art. 3(3)",))


@pytest.mark.parametrize(
    ("own", "article"),
    [
        (Own.NAMED, "Art. 25(1)(a)"),
        (Own.CHANGED, "Art. 25(1)(b)"),
        (Own.PURPOSE, "Art. 25(1)(c)"),
    ],
)
def test_lr7_who_makes_a_high_risk_use_its_own_becomes_the_provider(own, article):
    assert part_of(frozenset({own}), risk=Risk.HIGH).articles == (article,)
    assert part_of(frozenset({own}), risk=Risk.TOLD).provider is False


def owed(given, *, own=frozenset(), recorded=ALL):
    found = classify(given)
    missing = not_recorded(found, given, recorded, on=DAY + timedelta(days=60))
    part = part_of(own, risk=found.risk)
    return {one.duty: one for one in duties_of(found, given, part=part, missing=missing)}


def test_lr7_a_high_risk_use_is_watched_over_told_of_and_explained():
    found = owed(use())

    assert found.keys() == {
        Duty.LITERACY, Duty.OVERSIGHT, Duty.MONITORING, Duty.LOGS, Duty.TELL_STAFF,
        Duty.TELL_PEOPLE, Duty.ASSESS, Duty.EXPLAIN,
    }  # fmt: skip
    assert {one.done for one in found.values()} == {Done.PEOPLE, Done.PROGRAM, Done.ELSEWHERE}
    assert not found[Duty.OVERSIGHT].in_force(on=date(2027, 12, 1))
    assert found[Duty.OVERSIGHT].in_force(on=date(2027, 12, 2))


def test_lr7_the_provider_owes_more():
    more = owed(use(), own=frozenset({Own.MADE})).keys() - owed(use()).keys()

    assert more == {
        Duty.RISK_FILE, Duty.DATA, Duty.PAPERS, Duty.INSTRUCTIONS, Duty.ACCURACY, Duty.QUALITY,
        Duty.REGISTER,
    }  # fmt: skip


def test_lr7_what_nobody_recorded_is_owed_still():
    found = owed(use(), recorded=Recorded())

    waiting = {duty for duty, one in found.items() if one.done is Done.NOT_YET}
    assert waiting == {
        Duty.OVERSIGHT, Duty.MONITORING, Duty.TELL_STAFF, Duty.TELL_PEOPLE, Duty.ASSESS,
    } | {Duty.LITERACY}  # fmt: skip


def test_lr7_applicants_have_no_representatives_here():
    assert Duty.TELL_STAFF not in owed(use(Affected.APPLICANTS))
    assert gate(use(Affected.APPLICANTS), ALL).open


def test_lr7_people_who_meet_ai_are_told_and_its_texts_marked():
    found = owed(use(Affected.CUSTOMERS, Does.ANSWERS, meets_people=True, writes=True))

    assert found.keys() == {Duty.LITERACY, Duty.SAY_AI, Duty.MARK}
    assert found[Duty.SAY_AI].in_force(on=DAY)


def test_lr7_nothing_opens_what_is_refused():
    refused = use(does=Does.INFERS_EMOTION)

    assert gate(refused, ALL).missing == (Need.REFUSED,)
    assert owed(refused) == {}


def test_lr7_a_high_risk_use_waits_for_everything():
    assert gate(use(), Recorded()).missing == (
        Need.CLASS, Need.OVERSEERS, Need.NOTICE, Need.REPRESENTATIVES, Need.ASSESSMENT,
        Need.STOP_PLAN,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("without", "need"),
    [
        ({"settled": False}, Need.CLASS),
        ({"overseers": 0, "trained": 0}, Need.OVERSEERS),
        ({"trained": 1}, Need.TRAINING),
        ({"people_told": None}, Need.NOTICE),
        ({"people_told": DAY + timedelta(days=90)}, Need.NOTICE),
        ({"representatives_told": None}, Need.REPRESENTATIVES),
        ({"representatives_told": DAY + timedelta(days=90)}, Need.REPRESENTATIVES),
        ({"assessed": None}, Need.ASSESSMENT),
        ({"stop_plan": False}, Need.STOP_PLAN),
    ],
)
def test_lr7_each_thing_that_is_missing_keeps_the_gate_shut(without, need):
    every = {name: getattr(ALL, name) for name in ALL.__slots__}
    later = DAY + timedelta(days=60)

    assert gate(use(), ALL, on=later).open
    assert gate(use(), Recorded(**every | without), on=later).missing == (need,)


def test_lr12_staff_hear_of_it_six_weeks_ahead():
    found = gate(use(), ALL)

    assert (found.missing, found.opens_on) == ((Need.SIX_WEEKS,), date(2027, 1, 12))
    assert gate(use(), ALL, on=date(2027, 1, 11)).missing == (Need.SIX_WEEKS,)
    assert gate(use(), ALL, on=date(2027, 1, 12)).open


def test_lr7_another_use_waits_only_until_it_is_known_not_to_be_high_risk():
    sorting = Facts(
        affected=frozenset({Affected.CUSTOMERS}), does=frozenset({Does.SORTS}),
        answers={key: says for key, says in NO.items() if key is not Question.OTHER_AREA},
    )  # fmt: skip

    assert gate(sorting, ALL).missing == (Need.CLASS,)
    assert gate(use(Affected.CUSTOMERS, Does.SORTS), Recorded()).open


def test_lr25_every_date_has_a_source_and_a_day_on_which_it_was_checked():
    assert set(CALENDAR) == set(Provision)
    for known in CALENDAR.values():
        assert known.source
        assert known.article
        assert (known.applies_from is None) is (known.status in (Status.DRAFT, Status.AGREEMENT))


def test_lr25_a_draft_is_never_in_force_and_is_looked_at_sooner():
    draft = CALENDAR[Provision.GUIDE_HIGH_RISK]

    assert not draft.in_force(on=date(2099, 1, 1))
    assert look_again_on(draft) < look_again_on(CALENDAR[Provision.BANS])


def test_lr25_high_risk_applies_from_the_second_of_december_2027():
    high = CALENDAR[Provision.HIGH_RISK]

    assert not high.in_force(on=date(2027, 12, 1))
    assert high.in_force(on=date(2027, 12, 2))


def test_lr25_what_was_looked_at_is_not_asked_for_again_at_once():
    day = look_again_on(CALENDAR[Provision.GUIDE_HIGH_RISK])

    assert to_look_at(on=day - timedelta(days=1)) == []
    assert to_look_at(on=day) == [Provision.GUIDE_HIGH_RISK]
    assert to_look_at(on=day, checked={Provision.GUIDE_HIGH_RISK: day}) == []
