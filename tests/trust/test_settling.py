"""What the law still asks is said on one page, at one press, and only what the page shows."""

import pytest
from django.utils import timezone

from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.uses import actions as uses
from samspil.uses.models import Overseer, Use
from samspil.uses.queries import standing_at
from samspil.work.models import Process
from samspil.work.queries import use_in
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.pages import english, words

pytestmark = pytest.mark.either
NO = dict.fromkeys(("about_terms", "profiles", "other_area", "other_ban"), "no")


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader, in no team."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def anders(organisation: object) -> Colleague:
    """Who takes the cases."""
    return make_colleague(Role.REVIEWER, name="Anders Bach")


@pytest.fixture
def process(anders: Colleague) -> Process:
    """A line of work."""
    return make_process(name="Returns", team=make_team(anders))


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


def address(process: Process) -> str:
    return f"/uses/{process.public_id}/settling/"


def filled(browser, process: Process, anders: Colleague) -> dict[str, object]:
    """The form as it is shown, with all that is asked filled in."""
    form = browser.get(address(process)).context["form"]
    today = timezone.localdate().isoformat()
    return {
        **NO, "seen": form["seen"].value(), "told_on": today, "told_how": "By mail.",
        "people": [str(anders.public_id)], "trained_in": "AI here", "trained_on": today,
        "next": "/initiatives/",
    }  # fmt: skip


def now(process: Process):
    return standing_at(use_in(process), on=timezone.localdate())


def test_all_that_is_missing_is_kept_at_one_press_in_ones_own_name(browser, process, anders, lene):
    shown = browser.get(address(process))
    offered = [label for _key, label in shown.context["form"].fields["people"].choices]
    assert offered[0] == "Anders Bach, who takes its cases"
    assert shown.context["form"]["people"].value() is None

    answer = browser.post(address(process), filled(browser, process, anders))

    found = now(process)
    assert answer["Location"] == "/initiatives/"
    assert (found.settled, found.use.settled_by) == (True, lene)
    assert (found.use.people_told, found.use.people_told_how) == (timezone.localdate(), "By mail.")
    assert [(one.colleague, one.training.what) for one in found.overseers] == [(anders, "AI here")]
    assert "Nothing is missing of what the law asks here." in words(browser.get(address(process)))


def test_what_was_recorded_before_stays_and_is_not_asked_again(browser, process, lene, anders):
    thing = use_in(process)
    uses.record_about(thing, uses.Record(stop_plan="Lene stops it."), by=lene, at=MONDAY_9)
    uses.name_overseers(thing, [lene], by=lene, at=MONDAY_9)
    form = browser.get(address(process)).context["form"]
    assert "people" not in form.fields

    browser.post(address(process), filled(browser, process, anders))

    found = now(process)
    assert found.use.stop_plan == "Lene stops it."
    assert [one.colleague for one in found.overseers] == [lene]
    assert Overseer.objects.get().training is not None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"seen": "another"}, "What is known has changed meanwhile: look at it again."),
        ({"other_ban": "yes"}, "This may not be used at all"),
        ({"told_how": ""}, "Say both: on which day, and how."),
        ({"trained_on": ""}, "Say both: in what, and on which day."),
        ({"people": []}, "Name who was trained: those who watch over it."),
        ({"told_on": "2099-01-01"}, "this day has not come yet"),
    ],
)
def test_where_one_thing_does_not_fit_nothing_at_all_is_kept(
    browser, process, anders, changed, said
):
    answer = browser.post(address(process), {**filled(browser, process, anders), **changed})

    assert answer.status_code == 422
    assert said in words(answer)
    assert not Use.objects.exists()


def test_a_class_that_was_not_shown_is_not_taken_on(browser, process, anders, lene):
    answers = tuple((one, False) for one in now(process).found.open)
    uses.settle(use_in(process), uses.Said(answers=answers), by=lene, at=MONDAY_9)
    told = {key: value for key, value in filled(browser, process, anders).items() if key not in NO}
    Process.objects.update(organisation_model="supervised")  # AI meets people from now on
    process.refresh_from_db()

    answer = browser.post(address(process), told)

    assert answer.status_code == 422
    assert not now(process).settled


def test_nothing_filled_in_is_nothing_done(browser, process, lene, anders):
    browser.post(address(process), {**filled(browser, process, anders), "people": [],
                                    "trained_in": "", "trained_on": "", "told_on": "",
                                    "told_how": ""})  # fmt: skip
    assert now(process).settled

    again = browser.post(address(process), {"seen": "x"})

    assert "Nothing is filled in yet" in words(again)


def test_only_those_who_answer_for_uses_say_it(client_of, process, anders):
    for role, status in ((Role.DATA_PROTECTION, 200), (Role.PROCESS_OWNER, 403)):
        reader = english(client_of(make_colleague(role)))
        assert reader.get(address(process)).status_code == status
    assert reader.post(address(process), NO).status_code == 403
    assert not Use.objects.exists()
