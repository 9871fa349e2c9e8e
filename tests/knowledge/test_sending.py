"""A question that the documents do not answer becomes a case, with whoever may know."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.knowledge.experts import Because, Candidate, knows, named
from samspil.core.roles import NotAllowed, Role
from samspil.knowledge import actions
from samspil.knowledge.models import MayBeNamed, Question, QuestionCase, Secrecy
from samspil.knowledge.queries import answer_to, desk, meant_for, places_of, sent_by
from samspil.people.models import Absence
from samspil.work.actions import claim, decide, propose_and_route
from samspil.work.models import Proposal
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.pages import english, words

HOLIDAYS = "How many days of holiday do I have?"
ROOF = "Who mends the roof of the bicycle shed?"


@pytest.fixture
def it(organisation):
    return make_process(name="IT", starter="it")


@pytest.fixture
def able(organisation):
    """Asta knows about roofs, and agreed to be named."""
    asta = make_colleague(Role.REVIEWER, name="Asta Able")
    asta.abilities = ["roof repairs"]
    asta.save()
    actions.agree_to_be_named(asta, at=MONDAY_9)
    return asta


def send(question, *, by, expert=None, words=""):
    found = answer_to(question, reader=by)
    wish = actions.Wish(words=words, expert=expert)
    return actions.send_on(found, wish=wish, by=by, at=MONDAY_9)


def test_a_question_becomes_a_case_that_a_person_answers(bring, emil, it, able):
    bring()

    made = send(ROOF, by=emil, expert=able, words="It drips on my bicycle.")
    propose_and_route([made.case.pk], at=MONDAY_9)

    made.case.refresh_from_db()
    message = made.case.messages.get()
    assert (made.asker, made.expert, made.case.process) == (emil, able, it)
    assert message.text == f"{ROOF}\n\nIt drips on my bicycle."
    assert message.sender == emil.user.email
    assert (made.case.route, made.case.reason) == ("person", "wants_person")
    assert not Proposal.objects.exists()


def test_the_answer_comes_back_to_whoever_asked(bring, emil, it, able):
    made = send(ROOF, by=emil, expert=able)
    propose_and_route([made.case.pk], at=MONDAY_9)
    made.case.refresh_from_db()
    made.case.team.members.add(able)
    assert [one.question for one in meant_for(able)] == [made]

    claim(made.case, by=able, at=MONDAY_9)
    decide(made.case, answer="Per does, on Fridays.", topic="", by=able, at=MONDAY_9)

    assert [one.answer for one in sent_by(emil)] == ["Per does, on Fridays."]
    assert sent_by(able) == meant_for(able) == []


def test_the_kept_question_leads_to_nobody(bring, emil, it, client_of):
    english(client_of(emil)).post("/knowledge/", {"question": ROOF})

    send(ROOF, by=emil)

    fields = {one.name for one in Question._meta.get_fields()}
    assert not fields & {"asker", "case", "colleague", "by"}


def test_only_whoever_was_named_is_wished_for(emil, it, lene):
    assert send(ROOF, by=emil, expert=lene).expert is None


def test_whoever_did_not_agree_is_not_named_for_what_they_can(emil, able):
    assert [one.name for one in answer_to(ROOF, reader=emil).experts] == ["Asta Able"]

    actions.be_named_no_more(able, at=MONDAY_9)

    assert answer_to(ROOF, reader=emil).experts == []
    assert not MayBeNamed.objects.exists()


def test_whoever_left_or_is_away_is_not_named(emil, able):
    from django.utils import timezone

    from samspil.people.queries import day_of

    today = day_of(timezone.now())
    Absence.objects.create(colleague=able, first_day=today, last_day=today)

    assert answer_to(ROOF, reader=emil).experts == []
    assert answer_to(ROOF, reader=able).experts == []


def test_whoever_has_least_to_do_is_named_first():
    def one(key, load, because=Because.ABILITY, *, agreed=True, here=True):
        return Candidate(key=key, because=because, agreed=agreed, here=here, load=load)

    found = named(
        [
            one(1, 5),
            one(2, 0),
            one(3, 0, Because.DOCUMENT, agreed=False),
            one(4, 1, agreed=False),
            one(5, 0, here=False),
            one(1, 5, Because.DOCUMENT),
            one(6, 9),
        ]
    )

    assert [(each.key, each.because) for each in found] == [
        (3, Because.DOCUMENT),
        (2, Because.ABILITY),
        (1, Because.DOCUMENT),
    ]


@pytest.mark.parametrize(
    ("ability", "question", "fits"),
    [
        ("ferie", "Hvem kender ferieloven?", True),
        ("Lohnabrechnung", "Wann kommt meine Lohnabrechnung?", True),
        ("travel expenses", "Who approves my travel expenses?", True),
        ("ferie", "Hvornår holder kantinen åbent?", False),
        ("the", "Who is the leader?", False),
    ],
)
def test_an_ability_fits_what_is_asked(ability, question, fits):
    assert knows([ability], question) is fits


def test_without_a_process_for_it_nothing_is_sent_and_it_is_said_so(bring, emil, client_of):
    bring()
    make_process(name="Customers")
    client = english(client_of(emil))

    with pytest.raises(actions.NoDesk):
        send(ROOF, by=emil)
    assert "A leader can set one up." in words(client.post("/knowledge/", {"question": ROOF}))
    client.post("/knowledge/questions/send/", {"question": ROOF})
    assert not QuestionCase.objects.exists()


def test_a_leader_chooses_the_process_but_never_one_of_customers(lene, emil, it):
    hr = make_process(name="HR", starter="hr")
    customers = make_process(name="Customers")
    assert desk() == it

    actions.choose_desk(hr, by=lene, at=MONDAY_9)

    assert desk() == hr
    with pytest.raises(actions.BadDesk):
        actions.choose_desk(customers, by=lene, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.choose_desk(it, by=emil, at=MONDAY_9)
    assert desk() == hr


def test_the_case_shows_what_was_found_only_to_whoever_may_see_it(bring, emil, lene, it, client_of):
    team = make_team(emil)
    bring(
        name="sheds.md",
        text="# Sheds\n\nThe bicycle shed opens at six in the morning.",
        secrecy=Secrecy.CONFIDENTIAL,
        team=team,
        owner=lene,
    )
    made = send("When does the bicycle shed open in the morning?", by=emil)
    outsider = make_colleague(Role.REVIEWER)
    address = f"/knowledge/cases/{made.case.public_id}/"
    assert client_of(outsider).get(address).status_code == 404
    it.levels.first().team.members.add(outsider)

    assert places_of(made, reader=lene)
    assert places_of(made, reader=outsider) == []
    shown = words(english(client_of(outsider)).get(address))
    assert "Emil Ansat" in shown
    assert "six in the morning" not in shown
    assert client_of(emil).get(address).status_code == 403


def test_what_changed_since_is_not_quoted_wrongly(bring, emil, lene, it):
    bring(name="sheds.md", text="# Sheds\n\nThe bicycle shed opens at six in the morning.")
    made = send("When does the bicycle shed open in the morning?", by=emil)
    assert places_of(made, reader=lene)

    document = bring(name="sheds.md", text="# Sheds\n\nNothing is said of it any more.")
    document.read_at = MONDAY_9.replace(hour=12)
    document.save()

    assert places_of(made, reader=lene) == []


def test_naming_experts_costs_the_same_for_one_and_for_three(bring, emil, able):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            assert answer_to(ROOF, reader=emil).experts
        return len(seen)

    bring()
    answer_to(ROOF, reader=emil)
    one = cost()
    for _ in range(2):
        other = make_colleague(Role.REVIEWER)
        other.abilities = ["roof"]
        other.save()
        actions.agree_to_be_named(other, at=MONDAY_9)

    assert cost() == one


def test_an_employee_sends_a_question_on_and_agrees_to_be_named(bring, emil, it, able, client_of):
    bring()
    client = english(client_of(emil))
    shown = words(client.post("/knowledge/", {"question": ROOF}))
    assert "Asta Able" in shown

    sent = client.post(
        "/knowledge/questions/send/",
        {"question": ROOF, "expert": str(able.public_id), "words": ""},
        follow=True,
    )
    client.post("/knowledge/questions/named/", {"named": "yes"})

    assert "you would like Asta Able to answer" in words(sent)
    assert QuestionCase.objects.get().expert == able
    assert MayBeNamed.objects.filter(colleague=emil).exists()
    assert "Somebody would like you to answer" in words(
        english(client_of(able)).get("/knowledge/questions/")
    )
