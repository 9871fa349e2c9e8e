"""Gates open on evidence: everything missing is named, and nothing is passed over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from samspil.core.pipeline.gates import GATES, WORDS, Facts, Missing, Need, missing
from samspil.core.pipeline.stages import NoSuchStep, Stage, after, before, check_step

TODAY = date(2026, 11, 30)
READY = Facts(
    process=True, answerable=True, criteria=True, ends_on=TODAY, takes_part=3, evaluator=True,
    baseline=20, settled=True, told=True, overseers=2, trained=2, stops=1, cases=50, agreed=45,
    drilled_on=TODAY - timedelta(days=90), evaluated=True,
)  # fmt: skip


def lacks(into: Stage, **changed: object) -> list[Need]:
    facts = replace(READY, **changed)  # type: ignore[arg-type]  # of whatever fields
    return [one.need for one in missing(into, facts, on=TODAY)]


def test_a_gate_opens_once_everything_is_there():
    assert lacks(Stage.PILOT) == []
    assert lacks(Stage.SCALE) == []


def test_of_an_idea_alone_everything_is_missing():
    found = [one.need for one in missing(Stage.PILOT, Facts(proof=False), on=TODAY)]

    wanted = set(GATES[Stage.PILOT].needs) - {Need.TRAINED, Need.HALT, Need.WITHIN_LAW}
    assert set(found) == wanted


def test_no_pilot_without_a_baseline_whatever_else_is_there():
    assert lacks(Stage.PILOT, baseline=0) == [Need.BASELINE]
    assert lacks(Stage.PILOT, baseline=19) == [Need.BASELINE]
    (found,) = missing(Stage.PILOT, replace(READY, baseline=19), on=TODAY)
    assert found == Missing(need=Need.BASELINE, have=19, want=20)
    assert "at least 20 cases before AI: it is of 19." in found.words()


@pytest.mark.parametrize(
    ("changed", "need"),
    [
        ({"process": False}, Need.PROCESS),
        ({"answerable": False}, Need.ANSWERABLE),
        ({"criteria": False}, Need.CRITERIA),
        ({"ends_on": TODAY - timedelta(days=1)}, Need.TIME_FRAME),
        ({"takes_part": 0}, Need.TAKES_PART),
        ({"evaluator": False}, Need.EVALUATOR),
        ({"settled": False}, Need.CLASS),
        ({"told": False}, Need.TOLD),
        ({"overseers": 0, "trained": 0}, Need.OVERSEERS),
        ({"trained": 1}, Need.TRAINED),
        ({"stops": 0}, Need.STOPS),
        ({"halted": True}, Need.HALT),
        ({"cases": 49, "agreed": 49}, Need.CASES),
        ({"agreed": 40}, Need.AGREEMENT),
        ({"drilled_on": None}, Need.DRILL),
        ({"drilled_on": TODAY - timedelta(days=91)}, Need.DRILL),
        ({"evaluated": False}, Need.EVALUATION),
    ],
)
def test_each_thing_that_is_missing_keeps_the_gate_to_scaling_shut(changed, need):
    assert lacks(Stage.SCALE, **changed) == [need]


def test_agreement_counts_by_the_lower_end_of_its_interval():
    (found,) = missing(Stage.SCALE, replace(READY, agreed=40), on=TODAY)

    assert (found.have, found.want) == (66, 70)


def test_an_initiative_may_ask_for_more_and_never_for_less():
    assert lacks(Stage.SCALE, cases_wanted=60) == [Need.CASES]
    assert lacks(Stage.SCALE, agreement=0.9) == [Need.AGREEMENT]
    assert lacks(Stage.SCALE, agreement=0.1, cases_wanted=1) == []


def test_only_the_pilot_asks_whether_ai_may_draft_again():
    assert lacks(Stage.PILOT, proof=False) == [Need.PROOF]
    assert lacks(Stage.SCALE, proof=False) == []


def test_everything_a_gate_may_miss_has_words_and_is_asked_by_some_gate():
    assert set(WORDS) == set(Need)
    assert {need for gate in GATES.values() for need in gate.needs} == set(Need)


def test_stages_come_one_after_the_other():
    assert [after(one) for one in Stage] == [Stage.PILOT, Stage.SCALE, Stage.OPTIMIZE, None]
    assert [before(one) for one in Stage] == [None, Stage.POC, Stage.PILOT, Stage.SCALE]
    check_step(Stage.POC, Stage.PILOT)
    for wanted in (Stage.POC, Stage.SCALE, Stage.OPTIMIZE):
        with pytest.raises(NoSuchStep):
            check_step(Stage.POC, wanted)
