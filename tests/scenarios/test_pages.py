"""Pages and the API of comparisons: typed with one's own comma, refused in words, decided."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.utils import timezone

from samspil.people.actions import make_token
from samspil.scenarios.models import Choice, Comparison, Option
from samspil.scenarios.queries import comparison_at
from tests.factories import MONDAY_9
from tests.pages import english, words

pytestmark = pytest.mark.either

NUMBERS = {
    "one_off": ("20,000", "30,000", "60,000"), "running": ("1,000.50", "1500", "2500"),
    "hours": ("10", "25", "40"), "months": ("1", "2", "6"), "share": ("30", "60", "90"),
}  # fmt: skip
TYPED = {
    f"{name}_{end}": text
    for name, three in NUMBERS.items()
    for end, text in zip(("low", "likely", "high"), three, strict=True)
}


@pytest.fixture
def leader(client_of, lene):
    return english(client_of(lene))


def test_a_comparison_begins_and_two_options_make_a_picture(leader):
    begun = leader.post(
        "/scenarios/new/",
        {"name": "<b>Build</b> or buy", "currency": "EUR", "hour_cost": "52.50", "months": "12"},
    )
    made = Comparison.objects.get()
    assert begun["Location"] == f"/scenarios/{made.public_id}/options/"
    whole = f"/scenarios/{made.public_id}/"
    assert "No option yet" in words(leader.get(whole))

    leader.post(begun["Location"], {"name": "Build", **TYPED})
    assert "One option more with all its numbers" in words(leader.get(whole))
    leader.post(begun["Location"], {"name": "Buy", **TYPED, "one_off_high": "€ 90,000"})

    shown = leader.get(whole)
    kept = Option.objects.get(name="Buy")
    assert (kept.running_low, kept.one_off_high, kept.share_likely) == (1000.5, 90_000, 0.6)
    assert "After 12 months no option has brought in what it cost" in words(shown)
    assert b"<b>Build</b>" not in shown.content
    assert shown.content.count(b'class="plot-interval') == 2
    assert shown.content.count(b'class="plot-swing') == 6
    assert b'class="plot-band' in shown.content


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"one_off_low": "-5"}, "“-5” is less than 0."),
        ({"hours_low": "50"}, "The three have to go upwards"),
        ({"hours_likely": ""}, "Say all three numbers; they may be the same"),
        ({"running_low": "about 5"}, "“about 5” is no number"),
        ({"running_low": "1.2.3"}, "can be read in two ways"),
        ({"running_low": "5 EUR"}, "in another currency: here everything is in DKK"),
        ({"share_high": "101"}, "This is more than 100."),
        ({"months_high": "1e99"}, "is no number"),
        ({"hours_low": "", "hours_likely": "", "hours_high": ""}, "Say all three numbers"),
        ({"name": ""}, "This field is required."),
        ({"tasks": ["01a20000-0000-7000-8000-000000000000"]}, "Select a valid choice."),
    ],
    ids=range(11),
)
def test_numbers_that_cannot_be_are_named_and_nothing_is_kept(leader, tools, typed, told):
    answer = leader.post(f"/scenarios/{tools.public_id}/options/", {"name": "C", **TYPED, **typed})

    assert answer.status_code == 422
    assert told in words(answer)
    assert Option.objects.count() == 2


def test_an_option_is_shown_as_it_was_typed_and_changed_once(leader, tools):
    option = Option.objects.get(name="Tool A")
    address = f"/scenarios/options/{option.public_id}/"
    page = leader.get(address).content.decode()
    assert 'name="share_low" value="30"' in page
    assert 'name="seen" value="1"' in page

    changed = {"name": "Tool A", **TYPED, "seen": "1"}
    assert leader.post(address, changed).status_code == 302
    again = leader.post(address, {**changed, "name": "Mine"})
    assert "Somebody else changed this option meanwhile" in words(again)


def test_danish_numbers_are_read_as_danes_write_them(client_of, lene, tools):
    danish = client_of(lene)
    danish.defaults["HTTP_ACCEPT_LANGUAGE"] = "da"
    typed = {
        **TYPED, "one_off_low": "1.234,50", "one_off_likely": "20.000 kr",
        "one_off_high": "30.000", "running_low": "0", "name": "C",
    }  # fmt: skip

    assert danish.post(f"/scenarios/{tools.public_id}/options/", typed).status_code == 302

    kept = Option.objects.get(name="C")
    assert (float(kept.one_off_low), kept.one_off_likely) == (1234.5, 20_000)


def test_a_decision_is_written_kept_and_looked_at_again(leader, tools):
    whole = f"/scenarios/{tools.public_id}/"
    option = Option.objects.get(name="Tool B")
    day = timezone.now().date() + timedelta(days=90)
    given = {"option": str(option.public_id), "reason": "", "seen": "3"}
    assert leader.post(f"{whole}choose/", given).status_code == 422

    stale = leader.post(f"{whole}choose/", {**given, "reason": "Sooner.", "seen": "2"})
    assert "Somebody changed the figures while you read them" in words(stale)
    assert 'name="seen" value="3"' in stale.content.decode()

    decided = {"reason": "Sooner.", "otherwise": "Unused.", "look_again_on": day.isoformat()}
    assert "not yet" in words(leader.get("/scenarios/"))
    assert leader.post(f"{whole}choose/", {**given, **decided}).status_code == 302
    assert "Tool B Lene Krogh" in words(leader.get("/scenarios/"))
    choice = Choice.objects.get()
    assert "Lene Krogh" in words(leader.get(whole))
    Choice.objects.update(look_again_on=timezone.now().date())
    assert "Tool A or B: the decision was to be looked at again" in words(
        leader.get("/scenarios/due/")
    )

    leader.post(f"/scenarios/choices/{choice.public_id}/looked/")
    assert "Lene Krogh looked at it again" in words(leader.get(whole))
    assert "Nothing waits" in words(leader.get("/scenarios/due/"))


def test_what_was_taken_away_comes_back(leader, tools):
    whole = f"/scenarios/{tools.public_id}/"
    option = Option.objects.get(name="Tool A")

    leader.post(f"/scenarios/options/{option.public_id}/remove/")
    assert "One option more with all its numbers" in words(leader.get(whole))
    leader.post(f"/scenarios/options/{option.public_id}/restore/")
    leader.post(f"{whole}remove/")
    assert leader.get(whole).status_code == 404
    leader.post(f"{whole}restore/")

    assert leader.get(f"{whole}?months=36&option={option.public_id}").status_code == 200
    assert leader.get(f"{whole}?months=13&option=x").status_code == 200


def test_the_file_holds_what_was_said_and_what_comes_of_it(leader, tools):
    Option.objects.filter(name="Tool A").update(name="=1+1")

    answer = leader.get(f"/scenarios/{tools.public_id}/comparison.csv")

    text = b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode(
        "utf-8-sig"
    )
    head, first, second = csv.reader(StringIO(text), delimiter=";" if ";" in text else ",")
    row = dict(zip(head, second, strict=True))
    assert first[0] != "=1+1"
    assert (row["option"], row["one_off_likely"], row["currency"]) == ("Tool B", "5000", "DKK")
    assert float(row["net_24_p10"]) < float(row["net_24_p50"]) < float(row["net_24_p90"])
    assert leader.get(f"/scenarios/{tools.public_id}/comparison.xlsx").content[:2] == b"PK"


def test_a_program_compares_and_decides(client, lene):
    token = make_token(colleague=lene, name="x", at=MONDAY_9)

    def ask(method, path="", body=None):
        answer = client.generic(
            method, f"/api/v1/comparisons{path}", json.dumps(body), "application/json",
            headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip
        return answer.status_code, answer.json() if answer.content else None

    three = {
        "one_off": [1, 2, 3], "running": [0, 0, 0], "hours": [1, 2, 3], "months": [0, 1, 2],
        "share": [0.5, 0.6, 0.7],
    }  # fmt: skip
    options = [{"name": name, **three} for name in "AB"]
    body = {"name": "A or B", "currency": "EUR", "hour_cost": 50, "options": options}

    wrong = {**body, "options": [{**options[0], "hours": [3, 2, 1]}]}
    assert ask("POST", body=wrong)[0] == 422
    assert not Comparison.objects.exists()
    status, made = ask("POST", body=body)
    assert (status, made["version"]) == (201, 3)
    first = made["options"][0]
    assert first["net"]["24"]["p10"] < first["net"]["24"]["p90"]

    here = f"/{made['id']}/choice"
    said_so = {"option": first["id"], "reason": "Sooner.", "seen": 3}
    assert ask("POST", here, {**said_so, "seen": 1})[0] == 409
    assert ask("POST", here, {**said_so, "option": made["id"]})[0] == 422
    assert ask("POST", here, {**said_so, "look_again_on": "2001-01-01"})[0] == 422
    assert ask("POST", here, said_so)[1]["decisions"][0]["option"] == "A"
    assert ask("GET")[1][0]["decided"]["by"] == "Lene Krogh"
    assert comparison_at(made["id"]).choices.all()[0].reason == "Sooner."
