"""Phases, codes, proposals, estimates, votes, ranks: the rules of a workshop."""

from uuid import UUID

import pytest

from samspil.core.allocation.portfolio import Part, Range
from samspil.core.workshops.codes import ALPHABET, drawn, spoken, typed
from samspil.core.workshops.estimating import Said, share_between, summary_of
from samspil.core.workshops.faults import Fault, Unfit
from samspil.core.workshops.landing import part_of
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.proposing import alike, check_new, fit_text, fit_title
from samspil.core.workshops.ranking import (
    Candidate,
    Moved,
    check_move,
    most_for_its_work,
    ranked,
    reordered,
)
from samspil.core.workshops.stepping import Facts, NoStep, check_step
from samspil.core.workshops.voting import check_ballot, tallied, whose

QUOTES = Said(times=6, minutes=40, persons=3, share=Range(low=0.2, high=0.5), days=10, risk=2)
"""12 hours a week."""


def test_a_room_goes_one_step_on_or_back_and_only_where_there_is_something_to_do():
    check_step(Phase.GATHER, Phase.ESTIMATE, Facts(proposals=1))
    check_step(Phase.RESULT, Phase.VOTE, Facts(proposals=2))

    for now, to, facts in (
        (Phase.GATHER, Phase.VOTE, Facts(proposals=5)),
        (Phase.GATHER, Phase.ESTIMATE, Facts(proposals=0)),
        (Phase.ESTIMATE, Phase.VOTE, Facts(proposals=1)),
        (Phase.RESULT, Phase.VOTE, Facts(proposals=5, landed=True)),
        (Phase.GATHER, Phase.ESTIMATE, Facts(proposals=5, ended=True)),
        (Phase.VOTE, Phase.VOTE, Facts(proposals=5)),
    ):
        with pytest.raises(NoStep):
            check_step(now, to, facts)


def test_a_code_has_nothing_that_is_misread_and_is_typed_as_people_type():
    code = drawn(lambda below: below - 1)

    assert code == "ZZZZZZ"
    assert not set("01OI") & set(ALPHABET)
    assert spoken("ABCDEF") == "ABC-DEF"
    assert [typed(one) for one in ("abc-def", " ABC DEF ", "ABCDE", "ABC-DE0", "'; DROP")] == [
        "ABCDEF", "ABCDEF", "", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("", Fault.NO_TITLE),
        (" \n\t ", Fault.NO_TITLE),
        ("?!", Fault.NO_TITLE),
        ("x" * 10_000, Fault.LONG),
        ("  WRITE   quotations ", Fault.SAME),
    ],
)
def test_what_is_no_proposal_is_named(said, fault):
    with pytest.raises(Unfit) as why:
        check_new(fit_title(said), ["Write quotations"])

    assert why.value.fault is fault


def test_a_hostile_text_stays_a_text_and_a_full_room_says_so():
    assert fit_title("<script>alert(1)</script>\0 & more") == "<script>alert(1)</script> & more"
    assert fit_text(" two\nlines ", field="helps") == "two lines"
    with pytest.raises(Unfit, match="100 proposals"):
        check_new("One more", [f"Idea {n}" for n in range(100)])


def test_proposals_that_sound_alike_are_found_whatever_the_form_of_their_words():
    found = alike({
        "a": "Skrive tilbud til kunder",
        "b": "At skrive tilbuddene",
        "c": "Referat af møder",
        "d": "Referater fra vores møder",
        "e": "Planlægge vagter",
    })  # fmt: skip

    assert found == [("a", "b"), ("c", "d")]


def test_the_chain_gives_hours_a_week_and_what_ai_could_take():
    assert QUOTES.hours == 12
    assert (QUOTES.saved.low, QUOTES.saved.high) == pytest.approx((2.4, 6.0))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"times": 0}, "times"),
        ({"minutes": float("nan")}, "minutes"),
        ({"minutes": -5}, "minutes"),
        ({"persons": 0}, "persons"),
        ({"days": float("inf")}, "days"),
        ({"risk": 6}, "risk"),
        ({"times": 100, "minutes": 60}, "minutes"),
    ],
)
def test_numbers_that_cannot_be_are_named_with_their_field(changed, field):
    usual = {"times": 6, "minutes": 40, "persons": 3, "days": 10, "risk": 2}
    with pytest.raises(Unfit) as why:
        Said(share=Range(low=0, high=1), **{**usual, **changed})

    assert why.value.field == field


def test_shares_are_of_a_hundred_and_go_upwards():
    assert share_between(20, 50) == Range(low=0.2, high=0.5)
    for low, high, field in ((50, 20, "share_high"), (-1, 5, "share_low"), (0, 101, "share_high")):
        with pytest.raises(Unfit) as why:
            share_between(low, high)
        assert why.value.field == field


