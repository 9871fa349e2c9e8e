"""A stranger comes back to their page."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.core.secret_links import secret_link
from samspil.inbox import actions
from samspil.inbox.models import StatusLink
from samspil.review import actions as marks
from samspil.tenancy.actions import enter
from samspil.web.marks import began
from samspil.work import actions as work
from samspil.work.models import Attachment, Case, Message, Outgoing, Proposal
from tests.factories import make_colleague, make_process, make_team, make_waiting
from tests.inbox.forms import make_form, plan, secret_of, stranger, write
from tests.pages import source, words

pytestmark = [pytest.mark.either, pytest.mark.usefixtures("home")]

NOW = timezone.now()
SOON = NOW + timedelta(hours=1)
ANSWER = "It leaves our house on Friday. It reaches you early next week."


@pytest.fixture
def anna(organisation):
    cache.clear()
    return make_colleague(Role.PROCESS_OWNER, Role.REVIEWER, name="Anna Lund")


@pytest.fixture
def form(anna):
    process = make_process(team=make_team(anna), name="Service")
    return make_form(process, by=anna, slug="nordlys")


@pytest.fixture
def secret(form):
    return secret_of(write(form, mail="kunde@example.com"))


def case_of(secret: str) -> Case:
    return Case.objects.get(channel="form")


def looked_at(case: Case) -> Case:
    work.propose_and_route([case.pk], at=NOW)
    case.refresh_from_db()
    return case


def answered(case: Case, anna, *, text: str = ANSWER) -> Case:
    case.refresh_from_db()
    if case.stage == Stage.ARRIVED:
        looked_at(case)
    work.claim(case, by=anna, at=NOW)
    work.decide(case, answer=text, topic="", by=anna, at=SOON)
    case.refresh_from_db()
    return case


def page_of(secret: str) -> str:
    return words(stranger().get(f"/f/status/{secret}/"))


def more(secret: str, *, text: str = "One more thing", **typed):
    link = StatusLink.objects.get()
    mark = began(str(link.public_id), at=timezone.now() - timedelta(minutes=1))
    return stranger().post(f"/f/status/{secret}/", {"mark": mark, "message": text, **typed})


def test_the_receipt_shows_number_copy_and_when_to_expect_an_answer(secret):
    page = page_of(secret)

    assert "We have your message" in page
    assert case_of(secret).external_id in page
    assert "When does my pump arrive?" in page
    assert "You can expect an answer" in page
    assert "Keep the address of this page" in page


def test_the_page_is_kept_nowhere_and_told_to_nobody(secret):
    answer = stranger().get(f"/f/status/{secret}/")

    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert not answer.cookies


def test_the_steps_follow_the_case(secret, anna):
    def current() -> str:
        found = source(stranger().get(f"/f/status/{secret}/"))
        return found.partition('aria-current="step"')[2].partition("</li>")[0]

    arrived = current()
    case = looked_at(case_of(secret))
    waiting = current()
    answered(case, anna)

    assert "Being read" in arrived
    assert "With a person" in waiting
    assert current() == ""
    assert "Your answer is here" in page_of(secret)
    assert ANSWER in page_of(secret)


def test_nothing_from_inside_is_shown(secret, anna):
    case = looked_at(case_of(secret))
    marks.write_note(case, text="Difficult customer, beware", by=anna, at=NOW)
    marks.tag(case, name="troublemaker", by=anna, at=NOW)
    work.attach(case, name="internal.pdf", content=b"%PDF-1.7 x", by=anna, at=NOW)
    draft = Proposal.objects.get(case=case).draft
    work.claim(case, by=anna, at=NOW)
    before = page_of(secret)
    work.decide(case, answer=draft, topic=case.topic, by=anna, at=SOON)

    page = source(stranger().get(f"/f/status/{secret}/"))

    inside = ("beware", "troublemaker", "internal.pdf", "Anna", "in 100", "kunde@example.com")
    assert draft
    assert not any(one in page or one in before for one in inside)
    assert "AI-assisted, approved by a person" in page
    assert "/verify/" in page


def test_names_are_shown_where_the_company_chose_so(form, secret, anna):
    actions.set_form(form.process, plan(show_names=True), by=anna, at=NOW)
    answered(case_of(secret), anna)

    assert "Reply by Anna Lund" in page_of(secret)


def test_a_further_message_joins_and_reopens(secret, anna):
    case = answered(case_of(secret), anna)

    sent = more(secret)

    case.refresh_from_db()
    assert sent.status_code == 303
    assert (case.stage, case.round) == (Stage.ARRIVED, 2)
    assert "One more thing" in page_of(secret)
    assert "Your answer is here" not in page_of(secret)


def test_a_further_message_sent_twice_joins_once(secret):
    link = StatusLink.objects.get()
    mark = began(str(link.public_id), at=timezone.now() - timedelta(minutes=1))

    more(secret, mark=mark)
    more(secret, mark=mark)

    assert Message.objects.filter(text="One more thing").count() == 1


def test_files_alone_can_follow(secret):
    bill = SimpleUploadedFile("bill.pdf", b"%PDF-1.7 a bill")

    assert more(secret, text="", files=[bill]).status_code == 303
    assert Attachment.objects.get().name == "bill.pdf"
    assert "bill.pdf" in page_of(secret)


def test_nothing_at_all_is_an_error(secret):
    assert more(secret, text="  ").status_code == 422


def test_a_person_can_be_asked_for_at_any_time(secret):
    case = looked_at(case_of(secret))
    assert case.reason != Reason.WANTS_PERSON

    stranger().post(f"/f/status/{secret}/", {"person": "yes"})

    case.refresh_from_db()
    assert (case.route, case.reason, case.risk) == ("person", Reason.WANTS_PERSON, 0.8)
    assert "AI reads nothing further" in page_of(secret)


def test_who_asks_while_ai_is_looking_gets_a_person(secret):
    stranger().post(f"/f/status/{secret}/", {"person": "yes"})

    case = looked_at(case_of(secret))

    assert (case.route, case.reason) == ("person", Reason.WANTS_PERSON)
    assert not Proposal.objects.exists()


def test_ai_reads_nothing_of_what_follows_the_wish(secret):
    case = looked_at(case_of(secret))
    stranger().post(f"/f/status/{secret}/", {"person": "yes"})
    more(secret, text="I am very dissatisfied with your service.")

    assert work.look_again([case.pk], at=SOON) == 0


def test_asking_for_a_person_after_the_answer_opens_the_case(secret, anna):
    case = answered(case_of(secret), anna)

    stranger().post(f"/f/status/{secret}/", {"person": "yes"})

    case.refresh_from_db()
    assert case.stage == Stage.ARRIVED
    assert looked_at(case).route == "person"


def test_a_waiting_case_that_is_withdrawn_is_closed(secret):
    case = looked_at(case_of(secret))

    stranger().post(f"/f/status/{secret}/", {"withdraw": "yes"})

    case.refresh_from_db()
    assert case.stage == Stage.CLOSED
    assert "You need no answer any more" in page_of(secret)


def test_a_held_case_that_is_withdrawn_is_not_answered_unaware(secret, anna):
    case = looked_at(case_of(secret))
    work.claim(case, by=anna, at=NOW)

    stranger().post(f"/f/status/{secret}/", {"withdraw": "yes"})

    with pytest.raises(work.NewMessage):
        work.decide(case, answer=ANSWER, topic="", by=anna, at=SOON, read=work.Read(messages=1))


def test_writing_again_takes_the_withdrawal_back(secret):
    case = looked_at(case_of(secret))
    stranger().post(f"/f/status/{secret}/", {"withdraw": "yes"})

    more(secret)

    case.refresh_from_db()
    assert case.stage == Stage.ARRIVED
    assert case.entry.withdrawn_at is None


def test_the_page_is_over_some_time_after_closing(form, secret, anna):
    actions.set_form(form.process, plan(status_days=30), by=anna, at=NOW)
    case = answered(case_of(secret), anna)

    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now() - timedelta(days=29))
    still = stranger().get(f"/f/status/{secret}/")
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now() - timedelta(days=30))
    over = stranger().get(f"/f/status/{secret}/")

    assert (still.status_code, over.status_code) == (200, 404)
    assert "its time is over" in words(over)


def test_a_wrong_secret_looks_like_one_whose_time_is_over(secret, anna):
    case = answered(case_of(secret), anna)
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now() - timedelta(days=91))
    over = source(stranger().get(f"/f/status/{secret}/"))

    wrong = stranger().get(f"/f/status/{secret[:-6]}AAAAAA/")
    garbage = stranger().get(f"/f/status/{'x' * 54}/")

    assert (wrong.status_code, garbage.status_code) == (404, 404)
    assert source(wrong) == source(garbage) == over


def test_guessing_is_slowed_down(one_minute, secret):
    answers = [stranger().get(f"/f/status/{'x' * 54}/").status_code for _ in range(122)]

    assert answers[0] == 404
    assert answers[-1] == 429


def test_a_secret_of_another_organisation_opens_nothing(secret, other_organisation):
    link = StatusLink.objects.get()

    with enter(other_organisation):
        forged = secret_link(
            organisation=other_organisation.public_id, link=link.public_id, key=b"k" * 32
        )

    assert stranger().get(f"/f/status/{forged}/").status_code == 404


def test_a_merged_case_shows_how_it_goes_on(form, secret, anna):
    case = looked_at(case_of(secret))
    other = make_waiting(form.process, "The same, by mail")
    work.merge(case, into=other, by=anna, at=NOW)

    assert "With a person" in page_of(secret)
    answered(other, anna)

    assert ANSWER in page_of(secret)
    assert "The same, by mail" not in page_of(secret)


def test_what_was_answered_before_the_merging_stays_with_its_receiver(form, secret, anna):
    other = make_waiting(form.process, "Earlier matter")
    work.claim(other, by=anna, at=NOW - timedelta(hours=2))
    earlier = NOW - timedelta(hours=1)
    work.decide(other, answer="Your secret is 42.", topic="", by=anna, at=earlier)
    work.receive(work.Arrival(text="Again", sender="kunde@example.com"), case=other, at=earlier)
    looked_at(other)
    work.merge(looked_at(case_of(secret)), into=other, by=anna, at=NOW)

    assert "secret is 42" not in page_of(secret)


def test_merging_with_somebody_elses_case_shows_nothing_of_it(form, anna):
    secret = secret_of(write(form, mail="stranger@example.com"))
    other = make_waiting(form.process, "Somebody else's matter")
    work.merge(looked_at(case_of(secret)), into=other, by=anna, at=NOW)
    answered(other, anna, text="Dear Mr Holm, your heart medicine is on its way to you.")

    page = page_of(secret)

    assert "medicine" not in page
    assert "Somebody else" not in page
    assert "put together with another message" in page


def test_a_part_that_was_split_off_is_not_shown(secret, anna):
    case = looked_at(case_of(secret))
    more(secret, text="My neighbour's boiler hums too")
    made = work.split(Message.objects.get(text__contains="neighbour"), by=anna, at=NOW)
    answered(made, anna, text="The neighbour owes us three invoices as of today.")

    page = page_of(secret)

    assert made.pk != case.pk
    assert "neighbour" not in page
    assert "Your answer is here" not in page


def test_what_somebody_else_mailed_into_the_case_is_not_shown(secret):
    case = case_of(secret)
    for sender in ("kunde@example.com", "other@example.com", ""):
        arrival = work.Arrival(text=f"By mail from {sender or 'nobody'}", sender=sender)
        work.receive(arrival, case=case, at=SOON)

    assert "By mail from" not in page_of(secret)


def test_without_a_mail_address_the_answer_is_on_the_page_only(form, anna):
    secret = secret_of(write(form, name="Anne"))
    answered(case_of(secret), anna)

    assert Outgoing.objects.get().recipient == ""
    assert ANSWER in page_of(secret)


def test_the_page_costs_few_statements(secret, anna, django_assert_max_num_queries):
    more(secret)
    answered(case_of(secret), anna)
    client = stranger()
    with django_assert_max_num_queries(24):
        client.get(f"/f/status/{secret}/")
