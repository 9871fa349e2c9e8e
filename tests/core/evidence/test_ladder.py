from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from samspil.core.evidence.autonomy import WORDS, Autonomy
from samspil.core.evidence.certificate import Certificate, Promise
from samspil.core.evidence.climbing import (
    Climb,
    Gap,
    Plan,
    Standing,
    missing,
)
from samspil.core.evidence.ladder import (
    Alarm,
    Changed,
    Event,
    IllegalMove,
    Lowered,
    Overruled,
    Reason,
    Thing,
    begin,
    move,
    too_often_overruled,
)

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
PLAN = Plan(promise=Promise(alpha=0.02), cases=1_000)
PERSON, DRAFT, CAREFUL, ALONE = Autonomy


def standing(level: Autonomy) -> Standing:
    return Standing(level=level, since=MONDAY, latest=MONDAY)


def certificate(*, alpha: float = 0.01, cases: int = 1_000) -> Certificate:
    return Certificate(
        promise=Promise(alpha=alpha), threshold=0.8, cases=cases, above=cases // 2, wrong=1
    )


def climb(*, at: datetime = MONDAY + DAY, alpha: float = 0.01, cases: int = 1_000) -> Climb:
    return Climb(
        at=at,
        certificate=certificate(alpha=alpha, cases=cases),
        first_case_at=MONDAY + HOUR,
        signed_by="Freja",
    )


def gaps(level: Autonomy, wish: Climb) -> list[Gap]:
    return [one.gap for one in missing(standing(level), wish, plan=PLAN)]


@pytest.mark.parametrize(("level", "lower"), [(ALONE, CAREFUL), (CAREFUL, DRAFT)])
def test_an_alarm_takes_one_step_at_once(level: Autonomy, lower: Autonomy):
    moved = move(standing(level), Alarm(at=MONDAY + DAY), plan=PLAN)

    assert moved.standing == Standing(
        level=lower, since=MONDAY + DAY, latest=MONDAY + DAY, fell_at=MONDAY + DAY
    )
    assert moved.words() == "An alarm sounded, so AI goes down one step at once."


@pytest.mark.parametrize("level", [PERSON, DRAFT])
def test_an_alarm_where_nothing_is_done_alone_asks_for_fresh_cases_only(level: Autonomy):
    moved = move(standing(level), Alarm(at=MONDAY + DAY), plan=PLAN)

    assert (moved.standing.level, moved.standing.since) == (level, MONDAY + DAY)
    assert moved.standing.fell_at is None
    assert moved.reason is Reason.ALARM_NOTHING_ALONE


@pytest.mark.parametrize("thing", Thing)
@pytest.mark.parametrize(
    ("level", "lower"), [(ALONE, DRAFT), (CAREFUL, DRAFT), (DRAFT, DRAFT), (PERSON, PERSON)]
)
def test_a_changed_ai_drafts_at_most(level: Autonomy, lower: Autonomy, thing: Thing):
    moved = move(standing(level), Changed(at=MONDAY + DAY, thing=thing), plan=PLAN)

    assert (moved.standing.level, moved.standing.since) == (lower, MONDAY + DAY)
    assert not moved.standing.doubled
    assert moved.words().endswith("changed, so what was proved before no longer counts.")


@pytest.mark.parametrize(
    ("drafts", "overruled", "level", "reason"),
    [
        (0, 0, DRAFT, Reason.TOO_FEW_DRAFTS),
        (1, 1, DRAFT, Reason.TOO_FEW_DRAFTS),
        (4, 4, DRAFT, Reason.TOO_FEW_DRAFTS),
        (5, 5, PERSON, Reason.DRAFTS_OVERRULED),
        (20, 14, DRAFT, Reason.DRAFTS_HOLD),
        (20, 15, PERSON, Reason.DRAFTS_OVERRULED),
        (100, 0, DRAFT, Reason.DRAFTS_HOLD),
    ],
)
def test_drafts_end_when_over_half_are_overruled(
    drafts: int, overruled: int, level: Autonomy, reason: Reason
):
    event = Overruled(at=MONDAY + DAY, drafts=drafts, overruled=overruled)

    moved = move(standing(DRAFT), event, plan=PLAN)

    assert (moved.standing.level, moved.reason) == (level, reason)
    assert moved.standing.since == (MONDAY if level is DRAFT else MONDAY + DAY)


