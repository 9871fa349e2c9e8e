"""Nothing is read of employees' feelings: not as a reason, not as a quote, by no door."""

import json
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from samspil.core.looking import ask
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.core.skill import Brief, Evidence, Ground, Proposal, Senders
from samspil.inbox.queries import look_in
from samspil.people.actions import make_token
from samspil.skills.triage.cues import cues
from samspil.work import actions
from samspil.work.models import Process
from samspil.work.models import Proposal as Kept
from tests.factories import (
    ANGRY,
    MONDAY_9,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

pytestmark = pytest.mark.either

UNHAPPY = (
    ANGRY,
    "Jeg er meget utilfreds med min lønseddel. Hvor er mit tillæg?",
    "Ich bin sehr unzufrieden mit meiner Gehaltsabrechnung für Mai.",
    "I am very dissatisfied with my payslip, the supplement for May is missing.",
)
HARD_PLACE = (
    "My husband passed away and I am in debt. Where is my payslip for May?",
    "Min mor er gået bort, og jeg kan ikke betale huslejen. Hvornår kommer min løn?",
    "Meine Frau ist schwer krank, ich habe kein Geld mehr. Wo ist meine Gehaltsabrechnung?",
)
OF_THEM = (*UNHAPPY, *HARD_PLACE)
LATER = MONDAY_9 + timedelta(hours=1)


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.OWNER)


@pytest.fixture(params=["hr", "it"])
def staff(request, anna):
    """A process that employees write to."""
    return make_process(team=make_team(anna), starter=request.param)


@pytest.mark.parametrize("text", UNHAPPY)
def test_the_texts_would_be_called_dissatisfied_if_customers_wrote_them(organisation, text):
    assert make_waiting(make_process(), text).reason == Reason.DISSATISFIED


@pytest.mark.parametrize("text", HARD_PLACE)
def test_the_texts_would_be_called_a_hard_place_if_customers_wrote_them(organisation, text):
    assert make_waiting(make_process(), text).reason == Reason.VULNERABLE


@pytest.mark.parametrize("text", OF_THEM)
def test_no_case_of_an_employee_is_called_dissatisfied_or_quoted(staff, text):
    case = make_waiting(staff, text)

    kept = Kept.objects.get(case=case)
    assert case.reason not in (Reason.DISSATISFIED, Reason.VULNERABLE)
    assert case.quote == "" or case.reason == Reason.SPECIAL_DATA
    assert not {"dissatisfied", "vulnerable"} & {one["ground"] for one in kept.evidence}


@pytest.mark.parametrize("text", OF_THEM)
def test_a_further_message_of_an_employee_does_not_raise_the_risk(staff, text):
    case = make_waiting(staff, "How many days of holiday do I have left? My VPN is fine.")
    before = (case.reason, case.risk, case.quote)
    actions.receive(actions.Arrival(text=text), case=case, at=LATER)

    actions.look_again([case.pk], at=LATER)

    case.refresh_from_db()
    assert (case.reason, case.risk, case.quote) == before


@pytest.mark.parametrize("text", OF_THEM)
def test_the_dry_look_finds_no_feelings_either(staff, text):
    look = look_in(staff, [text])[0]

    assert look.cue is None
    assert {passage.ground for passage in look.evidence} <= {Ground.TOPIC}


@pytest.mark.parametrize("text", OF_THEM)
def test_programs_that_look_are_told_of_no_feelings(staff, anna, client, text):
    token = make_token(colleague=anna, name="shop", at=MONDAY_9)

    answer = client.post(
        "/api/v1/triage",
        {"process": str(staff.public_id), "messages": [{"text": text}]},
        content_type="application/json",
        HTTP_AUTHORIZATION=f"Bearer {token}",
    )

    assert answer.status_code == 200
    assert answer.json()["looks"][0]["cue"] is None
    assert "issatisfied" not in json.dumps(
        [one["ground"] for one in answer.json()["looks"][0]["evidence"]]
    )


def test_the_command_that_looks_tells_of_no_feelings(staff, tmp_path, capsys):
    path = tmp_path / "mails.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in UNHAPPY))

    call_command("triage", str(path), "--process", staff.name)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["cue"] for line in lines] == [None] * len(UNHAPPY)


