"""Beside a case: tags, notes that name somebody, putting aside, merging, splitting, undoing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.journal.queries import about
from samspil.review import actions as marks
from samspil.review.models import Mention, Tag
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Message
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_waiting,
)
from tests.pages import source, words
from tests.review.test_queue import subjects


@pytest.fixture
def case(process, anna):
    return make_claimed(process, anna)


def post(browser, case, what, **data):
    return browser.post(f"/work/{case.public_id}/{what}/", data, follow=True)


def more(browser, case):
    return browser.get(f"/work/{case.public_id}/more/")


def test_a_tag_is_put_on_found_by_and_taken_off(annas, case, process):
    make_waiting(process)

    post(annas, case, "tag", name="  Spare Parts ")
    tag = Tag.objects.get()

    assert tag.name == "spare parts"
    assert "spare parts" in words(more(annas, case))
    assert len(subjects(annas.get("/work/", {"tag": str(tag.public_id)}))) == 1
    assert len(subjects(annas.get("/work/"))) == 2
    post(annas, case, f"untag/{tag.public_id}")
    assert not Tag.objects.exists()
    assert [entry.event for entry in about(str(case.public_id))][-2:] == ["tagged", "untagged"]


def test_what_a_case_wears_stands_beside_its_state_once_the_page_has_loaded(annas, case):
    post(annas, case, "tag", name="warranty")

    part = source(
        annas.get(
            f"/work/{case.public_id}/more/", headers={"HX-Request": "true", "HX-Target": "more"}
        )
    )

    assert 'id="case-tags"' in source(annas.get(f"/work/{case.public_id}/"))
    assert "warranty" in part.partition('id="case-tags"')[2]
    assert "case-tags" not in source(more(annas, case))


def test_a_tag_needs_a_name(annas, case):
    answer = post(annas, case, "tag", name=" ")

    assert answer.status_code == 422


def test_another_organisations_tag_does_not_exist(annas, case, other_organisation):
    with enter(other_organisation):
        theirs = Tag.objects.create(name="vip")

    assert "vip" not in words(more(annas, case))
    assert post(annas, case, f"untag/{theirs.public_id}").status_code == 404


def test_a_note_tells_whom_it_names(annas, browser_of, case):
    berit = make_colleague(name="Berit Lund")

    said = words(post(annas, case, "note", note="@Berit Lund, do you know this customer?"))

    assert "Note by Anna Holm, for colleagues only" in said
    told = browser_of(berit).get("/work/mentions/")
    assert "do you know this customer?" in words(told)
    mention = Mention.objects.get()
    answer = browser_of(berit).post(f"/work/mentions/{mention.public_id}/seen/", follow=True)
    assert case.subject in words(answer)
    assert "No note names you" in words(browser_of(berit).get("/work/mentions/"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@Berit please", ["Berit Lund"]),
        ("@berit lund and @Carl please", ["Berit Lund", "Carl Bo"]),
        ("@Carl please", ["Carl Bo"]),
        ("@Dorte please", []),
        ("@Dorte Ny please", ["Dorte Ny"]),
        ("@Hanne please", []),
        ("mail berit@example.com", []),
        ("@Anna myself", []),
        ("nobody", []),
    ],
)
def test_a_note_names_by_whole_name_or_by_a_first_name_only_one_has(anna, text, named):
    for name in ("Berit Lund", "Carl Bo", "Dorte Ny", "Dorte Gammel"):
        make_colleague(name=name)
    make_colleague(Role.HR, name="Hanne Vig")

    found = sorted(one.name for one in marks.named_in(text, writer=anna))

    assert found == named


def test_nobody_puts_away_what_names_another(annas, anna, case):
    berit = make_colleague(name="Berit Lund")
    marks.write_note(case, text="@Berit", by=anna, at=MONDAY_9)

    answer = annas.post(f"/work/mentions/{Mention.objects.get().public_id}/seen/")

    assert answer.status_code == 404
    assert Mention.objects.filter(colleague=berit, seen_at__isnull=True).exists()


def test_identity_numbers_in_notes_are_masked(annas, case):
    post(annas, case, "note", note="Her number is 010180-1234")

    assert "010180" not in Message.objects.latest("pk").text


def test_an_empty_note_is_refused_beside_the_field(annas, case):
    assert post(annas, case, "note", note="").status_code == 422


def test_a_case_is_put_aside_and_brought_back(annas, case):
    day = timezone.localdate() + timedelta(days=3)

    post(annas, case, "put-aside", day=day.isoformat())

    assert subjects(annas.get("/work/?whose=mine")) == []
    assert subjects(annas.get("/work/?whose=later")) == [ORDINARY]
    assert "It comes back on" in words(more(annas, case))
    post(annas, case, "put-aside", wake="yes")
    assert subjects(annas.get("/work/?whose=mine")) == [ORDINARY]


def test_a_day_gone_by_is_refused(annas, case):
    answer = post(annas, case, "put-aside", day="2020-01-01")

    assert answer.status_code == 422
    assert "Choose a time that is still to come." in words(answer)


def test_what_looks_the_same_is_offered_and_merged(annas, case, process):
    now = timezone.now()
    arrival = actions.Arrival(text=f"Again: {ORDINARY}", sender="kunde@example.com")
    other = actions.open_cases([arrival], process=process, at=now).cases[0]
    actions.propose_and_route([other.pk], at=now)
    Message.objects.filter(case=case).update(at=now)

    assert "The same sender asks much the same" in words(more(annas, case))
    post(annas, case, f"merge/{other.public_id}")

    other.refresh_from_db()
    assert other.merged_into == case
    assert "Again:" in words(annas.get(f"/work/{case.public_id}/"))
    assert "it is answered there" in words(annas.get(f"/work/{other.public_id}/"))
    assert "Undone." in words(post(annas, other, "undo"))


def test_another_organisations_case_cannot_be_merged(annas, case, other_organisation):
    with enter(other_organisation):
        theirs = make_waiting(make_process())

    assert post(annas, case, f"merge/{theirs.public_id}").status_code == 404


def test_a_message_about_something_else_becomes_a_case(annas, case):
    more_said = actions.Arrival(text="And where is my invoice?")
    actions.receive(more_said, case=case, at=MONDAY_9 + timedelta(hours=1))

    answer = post(annas, case, "split", message=Message.objects.latest("pk").pk)

    assert "The message is a case of its own now." in words(answer)
    assert case.messages.count() == 1


@pytest.mark.parametrize(("sender", "told"), [("", True), ("kunde@example.com", False)])
def test_a_split_off_part_whose_sender_left_no_address_says_that_nothing_is_sent(
    annas, anna, case, sender, told
):
    more_said = actions.Arrival(text="And where is my invoice?", sender=sender)
    actions.receive(more_said, case=case, at=MONDAY_9 + timedelta(hours=1))
    made = actions.split(Message.objects.latest("pk"), by=anna, at=MONDAY_9 + timedelta(hours=2))

    shown = words(annas.get(f"/work/{made.public_id}/"))

    assert ("nothing that you write here is sent to them" in shown) is told
    assert "nothing that you write here" not in words(annas.get(f"/work/{case.public_id}/"))


@pytest.mark.parametrize("number", ["", "0", "x", "²"])
def test_a_message_that_is_not_here_is_not_split(annas, case, number):
    assert "does not stand in the case" in words(post(annas, case, "split", message=number))


def test_closing_without_a_reply_offers_to_undo_it(annas, anna, case):
    answer = post(annas, case, "decide", topic="", close="yes")

    assert f'action="/work/{case.public_id}/undo/"' in source(answer)
    post(annas, case, "undo")
    case.refresh_from_db()
    assert (case.stage, case.claimed_by) == (Stage.CLAIMED, anna)


def test_what_stands_beside_a_case_costs_the_same_for_one_and_for_three(annas, anna, case):
    counts = []
    for names in (("a",), ("b", "c")):
        for name in names:
            marks.tag(case, name=name, by=anna, at=MONDAY_9)
        with CaptureQueriesContext(connection) as statements:
            more(annas, case)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 12
