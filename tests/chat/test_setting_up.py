"""A chat is set up, opened, closed and counted; its program stands only where it is allowed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samspil.chat import actions
from samspil.chat.models import Chat
from samspil.chat.queries import numbers_of, plan_of
from samspil.core.chat.listed import ALWAYS, Topic
from samspil.core.chat.plan import Audience, Lack
from samspil.core.roles import NotAllowed, Role
from samspil.inbox.actions import SlugRefused
from samspil.journal.models import Entry
from samspil.people.actions import make_token
from tests.chat.arranging import make_chat, plan, process_for
from tests.chat.pages import write
from tests.factories import MONDAY_9, make_colleague
from tests.inbox.forms import make_form
from tests.pages import english, source, words

pytestmark = pytest.mark.either

FILLED = {
    "name": "HR",
    "audience": "employees",
    "languages": ["da", "en"],
    "title_da": "Spørg HR",
    "title_en": "Ask HR",
    "topics": ["illness"],
}


@pytest.fixture
def owner(organisation, client_of) -> Client:
    return english(client_of(make_colleague(Role.PROCESS_OWNER)))


def test_a_chat_is_set_up_opened_and_closed_on_pages(owner, organisation):
    process = process_for(Audience.EMPLOYEES)

    made = owner.post("/settings/chats/new/", {**FILLED, "process": str(process.public_id)})
    chat = Chat.objects.get()
    assert (made.status_code, chat.opened_at, chat.phrased) == (302, None, False)
    assert set(plan_of(chat).topics) == {Topic.ILLNESS, *ALWAYS}
    said = {**FILLED, "process": str(process.public_id), "phrased": "on"}
    owner.post(f"/settings/chats/{chat.public_id}/", said)
    owner.post(f"/settings/chats/{chat.public_id}/open/")
    chat.refresh_from_db()
    assert (chat.opened_at is not None, chat.phrased) == (True, True)
    assert "Ask HR" in words(owner.get("/chat/"))
    owner.post(f"/settings/chats/{chat.public_id}/close/")

    assert "No chat is open" in words(owner.get("/chat/"))
    events = list(Entry.objects.order_by("pk").values_list("event", flat=True))
    assert [one for one in events if one.startswith("chat_")] == [
        "chat_made",
        "chat_changed",
        "chat_opened",
        "chat_closed",
    ]


def test_a_chat_for_strangers_opens_only_with_what_they_must_be_told(owner, organisation, leader):
    lacking = plan(Audience.CUSTOMERS, contact="", privacy_url="")
    chat = actions.make_chat(
        "Shop", lacking, process=process_for(Audience.CUSTOMERS), by=leader, at=MONDAY_9
    )

    answer = owner.post(f"/settings/chats/{chat.public_id}/open/")

    assert answer.status_code == 422
    assert "Give the address of your privacy policy." in words(answer)
    with pytest.raises(actions.NotReady) as why:
        actions.open_chat(chat, by=leader, at=MONDAY_9)
    assert why.value.lacks == [Lack.CONTACT, Lack.PRIVACY]
    assert len(chat.slug) == 22


def test_an_open_chat_cannot_lose_what_strangers_are_told(leader):
    chat = make_chat(Audience.CUSTOMERS, by=leader, slug="nordlys")

    with pytest.raises(actions.NotReady):
        actions.change_chat(
            chat,
            chat.name,
            plan(Audience.CUSTOMERS, contact=""),
            process=chat.process,
            by=leader,
            at=MONDAY_9,
        )


@pytest.mark.parametrize("audience", [Audience.EMPLOYEES, Audience.APPLICANTS])
def test_no_process_that_reads_feelings_takes_over_from_employees_or_applicants(leader, audience):
    customers = process_for(Audience.CUSTOMERS)

    with pytest.raises(actions.WrongProcess):
        actions.make_chat("Any", plan(audience), process=customers, by=leader, at=MONDAY_9)


def test_a_name_on_the_web_is_one_pages_alone(leader):
    chat = make_chat(Audience.CUSTOMERS, by=leader, slug="nordlys")
    make_form(chat.process, by=leader, slug="our-form")

    with pytest.raises(SlugRefused):
        make_chat(Audience.APPLICANTS, by=leader, slug="our-form")
    with pytest.raises(SlugRefused):
        make_chat(Audience.APPLICANTS, by=leader, slug="nordlys")


def test_a_new_address_stops_the_old_one(leader):
    chat = make_chat(Audience.CUSTOMERS, by=leader, slug="nordlys")

    actions.change_chat(
        chat,
        chat.name,
        plan(Audience.CUSTOMERS),
        process=chat.process,
        slug="nordlys-shop",
        by=leader,
        at=MONDAY_9,
    )

    assert Client().get("/c/nordlys/").status_code == 404
    assert Client().get("/c/nordlys-shop/").status_code == 200


def test_who_may_not_change_processes_sets_up_no_chat(leader, organisation, client_of):
    employee = make_colleague(Role.EMPLOYEE)
    chat = make_chat(by=leader)

    with pytest.raises(NotAllowed):
        actions.close_chat(chat, by=employee, at=MONDAY_9)
    assert client_of(employee).get("/settings/chats/").status_code == 403
    assert client_of(employee).get(f"/settings/chats/{chat.public_id}/").status_code == 403


def test_only_the_websites_named_may_frame_it(leader):
    make_chat(Audience.CUSTOMERS, by=leader, slug="open", sites=("https://nordlys.example",))
    make_chat(Audience.APPLICANTS, by=leader, slug="shut")

    framed, shut = Client().get("/c/open/"), Client().get("/c/shut/")

    assert "frame-ancestors https://nordlys.example" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors 'none'" in shut["Content-Security-Policy"]
    assert shut["X-Frame-Options"] == "DENY"


def test_the_program_for_websites_is_there_only_where_some_are_named(leader):
    make_chat(
        Audience.CUSTOMERS,
        by=leader,
        slug="open",
        sites=("https://nordlys.example",),
    )
    make_chat(Audience.APPLICANTS, by=leader, slug="shut")

    program = english(Client()).get("/c/open/widget.js")

    assert program["Content-Type"].startswith("text/javascript")
    assert '"Ask AI or a person"' in source(program)
    assert not program.cookies
    assert Client().get("/c/shut/widget.js").status_code == 404


@pytest.mark.parametrize("typed", ["nordlys.example", "https://a.example/x", "https://*", "x;y"])
def test_what_is_no_website_is_refused(owner, organisation, typed):
    process = process_for(Audience.EMPLOYEES)

    answer = owner.post(
        "/settings/chats/new/", {**FILLED, "process": str(process.public_id), "sites": typed}
    )

    assert answer.status_code == 422
    assert not Chat.objects.exists()


def test_a_title_cannot_break_out_of_the_program(leader):
    told = plan(Audience.CUSTOMERS).texts["en"]
    make_chat(
        Audience.CUSTOMERS,
        by=leader,
        slug="open",
        languages=("en",),
        texts={"en": type(told)(title='"; alert(1); //</script>')},
        sites=("https://nordlys.example",),
    )

    assert "alert(1)" in source(Client().get("/c/open/widget.js"))
    assert '"; alert(1)' not in source(Client().get("/c/open/widget.js"))


def test_the_numbers_are_counts_and_show_no_text(outside, leader, client_of):
    stranger = english(Client())
    first = write(stranger, outside, "How long does the delivery of a heat pump take?")
    write(stranger, outside, after=first, turn="1", helpful="yes")
    second = write(stranger, outside, "Which colour has the church of Ribe?", after=first)
    write(stranger, outside, after=second, person="yes")
    write(stranger, outside, "Hello")

    (numbers,) = numbers_of([outside])
    page = words(english(client_of(leader)).get(f"/settings/chats/{outside.public_id}/"))

    assert (numbers.conversations, numbers.handed_over) == (2, 1)
    assert (numbers.questions, numbers.answered, numbers.declined) == (2, 1, 1)
    assert (numbers.helped, numbers.answered_share, numbers.handed_share) == (1, 50, 50)
    assert "1 yes, 0 no" in page
    assert "Ribe" not in page


def test_a_page_of_chats_costs_the_same_for_one_as_for_three(leader, client_of):
    make_chat(by=leader)
    browser = client_of(leader)

    with CaptureQueriesContext(connection) as one:
        browser.get("/settings/chats/")
    make_chat(Audience.CUSTOMERS, by=leader, slug="shop")
    make_chat(Audience.APPLICANTS, by=leader, slug="jobs")
    with CaptureQueriesContext(connection) as three:
        browser.get("/settings/chats/")

    assert len(three) == len(one)


def test_a_program_reads_how_chats_are_set_up_and_their_numbers(outside, leader, client):
    token = make_token(colleague=leader, name="ours", at=MONDAY_9)

    (told,) = client.get("/api/v1/chats", headers={"Authorization": f"Bearer {token}"}).json()

    assert told["address"].endswith("/c/nordlys/")
    assert (told["open"], told["audience"]) == (True, "customers")
    assert told["numbers"]["conversations"] == 0
