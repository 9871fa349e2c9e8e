"""LR1: twenty ways around the ban on reading how employees and applicants feel. None leads past."""

import json
from dataclasses import dataclass, fields, replace

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from samspil.adapters.reading import UnreadableDocument, read
from samspil.config.environment import Environment
from samspil.core.affect import named_feeling
from samspil.core.check_skill import NonConforming, check_skill
from samspil.core.file_kinds import ENDINGS
from samspil.core.gateway.allowing import Purpose
from samspil.core.looking import ask
from samspil.core.roles import Role
from samspil.core.routing import Level, Reason
from samspil.core.skill import Brief, Evidence, Ground, Option, Proposal, Senders
from samspil.core.topics import TopicText
from samspil.people.actions import make_token
from samspil.skills.registry import SKILLS, starter_topics
from samspil.work import actions
from samspil.work.models import Case, Process
from samspil.work.models import Proposal as Kept
from tests.factories import (
    ANGRY,
    MONDAY_9,
    make_case,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

APPLICANT = "I am very dissatisfied: when will you answer my job application as a fitter?"
MOODS = ["mood", "Humør", "humoer", "Stimmung", "Frustration", "Engagement", "m​ood", "STRESS"]


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.OWNER, email="anna@example.com")


@pytest.fixture
def staff(anna):
    return make_process(team=make_team(anna), starter="it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prying:
    """A skill that looks for what it may not."""

    ground: Ground = Ground.DISSATISFIED
    result: str = "printer"
    name: str = "prying"
    version: str = "1"
    purpose: str = "Finds how people feel."

    def propose(self, briefs, /):
        return [self._one(brief) if brief.text.strip() else NONE for brief in briefs]

    def _one(self, brief):
        found = Evidence(ground=self.ground, start=0, end=1, quote=brief.text[:1])
        options = (Option(result=self.result, confidence=0.9),)
        return Proposal(options=options, evidence=(found,), language="en", sureness=0.9)


NONE = Proposal(options=(), evidence=(), language=None)


def heard_of(skill, text, *, senders=Senders.EMPLOYEES):
    """What is passed on of what the skill found."""
    (one,) = ask(skill, [text], senders=senders)
    assert one is not None
    return one


@pytest.mark.parametrize("ground", [Ground.DISSATISFIED, Ground.VULNERABLE, "mood", "sad"])
def test_lr1_ways_1_and_2_a_skill_finds_it_or_gives_it_another_name(ground):
    heard = heard_of(Prying(ground=ground), "I am sad")

    assert heard.evidence == ()
    with pytest.raises(NonConforming):
        check_skill(Prying(ground=ground))


def test_lr1_way_3_a_skill_calls_its_result_a_feeling():
    heard = heard_of(Prying(ground=Ground.TOPIC, result="angry"), "x")

    assert heard.options == ()
    with pytest.raises(NonConforming):
        check_skill(Prying(ground=Ground.TOPIC, result="angry"))


def test_lr1_way_4_a_skill_is_shown_nothing_but_text():
    assert {each.name for each in fields(Brief)} == {"text", "senders"}
    assert all(entry.about.reads.startswith("The text") for entry in SKILLS.values())


@pytest.mark.parametrize("name", MOODS)
def test_lr1_way_5_a_topic_is_called_a_feeling(staff, anna, name):
    with pytest.raises(actions.NamesFeeling, match="says how somebody feels"):
        actions.add_topic(staff, level=Level.STANDARD, names={"en": name}, by=anna, at=MONDAY_9)

    assert not any(named_feeling(topic.key) for topic in staff.topics.all())


def test_lr1_way_6_a_topic_is_called_so_later(staff, anna):
    topic = staff.topics.get(key="printer")

    with pytest.raises(actions.NamesFeeling):
        actions.change_topic(
            topic, TopicText(key="printer", names={"da": "Vrede"}), by=anna, at=MONDAY_9
        )


def test_lr1_way_7_topics_are_brought_in_a_file(staff, tmp_path):
    path = tmp_path / "topics.csv"
    path.write_text("name_en,level\nMood,1\n")

    with pytest.raises(CommandError, match="Rows left out: 1"):
        call_command("topics", str(path), "--process", staff.name, "--apply")

    assert not staff.topics.filter(key="mood").exists()


def test_lr1_way_8_a_program_adds_such_a_topic(staff, anna, client):
    answer = client.post(
        f"/api/v1/processes/{staff.public_id}/topics",
        {"topics": [{"topic": "mood", "name_en": "Mood", "level": "1"}]},
        content_type="application/json",
        HTTP_AUTHORIZATION=f"Bearer {make_token(colleague=anna, name='x', at=MONDAY_9)}",
    )

    assert "says how somebody feels" in answer.content.decode()
    assert not staff.topics.filter(key="mood").exists()


def test_lr1_way_9_ai_learns_it_from_examples(staff):
    actions.use_model(
        staff, model_file="", topics=["mood", "printer"], version="2", by=None, at=MONDAY_9
    )

    assert not staff.topics.filter(key="mood").exists()
    assert staff.topics.filter(key="printer").exists()


def test_lr1_way_10_a_process_begins_with_such_topics(anna):
    with pytest.raises(actions.NamesFeeling):
        actions.begin_process(
            name="Wellbeing", team=make_team(anna), senders=Senders.EMPLOYEES, starter="",
            topics=[TopicText(key="t", names={"da": "Medarbejdernes stemning"})],
            by=anna, at=MONDAY_9,
        )  # fmt: skip


def test_lr1_way_11_a_process_of_customers_becomes_one_of_employees(staff, anna):
    customers = make_process(team=make_team(anna))
    customers.senders = Senders.EMPLOYEES
    staff.senders = Senders.CUSTOMERS

    for process in (customers, staff):
        with pytest.raises(IntegrityError), transaction.atomic():
            process.save()


def test_lr1_way_12_sql_changes_who_writes(anna):
    process = make_process(team=make_team(anna), starter="")

    with (
        pytest.raises(IntegrityError, match="never changes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE work_process SET senders = 'employees' WHERE id = %s", [process.pk])


def test_lr1_way_13_sql_writes_a_feeling_on_an_employees_case(staff):
    case = make_case(staff, "My printer is broken")

    for reason in (Reason.DISSATISFIED, Reason.VULNERABLE):
        with pytest.raises(IntegrityError, match="how employees feel"), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(reason=reason)


def test_lr1_way_14_an_employee_writes_to_the_customers_process(anna):
    process = make_process(team=make_team(anna))
    theirs = make_case(process, ANGRY, sender="Anna@Example.com")
    customers = make_case(process, ANGRY, sender="kunde@example.com")

    actions.propose_and_route([theirs.pk, customers.pk], at=MONDAY_9)

    theirs.refresh_from_db()
    customers.refresh_from_db()
    assert customers.reason == Reason.DISSATISFIED
    assert theirs.reason != Reason.DISSATISFIED
    assert _grounds(theirs) <= {"topic"}


def test_lr1_way_15_an_employee_writes_there_again(anna):
    process = make_process(team=make_team(anna))
    case = make_case(process, sender="anna@example.com")
    actions.propose_and_route([case.pk], at=MONDAY_9)
    again = actions.Arrival(text=ANGRY, sender="anna@example.com")
    actions.receive(again, case=case, at=MONDAY_9)

    actions.look_again([case.pk], at=MONDAY_9)

    case.refresh_from_db()
    assert case.reason != Reason.DISSATISFIED


def test_lr1_way_16_an_applicant_writes_to_the_customers_process(anna):
    case = make_waiting(make_process(team=make_team(anna)), APPLICANT)

    assert case.topic == "job_application_question"
    assert case.reason == Reason.ABOUT_PEOPLE
    assert _grounds(case) <= {"topic"}


def _grounds(case):
    return {one["ground"] for one in Kept.objects.get(case=case).evidence}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("talk.wav", b"RIFF\x24\x00\x00\x00WAVEfmt "),
        ("talk.mp3", b"ID3\x03\x00\x00\x00"),
        ("talk.mp4", b"\x00\x00\x00\x18ftypmp42"),
        ("face.png", b"\x89PNG\r\n\x1a\n"),
        ("face.jpg", b"\xff\xd8\xff\xe0"),
    ],
)
def test_lr1_way_17_a_voice_or_a_face_is_uploaded(name, raw):
    with pytest.raises(UnreadableDocument):
        read(name, raw)

    assert not any(kind.startswith(("audio/", "video/")) for kind in ENDINGS)


