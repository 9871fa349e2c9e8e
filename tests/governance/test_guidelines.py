"""Guidelines: who writes and publishes, what readers confirm, and who sees that they did."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from samspil.core.guidelines import DRAFTED, Topic, Wording
from samspil.core.roles import NotAllowed, Role
from samspil.governance import actions
from samspil.governance.models import Confirmation, Guideline, GuidelineVersion
from samspil.governance.queries import (
    Reading,
    differences,
    drafts,
    readings,
    rule_of,
    rules,
    short_rule,
    to_confirm,
)
from samspil.journal.models import Entry
from samspil.people.models import Colleague
from tests.factories import (
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
)

pytestmark = pytest.mark.django_db
LATER = MONDAY_9 + timedelta(days=1)


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, name="Lene")


@pytest.fixture
def karl(organisation):
    return make_colleague(Role.EMPLOYEE, name="Karl")


def worded(body: str = "Read it to the end.") -> dict[str, Wording]:
    return {"da": Wording(title="Tjek", short="Læs det.", body=body)}


def written(by: Colleague, *, topic: Topic = Topic.CHECKING, body: str = "Read it.") -> Guideline:
    return actions.write_guideline(None, topic=topic, wordings=worded(body), by=by, at=MONDAY_9)


def published(by: Colleague, **more) -> Guideline:
    made = written(by, **more)
    actions.publish_guideline(made, changed="", matters=False, by=by, at=MONDAY_9)
    return made


def publish_anew(guideline: Guideline, body: str, *, matters: bool, by: Colleague) -> None:
    actions.write_guideline(guideline, topic=Topic.CHECKING, wordings=worded(body), by=by, at=LATER)
    actions.publish_guideline(guideline, changed="Shorter.", matters=matters, by=by, at=LATER)


def test_a_draft_holds_for_nobody_until_it_is_published(leader, karl):
    made = written(leader)

    assert (rules(karl), len(drafts())) == ([], 1)

    actions.publish_guideline(made, changed="", matters=False, by=leader, at=MONDAY_9)

    assert [(one.wording.title, one.asks) for one in rules(karl)] == [("Tjek", True)]
    assert drafts() == []


def test_the_first_drafts_are_there_at_once_and_only_where_there_is_none(leader):
    published(leader)

    made = actions.begin_guidelines(by=leader, at=MONDAY_9)

    assert {one.topic for one in made} == {*DRAFTED} - {Topic.CHECKING}
    assert actions.begin_guidelines(by=leader, at=MONDAY_9) == []


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.REVIEWER, Role.PROCESS_OWNER,
                                  Role.STAFF_REPRESENTATIVE, Role.OPERATOR])  # fmt: skip
def test_who_may_not_write_guidelines_writes_publishes_and_withdraws_none(leader, role):
    made, other = written(leader), make_colleague(role)

    with pytest.raises(NotAllowed):
        written(other, topic=Topic.DATA)
    with pytest.raises(NotAllowed):
        actions.publish_guideline(made, changed="", matters=True, by=other, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.withdraw_guideline(made, by=other, at=MONDAY_9)


@pytest.mark.parametrize("role", [Role.OWNER, Role.LEADER, Role.DATA_PROTECTION, Role.HR])
def test_who_may_write_guidelines_publishes_them(organisation, role):
    assert published(make_colleague(role)).current is None  # what was read before

    assert GuidelineVersion.objects.get().number == 1


def test_a_half_written_language_and_one_that_the_organisation_does_not_read_are_refused(leader):
    half = {"da": Wording(title="Tjek")}
    german = {"de": Wording(title="Prüfen", short="Lies es.", body="Ganz.")}

    with pytest.raises(actions.BadGuideline, match="Each language needs"):
        actions.write_guideline(None, topic=Topic.OWN, wordings=half, by=leader, at=MONDAY_9)
    kept = actions.write_guideline(None, topic=Topic.OWN, wordings=german, by=leader, at=MONDAY_9)
    with pytest.raises(actions.BadGuideline, match="organisation's language"):
        actions.publish_guideline(kept, changed="", matters=True, by=leader, at=MONDAY_9)


def test_a_topic_has_one_guideline_and_something_else_as_many_as_wanted(leader):
    written(leader, topic=Topic.DATA)
    written(leader, topic=Topic.OWN)
    written(leader, topic=Topic.OWN)

    with pytest.raises(actions.BadGuideline, match="about this already"):
        written(leader, topic=Topic.DATA)


def test_a_new_version_says_what_changed_and_is_not_the_same(leader):
    made = published(leader)

    with pytest.raises(actions.BadGuideline, match="nothing new"):
        actions.publish_guideline(made, changed="x", matters=True, by=leader, at=LATER)
    actions.write_guideline(made, topic=Topic.CHECKING, wordings=worded("New"), by=leader, at=LATER)
    with pytest.raises(actions.BadGuideline, match="what is new"):
        actions.publish_guideline(made, changed=" ", matters=True, by=leader, at=LATER)
    actions.write_guideline(
        made, topic=Topic.CHECKING, wordings=worded("Read it."), by=leader, at=LATER
    )
    with pytest.raises(actions.BadGuideline, match="Nothing in it has changed"):
        actions.publish_guideline(made, changed="x", matters=True, by=leader, at=LATER)


def test_who_confirmed_is_asked_again_only_when_it_matters(leader, karl):
    made = published(leader)
    actions.confirm_guideline(made, 1, by=karl, at=MONDAY_9)
    assert to_confirm(karl) == []

    publish_anew(made, "Read all of it.", matters=False, by=leader)
    assert to_confirm(karl) == []
    assert len(to_confirm(leader)) == 1

    publish_anew(made, "Read it twice.", matters=True, by=leader)
    assert [one.version.number for one in to_confirm(karl) if one.version] == [3]


def test_an_older_version_is_readable_and_cannot_be_confirmed(leader, karl):
    made = published(leader)
    publish_anew(made, "Read all of it.", matters=True, by=leader)
    made.refresh_from_db()

    older = rule_of(made, reader=karl, number=1)

    assert older is not None
    assert older.wording.body == "Read it."
    assert rule_of(made, reader=karl, number=7) is None
    with pytest.raises(actions.BadGuideline, match="newer version"):
        actions.confirm_guideline(made, 1, by=karl, at=LATER)


def test_what_is_different_is_told_by_language(leader):
    before = {"da": {"title": "A", "short": "B", "body": "C"}}
    after = {"da": {"title": "A", "short": "B", "body": "D"},
             "en": {"title": "E", "short": "F", "body": "G"}}  # fmt: skip

    assert differences(before, after) == [
        ("da", "A\n\nB\n\nC", "A\n\nB\n\nD"),
        ("en", "", "E\n\nF\n\nG"),
    ]


def test_the_database_itself_refuses_to_change_or_delete_a_version(leader):
    publish_anew(published(leader), "Read all of it.", matters=True, by=leader)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        GuidelineVersion.objects.update(changed="Something else")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        GuidelineVersion.objects.filter(number=1).delete()


def test_what_is_withdrawn_asks_nobody_and_stands_nowhere_where_work_is_done(leader, karl):
    made = published(leader)
    rule = short_rule(Topic.CHECKING)
    assert rule is not None
    assert rule.wording.short == "Læs det."

    actions.withdraw_guideline(made, by=leader, at=LATER)

    assert (to_confirm(karl), short_rule(Topic.CHECKING)) == ([], None)
    with pytest.raises(actions.BadGuideline):
        actions.confirm_guideline(made, 1, by=karl, at=LATER)
    assert published(leader).topic == Topic.CHECKING


def test_leaders_see_how_many_and_never_so_few_that_one_could_guess_who(leader, karl):
    made = published(leader)
    actions.confirm_guideline(made, 1, by=karl, at=MONDAY_9)
    hr = make_colleague(Role.HR)

    assert readings(reader=leader)[made.pk] == Reading(confirmed=0, exact=False, people=3)
    assert readings(reader=hr)[made.pk] == Reading(confirmed=1, exact=True, people=3)


def test_lr8_leaders_learn_nothing_when_one_more_confirms_or_leaves(leader):
    made = published(leader)
    readers = [make_colleague() for _ in range(6)]
    told = []
    for one in readers:
        actions.confirm_guideline(made, 1, by=one, at=MONDAY_9)
        told.append(readings(reader=leader)[made.pk].confirmed)
    assert told == [0, 0, 0, 0, 5, 5]

    Colleague.objects.filter(pk__in=[one.pk for one in readers[:2]]).update(left_at=LATER)

    assert readings(reader=leader)[made.pk].confirmed == 5


def test_confirming_twice_is_confirming_once_and_the_journal_holds_no_reader(leader, karl):
    made = published(leader)

    actions.confirm_guideline(made, 1, by=karl, at=MONDAY_9)
    actions.confirm_guideline(made, 1, by=karl, at=LATER)

    assert Confirmation.objects.get().at == MONDAY_9
    assert not Entry.objects.filter(actor=str(karl.public_id)).exists()


def test_what_somebody_read_is_forgotten_a_year_after_they_left(leader, karl):
    made = published(leader)
    actions.confirm_guideline(made, 1, by=karl, at=MONDAY_9)
    actions.confirm_guideline(made, 1, by=leader, at=MONDAY_9)
    Colleague.objects.filter(pk=karl.pk).update(left_at=MONDAY_9)

    assert actions.sweep_confirmations(at=MONDAY_9 + timedelta(days=365)) == 0
    assert actions.sweep_confirmations(at=MONDAY_9 + timedelta(days=366)) == 1


def test_a_longer_list_costs_no_more_statements(leader, karl, django_assert_num_queries):
    published(leader)
    with django_assert_num_queries(3):
        rules(karl)
    for topic in (Topic.DATA, Topic.TOOLS):
        published(leader, topic=topic)

    with django_assert_num_queries(3):
        rules(karl)


def test_readers_see_names_only_where_they_may(leader, karl, browser_of):
    made = published(leader)
    address = f"/guidelines/{made.public_id}/"

    assert "Karl" not in browser_of(leader).get(address).content.decode()
    assert "Karl" in browser_of(make_colleague(Role.HR)).get(address).content.decode()
    assert "Lene" not in browser_of(karl).get("/guidelines/").content.decode()


def test_a_reader_confirms_on_the_page_and_today_asks_no_more(leader, karl, browser_of):
    made = published(leader)
    browser = browser_of(karl)
    assert "waits for you to read it" in browser.get("/guidelines/due/").content.decode()

    answer = browser.post(f"/guidelines/{made.public_id}/confirm/", {"version": "1"})

    assert answer["Location"] == "/guidelines/"
    assert "waits for you" not in browser.get("/guidelines/due/").content.decode()


def test_an_employee_finds_no_form_to_write_and_a_draft_is_not_there(leader, karl, browser_of):
    made, browser = written(leader), browser_of(karl)

    assert browser.get(f"/guidelines/{made.public_id}/").status_code == 404
    assert browser.get(f"/guidelines/{made.public_id}/write/").status_code == 403
    assert browser.get("/guidelines/new/").status_code == 403
    assert browser.post("/guidelines/begin/").status_code == 403


def test_a_guideline_is_written_and_published_on_pages(leader, browser_of):
    browser = browser_of(leader)
    typed = {"topic": "data", "title_da": "Data", "short_da": "Intet CPR.", "body_da": "# Nej\n<b>"}

    kept = browser.post("/guidelines/new/", typed)
    browser.post(kept["Location"].replace("write", "publish"), {"changed": "", "matters": ""})

    shown = browser.get(kept["Location"].replace("write/", "")).content.decode()
    assert "<h2>Nej</h2>" in shown
    assert "&lt;b&gt;" in shown
    assert "Intet CPR." in browser.get("/guidelines/guidelines.md").content.decode()


def test_half_a_text_is_refused_on_the_page(leader, browser_of):
    answer = browser_of(leader).post("/guidelines/new/", {"topic": "data", "title_da": "Data"})

    assert answer.status_code == 422
    assert "Each language needs" in answer.content.decode()


def test_where_a_case_is_answered_or_a_process_seen_its_rule_is_fetched_and_kept_a_minute(
    leader, karl, browser_of
):
    process = make_process(team=make_team(leader))
    browser, case = browser_of(leader), make_claimed(process, leader)
    places = {
        f"/work/{case.public_id}/": "checking",
        f"/work/{case.public_id}/?hand": "asking",
        f"/processes/{process.public_id}/": "errors",
    }
    for page, topic in places.items():
        assert f'hx-get="/guidelines/rule/{topic}/"' in browser.get(page).content.decode()
    asked = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "rule"}
    assert browser.get("/guidelines/rule/checking/", **asked).content.strip() == b""

    published(leader)

    answer = browser_of(karl).get("/guidelines/rule/checking/", **asked)
    assert "Læs det." in answer.content.decode()
    assert {*answer["Cache-Control"].split(", ")} == {"private", "max-age=60"}
    assert browser.get("/guidelines/rule/nothing/").status_code == 404
