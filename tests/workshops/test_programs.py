"""A workshop as programs live through it."""

import pytest

from samspil.core.workshops.phases import Phase
from samspil.people.actions import make_token
from samspil.pipeline.models import Initiative
from samspil.workshops.models import Proposal, Seat
from tests.factories import MONDAY_9
from tests.workshops.conftest import go, propose_two, seat_all
from tests.workshops.test_pages import ESTIMATE

pytestmark = pytest.mark.either


@pytest.fixture
def program(client_of):
    """The way in for a colleague's program."""

    def made(colleague):
        token = make_token(colleague=colleague, name="x", at=MONDAY_9)
        client = client_of(colleague)
        client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
        return lambda method, path, body=None: getattr(client, method)(
            f"/api/v1/workshops{path}", body, content_type="application/json"
        )

    return made


@pytest.fixture
def lead(program, lene):
    return program(lene)


@pytest.fixture
def phones(program, guests):
    return [program(one) for one in guests]


def test_programs_live_through_a_workshop(lead, phones):
    opened = lead("post", "", {
        "name": "Time", "question": "What?", "day": "2126-01-01", "tables": ["One", "Two"],
    })  # fmt: skip
    assert opened.status_code == 201
    room = f"/{opened.json()['id']}"
    assert phones[0]("get", room).status_code == 403
    wrong = phones[0]("post", "/join", {"code": "ZZZZZZ", "table": "One"})
    assert (wrong.status_code, wrong.json()["detail"]) == (
        404, "No workshop goes on under this code. Look at the screen again.",
    )  # fmt: skip
    code = opened.json()["code"]
    wrong = phones[0]("post", "/join", {"code": code, "table": "Ten"})
    assert (wrong.status_code, wrong.json()["detail"]) == (
        422, "There is no such table. Choose one of: One, Two.",
    )  # fmt: skip
    assert (
        phones[0]("post", "/join", {"code": code, "table": "One", "brings": "x"}).status_code == 422
    )
    for number, one in enumerate(phones):
        joined = one("post", "/join", {"code": code, "table": ("One", "Two")[number // 5]})
        assert joined.json()["code"] is None
    assert phones[0]("post", f"{room}/proposals", {"title": ""}).status_code == 422
    made = [
        one("post", f"{room}/proposals", {"title": title}).json()["proposals"][0]["id"]
        for one, title in ((phones[0], "Quotations"), (phones[1], "Minutes"))
    ]
    assert lead("post", f"{room}/phase", {"phase": "vote"}).status_code == 409
    lead("post", f"{room}/phase", {"phase": "estimate"})
    chain = {**ESTIMATE, "minutes": 40}
    assert phones[0]("put", f"{room}/proposals/{made[0]}/estimate", chain).json()["joined"] == 6
    bad = phones[0]("put", f"{room}/proposals/{made[0]}/estimate", {**chain, "risk": 9})
    assert (bad.status_code, "from 1 to 5" in bad.json()["detail"]) == (422, True)
    lead("post", f"{room}/phase", {"phase": "vote"})
    ids = {one["title"]: one["id"] for one in lead("get", room).json()["proposals"]}
    for one in phones:
        assert one("put", f"{room}/ballot", {"points": {ids["Quotations"]: 5}}).status_code == 204
    assert phones[0]("put", f"{room}/ballot", {"points": {ids["Minutes"]: 9}}).status_code == 422
    best = lead("post", f"{room}/phase", {"phase": "result"}).json()["proposals"][0]
    assert (best["title"], best["points"], best["score"]) == ("Quotations", 30, 100)
    assert phones[0]("post", f"{room}/land", {"proposals": [best["id"]]}).status_code == 403
    landed = lead("post", f"{room}/land", {"proposals": [best["id"]]}).json()["proposals"][0]
    assert landed["initiative"] == str(Initiative.objects.get().public_id)
    assert lead("post", f"{room}/end").json()["over"]
    assert phones[5]("get", room).json()["joined"] == 6
    assert Seat.objects.count() == 0
    assert len(phones[5]("get", "").json()) == 1


def told(answer):
    """What stands there, by title, of an answer that is one."""
    assert answer.status_code in (200, 201), answer.content
    return {one["title"]: one for one in answer.json()["proposals"]}


def refused(answer):
    return answer.status_code, answer.json()["detail"]


def test_proposals_are_changed_and_withdrawn_by_their_own_people_alone(
    lead, phones, program, workshop, lene, guests
):
    seat_all(workshop, guests)
    first, second = propose_two(workshop, guests)
    room = f"/{workshop.public_id}"
    one, other = (f"{room}/proposals/{each.public_id}" for each in (first, second))
    mine, theirs = phones[:2]
    new = {"title": "Write offers", "helps": "Sales"}

    assert refused(theirs("put", one, new)) == (
        403, "Only whoever proposed it changes it, until the vote begins.",
    )  # fmt: skip
    assert refused(lead("put", one, new))[0] == 403
    shown = told(mine("put", one, new))
    assert [shown[title]["mine"] for title in ("Write offers", "Minutes of meetings")] == [1, 0]
    assert not any(each["mine"] for each in told(lead("get", room)).values())
    assert refused(mine("put", one, {"title": "Minutes of meetings"})) == (
        422, "This is proposed already: write what is different, or leave it at that.",
    )  # fmt: skip
    assert refused(mine("put", one, {**new, "of_team": str(workshop.public_id)}))[0] == 422

    assert theirs("delete", one).status_code == 403
    assert set(told(mine("delete", one))) == {"Minutes of meetings"}
    assert theirs("post", f"{one}/restore").status_code == 403
    assert len(told(mine("post", f"{one}/restore"))) == 2
    assert len(told(lead("delete", one))) == 1
    assert len(told(lead("post", f"{one}/restore"))) == 2

    assert mine("post", f"{other}/together", {"into": str(first.public_id)}).status_code == 403
    joined = told(lead("post", f"{other}/together", {"into": str(first.public_id)}))
    assert joined["Write offers"]["together"] == [str(second.public_id)]
    assert refused(lead("post", f"{other}/together", {"into": str(first.public_id)})) == (
        409, "One of these is not there any more: look again.",
    )  # fmt: skip
    assert mine("delete", f"{other}/together").status_code == 403
    assert len(told(lead("delete", f"{other}/together"))) == 2

    go(workshop, lene, Phase.ESTIMATE, Phase.VOTE)
    gone = "The room has gone on to another phase: Vote."
    assert refused(lead("delete", one)) == (409, gone)
    assert mine("put", one, new).status_code == 422
    assert Proposal.objects.filter(removed_at=None).count() == 2


def test_whoever_leads_adds_tables_and_puts_the_order_right(
    lead, phones, program, voting, workshop, lene
):
    room = f"/{workshop.public_id}"
    mine = phones[0]
    assert mine("post", f"{room}/tables", {"name": "Office"}).status_code == 403
    added = lead("post", f"{room}/tables", {"name": "Office"})
    assert (added.status_code, added.json()["tables"]) == (201, ["Sales", "Service", "Office"])
    assert refused(lead("post", f"{room}/tables", {"name": "office"}))[0] == 422
    minutes = f"{room}/proposals/{voting[1].public_id}"
    why = {"to": 1, "why": "The law comes first."}
    assert refused(lead("post", f"{minutes}/rank", why)) == (
        422, "The room has gone on to another phase: Vote.",
    )  # fmt: skip
    go(workshop, lene, Phase.RESULT)

    assert mine("post", f"{minutes}/rank", why).status_code == 403
    assert refused(lead("post", f"{minutes}/rank", {**why, "to": 3}))[0] == 422
    assert refused(lead("post", f"{minutes}/rank", {**why, "why": " "})) == (
        422, "Say why: the room reads it.",
    )  # fmt: skip
    shown = told(lead("post", f"{minutes}/rank", why))
    (move,) = shown["Minutes of meetings"]["moves"]
    assert (shown["Minutes of meetings"]["place"], move["why"], move["by"]) == (
        1, "The law comes first.", "Lene Krogh",
    )  # fmt: skip
    quotes = shown["Write quotations"]
    assert [quotes[name] for name in ("days_low", "days_high", "risk", "said_by_tables")] == [
        10, 10, 2, 1,
    ]  # fmt: skip
    assert mine("delete", f"{room}/moves/{move['id']}").status_code == 403
    for _twice in range(2):
        back = told(lead("delete", f"{room}/moves/{move['id']}"))
        assert back["Minutes of meetings"]["place"] == 2

    assert lead("delete", f"{minutes}/landing").status_code == 404
    lead("post", f"{room}/land", {"proposals": [str(voting[1].public_id)]})
    assert mine("delete", f"{minutes}/landing").status_code == 403
    assert told(lead("delete", f"{minutes}/landing"))["Minutes of meetings"]["task"] is None
    assert Initiative.objects.count() == 0

    assert refused(lead("delete", f"{room}/seat"))[0] == 403
    assert mine("delete", f"{room}/seat").status_code == 204
    assert refused(mine("get", room)) == (403, "Join the workshop with its code first.")
    assert Seat.objects.count() == 5