def test_lr1_way_18_the_environment_asks_for_it(monkeypatch):
    settings = [name for name in Environment.model_fields if named_feeling(name)]
    monkeypatch.setenv("SAMSPIL_EMOTIONS", "on")
    monkeypatch.setenv("SAMSPIL_NEVER_OF_EMPLOYEES", "")

    heard = heard_of(Prying(), "I am sad")

    assert (settings, heard.evidence) == ([], ())


def test_lr1_way_19_a_language_model_is_asked_for_it():
    assert not any(named_feeling(purpose) for purpose in Purpose)


def test_lr1_way_20_a_program_makes_hr_hear_customers(anna, client):
    answer = client.post(
        "/api/v1/processes",
        {
            "name": "HR", "kind": "hr", "senders": "customers",
            "team": str(make_team(anna).public_id),
        },
        content_type="application/json",
        HTTP_AUTHORIZATION=f"Bearer {make_token(colleague=anna, name='x', at=MONDAY_9)}",
    )  # fmt: skip

    assert answer.status_code in (201, 409, 422), answer.content
    assert not Process.objects.filter(starter="hr", senders=Senders.CUSTOMERS).exists()


def test_lr1_the_topics_that_come_along_name_no_feeling():
    for starter in ("hr", "it"):
        for topic in starter_topics(starter):
            assert not any(map(named_feeling, (topic.key, *topic.names.values())))


def test_lr1_customers_topics_may_be_called_what_they_are(anna):
    process = make_process(team=make_team(anna))

    made = actions.add_topic(
        process, level=Level.STANDARD, names={"en": "Dissatisfied with us"}, by=anna, at=MONDAY_9
    )

    assert made.key == "dissatisfied_with_us"


def test_lr1_what_is_heard_of_customers_stays_as_it_was():
    heard = heard_of(Prying(), "I am sad", senders=Senders.CUSTOMERS)

    assert heard == replace(Prying().propose([Brief(text="I am sad")])[0])
    assert json.dumps([one.ground for one in heard.evidence]) == '["dissatisfied"]'
