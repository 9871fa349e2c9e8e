"""Every address is walked: none is open by accident, and none shows another organisation."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from samspil.allocation.actions import choose
from samspil.audit.actions import Wanted, add_task, open_audit
from samspil.audit.models import Audit
from samspil.core.ai_reviews import Asked
from samspil.core.allocation.divisions import Division
from samspil.core.bulk import BulkAction
from samspil.core.erasing import Asking
from samspil.core.filings.content import Paper
from samspil.core.ids import new_id
from samspil.core.retention.holds import HoldOn
from samspil.core.roles import Role
from samspil.eventlogs.models import EventLog
from samspil.fairness.models import GroupOutcomes
from samspil.gaps.models import GapMap, GapTopic
from samspil.governance.actions import begin_guidelines, publish_guideline, put_hold
from samspil.governance.models import Guideline, Hold
from samspil.inbox.actions import keep_upload
from samspil.knowledge.actions import (
    Given,
    SourceTerms,
    Standard,
    Terms,
    add_documents,
    add_source,
    keep_question,
    make_standard,
    read_documents,
)
from samspil.knowledge.models import AskedIn, Document, Source, SourceKind
from samspil.knowledge.queries import Answered
from samspil.people.actions import keep_list, make_token, take_on_ai
from samspil.people.models import Colleague
from samspil.pipeline.actions import Plan, make_initiative
from samspil.pipeline.models import Initiative
from samspil.review.actions import do_to_many, save_filter
from samspil.review.queries.batches import Asked as AskedOfMany
from samspil.summaries.actions import order_of_document
from samspil.teaching.models import Lesson
from samspil.tenancy.actions import enter
from samspil.tenancy.queries import current
from samspil.trust.actions import Reported, ask_access, ask_erasure, keep_paper, report_incident
from samspil.trust.models import (
    AccessRequest,
    Erasure,
    Finding,
    Format,
    Incident,
    KeptPaper,
    Review,
)
from samspil.trust.queries.papers import filing_at
from samspil.workshops.actions import Opening, open_workshop
from samspil.workshops.models import Workshop
from tests.chat.arranging import make_chat
from tests.config.bodies import bodies_for
from tests.factories import (
    MONDAY_9,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
    teach,
)
from tests.governance.serving import make_server
from tests.parallel_runs.conftest import kept_run
from tests.process_maps.arranging import mapped
from tests.readiness.arranging import READINESS_LISTS, things_of_readiness
from tests.rollouts.conftest import rolled_out
from tests.scenarios.arranging import compared, planned

OPEN = {
    "/verify/": "anyone may ask whether a text was made here",
    "/health/": "says only whether all is well",
    "/metrics/": "for whoever has the token, or sits at this machine; numbers only",
    "/language/setlang/": "the sign-in page can be read in three languages",
    "/api/v1/openapi.json": "describes the API and holds nothing of anybody",
    "/accounts/login/": "sign-in",
    "/accounts/logout/": "leads to the sign-in",
    "/accounts/inactive/": "says that an account is closed",
    "/accounts/signup/": "says that colleagues are taken on",
    "/accounts/confirm-email/": "part of sign-in",
    "/accounts/login/code/confirm/": "part of sign-in",
    "/accounts/password/reset/": "asks for a letter",
    "/accounts/password/reset/done/": "says that a letter is on its way",
    "/accounts/password/reset/key/done/": "says that the password is changed",
}
"""What can be reached without signing in, and why."""
KEYED = (
    "/accounts/confirm-email/",
    "/accounts/password/reset/key/",
    "/c/",
    "/f/",
    "/join/",
    "/notice/",
    "/start/",
)
"""Addresses from a letter, a command, a public form or chat, or of a sender's page: knowing them
is the permission."""

LASTING = Standard(
    wordings=["Where?"], texts={"en": "Here."}, terms=Terms(review_on=date(2099, 1, 1))
)
HELP = "/help/<slug:key>/"
GUIDES, RULES = "/readiness/guides/<slug:seat>/", "/guidelines/rule/<str:topic>/"
NOBODYS = (HELP, GUIDES, RULES, "/retention/<str:category>/")
"""Rules and texts that are nobody's, or the reader's own organisation's."""


