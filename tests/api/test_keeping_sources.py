"""Sources of documents are kept by program as by page: with the same checks and the same words."""

import pytest

from samspil.core.roles import Role
from samspil.journal.models import Entry
from samspil.knowledge.models import Source
from samspil.tenancy.actions import enter
from tests.factories import make_team


@pytest.fixture
def shelf(tmp_path, settings):
    folder = tmp_path / "shelf"
    folder.mkdir()
    settings.WATCHED_FOLDERS = str(tmp_path)
    return folder


@pytest.fixture
def leader(program_of):
    return program_of(Role.LEADER)


@pytest.fixture
def said(leader, shelf):
    """What says enough of a folder."""
    return {
        "kind": "folder", "name": "Shelf", "place": str(shelf),
        "owner": str(leader.colleague.public_id),
    }  # fmt: skip


def test_a_source_is_added_changed_paused_and_looked_at_again(leader, said):
    team = make_team(leader.colleague)
    status, made = leader.post("/sources", said)
    assert (status, made["name"], made["kind"], made["pace"]) == (201, "Shelf", "folder", "daily")
    at = f"/sources/{made['id']}"

    terms = {**said, "name": "Books", "pace": "hourly", "review_months": 12}
    del terms["kind"]
    terms |= {"team": str(team.public_id), "secrecy": "confidential", "remove_missing": False}
    status, changed = leader.send("PUT", at, terms)
    assert (status, changed["name"], changed["pace"]) == (200, "Books", "hourly")
    assert (changed["team"], changed["review_months"]) == (str(team.public_id), 12)
    assert (changed["secrecy"], changed["remove_missing"]) == ("confidential", False)

    assert leader.post(f"{at}/pause")[1]["paused"]
    assert leader.post(f"{at}/fetch")[0] == 409
    assert not leader.post(f"{at}/resume")[1]["paused"]


def test_a_removed_source_comes_back_unless_its_name_is_taken(leader, said):
    at = f"/sources/{leader.post('/sources', said)[1]['id']}"
    assert leader.send("DELETE", at)[0] == 204
    assert leader.get(at)[0] == leader.send("DELETE", at)[0] == 404

    status, back = leader.post(f"{at}/restore")
    assert (status, back["name"]) == (200, "Shelf")
    assert leader.post(f"{at}/restore")[0] == 404

    leader.send("DELETE", at)
    leader.post("/sources", said)
    assert leader.post(f"{at}/restore")[0] == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "cupboard"},
        {"name": ""},
        {"name": "a/b"},
        {"place": "/etc"},
        {"pace": "always"},
        {"review_months": 7},
        {"team": "01a20000-0000-7000-8000-000000000000"},
        {"owner": "01a20000-0000-7000-8000-000000000000"},
        {"kind": "web", "place": "no address"},
        {"kind": "mail", "place": "INBOX"},
        {"kind": "mail", "place": "INBOX", "server": "mail.example.com", "login": "me"},
    ],
    ids=str,
)
def test_what_a_page_would_refuse_is_refused_and_nothing_is_kept(leader, said, wrong):
    status, answer = leader.post("/sources", said | wrong)

    assert (status, bool(answer["detail"])) == (422, True)
    assert not Source.objects.exists()
    assert not Entry.objects.filter(event__startswith="source").exists()


def test_a_password_is_never_told_and_stays_where_none_is_said(leader, said):
    mail = said | {
        "kind": "mail", "place": "INBOX", "server": "mail.example.com", "login": "me",
        "password": "swordfish",
    }  # fmt: skip
    status, made = leader.post("/sources", mail)
    assert (status, "swordfish" in str(made)) == (201, False)
    secret = Source.objects.get().secret

    del mail["kind"], mail["password"]
    assert leader.send("PUT", f"/sources/{made['id']}", mail | {"name": "Letters"})[0] == 200
    assert Source.objects.get().secret == secret
    other = mail | {"server": "other.example.com"}
    assert leader.send("PUT", f"/sources/{made['id']}", other)[0] == 422


def test_whom_it_does_not_concern_changes_nothing(leader, said, program_of, other_organisation):
    said |= {"kind": "web", "place": "https://example.com/sitemap.xml"}
    at = f"/sources/{leader.post('/sources', said)[1]['id']}"
    employee = program_of(Role.EMPLOYEE)
    assert employee.send("DELETE", at)[0] == employee.post("/sources", said)[0] == 403

    with enter(other_organisation):
        stranger = program_of(Role.LEADER)
    assert stranger.send("DELETE", at)[0] == stranger.post(f"{at}/pause")[0] == 404
    assert leader.get(at)[0] == 200
