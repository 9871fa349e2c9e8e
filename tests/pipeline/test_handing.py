"""Items of the 90-day plan are given to people, and seen to by them."""

import re
from email import message_from_bytes
from email.policy import default

import pytest
from django.utils import timezone

from samspil.adapters import jobs
from samspil.core.pipeline.plan import Item
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.actions import make_token, take_on_ai
from samspil.pipeline import actions
from samspil.pipeline.models import Assignment, Initiative
from samspil.pipeline.queries import initiative_at, ninety_days
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, words
from tests.pipeline.conftest import a_plan

pytestmark = pytest.mark.either
GIVE, BACK = "/initiatives/plan/give/", "/initiatives/plan/give-back/"


@pytest.fixture
def idea(process, lene, emil):
    """An initiative that Lene answers for and Emil evaluates, just begun."""
    return actions.make_initiative(a_plan(process, lene, emil), by=lene, at=timezone.now())


@pytest.fixture
def sara(organisation):
    """Somebody who may see it, and has nothing to say in it."""
    return make_colleague(Role.EMPLOYEE, name="Sara Lund")


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


def who(item):
    """Who sees to an item by the plan, and whether it was given to them."""
    found = ninety_days(now=timezone.now()).items
    return next((one.who, one.given) for one in found if one.dated.item is item)


def give(idea, *items, to, by):
    things = [(idea, one) for one in items]
    return actions.hand_out(things, to=to, by=by, at=timezone.now())


def test_an_item_is_with_whom_it_was_given_to_and_falls_back_once_they_leave(idea, lene, sara):
    assert who(Item.BASELINE) == (lene, False)

    handed = give(idea, Item.BASELINE, Item.LAW, to=sara, by=lene)

    assert [(one.item, one.before, one.now) for one in handed] == [
        ("baseline", None, sara.pk), ("law", None, sara.pk)
    ]  # fmt: skip
    assert (who(Item.BASELINE), who(Item.CRITERIA)) == ((sara, True), (lene, False))
    assert give(idea, Item.BASELINE, to=sara, by=lene) == []
    assert Entry.objects.filter(event="plan_item_given").count() == 2
    sara.left_at = timezone.now()
    sara.save()
    assert who(Item.BASELINE) == (lene, False)


def test_they_are_written_to_once_about_what_is_still_theirs(
    idea, lene, emil, sara, settings, tmp_path
):
    settings.MAIL_FOLDER, before = tmp_path, jobs.waiting()
    handed = give(idea, Item.BASELINE, Item.LAW, Item.TOLD, Item.EVALUATION, to=sara, by=lene)
    give(idea, Item.CRITERIA, to=lene, by=lene)
    assert jobs.waiting() == before + 1
    give(idea, Item.TOLD, to=emil, by=lene)
    items = [(one.initiative, one.item) for one in handed]

    sent = [actions.tell_given(items, mark="m", to=sara, by=lene) for _n in range(2)]

    assert sent == [1, 1]
    [letter] = [message_from_bytes(one.read_bytes(), policy=default) for one in tmp_path.iterdir()]
    said = letter.get_content()
    assert letter["To"] == sara.user.email
    assert "Lene Krogh" in said
    assert said.count("Returns sorted by AI") == 3
    assert said.strip().endswith("/initiatives/plan/?who=mine")
    actions.hand_back(handed, by=lene, at=timezone.now())
    assert actions.tell_given(items, mark="n", to=sara, by=lene) == 0


def test_who_evaluates_is_named_by_giving_it_and_is_never_who_answers(idea, lene, emil, sara):
    give(idea, Item.EVALUATION, to=sara, by=lene)

    assert initiative_at(idea.public_id).evaluator == sara
    assert who(Item.EVALUATION) == (sara, False)
    assert give(idea, Item.EVALUATION, to=None, by=lene) == []
    with pytest.raises(NotAllowed):
        give(idea, Item.BASELINE, Item.EVALUATION, to=lene, by=lene)
    assert (who(Item.EVALUATION), who(Item.BASELINE)) == ((sara, False), (lene, False))


def test_it_is_given_back_but_for_what_was_given_on_meanwhile(idea, lene, emil, sara):
    handed = give(idea, Item.BASELINE, Item.LAW, Item.EVALUATION, to=sara, by=lene)
    give(idea, Item.LAW, to=emil, by=lene)

    n = actions.hand_back(handed, by=lene, at=timezone.now())

    assert n == 2
    assert (who(Item.BASELINE), who(Item.LAW)) == ((lene, False), (emil, True))
    assert who(Item.EVALUATION) == (emil, False)
    give(idea, Item.LAW, to=None, by=lene)
    assert Assignment.objects.count() == 0


@pytest.mark.parametrize("refused", ["gone", "ai", "over", "bystander"])
def test_nothing_is_given_to_nobody_by_nobody_or_of_what_is_over(refused, idea, lene, sara):
    by, to, before = lene, sara, jobs.waiting()
    if refused == "gone":
        sara.left_at = timezone.now()
    elif refused == "ai":
        to = take_on_ai(name="Vega", skill="triage")
    elif refused == "over":
        actions.end_initiative(idea, why="x", by=lene, at=timezone.now())
    else:
        by = sara

    with pytest.raises(NotAllowed):
        give(idea, Item.BASELINE, to=to, by=by)

    assert (Assignment.objects.count(), jobs.waiting()) == (0, before)


