"""Whoever answers for a document is asked when its day comes, and not every day."""

from datetime import date, timedelta

import pytest

from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.knowledge import actions, queries
from tests.factories import MONDAY_9, entered, make_colleague, make_team
from tests.knowledge.looking import look
from tests.pages import english

TODAY = MONDAY_9.date()
NEXT_YEAR = date(2027, 3, 2)


def asked(reader, day=TODAY):
    return [one.name for one, _ in queries.reviews_for(reader, today=day).shown]


@pytest.mark.parametrize(("days", "is_asked"), [(15, False), (14, True), (0, True), (-400, True)])
def test_the_owner_is_asked_from_two_weeks_before_the_day(bring, lene, days, is_asked):
    bring(review_on=TODAY + timedelta(days=days))

    assert bool(asked(lene)) is is_asked


def test_without_a_day_nobody_is_asked(bring, lene):
    bring()

    assert asked(lene) == []


def test_only_the_owner_is_asked(bring, emil, lene):
    bring(review_on=TODAY, owner=emil)

    assert asked(emil) == ["handbook.md"]
    assert asked(lene) == []


def test_one_press_moves_the_day_on(bring, emil):
    document = bring(review_on=TODAY - timedelta(days=90), owner=emil)

    actions.confirm_document(document, by=emil, at=MONDAY_9)
    actions.confirm_document(document, by=emil, at=MONDAY_9)

    document.refresh_from_db()
    assert document.review_on == NEXT_YEAR
    assert asked(emil) == []
    assert Entry.objects.filter(event="document_confirmed").count() == 1


def test_the_day_moves_on_by_the_months_of_the_source(add, lene):
    source = add(review_months=6)
    look(source)
    document = source.items.first().document

    actions.confirm_document(document, by=lene, at=MONDAY_9 + timedelta(days=200))

    document.refresh_from_db()
    assert document.review_on == date(2027, 3, 18)


def test_who_says_not_now_is_left_alone_for_a_month(bring, lene):
    document = bring(review_on=TODAY)

    actions.ask_later(document, by=lene, at=MONDAY_9)

    assert asked(lene, TODAY + timedelta(days=29)) == []
    assert asked(lene, TODAY + timedelta(days=30)) == ["handbook.md"]
    row = queries.row_of(document, today=TODAY)
    assert row.stale


def test_nobody_says_it_for_another(bring, emil, lene):
    document = bring(review_on=TODAY)

    for act in (actions.confirm_document, actions.ask_later):
        with pytest.raises(NotAllowed):
            act(document, by=emil, at=MONDAY_9)
    document.refresh_from_db()
    assert document.review_on == TODAY


def test_leaders_see_what_nobody_answers_for(bring, lene, emil):
    ida = make_colleague(Role.EMPLOYEE, name="Ida")
    bring(name="a.md")
    bring(name="b.md", owner=ida)
    bring(name="c.md", owner=ida, secrecy="confidential", team=make_team(emil))
    assert queries.reviews_for(lene, today=TODAY).nobodys == 0

    type(ida).objects.filter(pk=ida.pk).update(left_at=MONDAY_9)

    assert queries.reviews_for(lene, today=TODAY).nobodys == 1
    assert queries.reviews_for(emil, today=TODAY).nobodys == 0
    rows, _ = queries.document_page(lene, queries.Find(nobodys=True), today=TODAY)
    assert [row.document.name for row in rows] == ["b.md"]


@pytest.mark.parametrize("many", [1, 3])
def test_the_question_costs_the_same_for_one_as_for_three(
    many, bring, lene, django_assert_num_queries
):
    for number in range(many):
        bring(name=f"{number}.md", review_on=TODAY)
    reader = entered(lene)

    with django_assert_num_queries(2):
        assert queries.reviews_for(reader, today=TODAY).many == many


def test_a_press_on_today_leads_back_to_today(bring, lene, client_of):
    document = bring(review_on=TODAY)
    client = english(client_of(lene))

    page = client.get("/knowledge/yours/").content.decode()
    assert "It still holds, until" in page

    answer = client.post(
        f"/knowledge/documents/{document.public_id}/confirm/", HTTP_REFERER="http://testserver/"
    )
    assert answer["Location"] == "/"
    assert "It still holds, until" not in client.get("/knowledge/yours/").content.decode()
