"""AI begins with no use before its gate is open: answers, summaries, minutes, texts, the map."""

from datetime import date

import pytest

from samspil.adapters import embedding
from samspil.core.ai_act.built import Built
from samspil.core.ai_act.facts import Question
from samspil.core.roles import NotAllowed, Role
from samspil.gaps import actions as gaps
from samspil.knowledge import actions as knowledge
from samspil.knowledge.models import Document, Passage
from samspil.knowledge.models import Question as Asked
from samspil.knowledge.queries import Quote, answer_to
from samspil.summaries import actions as summaries
from samspil.summaries.models import Summary
from samspil.uses.actions import Said, settle
from samspil.uses.queries import built_in, check_may_begin, may_begin_with
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, words

FILE = knowledge.Given(name="a.txt", content=b"We open at nine. Coffee is free.")


@pytest.fixture
def closed(owner):
    """Says of a use that somebody decides by it about access to something essential."""

    def close(kind):
        high = Said(answers=((Question.OTHER_AREA, True),))
        settle(built_in(kind), high, by=owner, at=MONDAY_9)

    return close


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER)


@pytest.mark.parametrize("kind", [*Built][2:])
def test_lr7_a_use_of_high_risk_waits_for_its_gate(kind, closed, organisation):
    assert may_begin_with(kind)

    closed(kind)

    assert not may_begin_with(kind)
    with pytest.raises(NotAllowed, match="AI may not begin here yet"):
        check_may_begin(kind)


def test_lr7_no_question_is_answered_before_its_gate_is_open(closed, owner, browser_of):
    closed(Built.ANSWERS)

    said = english(browser_of(owner)).post("/knowledge/", {"question": "When do we open?"})

    assert said.status_code == 422
    assert "AI may not begin here yet: Answers from documents" in words(said)
    assert not Asked.objects.exists()
    assert browser_of(owner).get("/knowledge/").status_code == 200
    at_nine = Quote(
        text="At nine.", document=Document(), passage=Passage(), start=0, end=8, stale=False
    )
    told = knowledge.phrase_answer("When?", [at_nine], reader=owner, at=MONDAY_9)
    assert "AI may not begin here yet" in told.why


def test_lr7_nothing_is_summarised_before_its_gate_is_open(closed, owner):
    closed(Built.SUMMARIES)

    with pytest.raises(summaries.RefusedSummary, match="Summaries"):
        summaries.order_of_file(FILE, by=owner, at=MONDAY_9)
    with pytest.raises(NotAllowed, match="Summaries"):
        summaries.make_at_once(FILE.name, FILE.content, met_on=None, at=MONDAY_9)

    assert not Summary.objects.exists()
    minutes = summaries.order_minutes(FILE, met_on=date(2026, 1, 5), by=owner, at=MONDAY_9)
    assert Summary.objects.get() == minutes
    closed(Built.MINUTES)
    with pytest.raises(summaries.RefusedSummary, match="Minutes"):
        summaries.order_minutes(FILE, met_on=date(2026, 1, 5), by=owner, at=MONDAY_9)


def test_lr7_no_map_is_drawn_and_nobody_named_before_their_gates_are_open(closed, owner):
    closed(Built.GAPS)
    closed(Built.EXPERTS)

    with pytest.raises(NotAllowed, match="Map"):
        gaps.ask_to_draw(by=owner)
    assert not gaps.draw_changed_map(embedder=embedding.for_learning(), at=MONDAY_9)
    assert answer_to("Who knows about tariffs?", reader=owner).experts == []