def test_what_is_said_of_overruled_drafts_has_its_figures():
    event = Overruled(at=MONDAY, drafts=20, overruled=15)

    assert move(standing(DRAFT), event, plan=PLAN).words() == (
        "People overruled 15 of 20 drafts, over half, so AI no longer drafts."
    )


@pytest.mark.parametrize("level", [PERSON, CAREFUL, ALONE])
def test_drafts_are_not_judged_where_no_person_decides_each_case(level: Autonomy):
    with pytest.raises(IllegalMove, match="only where AI drafts"):
        move(standing(level), Overruled(at=MONDAY, drafts=20, overruled=20), plan=PLAN)


def test_more_overruled_than_drafted_is_refused():
    with pytest.raises(ValueError, match="at most all"):
        too_often_overruled(drafts=3, overruled=4)


def test_fresh_proof_and_a_signature_raise_one_step():
    moved = move(standing(DRAFT), climb(), plan=PLAN)

    assert moved.standing == Standing(level=CAREFUL, since=MONDAY + DAY, latest=MONDAY + DAY)
    assert moved.words() == "Fresh proof and the signature of Freja: AI goes up one step."


@pytest.mark.parametrize(
    ("level", "alpha"), [(PERSON, 0.5), (DRAFT, 0.01), (CAREFUL, 0.02), (CAREFUL, 0.001)]
)
def test_each_step_has_its_own_proof(level: Autonomy, alpha: float):
    assert gaps(level, climb(alpha=alpha)) == []
    assert gaps(level, climb(alpha=0.51)) == [Gap.PROOF]


def test_the_first_lone_work_is_proved_for_half_the_errors():
    assert gaps(DRAFT, climb(alpha=0.02)) == [Gap.PROOF]


def test_with_nothing_everything_is_missing_and_said():
    said = [one.words() for one in missing(standing(DRAFT), Climb(at=MONDAY), plan=PLAN)]

    assert said == [
        "1000 more cases must be verified, all of them since the last move.",
        "It is not proved that at most 1 in 100 are wrong.",
        "A named person has to sign.",
    ]


def test_no_plan_is_so_small_that_nothing_could_be_proved():
    none = Plan(promise=Promise(alpha=0.02))

    assert none.cases_for(CAREFUL, doubled=False) == 299
    assert none.cases_for(ALONE, doubled=False) == 149
    assert none.cases_for(ALONE, doubled=True) == 298


@pytest.mark.parametrize(
    ("wish", "lacks"),
    [
        (replace(climb(), signed_by=" "), [Gap.SIGNATURE]),
        (replace(climb(), first_case_at=MONDAY), [Gap.OLD_CASES, Gap.CASES]),
        (replace(climb(), first_case_at=None), [Gap.OLD_CASES, Gap.CASES]),
        (replace(climb(), first_case_at=MONDAY + 2 * DAY), [Gap.OLD_CASES, Gap.CASES]),
        (climb(cases=999), [Gap.CASES]),
        (replace(climb(), certificate=None), [Gap.CASES, Gap.PROOF]),
        (replace(climb(), certificate=replace(certificate(), threshold=None)), [Gap.PROOF]),
        (replace(climb(), certificate=replace(certificate(), above=0)), [Gap.PROOF]),
        (
            replace(
                climb(),
                certificate=replace(certificate(), promise=Promise(alpha=0.01, delta=0.1)),
            ),
            [Gap.PROOF],
        ),
    ],
)
def test_nothing_is_raised_while_anything_is_missing(wish: Climb, lacks: list[Gap]):
    assert gaps(DRAFT, wish) == lacks
    with pytest.raises(IllegalMove):
        move(standing(DRAFT), wish, plan=PLAN)


