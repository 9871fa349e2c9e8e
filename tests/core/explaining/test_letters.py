"""A case explained from its record: whole for colleagues, short for whom it is about."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from samspil.core.explaining.letter import WORDS, letter
from samspil.core.explaining.lines import Line
from samspil.core.explaining.record import (
    Alone,
    Decided,
    Guess,
    Looked,
    Proposed,
    Round,
    Sent,
)
from samspil.core.explaining.short_letter import WORDS as SHORT
from samspil.core.explaining.short_letter import short_letter
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Reason

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
DELIVERY = {"da": "Levering", "en": "Delivery"}
PROPOSED = Proposed(
    skill="triage",
    version="3",
    at=AT,
    guesses=(Guess(topic=DELIVERY, percent=83), Guess(topic={"": "bill"}, percent=9)),
    quotes=("when will it be delivered",),
    sources=("Prices 2026",),
    drafted=True,
)
DECIDED = Decided(at=AT, by="Anna Lund", role="Reviewer", verdict="agreed", topic=DELIVERY)
ROUND = Round(
    came_at=AT,
    files=2,
    masked=1,
    proposed=PROPOSED,
    route=Route.TOGETHER,
    reason=Reason.PERSON_DECIDES,
    looked=(Looked(at=AT, who="(Anna Lund)", what="Taken from the queue."),),
    decided=DECIDED,
    sent=(Sent(at=AT, with_ai=True, by_person=True),),
    closed=True,
)
ALONE = replace(
    ROUND,
    route=Route.ALONE,
    reason=Reason.CERTIFIED,
    decided=None,
    alone=Alone(at=AT, signed_by="Lis Bech", percent=2.0),
    sent=(Sent(at=AT, with_ai=True, by_person=False),),
)


def filled(line: Line) -> str:
    def shown(value: object) -> object:
        if isinstance(value, dict):
            return value.get("en") or value[""]
        return f"{value:%d.%m.}" if isinstance(value, datetime) else value

    return line.words.format(**{name: shown(value) for name, value in line.values.items()})


def told(*rounds: Round) -> str:
    return "\n".join(filled(line) for section in letter(rounds) for line in section.lines)


def short(one: Round, *, names: bool = False) -> str:
    return "\n".join(filled(line) for line in short_letter(one, names=names))


def test_the_letter_tells_what_came_what_ai_did_who_decided_and_what_was_sent():
    assert told(ROUND).splitlines() == [
        "A message came in on 02.03..",
        "Files that came along: 2. AI does not read files.",
        "Identity numbers that were masked before anybody read it: 1.",
        "AI (triage, version 3) read it on 02.03..",
        "It took it to be about “Delivery”: of 100 such guesses about 83 are right.",
        "It also thought of “bill”: 9 in 100.",
        "It went by these words: “when will it be delivered”.",
        "It used: Prices 2026.",
        "It drafted a reply.",
        "AI was to propose, and a person to decide.",
        "AI proposes and a person decides, as agreed for this process.",
        "02.03.: Taken from the queue. (Anna Lund)",
        "Anna Lund (Reviewer) decided on 02.03..",
        "That was as AI had proposed.",
        "It was put under “Delivery”.",
        "On 02.03. a reply was sent, marked as written with AI and approved by a person.",
        WORDS["how"],
    ]


def test_what_ai_decided_alone_is_said_to_be_ais_and_who_signed_for_it():
    letter_ = told(ALONE)

    assert "AI decided on 02.03., without a person. Lis Bech had signed that at most 2" in letter_
    assert "marked as AI's and as read by nobody before" in letter_
    assert "approved by a person" not in letter_


def test_a_check_says_whether_ai_was_right():
    checked = replace(ALONE, decided=replace(DECIDED, checks=True, right=False))

    assert "A person checked what AI had decided, and found it wrong." in told(checked)
    assert "decided otherwise" in short(checked)


def test_nothing_hidden_is_told_before_a_person_has_judged():
    hidden = Proposed(skill="triage", version="3", at=AT, hidden=True)
    waiting = replace(ROUND, proposed=hidden, reason=None, decided=None, sent=(), closed=False)

    letter_ = told(waiting)

    assert "What it proposed is shown once a person has judged the case." in letter_
    assert "Nobody has decided it yet." in letter_
    assert "Delivery" not in letter_


def test_a_contested_round_says_that_ai_did_not_read_it_and_speaks_of_no_proposal():
    anew = replace(ROUND, proposed=None, reason=Reason.CONTESTED)

    assert "It was contested, so AI did not read it." in told(anew)
    assert "AI's proposal" not in told(anew)
    assert "as AI had proposed" not in told(anew)


def test_each_round_is_told_in_order():
    assert told(ROUND, ROUND).count("A message came in") == 1
    assert told(ROUND, ROUND).count("It was opened again") == 1


def test_the_short_letter_has_no_figures_and_names_nobody():
    said = short(ROUND)

    assert said.splitlines() == [
        SHORT["drafted"],
        "A person decides all such matters here; AI only proposes.",
        "It was taken to be about “Delivery”.",
        "AI went by these words of yours: “when will it be delivered”.",
        "AI did not read the files that you sent.",
        "An identity number was masked before anybody read it.",
        "Decided on 02.03. by a person here (Reviewer).",
    ]


def test_the_short_letter_names_who_decided_only_where_the_company_chose_so():
    assert "Anna Lund" not in short(ROUND)
    assert "by Anna Lund" in short(ROUND, names=True)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"proposed": None}, "AI took no part"),
        ({"proposed": replace(PROPOSED, guesses=())}, "suggested nothing"),
        ({"proposed": replace(PROPOSED, unseen=True)}, "without seeing what it suggested"),
        ({"sent": ()}, "suggested what it is about"),
        ({"sent": (), "decided": replace(DECIDED, verdict="rejected")}, "something else than"),
    ],
)
def test_the_part_that_ai_had_is_told_as_it_was(changed, said):
    assert said in short(replace(ROUND, **changed))


def test_of_what_nobody_saw_no_ground_is_told():
    unseen = replace(ROUND, proposed=replace(PROPOSED, unseen=True))

    assert "when will it be delivered" not in short(unseen)


def test_nothing_is_told_before_it_is_decided():
    assert short(replace(ROUND, decided=None)) == ""


def test_there_is_a_sentence_for_every_reason_with_and_without_its_words():
    for reason, quote in product(Reason, ("pump", "")):
        said = short(replace(ROUND, reason=reason, quote=quote))

        assert "{" not in said
        assert "“”" not in said
