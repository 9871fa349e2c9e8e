"""Standard answers: used first where they fit, seen by whom they may, every change kept."""

from datetime import date, timedelta

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.knowledge.experts import Because
from samspil.core.knowledge.fitting import Worded, fit
from samspil.core.roles import NotAllowed, Role
from samspil.knowledge import actions
from samspil.knowledge.access import Stranger
from samspil.knowledge.models import AskedIn, Outcome, Secrecy, StandardAnswer, StandardVersion
from samspil.knowledge.queries import answer_to, ending_soon, standard_at, versions_of
from samspil.people.queries import day_of
from samspil.work.actions import decide
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team
from tests.pages import english, words

RETURN = "Can I return an item?"
LATER = date(2099, 1, 1)
HOLIDAYS = "How many days of holiday do I have?"


def said(*wordings, texts=None, **terms):
    given = {"review_on": LATER, **terms}
    return actions.Standard(
        wordings=wordings or (RETURN,),
        texts=texts or {"en": "Yes, within 30 days."},
        terms=actions.Terms(**given),
    )


@pytest.fixture
def make(lene):
    def do(*wordings, at=MONDAY_9, **more):
        return actions.make_standard(said(*wordings, **more), by=lene, at=at)

    return do


def told(question, reader):
    standard = answer_to(question, reader=reader).standard
    return standard.text if standard else None


def test_a_standard_answer_comes_before_the_documents(bring, make, emil):
    bring()
    make(HOLIDAYS, texts={"en": "25, and 5 more from the sixth year."})

    found = answer_to("How many holiday days do we have?", reader=emil)

    assert found.standard is not None
    assert found.standard.text == "25, and 5 more from the sixth year."
    assert found.quotes == ()
    kept = actions.keep_question(found, asked_in=AskedIn.PAGE, at=MONDAY_9)
    assert kept.outcome == Outcome.STANDARD


@pytest.mark.parametrize(
    "question",
    [
        "Can I exchange an item?",
        "Can I return an item after 60 days?",
        "Can I not return an item?",
        "When can I return an item?",
        "Can I return an item to the shop in Aarhus?",
        "Who returns the item?",
    ],
)
def test_what_asks_for_something_else_is_not_answered_with_it(make, emil, question):
    make()

    assert told(RETURN, emil) == "Yes, within 30 days."
    assert told(question, emil) is None


def test_what_only_comes_near_is_offered_as_such(make, emil):
    make()

    found = answer_to("Can I return an item to the shop?", reader=emil)

    assert found.standard is None
    assert [one.answer.wordings for one in found.offered] == [[RETURN]]


def test_meaning_alone_never_makes_an_answer_fit():
    alike = np.full(4, 0.5, dtype=np.float32)

    near = fit(
        Worded(text="Is my invoice not paid?", vector=alike),
        [Worded(text="Is my invoice paid?", vector=alike)],
    )

    assert near is not None
    assert (near.nearness, near.fits) == (1.0, False)


def test_an_answer_that_has_ended_answers_nothing(make, emil):
    yesterday = day_of(timezone.now()) - timedelta(days=1)
    make(review_on=yesterday)

    assert told(RETURN, emil) is None
    assert answer_to(RETURN, reader=emil).offered == []


@pytest.fixture
def insiders(emil):
    return make_team(emil)


@pytest.mark.parametrize("secrecy", list(Secrecy))
@pytest.mark.parametrize("who", ["member", "owner", "colleague", "keeper", "stranger"])
def test_nobody_is_told_what_they_may_not_see(make, lene, emil, insiders, secrecy, who):
    confidential = secrecy == Secrecy.CONFIDENTIAL
    made = make(secrecy=secrecy, team=insiders if confidential else None, owner=lene)
    reader = {
        "member": emil,
        "owner": lene,
        "colleague": make_colleague(Role.EMPLOYEE),
        "keeper": make_colleague(Role.OWNER),
        "stranger": Stranger.ANYBODY,
    }[who]

    may = (
        secrecy == Secrecy.PUBLIC
        or (secrecy == Secrecy.INTERNAL and who != "stranger")
        or who in ("member", "owner")
    )

    assert (told(RETURN, reader) is not None) == may
    assert bool(answer_to("Can I return an item to the shop?", reader=reader).offered) == may
    if who != "stranger":
        found = StandardAnswer.objects.filter(pk=made.pk)
        if may:
            assert standard_at(made.public_id, reader=reader) == made
        else:
            assert found.exists()
            with pytest.raises(StandardAnswer.DoesNotExist):
                standard_at(made.public_id, reader=reader)


