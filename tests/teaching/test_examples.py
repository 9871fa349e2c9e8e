"""The kept examples as a table: found, changed, removed, brought back, taken away."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.teaching import actions
from samspil.teaching.models import Example, Source
from samspil.teaching.queries.table import Wanted, example_page
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.teaching.conftest import ROWS, labelled


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Olga")


@pytest.fixture
def kept(process, owner):
    return keep(process, owner)


def keep(process, owner, rows=ROWS):
    fresh = [actions.Fresh(labelled=one) for one in labelled(rows)]
    return actions.keep_examples(process, fresh, source=Source.FILE, by=owner, at=MONDAY_9)


def address(process, rest=""):
    return f"/skills/{process.public_id}/examples/{rest}"


def test_the_same_text_is_kept_once_and_takes_the_topic_given_last(process, owner, kept):
    again = keep(process, owner, [("My  bicycle number 0 HAS a flat tyre", "repair"), ROWS[1]])

    assert (kept.added, again.added, again.changed, again.known) == (24, 0, 1, 1)
    assert Example.objects.count() == 24
    assert Example.objects.get(topic="repair").text.startswith("My  bicycle")


def test_words_topic_and_language_narrow_the_table(process, owner, kept):
    keep(process, owner, [("Hvornår kommer min cykel, og hvad koster det?", "bicycle")])

    def found(**wanted):
        return [one.text for one, _name in example_page(process, Wanted(**wanted)).rows]

    assert found(words="NUMBER 3 ") == [
        "please bake cake number 3 with chocolate",
        "my bicycle number 3 has a flat tyre",
    ]
    assert found(words="number 3 ", topic="cake") == ["please bake cake number 3 with chocolate"]
    assert found(language="da") == ["Hvornår kommer min cykel, og hvad koster det?"]
    assert found(source="typed") == []


def test_pages_follow_each_other_without_gap_or_double(process, owner, monkeypatch):
    monkeypatch.setattr("samspil.teaching.queries.table.PAGE", 10)
    keep(process, owner)

    first = example_page(process, Wanted())
    second = example_page(process, Wanted(before=first.before))
    third = example_page(process, Wanted(before=second.before))

    texts = [one.text for shown in (first, second, third) for one, _name in shown.rows]
    assert texts == [text for text, _topic in ROWS[::-1]]
    assert third.before is None


def test_a_topic_is_changed_and_an_example_removed_and_brought_back(
    process, owner, kept, client_of
):
    one = Example.objects.order_by("pk")[0]
    client = client_of(owner)

    client.post(f"/skills/examples/{one.public_id}/change/", {"topic": "repair"})
    client.post(f"/skills/examples/{one.public_id}/remove/", {"back": "https://evil.example/"})
    gone = client.get(address(process), {"q": one.text}).content.decode()
    client.post(f"/skills/examples/{one.public_id}/restore/")
    back = client.get(address(process), {"q": one.text}).content.decode()

    assert f">{one.text}</th>" not in gone
    assert f">{one.text}</th>" in back
    assert Example.objects.get(pk=one.pk).topic == "repair"
    events = list(Entry.objects.order_by("sequence").values_list("event", flat=True))[-3:]
    assert events == ["example_changed", "examples_removed", "examples_restored"]


def test_an_address_of_another_place_is_never_led_to(process, owner, kept, client_of):
    one = Example.objects.order_by("pk")[0]

    answer = client_of(owner).post(
        f"/skills/examples/{one.public_id}/remove/", {"back": "https://evil.example/"}
    )

    assert answer["Location"] == address(process)


def test_a_typed_example_is_masked(process, owner, client_of):
    client_of(owner).post(
        address(process, "add/"), {"text": "I am 010180-1234, where is it?", "topic": "delivery"}
    )

    typed = Example.objects.get()
    assert (typed.text, typed.source) == ("I am [CPR], where is it?", "typed")


def test_what_was_typed_half_is_not_lost(process, owner, client_of):
    answer = client_of(owner).post(address(process, "add/"), {"text": "Where?", "topic": ""})

    assert answer.status_code == 422
    assert "Where?" in answer.content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_holds_what_is_shown_and_can_be_learned_from_again(
    process, owner, kept, client_of, kind
):
    keep(process, owner, [("=1+1 is what?", "cake")])

    answer = client_of(owner).get(address(process, f"{kind}/"), {"topic": "cake"})

    if kind == "csv":
        lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
        assert lines[0] == "text;topic;language;source;added;keep_until"
        assert lines[1].startswith("'=1+1 is what?;cake;en;file;2026-03-02;2028-03-01")
        assert len(lines) == 14
    else:
        sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
        assert sheet["A1"].value == "text"
        assert sheet.max_row == 14


def test_texts_of_customers_are_for_those_who_may_see_cases(process, kept, client_of):
    adviser = make_colleague(Role.ADVISER, password="correct horse battery")

    answers = [
        client_of(adviser).get(address(process, rest)).status_code for rest in ("", "csv/", "xlsx/")
    ]

    assert answers == [403, 403, 403]


def test_a_reviewer_changes_no_example(process, kept):
    reviewer = make_colleague(Role.REVIEWER)
    one = Example.objects.order_by("pk")[0]

    with pytest.raises(NotAllowed):
        actions.change_topic(one, topic="x", by=reviewer, at=MONDAY_9)


def test_the_table_costs_the_same_for_one_row_and_for_three(process, owner, organisation):
    def statements(where) -> int:
        with CaptureQueriesContext(connection) as captured:
            example_page(where, Wanted())
        return len(captured)

    other = make_process()
    keep(process, owner, ROWS[:1])
    keep(other, owner, ROWS[:3])

    assert statements(process) == statements(other)