def test_a_skill_that_breaks_the_rule_is_not_listened_to():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Prying:
        name: str = "prying"
        version: str = "1"
        purpose: str = "Finds what it may not."

        def propose(self, briefs: list[Brief], /) -> list[Proposal]:
            found = [
                Evidence(ground=ground, start=0, end=1, quote=brief.text[:1])
                for brief in briefs
                for ground in Ground
            ]
            return [Proposal(options=(), evidence=tuple(found), language="en")]

    heard = {
        senders: ask(Prying(), ["x"], senders=senders)[0]  # type: ignore[arg-type]  # a list will do
        for senders in Senders
    }

    grounds = {
        senders: {passage.ground for passage in one.evidence}
        for senders, one in heard.items()
        if one
    }
    assert grounds == {
        Senders.CUSTOMERS: set(Ground),
        Senders.EMPLOYEES: set(Ground) - {Ground.DISSATISFIED, Ground.VULNERABLE},
    }


@pytest.mark.parametrize("text", UNHAPPY)
def test_dissatisfaction_is_not_even_looked_for(text):
    assert {one.ground for one in cues(text)} == {Ground.DISSATISFIED}
    assert cues(text, senders=Senders.EMPLOYEES) == ()


@pytest.mark.parametrize("text", HARD_PLACE)
def test_a_hard_place_is_not_even_looked_for(text):
    assert {one.ground for one in cues(text)} == {Ground.VULNERABLE}
    assert cues(text, senders=Senders.EMPLOYEES) == ()


def test_a_customers_case_and_an_employees_never_become_one(staff, anna):
    theirs = make_waiting(make_process(team=make_team(anna)), ANGRY)
    ours = make_waiting(staff)

    for one, other in ((theirs, ours), (ours, theirs)):
        with pytest.raises(actions.CannotPart, match="cannot become one"):
            actions.merge(one, into=other, by=anna, at=LATER)


def test_the_database_refuses_a_process_of_hr_that_hears_customers(staff):
    with pytest.raises(IntegrityError), transaction.atomic():
        Process.objects.filter(pk=staff.pk).update(senders=Senders.CUSTOMERS)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Jeg bliver mobbet af en kollega og vil tale med nogen om chikane.", "conflict"),
        ("Ich melde mich für diese Woche krank, Attest folgt.", "sick_note"),
        ("I have decided to hand in my resignation, where do I send the letter?", "dismissal"),
    ],
)
def test_listed_topics_go_to_an_experienced_person_without_a_label(anna, text, topic):
    case = make_waiting(make_process(team=make_team(anna), starter="hr"), text)

    assert (case.topic, case.route, case.level) == (topic, "person", "3")
    assert (case.reason, case.quote) == (Reason.PERSONS_TOPIC, "")


def test_an_employee_who_asks_for_a_person_gets_one(anna):
    text = "Jeg vil gerne tale med et menneske om min lønseddel for maj."

    case = make_waiting(make_process(team=make_team(anna), starter="hr"), text)

    assert (case.route, case.reason) == ("person", Reason.WANTS_PERSON)


@pytest.mark.parametrize(
    ("starter", "text", "topic"),
    [
        ("hr", "Hvor mange feriedage har jeg til gode i år?", "holiday"),
        ("hr", "Auf meiner Gehaltsabrechnung fehlt etwas.", "payslip"),
        ("it", "Mein Drucker druckt nicht mehr.", "printer"),
        ("it", "I have forgotten my password", "password"),
    ],
)
def test_ai_sorts_from_the_first_message(anna, starter, text, topic):
    case = make_waiting(make_process(team=make_team(anna), starter=starter), text)

    assert case.topic == topic
    assert Kept.objects.get(case=case).draft


def test_with_own_topics_ai_sorts_nothing_before_it_is_taught(anna):
    case = make_waiting(make_process(team=make_team(anna), starter=""))

    assert (case.topic, case.route, case.reason) == ("", "person", Reason.NO_PROPOSAL)
    assert Kept.objects.get(case=case).options == []
