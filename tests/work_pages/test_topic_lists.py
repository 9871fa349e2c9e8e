"""Topics by file: what a list would change is seen first, and nothing is removed by it."""

import io
import re
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from samspil.core.roles import Role
from samspil.core.routing import Level
from samspil.journal.queries import about
from samspil.work import actions
from samspil.work.models import Topic
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.pages import source, words

HEAD = "topic;level;name_en;reply_en\n"


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER)


@pytest.fixture
def process(owner):
    return make_process(team=make_team(owner), name="Customer service")


@pytest.fixture
def browser(browser_of, owner):
    return browser_of(owner)


def bring(browser, process, text, name="topics.csv"):
    raw = text if isinstance(text, bytes) else text.encode()
    address = f"/processes/{process.public_id}/topics/list/"
    return browser.post(address, {"file": SimpleUploadedFile(name, raw)})


def kept_in(response):
    (kept,) = re.findall(r'name="kept" value="([^"]+)"', source(response))
    return kept


def take_over(browser, process, kept):
    address = f"/processes/{process.public_id}/topics/list/apply/"
    return browser.post(address, {"kept": kept}, follow=True)


def test_a_list_is_looked_at_first_and_then_taken_over(browser, process, owner):
    before = process.topics.count()
    looked = bring(browser, process, f"{HEAD};2;Gift cards;Hello {{name}}\ndelivery_status;3;;\n")
    untouched = process.topics.count()

    done = take_over(browser, process, kept_in(looked))

    assert f"new 1, changed 1, unchanged 0, here but not in the list {before - 1}" in words(looked)
    assert re.search(r"Level.{0,40}1.{0,40}3", words(looked))
    assert untouched == before
    assert "No topic was removed" in words(done)
    made = process.topics.get(key="gift_cards")
    assert (made.level, made.names["en"], made.replies["en"]) == ("2", "Gift cards", "Hello {name}")
    changed = process.topics.get(key="delivery_status")
    assert (changed.level, "da" in changed.names, "en" in changed.replies) == ("3", True, False)
    events = [entry.event for entry in about(str(process.public_id))]
    assert events.count("topic_added") == events.count("topic_changed") == 1


def test_the_export_brought_in_again_changes_nothing_as_csv_and_as_sheet(browser, process):
    actions.set_topics(process, [_dash(process)])
    for form in ("csv", "xlsx"):
        exported = browser.get(f"/processes/{process.public_id}/topics.{form}").content

        looked = bring(browser, process, exported, name=f"topics.{form}")

        assert f"new 0, changed 0, unchanged {process.topics.count()}, " in words(looked)
        assert 'name="kept"' not in source(looked)


def _dash(process):
    """A reply that a spreadsheet would calculate."""
    first = actions.starter_topics()[0]
    return replace(first, replies={**first.replies, "en": "- your number\n- your name"})


def test_every_wrong_row_is_named_and_the_others_are_kept(browser, process):
    rows = [
        "a_new_one;1;A new one;",
        "two;9;Two;",
        "three;1;;",
        "four;1;Four;Hello {anybody}",
        "a_new_one;1;Again;",
        "Not A Key;1;Five;",
        "six;1;Delivery status;",
    ]
    process.topics.filter(key="delivery_status").update(names={"en": "Delivery status"})

    looked = words(bring(browser, process, HEAD + "\n".join(rows)))

    assert "new 1, changed 0" in looked
    assert "rows left out 6" in looked
    for row, why in (
        (3, "9"),
        (4, "at least one language"),
        (5, "{anybody}"),
        (6, "stands twice"),
        (7, "cannot be used"),
        (8, "There is a topic “Delivery status” already."),
    ):
        assert re.search(rf"Row {row}: [^|]*{re.escape(why)}", looked), why


def test_a_file_that_is_no_list_says_what_it_needs(browser, process):
    for raw in (b"", b"who;what\nme;you\n", b"PK\x03\x04broken"):
        answer = bring(browser, process, raw)

        assert answer.status_code == 422
    assert "The first row must name the columns" in words(bring(browser, process, "a;b\n1;2\n"))


def test_what_was_looked_at_serves_nobody_else_and_no_other_process(browser, browser_of, process):
    kept = kept_in(bring(browser, process, f"{HEAD};1;Gift cards;\n"))
    other = make_process(team=make_team(), name="Other")
    somebody = browser_of(make_colleague(Role.OWNER))

    take_over(browser, other, kept)
    take_over(somebody, process, kept)
    take_over(browser, process, kept[:-2] + "xx")

    assert not Topic.objects.filter(key="gift_cards").exists()


def test_who_may_not_change_processes_brings_in_nothing(browser_of, process):
    reviewer = browser_of(make_colleague(Role.REVIEWER))

    assert bring(reviewer, process, f"{HEAD};1;Gift cards;\n").status_code == 403
    assert take_over(reviewer, process, "x").status_code == 403


def test_a_name_taken_since_the_look_changes_nothing(browser, process, owner):
    kept = kept_in(bring(browser, process, f"{HEAD}new_key;1;Gift cards;\n"))
    actions.add_topic(
        process, level=Level.STANDARD, names={"en": "Gift cards"}, by=owner, at=MONDAY_9
    )

    answer = take_over(browser, process, kept)

    assert "There is a topic “Gift cards” already." in words(answer)
    assert not process.topics.filter(key="new_key").exists()


def test_a_sheet_of_excel_is_read_too(browser, process):
    book, raw = Workbook(), io.BytesIO()
    book.active.append(["topic", "level", "name_da"])
    book.active.append(["", 2, "Gavekort"])
    book.save(raw)

    looked = bring(browser, process, raw.getvalue(), name="topics.xlsx")

    assert "new 1" in words(looked)
    assert "Gavekort" in words(looked)
