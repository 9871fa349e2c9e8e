"""The register of tools: what colleagues say they use, what is approved, and what obeys it."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from samspil.core.gateway.allowing import Place, Reason, Verdict
from samspil.core.gateway.tools import Status
from samspil.core.masking import DataClass
from samspil.core.roles import NotAllowed, Role
from samspil.governance import actions
from samspil.governance.models import SCORES, Tool
from samspil.governance.queries import running_out, tool_rows, usable_tools
from samspil.journal.models import Entry
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import approve, asking, make_server, terms

pytestmark = pytest.mark.django_db
MONDAY = MONDAY_9.date()


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Lene")


@pytest.fixture
def employee(organisation):
    return make_colleague(Role.EMPLOYEE, name="Karl")


def used(by, name="Chat elsewhere"):
    return actions.say_used(
        name, purpose="Translate letters", classes=frozenset({DataClass.INTERNAL}), by=by,
        at=MONDAY_9,
    )  # fmt: skip


def test_a_colleague_says_what_is_used_and_nobody_reads_who(employee):
    tool = used(employee)

    assert (tool.status, tool.place, tool.allowed) == ("asked", "elsewhere", ["internal"])
    assert tool.owner is None
    assert usable_tools(today=MONDAY) == []
    assert Entry.objects.get(event="tool_asked_for").subject == str(tool.public_id)


def test_the_same_tool_is_not_asked_for_twice(employee):
    used(employee)

    with pytest.raises(actions.BadTool, match="of this name already"):
        used(employee, "CHAT elsewhere")


def test_an_approved_tool_may_be_used_with_its_data(owner, employee):
    approve(used(employee), by=owner, allowed=frozenset({DataClass.INTERNAL}))

    (row,) = usable_tools(today=MONDAY)

    assert (row.tool.name, row.allowed) == ("Chat elsewhere", (DataClass.INTERNAL,))


def test_an_approval_takes_what_the_register_asks_for(owner, employee):
    tool = used(employee)

    with pytest.raises(actions.BadTool, match="who answers for it, a certificate"):
        actions.decide_tool(tool, Status.APPROVED, why="", by=owner, at=MONDAY_9)


def test_what_is_approved_keeps_what_it_rests_on(owner, employee):
    tool = approve(used(employee), by=owner)

    with pytest.raises(actions.BadTool, match="a certificate"):
        approve(tool, by=owner, tested="")


@pytest.mark.parametrize("status", [Status.REFUSED, Status.ENDED])
def test_a_no_says_why(owner, employee, status):
    tool = used(employee)

    with pytest.raises(actions.BadTool, match="Say why"):
        actions.decide_tool(tool, status, why=" ", by=owner, at=MONDAY_9)


def test_what_may_only_go_masked_is_never_put_there_by_people(owner, employee):
    with pytest.raises(actions.BadTool, match="never goes"):
        approve(used(employee), by=owner, allowed=frozenset({DataClass.PERSONAL}))


def test_what_was_asked_for_with_too_much_data_cannot_be_approved_so(owner, employee):
    tool = used(employee)
    approve(tool, by=owner)
    Tool.objects.filter(pk=tool.pk).update(allowed=["special"])

    with pytest.raises(actions.BadTool, match="never goes"):
        actions.decide_tool(tool, Status.APPROVED, why="", by=owner, at=MONDAY_9)


def test_nobody_else_decides(owner, employee):
    tool = used(employee)

    with pytest.raises(NotAllowed):
        approve(tool, by=employee)


def test_a_new_language_model_waits_for_an_approval(owner):
    server = actions.add_server(terms(owner), by=owner, at=MONDAY_9)
    actions.allow(server, {DataClass.INTERNAL: Verdict.ALLOW}, by=owner, at=MONDAY_9)

    with pytest.raises(actions.NotAsked, match="no approval") as refused:
        actions.ask_model(asking(), at=MONDAY_9)

    assert refused.value.reason is Reason.UNAPPROVED


def test_a_language_model_is_not_asked_after_its_certificate_ran_out(owner):
    server = make_server(owner)
    Tool.objects.filter(server=server).update(valid_until=MONDAY - timedelta(days=1))

    with pytest.raises(actions.NotAsked) as refused:
        actions.ask_model(asking(), at=MONDAY_9)

    assert refused.value.reason is Reason.EXPIRED


def test_another_model_under_the_name_waits_again(owner):
    server = make_server(owner)

    actions.change_server(server, terms(owner, model="other"), by=owner, at=MONDAY_9)

    assert Tool.objects.get(server=server).status == Status.ASKED


def test_a_language_model_that_is_removed_stays_in_the_register(owner):
    server = make_server(owner)

    actions.remove_server(server, by=owner, at=MONDAY_9)

    assert [(one.name, one.status, one.server) for one in Tool.objects.all()] == [
        ("Small", "ended", None)
    ]


def test_a_tool_that_was_asked_for_becomes_the_language_model_of_its_name(owner, employee):
    used(employee, "Small")

    server = actions.add_server(terms(owner), by=owner, at=MONDAY_9)

    assert Tool.objects.get().server == server


def test_the_owner_is_told_before_it_runs_out(owner, employee):
    soon = approve(used(employee), by=owner, valid_until=MONDAY + timedelta(days=20))
    approve(used(employee, "Later"), by=owner, contract_until=date(2031, 1, 1))

    assert [row.tool for row in running_out(owner, today=MONDAY)] == [soon]
    assert running_out(employee, today=MONDAY) == []


def test_the_register_takes_the_same_statements_for_three(
    owner, employee, django_assert_num_queries
):
    for name in ("One", "Two", "Three"):
        make_server(owner, name=name)
    with django_assert_num_queries(2):
        assert len(tool_rows(today=MONDAY)) == 3


def test_the_reminder_takes_the_same_statements_for_three(owner, django_assert_num_queries):
    for name in ("One", "Two", "Three"):
        make_server(owner, name=name)
    Tool.objects.update(owner=owner, valid_until=MONDAY)
    with django_assert_num_queries(2):
        assert len(running_out(owner, today=MONDAY)) == 3


def test_pages_show_employees_what_they_may_use_and_nothing_else(client_of, owner, employee):
    approve(used(employee), by=owner, allowed=frozenset({DataClass.INTERNAL}))
    used(employee, "Waiting one")

    seen = client_of(employee).get("/tools/").content.decode()

    assert "Chat elsewhere" in seen
    assert "Waiting one" not in seen
    assert client_of(employee).get("/tools/tools.csv").status_code == 403


def test_a_tool_is_asked_for_described_and_approved_by_page(client_of, owner, employee):
    sent = client_of(employee).post("/tools/use/", {"name": "Chat", "purpose": "Letters"})
    tool = Tool.objects.get()
    address = f"/tools/{tool.public_id}/"
    described = {
        "name": "Chat", "place": Place.EU, "owner": str(owner.public_id), "allowed": ["internal"],
        "purpose": "Letters", "contract": "Signed", "tested": "By IT",
        "valid_until": "2031-01-01", **dict.fromkeys(SCORES, "4"),
    }  # fmt: skip

    client_of(owner).post(address, described)
    client_of(owner).post(f"{address}decide/", {"status": "approved"})

    assert sent.status_code == 302
    assert Tool.objects.get().status == Status.APPROVED
    lines = client_of(owner).get("/tools/tools.csv").content.decode().splitlines()
    assert lines[1].split(";")[1:5] == ["Chat", "approved", "valid", "2031-01-01"]
    assert client_of(owner).get("/tools/tools.xlsx").content[:2] == b"PK"


def test_the_command_lists_the_register(owner, employee, capsys):
    approve(used(employee), by=owner, valid_until=date(2031, 1, 1))

    call_command("tools")

    assert capsys.readouterr().out == (
        "Chat elsewhere: approved until 2031-01-01, elsewhere, Lene; gets nothing\n"
    )