def test_a_change_of_who_may_see_it_holds_at_once(make, lene, emil):
    made = make()
    assert told(RETURN, emil)

    secret = said(secrecy=Secrecy.CONFIDENTIAL, team=make_team(), owner=lene)
    actions.change_standard(made, secret, seen=1, by=lene, at=MONDAY_9)

    assert told(RETURN, emil) is None
    assert told(RETURN, lene)


def test_every_change_is_kept_and_an_earlier_text_comes_back(make, lene, emil):
    made = make()
    actions.change_standard(
        made, said(texts={"en": "Yes, within 14 days."}), seen=1, by=lene, at=MONDAY_9
    )
    made.refresh_from_db()
    assert told(RETURN, emil) == "Yes, within 14 days."

    actions.restore_version(made, 1, seen=2, by=lene, at=MONDAY_9)

    assert told(RETURN, emil) == "Yes, within 30 days."
    assert [one.texts["en"][-8:] for one in versions_of(made)] == [
        "30 days.",
        "14 days.",
        "30 days.",
    ]
    assert [one.number for one in versions_of(made)] == [3, 2, 1]


def test_bringing_a_text_back_never_opens_it_to_more_people(make, lene, emil):
    made = make(secrecy=Secrecy.PUBLIC)
    secret = said(secrecy=Secrecy.CONFIDENTIAL, team=make_team(), owner=lene)
    actions.change_standard(made, secret, seen=1, by=lene, at=MONDAY_9)
    made.refresh_from_db()

    actions.restore_version(made, 1, seen=2, by=lene, at=MONDAY_9)

    assert told(RETURN, Stranger.ANYBODY) is None
    assert told(RETURN, emil) is None


def test_whoever_is_second_overwrites_nobody(make, lene):
    made = make()
    actions.change_standard(made, said(texts={"en": "A."}), seen=1, by=lene, at=MONDAY_9)

    with pytest.raises(actions.StaleStandard):
        actions.change_standard(made, said(texts={"en": "B."}), seen=1, by=lene, at=MONDAY_9)

    assert StandardVersion.objects.count() == 2


