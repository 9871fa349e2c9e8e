"""Whatever is written in a case is found at once, and nothing that is gone."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.core.search_query import query_of
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case, CaseWords, Message
from samspil.work.queries import Behind, cases_among, cases_with, index_behind
from tests.factories import (
    MONDAY_9,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

pytestmark = pytest.mark.both


def found(typed: str) -> list[int]:
    return list(cases_with(query_of(typed)).cases)


def raw_index() -> str:
    """Everything the index tables hold, as the database keeps it."""
    with transaction.atomic(), connection.cursor() as cursor:  # SQLite writes at a savepoint
        if connection.vendor == "sqlite":
            cursor.execute("SELECT block FROM work_words_data")
            stored = b"".join(bytes(block) for (block,) in cursor.fetchall())
            return stored.decode(errors="replace")
        cursor.execute("SELECT words::text FROM work_words")
        return " ".join(words for (words,) in cursor.fetchall())


@pytest.fixture
def process(organisation):
    return make_process()


@pytest.fixture
def anna(process):
    anna = make_colleague(Role.OWNER)
    make_team(anna)
    return anna


def test_of_more_cases_than_are_ranked_the_latest_are_found(process, monkeypatch):
    monkeypatch.setattr("samspil.work.queries.searching.MOST_RANKED", 3)
    cases = [make_case(process, "Min pumpe larmer.") for _ in range(7)]

    hits = cases_with(query_of("pumpe"))

    assert hits.cases == [case.pk for case in reversed(cases[-3:])]
    assert hits.more


@pytest.mark.parametrize(
    "typed",
    ["pumpe", "PUMPEN", "varmep", '"min varmepumpe"', "varmepumpe -bil", "fra:kunde",
     "kunde@example.com", "4711", "pump* varme*"],
)  # fmt: skip
def test_a_message_is_found_by_its_words(process, typed):
    case = make_case(process, "Hvor er min varmepumpe, altså pumpen med nummer 4711?")

    assert found(typed) == [case.pk]


@pytest.mark.parametrize(
    "typed",
    ["zebra", '"varmepumpe min"', "varmepumpe -hvor", "fra:otto", "umpe", "nr:4711", "tag:min"],
)
def test_what_a_message_does_not_hold_finds_nothing(process, typed):
    make_case(process, "Hvor er min varmepumpe? 4711")

    assert found(typed) == []


@pytest.mark.parametrize(
    "typed",
    ["pumpe", "PUMPEN", "varmep", '"min varmepumpe"', '"varmepumpe min"', "varmepumpe -bil",
     "varmepumpe -hvor", "fra:kunde", "fra:otto", "kunde@example.com", "4711", "nr:m-47", "umpe",
     "pump* varme*", "100% _", "zebra", ""],
)  # fmt: skip
def test_a_few_cases_are_read_as_the_index_would_find_them(process, typed):
    make_case(process, "Hvor er min varmepumpe, altså pumpen med nummer 4711?")
    make_case(process, "Min bil holder ved varmepumpen. 100 % sikkert_ja")
    arrival = actions.Arrival(text="Hello pump", external_id="M-4711", sender="otto@example.com")
    actions.open_cases([arrival], process=process, at=MONDAY_9)
    every = list(Case.objects.values_list("pk", flat=True))

    asked = query_of(typed)
    whole = cases_with(asked)

    assert cases_among(asked, every) == whole
    assert set(cases_among(asked, every[:1]).cases) == {*whole.cases} & {every[0]}
    assert not cases_among(asked, []).cases


def test_everything_written_later_is_found_too(process, anna):
    case = make_claimed(process, anna)
    actions.receive(actions.Arrival(text="Now about a giraffe"), case=case, at=MONDAY_9)
    actions.decide(case, answer="We sell no zebras.", topic="", by=anna, at=MONDAY_9)

    assert found("giraffes") == found("zebra") == found("giraffe zebra") == [case.pk]


def test_a_note_at_handing_over_is_found(process, anna):
    case = make_claimed(process, anna)
    actions.hand_over(case, to=make_team(), note="Kender til sagens baggrund", by=anna, at=MONDAY_9)

    assert found("baggrund") == [case.pk]


def test_a_number_is_found_and_counts_as_prominent(process):
    arrival = actions.Arrival(text="Hello there", external_id="M-4711")
    case = actions.open_cases([arrival], process=process, at=MONDAY_9).cases[0]
    other = make_case(process, "I wrote about M-4711 before")

    both = cases_with(query_of("M-4711"))

    assert both.cases == [other.pk, case.pk]
    assert both.heads == {case.pk}
    assert found("nr:m-47") == [case.pk]


def test_a_merged_case_is_found_in_the_one_that_goes_on(process, anna):
    merged, target = make_waiting(process, "About a giraffe"), make_waiting(process)
    actions.merge(merged, into=target, by=anna, at=MONDAY_9)

    assert found("giraffe") == [target.pk, merged.pk]

    actions.unmerge(merged, by=anna, at=MONDAY_9)
    assert found("giraffe") == [merged.pk]


def test_a_message_split_off_is_found_in_its_new_case_only(process, anna):
    case = make_waiting(process)
    joined = actions.receive(actions.Arrival(text="And a giraffe"), case=case, at=MONDAY_9)
    assert joined.message is not None

    made = actions.split(joined.message, by=anna, at=MONDAY_9 + timedelta(minutes=5))

    assert found("giraffe") == [made.pk]


def test_the_words_of_a_deleted_message_leave_the_index(process):
    case = make_case(process)
    with transaction.atomic():
        Message.objects.create(case=case, direction="in", at=MONDAY_9, text="okapi hvalros")
        actions.index_cases([case.pk])
    assert "okapi" in raw_index()

    Message.objects.filter(text__startswith="okapi").delete()
    actions.index_cases([case.pk])

    assert found("okapi") == []
    assert "okapi" not in raw_index()
    assert found("pump") == [case.pk]


def test_the_words_of_a_deleted_case_leave_the_index(process):
    case = make_case(process, "okapi hvalros")
    assert "okapi" in raw_index()

    case.delete()

    assert found("okapi") == []
    assert "okapi" not in raw_index()
    assert not CaseWords.objects.exists()


def test_no_organisation_finds_anothers_cases(process, other_organisation):
    make_case(process, "Only ours: okapi")

    with enter(other_organisation):
        theirs = make_case(make_process(), "Theirs: giraffe")
        assert found("okapi") == []
        assert found("giraffe") == [theirs.pk]
    assert found("giraffe") == []


@pytest.mark.postgres
def test_the_database_shows_no_words_of_another_organisation(process, other_organisation):
    make_case(process, "okapi")

    with enter(other_organisation), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM work_words")
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "SELECT count(*) FROM work_found(%s, 10, 99, 0)",
            [f"'{process.organisation_id}.0.okapi'"],
        )
        assert cursor.fetchone() == (0,)


def test_nothing_is_found_of_what_was_rolled_back(process):
    with transaction.atomic():
        make_case(process, "okapi")
        transaction.set_rollback(True)

    assert found("okapi") == []


def test_the_latest_come_first_across_many_blocks_of_cases(process):
    made = make_case(process, "okapi")
    far = [made.pk + step * 10_000 for step in (1, 2, 3)]
    Case.objects.bulk_create(
        Case(pk=pk, process=process, external_id=str(pk), subject="okapi", opened_at=MONDAY_9,
             due_at=MONDAY_9) for pk in far
    )  # fmt: skip
    actions.index_cases(far)

    assert found("okapi") == [*reversed(far), made.pk]
    assert found("oka") == [*reversed(far), made.pk]


@pytest.mark.parametrize(
    "typed",
    ['"', "a AND", "NEAR(a b)", "a* OR (b", "col:a", "'; DROP TABLE x; --", "%", "\\", "~", "a:b:c",
     "x" * 10_000, "\u202eolleh", "& | ! <->", "':*", "-a -b", "n:1", "\0"],
)  # fmt: skip
def test_hostile_words_are_only_words(process, typed):
    make_case(process)

    assert found(typed) == []


def test_hostile_text_is_kept_and_found(process):
    case = make_case(process, "' OR 1=1 -- \" NEAR( %s ~ \\ {x} okapi <script>")

    assert found("okapi") == [case.pk]


def test_arrivals_are_indexed_in_the_same_number_of_statements(process):
    counts = []
    for number in (1, 3):
        arrivals = [actions.Arrival(text=f"Pump {number} {n}") for n in range(number)]
        with CaptureQueriesContext(connection) as statements:
            actions.open_cases(arrivals, process=process, at=MONDAY_9)
        counts.append(len(statements))

    assert counts[0] == counts[1]


def test_an_index_that_is_missing_is_built_from_the_latest_on(process):
    old, middle, new = (make_case(process, f"okapi {n}") for n in range(3))
    Case.objects.filter(pk=old.pk).update(opened_at=MONDAY_9 - timedelta(days=1))
    CaseWords.objects.all().delete()
    assert index_behind() == Behind(done=0, total=3)
    assert found("okapi") == []

    after, done = actions.build_index(after=None, most=2, labels=lambda _: {})
    assert done == 2
    assert found("okapi") == [new.pk, middle.pk]
    assert index_behind() == Behind(done=2, total=3)

    assert actions.build_index(after=after, most=10, labels=lambda _: {}) == (None, 1)
    assert found("okapi") == [new.pk, middle.pk, old.pk]
    assert index_behind() is None


def test_an_index_of_an_earlier_rule_is_made_anew(process):
    case = make_case(process, "okapi")
    CaseWords.objects.update(version=0, words=" zebra")
    assert index_behind() == Behind(done=0, total=1)

    actions.build_index(after=None, most=10, labels=lambda _: {case.pk: ["haster"]})

    assert found("okapi") == found("tag:haster") == [case.pk]
    assert found("zebra") == []


def test_the_parts_of_the_index_become_one_and_nothing_is_lost(process):
    cases = {word: in_a_part_of_its_own(process, word) for word in ("giraffe", "okapi", "zebra")}
    parts_before = parts()

    actions.merge_index()

    assert {word: found(word) for word in cases} == {word: [pk] for word, pk in cases.items()}
    if connection.vendor == "sqlite":
        assert parts_before > 1
        assert parts() == 1


def in_a_part_of_its_own(process, word: str) -> int:
    with transaction.atomic():
        return make_case(process, f"Where is the {word}?").pk


def parts() -> int:
    if connection.vendor != "sqlite":
        return 1
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT segid) FROM work_words_idx")
        return int(cursor.fetchone()[0])