def addresses(patterns: Any = None, before: str = "/") -> Iterator[str]:
    """Every address there is, with UUIDs still to be filled in."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def filled(route: str, public_id: UUID) -> str:
    path = re.sub(r"<uuid(?:str)?:\w+>", str(public_id), route).replace(HELP, "/help/today/")
    path = path.replace("<slug:seat>", "hr").replace("<int:months>", "3")
    return re.sub(r"<(?:slug:)?paper>", "record", path)


def plain() -> list[str]:
    return [route for route in addresses() if "^" not in route]


def test_there_is_something_to_walk():
    assert len(plain()) > 40
    assert set(OPEN) <= set(plain())


@pytest.mark.either
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_gets_in_without_signing_in(client, db, method):
    for route in plain():
        answer = getattr(client, method)(filled(route, new_id()))

        if route in OPEN:
            assert answer.status_code in (200, 302, 405, 422, 503), route
        elif route.startswith("/api/"):
            assert answer.status_code in (401, 404, 405), route
        else:
            assert answer.status_code == 302, route
            assert answer["Location"].startswith("/accounts/login/"), route


def test_addresses_with_patterns_are_those_of_letters():
    odd = [route for route in addresses() if "^" in route and not route.startswith("/api/v1/^")]

    assert all(route.replace("^", "").startswith(KEYED) for route in odd)


@pytest.fixture
def theirs(organisation) -> list[UUID]:
    """What another organisation has: one thing of each kind, all known by the first id, and a
    person by the second. So each address is asked for what it stands for, and for nothing else.
    """
    owner = make_colleague(Role.OWNER)
    team = make_team(owner)
    process = make_process(team=team)
    case = make_waiting(process)
    staff = keep_list(BytesIO(b"name;email\n"), name="a.csv", by=owner, at=MONDAY_9)
    many = AskedOfMany(action=BulkAction.RAISE, level="2")
    batch = do_to_many([case], many, by=owner, at=MONDAY_9)
    upload = keep_upload([b"text\nHello\n"], name="a.csv", process=process, by=owner, at=MONDAY_9)
    version = teach(process, texts=["Where is it?", "Pay"], topics=["parcel", "bill"])
    lesson = Lesson.objects.get()
    kept = save_filter("Grave", {"level": "3"}, team=None, by=owner)
    ai = take_on_ai(name="Sorter", skill="triage")
    document = bring_in(Given(name="a.txt", content=b"Hello"), by=owner)
    standard = make_standard(LASTING, by=owner, at=MONDAY_9)
    question = keep_question(Answered(question="When?"), asked_in=AskedIn.PAGE, at=MONDAY_9)
    model = make_server(owner)
    things = (ai, case, process, upload, staff, batch, version, lesson, kept, team, document)
    chat = make_chat(by=owner)
    summary = order_of_document(read(document), by=owner, at=MONDAY_9)
    others = (question, standard, model, chat, note_gap(), watch(owner), summary, asked_for(owner))
    kept_paper = kept_record(owner)
    alike = new_id()
    papers = (publish_one(owner), held_by(owner), erase_asked(owner), kept_paper, went_wrong(owner))
    mail = add_task(Wanted(title="Mail"), by=owner, at=MONDAY_9)
    move = choose(mail, Division.PERSON_ALONE, why="x", by=owner, at=MONDAY_9)
    asked = (begin_round(owner), mail, move, *kept_run(case, owner))
    made = (
        brought(owner), logged(owner), *rolled_out(tried(owner), owner), *compared(owner),
        gathered(owner),
        *planned(owner), *mapped(owner), *things_of_readiness(owner),
    )  # fmt: skip
    for thing in (*things, *others, *papers, *asked, model.tool, *made):
        type(thing).objects.filter(pk=thing.pk).update(public_id=alike)
    keep_review(alike, by=owner)
    return [alike, owner.public_id]


def begin_round(owner: Colleague) -> Audit:
    days = {"opens": MONDAY_9.date(), "closes": date(2099, 1, 1)}
    return open_audit("Spring", teams=[], by=owner, at=MONDAY_9, **days)


def brought(owner: Colleague) -> GroupOutcomes:
    return GroupOutcomes.objects.create(name="Interviews", by=owner, at=MONDAY_9)


def logged(owner: Colleague) -> EventLog:
    return EventLog.objects.create(
        name="Orders", state="failed", trouble="gone", brought_by=owner, brought_at=MONDAY_9
    )


def tried(owner: Colleague) -> Initiative:
    return make_initiative(Plan(name="x", aim="x", owner=owner), by=owner, at=MONDAY_9)


def publish_one(owner: Colleague) -> Guideline:
    made = begin_guidelines(by=owner, at=MONDAY_9)[0]
    publish_guideline(made, changed="", matters=True, by=owner, at=MONDAY_9)
    return made


def gathered(owner: Colleague) -> Workshop:
    opening = Opening(name="x", question="x", day=date(2099, 1, 1), tables=["x"])
    return open_workshop(opening, by=owner, at=MONDAY_9)


def held_by(owner: Colleague) -> Hold:
    day = date(2099, 1, 1)
    return put_hold(HoldOn.PERSON, "k@x.dk", why="x", review_on=day, by=owner, at=MONDAY_9)


def went_wrong(owner: Colleague) -> Incident:
    return report_incident(Reported(what="x", noticed_at=MONDAY_9), by=owner, at=MONDAY_9)


def keep_review(public_id: UUID, *, by: Colleague) -> None:
    """A review as it is kept for good, so that its id has to be right from the start."""
    day = MONDAY_9.date()
    made = Review.objects.create(
        public_id=public_id, kind="process", thing=str(public_id), name="Mail", since=MONDAY_9,
        due_on=day, why="quarter", facts=[], events=[], answers=dict.fromkeys(Asked, True),
        conclusion="go_on", at=MONDAY_9, by=by,
    )  # fmt: skip
    Finding.objects.create(public_id=public_id, review=made, what="x", owner=by, due_on=day)


def asked_for(owner: Colleague) -> AccessRequest:
    day = MONDAY_9.date()
    return ask_access("k@example.com", received_on=day, language="en", by=owner, at=MONDAY_9)


def kept_record(owner: Colleague) -> KeptPaper:
    about = current().public_id
    record = filing_at(Paper.RECORD, about, now=MONDAY_9)
    return keep_paper(
        record, about, why="x", language="en", form=Format.DOCX, by=owner, at=MONDAY_9
    )


def erase_asked(owner: Colleague) -> Erasure:
    asking = Asking(address="k@example.com", received_on=MONDAY_9.date())
    return ask_erasure(asking, by=owner, at=MONDAY_9)


def note_gap() -> GapTopic:
    drawn = GapMap.objects.create(drawn_at=MONDAY_9, asked=5, unanswered=5, withheld=0, left=0)
    return GapTopic.objects.create(map=drawn, place=0, words=["parking"], asked=5, unanswered=5)


def bring_in(given: Given, *, by: Colleague) -> Document:
    ((document, _),) = add_documents([given], terms=Terms(), by=by, at=MONDAY_9)
    return document


def read(document: Document) -> Document:
    read_documents([document.pk], embedder=None, at=MONDAY_9)
    return document


def watch(owner: Colleague) -> Source:
    terms = SourceTerms(name="Sitemap", place="https://nordlys.example/sitemap.xml", owner=owner)
    return add_source(SourceKind.WEB, terms, by=owner, at=MONDAY_9)


def with_ids() -> list[str]:
    return [route for route in plain() if "<" in route and not route.startswith(NOBODYS)]


PEOPLES = ("/people/", "/roster/", "/api/v1/ai-colleagues/")
"""Where an id can be a person's."""


