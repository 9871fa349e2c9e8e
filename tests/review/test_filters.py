"""Filters under a name: a row of links with counts, one's own or a team's."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import NotAllowed
from samspil.review import actions as marks
from samspil.review.models import SavedFilter
from samspil.review.queries import filters as reading
from samspil.review.queries.filters import filters_of, own_filters, quick_links, with_counts
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    entered,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import source, words

QUEUE = "/work/"
FILTERS = "/work/filters/"
GRAVE = {"whose": "teams", "level": "3"}


def save(by, name="Grave", choices=GRAVE, team=None):
    return marks.save_filter(name, choices, team=team, by=by)


def row(response):
    """The names in the row with their counts."""
    found = re.search(r'<nav class="quick".*?</nav>', source(response), re.DOTALL)
    plain = re.sub(r"<[^>]+>", " ", found[0]) if found else ""
    return " ".join(plain.split())


def test_what_the_list_is_narrowed_to_is_kept_and_counted(annas, process):
    make_waiting(process, ANGRY)
    make_waiting(process, ORDINARY)

    kept = annas.post(f"{FILTERS}save/?whose=teams&level=3", {"name": "Grave"}, follow=True)

    assert row(kept) == "Grave 1 Change filters"
    assert 'href="/work/?whose=teams&amp;level=3" aria-current="true"' in source(kept)
    assert SavedFilter.objects.get().choices == GRAVE


def test_one_holds_cases_that_count_too(annas, anna, process):
    make_claimed(process, anna, ANGRY)
    make_waiting(process, f"{ANGRY} Again.")
    save(anna)

    assert row(annas.get(f"{QUEUE}?whose=teams")) == "Grave 2 Change filters"


def test_counts_end_at_ninety_nine(anna, process, monkeypatch):
    monkeypatch.setattr(reading, "COUNTED", 2)
    for i in range(4):
        make_waiting(process, f"{ANGRY} {i}")
    links = quick_links([save(anna)])

    assert with_counts(links, colleague=anna)[0].counted == "2+"


def test_counting_costs_one_statement_however_many_filters(anna, process, team):
    def cost(links):
        with CaptureQueriesContext(connection) as seen:
            with_counts(links, colleague=anna)
        return len(seen)

    links = quick_links([save(anna, name=f"Filter {i}") for i in range(5)])
    anna = entered(anna)

    assert cost(links[:1]) == cost(links) == 1


def test_a_filter_shared_with_a_team_is_seen_by_its_members_only(browser_of, anna, team, process):
    berit, carl = make_colleague(), make_colleague()
    team.members.add(berit)
    save(anna, team=team)
    save(anna, name="Mine alone")

    assert row(browser_of(berit).get(QUEUE)) == "Grave 0 Change filters"
    assert row(browser_of(carl).get(QUEUE)) == ""


def test_a_filter_is_shared_with_ones_own_teams_only(anna, team):
    with pytest.raises(marks.FilterRefused, match="your own teams only"):
        save(anna, team=make_team())


@pytest.mark.parametrize(
    ("name", "choices", "why"),
    [
        ("", GRAVE, "Give the filter a name."),
        ("Everything", {"whose": "teams"}, "Narrow the list first"),
        ("Nonsense", {"nonsense": "1"}, "Narrow the list first"),
    ],
)
def test_what_says_nothing_is_not_kept(anna, name, choices, why):
    with pytest.raises(marks.FilterRefused, match=why):
        save(anna, name=name, choices=choices)
    assert not SavedFilter.objects.exists()


def test_two_filters_of_one_name_are_refused_and_nothing_is_lost(annas, anna):
    save(anna)

    answer = annas.post(f"{FILTERS}save/?level=2", {"name": "Grave"}, follow=True)

    assert "You have a filter of this name already." in words(answer)
    assert SavedFilter.objects.count() == 1


def test_the_queue_opens_with_the_usual_filter_and_others_are_a_click_away(annas, anna, process):
    make_waiting(process, ORDINARY)
    kept = save(anna)
    marks.change_filter(kept, name="Grave", team=None, usual=True, by=anna)

    opened = annas.get(QUEUE)

    assert opened["Location"] == "/work/?whose=teams&level=3"
    assert annas.get(f"{QUEUE}?whose=teams").status_code == 200


def test_only_one_filter_is_the_usual_one(anna):
    one, two = save(anna), save(anna, name="Two")
    for kept in (one, two):
        marks.change_filter(kept, name=kept.name, team=None, usual=True, by=anna)

    assert [(kept.name, kept.usual) for kept in own_filters(anna)] == [
        ("Grave", False),
        ("Two", True),
    ]


def test_a_filter_is_renamed_and_moved_on_its_page(annas, anna):
    save(anna, name="One")
    two = save(anna, name="Two")
    change = f"{FILTERS}{two.public_id}/change/"

    annas.post(change, {"name": "Second"})
    annas.post(change, {"earlier": "yes"})

    assert [kept.name for kept in own_filters(anna)] == ["Second", "One"]


def test_a_removed_filter_can_be_had_back(annas, anna):
    kept = save(anna)

    removed = annas.post(f"{FILTERS}{kept.public_id}/remove/", follow=True)
    gone = list(own_filters(anna))
    annas.post(f"{FILTERS}{kept.public_id}/restore/", follow=True)

    assert f"{kept.public_id}/restore/" in source(removed)
    assert gone == []
    assert list(own_filters(anna)) == [kept]


def test_a_filter_whose_tag_is_gone_says_so(annas, anna, process):
    case = make_waiting(process)
    tag = marks.tag(case, name="flood", by=anna, at=MONDAY_9)
    save(anna, name="Flood", choices={"tag": str(tag.public_id)})
    marks.untag(case, tag=tag, by=anna, at=MONDAY_9)

    queue = annas.get(QUEUE)

    assert "It names something that is not here any more." in source(queue)
    assert "It names something that is not here any more." in words(annas.get(FILTERS))
    shown = annas.get(f"{QUEUE}?tag={tag.public_id}")
    assert "“Tag” names something that is not here any more" in words(shown)
    assert ORDINARY in words(shown)


def test_nobody_changes_a_colleagues_filter(browser_of, anna, team):
    berit = make_colleague()
    team.members.add(berit)
    kept = save(anna, team=team)

    for deed in ("change", "remove", "restore"):
        answer = browser_of(berit).post(f"{FILTERS}{kept.public_id}/{deed}/", {"name": "x"})
        assert answer.status_code == 404
    with pytest.raises(NotAllowed):
        marks.remove_filter(kept, by=berit, at=MONDAY_9)


def test_no_other_organisations_filter_is_seen(annas, other_organisation):
    with enter(other_organisation):
        kept = save(make_colleague())

    assert annas.post(f"{FILTERS}{kept.public_id}/remove/").status_code == 404
    assert row(annas.get(QUEUE)) == ""


def test_the_queue_is_narrowed_by_topic_and_language(annas, process):
    make_waiting(process, ORDINARY)
    case = Case.objects.get()

    assert ORDINARY in words(annas.get(f"{QUEUE}?topic={case.topic}&language=en"))
    assert "Nothing matches" in words(annas.get(f"{QUEUE}?language=da"))


def test_beside_an_open_case_the_row_stands_too_uncounted(annas, anna, process):
    case = make_claimed(process, anna, ANGRY)
    save(anna)

    beside = annas.get(f"/work/{case.public_id}/?whose=teams&level=3")

    assert row(beside) == "Grave Change filters"
    assert 'href="/work/?whose=teams&amp;level=3" aria-current="true"' in source(beside)


@pytest.mark.parametrize("closed", [False, True])
def test_a_case_with_the_row_beside_it_costs_no_more_than_a_page_may(annas, anna, process, closed):
    case = make_claimed(process, anna)
    if closed:
        actions.decide(
            case, answer="It is on its way.", topic="delivery_status", by=anna, at=MONDAY_9
        )
    for name in ("One", "Two", "Three"):
        save(anna, name=name)

    with CaptureQueriesContext(connection) as seen:
        page = annas.get(f"/work/{case.public_id}/")

    assert row(page) == "One Two Three Change filters"
    assert len(seen) <= 12


def test_the_list_costs_the_same_for_one_filter_and_for_three(annas, anna, process):
    make_waiting(process)

    def cost():
        with CaptureQueriesContext(connection) as seen:
            annas.get(f"{QUEUE}?whose=teams")
        return len(seen)

    save(anna)
    annas.get(f"{QUEUE}?whose=teams")
    one = cost()
    for name in ("Two", "Three"):
        save(anna, name=name)

    assert cost() == one <= 12
    assert len(filters_of(anna)) == 3


def test_the_page_of_filters_says_what_to_do_where_there_is_none(annas):
    assert "You keep no filter yet" in words(annas.get(FILTERS))


def test_another_process_stays_out_of_a_filter(anna, process, team):
    other = make_process(team=team)
    make_waiting(other, ANGRY)
    links = quick_links([save(anna, choices={"process": str(process.public_id)})])

    assert with_counts(links, colleague=anna)[0].count == 0