def test_only_its_owner_and_whoever_keeps_documents_change_it(make, lene, emil):
    made = make(owner=emil)
    other = make_colleague(Role.REVIEWER)

    with pytest.raises(NotAllowed):
        actions.change_standard(made, said(), seen=1, by=other, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.make_standard(said(), by=emil, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.remove_standards([made.pk], by=emil, at=MONDAY_9)
    actions.change_standard(made, said(owner=emil), seen=1, by=emil, at=MONDAY_9)


def test_a_removed_answer_comes_back_for_a_day_and_is_then_gone(make, lene, emil):
    made = make()

    actions.remove_standards([made.pk], by=lene, at=MONDAY_9)
    assert told(RETURN, emil) is None
    actions.restore_standards([made.pk], by=lene, at=MONDAY_9)
    assert told(RETURN, emil)
    actions.remove_standards([made.pk], by=lene, at=MONDAY_9)
    assert actions.sweep_standards(at=MONDAY_9 + timedelta(hours=23)) == 0
    assert actions.sweep_standards(at=MONDAY_9 + timedelta(days=1)) == 1
    assert not StandardVersion.objects.exists()


@pytest.mark.parametrize(
    ("wordings", "texts", "terms"),
    [
        ((" ",), {"en": "x"}, {}),
        ((RETURN,), {"en": "  "}, {}),
        ((RETURN,), {"fr": "Oui."}, {}),
        (("x" * 501,), {"en": "x"}, {}),
        ((RETURN,), {"en": "x"}, {"review_on": None}),
    ],
)
def test_what_is_missing_is_said(make, wordings, texts, terms):
    with pytest.raises(actions.BadStandard):
        make(*wordings, texts=texts, **terms)


def test_identity_numbers_are_masked(make):
    made = make("Who has the number 010180-1234?", texts={"en": "010180-1234 has."})

    assert "1234" not in f"{made.wordings} {made.texts}"


def test_its_owner_is_told_two_weeks_before_it_ends(make, lene, client_of):
    today = day_of(timezone.now())
    make(review_on=today + timedelta(days=14))
    make("What else?", review_on=today + timedelta(days=15))

    assert [one.wordings for one in ending_soon(lene, today=today)] == [[RETURN]]
    assert "does it still hold?" in words(english(client_of(lene)).get("/knowledge/yours/"))


def test_the_page_shows_owner_and_date(make, emil, client_of):
    make()

    shown = words(english(client_of(emil)).post("/knowledge/", {"question": RETURN}))

    assert "Yes, within 30 days." in shown
    assert "Lene Leder answers for it" in shown


def test_a_list_goes_out_and_comes_in_again(make, lene, client_of):
    made = make(RETURN, "Do you take goods back?")
    client = english(client_of(lene))
    out = client.get("/knowledge/answers/answers.csv").content.decode()
    changed = out.replace("within 30 days", "within 60 days")
    changed += ";When do you open?;;;At nine.;public;;;2099-01-01\r\n"
    changed += ";When do you close?;;;At five.;secret;;;2099-01-01\r\n"

    file = SimpleUploadedFile("answers.csv", changed.encode())
    shown = client.post("/knowledge/answers/list/", {"file": file})

    made.refresh_from_db()
    assert made.texts == {"en": "Yes, within 60 days."}
    assert made.wordings == [RETURN, "Do you take goods back?"]
    assert StandardAnswer.objects.count() == 2
    assert "Row 4: Who may see it is public, internal or confidential." in words(shown)


def test_a_decided_question_becomes_a_standard_answer(lene, client_of):
    process = make_process(team=make_team(lene), starter="it")
    case = make_claimed(process, lene, text="Where is the spare key?")
    decide(case, answer="In the blue box.", topic=case.topic, by=lene, at=MONDAY_9)
    page = english(client_of(lene)).get(f"/knowledge/answers/add/?case={case.public_id}")

    assert "Where is the spare key?" in page.content.decode()
    assert "In the blue box." in page.content.decode()


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.REVIEWER])
def test_who_may_only_ask_writes_none(make, role, client_of):
    made = make()
    client = english(client_of(make_colleague(role)))
    here = f"/knowledge/answers/{made.public_id}/"

    assert client.get("/knowledge/answers/").status_code == 200
    assert client.get(here).status_code == 200
    for address in ("/knowledge/answers/add/", "/knowledge/answers/list/", f"{here}change/"):
        assert client.get(address).status_code == 403
    for address in (f"{here}remove/", f"{here}restore/", f"{here}versions/"):
        assert client.post(address, {"number": "1"}).status_code == 403


def test_a_question_costs_the_same_beside_one_answer_and_beside_three(make, emil):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            answer_to("Can I return an item to the shop?", reader=emil)
        return len(seen)

    make()
    one = cost()
    make("When do you open?")
    make("Can I return an item to the baker?")

    assert cost() == one


def test_the_command_prints_the_standard_answer_with_owner_and_last_day(make, emil, capsys):
    make()

    call_command("ask", RETURN, "--email", emil.user.email)

    shown = capsys.readouterr().out
    assert "Yes, within 30 days." in shown
    assert "standard answer of Lene Leder, valid until 2099-01-01" in shown
    assert "do not answer" not in shown


def test_the_command_offers_what_only_comes_near(make, emil, capsys):
    make()

    call_command("ask", "Can I return an item to the shop?", "--email", emil.user.email)

    shown = capsys.readouterr().out
    assert "The documents do not answer this." in shown
    assert "Yes, within 30 days." not in shown
    assert f"comes near: {RETURN} (standard answer of Lene Leder" in shown
    assert "may know: Lene Leder" in shown


def test_whoever_answers_for_what_comes_near_may_know(make, lene, emil, client_of):
    make()
    question = "Can I return an item to the shop?"

    found = answer_to(question, reader=emil).experts

    assert [(one.colleague, one.because) for one in found] == [(lene, Because.ANSWER)]
    assert answer_to(question, reader=lene).experts == []
    assert answer_to(question, reader=Stranger.ANYBODY).experts == []
    shown = words(english(client_of(emil)).post("/knowledge/", {"question": question}))
    assert "answers for a standard answer that comes near" in shown


def test_whoever_answers_for_what_one_may_not_see_is_not_named(make, lene, emil):
    make(secrecy=Secrecy.CONFIDENTIAL, team=make_team(), owner=lene)

    assert answer_to("Can I return an item to the shop?", reader=emil).experts == []
