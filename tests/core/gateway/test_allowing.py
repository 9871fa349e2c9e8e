"""Nothing goes to a language model unless it is allowed, and some things never."""

from datetime import UTC, datetime, timedelta

import pytest

from samspil.core.gateway.allowing import (
    CEILINGS,
    WORDS,
    Place,
    Purpose,
    Reason,
    ServerFacts,
    Verdict,
    choices,
    choose,
    judge,
    lowered,
)
from samspil.core.gateway.tools import Standing
from samspil.core.masking import DataClass

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
OPEN = dict.fromkeys(DataClass, Verdict.ALLOW)


def server(**facts):
    usual = {
        "key": 1, "place": Place.HOUSE, "on": True, "purposes": frozenset({Purpose.ANSWERS}),
        "standing": Standing.VALID, "allowed": {DataClass.INTERNAL: Verdict.ALLOW},
    }  # fmt: skip
    return ServerFacts(**(usual | facts))  # type: ignore[arg-type]  # as the test says


def judged(one, data_class=DataClass.INTERNAL, purpose=Purpose.ANSWERS):
    return judge(one, purpose=purpose, data_class=data_class, at=NOW)


def test_what_is_allowed_goes():
    assert judged(server()).verdict is Verdict.ALLOW


@pytest.mark.parametrize("data_class", [one for one in DataClass if one is not DataClass.INTERNAL])
def test_what_nobody_allowed_stays(data_class):
    assert judged(server(), data_class).verdict is Verdict.BLOCK


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"on": False}, Reason.OFF),
        ({"standing": Standing.UNAPPROVED}, Reason.UNAPPROVED),
        ({"standing": Standing.EXPIRED}, Reason.EXPIRED),
        ({"purposes": frozenset()}, Reason.NOT_FOR_THIS),
        ({"allowed": {}}, Reason.NOT_ALLOWED),
        ({"rests_until": NOW + timedelta(seconds=1)}, Reason.RESTING),
    ],
)
def test_the_reason_says_what_keeps_it_here(facts, reason):
    assert (judged(server(**facts)).verdict, judged(server(**facts)).reason) == (
        Verdict.BLOCK,
        reason,
    )


def test_a_rest_that_is_over_hinders_nothing():
    assert judged(server(rests_until=NOW)).verdict is Verdict.ALLOW


def test_what_was_too_slow_for_chats_is_asked_for_all_else():
    slow = server(
        purposes=frozenset({Purpose.ANSWERS, Purpose.CHATS}),
        brief_until=NOW + timedelta(seconds=1),
    )

    reasons = [
        judge(slow, purpose=one, data_class=DataClass.INTERNAL, at=at).reason
        for one, at in (
            (Purpose.CHATS, NOW),
            (Purpose.ANSWERS, NOW),
            (Purpose.CHATS, NOW + timedelta(seconds=1)),
        )
    ]

    assert reasons == [Reason.TOO_SLOW, Reason.ALLOWED, Reason.ALLOWED]


@pytest.mark.parametrize("place", list(Place))
def test_no_allowance_lets_a_secret_out(place):
    assert judged(server(place=place, allowed=OPEN), DataClass.SECRET).reason is Reason.PLACE


@pytest.mark.parametrize("place", [Place.EU, Place.ELSEWHERE])
def test_no_allowance_lets_sensitive_data_leave_the_house(place):
    assert judged(server(place=place, allowed=OPEN), DataClass.SPECIAL).verdict is Verdict.BLOCK


def test_personal_data_leaves_the_union_only_masked():
    far = server(place=Place.ELSEWHERE, allowed=OPEN)

    assert judged(far, DataClass.PERSONAL).verdict is Verdict.MASK


def test_only_what_a_place_admits_can_be_chosen():
    assert choices(DataClass.SECRET, Place.MACHINE) == (Verdict.BLOCK,)
    assert choices(DataClass.PERSONAL, Place.ELSEWHERE) == (Verdict.BLOCK, Verdict.MASK)
    assert choices(DataClass.PUBLIC, Place.ELSEWHERE) == tuple(Verdict)[::-1]


def test_further_away_or_better_protected_is_never_freer():
    order = [Verdict.BLOCK, Verdict.MASK, Verdict.ALLOW]
    for data_class in DataClass:
        freedoms = [order.index(CEILINGS[data_class][place]) for place in Place]
        assert freedoms == sorted(freedoms, reverse=True)
    for place in Place:
        freedoms = [order.index(CEILINGS[each][place]) for each in DataClass]
        assert freedoms == sorted(freedoms, reverse=True)
        assert lowered(Verdict.BLOCK, data_class=DataClass.PUBLIC, place=place) is Verdict.BLOCK


def test_the_nearest_server_that_may_is_asked():
    near, far = server(key=1, place=Place.MACHINE), server(key=2, place=Place.EU)

    told = choose([far, near], purpose=Purpose.ANSWERS, data_class=DataClass.INTERNAL, at=NOW)

    assert told.server == 1


def test_a_server_at_rest_gives_way_to_the_next():
    near = server(key=1, place=Place.MACHINE, rests_until=NOW + timedelta(minutes=1))
    far = server(key=2, place=Place.EU)

    told = choose([near, far], purpose=Purpose.ANSWERS, data_class=DataClass.INTERNAL, at=NOW)

    assert told.server == 2


def test_without_a_server_there_is_nothing_to_ask():
    told = choose([], purpose=Purpose.ANSWERS, data_class=DataClass.PUBLIC, at=NOW)

    assert (told.verdict, told.reason, told.server) == (Verdict.BLOCK, Reason.NO_SERVER, None)


def test_of_several_refusals_the_one_that_came_furthest_is_told():
    off, closed = server(key=1, on=False), server(key=2, allowed={})

    told = choose([off, closed], purpose=Purpose.ANSWERS, data_class=DataClass.PUBLIC, at=NOW)

    assert (told.reason, told.server) == (Reason.NOT_ALLOWED, 2)


def test_every_reason_has_its_sentence():
    assert set(WORDS) == set(Reason)