def test_whoever_answers_for_it_gives_it_without_planning(process, lene, emil, sara, client_of):
    actions.make_initiative(a_plan(process, emil, sara), by=lene, at=timezone.now())
    theirs, not_theirs = english(client_of(emil)), english(client_of(sara))

    assert 'name="item"' in theirs.get("/initiatives/plan/").content.decode()
    assert 'name="item"' not in not_theirs.get("/initiatives/plan/").content.decode()

    mine = {"item": f"{Initiative.objects.get().public_id}:law", "to": str(sara.public_id)}
    not_theirs.post(GIVE, mine)
    assert who(Item.LAW) == (emil, False)
    theirs.post(GIVE, mine)
    assert who(Item.LAW) == (sara, True)


def test_on_the_page_several_are_given_at_once_and_that_is_undone(browser, idea, sara):
    items = [f"{idea.public_id}:{one}" for one in ("baseline", "law")]

    shown = browser.post(GIVE, {"item": items, "to": str(sara.public_id)}, follow=True)

    assert "2 things are given to Sara Lund." in words(shown)
    assert "Measure what cases take now Returns sorted by AI Sara Lund given" in words(shown)
    [undo] = re.findall(r'action="(/initiatives/plan/give-back/[^"]+)"', shown.content.decode())
    assert "It is with whom it was before." in words(browser.post(undo, follow=True))
    assert Assignment.objects.count() == 0
    again = browser.post(undo, follow=True)
    assert "Somebody has given it on meanwhile: that stays." in words(again)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({}, "Choose in the list first"),
        ({"item": "x"}, "Choose in the list first"),
        ({"item": "{idea}:lunch"}, "Choose in the list first"),
        ({"item": "{idea}:law"}, "Choose to whom it is to be given."),
        ({"item": "{idea}:law", "to": "x"}, "Choose to whom it is to be given."),
    ],
)
def test_what_names_nothing_is_said_and_gives_nothing(said, answer, browser, idea):
    told = {key: value.format(idea=idea.public_id) for key, value in said.items()}

    assert answer in words(browser.post(GIVE, told, follow=True))
    assert "too old to be undone" in words(browser.post(f"{BACK}?given=x", follow=True))
    assert Assignment.objects.count() == 0


def test_ones_own_part_is_shown_alone_stands_on_today_and_in_ones_own_calendar(
    idea, lene, sara, client_of
):
    theirs = english(client_of(sara))
    assert "Nothing of it is yours" in words(theirs.get("/initiatives/plan/?who=mine"))
    give(idea, Item.CRITERIA, to=sara, by=lene)

    assert "until when Returns sorted by AI Sara Lund given done" in words(
        theirs.get("/initiatives/plan/?who=mine")
    )
    assert "Nothing waits" in words(theirs.get("/initiatives/due/"))

    Initiative.objects.update(criteria="")
    mine = words(theirs.get("/initiatives/plan/?who=mine"))
    assert (
        "Write down what counts as success, and until when Returns sorted by AI Sara Lund given"
        in mine
    )
    assert "Settle what the law asks" not in mine
    assert "1 thing of the 90-day plan is yours by" in words(theirs.get("/initiatives/due/"))
    own, all_ = (theirs.get(f"/initiatives/plan.ics{one}") for one in ("?who=mine", ""))
    assert own.content.count(b"BEGIN:VEVENT") == 1
    assert b"(Sara Lund)" in all_.content.replace(b"\r\n ", b"")


def test_programs_give_items_and_read_whose_they_are(client, idea, lene, emil, sara):
    client.defaults["HTTP_AUTHORIZATION"] = (
        f"Bearer {make_token(colleague=lene, name='t', at=MONDAY_9)}"
    )
    address = f"/api/v1/initiatives/{idea.public_id}/plan/"

    def put(item, colleague):
        told = {"colleague": str(colleague) if colleague else None}
        return client.put(f"{address}{item}", told, content_type="application/json")

    answers = [put("law", sara.public_id), put("law", sara.public_id)]
    assert [one.json()["changed"] for one in answers] == [True, False]
    items = client.get("/api/v1/initiatives/plan").json()["items"]
    law = next(one for one in items if one["item"] == "law")
    assert (law["who"], law["colleague"], law["given"]) == ("Sara Lund", str(sara.public_id), True)
    mine = client.get("/api/v1/initiatives/plan?mine=true").json()["items"]
    assert {one["who"] for one in mine} == {"Lene Krogh"}
    refused = [put("law", idea.public_id), put("lunch", None), put("evaluation", lene.public_id)]
    assert [one.status_code for one in refused] == [422, 404, 409]
    assert put("law", None).json() == {"changed": True}


def test_colleagues_of_others_are_not_given_anything(browser, idea, other_organisation):
    with enter(other_organisation):
        stranger = make_colleague(Role.OWNER)

    told = {"item": f"{idea.public_id}:law", "to": str(stranger.public_id)}

    assert "Choose to whom it is to be given." in words(browser.post(GIVE, told, follow=True))


def test_the_plan_costs_the_same_for_one_initiative_and_for_three(
    idea, lene, sara, process, django_assert_max_num_queries
):
    give(idea, Item.LAW, to=sara, by=lene)
    now = timezone.now()
    with django_assert_max_num_queries(40) as first:
        assert len(ninety_days(now=now).items) == len(Item)
    for _n in range(2):
        more = actions.make_initiative(a_plan(process, lene, sara), by=lene, at=now)
        give(more, Item.LAW, Item.TOLD, to=sara, by=lene)

    with django_assert_max_num_queries(len(first.captured_queries)):
        assert len(ninety_days(now=now).items) == 3 * len(Item)
