"""The search from the command line, and building its index."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from samspil.config.health import examine
from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.core.search_query import query_of
from samspil.people.models import Colleague
from samspil.review.actions import tag
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import CaseWords
from samspil.work.queries import cases_with, index_is_whole
from tests.factories import MONDAY_9, make_case, make_claimed, make_colleague, make_process


def ran(*words: str) -> tuple[str, str]:
    out, error = StringIO(), StringIO()
    call_command(*words, stdout=out, stderr=error)
    return out.getvalue(), error.getvalue()


def address(colleague: Colleague) -> str:
    assert colleague.user is not None
    return colleague.user.email


def test_a_case_is_found_from_the_command_line(process, anna):
    case = make_case(process, "Where is my giraffe?")

    out, error = ran("search", "giraffes", "--email", address(anna))

    assert str(case.public_id) in out
    assert "Where is my [giraffe]?" in out
    assert error == "1 of 1 cases.\n"


def test_the_command_line_shows_nobody_what_they_may_not_see(process):
    make_case(process, "giraffe")
    hr = make_colleague(Role.HR)

    with pytest.raises(CommandError, match="see cases"):
        ran("search", "giraffe", "--email", address(hr))
    with pytest.raises(CommandError, match="Nobody here"):
        ran("search", "giraffe", "--email", "nobody@example.com")


def test_a_missing_index_is_named_by_the_doctor_and_built_by_the_command(process, anna):
    case = make_claimed(process, anna, "A giraffe")
    tag(case, name="zoo", by=anna, at=MONDAY_9)
    CaseWords.objects.all().delete()
    said = {finding.what: finding.mend for finding in examine()}
    assert said["search index"] == "A worker builds it; at once: samspil index"

    out, _ = ran("index")

    assert out == "Nordlys: 1 cases indexed.\n"
    assert list(cases_with(query_of("giraffe tag:zoo")).cases) == [case.pk]
    assert {finding.what: finding.mend for finding in examine()}["search index"] == ""


def test_one_organisation_can_be_indexed_anew(process, other_organisation):
    case = make_case(process, "giraffe")
    CaseWords.objects.update(words=" zebra")
    with enter(other_organisation):
        make_case(make_process())

    out, _ = ran("index", "--anew", "--organisation", "Nordlys")

    assert out == "Nordlys: 1 cases indexed.\n"
    assert list(cases_with(query_of("giraffe")).cases) == [case.pk]
    with pytest.raises(CommandError, match="There are: Nordlys"):
        ran("index", "--organisation", "nobody")


def test_a_job_builds_what_is_missing_and_asks_for_the_rest(process, monkeypatch):
    for _ in range(3):
        make_case(process, "giraffe")
    CaseWords.objects.all().delete()
    organisation = str(process.organisation.public_id)
    monkeypatch.setattr("samspil.work.actions.indexing.JOB_OF", 2)

    HANDLERS[actions.BUILD]({"organisation": organisation, "after": None})
    assert CaseWords.objects.count() == 2
    assert not index_is_whole()

    last = CaseWords.objects.latest("case").case
    HANDLERS[actions.BUILD]({"organisation": organisation, "after": str(last.public_id)})
    assert index_is_whole()