def test_several_tables_together_are_a_range_and_a_median():
    small = Said(times=6, minutes=20, persons=3, share=Range(low=0.1, high=0.3), days=4, risk=4)
    found = summary_of([QUOTES, small])

    assert found is not None
    assert (found.tables, found.hours, found.days) == (
        2,
        Range(low=6, high=12),
        Range(low=4, high=10),
    )
    assert found.share == Range(low=0.1, high=0.5)
    assert found.middle == pytest.approx((4.2 + 1.2) / 2)
    assert found.risk == 3
    assert part_of(found) is Part.ASSIST
    assert summary_of([]) is None


def test_points_are_spread_as_one_likes_and_never_more_than_there_are():
    assert check_ballot({1: 5, 2: 0}, most=5, there={1, 2}) == {1: 5}
    for points, fault in (
        ({1: 4, 2: 2}, Fault.TOO_MANY_POINTS),
        ({1: -1}, Fault.NO_POINTS),
        ({3: 1}, Fault.NOT_THERE),
    ):
        with pytest.raises(Unfit) as why:
            check_ballot(points, most=5, there={1, 2})
        assert why.value.fault is fault


def test_a_vote_of_four_is_not_told_and_one_of_five_is():
    four = [(name, 1, 3) for name in "abcd"]

    assert tallied(four, proposals=[1, 2]) is None
    told = tallied([*four, ("e", 2, 1), ("e", 1, 1)], proposals=[1, 2])
    assert told is not None
    assert (told.voters, told.points) == (5, {1: 13, 2: 1})


def test_the_mark_of_a_ballot_says_whose_it_is_only_with_the_key():
    who, room = UUID(int=1), UUID(int=2)

    assert whose(who, workshop=room, key=b"k") == whose(who, workshop=room, key=b"k")
    assert whose(who, workshop=room, key=b"other") != whose(who, workshop=room, key=b"k")
    assert whose(who, workshop=UUID(int=3), key=b"k") != whose(who, workshop=room, key=b"k")


def candidate(key: str, points: int | None, hours: float | None, days: float | None = 5):
    return Candidate(key=key, title=key, points=points, hours=hours, days=days)


def test_the_score_is_half_points_and_half_hours_and_ties_share_a_place():
    found = ranked([
        candidate("a", 10, 0), candidate("b", 0, 6, days=2), candidate("c", 8, 6),
        candidate("d", 1, None),
    ])  # fmt: skip

    assert [(one.key, one.place, one.score) for one in found] == [
        ("c", 1, 90), ("b", 2, 50), ("a", 2, 50), ("d", 4, 5),
    ]  # fmt: skip
    assert (found[0].votes, found[0].worth) == (80, 100)


def test_without_a_vote_that_is_told_hours_alone_count_and_without_estimates_points():
    untold = ranked([candidate("a", None, 2), candidate("b", None, 4)])
    unsaid = ranked([candidate("a", 1, None, None), candidate("b", 0, None, None)])

    assert [(one.key, one.score, one.votes) for one in untold] == [
        ("b", 100, None),
        ("a", 50, None),
    ]
    assert [(one.key, one.score, one.worth) for one in unsaid] == [("a", 100, None), ("b", 0, None)]
    assert ranked([]) == []


def test_what_brings_most_for_its_work_is_named_only_where_one_does():
    small, large = candidate("small", 1, 3, days=2), candidate("large", 9, 9, days=10)
    unsaid, nothing = candidate("unsaid", 9, None, days=None), candidate("nothing", 9, 0, days=0)

    assert most_for_its_work([large, small, unsaid, nothing]) == "small"
    assert most_for_its_work([small, candidate("at once", 0, 1, days=0)]) == "at once"
    assert most_for_its_work([small, candidate("twin", 1, 3, days=2)]) is None
    assert most_for_its_work([small, unsaid, nothing]) is None
    assert most_for_its_work([]) is None


def test_moves_hold_in_their_order_and_need_a_place_and_a_reason():
    moves = [Moved(key="c", to=1), Moved(key="gone", to=1), Moved(key="a", to=3)]

    assert reordered(["a", "b", "c"], moves) == ["c", "b", "a"]
    check_move(3, of=3, why="First the easy one.")
    for to, why, fault in (
        (0, "x", Fault.NO_PLACE),
        (4, "x", Fault.NO_PLACE),
        (1, " ", Fault.NO_REASON),
    ):
        with pytest.raises(Unfit) as bad:
            check_move(to, of=3, why=why)
        assert bad.value.fault is fault