def test_there_is_nothing_above_the_top():
    with pytest.raises(IllegalMove, match="There is no higher step"):
        move(standing(ALONE), climb(), plan=PLAN)


def test_a_second_fall_within_thirty_days_doubles_the_cases_until_the_next_step_up():
    first = move(standing(ALONE), Alarm(at=MONDAY), plan=PLAN).standing
    second = move(first, Alarm(at=MONDAY + 30 * DAY), plan=PLAN).standing
    late = MONDAY + 40 * DAY
    wish = replace(climb(at=late), first_case_at=MONDAY + 31 * DAY)

    assert second.doubled
    assert [one.words() for one in missing(second, wish, plan=PLAN)] == [
        "1000 more cases must be verified, all of them since the last move."
    ]
    enough = replace(wish, certificate=certificate(cases=2_000))
    assert not move(second, enough, plan=PLAN).standing.doubled


def test_a_step_up_between_two_falls_does_not_forget_the_first():
    fallen = move(standing(CAREFUL), Alarm(at=MONDAY), plan=PLAN).standing
    risen = move(fallen, climb(at=MONDAY + 9 * DAY), plan=PLAN).standing

    assert move(risen, Alarm(at=MONDAY + 20 * DAY), plan=PLAN).standing.doubled


def test_falls_further_apart_do_not_double_the_cases():
    first = move(standing(ALONE), Alarm(at=MONDAY), plan=PLAN).standing

    assert not move(first, Alarm(at=MONDAY + 31 * DAY), plan=PLAN).standing.doubled


def test_a_clock_set_back_raises_nothing_but_still_lets_fall():
    fallen = move(standing(ALONE), Alarm(at=MONDAY + 10 * DAY), plan=PLAN).standing
    wish = replace(climb(at=MONDAY + 5 * DAY), first_case_at=MONDAY + 4 * DAY)

    lacks = [one.gap for one in missing(fallen, wish, plan=PLAN)]
    again = move(fallen, Alarm(at=MONDAY - 400 * DAY), plan=PLAN).standing

    assert lacks == [Gap.CLOCK, Gap.OLD_CASES, Gap.CASES]
    assert again == Standing(
        level=DRAFT,
        since=MONDAY + 10 * DAY,
        latest=MONDAY + 10 * DAY,
        fell_at=MONDAY + 10 * DAY,
        doubled=True,
    )


def test_a_named_person_may_take_autonomy_away_but_not_give_it():
    moved = move(standing(ALONE), Lowered(at=MONDAY, to=PERSON, by="Freja"), plan=PLAN)

    assert (moved.standing.level, moved.words()) == (PERSON, "Freja took autonomy away.")
    for event in (
        Lowered(at=MONDAY, to=ALONE, by="Freja"),
        Lowered(at=MONDAY, to=CAREFUL, by="Freja"),
        Lowered(at=MONDAY, to=PERSON, by=""),
    ):
        with pytest.raises(IllegalMove, match="only lower"):
            move(standing(CAREFUL), event, plan=PLAN)


def test_a_new_process_begins_with_drafts_at_most():
    assert begin(level=DRAFT, at=MONDAY) == standing(DRAFT)
    for level in (CAREFUL, ALONE):
        with pytest.raises(IllegalMove, match="drafts at most"):
            begin(level=level, at=MONDAY)


def test_nothing_but_a_step_up_ever_raises_a_level():
    events: list[Event] = [
        Alarm(at=MONDAY - DAY),
        Changed(at=MONDAY + DAY, thing=Thing.MODEL),
        Overruled(at=MONDAY, drafts=9, overruled=0),
        Lowered(at=MONDAY, to=DRAFT, by="Freja"),
    ]
    for level, event in product(Autonomy, events):
        try:
            moved = move(standing(level), event, plan=PLAN)
        except IllegalMove:
            continue
        assert moved.standing.level <= level


def test_every_level_says_what_it_means():
    assert set(WORDS) == set(Autonomy)
