"""Who takes a case: hard rules first, and never alone without a certificate."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from samspil.core.floors import Floor
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import (
    BY_HABIT,
    FLOORS,
    PROVES,
    WORDS,
    Facts,
    Level,
    Reason,
    route,
)
from samspil.core.skill import Evidence, Ground, Option, Proposal

SURE = Proposal(options=(Option(result="invoice", confidence=0.93),), evidence=(), language="da")


def facts(**changed) -> Facts:
    known = Facts(
        proposal=SURE,
        model=MODELS["supervised"],
        levels={"invoice": Level.STANDARD},
        reply_ready=True,
    )
    return replace(known, **changed)


def saying(ground: Ground, quote: str) -> Proposal:
    passage = Evidence(ground=ground, start=0, end=len(quote), quote=quote)
    return replace(SURE, evidence=(passage,))


def test_a_sure_proposal_in_a_supervised_process_still_waits_for_a_person():
    way = route(facts())

    assert (way.route, way.reason, way.level) == (
        Route.TOGETHER,
        Reason.NOT_CERTIFIED,
        Level.STANDARD,
    )
    assert way.sorted_alone


SURER = replace(SURE, sureness=0.97)


def ready(**changed) -> Facts:
    """A case that AI may finish."""
    return facts(proposal=SURER, limit=0.95, **changed)


def test_what_ai_is_surer_of_than_its_certificate_asks_may_leave_without_a_person():
    way = route(ready())

    assert (way.route, way.reason) == (Route.ALONE, Reason.CERTIFIED)


@pytest.mark.parametrize("sureness", [0.0, 0.9499, 0.95])
def test_what_ai_is_no_surer_of_than_the_limit_waits_for_a_person(sureness):
    way = route(replace(ready(), proposal=replace(SURE, sureness=sureness)))

    assert (way.route, way.reason) == (Route.TOGETHER, Reason.BELOW_LIMIT)


def test_what_lots_drew_is_a_persons_however_sure_ai_is():
    assert route(ready(drawn=True)).reason is Reason.DRAWN


def test_where_ai_has_stepped_back_it_neither_finishes_nor_sorts():
    way = route(ready(stepped_back=True))

    assert (way.route, way.reason) == (Route.PERSON, Reason.STEPPED_BACK)
    assert not way.sorted_alone


@pytest.mark.parametrize("floor", Floor)
@pytest.mark.parametrize("model", ["collaborative", "supervised"])
def test_no_evidence_lifts_a_floor(floor, model):
    way = route(ready(model=MODELS[model], floor=floor, floor_quote="5,000 kr."))

    assert way.route is Route.TOGETHER
    assert way.reason in FLOORS
    assert way.reason not in BY_HABIT, "it must not count as evidence either"


def test_without_an_approved_reply_ai_finishes_nothing():
    assert route(replace(ready(), reply_ready=False)).reason is Reason.NO_REPLY_READY


def test_what_a_certificate_does_not_cover_is_a_persons():
    assert route(ready(covered=False)).reason is Reason.NOT_COVERED


@pytest.mark.parametrize("model", ["collaborative", "complementary"])
def test_a_certificate_moves_nothing_where_people_agreed_otherwise(model):
    assert route(ready(model=MODELS[model])).route is not Route.ALONE


def test_cases_that_ai_itself_chose_prove_nothing():
    assert Reason.BELOW_LIMIT not in PROVES
    assert Reason.SPOT_CHECK not in PROVES
    assert PROVES <= BY_HABIT


def test_in_a_complementary_process_ai_sorts_and_a_person_replies():
    way = route(facts(model=MODELS["complementary"]))

    assert (way.route, way.reason) == (Route.PERSON, Reason.AI_SORTED_PERSON_REPLIES)
    assert way.sorted_alone


def test_in_a_collaborative_process_a_person_decides_each_time():
    way = route(facts(model=MODELS["collaborative"]))

    assert (way.route, way.reason) == (Route.TOGETHER, Reason.PERSON_DECIDES)
    assert not way.sorted_alone


def test_a_dissatisfied_customer_gets_an_experienced_person_and_their_words_are_quoted():
    way = route(facts(proposal=saying(Ground.DISSATISFIED, "meget utilfreds")))

    assert (way.route, way.level, way.risk) == (Route.PERSON, Level.EXPERIENCED, 1.0)
    assert way.words() == (
        "The customer is dissatisfied (“meget utilfreds”): an experienced person answers."
    )


def test_a_customer_in_a_hard_place_comes_after_the_dissatisfied_and_before_the_urgent():
    way = route(facts(proposal=saying(Ground.VULNERABLE, "min mand er død")))

    assert (way.route, way.level, way.risk) == (Route.PERSON, Level.EXPERIENCED, 0.95)
    assert way.words() == (
        "The customer may be in a hard place (“min mand er død”): an experienced person answers."
    )


HARD: list[tuple[Reason, dict[str, Any]]] = [
    (Reason.STOPPED, {"stopped": True}),
    (Reason.UNREADABLE, {"readable": False}),
    (Reason.DISSATISFIED, {"proposal": saying(Ground.DISSATISFIED, "utilfreds")}),
    (Reason.VULNERABLE, {"proposal": saying(Ground.VULNERABLE, "min mand er død")}),
    (Reason.URGENT, {"proposal": saying(Ground.URGENT, "haster")}),
    (Reason.WANTS_PERSON, {"proposal": saying(Ground.WANTS_PERSON, "et menneske")}),
    (Reason.PERSONS_TOPIC, {"persons_topics": frozenset({"invoice"})}),
    (Reason.IDENTITY_FOUND, {"identity_found": True}),
    (Reason.HIDDEN_TEXT, {"hidden_text": True}),
    (Reason.TOO_LONG, {"too_long": True}),
    (Reason.UNKNOWN_LANGUAGE, {"proposal": replace(SURE, language=None)}),
    (Reason.NO_PROPOSAL, {"proposal": replace(SURE, options=())}),
    (Reason.NO_PROPOSAL, {"proposal": None}),
    (
        Reason.UNSURE,
        {"proposal": replace(SURE, options=(Option(result="invoice", confidence=0.59),))},
    ),
]


@pytest.mark.parametrize(("reason", "changed"), HARD)
@pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))
def test_a_hard_rule_wins_over_every_model_and_every_certificate(reason, changed, model):
    least = {"proposal": SURER, "limit": 0.0}
    way = route(facts(model=model, **(least | changed)))

    assert (way.route, way.reason) == (Route.PERSON, reason)
    assert not way.sorted_alone


def test_a_stopped_process_outranks_all_other_reasons():
    every = {key: value for _, changed in HARD for key, value in changed.items()}

    assert route(facts(**(every | {"stopped": True}))).reason is Reason.STOPPED


def test_the_gravest_reason_is_the_one_shown():
    both = replace(
        SURE,
        evidence=saying(Ground.WANTS_PERSON, "a person").evidence
        + saying(Ground.DISSATISFIED, "unhappy").evidence,
    )

    assert route(facts(proposal=both)).reason is Reason.DISSATISFIED


def test_an_unknown_topic_is_a_specialists_matter():
    assert route(facts(levels={})).level is Level.SPECIALIST


def test_nothing_uncertified_ever_goes_to_ai_alone():
    switches = ("stopped", "readable", "identity_found", "hidden_text", "too_long")

    for values in itertools.product((True, False), repeat=len(switches)):
        for model in MODELS.values():
            way = route(facts(model=model, **dict(zip(switches, values, strict=True))))

            assert way.route is not Route.ALONE


def test_every_reason_has_words_that_can_be_filled():
    for reason in Reason:
        assert WORDS[reason].format(quote="x", percent=3)


def test_a_floor_that_no_words_show_is_told_without_an_empty_quote():
    for floor in (Floor.SPECIAL, Floor.MONEY):
        told = route(ready(floor=floor)).words()

        assert "“" not in told
        assert told.endswith("so a person decides.")
    assert "“5,000 kr.”" in route(ready(floor=Floor.MONEY, floor_quote="5,000 kr.")).words()
