"""Tables, lists and logs become maps; what cannot be is named by its row."""

from datetime import UTC, datetime

import pytest

from samspil.core.eventlogs.facts import Arrow, Facts, Spread, Step
from samspil.core.process_maps.drafting import listed
from samspil.core.process_maps.faults import MOST_STEPS, Fault, Unfit
from samspil.core.process_maps.of_log import MOST_ACTIVITIES, draft_of
from samspil.core.process_maps.outlines import SKETCHES, WORDS
from samspil.core.process_maps.saying import Said, check_begins, check_out, fit_name, fit_owner
from samspil.core.process_maps.table import BadTable, Problem, brought
from samspil.core.process_maps.walking import Line, Node, walked

HEAD = ["Step", "Minutes", "errors_in_100", "owner", "next"]


def test_a_table_becomes_steps_and_ways_with_their_shares():
    found = brought(
        [
            HEAD,
            ["Receive", "5,5", "2%", "Service", "Decide (80) | Ask back (20 %)"],
            [],
            ["Ask  back", "10", "", "", "receive"],
            ["Decide", "", "0", "Leaders", ""],
        ]
    )

    assert found.wrong == []
    assert [one.name for one in found.draft.steps] == ["Receive", "Ask back", "Decide"]
    assert found.draft.ways == [(0, 2, 0.8), (0, 1, 0.2), (1, 0, None)]
    assert (found.draft.steps[0].said.minutes, found.draft.steps[0].said.errors) == (5.5, 0.02)
    assert found.draft.steps[2].owner == "Leaders"


def test_without_a_column_of_ways_each_step_goes_on_to_the_next():
    assert brought([["trin"], ["a"], ["b"], ["c"]]).draft.ways == [(0, 1, None), (1, 2, None)]


@pytest.mark.parametrize(
    ("row", "problem", "fault"),
    [
        (["", "5"], Problem.ROW, Fault.NO_NAME),
        (["a", "-1"], Problem.ROW, Fault.BELOW),
        (["a", "nan"], Problem.ROW, Fault.ABOVE),
        (["a", "1e99"], Problem.ROW, Fault.ABOVE),
        (["a", "five"], Problem.NO_NUMBER, None),
        (["a", "5", "101"], Problem.ROW, Fault.SHARE),
        (["a", "5", "-3"], Problem.ROW, Fault.SHARE),
        (["first", "5"], Problem.ROW, Fault.SAME),
        (["x" * 201], Problem.ROW, Fault.LONG),
        (["a", "", "", "y" * 81], Problem.ROW, Fault.LONG),
        (["a", "", "", "", "nowhere"], Problem.NO_STEP, None),
        (["a", "", "", "", "First (70) | a (40)"], Problem.ROW, Fault.OUT),
    ],
    ids=range(12),
)
def test_a_row_that_cannot_be_is_named(row, problem, fault):
    found = brought([HEAD, ["First", "1", "", "", ""], row])

    (wrong,) = found.wrong
    assert (wrong.problem, wrong.fault.fault if wrong.fault else None) == (problem, fault)
    assert wrong.figures["row"] == 3


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ([], Problem.NO_COLUMNS),
        ([["minutes"], ["5"]], Problem.NO_COLUMNS),
        ([["step"], [" "]], Problem.NO_ROWS),
        ([["step"], *([f"s{n}"] for n in range(MOST_STEPS + 1))], Problem.TOO_MANY),
    ],
    ids=["nothing", "no step", "no rows", "too many"],
)
def test_a_table_that_is_none_says_what_it_lacks(table, problem):
    with pytest.raises(BadTable) as why:
        brought(table)

    assert why.value.problem is problem


def test_pasted_lines_are_a_row_of_steps_and_none_stands_there_twice():
    assert [one.name for one in listed("  Ask \n\n Answer\n").steps] == ["Ask", "Answer"]
    with pytest.raises(Unfit, match="on the map already"):
        listed("Ask\nask")
    with pytest.raises(Unfit, match="at most 300 steps"):
        listed("\n".join(map(str, range(MOST_STEPS + 1))))


def test_names_shares_and_beginnings_that_cannot_be_are_refused():
    with pytest.raises(Unfit) as many:
        check_begins([0.6, None, 0.5])
    with pytest.raises(Unfit, match="“a” would add up to 110 of 100"):
        check_out("a", [Line(source=1, target=2, share=0.5), Line(source=1, target=3, share=0.6)])
    with pytest.raises(Unfit) as long:
        fit_owner("x" * 81)

    assert (many.value.fault, long.value.fault) == (Fault.BEGIN, Fault.LONG)
    assert fit_name(" <b>A</b>\t\n b ") == "<b>A</b> b"
    with pytest.raises(Unfit):
        Said(ai_share=1.01)


def facts(n: int, arrows: list[tuple[int, int, int]], *, cases: int = 100) -> Facts:
    spread = Spread(median=120.0, most=600.0)
    left = dict.fromkeys(range(n), 0)
    for source, _target, many in arrows:
        left[source] += many
    steps = tuple(
        Step(
            name=f"Step {at}", n=cases - at % 50, cases=cases, first=cases if at == 0 else 0,
            last=max(0, cases - left[at]) if at == 2 else 0, again=0, repeats=0, returns=0,
            variants=1, wait=spread if at else None, waited=1.0, place=at / n,
        )
        for at in range(n)
    )  # fmt: skip
    day = datetime(2026, 3, 2, tzinfo=UTC)
    return Facts(
        events=n, cases=cases, begin=day, end=day, time=spread, steps=steps,
        arrows=tuple(
            Arrow(source=a, target=b, n=many, time=spread, handed=None) for a, b, many in arrows
        ),
        arrow_kinds=len(arrows), variants=(), variant_kinds=0, same_again=0, known=None,
        handed=None, hand_overs=(), notes=(),
    )  # fmt: skip


def test_a_log_s_map_has_its_frequent_ways_with_shares_and_its_waits():
    draft = draft_of(facts(3, [(0, 1, 98), (0, 2, 2), (1, 2, 90), (1, 0, 10)]), other="Others")

    assert [one.name for one in draft.steps] == ["Step 0", "Step 1", "Step 2"]
    assert draft.steps[1].activity == "Step 1"
    assert (draft.steps[0].said.begins, draft.steps[1].said.waiting) == (1.0, 2.0)
    assert draft.ways == [(0, 1, 1.0), (1, 0, 0.1), (1, 2, 0.9)]


def test_seldom_activities_of_a_log_stand_together_as_one_step():
    n = 45
    draft = draft_of(facts(n, [(at, at + 1, 50) for at in range(n - 1)]), other="Others")

    assert len(draft.steps) == MOST_ACTIVITIES + 1
    assert (draft.steps[-1].name, draft.joined) == ("Others", 15)
    nodes = [Node(key=at, begins=one.said.begins) for at, one in enumerate(draft.steps)]
    lines = [Line(source=a, target=b, share=share) for a, b, share in draft.ways]
    assert walked(nodes, lines).unreachable == ()


@pytest.mark.parametrize("outline", list(SKETCHES), ids=str)
def test_every_outline_is_a_map_whose_steps_are_all_reached_and_come_to_an_end(outline):
    sketch = SKETCHES[outline]
    walk = walked(
        [Node(key=at) for at in range(len(sketch.steps))],
        [Line(source=a, target=b, share=share) for a, b, share in sketch.ways],
    )

    assert 6 <= len(sketch.steps) <= 10
    assert all(step in WORDS and owner in WORDS for step, owner in sketch.steps)
    assert (walk.unreachable, walk.endless) == ((), ())