def asked(theirs: list[UUID]) -> Iterator[tuple[str, str]]:
    """Each address with the ids it may stand for, and as it is asked for."""
    for route in with_ids():
        for public_id in theirs if route.startswith(PEOPLES) else theirs[:1]:
            yield route, filled(route, public_id)


@pytest.fixture
def visitor(other_organisation, client_of) -> Client:
    with enter(other_organisation):
        owner = make_colleague(Role.OWNER)
        token = make_token(colleague=owner, name="theirs", at=MONDAY_9)
    signed_in: Client = client_of(owner)
    signed_in.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return signed_in


LISTS = (
    "/",
    "/work/",
    "/work/search/?q=delivered",
    "/processes/",
    "/parallel-runs/",
    "/skills/",
    "/knowledge/documents/",
    "/models/",
    "/tools/",
    "/guidelines/",
    "/uses/",
    "/reviews/",
    "/fairness/",
    "/allocation/",
    "/measures/",
    "/initiatives/",
    "/scenarios/",
    "/scenarios/budgets/",
    "/rollouts/",
    "/rollouts/support/",
    "/workshops/",
    "/maps/",
    *READINESS_LISTS,
    "/papers/",
    "/incidents/",
    "/fairness/groups/",
    "/eventlogs/",
    "/audits/",
    "/audits/tasks/",
    "/knowledge/sources/",
    "/summaries/",
    "/knowledge/gaps/",
    "/rights/access/",
    "/rights/erasures/",
    "/retention/holds/",
    "/rights/ai/",
)
"""Where another organisation's things could be named."""


@pytest.mark.either
def test_another_organisations_things_cannot_be_seen(visitor, theirs):
    seen = {path: visitor.get(path).status_code for _, path in asked(theirs)}
    lists = {route: visitor.get(route).content.decode() for route in LISTS}

    assert {path: status for path, status in seen.items() if status not in (404, 405)} == {}
    assert [(route, one) for route in LISTS for one in theirs if str(one) in lists[route]] == []


@pytest.mark.either
def test_another_organisations_things_cannot_be_changed(visitor, theirs):
    bodies = bodies_for(theirs[0])

    changed = {}
    for route, path in asked(theirs):
        body = bodies.get(route.rpartition("/")[2], {})
        answer = visitor.post(path, data=body, content_type="application/json")
        if answer.status_code not in (404, 405):
            changed[path] = answer.content

    assert changed == {}


def test_the_same_things_are_there_for_their_own_organisation(organisation, client_of, theirs):
    signed_in = client_of(make_colleague(Role.OWNER))
    routes = [route for route in with_ids() if route.count("<") == 1 and route[-2:] == ">/"]

    there = {
        route: [signed_in.get(filled(route, public_id)).status_code for public_id in theirs]
        for route in routes
    }

    assert {route for route, answers in there.items() if answers.count(200) != 1} == set()
    peoples = [route for route, answers in there.items() if answers[1] == 200]
    assert [route for route in peoples if not route.startswith(PEOPLES)] == []
