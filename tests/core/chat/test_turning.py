"""What becomes of a turn, by its words alone."""

import pytest

from samspil.core.chat.following import searched_as
from samspil.core.chat.listed import Topic, listed_topic
from samspil.core.chat.plan import Audience, ChatPlan, Lack, Said, lacking, usual_topics
from samspil.core.chat.small_talk import Courtesy, courtesy_of
from samspil.core.chat.turning import Cues, Kind, Step, Why, failed_too_often, step_of
from samspil.core.skill import Senders


def step(text: str, *, wish: str = "", customer: str = "", **more: bool) -> Step:
    usual = {"stopped": False, "hidden": False, **more}
    cues = Cues(wish=wish, customer=customer)
    return step_of(text, cues=cues, topics=tuple(Topic), **usual)


@pytest.mark.parametrize(
    ("text", "topic", "quote"),
    [
        ("Min chef chikanerer mig", Topic.HARASSMENT, "chikanerer"),
        ("Jeg er blevet fyret i går", Topic.DISMISSAL, "fyret"),
        ("Jeg har en konflikt med en kollega", Topic.CONFLICT, "konflikt"),
        ("Jeg er syg og bange", Topic.ILLNESS, "Jeg er syg"),
        ("Der lugter af gas i kælderen", Topic.DANGER, "lugter af gas"),
        ("Ich werde im Team gemobbt", Topic.HARASSMENT, "gemobbt"),
        ("Mir wurde gekündigt", Topic.DISMISSAL, "gekündigt"),
        ("Ich habe Streit mit meinem Kollegen", Topic.CONFLICT, "Streit"),
        ("Ich bin krank geworden", Topic.ILLNESS, "Ich bin krank"),
        ("Hier ist Gasgeruch", Topic.DANGER, "Gasgeruch"),
        ("My manager is bullying me", Topic.HARASSMENT, "bullying"),
        ("Am I going to be fired?", Topic.DISMISSAL, "fired"),
        ("I have a conflict with my boss", Topic.CONFLICT, "conflict"),
        ("I have been diagnosed with something", Topic.ILLNESS, "been diagnosed"),
        ("I smell gas in the hall", Topic.DANGER, "smell gas"),
    ],
)
def test_a_listed_topic_goes_straight_to_a_person_with_the_words_that_say_so(text, topic, quote):
    assert step(text) == Step(kind=Kind.PERSON, why=Why(topic), quote=quote)


def test_the_gravest_topic_counts():
    found = listed_topic("Jeg er syg, fordi min chef chikanerer mig", topics=tuple(Topic))

    assert found is not None
    assert found.kind is Topic.HARASSMENT


def test_danger_and_harassment_are_never_answered_however_a_chat_is_set_up():
    assert listed_topic("Der er brand i kælderen", topics=()) is not None
    assert listed_topic("Bliver jeg mobbet?", topics=()) is not None
    assert listed_topic("Er jeg fyret?", topics=()) is None


@pytest.mark.parametrize(
    "text",
    [
        "Hvor mange feriedage har jeg?",
        "Hvornår er der åbent?",
        "Wie viele Urlaubstage habe ich?",
        "How do I get a new keyboard?",
        "Jeg er vred og træt af det hele",
    ],
)
def test_anything_else_is_asked_of_the_documents(text):
    assert step(text) == Step(kind=None)


def test_an_explicit_wish_goes_to_a_person():
    wished = step("Jeg vil tale med et menneske", wish="tale med et menneske")

    assert wished == Step(kind=Kind.PERSON, why=Why.WISH, quote="tale med et menneske")


def test_whoever_only_asks_what_answers_is_told():
    assert step("Taler jeg med et menneske?", wish="Taler jeg med et menneske").kind is Kind.ITSELF


def test_what_customers_say_outright_goes_to_a_person():
    assert step("This is unacceptable", customer="unacceptable").why is Why.CUSTOMER


def test_where_ai_is_stopped_it_answers_nothing_but_what_it_is():
    assert step("How many days of holiday?", stopped=True).why is Why.STOPPED
    assert step("Hi", stopped=True).why is Why.STOPPED
    assert step("Are you a robot?", stopped=True).kind is Kind.ITSELF


def test_hidden_characters_go_to_a_person():
    assert step("How many days?", hidden=True).why is Why.HIDDEN


@pytest.mark.parametrize(
    ("kinds", "too_often"),
    [
        ([Kind.DECLINED], False),
        ([Kind.DECLINED, Kind.DECLINED], True),
        ([Kind.DECLINED, Kind.ANSWERED, Kind.DECLINED], False),
        ([Kind.DECLINED, Kind.THANKS, Kind.DECLINED], True),
        ([], False),
    ],
)
def test_the_second_failure_in_a_row_is_one_too_many(kinds, too_often):
    assert failed_too_often(kinds) is too_often


@pytest.mark.parametrize(
    ("text", "courtesy"),
    [
        ("Hej!", Courtesy.HELLO),
        ("Guten Tag", Courtesy.HELLO),
        ("Good morning", Courtesy.HELLO),
        ("Mange tak for hjælpen", Courtesy.THANKS),
        ("Vielen Dank!", Courtesy.THANKS),
        ("thanks a lot", Courtesy.THANKS),
        ("Farvel og tak", None),
        ("Auf Wiedersehen", Courtesy.FAREWELL),
        ("Hej, hvornår kommer min pumpe?", None),
        ("ok", None),
        ("", None),
    ],
)
def test_small_talk_is_known_only_where_nothing_else_is_said(text, courtesy):
    assert courtesy_of(text) is courtesy


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Og om sommeren?", True),
        ("Hvad med deltidsansatte?", True),
        ("und im Sommer?", True),
        ("And in summer?", True),
        ("How long does it take?", True),
        ("Gælder det også elever?", True),
        ("Hvor ligger kantinen?", False),
        ("What does a new keyboard cost for everybody who works at home?", False),
        ("And where do I find the form for travel expenses that I had?", False),
    ],
)
def test_a_short_turn_that_goes_on_is_searched_with_the_question_before(text, joined):
    before = "Hvor mange feriedage har jeg?"

    assert searched_as(text, before=before) == (f"{before} {text}" if joined else text)
    assert searched_as(text, before="") == text


def test_applicants_are_read_as_employees_are():
    assert Audience.APPLICANTS.senders is Senders.EMPLOYEES
    assert Audience.EMPLOYEES.senders is Senders.EMPLOYEES
    assert Audience.CUSTOMERS.senders is Senders.CUSTOMERS
    assert Topic.DISMISSAL not in usual_topics(Audience.CUSTOMERS)
    assert usual_topics(Audience.APPLICANTS) == tuple(Topic)


def test_a_public_chat_lacks_whom_to_ask_until_it_says_so():
    said = {"da": Said(title="Spørg os")}

    assert lacking(ChatPlan(audience=Audience.EMPLOYEES, texts=said)) == []
    assert lacking(ChatPlan(audience=Audience.CUSTOMERS, texts=said)) == [
        Lack.CONTACT,
        Lack.PRIVACY,
    ]
    assert Lack.TITLE in lacking(ChatPlan(audience=Audience.EMPLOYEES, texts={}))
