"""Find a case by what one remembers of it, and whatever else bears that name."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.review.actions import tag, untag, write_note
from samspil.review.queries.searching import PAGE
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case, CaseWords
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_waiting,
)
from tests.pages import source, words

pytestmark = pytest.mark.both


def address(case: Case) -> str:
    return f'href="/work/{case.public_id}/"'


def order(answer, *cases: Case) -> list[int]:
    """Where each case stands on the page."""
    return [source(answer).find(address(case)) for case in cases]


@pytest.mark.parametrize("typed", ["HEAT pump", "pump be", "M-47", "delivery status", "nr:m-4711"])
def test_a_case_is_found_by_subject_number_or_topic(annas, process, typed):
    arrival = actions.Arrival(text=ORDINARY, external_id="M-4711")
    case = actions.open_cases([arrival], process=process, at=MONDAY_9).cases[0]
    actions.propose_and_route([case.pk], at=MONDAY_9)

    answer = annas.get("/work/search/", {"q": typed})

    assert address(case) in source(answer)
    assert "1 case" in words(answer)


def test_danish_capitals_make_no_difference(annas, process):
    case = make_waiting(process, "Ærgerligt at pumpen ikke virker, ring venligst")

    assert address(case) in source(annas.get("/work/search/", {"q": "ærgerligt"}))


def test_what_was_looked_for_is_marked_in_its_passage(annas, process):
    long = "We bought it last year. " * 20
    make_waiting(process, f"Hello! {long} Now the <i>pump</i> is broken.")

    page = source(annas.get("/work/search/?q=pumps"))

    assert "&lt;i&gt;<mark>pump</mark>&lt;/i&gt;" in page
    assert "<i>pump" not in page


def test_tags_and_notes_find_a_case_until_they_are_gone(annas, anna, process):
    case = make_claimed(process, anna)
    write_note(case, text="A giraffe is involved", by=anna, at=MONDAY_9)
    put_on = tag(case, name="Call back", by=anna, at=MONDAY_9)

    assert address(case) in source(annas.get("/work/search/?q=giraffes"))
    assert address(case) in source(annas.get("/work/search/", {"q": 'tag:"call back"'}))
    assert address(case) in source(annas.get("/work/search/", {"tag": put_on.public_id}))

    untag(case, tag=put_on, by=anna, at=MONDAY_9)
    assert address(case) not in source(annas.get("/work/search/", {"q": 'tag:"call back"'}))


@pytest.mark.parametrize(
    "typed", ["zebra", "", "%", "' OR 1=1", "status:closed pump", "-pump heat"]
)
def test_what_matches_nothing_finds_nothing(annas, process, typed):
    case = make_waiting(process)

    assert str(case.public_id) not in source(annas.get("/work/search/", {"q": typed}))


def test_an_empty_result_says_what_to_try(annas, process):
    said = words(annas.get("/work/search/?q=zebra"))

    assert "No case found" in said
    assert "Try fewer words" in said


def test_a_prominent_word_counts_as_ninety_days(annas, process):
    def made(text: str, days: int, subject: str = "") -> Case:
        arrival = actions.Arrival(text=text, subject=subject)
        at = MONDAY_9 + timedelta(days=days)
        return actions.open_cases([arrival], process=process, at=at).cases[0]

    older = made("See subject", 0, subject="The giraffe")
    newer = made("I have a giraffe", 80)
    newest = made("The giraffe again", 100)

    places = order(annas.get("/work/search/?q=giraffe"), newest, older, newer)

    assert places == sorted(places)
    assert min(places) > 0


@pytest.mark.parametrize(
    ("choice", "holds"),
    [
        ("status=open", True),
        ("status=closed", False),
        ("status=waiting", False),
        ("mine=1", True),
        ("since=2026-03-02&until=2026-03-02", True),
        ("since=2026-03-03", False),
        ("until=2026-03-01", False),
        ("language=en", True),
        ("language=de", False),
        ("route=together", True),
        ("route=nonsense&since=never&process=x", True),
    ],
)
def test_what_is_found_can_be_narrowed(annas, anna, process, choice, holds):
    case = make_claimed(process, anna)

    assert (address(case) in source(annas.get(f"/work/search/?q=pump&{choice}"))) is holds


def test_choices_without_words_list_the_latest(annas, process):
    case = make_waiting(process)

    assert address(case) in source(annas.get("/work/search/?q=status%3Aopen"))
    assert address(case) in source(annas.get("/work/search/?status=open"))


def test_the_pages_hold_every_case_once(annas, process):
    arrivals = [
        actions.Arrival(text=f"Pump {n}", subject="The pump" if n % 3 else "Other")
        for n in range(2 * PAGE + 5)
    ]
    opened = actions.open_cases(arrivals, process=process, at=MONDAY_9).cases
    page, seen = "?q=pump", []
    while page:
        answer = annas.get(f"/work/search/{page}")
        seen += [case for case in opened if address(case) in source(answer)]
        page = answer.context["later"]

    assert sorted(case.pk for case in seen) == [case.pk for case in opened]
    assert "45 cases" in words(annas.get("/work/search/?q=pump"))


def test_a_place_nobody_gave_begins_at_the_top(annas, process):
    case = make_waiting(process)

    assert address(case) in source(annas.get("/work/search/?q=pump&after=nonsense"))


def test_other_things_of_that_name_stand_above(anna, annas, process, browser_of):
    case = make_claimed(process, anna, "About service")
    tag(case, name="service", by=anna, at=MONDAY_9)
    owner = make_colleague(Role.OWNER, name="Serviceline Jensen")

    seen = source(browser_of(owner).get("/work/search/?q=service"))
    of_a_reviewer = source(annas.get("/work/search/?q=service"))

    assert f'href="/people/{owner.public_id}/"' in seen
    assert "Jensen" not in of_a_reviewer
    for page in (seen, of_a_reviewer):
        assert f'href="/processes/{process.public_id}/"' in page
        assert ">service</a>" in page


def test_a_search_costs_the_same_for_one_case_and_for_three(annas, process):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_waiting(process)
        with CaptureQueriesContext(connection) as statements:
            annas.get("/work/search/?q=pump")
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 12


def test_while_the_index_is_built_the_page_says_how_far_it_is(annas, process):
    for _ in range(3):
        make_case(process)
    CaseWords.objects.all().delete()

    said = words(annas.get("/work/search/?q=pump"))

    assert "The index is being built, newest cases first: 0 of 3." in said


def test_typing_replaces_the_results_only(annas, process):
    case = make_waiting(process)

    answer = annas.get(
        "/work/search/?q=pum", headers={"HX-Request": "true", "HX-Target": "results"}
    )

    assert source(answer).strip().startswith('<div id="results"')
    assert address(case) in source(answer)


def test_whoever_may_not_see_cases_cannot_search_them(browser_of, organisation):
    assert browser_of(make_colleague(Role.HR)).get("/work/search/?q=pump").status_code == 403


def test_another_organisations_cases_tags_and_people_are_not_found(
    annas, process, other_organisation
):
    with enter(other_organisation):
        stranger = make_colleague(Role.OWNER, name="Okapi Jensen")
        theirs = make_claimed(make_process(name="Okapi"), stranger, "Only theirs: okapi")
        tag(theirs, name="okapi", by=stranger, at=MONDAY_9)

    page = source(annas.get("/work/search/?q=okapi"))

    assert address(theirs) not in page
    assert "Jensen" not in page
    assert ">okapi<" not in page.casefold()
